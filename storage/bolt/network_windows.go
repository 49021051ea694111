package bolt

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// OnNetwork reports whether path lies on a network share, by its name
// (\\server\share) or by its drive letter. On a share, locks and writes depend
// on the server keeping its promises.
func OnNetwork(path string) bool {
	full, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	volume := filepath.VolumeName(full)
	rest, extended := strings.CutPrefix(volume, `\\?\`)
	switch {
	case extended && strings.HasPrefix(strings.ToUpper(rest)+`\`, `UNC\`):
		return true
	case extended:
		volume = rest
	case strings.HasPrefix(volume, `\\`):
		return !strings.HasPrefix(volume, `\\.\`)
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
