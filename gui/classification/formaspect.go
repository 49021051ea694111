package classification

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/gui/widgets"
)

// aspectView is the step of one aspect: questions that lead to a level, the
// levels, the reason, and for availability the hours.
type aspectView struct {
	form   *Form
	aspect classify.Aspect

	ladder  *ladder
	effects *effectRows
	cards   *levelCards
	suggest *widgets.Text
	missing *widgets.Text // says that no level is chosen
	chosen  bool          // a level was chosen while the step is shown, not answered to
	demand  *demandField
	reason  *reasonField
	hours   *hoursFields // availability only
	content fyne.CanvasObject
}

func newAspectView(f *Form, a classify.Aspect) *aspectView {
	p := f.stage.Text
	v := &aspectView{form: f, aspect: a}
	v.ladder = newLadder(p, f.form.Ladder[a], v.reply)
	v.effects = newEffectRows(f, a)
	v.cards = newLevelCards(f.stage, f.form.Scale, a, v.choose, f.goOn)
	v.suggest = widgets.NewWrapped("", widgets.Body, widgets.Plain)
	v.missing = widgets.NewWrapped(p.T("classification.level.missing"), widgets.Small, widgets.Bad)
	v.missing.Hide()
	v.demand, v.reason = newDemandField(f, a), newReasonField(f, a)
	parts := []fyne.CanvasObject{
		widgets.Column(2,
			widgets.NewWrapped(p.T("aspect."+a.Key()+".ask"), widgets.Section, widgets.Plain),
			widgets.NewWrapped(p.T("classification.ask.help"), widgets.Small, widgets.Muted)),
		v.effects.besideQuestions(widgets.Column(widgets.Near, widgets.NewCard(p.T("classification.questions"), v.ladder.box), v.suggest)),
		widgets.Column(widgets.Near, v.demand.said, widgets.Column(widgets.Tight, v.cards.grid, v.missing, widgets.Row(0, v.cards.more))),
		v.demand.box,
	}
	if a == classify.Availability {
		v.hours = newHoursFields(f)
		parts = append(parts, v.hours.box)
	}
	parts = append(parts, v.reason.box)
	v.content = widgets.Column(widgets.Apart, parts...)
	return v
}

func (v *aspectView) object() fyne.CanvasObject { return v.content }

func (v *aspectView) apply() {
	f := v.form.form
	v.ladder.apply(f.Ladder[v.aspect])
	v.effects.apply()
	v.cards.apply(f.Class.Profile.Of(v.aspect))
	v.applySuggestion()
	v.demand.apply()
	v.reason.apply()
	if f.Class.Profile.Of(v.aspect) != classify.Unset {
		v.missing.Hide()
	}
}

// applySuggestion says what the answers lead to, and that another level was chosen.
func (v *aspectView) applySuggestion() {
	words := leadsTo(v.form.stage.Text, v.form.form, v.form.stage.Register.Classifications().Matrix(), v.aspect)
	v.suggest.Hidden = words == ""
	v.suggest.SetText(words)
}

// reply answers a question and goes to the next one.
func (v *aspectView) reply(i int, yes bool) {
	if v.form.form.Reply(v.aspect, i, yes) {
		v.form.stop()
		return
	}
	v.form.apply()
	v.ladder.follow(v.form.stage.Window.Canvas())
}

func (v *aspectView) choose(l classify.Level) {
	v.form.form.Choose(v.aspect, l)
	v.chosen = true
	v.form.apply()
}

// ready reports whether the form can go on, and shows what is missing: a level or
// its reason.
func (v *aspectView) ready() bool {
	f := v.form.form
	if f.Class.Profile.Of(v.aspect) == classify.Unset {
		v.missing.Show()
		v.form.page.Object().Refresh()
		return false
	}
	if f.ReasonMissing(v.aspect) {
		v.reason.tellMissing()
		return false
	}
	return v.demand.settled() && v.settled()
}

func (v *aspectView) settled() bool { return v.hours == nil || v.hours.settled() }

func (v *aspectView) focus(string) {
	if v.form.form.ReasonMissing(v.aspect) {
		v.reason.tellMissing()
	}
}

// typed chooses a level by its code, or answers the question at hand. Who has
// chosen a level goes on to say why: letters then begin the reason, for a word
// must never answer a question that nobody looks at.
func (v *aspectView) typed(r rune) bool {
	p, f := v.form.stage.Text, v.form.form
	if f.ChooseCode(v.aspect, string(r)) {
		v.chosen = true
		v.form.apply()
		return true
	}
	key := strings.ToLower(string(r))
	yes, no := key == p.T("classification.key.yes"), key == p.T("classification.key.no")
	i, waits := f.Ladder[v.aspect].AtHand()
	switch {
	case waits && !v.chosen && (yes || no):
		v.reply(i, yes)
	case unicode.IsLetter(r) && f.Class.Profile.Of(v.aspect) != classify.Unset:
		v.reason.begin(r)
	default:
		return false
	}
	return true
}
