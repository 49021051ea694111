package gui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"infoklass/gui/widgets"
)

// saveAs asks for a name and a folder. It is our own because Fyne's dialog
// empties the chosen file before anyone has written to it: here nothing is
// touched until the new file is complete.
type saveAs struct {
	w          *Window
	purpose    string
	extensions []string
	chosen     func(path string)
	folder     string
	name       *widgets.Entry
	row        *widgets.FormRow
	where      *widgets.Text
	dialog     *widgets.Dialog
}

// askSave lets the user choose where a file goes. A name without one of the
// extensions gets the first.
func (w *Window) askSave(purpose, name string, extensions []string, chosen func(path string)) {
	s := &saveAs{w: w, purpose: purpose, extensions: extensions, chosen: chosen}
	s.folder = w.memory.StringWithFallback("folder."+purpose, w.out.Documents)
	s.name = widgets.NewEntry(name + extensions[0])
	s.name.OnSubmitted = func(string) { s.accept() }
	s.where = widgets.NewElided(s.folder, widgets.Body, widgets.Plain)
	s.row = widgets.NewFormRow(w.p.T("window.save.name"), "", s.name)
	pick := widgets.NewButton(w.p.T("window.save.pick"), s.pick).Compact()
	content := widgets.Column(widgets.Apart, s.row,
		widgets.NewFormRow(w.p.T("window.save.folder"), "", container.NewBorder(nil, nil, nil, pick, s.where)))
	s.dialog = widgets.NewDialog(w.win.Canvas(), w.p.T("window.save.title"), 520, content,
		widgets.NewButton(w.p.T("window.dialog.cancel"), func() { s.dialog.Close() }),
		widgets.NewPrimary(w.p.T("window.dialog.save"), s.accept))
	s.dialog.Show(s.name)
}

// pick changes the folder.
func (s *saveAs) pick() {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			s.folder = folder.Path()
			s.where.SetText(s.folder)
		}
	}, s.w.win)
	d.SetConfirmText(s.w.p.T("window.dialog.open"))
	d.SetDismissText(s.w.p.T("window.dialog.cancel"))
	if at, err := storage.ListerForURI(storage.NewFileURI(s.folder)); err == nil {
		d.SetLocation(at)
	}
	size := s.w.win.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.85, size.Height*0.85))
	d.Show()
}

// accept takes the name, unless it is none or a register stands there already.
func (s *saveAs) accept() {
	name := fileName(s.name.Text)
	if name == "" {
		s.row.Fault(s.w.p.T("window.save.nameless"))
		return
	}
	if !slices.Contains(s.extensions, strings.ToLower(filepath.Ext(name))) {
		name += s.extensions[0]
	}
	path := filepath.Join(s.folder, name)
	if _, err := os.Stat(path); err != nil {
		s.take(path)
		return
	}
	if slices.Contains(s.extensions, Extension) {
		s.row.Fault(s.w.p.T("window.save.exists", "file", name))
		return
	}
	ask := widgets.Question{
		Title: s.w.p.T("window.save.title"), Words: s.w.p.T("window.save.replace", "file", name),
		Yes: s.w.p.T("window.save.yes"), No: s.w.p.T("window.dialog.cancel"), Danger: true,
	}
	widgets.Confirm(s.w.win.Canvas(), ask, func(yes bool) {
		if yes {
			s.take(path)
		}
	})
}

func (s *saveAs) take(path string) {
	s.dialog.Close()
	s.w.rememberFolder(s.purpose, path)
	s.chosen(path)
}
