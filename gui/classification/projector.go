package classification

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/domain/classify"
	"infoklass/gui/listing"
	"infoklass/gui/widgets"
)

// projectorView is an aspect on the whole screen with large text, for a
// workshop: digits choose, Enter goes on, Esc leaves. It is the step itself, so
// whatever is chosen here is chosen in the form.
type projectorView struct {
	form   *Form
	aspect classify.Aspect

	question, level, keys *widgets.Text
	cards                 *levelCards
	reason                *widgets.Entry
	row                   *widgets.FormRow
	missing               *widgets.Text
	demand                *demandField
	badges                *widgets.ProfileBadges
	content               fyne.CanvasObject
}

func newProjectorView(f *Form, a classify.Aspect) *projectorView {
	p := f.stage.Text
	v := &projectorView{form: f, aspect: a, badges: widgets.NewProfileBadges()}
	v.level = widgets.NewWrapped(p.T("aspect."+a.Key()), widgets.Heading, widgets.Accent)
	v.question = widgets.NewWrapped(p.T("aspect."+a.Key()+".ask"), widgets.Jumbo, widgets.Plain)
	v.cards = newLevelCards(f.stage, f.form.Scale, a, v.choose, f.goOn)
	v.missing = widgets.NewWrapped(p.T("classification.level.missing"), widgets.Larger, widgets.Bad)
	v.missing.Hide()
	v.demand = newDemandField(f, a)
	v.reason = widgets.NewLongEntry(string(f.form.Class.Reasons[a]), 2)
	v.reason.OnChanged = v.write
	v.reason.OnCommit = func(string) { f.save() }
	v.reason.OnNext = f.goOn
	v.row = widgets.NewFormRow(p.T("classification.reason"), p.T("classification.reason.hint", "level", f.form.Scale.Code(classify.Level1)),
		widgets.Enlarged(1.5, v.reason))
	v.keys = widgets.NewWrapped(p.T("classification.projector.keys"), widgets.Small, widgets.Muted)
	head := container.NewBorder(nil, nil, nil, widgets.Row(widgets.Near, v.badges), widgets.NewElided(f.name(), widgets.Section, widgets.Plain))
	out := widgets.NewButton(p.T("classification.projector.leave"), f.stopProjecting)
	foot := container.NewBorder(nil, nil, nil, widgets.Row(widgets.Near, out, widgets.NewButton(p.T("classification.back"), f.goBack),
		widgets.NewPrimary(p.T("classification.next", "step", f.form.Next().Title(p)), f.goOn)), container.New(layout.NewStackLayout(), v.keys))
	middle := widgets.Column(widgets.Apart, head, widgets.Column(widgets.Tight, v.level, v.question), v.demand.said, v.cards.grid, v.missing, v.demand.box, v.row)
	page := container.NewStack(canvas.NewRectangle(fynetheme.Color(fynetheme.ColorNameBackground)),
		widgets.Inset(16, 28, widgets.Border(nil, foot, nil, nil, widgets.Scrolled(middle))))
	v.content = widgets.Roomy(page, v.fit)
	return v
}

// sizes are how large the parts are written, from a height of the window on, in units of 100 %.
var sizes = []struct {
	from                           float32
	aspect, question, title, words widgets.Role
	whole                          bool // every category of the matrix is shown
}{
	{900, widgets.Jumbo, widgets.Giant, widgets.Huge, widgets.Large, true},
	{600, widgets.Heading, widgets.Jumbo, widgets.Heading, widgets.Large, false},
	{0, widgets.Section, widgets.Heading, widgets.Section, widgets.Body, false},
}

// fit writes as large as the height lets it.
func (v *projectorView) fit(height float32) {
	for _, s := range sizes {
		if height < s.from {
			continue
		}
		v.level.SetRole(s.aspect)
		v.question.SetRole(s.question)
		for i, card := range v.cards.cards {
			card.SetRoles(s.title, s.words)
			card.SetMeaning(v.cards.levels[i].Meaning)
			if s.whole {
				card.SetMeaning(v.cards.levels[i].Whole)
			}
		}
		return
	}
}

func (v *projectorView) object() fyne.CanvasObject { return v.content }

func (v *projectorView) apply() {
	f := v.form.form
	v.badges.Set(listing.Levels(f.Scale, f.Class.Profile)...)
	v.cards.apply(f.Class.Profile.Of(v.aspect))
	v.demand.apply()
	if f.Class.Profile.Of(v.aspect) != classify.Unset {
		v.missing.Hide()
	}
	v.content.Refresh()
}

func (v *projectorView) choose(l classify.Level) {
	v.form.form.Choose(v.aspect, l)
	v.row.Fault("")
	v.form.apply()
}

func (v *projectorView) write(s string) {
	v.form.form.SetReason(v.aspect, s)
	if !v.form.form.ReasonMissing(v.aspect) {
		v.row.Fault("")
	}
}

func (v *projectorView) ready() bool {
	f := v.form.form
	switch {
	case f.Class.Profile.Of(v.aspect) == classify.Unset:
		v.missing.Show()
		v.content.Refresh()
		return false
	case f.ReasonMissing(v.aspect):
		v.focus("")
		return false
	}
	return v.demand.settled()
}

func (v *projectorView) settled() bool { return true }

func (v *projectorView) focus(string) {
	v.row.Fault(v.form.stage.Text.T("classification.reason.missing"))
	v.form.stage.Window.Canvas().Focus(v.reason)
}

// typed chooses a level by its code; letters begin the reason.
func (v *projectorView) typed(r rune) bool {
	if v.form.form.ChooseCode(v.aspect, string(r)) {
		v.row.Fault("")
		v.form.apply()
		return true
	}
	if !unicode.IsLetter(r) {
		return false
	}
	toEnd(v.form.stage.Window.Canvas(), v.reason)
	v.reason.TypedRune(r)
	return true
}

// project shows the step on the whole screen, or the first aspect if the step is not about an aspect.
func (f *Form) project() {
	if f.over || f.form == nil || f.opt.OnProject == nil {
		return
	}
	f.unfocus()
	if !f.view.settled() {
		return
	}
	f.save()
	f.projecting = true
	step := f.form.Step
	if _, ok := step.Aspect(); !ok {
		step = stepConfidentiality
	}
	f.show(step)
	f.unfocus()
}

// stopProjecting goes back to the form, at the same step.
func (f *Form) stopProjecting() {
	if !f.projecting {
		return
	}
	f.unfocus()
	f.projecting = false
	f.opt.OnProject(nil)
	if f.form != nil && !f.over {
		f.save()
		f.show(f.form.Step)
		f.steps.Focus()
	}
}

// onProjector handles a key that only the whole screen knows.
func (f *Form) onProjector(key fyne.KeyName) bool {
	switch {
	case key == fyne.KeyF11 && f.projecting:
		f.stopProjecting()
	case key == fyne.KeyF11:
		f.project()
	case f.projecting && (key == fyne.KeyLeft || key == fyne.KeyPageUp):
		f.goBack()
	case f.projecting && (key == fyne.KeyRight || key == fyne.KeyPageDown):
		f.goOn()
	default:
		return false
	}
	return true
}
