package requirements

import (
	"context"

	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/widgets"
)

// exceptLabel is what the button says that leads to the exception.
func exceptLabel(p *text.Printer, r row) string {
	switch {
	case r.Exception == nil:
		return p.T("requirements.exception.add")
	case r.Holds:
		return p.T("requirements.exception.change")
	}
	return p.T("requirements.exception.renew")
}

// exceptionMonths is how long an exception lasts unless another day is chosen.
const exceptionMonths = 6

// askException decides an exception from a requirement, or changes the one there is.
func (t *Tab) askException(id string) {
	at, ok := t.row(id)
	if !ok {
		return
	}
	p, r, f := t.Text, t.Register, forms.New(t.Stage)
	x := t.exception(at)
	f.Put(widgets.NewWrapped(p.T("requirements.exception.words", "requirement", id, "title", at.Title.In(p.Lang())), widgets.Small, widgets.Muted))
	reason := f.Long(p.T("requirements.exception.reason"), "", 2, &x.Reason)
	measure := f.Long(p.T("requirements.exception.measure"), p.T("requirements.exception.measure.hint"), 2, &x.Measure)
	by := f.Line(p.T("requirements.exception.by"), "", &x.DecidedBy)
	decided := f.Day(p.T("requirements.exception.on"), &x.DecidedOn, true)
	ends := f.Day(p.T("requirements.exception.ends"), &x.Ends, true)
	f.Row(reason)
	f.Row(measure)
	f.Row(by)
	f.Row(decided, ends)
	f.OnSave = func() {
		if f.Missing(forms.Need{At: reason, Text: x.Reason, Say: p.T("requirements.exception.reason.missing")},
			forms.Need{At: measure, Text: x.Measure, Say: p.T("requirements.exception.measure.missing")},
			forms.Need{At: by, Text: x.DecidedBy, Say: p.T("requirements.exception.by.missing")}) {
			return
		}
		x := x
		forms.Change(f, ends, func(ctx context.Context) error { return r.Requirements().Except(ctx, x) }, t.Refresh)
	}
	d := forms.Dialog{Title: p.T("requirements.exception.title"), Width: 520, Cancel: p.T("requirements.cancel"), Save: p.T("requirements.exception.save")}
	if at.Exception != nil {
		d.More = []*widgets.Button{widgets.NewButton(p.T("requirements.exception.remove"), func() {
			forms.Change(f, ends, func(ctx context.Context) error { return r.Requirements().EndException(ctx, t.id, id) }, t.Refresh)
		})}
	}
	f.Open(d, reason)
}

// exception is what the form begins with: the exception there is, from today and
// for the usual time where it does not hold.
func (t *Tab) exception(at row) requirement.Exception {
	x := requirement.Exception{}
	if at.Exception != nil {
		x = *at.Exception
	}
	x.Asset, x.Requirement = t.id, at.ID
	if !at.Holds {
		today := t.Register.Today()
		x.DecidedOn, x.Ends = text.Date(today), text.Date(today.AddDate(0, exceptionMonths, 0))
	}
	return x
}

func (t *Tab) row(id string) (row, bool) {
	for _, one := range t.list.Data().Rows {
		if one.ID == id {
			return one, true
		}
	}
	return row{}, false
}
