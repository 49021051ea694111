package actions

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/action"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// form is the dialog that an action is written in.
type form struct {
	stage.Stage
	*forms.Form
	draft draft
	risk  string // what is written of the risk, also while the action answers to something else
	opt   Options
	made  func(action.Action)
	was   action.Status // before the form was opened

	at           map[field]*forms.Field
	about, cause *widgets.Text
	riskRow      *forms.Field
	causeRow     *forms.Field
}

// formWidth is the dialog's, at 100 %.
const formWidth = 640

// New opens the form for a new action that begins with what is known already:
// the asset, and the requirement or the finding it answers to. Made is called
// once it is stored; it may be nil.
func New(s stage.Stage, begin action.Action, opt Options, made func(action.Action)) {
	f := &form{Stage: s, draft: newDraft(s.Text, s.Register, begin), opt: opt, made: made}
	f.open(s.Text.T("actions.form.new"))
}

// Edit opens the form for an action.
func Edit(s stage.Stage, id string, opt Options) {
	known, ok := editDraft(s.Text, s.Register, id)
	if !ok {
		s.Fail(text.Fail(nil, "action.problem.gone"))
		return
	}
	f := &form{Stage: s, draft: known, opt: opt, was: known.Action.Status}
	f.open(s.Text.T("actions.form.edit"))
}

func (f *form) open(title string) {
	p := f.Text
	f.Form, f.risk = forms.New(f.Stage), f.draft.Action.Cause.Text
	f.OnSave = f.save
	f.fields()
	f.apply()
	f.Open(forms.Dialog{Title: title, Width: formWidth, Cancel: p.T("actions.form.cancel"), Save: p.T("actions.form.save")}, f.at[atWhat])
}

// fields builds the fields and puts them in their order.
func (f *form) fields() {
	p, d, a := f.Text, &f.draft, &f.draft.Action
	f.about, f.cause = widgets.NewWrapped("", widgets.Body, widgets.Plain), widgets.NewWrapped("", widgets.Body, widgets.Plain)
	f.at = map[field]*forms.Field{
		atWhat:        f.Long(p.T("actions.form.what"), "", 2, &a.What),
		atAbout:       f.chosen("action.column.about", f.about, f.pickAbout),
		atCause:       f.causes(),
		atResponsible: f.Line(p.T("actions.form.responsible"), "", &a.Responsible),
		atName:        f.Line(p.T("actions.form.name"), "", &a.Name),
		atStart:       f.Day(p.T("action.column.start"), &a.Start, false),
		atDue:         f.Day(p.T("action.column.due"), &a.Due, false),
		atCost:        f.Line(p.T("actions.form.cost"), "", &d.Cost),
		atClosed:      f.Day(p.T("actions.form.closed"), &a.Closed, false),
		atStatus: forms.ChoiceOf(f.Form, p.T("action.column.status"), &a.Status, forms.Choice[action.Status]{
			Values: forms.Among(action.Statuses...), Words: func(s action.Status) string { return s.Label().In(p) }, Changed: f.statusChosen,
		}),
	}
	f.causeRow = f.chosen("actions.form.which", f.cause, f.pickCause)
	f.riskRow = f.Long(p.T("actions.form.risk"), "", 2, &f.risk)
	f.Row(f.at[atWhat])
	f.Row(f.at[atAbout], f.at[atCause])
	f.Row(f.causeRow)
	f.Row(f.riskRow)
	f.Row(f.at[atResponsible], f.at[atName])
	f.Row(f.at[atStart], f.at[atDue])
	f.Row(f.at[atCost], f.at[atStatus])
	f.Row(f.at[atClosed])
	if d.Base == 0 {
		return
	}
	f.Put(widgets.NewFormRow(p.T("actions.form.followUps"), "", f.followUps()))
	f.at[atNote] = f.Long(p.T("actions.form.note"), "", 2, &d.Note)
	f.Row(f.at[atNote], f.Day(p.T("actions.form.noteOn"), &d.NoteOn, false))
}

func (f *form) causes() *forms.Field {
	kind := f.draft.Action.Cause.Kind
	return forms.ChoiceOf(f.Form, f.Text.T("action.column.cause"), &kind, forms.Choice[action.CauseKind]{
		Values: forms.Among(action.CauseKinds...), Words: func(k action.CauseKind) string { return k.Label().In(f.Text) },
		Changed: func() {
			f.draft.SetCause(kind)
			f.Mend()
			f.apply()
		},
	})
}

// chosen is a value beside the button that changes it.
func (f *form) chosen(label string, value *widgets.Text, choose func()) *forms.Field {
	pick := widgets.NewButton(f.Text.T("actions.choose"), choose).Compact()
	content := widgets.Border(nil, nil, nil, widgets.Column(0, pick, layout.NewSpacer()), widgets.Inset(3, 0, value))
	return f.Custom(f.Text.T(label), "", content, pick)
}

// followUps are the notes there are, the newest first.
func (f *form) followUps() fyne.CanvasObject {
	notes := widgets.Column(widgets.Tight)
	for _, n := range slices.Backward(f.draft.Action.FollowUps) {
		notes.Add(widgets.NewWrapped(f.Text.T("actions.form.followUp", "on", n.On, "by", n.By, "note", n.Note), widgets.Small, widgets.Plain))
	}
	if len(notes.Objects) == 0 {
		notes.Add(widgets.NewWrapped(f.Text.T("actions.form.noFollowUps"), widgets.Small, widgets.Muted))
	}
	return notes
}

// apply shows what has been chosen.
func (f *form) apply() {
	p, a := f.Text, f.draft.Action
	shown := newRow(p, f.Register, a)
	f.about.SetText(cmp.Or(shown.About, p.T("actions.form.aboutNothing")))
	f.cause.SetText(cmp.Or(shown.Answers, p.T("actions.form.notChosen")))
	f.causeRow.Show(a.Cause.Kind == action.Requirement || a.Cause.Kind == action.Duty)
	f.riskRow.Show(a.Cause.Kind == action.Risk)
	f.at[atClosed].Show(!a.Status.Open())
	f.Refresh()
}

// statusChosen offers today as the day that an action was closed.
func (f *form) statusChosen() {
	f.Read()
	if a := &f.draft.Action; !a.Status.Open() && a.Closed == "" {
		a.Closed = text.Date(f.Register.Today())
		f.at[atClosed].Write()
	}
	f.apply()
}

func (f *form) pickAbout() {
	pick(f.Stage, f.Text.T("actions.pick.about"), f.Text.T("field.unit"), true, func(ctx context.Context, search string) ([]choice, error) {
		return aboutChoices(ctx, f.Text, f.Register, search)
	}, func(c choice) {
		f.Read()
		if c.Unit {
			f.draft.SetAbout(f.Register, "", c.ID)
		} else {
			f.draft.SetAbout(f.Register, c.ID, "")
		}
		f.at[atResponsible].Write()
		f.Mend()
		f.apply()
	})
}

func (f *form) pickCause() {
	a := f.draft.Action
	if a.Cause.Kind == action.Requirement && a.Asset == "" {
		f.Refuse(f.at[atAbout], f.Text.T("actions.form.aboutFirst"))
		return
	}
	pick(f.Stage, f.Text.T("actions.pick.cause"), f.Text.T("actions.pick.note"), false, func(_ context.Context, search string) ([]choice, error) {
		return causeChoices(f.Text, f.Register, f.Judge(), a, search), nil
	}, func(c choice) {
		f.draft.Action.Cause.ID = c.ID
		f.Mend()
		f.apply()
	})
}

func (f *form) save() {
	if f.draft.Action.Cause.Kind == action.Risk {
		f.draft.Action.Cause.Text = f.risk
	}
	if at, err := f.draft.Problem(f.Register); err != nil {
		f.Fault(f.at[at], text.Explain(f.Text, err))
		f.Focus(f.keyboard(at))
		return
	}
	stored := f.draft
	forms.Store(f.Form, f.at[atWhat], func(ctx context.Context) (action.Action, error) { return stored.Store(ctx, f.Register) }, f.saved)
}

// keyboard is where a problem is mended: what the action answers to has a field for each kind.
func (f *form) keyboard(at field) *forms.Field {
	switch kind := f.draft.Action.Cause.Kind; {
	case at != atCause || kind == action.ByItself:
		return f.at[at]
	case kind == action.Risk:
		return f.riskRow
	}
	return f.causeRow
}

// saved says what was stored.
func (f *form) saved(a action.Action) {
	switch {
	case f.was.Open() && !a.Status.Open():
		closed(f.Stage, a, f.opt)
	case f.draft.Base == 0:
		f.Tell(stage.Receipt{Message: text.Msg("actions.added", "what", a.What), Undo: true})
	default:
		f.Tell(stage.Receipt{Message: text.Msg("actions.changed", "what", a.What), Undo: true})
	}
	if f.made != nil {
		f.made(a)
	}
}
