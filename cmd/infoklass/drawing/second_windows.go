package drawing

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/windows"
)

// Second returns the path of the program in the same folder that draws through
// ANGLE, "" where there is none.
func Second() string { return beside("infoklass-angle.exe") }

// programs are the folders that programs are installed in, for all users first.
func programs() []string {
	var out []string
	for _, id := range []*windows.KNOWNFOLDERID{
		windows.FOLDERID_ProgramFilesX86, windows.FOLDERID_ProgramFilesX64, windows.FOLDERID_ProgramFiles, windows.FOLDERID_LocalAppData,
	} {
		if folder, err := windows.KnownFolderPath(id, 0); err == nil {
			out = append(out, folder)
		}
	}
	return out
}

// Folders are the version folders of Edge and WebView2 that hold ANGLE signed
// by Microsoft, the newest first; and what was refused.
func Folders() ([]string, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find this program: %w", err)
	}
	if err := planted(filepath.Dir(exe)); err != nil {
		return nil, err
	}
	return trustedFolders(search(programs()), trusted)
}

// Start runs a program with the libraries of folder, to its end. It begins in
// that folder, so that a library cannot be slipped in from the one it was
// started in; paths among args must be whole.
func Start(program, folder string, args []string) (int, error) {
	// A library that cannot be loaded ends the program with a status, without a box.
	windows.SetErrorMode(windows.SEM_FAILCRITICALERRORS | windows.SEM_NOOPENFILEERRORBOX)
	c := exec.Command(program, args...)
	c.Dir = folder
	c.Env = append(firstOnPath(os.Environ(), folder), startedBy+"="+strconv.Itoa(os.Getpid()))
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	err := c.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	return 0, err
}

// Loaded returns the path of the library that draws, "" where there is none.
func Loaded() string {
	name, err := windows.UTF16PtrFromString(Libraries[0])
	if err != nil {
		return ""
	}
	var module windows.Handle
	const unchanged = 2 // GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT
	if windows.GetModuleHandleEx(unchanged, name, &module) != nil {
		return ""
	}
	path := make([]uint16, windows.MAX_LONG_PATH)
	n, err := windows.GetModuleFileName(module, &path[0], uint32(len(path)))
	if err != nil {
		return ""
	}
	return windows.UTF16ToString(path[:n])
}
