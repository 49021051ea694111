package classification

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// AlikeOptions say which assets are classified alike and where the page leads.
type AlikeOptions struct {
	Assets  []string
	OnClose func()
}

// Alike classifies several assets at once, on purpose: the same levels, one
// reason each, one decision. Nothing is stored before it is decided.
type Alike struct {
	stage   stage.Stage
	opt     AlikeOptions
	records []*register.Record
	form    *classForm

	page      *widgets.Page
	list      *fyne.Container
	ratings   [4]*widgets.Rating
	reasons   [4]*widgets.Entry
	reasonRow [4]*widgets.FormRow
	decision  *alikeDecision
	do        *widgets.Button
	over      bool // decided, or given up
}

// NewAlike opens the page.
func NewAlike(s stage.Stage, opt AlikeOptions) *Alike {
	p := s.Text
	v := &Alike{stage: s, opt: opt, form: newAlike(s.Register), list: widgets.Column(widgets.Tight)}
	v.read()
	v.decision = newAlikeDecision(v)
	n := len(v.records)
	parts := []fyne.CanvasObject{
		widgets.NewCard("", widgets.NewMarked(mark.Alert, widgets.Bad, widgets.NewWrapped(p.T("securityprotection.line"), widgets.Strong, widgets.Plain))),
		widgets.NewCardWithNote(p.T("alike.assets"), p.T("alike.assets.words"), v.list),
	}
	levels := widgets.Column(widgets.Apart)
	if choice := commonChoice(s, "", v.reuse); choice != nil {
		levels.Add(widgets.Row(0, choice))
	}
	for _, a := range classify.Aspects {
		levels.Add(v.aspect(a))
	}
	parts = append(parts, widgets.NewCard(p.T("alike.levels"), levels), widgets.NewCard(p.T("classification.decision"), v.decision.box))
	v.do = widgets.NewPrimary(p.N("alike.do", n), v.decide)
	away := widgets.NewButton(p.T("alike.cancel"), v.cancel)
	v.page = widgets.NewPage(p.N("alike.title", n), p.T("alike.subtitle"), widgets.Scrolled(besideBar(widgets.Column(widgets.Apart, parts...))), away, v.do)
	v.apply()
	return v
}

func (v *Alike) read() {
	v.records = nil
	for _, id := range v.opt.Assets {
		if rec, ok := v.stage.Register.Record(id); ok {
			v.records = append(v.records, rec)
		}
	}
}

// aspect is the level of one aspect with its reason.
func (v *Alike) aspect(a classify.Aspect) fyne.CanvasObject {
	p := v.stage.Text
	v.ratings[a] = widgets.NewRating(p.T("aspect."+a.Key())+": "+p.T("aspect."+a.Key()+".ask"), levelCodes(v.form.Scale), func(i int) { v.choose(a, i) })
	v.ratings[a].OnMove = func(step int) {
		if to := int(a) + step; to >= 0 && to < len(v.ratings) {
			v.ratings[to].Focus()
		}
	}
	v.reasons[a] = widgets.NewLongEntry("", 2)
	v.reasons[a].OnChanged = func(s string) {
		v.form.SetReason(a, s)
		if !v.form.ReasonMissing(a) {
			v.reasonRow[a].Fault("")
		}
	}
	v.reasonRow[a] = widgets.NewFormRow(p.T("alike.reason"), "", v.reasons[a])
	return widgets.Column(widgets.Tight, v.ratings[a], v.reasonRow[a])
}

func (v *Alike) choose(a classify.Aspect, place int) {
	l := v.form.Scale.Levels[place].Level
	if v.form.Class.Profile.Of(a) == l {
		l = classify.Unset
	}
	v.form.Choose(a, l)
	v.apply()
}

func (v *Alike) reuse(line present.CommonLine) {
	v.form.Reuse(line)
	for _, a := range classify.Aspects {
		v.reasons[a].SetValue(string(v.form.Class.Reasons[a]))
	}
	v.apply()
}

// mostListed is how many assets are named one by one.
const mostListed = 12

// apply writes what the levels make of each asset.
func (v *Alike) apply() {
	p := v.stage.Text
	for _, a := range classify.Aspects {
		chosen := -1
		for i, l := range v.form.Scale.Levels {
			if l.Level == v.form.Class.Profile.Of(a) {
				chosen = i
			}
		}
		v.ratings[a].Set(chosen, false)
	}
	v.list.Objects = nil
	lines := alikeLines(p, v.records, v.form.Class.Profile)
	for _, line := range lines[:min(len(lines), mostListed)] {
		v.list.Add(v.line(line))
	}
	if more := len(lines) - mostListed; more > 0 {
		v.list.Add(widgets.NewWrapped(p.N("alike.more", more), widgets.Small, widgets.Muted))
	}
	v.decision.apply()
	v.page.Object().Refresh()
}

// line is an asset with its levels today and as they become.
func (v *Alike) line(l alikeLine) fyne.CanvasObject {
	words := widgets.Column(1, widgets.NewWrapped(l.Record.Asset.Name, widgets.Body, widgets.Plain))
	if l.Kept != "" {
		words.Add(widgets.NewWrapped(l.Kept, widgets.Caption, widgets.Muted))
	}
	badges := widgets.Row(widgets.Near,
		widgets.NewProfileBadges(listing.Levels(l.Record.Scale(), l.Record.Profile())...),
		widgets.NewText("→", widgets.Body, widgets.Muted),
		widgets.NewProfileBadges(listing.Levels(v.form.Scale, l.Now)...))
	return container.NewBorder(nil, nil, nil, badges, words)
}

// decide makes a version for each, or says what is missing.
func (v *Alike) decide() {
	if v.over {
		return
	}
	canvas := v.stage.Window.Canvas()
	canvas.Unfocus()
	if !v.decision.settled() {
		return
	}
	if problems := v.form.AllProblems(); len(problems) > 0 {
		v.lead(problems[0])
		return
	}
	v.over = true
	v.do.Disable()
	c, r, ids := v.form.Snapshot(), v.stage.Register, v.opt.Assets
	stage.SaveOr(v.stage, func(ctx context.Context) (int, error) { return r.Classifications().ClassifyAlike(ctx, ids, c) }, func(n int, err error) {
		v.do.Enable()
		if err != nil {
			v.over = false
			v.stage.Fail(err)
			return
		}
		v.opt.OnClose()
		v.stage.Tell(stage.Receipt{Message: text.Msg("alike.done", "n", n), Undo: true})
	})
}

// lead says what is missing and goes there.
func (v *Alike) lead(problem classify.Problem) {
	p, canvas := v.stage.Text, v.stage.Window.Canvas()
	v.page.Show(widgets.NewNotice(widgets.Warning, problem.Message.In(p), "", nil, p.T("classification.dismiss")))
	a, ok := classify.AspectOf(problem.Step)
	switch {
	case !ok:
		v.decision.focus(problem.Message.Key)
	case v.form.Class.Profile.Of(a) == classify.Unset:
		canvas.Focus(v.ratings[a])
	default:
		v.reasonRow[a].Fault(p.T("classification.reason.missing"))
		canvas.Focus(v.reasons[a])
	}
}

// begun reports whether something is written that leaving would throw away.
func (v *Alike) begun() bool {
	return !v.over && (v.form.Class.Profile != classify.Profile{} || v.form.Class.Reasons != [4]classify.Justification{} || v.form.Class.DecidedBy != "")
}

func (v *Alike) cancel() {
	if v.Leave() {
		v.opt.OnClose()
	}
}

// Object is part of stage.Page.
func (v *Alike) Object() fyne.CanvasObject { return v.page.Object() }

// Refresh is part of stage.Page.
func (v *Alike) Refresh() {
	v.read()
	v.apply()
}

// Entered is part of stage.Page.
func (v *Alike) Entered() { v.stage.Window.Canvas().Focus(v.ratings[0]) }

// Leave is part of stage.Page: it asks before what is written is thrown away.
func (v *Alike) Leave() bool {
	if !v.begun() {
		return true
	}
	p := v.stage.Text
	widgets.Confirm(v.stage.Window.Canvas(), widgets.Question{
		Title: p.T("alike.leave"), Words: p.T("alike.leave.words"), Yes: p.T("alike.leave.yes"), No: p.T("alike.leave.no"), Danger: true,
	}, func(yes bool) {
		if yes {
			v.over = true
			v.opt.OnClose()
		}
	})
	return false
}

// Find is part of stage.Keys.
func (v *Alike) Find() bool { return false }

// New is part of stage.Keys.
func (v *Alike) New() bool { return false }

// Print is part of stage.Keys.
func (v *Alike) Print() bool { return false }

// Close is part of stage.Keys.
func (v *Alike) Close() bool {
	v.cancel()
	return true
}

// Type is part of stage.Keys.
func (v *Alike) Type(rune, fyne.KeyName) bool { return false }

var (
	_ stage.Page = (*Alike)(nil)
	_ stage.Keys = (*Alike)(nil)
)

// alikeDecision is who decides, when, and when it is looked at again.
type alikeDecision struct {
	page                 *Alike
	by                   *widgets.Entry
	on, review           *widgets.DateEntry
	byRow, onRow, revRow *widgets.FormRow
	faults               map[*widgets.FormRow]bool
	box                  fyne.CanvasObject
}

func newAlikeDecision(v *Alike) *alikeDecision {
	p, today := v.stage.Text, v.stage.Register.Today
	d := &alikeDecision{page: v, faults: map[*widgets.FormRow]bool{}}
	d.by = widgets.NewEntry("")
	d.by.SetPlaceHolder(p.T("classification.decidedBy.example"))
	d.by.OnChanged = func(s string) {
		v.form.Class.DecidedBy = s
		d.byRow.Fault("")
	}
	d.on = widgets.NewDateEntry(p, dayOf(v.form.Class.DecidedOn), true, today)
	d.review = widgets.NewDateEntry(p, time.Time{}, true, today)
	d.byRow = widgets.NewFormRow(p.T("classification.decidedBy"), p.T("classification.decidedBy.hint"), d.by)
	d.onRow = widgets.NewFormRow(p.T("classification.decidedOn"), p.T("classification.decidedOn.hint"), d.on)
	d.revRow = widgets.NewFormRow(p.T("classification.nextReview"), p.T("classification.nextReview.hint"), d.review)
	d.on.OnDate = func(day time.Time) { d.changed(d.onRow, func() { v.form.SetDecidedOn(day) }) }
	d.review.OnDate = func(day time.Time) { d.changed(d.revRow, func() { v.form.SetNextReview(day) }) }
	d.on.OnFault, d.review.OnFault = d.fault(d.onRow), d.fault(d.revRow)
	canvas := func(to fyne.Focusable) func() { return func() { v.stage.Window.Canvas().Focus(to) } }
	d.by.OnNext, d.on.OnNext = canvas(d.on), canvas(d.review)
	d.review.OnNext = func() { v.stage.Window.Canvas().Focus(v.do) }
	d.box = widgets.Tiles(220, d.byRow, d.onRow, d.revRow)
	return d
}

func (d *alikeDecision) fault(row *widgets.FormRow) func(string) {
	return func(sentence string) {
		d.faults[row] = sentence != ""
		row.Fault(sentence)
	}
}

func (d *alikeDecision) changed(row *widgets.FormRow, change func()) {
	d.fault(row)("")
	change()
	d.apply()
}

// apply shows the day proposed for the next review.
func (d *alikeDecision) apply() {
	if day := dayOf(d.page.form.Class.NextReview); !day.IsZero() && !d.faults[d.revRow] {
		d.review.SetDate(day)
	}
}

func (d *alikeDecision) settled() bool {
	canvas := d.page.stage.Window.Canvas()
	switch {
	case d.faults[d.onRow]:
		canvas.Focus(d.on)
	case d.faults[d.revRow]:
		canvas.Focus(d.review)
	default:
		return true
	}
	return false
}

func (d *alikeDecision) focus(problem string) {
	canvas := d.page.stage.Window.Canvas()
	switch problem {
	case "classify.problem.decidedBy":
		d.byRow.Fault(d.page.stage.Text.T(problem))
		canvas.Focus(d.by)
	case "classify.problem.nextReview":
		canvas.Focus(d.review)
	default:
		canvas.Focus(d.on)
	}
}
