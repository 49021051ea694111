package main

import (
	"context"
	"os"
	"path/filepath"

	"infoklass/domain/text"
	"infoklass/gui/files"
)

// listFolder reads what is in a folder. A file that disappears meanwhile is left out.
func listFolder(ctx context.Context, folder string) ([]files.Entry, error) {
	found, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	entries := make([]files.Entry, 0, len(found))
	for _, f := range found {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		info, err := os.Stat(filepath.Join(folder, f.Name()))
		if err != nil {
			continue
		}
		entries = append(entries, files.Entry{Name: f.Name(), Folder: info.IsDir(), Size: info.Size(), Changed: info.ModTime()})
	}
	return entries, nil
}

// begin lists the folders that a file dialog offers to begin from.
func (p places) begin() []files.Place {
	out := []files.Place{{Name: text.Msg("window.places.documents"), Path: p.documents}}
	if home, err := os.UserHomeDir(); err == nil && home != p.documents {
		out = append(out, files.Place{Name: text.Msg("window.places.home"), Path: home})
		for _, known := range []struct{ folder, key string }{
			{"Desktop", "window.places.desktop"}, {"Downloads", "window.places.downloads"},
		} {
			if path := filepath.Join(home, known.folder); isFolder(path) {
				out = append(out, files.Place{Name: text.Msg(known.key), Path: path})
			}
		}
	}
	return append(out, roots()...)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
