// Package files is the dialog that asks for a file: a folder's contents as a
// table that the keyboard can use, a field where a path can be typed or pasted,
// and for saving a name. Nothing is opened or touched here.
package files

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"infoklass/domain/text"
)

// Entry is a file or folder within a folder.
type Entry struct {
	Name    string
	Folder  bool
	Size    int64 // bytes
	Changed time.Time
}

// up is the entry that leads to the folder above.
const up = ".."

// arrange puts folders first, then files, in Swedish order, and leaves out
// hidden ones and files of other kinds.
func arrange(folder string, entries []Entry, extensions []string) []Entry {
	var out []Entry
	for _, e := range entries {
		if strings.HasPrefix(e.Name, ".") || strings.HasPrefix(e.Name, "~$") {
			continue
		}
		if e.Folder || slices.Contains(extensions, strings.ToLower(filepath.Ext(e.Name))) {
			out = append(out, e)
		}
	}
	text.SortBy(out, func(e Entry) string { return e.Name }, false)
	slices.SortStableFunc(out, func(a, b Entry) int {
		switch {
		case a.Folder == b.Folder:
			return 0
		case a.Folder:
			return -1
		}
		return 1
	})
	if filepath.Dir(folder) != folder {
		out = slices.Insert(out, 0, Entry{Name: up, Folder: true})
	}
	return out
}

// size writes how large a file is.
func size(p *text.Printer, e Entry) string {
	const kilo, mega = 1 << 10, 1 << 20
	switch {
	case e.Folder:
		return ""
	case e.Size < mega:
		return p.T("files.kilobytes", "n", p.Int(int((e.Size+kilo-1)/kilo)))
	}
	return p.T("files.megabytes", "n", p.Int(int((e.Size+mega/2)/mega)))
}
