package gui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"infoklass/domain/report"
	"infoklass/gui/files"
	"infoklass/gui/jobs"
)

// FileAsk is what the system's own file dialog asks for.
type FileAsk struct {
	Owner   uintptr // the system's handle of the window that the dialog belongs to, 0 for unknown
	Title   string
	Folder  string       // where it begins; it may be gone
	Filters []FileFilter // the first is chosen to begin with; there is one at least
	// Save asks for a name, which begins as Name without its extension, and
	// Keep leaves a file of that name to be refused instead of asking about it.
	Save bool
	Name string
	Keep bool
}

// FileFilter is a kind of file by its extensions, in small letters with the dot.
type FileFilter struct {
	Name       string
	Extensions []string
}

// askSlot is the job that waits for the system's dialog. The window stays
// alive beneath it; the system keeps it deaf.
const askSlot = "ask"

func (w asking) askSystem(a files.Ask) {
	ask := w.out.AskFile
	question := FileAsk{
		Owner: handle(w.win), Title: a.Title, Folder: a.Folder, Filters: w.filters(a), Save: a.Save, Name: a.Name, Keep: a.Keep,
	}
	jobs.Start(w.runner, askSlot, func(ctx context.Context, _ *jobs.Progress) (string, error) {
		return ask(ctx, question)
	}, func(path string, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case path != "":
			a.Chosen(path)
		}
	})
}

// filters names the kinds of files: one for each when saving, so that the kind
// can be chosen, and one for all of them when opening.
func (w asking) filters(a files.Ask) []FileFilter {
	if !a.Save {
		return []FileFilter{{Name: w.filterName(a.Extensions), Extensions: a.Extensions}}
	}
	var out []FileFilter
	for _, e := range a.Extensions {
		one := []string{e}
		out = append(out, FileFilter{Name: w.filterName(one), Extensions: one})
	}
	return out
}

func (w asking) filterName(extensions []string) string {
	switch {
	case slices.Contains(extensions, Extension):
		return w.p.T("computer.filter.register")
	case len(extensions) > 1:
		return w.p.T("computer.filter.list")
	case extensions[0] == string(report.PDF):
		return w.p.T("computer.filter.pdf")
	case extensions[0] == string(report.Excel):
		return w.p.T("computer.filter.excel")
	case extensions[0] == ".csv":
		return w.p.T("computer.filter.csv")
	}
	return extensions[0]
}

// handle is the system's handle of a window, 0 where it is not known.
func handle(win fyne.Window) uintptr {
	var h uintptr
	if native, ok := win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				h = c.HWND
			}
		})
	}
	return h
}
