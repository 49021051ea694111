package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ncruces/zenity"

	"infoklass/domain/text"
	"infoklass/gui"
)

// askFile shows the system's own file dialog over the window and returns the
// chosen path, "" for none. It must be called off the UI goroutine. The system
// keeps the window alive meanwhile but gives it no input.
func askFile(ctx context.Context, a gui.FileAsk) (string, error) {
	defer apartment()()
	options := []zenity.Option{zenity.Context(ctx), zenity.Title(a.Title), zenity.Filename(begin(a)), filters(a)}
	if a.Owner != 0 {
		options = append(options, zenity.Attach(a.Owner))
	}
	show := zenity.SelectFile
	if a.Save {
		show = zenity.SelectFileSave
		if !a.Keep {
			options = append(options, zenity.ConfirmOverwrite())
		}
	}
	path, err := show(options...)
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		return "", nil
	case err != nil && ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return "", text.Fail(err, "computer.noDialog")
	}
	return named(a, path)
}

// begin is the folder that the dialog begins in, and the name it begins with.
func begin(a gui.FileAsk) string {
	if a.Name == "" {
		return a.Folder
	}
	return filepath.Join(a.Folder, a.Name+a.Filters[0].Extensions[0])
}

func filters(a gui.FileAsk) zenity.FileFilters {
	var out zenity.FileFilters
	for _, f := range a.Filters {
		patterns := make([]string, len(f.Extensions))
		for i, e := range f.Extensions {
			patterns[i] = "*" + e
		}
		out = append(out, zenity.FileFilter{Name: f.Name, Patterns: patterns, CaseFold: false})
	}
	return out
}

// named gives a path to save under its extension, where the dialog has not: then
// nobody has been asked about a file of that name, and it is kept.
func named(a gui.FileAsk, path string) (string, error) {
	known := slices.ContainsFunc(a.Filters, func(f gui.FileFilter) bool {
		return slices.Contains(f.Extensions, strings.ToLower(filepath.Ext(path)))
	})
	if !a.Save || known {
		return path, nil
	}
	path += a.Filters[0].Extensions[0]
	if _, err := os.Lstat(path); err == nil {
		return "", text.Fail(nil, "computer.taken", "file", path)
	}
	return path, nil
}
