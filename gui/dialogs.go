package gui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// listExtensions are the kinds of lists that an import takes.
var listExtensions = []string{".xlsx", ".xlsm", ".xltx", ".xls", ".ods", ".csv", ".txt", ".tsv"}

// askOpen lets the user choose a file. Purpose names the folder remembered.
func (w *Window) askOpen(purpose string, extensions []string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			w.fail(err)
			return
		}
		path := f.URI().Path()
		if err := f.Close(); err != nil {
			w.out.Log.Error("close chosen file", "error", err.Error())
		}
		w.rememberFolder(purpose, path)
		chosen(path)
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(withCapitals(extensions)))
	d.SetConfirmText(w.p.T("window.dialog.open"))
	d.SetDismissText(w.p.T("window.dialog.cancel"))
	w.showFiles(d, purpose)
}

func (w *Window) showFiles(d *dialog.FileDialog, purpose string) {
	folder := w.memory.StringWithFallback("folder."+purpose, w.out.Documents)
	if at, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(at)
	}
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.85, size.Height*0.85))
	d.Show()
}

func (w *Window) rememberFolder(purpose, path string) {
	w.memory.SetString("folder."+purpose, filepath.Dir(path))
}

// withCapitals adds the extensions in capitals: .XLSX is the same kind of file.
func withCapitals(extensions []string) []string {
	out := slices.Clone(extensions)
	for _, e := range extensions {
		out = append(out, strings.ToUpper(e))
	}
	return out
}
