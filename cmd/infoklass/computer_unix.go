//go:build !windows

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"infoklass/domain/text"
	"infoklass/gui/files"
)

// documents is the user's folder for documents, the home folder where there is none.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	out, err := exec.Command("xdg-user-dir", "DOCUMENTS").Output()
	if folder := filepath.Clean(string(trimLine(out))); err == nil && folder != filepath.Clean(home) && isFolder(folder) {
		return folder
	}
	if folder := filepath.Join(home, "Documents"); isFolder(folder) {
		return folder
	}
	return home
}

// localData is the folder for what programs keep on this computer alone.
func localData() string {
	if folder, err := os.UserCacheDir(); err == nil {
		return folder
	}
	return os.TempDir()
}

func trimLine(b []byte) []byte {
	for len(b) > 0 && (b[len(b)-1] == '\n' || b[len(b)-1] == '\r') {
		b = b[:len(b)-1]
	}
	return b
}

// roots are the tops of the file system.
func roots() []files.Place {
	return []files.Place{{Name: text.Msg("window.places.computer"), Path: "/"}}
}

// view opens a file in the computer's program for it.
func view(path string) error {
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	c := exec.Command(opener, path)
	if err := c.Start(); err != nil {
		return text.Fail(err, "file.noViewer", "file", path)
	}
	return c.Process.Release()
}
