package files

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

// Ask is what a dialog asks for.
type Ask struct {
	Text   *text.Printer
	Jobs   jobs.Runner
	Canvas fyne.Canvas
	// List reads a folder. It is called off the UI goroutine, because a network drive may not answer.
	List func(ctx context.Context, folder string) ([]Entry, error)
	// Places are folders to begin from, such as the documents and the computer's drives.
	Places []Place
	Title  string
	Folder string
	// Extensions are the kinds of files shown, in small letters with the dot;
	// when saving, a name without one gets the first.
	Extensions []string
	// Save asks for a name; it begins as Name. Otherwise a file that exists is asked for.
	Save bool
	Name string
	// Keep refuses a name that is taken already instead of asking to replace it.
	Keep bool
	// Chosen gets the path.
	Chosen func(path string)
}

// Place is a folder to begin from.
type Place struct {
	Name text.Message
	Path string
}

// slot is the job that reads folders.
const slot = "files.list"

// Dialog is an open dialog.
type Dialog struct {
	ask     Ask
	folder  string
	entries []Entry // as read, before arranging
	path    *widgets.Entry
	row     *widgets.FormRow
	table   *widgets.Table[Entry]
	name    *widgets.Entry
	nameRow *widgets.FormRow
	accept  *widgets.Button
	dialog  *widgets.Dialog
}

// Show opens the dialog.
func Show(ask Ask) *Dialog {
	d := &Dialog{ask: ask}
	t := ask.Text
	d.path = widgets.NewEntry(ask.Folder)
	d.path.OnSubmitted = func(string) { d.follow(d.typed(), nil) }
	d.path.OnChanged = func(string) { d.enable() }
	d.row = widgets.NewFormRow(t.T("files.folder"), t.T("files.folder.hint"), d.path)
	d.table = widgets.NewTable(func(e Entry) string { return e.Name },
		widgets.TableColumn[Entry]{ID: "name", Title: t.T("files.name"), Width: 300, Grow: true, Text: d.label, Bold: func(e Entry) bool { return e.Folder }},
		widgets.TableColumn[Entry]{ID: "size", Title: t.T("files.size"), Width: 90, Align: fyne.TextAlignTrailing, Text: func(e Entry) string { return size(t, e) }},
		widgets.TableColumn[Entry]{ID: "changed", Title: t.T("files.changed"), Width: 140, Text: func(e Entry) string { return text.DateTime(e.Changed) }},
	)
	d.table.OnOpen = d.opened
	d.table.OnSelect = d.selected
	label := t.T("files.open")
	if ask.Save {
		label = t.T("files.save")
	}
	d.accept = widgets.NewPrimary(label, d.accepted)
	width, height := room(ask.Canvas)
	list := widgets.Sized(0, height, widgets.NewPlate(d.table))
	content := widgets.Border(widgets.Column(widgets.Near, d.places(), d.row), d.foot(), nil, nil, widgets.Inset(widgets.Near, 0, list))
	d.dialog = widgets.NewDialog(ask.Canvas, ask.Title, width, content, widgets.NewButton(t.T("files.cancel"), func() { d.dialog.Close() }), d.accept)
	d.dialog.Show(d.first())
	d.enter(ask.Folder, nil)
	return d
}

// room is the width of the dialog and the height of its list, at 100 %, as far as the window has them.
func room(c fyne.Canvas) (width, height float32) {
	scale := theme.Scaled(1)
	size := c.Size()
	return min(760, size.Width/scale-80), max(110, min(340, size.Height/scale-330))
}

func (d *Dialog) first() fyne.Focusable {
	if d.ask.Save {
		return d.name
	}
	return d.table.Keyboard()
}

func (d *Dialog) label(e Entry) string {
	if e.Name == up {
		return d.ask.Text.T("files.up")
	}
	return e.Name
}

func (d *Dialog) places() fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, p := range d.ask.Places {
		buttons = append(buttons, widgets.NewButton(p.Name.In(d.ask.Text), func() { d.enter(p.Path, nil) }).Compact())
	}
	return widgets.Flow(widgets.Near, buttons...)
}

func (d *Dialog) foot() fyne.CanvasObject {
	if !d.ask.Save {
		return widgets.Column(0)
	}
	d.name = widgets.NewEntry(d.ask.Name + d.ask.Extensions[0])
	d.nameRow = widgets.NewFormRow(d.ask.Text.T("files.filename"), "", d.name)
	return d.nameRow
}

// enter reads a folder and shows it, then does what was to be done there. Where
// it cannot be read, the dialog says so and the old one stays.
func (d *Dialog) enter(folder string, then func()) {
	list := d.ask.List
	jobs.Start(d.ask.Jobs, slot, func(ctx context.Context, _ *jobs.Progress) ([]Entry, error) {
		return list(ctx, folder)
	}, func(entries []Entry, err error) {
		if err != nil {
			d.row.Fault(d.ask.Text.T("files.unreadable"))
			return
		}
		d.row.Fault("")
		d.folder, d.entries = folder, entries
		d.path.SetValue(folder)
		rows := arrange(folder, entries, d.ask.Extensions)
		d.table.SetRows(rows)
		d.table.SelectKeys()
		d.enable()
		if then != nil {
			then()
		}
	})
}

// typed is the path in the field of the folder.
func (d *Dialog) typed() string {
	return filepath.Clean(strings.Trim(strings.TrimSpace(d.path.Text), `"`))
}

// ahead reports whether the path typed is another than the folder shown, or
// none could be shown yet.
func (d *Dialog) ahead() bool { return d.folder == "" || d.typed() != filepath.Clean(d.folder) }

// follow takes what was typed as a path: a folder to show, or a file to open.
func (d *Dialog) follow(path string, then func()) {
	if !d.ask.Save && slices.Contains(d.ask.Extensions, strings.ToLower(filepath.Ext(path))) {
		d.take(path)
		return
	}
	d.enter(path, then)
}

func (d *Dialog) opened(e Entry) {
	switch {
	case e.Name == up:
		d.enter(filepath.Dir(d.folder), nil)
	case e.Folder:
		d.enter(filepath.Join(d.folder, e.Name), nil)
	case d.ask.Save:
		d.name.SetText(e.Name)
		d.accepted()
	default:
		d.take(filepath.Join(d.folder, e.Name))
	}
}

func (d *Dialog) selected(rows []Entry) {
	if len(rows) == 1 {
		d.path.SetValue(d.folder) // what is chosen lies here, not in what was being typed
		if d.ask.Save && !rows[0].Folder {
			d.name.SetText(rows[0].Name)
		}
	}
	d.enable()
}

func (d *Dialog) enable() {
	if d.ask.Save || len(d.table.Selected()) == 1 || d.ahead() {
		d.accept.Enable()
	} else {
		d.accept.Disable()
	}
}

// accepted is the default button: it goes to the path typed, opens what is
// selected, or saves under the name written.
func (d *Dialog) accepted() {
	switch {
	case d.ask.Save && d.ahead():
		d.follow(d.typed(), d.save)
	case d.ask.Save:
		d.save()
	case d.ahead():
		d.follow(d.typed(), nil)
	default:
		if rows := d.table.Selected(); len(rows) == 1 {
			d.opened(rows[0])
		}
	}
}

// save takes the name written in the folder shown.
func (d *Dialog) save() {
	t, name := d.ask.Text, d.named()
	taken := slices.ContainsFunc(d.entries, func(e Entry) bool { return strings.EqualFold(e.Name, name) })
	switch {
	case name == "":
		d.refuse(t.T("files.nameless"))
	case !taken:
		d.take(filepath.Join(d.folder, name))
	case d.ask.Keep:
		d.refuse(t.T("files.exists", "file", name))
	default:
		d.replace(name)
	}
}

// refuse says why a name cannot be used, with the keyboard at the name.
func (d *Dialog) refuse(why string) {
	d.nameRow.Fault(why)
	d.ask.Canvas.Focus(d.name)
}

// named is the name written, with an extension; empty where there is nothing before the extension.
func (d *Dialog) named() string {
	written := strings.TrimSpace(d.name.Text)
	extension := filepath.Ext(written)
	if !slices.Contains(d.ask.Extensions, strings.ToLower(extension)) {
		extension = ""
	}
	stem := FileName(strings.TrimSuffix(written, extension))
	if stem == "" {
		return ""
	}
	return stem + cmp.Or(extension, d.ask.Extensions[0])
}

func (d *Dialog) replace(name string) {
	t := d.ask.Text
	ask := widgets.Question{Title: d.ask.Title, Words: t.T("files.replace", "file", name), Yes: t.T("files.replace.yes"), No: t.T("files.cancel"), Danger: true}
	widgets.Confirm(d.ask.Canvas, ask, func(yes bool) {
		if yes {
			d.take(filepath.Join(d.folder, name))
		}
	})
}

func (d *Dialog) take(path string) {
	d.dialog.Close()
	d.ask.Chosen(path)
}
