// Package classification is the list of what is to be classified or looked at
// again, and the guided form that leads to a decided classification.
package classification

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// FormOptions say what the guided form is about and where it leads.
type FormOptions struct {
	Asset string
	// OnClose goes back to where the form was opened from.
	OnClose func()
	// OnOpen goes to an asset's own page.
	OnOpen func(asset string)
	// OnPrint prints the protocol of a decided version.
	OnPrint func(asset, version string)
	// OnProject shows something on the whole screen instead of the window; nil
	// brings the window back. Without it there is no projector mode.
	OnProject func(fyne.CanvasObject)
	// OnWorksheet prints the paper for those who prefer a pen.
	OnWorksheet func(asset string)
}

// Form is the guided form: one aspect a step, then the decision. A draft is
// kept at every step, when a text was written and on leaving; nothing is in
// force before it is decided.
type Form struct {
	stage stage.Stage
	opt   FormOptions

	record     *register.Record
	form       *classForm
	begun      bool                     // the draft was begun here: none lay in the register
	over       bool                     // stopped, discarded or decided: nothing more is stored
	projecting bool                     // the aspect is shown on the whole screen
	saving     int                      // drafts on their way into the register
	decided    *classify.Classification // the version that came of it

	page   *widgets.Page
	steps  *widgets.Steps
	body   *fyne.Container // the step shown, or what came of it
	scroll *widgets.Scroller
	side   *side
	large  *widgets.Button
	close  *widgets.Button
	back   *widgets.Button
	next   *widgets.Button
	view   stepView
}

// stepView is the part of the form that is about one step.
type stepView interface {
	object() fyne.CanvasObject
	apply()               // writes the widgets again
	ready() bool          // reports whether the form can go on, and shows what is missing
	typed(r rune) bool    // a character that no field has taken
	settled() bool        // whether what is written can be kept
	focus(problem string) // moves the keyboard to what is missing
}

// NewForm opens the form of an asset, on the draft where there is one.
func NewForm(s stage.Stage, opt FormOptions) *Form {
	f := &Form{stage: s, opt: opt, body: container.NewStack()}
	p := s.Text
	titles := make([]string, classSteps)
	for i := range titles {
		titles[i] = classStep(i).Title(p)
	}
	f.steps = widgets.NewSteps(titles...)
	f.steps.OnStep = func(i int) { f.goTo(classStep(i)) }
	f.steps.OnAgain = f.goOn
	f.large = widgets.NewButton(p.T("classification.projector"), f.project)
	f.close = widgets.NewButton(p.T("classification.close"), f.leaveForm)
	f.back = widgets.NewButton(p.T("classification.back"), f.goBack)
	f.next = widgets.NewPrimary("", f.goOn)
	f.side = newSide(p, f.askDiscard)
	f.scroll = widgets.Scrolled(f.body)
	content := widgets.Border(widgets.Column(widgets.Apart, f.steps, widgets.Column(0)), nil, nil, nil, f.scroll)
	f.page = widgets.NewPage("", "", content, f.large, f.close, f.back, f.next)
	f.open()
	return f
}

// open reads the draft, or begins one from the levels in force.
func (f *Form) open() {
	rec, found := f.stage.Register.Record(f.opt.Asset)
	if !found {
		f.showGone()
		return
	}
	draft, err := f.stage.Register.Classifications().StartDraft(f.opt.Asset)
	if err != nil {
		f.stage.Fail(err)
		f.showGone()
		return
	}
	f.begin()
	f.record, f.begun = rec, rec.Draft == nil
	f.over, f.decided = false, nil
	f.form = newClassForm(draft, f.stage.Register.Classifications().ScaleOf(draft), !f.begun, f.stage.Register.Today())
	f.form.Demands = f.stage.Register.Settings().Demands()
	f.form.SetInformation(f.stage.Register, rec)
	step := stepObject
	if !f.begun {
		step = f.form.FirstOpen()
	}
	f.page.SetTitle(f.stage.Text.T("classification.form.title", "name", rec.Asset.Name))
	f.tellSaved(time.Time{})
	f.show(step)
}

// show shows a step.
func (f *Form) show(step classStep) {
	f.form.Go(step)
	a, ok := step.Aspect()
	if f.projecting && ok {
		f.view = newProjectorView(f, a)
		f.opt.OnProject(f.view.object())
		f.apply()
		return
	}
	if f.projecting {
		f.projecting = false
		f.opt.OnProject(nil)
	}
	if ok {
		f.view = newAspectView(f, a)
	} else if step == stepObject {
		f.view = newObjectView(f)
	} else {
		f.view = newDecisionView(f)
	}
	f.page.Show(nil)
	f.body.Objects = []fyne.CanvasObject{besideBar(widgets.Beside(sideWidth, mainLeast, f.view.object(), f.side.card))}
	f.scroll.ScrollToTop()
	f.apply()
	f.body.Refresh()
}

// The width of the right side, the least of the main part, and what is kept
// free for the scroll bar, at 100 %.
const (
	sideWidth = 250
	mainLeast = 560
	barWidth  = 10
)

// besideBar keeps content away from the scroll bar at its right.
func besideBar(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, widgets.Sized(barWidth, 0, widgets.Column(0)), content)
}

// apply updates everything that follows from the classification.
func (f *Form) apply() {
	p := f.stage.Text
	f.steps.Set(int(f.form.Step), f.form.Done())
	_, aspect := f.form.Step.Aspect()
	f.large.Offer(aspect && f.opt.OnProject != nil)
	f.back.Offer(f.form.Step != stepObject)
	label := p.T("classification.decide")
	if f.form.Step != stepDecision {
		label = p.T("classification.next", "step", f.form.Next().Title(p))
	}
	f.next.SetText(label)
	f.view.apply()
	f.side.apply(f.stage.Register.Requirements().Catalogue(), f.record, f.form, f.form.Changed() || f.stored())
	f.page.Object().Refresh()
}

// goTo saves and shows another step.
func (f *Form) goTo(step classStep) {
	f.unfocus()
	if !f.view.settled() {
		return
	}
	f.save()
	f.show(step)
	if !f.projecting {
		f.steps.Focus()
	}
}

func (f *Form) goBack() { f.goTo(f.form.Previous()) }

// goOn goes to the next step, or decides in the last one.
func (f *Form) goOn() {
	if f.over {
		return
	}
	f.unfocus()
	if !f.view.ready() {
		return
	}
	if f.form.Step == stepDecision {
		f.decide()
		return
	}
	f.goTo(f.form.Next())
}

// unfocus commits what is being typed.
func (f *Form) unfocus() { f.stage.Window.Canvas().Unfocus() }

// save keeps the draft where it has changed.
func (f *Form) save() {
	if f.over || f.form == nil || !f.form.Changed() {
		return
	}
	c := f.form.Snapshot()
	r := f.stage.Register
	f.saving++
	stage.SaveOr(f.stage, func(ctx context.Context) (time.Time, error) {
		return r.Now(), r.Classifications().SaveDraft(ctx, c)
	}, func(at time.Time, err error) {
		f.saving--
		if err != nil {
			f.stopProjecting() // the form says what is missing
			f.stage.Fail(err)
			return
		}
		f.form.Saved(c)
		f.tellSaved(at)
	})
}

// tellSaved says beneath the title whose this is and when the draft was kept.
func (f *Form) tellSaved(at time.Time) {
	p, rec := f.stage.Text, f.record
	line := present.KindLabel(p, rec.Asset.Kind)
	if unit := present.UnitBelow(f.stage.Register, rec.Asset.Unit); unit != "" {
		line = unit + " · " + line
	}
	switch {
	case !at.IsZero():
		line += " · " + p.T("classification.saved", "time", at.Local().Format("15:04"))
	case !f.begun:
		line += " · " + p.T("classification.goingOn")
	}
	f.page.SetSubtitle(line)
}

// Object is part of stage.Page.
func (f *Form) Object() fyne.CanvasObject { return f.page.Object() }

// Refresh is part of stage.Page. What was undone meanwhile shows; what is being
// written here is left alone.
func (f *Form) Refresh() {
	if f.record == nil || f.saving > 0 {
		return
	}
	rec, found := f.stage.Register.Record(f.opt.Asset)
	switch {
	case !found:
		f.showGone()
		return
	case f.decided != nil:
		if rec.Class == nil || rec.Class.ID != f.decided.ID {
			f.open() // the decision was undone
		}
		return
	case f.over:
		return
	}
	f.record = rec
	stored, err := f.stage.Register.Classifications().StartDraft(f.opt.Asset)
	if err != nil || f.form.SameAsSaved(stored) || f.form.Changed() {
		return
	}
	step := f.form.Step
	f.begun = rec.Draft == nil
	f.form = newClassForm(stored, f.stage.Register.Classifications().ScaleOf(stored), !f.begun, f.stage.Register.Today())
	f.form.Demands = f.stage.Register.Settings().Demands()
	f.form.SetInformation(f.stage.Register, rec)
	f.show(step)
}

// Entered is part of stage.Page. The keyboard begins at the step: digits choose,
// Enter goes on, Tab leads into it.
func (f *Form) Entered() {
	f.unfocus()
	if !f.over && f.form != nil {
		f.steps.Focus()
	}
}

// Leave is part of stage.Page: the draft is kept.
func (f *Form) Leave() bool {
	f.stopProjecting()
	if f.over || f.form == nil {
		return true
	}
	f.unfocus()
	if !f.view.settled() {
		return false
	}
	f.save()
	return true
}

func (f *Form) leaveForm() {
	if f.opt.OnClose != nil {
		f.opt.OnClose()
	}
}

// Find is part of stage.Keys.
func (f *Form) Find() bool { return false }

// New is part of stage.Keys.
func (f *Form) New() bool { return false }

// Print is part of stage.Keys.
func (f *Form) Print() bool {
	if f.decided == nil {
		return false
	}
	f.print()
	return true
}

// Close is part of stage.Keys.
func (f *Form) Close() bool {
	if f.projecting {
		f.stopProjecting()
		return true
	}
	f.leaveForm()
	return true
}

// Type is part of stage.Keys: digits choose, letters answer, Enter goes on.
func (f *Form) Type(r rune, key fyne.KeyName) bool {
	switch {
	case f.over || f.view == nil:
		return false
	case f.onProjector(key):
		return true
	case key == fyne.KeyReturn || key == fyne.KeyEnter:
		f.goOn()
		return true
	case r != 0:
		return f.view.typed(r)
	}
	return false
}

var (
	_ stage.Page = (*Form)(nil)
	_ stage.Keys = (*Form)(nil)
)

func (f *Form) name() string { return f.record.Asset.Name }

func (f *Form) message(key string) text.Message { return text.Msg(key, "name", f.name()) }
