package drawing

import (
	"os"
	"path/filepath"
	"testing"
)

// What nobody signed is not trusted: this very program, and a file that is none.
func TestUnsignedLibrariesAreNotTrusted(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{exe, lay(t, t.TempDir(), Libraries[0]), filepath.Join(t.TempDir(), "gone.dll")} {
		if signedBy(file, "Microsoft Corporation") == nil {
			t.Errorf("%s was trusted", file)
		}
	}
}
