package widgets

import (
	"fyne.io/fyne/v2"
)

// FormRow is a field with its label above and, when the value cannot be used,
// a sentence beneath that says why.
type FormRow struct {
	*fyne.Container
	note, fault *Text
}

// NewFormRow puts a label and a field together. Hint is a few muted words after
// the label, or empty.
func NewFormRow(label, hint string, field fyne.CanvasObject) *FormRow {
	r := &FormRow{note: NewWrapped(hint, Caption, Muted), fault: NewWrapped("", Small, Bad)}
	r.note.Hidden = hint == ""
	r.fault.Hide()
	r.Container = Column(3, NewWrapped(label, Small, Plain), field, r.note, r.fault)
	return r
}

// Fault shows why the value cannot be used; an empty sentence clears it.
func (r *FormRow) Fault(sentence string) {
	r.fault.Hidden = sentence == ""
	r.fault.SetText(sentence)
	r.Refresh()
}
