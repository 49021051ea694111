package requirements

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// exceptLabel is what the button says that leads to the exception.
func exceptLabel(p *text.Printer, row present.RequirementRow) string {
	switch {
	case row.Exception == nil:
		return p.T("requirements.exception.add")
	case row.Holds:
		return p.T("requirements.exception.change")
	}
	return p.T("requirements.exception.renew")
}

// exceptionMonths is how long an exception lasts unless another day is chosen.
const exceptionMonths = 6

// exceptionDialog decides an exception from a requirement.
type exceptionDialog struct {
	tab                     *Tab
	id                      string
	dialog                  *widgets.Dialog
	reason, measure, by     *widgets.Entry
	decided, ends           *widgets.DateEntry
	reasonRow, measureRow   *widgets.FormRow
	byRow, decidedRow, last *widgets.FormRow
}

func (t *Tab) askException(id string) {
	row, ok := t.row(id)
	if !ok {
		return
	}
	p := t.Text
	x, decided, ends := requirement.Exception{}, t.Register.Today(), t.Register.Today().AddDate(0, exceptionMonths, 0)
	if row.Exception != nil {
		x = *row.Exception
		if row.Holds {
			decided, ends = day(x.DecidedOn, decided), day(x.Ends, ends)
		}
	}
	d := &exceptionDialog{tab: t, id: id, reason: widgets.NewLongEntry(x.Reason, 2), measure: widgets.NewLongEntry(x.Measure, 2), by: widgets.NewEntry(x.DecidedBy)}
	d.decided = widgets.NewDateEntry(p, decided, true, t.Register.Today)
	d.ends = widgets.NewDateEntry(p, ends, true, t.Register.Today)
	d.reasonRow = widgets.NewFormRow(p.T("requirements.exception.reason"), "", d.reason)
	d.measureRow = widgets.NewFormRow(p.T("requirements.exception.measure"), p.T("requirements.exception.measure.hint"), d.measure)
	d.byRow = widgets.NewFormRow(p.T("requirements.exception.by"), "", d.by)
	d.decidedRow = widgets.NewFormRow(p.T("requirements.exception.on"), "", d.decided)
	d.last = widgets.NewFormRow(p.T("requirements.exception.ends"), "", d.ends)
	d.decided.OnFault, d.ends.OnFault = d.decidedRow.Fault, d.last.Fault
	d.by.OnNext = d.save
	buttons := []*widgets.Button{widgets.NewButton(p.T("requirements.cancel"), func() { d.dialog.Close() })}
	if row.Exception != nil {
		buttons = append(buttons, widgets.NewButton(p.T("requirements.exception.remove"), d.remove))
	}
	buttons = append(buttons, widgets.NewPrimary(p.T("requirements.exception.save"), d.save))
	content := widgets.Column(10,
		widgets.NewWrapped(p.T("requirements.exception.words", "requirement", id, "title", row.Title.In(p.Lang())), widgets.Small, widgets.Muted),
		d.reasonRow, d.measureRow, d.byRow, widgets.Columns(widgets.Apart, []float32{1, 1}, d.decidedRow, d.last))
	d.dialog = widgets.NewDialog(t.Window.Canvas(), p.T("requirements.exception.title"), 520, content, buttons...)
	d.dialog.Show(d.reason)
}

func (t *Tab) row(id string) (present.RequirementRow, bool) {
	for _, row := range t.sheet.Rows {
		if row.ID == id {
			return row, true
		}
	}
	return present.RequirementRow{}, false
}

// day reads a stored day.
func day(iso string, otherwise time.Time) time.Time {
	if d, err := text.ParseDate(iso); err == nil {
		return d
	}
	return otherwise
}

// save stores the exception. What is missing is said beside its field.
func (d *exceptionDialog) save() {
	p := d.tab.Text
	var first fyne.Focusable
	for _, need := range []struct {
		entry *widgets.Entry
		row   *widgets.FormRow
		key   string
	}{
		{d.reason, d.reasonRow, "requirements.exception.reason.missing"},
		{d.measure, d.measureRow, "requirements.exception.measure.missing"},
		{d.by, d.byRow, "requirements.exception.by.missing"},
	} {
		if need.entry.Text != "" {
			need.row.Fault("")
			continue
		}
		need.row.Fault(p.T(need.key))
		if first == nil {
			first = need.entry
		}
	}
	if first != nil {
		d.tab.Window.Canvas().Focus(first)
		return
	}
	x := requirement.Exception{
		Asset: d.tab.id, Requirement: d.id, Reason: d.reason.Text, Measure: d.measure.Text, DecidedBy: d.by.Text,
		DecidedOn: text.Date(d.decided.Date()), Ends: text.Date(d.ends.Date()),
	}
	r := d.tab.Register
	d.store(func(ctx context.Context) error { return r.Requirements().Except(ctx, x) })
}

func (d *exceptionDialog) remove() {
	r, asset, id := d.tab.Register, d.tab.id, d.id
	d.store(func(ctx context.Context) error { return r.Requirements().EndException(ctx, asset, id) })
}

// store closes the dialog; a refusal is told and what was written stays.
func (d *exceptionDialog) store(change func(context.Context) error) {
	stage.SaveOr(d.tab.Stage, func(ctx context.Context) (struct{}, error) { return struct{}{}, change(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			d.last.Fault(text.Explain(d.tab.Text, err))
			return
		}
		d.dialog.Close()
		d.tab.Refresh()
	})
}
