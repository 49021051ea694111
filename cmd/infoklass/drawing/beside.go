package drawing

import (
	"os"
	"path/filepath"
)

// startedBy names the environment variable by which the second program knows
// that the first one waits for it, and that the first will report what went wrong.
const startedBy = "INFOKLASS_STARTED_BY"

// Awaited reports whether this is a second program whose first one waits.
func Awaited() bool { return os.Getenv(startedBy) != "" }

// beside returns the path of a program in the same folder as this one, "" if there is none.
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
