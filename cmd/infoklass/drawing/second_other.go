//go:build !windows

package drawing

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
)

// Second returns the path of the program in the same folder that draws through
// EGL, "" where there is none.
func Second() string {
	if runtime.GOOS == "darwin" {
		return "" // there is always OpenGL
	}
	return beside("infoklass-egl")
}

// Folders is the system's own place for libraries.
func Folders() ([]string, error) { return []string{""}, nil }

// Start becomes the second program: there is one process all the way, and its
// exit status is this one's. It returns only where that is not possible.
func Start(program, _ string, args []string) (int, error) {
	err := syscall.Exec(program, append([]string{program}, args...), os.Environ())
	return 0, fmt.Errorf("become %s: %w", program, err)
}

// Loaded is the file of the library that draws; here nobody asks.
func Loaded() string { return "" }
