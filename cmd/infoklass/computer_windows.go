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

// localData is the folder for what programs keep on this computer alone, wherever it lies.
func localData() string {
	if folder, err := windows.KnownFolderPath(windows.FOLDERID_LocalAppData, 0); err == nil {
		return folder
	}
	if folder, err := os.UserCacheDir(); err == nil {
		return folder
	}
	return os.TempDir()
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
