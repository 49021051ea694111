//go:build !windows

package instance

import (
	"net"
	"os"
	"path/filepath"
	"testing"
)

func TestAKilledProgramsSocketIsTakenOver(t *testing.T) {
	h, asked := holder(t)
	path := filepath.Join(t.TempDir(), "r.infoklass")
	dir, err := folder()
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("unix", filepath.Join(dir, key(path)))
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false) // as when it is killed
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := h.Hold(path); err != nil {
		t.Fatal(err)
	}
	if !Raise(path) {
		t.Error("nobody answered")
	}
	raised(t, asked)
}

func TestAFolderThatOthersMayWriteInIsNotUsed(t *testing.T) {
	h, _ := holder(t)
	dir := filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "infoklass")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := h.Hold("r.infoklass"); err == nil {
		t.Error("a socket was laid where others may replace it")
	}
}
