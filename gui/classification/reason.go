package classification

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/classify"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// reasonField is the reason for a level, with sentences that save typing.
type reasonField struct {
	form   *Form
	aspect classify.Aspect
	box    *fyne.Container
	row    *widgets.FormRow
	field  *widgets.Entry
	quick  *fyne.Container
	title  *widgets.Text
	level  classify.Level // that the sentences are for
}

func newReasonField(f *Form, a classify.Aspect) *reasonField {
	p := f.stage.Text
	r := &reasonField{form: f, aspect: a, quick: widgets.Column(0)}
	r.field = widgets.NewLongEntry(string(f.form.Class.Reasons[a]), 2)
	r.field.OnChanged = r.changed
	r.field.OnCommit = func(string) { f.save() }
	r.field.OnNext = f.goOn
	hint := p.T("classification.reason.hint", "level", f.form.Scale.Code(classify.Level1))
	r.row = widgets.NewFormRow(p.T("classification.reason"), hint, r.field)
	r.title = widgets.NewWrapped(p.T("classification.quick"), widgets.Caption, widgets.Muted)
	r.title.Hide()
	r.box = widgets.Column(widgets.Tight, r.row, r.title, r.quick)
	return r
}

func (r *reasonField) changed(s string) {
	r.form.form.SetReason(r.aspect, s)
	if !r.form.form.ReasonMissing(r.aspect) {
		r.row.Fault("")
	}
}

// apply offers the sentences that suit the level.
func (r *reasonField) apply() {
	level := r.form.form.Class.Profile.Of(r.aspect)
	if !r.form.form.ReasonMissing(r.aspect) {
		r.row.Fault("")
	}
	if level == r.level {
		return
	}
	r.level = level
	r.quick.Objects = nil
	for _, key := range classify.ReasonKeys(r.aspect, level) {
		sentence := r.form.stage.Text.T(key)
		words := widgets.NewMarked(mark.Plus, widgets.Accent, widgets.NewWrapped(sentence, widgets.Small, widgets.Plain))
		r.quick.Add(widgets.NewPressLine(sentence, container.NewStack(words), func() { r.add(sentence) }))
	}
	r.title.Hidden = len(r.quick.Objects) == 0
	r.box.Refresh()
}

// add puts a sentence after what is written, to be changed as wanted.
func (r *reasonField) add(sentence string) {
	r.field.SetValue(r.form.form.AddReason(r.aspect, sentence))
	r.changed(r.field.Text)
	r.goToEnd()
}

// begin writes a first letter after what is written and goes on there.
func (r *reasonField) begin(letter rune) {
	r.goToEnd()
	r.field.TypedRune(letter)
}

// goToEnd moves the keyboard to the end of what is written.
func (r *reasonField) goToEnd() {
	toEnd(r.form.stage.Window.Canvas(), r.field)
}

// toEnd moves the keyboard to the end of what is written in a field.
func toEnd(c fyne.Canvas, field *widgets.Entry) {
	field.CursorRow, field.CursorColumn = 0, 0
	c.Focus(field)
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}

// tellMissing says at the field that a few words are needed, and goes there.
func (r *reasonField) tellMissing() {
	p := r.form.stage.Text
	r.row.Fault(p.T("classification.reason.missing"))
	r.form.page.Object().Refresh()
	r.form.stage.Window.Canvas().Focus(r.field)
}
