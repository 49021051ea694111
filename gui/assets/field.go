package assets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// field edits one value of an asset, in the way its form asks for.
type field struct {
	stage.Stage
	spec   formField
	commit func(AssetEdit) // nil: the value is read with edit
	// onFault is called when a sentence has come or gone: what lies around makes room.
	onFault func()

	row    *widgets.FormRow
	entry  *widgets.Entry
	date   *widgets.DateEntry
	choice *widgets.Chip
	unit   *widgets.Text // the path, beside the button that changes it
	pick   *widgets.Button
	value  string   // of a choice or unit
	path   []string // of a unit that is to be made
	faulty bool
}

// proseRows is how high a field of several lines is.
const proseRows = 3

// newField makes a field. Commit is called with every value that was changed
// and left; it may be nil.
func newField(s stage.Stage, spec formField, commit func(AssetEdit)) *field {
	f := &field{Stage: s, spec: spec, commit: commit, value: spec.Value}
	var object fyne.CanvasObject
	switch spec.Form {
	case dayField:
		f.date = widgets.NewDateEntry(s.Text, parseDay(spec.Value), false, s.Register.Today)
		f.date.OnDate = func(time.Time) { f.changed() }
		object = f.date
	case kindField, statusField, yesNoField:
		f.choice = widgets.NewChoice("", f.menu)
	case unitField:
		f.unit = widgets.NewWrapped("", widgets.Body, widgets.Plain)
		f.pick = widgets.NewButton(s.Text.T("assets.unit.choose"), f.pickUnit).Compact()
		object = widgets.Border(nil, nil, nil, widgets.Column(0, f.pick, layout.NewSpacer()), widgets.Inset(3, 0, f.unit))
	case proseField:
		f.entry = widgets.NewLongEntry(spec.Value, proseRows)
	default:
		f.entry = widgets.NewEntry(spec.Value)
	}
	if f.choice != nil {
		object = widgets.Row(0, f.choice)
	}
	f.showChoice()
	if f.entry != nil {
		f.entry.OnCommit = func(string) { f.changed() }
		object = f.entry
	}
	f.row = widgets.NewFormRow(spec.Label, "", object)
	if f.date != nil {
		f.date.OnFault = f.fault
	}
	return f
}

func parseDay(s string) time.Time {
	day, err := text.ParseDate(s)
	if err != nil {
		return time.Time{}
	}
	return day
}

// focus is where the keyboard goes.
func (f *field) focus() fyne.Focusable {
	switch {
	case f.entry != nil:
		return f.entry
	case f.date != nil:
		return f.date
	case f.pick != nil:
		return f.pick
	}
	return f.choice
}

// edit returns the value in the field now.
func (f *field) edit() AssetEdit {
	e := AssetEdit{Key: f.spec.Key, Value: f.value}
	switch {
	case f.entry != nil:
		e.Value = f.entry.Text
	case f.date != nil:
		e.Value = text.Date(f.date.Date())
	default:
		e.Path = f.path
	}
	return e
}

func (f *field) changed() {
	if f.commit == nil {
		return
	}
	e := f.edit()
	problem := valueProblem(f.Text, e.Key, e.Value)
	f.fault(problem)
	if problem == "" {
		f.commit(e)
	}
}

// fault shows why the value is not stored; an empty sentence clears it.
func (f *field) fault(sentence string) {
	if sentence == "" && !f.faulty {
		return
	}
	f.faulty = sentence != ""
	f.row.Fault(sentence)
	if f.onFault != nil {
		f.onFault()
	}
}

// show puts a stored value into the field.
func (f *field) show(value string) {
	f.spec.Value, f.value, f.path = value, value, nil
	f.fault("")
	switch {
	case f.entry != nil:
		f.entry.SetValue(value)
	case f.date != nil:
		f.date.SetDate(parseDay(value))
	default:
		f.showChoice()
	}
}

// pending reports whether the field holds something else than what is stored.
func (f *field) pending() bool {
	if f.date != nil {
		return strings.TrimSpace(f.date.Text) != f.spec.Value
	}
	return f.edit().Value != f.spec.Value || len(f.path) > 0
}

// refused keeps what was written in the field though it was not stored, so
// that Enter tries again; was is what is stored.
func (f *field) refused(was, sentence string) {
	f.spec.Value = was
	if f.entry != nil {
		written := f.entry.Text
		f.entry.SetValue(was)
		f.entry.SetText(written)
	}
	f.fault(sentence)
}

func (f *field) showChoice() {
	label := choiceText(f.Text, f.Register, f.spec.Form, f.value)
	if len(f.path) > 0 {
		label = f.Text.T("assets.unit.new", "path", present.JoinPath(f.path))
	}
	if f.choice != nil {
		f.choice.Set(label, false)
	}
	if f.unit != nil {
		f.unit.SetText(label)
	}
}

func (f *field) menu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range Choices(f.Text, f.spec.Form) {
		i := fyne.NewMenuItem(c.Label, func() { f.choose(c.Value, nil) })
		i.Checked = c.Value == f.value
		items = append(items, i)
	}
	return items
}

func (f *field) choose(value string, path []string) {
	if value == f.value && len(path) == 0 {
		return
	}
	f.value, f.path = value, path
	f.showChoice()
	f.changed()
}

func (f *field) pickUnit() {
	pickUnit(f.Stage, func(id string, path []string) { f.choose(id, path) })
}

// arrange puts fields of one line side by side in pairs, and gives the name and
// fields of several lines the whole width.
func arrange(fields []*field) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	var waiting *field
	flush := func() {
		if waiting != nil {
			rows = append(rows, widgets.Columns(widgets.Apart, nil, waiting.row, layout.NewSpacer()))
			waiting = nil
		}
	}
	for _, f := range fields {
		switch {
		case f.spec.Form == proseField || f.spec.Key == present.KeyName:
			flush()
			rows = append(rows, f.row)
		case waiting == nil:
			waiting = f
		default:
			rows = append(rows, widgets.Columns(widgets.Apart, nil, waiting.row, f.row))
			waiting = nil
		}
	}
	flush()
	return rows
}
