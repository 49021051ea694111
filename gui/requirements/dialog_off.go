package requirements

import (
	"context"

	"infoklass/gui/forms"
	"infoklass/gui/widgets"
)

// askOff asks why a requirement is switched off.
func (c *Catalogue) askOff(off entry) {
	p, f, why := c.Text, forms.New(c.Stage), ""
	f.Put(widgets.NewWrapped(p.T("catalogue.off.words", "id", off.ID, "title", off.Title.In(p.Lang())), widgets.Body, widgets.Plain))
	reason := f.Long(p.T("catalogue.off.reason"), "", 2, &why)
	f.Row(reason)
	f.OnSave = func() {
		if f.Missing(forms.Need{At: reason, Text: why, Say: p.T("catalogue.off.missing")}) {
			return
		}
		why := why
		forms.Change(f, reason, func(ctx context.Context) error {
			return c.Register.Requirements().SwitchRequirement(ctx, off.ID, true, why)
		}, c.Refresh)
	}
	f.Open(forms.Dialog{Title: p.T("catalogue.off.title"), Width: 480, Cancel: p.T("requirements.cancel"), Save: p.T("catalogue.off.do")}, reason)
}
