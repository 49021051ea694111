package classification

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/widgets"
)

// maxHours is the largest number of hours taken, as the domain has it.
const maxHours = 100_000

// hoursFields ask what the outage plan needs: the longest tolerable outage and
// the acceptable loss of data.
type hoursFields struct {
	form         *Form
	box          fyne.CanvasObject
	outage, loss *hoursField
}

type hoursField struct {
	entry *widgets.NumberEntry
	row   *widgets.FormRow
	fault string
}

func newHoursFields(f *Form) *hoursFields {
	p := f.stage.Text
	h := &hoursFields{form: f}
	h.outage = newHoursField(f, p.T("classification.outage"), p.T("classification.outage.hint"), f.form.Class.OutageHours, func(v *float64) { f.form.Class.OutageHours = v })
	h.loss = newHoursField(f, p.T("classification.loss"), p.T("classification.loss.hint"), f.form.Class.LossHours, func(v *float64) { f.form.Class.LossHours = v })
	h.box = widgets.Tiles(220, h.outage.row, h.loss.row)
	return h
}

func newHoursField(f *Form, label, hint string, now *float64, set func(*float64)) *hoursField {
	h := &hoursField{entry: widgets.NewNumberEntry(f.stage.Text, widgets.NumberRule{Most: maxHours})}
	h.row = widgets.NewFormRow(label, hint, h.entry)
	if now != nil {
		h.entry.SetNumber(*now)
	}
	h.entry.OnNumber = func(number float64, given bool) {
		if !given {
			set(nil)
			return
		}
		set(&number)
	}
	h.entry.OnFault = func(sentence string) {
		h.fault = sentence
		h.row.Fault(sentence)
	}
	h.entry.OnNext = f.goOn
	return h
}

// settled reports whether both fields hold something that can be kept, and goes
// to the first that does not.
func (h *hoursFields) settled() bool {
	for _, field := range []*hoursField{h.outage, h.loss} {
		if field.fault != "" {
			h.form.stage.Window.Canvas().Focus(field.entry)
			return false
		}
	}
	return true
}
