package organisation

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// unitField edits one value of a unit in a line, or as a day.
type unitField struct {
	page   *Unit
	key    unitKey
	stored string
	faulty bool

	row   *widgets.FormRow
	entry *widgets.Entry
	date  *widgets.DateEntry // instead of entry
}

func newUnitField(u *Unit, k unitKey, label, hint string) *unitField {
	f := &unitField{page: u, key: k}
	var object fyne.CanvasObject
	if k == unitDelegatedOn {
		f.date = widgets.NewDateEntry(u.Text, time.Time{}, false, u.Register.Today)
		f.date.OnDate = func(day time.Time) { f.store(text.Date(day)) }
		object = f.date
	} else {
		f.entry = widgets.NewEntry("")
		f.entry.OnCommit = f.store
		object = f.entry
	}
	f.row = widgets.NewFormRow(label, hint, object)
	if f.date != nil {
		f.date.OnFault = f.fault
	}
	return f
}

func (f *unitField) focus() fyne.Focusable {
	if f.date != nil {
		return f.date
	}
	return f.entry
}

func (f *unitField) written() string {
	if f.date != nil {
		return strings.TrimSpace(f.date.Text)
	}
	return strings.TrimSpace(f.entry.Text)
}

// pending reports whether the field holds something else than what is stored.
func (f *unitField) pending() bool { return f.written() != f.stored }

func (f *unitField) show(value string) {
	f.stored = value
	f.fault("")
	if f.date != nil {
		day, _ := text.ParseDate(value) // what is stored is a day, or empty
		f.date.SetDate(day)
		return
	}
	f.entry.SetValue(value)
}

// fault says why the value is not stored; an empty sentence clears it.
func (f *unitField) fault(sentence string) {
	f.faulty = sentence != ""
	f.row.Fault(sentence)
	f.page.form.object.Refresh()
}

func (f *unitField) store(value string) {
	was := f.stored
	f.stored = strings.TrimSpace(value) // a second edit of the field starts from this one
	f.page.change(f.key, was, value, func(err error) {
		if err == nil {
			f.fault("")
			f.page.followManager(f.key, was)
			return
		}
		f.stored = was
		f.fault(text.Explain(f.page.Text, err))
	})
}

// followManager offers to hand over what a manager who was replaced answers for.
func (u *Unit) followManager(k unitKey, was string) {
	if was == "" || k != unitManager && k != unitManagerName {
		return
	}
	u.Tell(stage.Receipt{
		Message: text.Msg("organisation.managerChanged", "was", was), ActionLabel: text.Msg("organisation.do.handover"),
		Action: func() { u.opt.OnHandover(was, "") },
	})
}

// change stores a value and calls done with the outcome.
func (u *Unit) change(k unitKey, was, value string, done func(error)) {
	stage.SaveOr(u.Stage, func(ctx context.Context) (bool, error) {
		return true, changeUnit(ctx, u.Register, u.id, k, was, value)
	}, func(_ bool, err error) { done(err) })
}
