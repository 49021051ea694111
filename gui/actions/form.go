package actions

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/action"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// form is the dialog that an action is written in.
type form struct {
	stage.Stage
	form   present.ActionForm
	opt    Options
	made   func(action.Action)
	was    action.Status // before the form was opened
	dialog *widgets.Dialog
	rows   *fyne.Container

	what, risk, responsible, name, cost, note *widgets.Entry
	start, due, closedOn, noteOn              *widgets.DateEntry
	causeKind, status                         *widgets.Chip
	about, cause                              *widgets.Text
	aboutPick, causePick                      *widgets.Button

	labels map[present.ActionField]*widgets.FormRow
	riskRow, causeRow,
	closedRow *widgets.FormRow
}

// formWidth is the dialog's, at 100 %.
const formWidth = 640

// New opens the form for a new action that begins with what is known already:
// the asset, and the requirement or the finding it answers to. Made is called
// once it is stored; it may be nil.
func New(s stage.Stage, begin action.Action, opt Options, made func(action.Action)) {
	f := &form{Stage: s, form: present.NewActionForm(s.Text, s.Register, begin), opt: opt, made: made}
	f.open(s.Text.T("actions.form.new"))
}

// Edit opens the form for an action.
func Edit(s stage.Stage, id string, opt Options) {
	known, ok := present.EditActionForm(s.Text, s.Register, id)
	if !ok {
		s.Fail(text.Fail(nil, "action.problem.gone"))
		return
	}
	f := &form{Stage: s, form: known, opt: opt, was: known.Action.Status}
	f.open(s.Text.T("actions.form.edit"))
}

func (f *form) open(title string) {
	p := f.Text
	f.build()
	f.rows = widgets.Column(10, f.arranged()...)
	save := widgets.NewPrimary(p.T("actions.form.save"), f.save)
	f.dialog = widgets.NewDialog(f.Window.Canvas(), title, formWidth, f.rows, widgets.NewButton(p.T("actions.form.cancel"), func() { f.dialog.Close() }), save)
	f.apply()
	f.dialog.Show(f.what)
}

func (f *form) build() {
	p, a := f.Text, f.form.Action
	f.what = widgets.NewLongEntry(a.What, 2)
	f.risk = widgets.NewLongEntry(a.Cause.Text, 2)
	f.responsible, f.name = widgets.NewEntry(a.Responsible), widgets.NewEntry(a.Name)
	f.cost, f.note = widgets.NewEntry(f.form.Cost), widgets.NewLongEntry("", 2)
	f.start, f.due = f.day(a.Start), f.day(a.Due)
	f.closedOn, f.noteOn = f.day(a.Closed), f.day(f.form.NoteOn)
	f.causeKind, f.status = widgets.NewChoice("", f.causeMenu), widgets.NewChoice("", f.statusMenu)
	f.about, f.cause = widgets.NewWrapped("", widgets.Body, widgets.Plain), widgets.NewWrapped("", widgets.Body, widgets.Plain)
	for _, long := range []*widgets.Entry{f.what, f.risk, f.note} {
		long.OnNext = f.save // Ctrl+Enter: Enter begins a new line
	}
	f.aboutPick = widgets.NewButton(p.T("actions.choose"), f.pickAbout).Compact()
	f.causePick = widgets.NewButton(p.T("actions.choose"), f.pickCause).Compact()
}

func (f *form) day(iso string) *widgets.DateEntry {
	return widgets.NewDateEntry(f.Text, parseDay(iso), false, f.Register.Today)
}

func parseDay(iso string) time.Time {
	day, err := text.ParseDate(iso)
	if err != nil {
		return time.Time{}
	}
	return day
}

// chosen is a value beside the button that changes it.
func chosen(value *widgets.Text, pick *widgets.Button) fyne.CanvasObject {
	return widgets.Border(nil, nil, nil, widgets.Column(0, pick, layout.NewSpacer()), widgets.Inset(3, 0, value))
}

func (f *form) arranged() []fyne.CanvasObject {
	p := f.Text
	f.labels = map[present.ActionField]*widgets.FormRow{}
	row := func(at present.ActionField, label, hint string, o fyne.CanvasObject) *widgets.FormRow {
		r := widgets.NewFormRow(p.T(label), hint, o)
		f.labels[at] = r
		return r
	}
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return widgets.Columns(widgets.Apart, nil, a, b) }
	f.riskRow = widgets.NewFormRow(p.T("actions.form.risk"), "", f.risk)
	f.causeRow = widgets.NewFormRow(p.T("actions.form.which"), "", chosen(f.cause, f.causePick))
	f.closedRow = row(present.FieldClosed, "actions.form.closed", "", f.closedOn)
	rows := []fyne.CanvasObject{
		row(present.FieldWhat, "actions.form.what", "", f.what),
		pair(row(present.FieldAbout, "action.column.about", "", chosen(f.about, f.aboutPick)), row(present.FieldCause, "action.column.cause", "", widgets.Row(0, f.causeKind))),
		f.causeRow, f.riskRow,
		pair(row(present.FieldResponsible, "actions.form.responsible", "", f.responsible), row(present.FieldName, "actions.form.name", "", f.name)),
		pair(row(present.FieldStart, "action.column.start", "", f.start), row(present.FieldDue, "action.column.due", "", f.due)),
		pair(row(present.FieldCost, "actions.form.cost", "", f.cost), row(present.FieldStatus, "action.column.status", "", widgets.Row(0, f.status))),
		f.closedRow,
	}
	for at, day := range map[present.ActionField]*widgets.DateEntry{present.FieldStart: f.start, present.FieldDue: f.due, present.FieldClosed: f.closedOn} {
		day.OnFault = func(sentence string) { f.fault(at, sentence) }
	}
	if f.form.Base == 0 {
		return rows
	}
	rows = append(rows, f.followUps()...)
	return append(rows, pair(row(present.FieldNote, "actions.form.note", "", f.note), widgets.NewFormRow(p.T("actions.form.noteOn"), "", f.noteOn)))
}

// followUps are the notes there are, the newest first.
func (f *form) followUps() []fyne.CanvasObject {
	notes := widgets.Column(widgets.Tight)
	all := f.form.Action.FollowUps
	for i := range all {
		n := all[len(all)-1-i]
		notes.Add(widgets.NewWrapped(f.Text.T("actions.form.followUp", "on", n.On, "by", n.By, "note", n.Note), widgets.Small, widgets.Plain))
	}
	if len(all) == 0 {
		notes.Add(widgets.NewWrapped(f.Text.T("actions.form.noFollowUps"), widgets.Small, widgets.Muted))
	}
	return []fyne.CanvasObject{widgets.NewFormRow(f.Text.T("actions.form.followUps"), "", notes)}
}

// apply shows what has been chosen.
func (f *form) apply() {
	p, a := f.Text, f.form.Action
	row := present.NewActionRow(p, f.Register, a)
	f.about.SetText(orElse(row.About, p.T("actions.form.aboutNothing")))
	f.causeKind.Set(a.Cause.Kind.Label().In(p), false)
	f.status.Set(a.Status.Label().In(p), false)
	f.cause.SetText(orElse(row.Answers, p.T("actions.form.notChosen")))
	setVisible(f.causeRow, a.Cause.Kind == action.Requirement || a.Cause.Kind == action.Duty)
	setVisible(f.riskRow, a.Cause.Kind == action.Risk)
	setVisible(f.closedRow, !a.Status.Open())
	f.rows.Refresh()
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (f *form) causeMenu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, k := range action.CauseKinds {
		i := fyne.NewMenuItem(k.Label().In(f.Text), func() {
			f.form.SetCause(k)
			f.clearFaults()
			f.apply()
		})
		i.Checked = k == f.form.Action.Cause.Kind
		items = append(items, i)
	}
	return items
}

func (f *form) statusMenu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, s := range action.Statuses {
		i := fyne.NewMenuItem(s.Label().In(f.Text), func() {
			f.form.Action.Status = s
			if !s.Open() && f.closedOn.Date().IsZero() {
				f.closedOn.SetDate(f.Register.Today())
			}
			f.apply()
		})
		i.Checked = s == f.form.Action.Status
		items = append(items, i)
	}
	return items
}

func (f *form) pickAbout() {
	pick(f.Stage, f.Text.T("actions.pick.about"), f.Text.T("field.unit"), true, func(ctx context.Context, search string) ([]present.ActionChoice, error) {
		return present.AboutChoices(ctx, f.Text, f.Register, search)
	}, func(c present.ActionChoice) {
		f.read()
		if c.Unit {
			f.form.SetAbout(f.Register, "", c.ID)
		} else {
			f.form.SetAbout(f.Register, c.ID, "")
		}
		f.responsible.SetValue(f.form.Action.Responsible)
		f.clearFaults()
		f.apply()
	})
}

func (f *form) pickCause() {
	a := f.form.Action
	if a.Cause.Kind == action.Requirement && a.Asset == "" {
		f.fault(present.FieldAbout, f.Text.T("actions.form.aboutFirst"))
		f.Window.Canvas().Focus(f.aboutPick)
		return
	}
	pick(f.Stage, f.Text.T("actions.pick.cause"), f.Text.T("actions.pick.note"), false, func(_ context.Context, search string) ([]present.ActionChoice, error) {
		return present.CauseChoices(f.Text, f.Register, f.Judge(), a, search), nil
	}, func(c present.ActionChoice) {
		f.form.Action.Cause.ID = c.ID
		f.clearFaults()
		f.apply()
	})
}

func (f *form) fault(at present.ActionField, sentence string) {
	if row, ok := f.labels[at]; ok {
		row.Fault(sentence)
	}
	f.rows.Refresh()
}

func (f *form) clearFaults() {
	for _, row := range f.labels {
		row.Fault("")
	}
}

// read takes over what is written in the fields.
func (f *form) read() {
	a := &f.form.Action
	a.What, a.Responsible, a.Name = f.what.Text, f.responsible.Text, f.name.Text
	if a.Cause.Kind == action.Risk {
		a.Cause.Text = f.risk.Text
	}
	a.Start, a.Due = text.Date(f.start.Date()), text.Date(f.due.Date())
	if a.Closed = ""; !a.Status.Open() {
		a.Closed = text.Date(f.closedOn.Date())
	}
	f.form.Cost, f.form.Note, f.form.NoteOn = f.cost.Text, f.note.Text, text.Date(f.noteOn.Date())
}

func (f *form) save() {
	if f.badDay() {
		return
	}
	f.read()
	f.clearFaults()
	if at, err := f.form.Problem(f.Register); err != nil {
		f.fault(at, text.Explain(f.Text, err))
		f.Window.Canvas().Focus(f.field(at))
		return
	}
	stored := f.form
	stage.SaveOr(f.Stage, func(ctx context.Context) (action.Action, error) { return stored.Store(ctx, f.Register) }, f.saved)
}

// badDay goes to the first field whose day cannot be read, which has said so itself.
func (f *form) badDay() bool {
	for _, day := range []*widgets.DateEntry{f.start, f.due, f.closedOn, f.noteOn} {
		if day.Text != text.Date(day.Date()) && day.Text != "" {
			f.Window.Canvas().Focus(day)
			return true
		}
	}
	return false
}

func (f *form) field(at present.ActionField) fyne.Focusable {
	switch at {
	case present.FieldCause:
		switch f.form.Action.Cause.Kind {
		case action.Risk:
			return f.risk
		case action.ByItself:
			return f.causeKind
		}
		return f.causePick
	case present.FieldAbout:
		return f.aboutPick
	case present.FieldResponsible:
		return f.responsible
	case present.FieldDue:
		return f.due
	case present.FieldStart:
		return f.start
	case present.FieldCost:
		return f.cost
	case present.FieldClosed:
		return f.closedOn
	case present.FieldNote:
		return f.note
	}
	return f.what
}

// saved closes the form; a refusal is told and what was written stays.
func (f *form) saved(a action.Action, err error) {
	if err != nil {
		f.fault(present.FieldWhat, text.Explain(f.Text, err))
		return
	}
	f.dialog.Close()
	switch {
	case f.was.Open() && !a.Status.Open():
		closed(f.Stage, a, f.opt)
	case f.form.Base == 0:
		f.Tell(stage.Receipt{Message: text.Msg("actions.added", "what", a.What), Undo: true})
	default:
		f.Tell(stage.Receipt{Message: text.Msg("actions.changed", "what", a.What), Undo: true})
	}
	if f.made != nil {
		f.made(a)
	}
}
