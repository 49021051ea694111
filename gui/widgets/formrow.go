package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// FormRow is a field with its label above and, when the value cannot be used,
// a sentence beneath that says why.
type FormRow struct {
	widget.BaseWidget
	column      *fyne.Container
	note, fault *Text
}

// NewFormRow puts a label and a field together. Hint is a few muted words after
// the label, or empty.
func NewFormRow(label, hint string, field fyne.CanvasObject) *FormRow {
	r := &FormRow{note: NewWrapped(hint, Caption, Muted), fault: NewWrapped("", Small, Bad)}
	r.note.Hidden = hint == ""
	r.fault.Hide()
	r.column = Column(3, NewWrapped(label, Small, Plain), field, r.note, r.fault)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is part of fyne.Widget.
func (r *FormRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.column) }

// Note shows a few muted words beneath the field; empty ones take them away.
func (r *FormRow) Note(words string) {
	r.note.Hidden = words == ""
	r.note.SetText(words)
	r.Refresh()
}

// Fault shows why the value cannot be used; an empty sentence clears it.
func (r *FormRow) Fault(sentence string) {
	r.fault.Hidden = sentence == ""
	r.fault.SetText(sentence)
	r.Refresh()
}
