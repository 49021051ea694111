package requirements

import (
	"context"
	"strings"

	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// askOff asks why a requirement is switched off.
func (c *Catalogue) askOff(row present.CatalogueRow) {
	p := c.Text
	reason := widgets.NewLongEntry("", 2)
	field := widgets.NewFormRow(p.T("catalogue.off.reason"), "", reason)
	var d *widgets.Dialog
	save := func() {
		if strings.TrimSpace(reason.Text) == "" {
			field.Fault(p.T("catalogue.off.missing"))
			c.Window.Canvas().Focus(reason)
			return
		}
		stage.SaveOr(c.Stage, func(ctx context.Context) (struct{}, error) {
			return struct{}{}, c.Register.Requirements().SwitchRequirement(ctx, row.ID, true, reason.Text)
		}, func(_ struct{}, err error) {
			if err != nil {
				field.Fault(text.Explain(p, err))
				return
			}
			d.Close()
			c.Refresh()
		})
	}
	content := widgets.Column(10, widgets.NewWrapped(p.T("catalogue.off.words", "id", row.ID, "title", row.Title.In(p.Lang())), widgets.Body, widgets.Plain), field)
	d = widgets.NewDialog(c.Window.Canvas(), p.T("catalogue.off.title"), 480, content,
		widgets.NewButton(p.T("requirements.cancel"), func() { d.Close() }), widgets.NewPrimary(p.T("catalogue.off.do"), save))
	d.Show(reason)
}
