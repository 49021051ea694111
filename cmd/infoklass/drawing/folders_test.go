package drawing

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lay makes a file and the folders above it.
func lay(t *testing.T, parts ...string) string {
	t.Helper()
	path := filepath.Join(parts...)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// browser lays the named libraries in a version folder.
func browser(t *testing.T, programs, product, version string, libraries ...string) string {
	t.Helper()
	folder := filepath.Join(programs, "Microsoft", filepath.FromSlash(product), version)
	for _, l := range libraries {
		lay(t, folder, l)
	}
	return folder
}

func TestSearchTakesTheNewestByNumber(t *testing.T) {
	x86, x64 := t.TempDir(), t.TempDir()
	older := browser(t, x86, "EdgeWebView/Application", "99.0.1150.55", Libraries...)
	newest := browser(t, x64, "Edge/Application", "120.0.2210.91", Libraries...)
	middle := browser(t, x86, "Edge/Application", "120.0.2210.9", Libraries...)
	core := browser(t, x86, "EdgeCore", "120.0.2210.91", Libraries...)
	browser(t, x86, "Edge/Application", "130.0.1.1", Libraries[0]) // an update in progress
	browser(t, x86, "Edge/Application", "latest", Libraries...)
	browser(t, x86, "Edge/Application", "140.0.1", Libraries...)
	browser(t, x86, "Edge/Application", "140.0.-1.1", Libraries...)
	browser(t, x86, "Teams/Application", "200.0.1.1", Libraries...)
	if err := os.MkdirAll(filepath.Join(browser(t, x86, "Edge/Application", "150.0.1.1", Libraries[0]), Libraries[1]), 0o755); err != nil {
		t.Fatal(err) // a folder of that name is no library
	}
	got := search([]string{x86, x64, "", "relative", filepath.Join(x86, "gone")})
	if diff := cmp.Diff([]string{core, newest, middle, older}, got); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsTakenFromTheCurrentFolder(t *testing.T) {
	here := t.TempDir()
	t.Chdir(here)
	browser(t, here, "Edge/Application", "120.0.2210.91", Libraries...)
	for _, l := range Libraries {
		lay(t, here, l)
	}
	if got := search([]string{"", "."}); len(got) != 0 {
		t.Errorf("found %v", got)
	}
}

func TestOnlyTrustedFoldersAreKept(t *testing.T) {
	good, bad := filepath.FromSlash("/p/1"), filepath.FromSlash("/p/2")
	rule := func(file string) error {
		if file == filepath.Join(bad, Libraries[1]) {
			return errors.New("not signed")
		}
		return nil
	}
	got, err := trustedFolders([]string{bad, good}, rule)
	if diff := cmp.Diff([]string{good}, got); diff != "" {
		t.Error(diff)
	}
	if err == nil || !strings.Contains(err.Error(), bad) || !strings.Contains(err.Error(), "not signed") {
		t.Errorf("what was refused is not told: %v", err)
	}
}

func TestALibraryBesideTheProgramIsRefused(t *testing.T) {
	folder := t.TempDir()
	if err := planted(folder); err != nil {
		t.Error(err)
	}
	lay(t, folder, Libraries[1])
	if planted(folder) == nil {
		t.Error("a planted library was not seen")
	}
}

func TestFirstOnPath(t *testing.T) {
	sep := string(os.PathListSeparator)
	got := firstOnPath([]string{"A=1", "Path=x" + sep + "y", "PATHEXT=.EXE"}, "angle")
	want := []string{"A=1", "PATHEXT=.EXE", "PATH=angle" + sep + "x" + sep + "y"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
