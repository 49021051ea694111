package drawing

import (
	"os"
	"path/filepath"
)

// startedBy names the environment variable in which the first program tells
// the second that it waits for it, and will itself say what went wrong.
const startedBy = "INFOKLASS_STARTED_BY"

// Awaited reports whether this is a second program whose first one waits.
func Awaited() bool { return os.Getenv(startedBy) != "" }

// beside returns a program that lies in the folder of this one, "" for none.
func beside(name string) string {
	exe, err := os.Executable()
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(exe); err == nil {
		exe = real
	}
	path := filepath.Join(filepath.Dir(exe), name)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return path
}
