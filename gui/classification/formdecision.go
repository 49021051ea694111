package classification

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/classify"
	"infoklass/gui/listing"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// decisionView is the last step: the levels as they came out, who took part,
// who decides and when, and what is missing before that.
type decisionView struct {
	form *Form

	summary      *fyne.Container
	problems     *fyne.Container
	problemsCard *widgets.Card
	people       *participants
	decidedBy    *widgets.Entry
	byRow        *widgets.FormRow
	decidedOn    *widgets.DateEntry
	onRow        *widgets.FormRow
	review       *widgets.DateEntry
	reviewRow    *widgets.FormRow
	faults       map[*widgets.FormRow]bool // rows whose text is not a date
	content      fyne.CanvasObject
}

func newDecisionView(f *Form) *decisionView {
	p := f.stage.Text
	v := &decisionView{form: f, summary: widgets.Column(0), problems: widgets.Column(0), faults: map[*widgets.FormRow]bool{}}
	v.problemsCard = widgets.NewCard(p.T("classification.problems"), v.problems)
	v.people = newParticipants(f)
	v.buildDecision()
	decision := widgets.Tiles(220, v.byRow, v.onRow, v.reviewRow)
	v.content = widgets.Column(widgets.Apart,
		widgets.NewCardWithNote(p.T("classification.summary"), p.T("classification.summary.help"), v.summary),
		v.problemsCard,
		widgets.NewCard(p.T("classification.participants"), v.people.box),
		widgets.NewCard(p.T("classification.decision"), widgets.Column(widgets.Near, decision,
			widgets.NewWrapped(p.T("classification.decision.help"), widgets.Caption, widgets.Muted))))
	return v
}

// buildDecision makes the fields of who, when and when again.
func (v *decisionView) buildDecision() {
	f, p := v.form, v.form.stage.Text
	v.decidedBy = widgets.NewEntry(f.form.Class.DecidedBy)
	v.decidedBy.SetPlaceHolder(p.T("classification.decidedBy.example"))
	v.decidedBy.OnChanged = v.changedBy
	v.decidedBy.OnCommit = func(string) { f.save() }
	v.byRow = widgets.NewFormRow(p.T("classification.decidedBy"), p.T("classification.decidedBy.hint"), v.decidedBy)

	v.decidedOn = widgets.NewDateEntry(p, dayOf(f.form.Class.DecidedOn), true, f.stage.Register.Today)
	v.onRow = widgets.NewFormRow(p.T("classification.decidedOn"), p.T("classification.decidedOn.hint"), v.decidedOn)
	v.decidedOn.OnDate = v.changedOn
	v.decidedOn.OnFault = v.faultOf(v.onRow)

	v.review = widgets.NewDateEntry(p, dayOf(f.form.Class.NextReview), true, f.stage.Register.Today)
	v.reviewRow = widgets.NewFormRow(p.T("classification.nextReview"), p.T("classification.nextReview.hint"), v.review)
	v.review.OnDate = v.changedReview
	v.review.OnFault = v.faultOf(v.reviewRow)

	v.decidedBy.OnNext = func() { f.stage.Window.Canvas().Focus(v.decidedOn) }
	v.decidedOn.OnNext = func() { f.stage.Window.Canvas().Focus(v.review) }
	v.review.OnNext = func() { f.stage.Window.Canvas().Focus(f.next) }
}

func dayOf(iso string) time.Time {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return time.Time{}
	}
	return day
}

func (v *decisionView) faultOf(row *widgets.FormRow) func(string) {
	return func(sentence string) {
		v.faults[row] = sentence != ""
		row.Fault(sentence)
	}
}

func (v *decisionView) changedBy(s string) {
	v.form.form.Class.DecidedBy = s
	if s != "" {
		v.byRow.Fault("")
	}
	v.applyProblems()
}

func (v *decisionView) changedOn(day time.Time) {
	f := v.form.form
	f.SetDecidedOn(day)
	v.faultOf(v.onRow)("")
	if f.Future(day) {
		v.onRow.Fault(v.form.stage.Text.T("classification.decidedOn.future"))
	}
	v.review.SetDate(dayOf(f.Class.NextReview))
	v.form.apply()
}

func (v *decisionView) changedReview(day time.Time) {
	f := v.form.form
	f.SetNextReview(day)
	v.faultOf(v.reviewRow)("")
	v.review.SetDate(dayOf(f.Class.NextReview))
	v.form.apply()
}

func (v *decisionView) object() fyne.CanvasObject { return v.content }

func (v *decisionView) apply() {
	v.summary.Objects = nil
	for _, line := range summaryLines(v.form.stage.Text, v.form.form) {
		v.summary.Add(v.summaryLine(line))
	}
	v.applyProblems()
}

// summaryLine is one aspect with its level and reason; pressed it goes back there.
func (v *decisionView) summaryLine(line SummaryLine) fyne.CanvasObject {
	f := v.form
	level := f.form.Class.Profile.Of(line.Aspect)
	words := widgets.Column(1, widgets.NewWrapped(line.Title, widgets.Strong, widgets.Plain))
	for _, s := range line.Lines {
		words.Add(widgets.NewWrapped(s, widgets.Small, widgets.Plain))
	}
	if line.Missing != "" {
		words.Add(widgets.NewWrapped(line.Missing, widgets.Small, widgets.Bad))
	}
	badge := widgets.Column(0, widgets.NewLevelBadge(listing.Level(f.form.Scale, line.Aspect, level)))
	row := container.NewBorder(nil, nil, widgets.Row(10, badge, widgets.Column(0)), nil, words)
	return widgets.NewPressLine(line.Title, row, func() { f.goTo(stepOf(line.Aspect)) })
}

// applyProblems lists what is missing as sentences that lead to where it is mended.
func (v *decisionView) applyProblems() {
	f, p := v.form, v.form.stage.Text
	v.problems.Objects = nil
	for _, problem := range f.form.AllProblems() {
		sentence := problem.Message.In(p)
		words := widgets.NewMarked(mark.Alert, widgets.Warning, widgets.NewWrapped(sentence, widgets.Body, widgets.Plain))
		v.problems.Add(widgets.NewPressLine(sentence, words, func() { v.lead(problem) }))
	}
	hidden := len(v.problems.Objects) == 0
	if v.problemsCard.Hidden != hidden {
		v.problemsCard.Hidden = hidden
		f.body.Refresh()
	}
	v.problemsCard.Refresh()
}

// lead goes to where a problem is mended.
func (v *decisionView) lead(problem classify.Problem) {
	step := v.form.form.StepOfProblem(problem)
	if step == stepDecision {
		v.focus(problem.Message.Key)
		return
	}
	v.form.goTo(step)
	v.form.view.focus(problem.Message.Key)
}

func (v *decisionView) focus(problem string) {
	canvas, p := v.form.stage.Window.Canvas(), v.form.stage.Text
	switch problem {
	case "classify.problem.decidedBy":
		v.byRow.Fault(p.T("classify.problem.decidedBy"))
		canvas.Focus(v.decidedBy)
	case "classify.problem.decidedOn":
		canvas.Focus(v.decidedOn)
	case "classify.problem.nextReview":
		canvas.Focus(v.review)
	}
}

// ready reports whether c can be decided, and shows the first thing that is missing.
func (v *decisionView) ready() bool {
	if !v.settled() {
		return false
	}
	problems := v.form.form.AllProblems()
	if len(problems) == 0 {
		return true
	}
	v.applyProblems()
	if v.form.form.StepOfProblem(problems[0]) == stepDecision {
		v.focus(problems[0].Message.Key) // the field itself says it
		return false
	}
	p := v.form.stage.Text
	v.form.page.Show(widgets.NewNotice(widgets.Warning, problems[0].Message.In(p), p.T("classification.problems.show"),
		func() { v.lead(problems[0]) }, p.T("classification.dismiss")))
	return false
}

func (v *decisionView) settled() bool {
	canvas := v.form.stage.Window.Canvas()
	switch {
	case v.faults[v.onRow]:
		canvas.Focus(v.decidedOn)
	case v.faults[v.reviewRow]:
		canvas.Focus(v.review)
	default:
		return true
	}
	return false
}

func (v *decisionView) typed(rune) bool { return false }
