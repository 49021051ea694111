// Package importing leads a person through reading a municipality's own list:
// file and sheets, columns, values, review, done. Nothing is saved before the
// last step, and the whole of it can be undone.
package importing

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/exchange"
	"infoklass/domain/inventory"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Options are what the wizard asks of the shell.
type Options struct {
	// Read reads the file; progress tells rows read.
	Read func(ctx context.Context, path string, progress func(rows int)) (*inventory.Book, error)
	// OnClose leaves the wizard; OnShow opens the list of assets after an import.
	OnClose func()
	OnShow  func()
	OnUndo  func()
	// OnUnread saves the list with the rows marked that did not come in; nil hides the button.
	OnUnread func(path string, p *inventory.Proposal)
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

// slot is the job that reads, understands and saves: one at a time.
const slot = "import"

// Wizard is the import of one file.
type Wizard struct {
	stage.Stage
	opt  Options
	path string

	book      *inventory.Book
	knowledge inventory.Knowledge
	answers   inventory.Answers
	options   inventory.Options
	proposal  *inventory.Proposal
	receipt   exchange.Receipt
	step      int

	page   *widgets.Page
	header *widgets.Steps
	body   *fyne.Container
	back   *widgets.Button
	next   *widgets.Button
	views  [steps]view
	object fyne.CanvasObject
}

// view is the content of one step. apply writes the wizard's state into it.
type view interface {
	object() fyne.CanvasObject
	apply()
}

var (
	_ stage.Page = (*Wizard)(nil)
	_ stage.Keys = (*Wizard)(nil)
)

// New builds the wizard for the list at path and begins to read it.
func New(s stage.Stage, path string, opt Options) *Wizard {
	w := &Wizard{Stage: s, opt: opt, path: path, answers: inventory.Answers{}}
	w.options = inventory.Options{
		Sheets: map[string]bool{}, Header: map[string]int{}, Columns: map[inventory.ColumnRef]string{}, Rows: map[inventory.RowRef]bool{},
	}
	t := s.Text
	w.header = widgets.NewSteps(t.T("importing.step.sheets"), t.T("importing.step.columns"), t.T("importing.step.values"), t.T("importing.step.review"), t.T("importing.step.done"))
	w.header.OnStep = w.jump
	w.body = container.NewStack()
	w.back = widgets.NewButton(t.T("importing.back"), w.goBack)
	w.next = widgets.NewPrimary(t.T("importing.next"), w.goOn)
	w.page = widgets.NewPage(t.T("importing.title", "file", filepath.Base(path)), t.T("importing.nothingSaved"),
		container.NewBorder(w.header, nil, nil, nil, widgets.Inset(widgets.Apart, 0, w.body)), w.back, w.next)
	w.object = w.page.Object()
	w.views = [steps]view{newSheets(w), newColumns(w), newValues(w), newReview(w), newDone(w)}
	w.next.Disable()
	w.read()
	return w
}

// read reads the file and understands it for the first time.
func (w *Wizard) read() {
	w.opt.OnWorking(slot, text.Msg("importing.reading", "file", filepath.Base(w.path)))
	path, read, r, p := w.path, w.opt.Read, w.Register, w
	jobs.Start(w.Jobs, slot, func(ctx context.Context, progress *jobs.Progress) (understood, error) {
		book, err := read(ctx, path, func(rows int) { progress.Set(rows, 0) })
		if err != nil {
			return understood{}, err
		}
		progress.Doing(text.Msg("importing.understanding"))
		k, err := exchange.Knowledge(ctx, r)
		if err != nil {
			return understood{}, err
		}
		proposal, err := inventory.Understand(ctx, book, k, nil, inventory.Options{})
		return understood{book, k, proposal}, err
	}, p.arrived)
}

type understood struct {
	book      *inventory.Book
	knowledge inventory.Knowledge
	proposal  *inventory.Proposal
}

func (w *Wizard) arrived(u understood, err error) {
	w.opt.OnIdle(slot)
	if err != nil {
		w.Fail(err)
		w.page.SetSubtitle(text.Explain(w.Text, err))
		return
	}
	w.book, w.knowledge, w.proposal = u.book, u.knowledge, u.proposal
	w.show(stepSheets)
}

// again understands the list anew after an answer or a choice.
func (w *Wizard) again() {
	book, k, a, o := w.book, w.knowledge, cloneAnswers(w.answers), cloneOptions(w.options)
	w.opt.OnWorking(slot, text.Msg("importing.understanding"))
	jobs.Start(w.Jobs, slot, func(ctx context.Context, _ *jobs.Progress) (*inventory.Proposal, error) {
		return inventory.Understand(ctx, book, k, a, o)
	}, func(p *inventory.Proposal, err error) {
		w.opt.OnIdle(slot)
		if err != nil {
			w.Fail(err)
			return
		}
		w.proposal = p
		w.show(w.step)
	})
}

// show brings a step to the front and writes the state into it.
func (w *Wizard) show(step int) {
	changed := step != w.step || len(w.body.Objects) == 0
	w.step = step
	w.views[step].apply()
	if changed {
		w.body.Objects = []fyne.CanvasObject{w.views[step].object()}
		w.body.Refresh()
	}
	w.apply()
}

// apply writes the state into what all steps share.
func (w *Wizard) apply() {
	t := w.Text
	done := make([]bool, steps)
	for i := range done {
		done[i] = i < w.step && w.step != stepDone || w.step == stepDone
	}
	w.header.Set(w.step, done)
	w.back.Hidden = w.step == stepDone
	w.back.SetText(t.T("importing.back"))
	if w.step == stepSheets {
		w.back.SetText(t.T("importing.cancel"))
	}
	label, ready := t.T("importing.next"), w.proposal != nil && len(w.proposal.Tables) > 0
	switch w.step {
	case stepValues:
		ready = ready && len(w.proposal.Questions) == 0
	case stepReview:
		n := w.proposal.Counts.Create + w.proposal.Counts.Update
		label = t.N("importing.do", n)
		ready = n > 0 && len(w.proposal.Questions) == 0
	case stepDone:
		label, ready = t.T("importing.show"), true
	}
	w.next.SetText(label)
	if ready {
		w.next.Enable()
	} else {
		w.next.Disable()
	}
	if w.step == stepDone {
		w.page.SetSubtitle(t.T("importing.saved"))
	} else {
		w.page.SetSubtitle(t.T("importing.nothingSaved"))
	}
}

// jump goes to a step that the header names; forward only one at a time.
func (w *Wizard) jump(step int) {
	if w.step != stepDone && step < w.step && w.proposal != nil {
		w.show(step)
	}
}

func (w *Wizard) goBack() {
	if w.step == stepSheets {
		w.opt.OnClose()
		return
	}
	w.show(w.step - 1)
}

func (w *Wizard) goOn() {
	switch w.step {
	case stepReview:
		w.save()
	case stepDone:
		w.opt.OnShow()
	default:
		w.show(w.step + 1)
	}
}

// save stores the proposal as one change of the register.
func (w *Wizard) save() {
	w.next.Disable()
	proposal, r := w.proposal, w.Register
	w.opt.OnWorking("save", text.Msg("importing.saving"))
	stage.SaveOr(w.Stage, func(ctx context.Context) (exchange.Receipt, error) {
		return exchange.Apply(ctx, r, proposal)
	}, func(receipt exchange.Receipt, err error) {
		w.opt.OnIdle("save")
		if err != nil {
			w.Fail(err)
			w.apply()
			return
		}
		w.receipt = receipt
		w.show(stepDone)
		w.Window.Canvas().Focus(w.next)
	})
}

// Object is part of stage.Page.
func (w *Wizard) Object() fyne.CanvasObject { return w.object }

// Refresh is part of stage.Page: the wizard meets the register as it was when the list was read.
func (w *Wizard) Refresh() {}

// Entered is part of stage.Page.
func (w *Wizard) Entered() {}

// Leave is part of stage.Page: nothing has been saved, so nothing is lost.
func (w *Wizard) Leave() bool {
	w.Jobs.Cancel(slot)
	return true
}

// Find is part of stage.Keys.
func (w *Wizard) Find() bool { return false }

// New is part of stage.Keys.
func (w *Wizard) New() bool { return false }

// Print is part of stage.Keys.
func (w *Wizard) Print() bool { return false }

// Close is part of stage.Keys: Esc goes one step back.
func (w *Wizard) Close() bool {
	if w.step == stepDone {
		w.opt.OnShow()
		return true
	}
	w.goBack()
	return true
}

// Type is part of stage.Keys: Enter goes on.
func (w *Wizard) Type(_ rune, key fyne.KeyName) bool {
	if (key == fyne.KeyReturn || key == fyne.KeyEnter) && !w.next.Disabled() {
		w.goOn()
		return true
	}
	return false
}
