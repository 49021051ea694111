package classification

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// demandField says what the information in a system demands of an aspect, and
// asks for the reason where a lower level is chosen: that is a deviation.
type demandField struct {
	form   *Form
	aspect classify.Aspect
	said   *fyne.Container // above the levels
	box    *fyne.Container // the reason, below them
	words  *widgets.Text
	row    *widgets.FormRow
	reason *widgets.Entry
}

func newDemandField(f *Form, a classify.Aspect) *demandField {
	p := f.stage.Text
	d := &demandField{form: f, aspect: a, words: widgets.NewWrapped(demandWords(p, f.form, a), widgets.Body, widgets.Plain)}
	d.reason = widgets.NewLongEntry(string(f.form.Class.Deviations[a]), 2)
	d.reason.OnChanged = func(s string) {
		f.form.SetDeviation(a, s)
		if !f.form.DeviationMissing(a) {
			d.row.Fault("")
		}
	}
	d.reason.OnCommit = func(string) { f.save() }
	d.reason.OnNext = f.goOn
	d.row = widgets.NewFormRow(p.T("classification.deviation"), p.T("classification.deviation.hint"), d.reason)
	d.said = widgets.Column(0, widgets.NewMarked(mark.Info, widgets.Accent, d.words))
	d.box = widgets.Column(0, d.row)
	return d
}

func (d *demandField) apply() {
	d.said.Hidden = d.words.Text() == ""
	d.box.Hidden = !d.form.form.Below(d.aspect)
	d.box.Refresh()
}

// settled reports whether the level is allowed, and says at the field what is missing.
func (d *demandField) settled() bool {
	f := d.form
	if !f.form.DeviationMissing(d.aspect) {
		return true
	}
	d.row.Fault(f.stage.Text.T("classification.deviation.missing"))
	f.page.Object().Refresh()
	f.stage.Window.Canvas().Focus(d.reason)
	return false
}
