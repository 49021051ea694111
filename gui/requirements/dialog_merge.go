package requirements

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// askMerge shows the first requirement that the program ships in other words
// than when the municipality changed it, for the municipality to choose; and
// then the next, until none is left.
func (c *Catalogue) askMerge() {
	all := c.Register.Requirements().Renewals()
	if len(all) == 0 {
		return
	}
	p, n := c.Text, all[0]
	var d *widgets.Dialog
	fault := widgets.NewWrapped("", widgets.Small, widgets.Bad)
	fault.Hide()
	take := func(takeNew bool) func() {
		return func() {
			stage.SaveOr(c.Stage, func(ctx context.Context) (struct{}, error) {
				return struct{}{}, c.Register.Requirements().MergeRequirement(ctx, n.Change.ID, takeNew)
			}, func(_ struct{}, err error) {
				if err != nil {
					fault.SetText(text.Explain(p, err))
					fault.Show()
					return
				}
				d.Close()
				c.Refresh()
				c.askMerge()
			})
		}
	}
	content := widgets.Column(10, widgets.NewWrapped(p.N("catalogue.merge.words", len(all), "id", n.Change.ID), widgets.Small, widgets.Muted),
		wording(p, "catalogue.merge.old", &n.Old), wording(p, "catalogue.merge.new", n.New), c.ownWording(n), fault)
	d = widgets.NewDialog(c.Window.Canvas(), p.T("catalogue.merge.title"), 600, content,
		widgets.NewButton(p.T("catalogue.merge.later"), func() { d.Close() }),
		widgets.NewButton(p.T("catalogue.merge.take"), take(true)),
		widgets.NewPrimary(p.T("catalogue.merge.keep"), take(false)))
	d.Show(nil)
}

// wording shows one of the wordings; nil is one that is not shipped any longer.
func wording(p *text.Printer, key string, r *requirement.Requirement) fyne.CanvasObject {
	said := p.T("catalogue.merge.gone")
	if r != nil {
		said = p.T("catalogue.merge.wording", "title", r.Title.In(p.Lang()), "rank", p.Int(r.Rank), "text", r.Text.In(p.Lang()))
	}
	return widgets.Column(2, widgets.NewWrapped(p.T(key), widgets.Strong, widgets.Plain), widgets.NewWrapped(said, widgets.Body, widgets.Plain))
}

// ownWording is what the municipality decided, also where it was to switch the requirement off.
func (c *Catalogue) ownWording(n requirement.Renewal) fyne.CanvasObject {
	if n.Change.Off {
		p := c.Text
		return widgets.Column(2, widgets.NewWrapped(p.T("catalogue.merge.own"), widgets.Strong, widgets.Plain),
			widgets.NewWrapped(p.T("catalogue.decision", "state", requirement.SwitchedOff.Label().In(p), "reason", n.Change.Reason), widgets.Body, widgets.Plain))
	}
	return wording(c.Text, "catalogue.merge.own", &n.Now)
}
