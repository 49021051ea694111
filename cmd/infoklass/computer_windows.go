package main

import (
	"os"

	"golang.org/x/sys/windows"

	"infoklass/domain/text"
	"infoklass/gui/files"
)

// documents is the user's folder for documents, wherever it has been redirected to.
func documents() string {
	if folder, err := windows.KnownFolderPath(windows.FOLDERID_Documents, 0); err == nil {
		return folder
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// roots are the drives that are there now.
func roots() []files.Place {
	mask, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var out []files.Place
	for i := range 26 {
		if mask&(1<<i) != 0 {
			drive := string(rune('A'+i)) + ":"
			out = append(out, files.Place{Name: text.Msg("window.places.drive", "drive", drive), Path: drive + `\`})
		}
	}
	return out
}

// view opens a file in the computer's program for it, by the shell itself: no
// other program is started on the way.
func view(path string) error {
	verb, err1 := windows.UTF16PtrFromString("open")
	file, err2 := windows.UTF16PtrFromString(path)
	if err1 != nil || err2 != nil {
		return text.Fail(err2, "file.noViewer", "file", path)
	}
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return text.Fail(err, "file.noViewer", "file", path)
	}
	return nil
}
