// Package importing leads a person through reading a municipality's own list:
// file and sheets, columns, values, review, done. Nothing is saved before the
// last step, and the whole of it can be undone.
package importing

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Options are what the wizard asks of the shell.
type Options struct {
	// Read reads the file; progress is called with the number of rows read.
	Read func(ctx context.Context, path string, progress func(rows int)) (*intake.Book, error)
	// OnClose leaves the wizard; OnShow opens the list of assets after an import.
	OnClose func()
	OnShow  func()
	// OnUnits goes to the units that the import made, which wait to be confirmed. May be nil.
	OnUnits func()
	OnUndo  func()
	// OnOther asks for another file; nil hides the button.
	OnOther func()
	// OnUnread saves the list with the rows marked that did not come in; nil hides the button.
	OnUnread func(path string, p *intake.Proposal)
	// OnWorking and OnIdle show the progress of a job's slot in the shell.
	OnWorking func(slot string, doing text.Message)
	OnIdle    func(slot string)
}

// The steps.
const (
	stepSheets = iota
	stepColumns
	stepValues
	stepReview
	stepDone
	steps
)

// Wizard is the import of one file.
type Wizard struct {
	stage.Stage
	opt  Options
	path string

	understood
	answers intake.Answers
	options intake.Options
	left    Left
	stale   bool // something was decided since the list was understood
	working bool // a job reads, understands or saves
	receipt exchange.Receipt
	saved   *intake.Proposal // what came in
	step    int

	page    *widgets.Page
	header  *widgets.Steps
	body    *fyne.Container
	back    *widgets.Button
	next    *widgets.Button
	views   [steps]view
	trouble *trouble
	object  fyne.CanvasObject
}

// view is the content of one step.
type view interface {
	object() fyne.CanvasObject
	// apply writes the wizard's state into the widgets.
	apply()
	// focus puts the keyboard where the user will want it.
	focus()
}

var (
	_ stage.Page = (*Wizard)(nil)
	_ stage.Keys = (*Wizard)(nil)
)

// New builds the wizard for the list at path and begins to read it.
func New(s stage.Stage, path string, opt Options) *Wizard {
	w := &Wizard{Stage: s, opt: opt, path: path, answers: intake.Answers{}, left: Left{}, step: -1}
	w.options = intake.Options{
		Sheets: map[string]bool{}, Header: map[string]int{}, Columns: map[intake.ColumnRef]string{}, Rows: map[intake.RowRef]bool{},
	}
	t := s.Text
	w.header = widgets.NewSteps(t.T("importing.step.sheets"), t.T("importing.step.columns"), t.T("importing.step.values"), t.T("importing.step.review"), t.T("importing.step.done"))
	w.header.OnStep = w.jump
	w.body = container.NewStack()
	w.back = widgets.NewButton(t.T("importing.cancel"), w.goBack)
	w.next = widgets.NewPrimary(t.T("importing.next"), w.goOn)
	w.page = widgets.NewPage(t.T("importing.title", "file", filepath.Base(path)), t.T("importing.nothingSaved"),
		container.NewBorder(w.header, nil, nil, nil, widgets.Inset(widgets.Apart, 0, w.body)), w.back, w.next)
	w.object = w.page.Object()
	w.views = [steps]view{newSheets(w), newColumns(w), newValues(w), newReview(w), newDone(w)}
	w.trouble = newTrouble(w)
	w.read()
	return w
}

// show brings a step to the front, with the keyboard in it.
func (w *Wizard) show(step int) {
	changed := step != w.step
	w.step = step
	w.page.Show(nil)
	w.views[step].apply()
	w.put(w.views[step].object())
	w.apply()
	if changed && w.atFront() {
		w.views[step].focus()
	}
}

// put makes an object the content of the page.
func (w *Wizard) put(o fyne.CanvasObject) {
	if len(w.body.Objects) == 1 && w.body.Objects[0] == o {
		return
	}
	w.body.Objects = []fyne.CanvasObject{o}
	w.body.Refresh()
}

// atFront reports whether the page is on the canvas: the keyboard is not taken
// from another page.
func (w *Wizard) atFront() bool {
	if w.Window == nil || w.Window.Canvas() == nil {
		return false
	}
	return fyne.CurrentApp().Driver().CanvasForObject(w.body) == w.Window.Canvas()
}

// focusOn gives the keyboard to a widget of the page.
func (w *Wizard) focusOn(f fyne.Focusable) {
	if w.atFront() {
		w.Window.Canvas().Focus(f)
	}
}

// apply writes the state into what all steps share.
func (w *Wizard) apply() {
	t := w.Text
	done := make([]bool, steps)
	for i := range done {
		done[i] = i < w.step || w.step == stepDone
	}
	w.header.Set(max(0, w.step), done)
	w.back.Hidden = w.step == stepDone
	w.back.SetText(t.T("importing.back"))
	if w.step <= stepSheets {
		w.back.SetText(t.T("importing.cancel"))
	}
	label, ready := t.T("importing.next"), w.proposal != nil && len(w.proposal.Tables) > 0
	switch w.step {
	case stepReview:
		label, ready = t.N("importing.do", w.take), w.take > 0
	case stepDone:
		label, ready = t.T("importing.show"), true
	}
	w.next.Hidden = w.proposal == nil
	w.next.SetText(label)
	listing.Enable(w.next, ready && !w.working)
	w.page.SetSubtitle(w.subtitle())
}

// subtitle says what is read, and that nothing is saved yet.
func (w *Wizard) subtitle() string {
	t := w.Text
	switch {
	case w.step == stepDone:
		return t.T("importing.saved")
	case w.proposal == nil || len(w.proposal.Tables) == 0:
		return t.T("importing.nothingSaved")
	case len(w.proposal.Tables) == 1:
		table := &w.proposal.Tables[0]
		return t.N("importing.about", len(table.Rows), "sheet", sheetName(t, table.Sheet), "header", table.HeaderRow())
	}
	return t.N("importing.aboutSheets", w.counts[reviewAll], "sheets", len(w.proposal.Tables))
}

// sheetName is what a sheet is called: a text file has only one, without a name.
func sheetName(t *text.Printer, name string) string {
	if name == intake.SingleSheet {
		return t.T("importing.sheet.file")
	}
	return name
}

// jump goes back to a step that the header names, or on to the next.
func (w *Wizard) jump(step int) {
	switch {
	case w.step == stepDone || w.proposal == nil || w.working:
	case step < w.step:
		w.show(step)
	case step > w.step:
		w.goOn()
	}
}

func (w *Wizard) goBack() {
	switch {
	case w.step <= stepSheets:
		w.leave()
	case w.step == stepReview && len(w.valueQuestions()) == 0:
		w.show(stepColumns) // there was nothing to ask
	default:
		w.show(w.step - 1)
	}
}

// leave closes the wizard, and asks first when answers would be lost.
func (w *Wizard) leave() {
	if len(w.answers)+len(w.options.Columns)+len(w.left) == 0 || w.Window == nil {
		w.opt.OnClose()
		return
	}
	t := w.Text
	ask := widgets.Question{Title: t.T("importing.leave"), Words: t.T("importing.leave.what"), Yes: t.T("importing.leave.yes"), No: t.T("importing.leave.no")}
	widgets.Confirm(w.Window.Canvas(), ask, func(yes bool) {
		if yes {
			w.opt.OnClose()
		}
	})
}

// goOn is the button that leads forward.
func (w *Wizard) goOn() {
	switch {
	case w.working || w.next.Disabled():
	case w.step == stepDone:
		w.opt.OnShow()
	case w.step == stepReview:
		w.settled(w.saveDecided)
	case w.step == stepValues && w.views[stepValues].(*values).unanswered():
	default:
		w.settled(w.advance)
	}
}

// saveDecided saves, unless a choice in the review has raised a question about values.
func (w *Wizard) saveDecided() {
	switch {
	case len(ValueQuestions(w.proposal.Questions)) > 0:
		w.show(stepValues)
	case w.take > 0:
		w.save()
	default:
		w.show(stepReview)
	}
}

// advance goes to the next step where there is something to do. Answers can
// raise new questions: then the step with the questions comes again.
func (w *Wizard) advance() {
	step := w.step + 1
	if step > stepColumns {
		step = stepReview
		if len(ValueQuestions(w.proposal.Questions)) > 0 {
			step = stepValues
		}
	}
	if step == w.step {
		w.views[step].apply()
		w.apply()
		w.page.Show(widgets.NewNotice(widgets.Accent, w.Text.T("importing.values.more"), "", nil, w.Text.T("importing.closeNotice")))
		w.views[step].focus()
		return
	}
	w.show(step)
}

// valueQuestions are the questions about values, answered or not.
func (w *Wizard) valueQuestions() []intake.Question {
	return append(ValueQuestions(w.proposal.Questions), ValueQuestions(w.proposal.Answered)...)
}

// Object is part of stage.Page.
func (w *Wizard) Object() fyne.CanvasObject { return w.object }

// Refresh is part of stage.Page. The list is understood again where the
// register has moved on since: what is reviewed must be what is saved.
func (w *Wizard) Refresh() {
	if w.proposal == nil || w.step == stepDone || w.working || w.Register.Revision() == w.revision {
		return
	}
	w.changed()
}

// Entered is part of stage.Page.
func (w *Wizard) Entered() {
	if w.Window != nil && w.Window.Canvas() != nil {
		w.Window.Canvas().AddShortcut(onward, w.onward)
	}
	if w.proposal == nil {
		w.trouble.focus()
		return
	}
	w.views[w.step].focus()
}

// Leave is part of stage.Page: nothing has been saved, so nothing is lost. A
// reading that was under way can be taken up again.
func (w *Wizard) Leave() bool {
	w.Jobs.Cancel(later)
	w.Jobs.Stop(slot)
	if w.Window != nil && w.Window.Canvas() != nil {
		w.Window.Canvas().RemoveShortcut(onward)
	}
	return true
}

// onward is Ctrl+Enter: it goes on from wherever the keyboard is, out of a
// table too, where Enter shows the row.
var onward = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}

func (w *Wizard) onward(fyne.Shortcut) {
	if w.proposal != nil && w.atFront() && w.Window.Canvas().Overlays().Top() == nil {
		w.goOn()
	}
}

// Find is part of stage.Keys.
func (w *Wizard) Find() bool { return false }

// New is part of stage.Keys.
func (w *Wizard) New() bool { return false }

// Print is part of stage.Keys.
func (w *Wizard) Print() bool { return false }

// Close is part of stage.Keys: Esc stops what is under way, or goes one step back.
func (w *Wizard) Close() bool {
	switch {
	case w.working:
		w.Jobs.Stop(slot)
	case w.step == stepDone:
		w.opt.OnShow()
	default:
		w.goBack()
	}
	return true
}

// Type is part of stage.Keys: Enter goes on, and digits answer questions.
func (w *Wizard) Type(r rune, key fyne.KeyName) bool {
	if key == fyne.KeyReturn || key == fyne.KeyEnter {
		if w.proposal == nil {
			return false
		}
		w.goOn()
		return true
	}
	if w.step == stepValues && r >= '0' && r <= '9' {
		return w.views[stepValues].(*values).digit(r)
	}
	return false
}
