package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// scaleCard lists the scales: which one new classifications are made with, and
// what can be done with each.
type scaleCard struct {
	s    stage.Stage
	list *fyne.Container
	card *widgets.Card
}

func newScaleCard(s stage.Stage) *scaleCard {
	t := s.Text
	c := &scaleCard{s: s, list: widgets.Column(widgets.Near)}
	add := widgets.NewButton(t.T("settings.scales.add"), func() { askScale(s, c.apply) }).Compact()
	c.card = widgets.NewCard(t.T("settings.scales"), widgets.Column(widgets.Apart,
		widgets.NewWrapped(t.T("settings.scales.words"), widgets.Small, widgets.Muted), c.list, widgets.Row(0, add)))
	c.apply()
	return c
}

func (c *scaleCard) apply() {
	c.list.Objects = nil
	inForce := c.s.Register.Classifications().ScaleInForce()
	for _, scale := range c.s.Register.Classifications().Scales() {
		c.list.Add(c.row(scale, scale.ID == inForce.ID))
	}
	c.card.Refresh()
}

func (c *scaleCard) row(scale classify.Scale, inForce bool) fyne.CanvasObject {
	t := c.s.Text
	var levels []string
	for _, l := range scale.Levels {
		levels = append(levels, register.LevelText(t, scale, l.Level))
	}
	title := scale.Title(t)
	if inForce {
		title = t.T("settings.scales.inForce", "scale", title)
	}
	words := widgets.Column(1, widgets.NewWrapped(title, widgets.Strong, widgets.Plain),
		widgets.NewWrapped(strings.Join(levels, " · "), widgets.Small, widgets.Muted))
	menu := widgets.NewMenuButton(t.T("settings.scales.do"), func() []*fyne.MenuItem { return c.menu(scale, inForce) }).Compact()
	return container.NewBorder(nil, nil, nil, widgets.Column(0, menu), words)
}

func (c *scaleCard) menu(scale classify.Scale, inForce bool) []*fyne.MenuItem {
	t := c.s.Text
	var items []*fyne.MenuItem
	if !inForce {
		items = append(items, fyne.NewMenuItem(t.T("settings.scales.use"), func() { c.use(scale) }))
	}
	items = append(items, fyne.NewMenuItem(t.T("settings.scales.convert"), func() { c.askConvert(scale) }))
	if !scale.Shipped() {
		items = append(items, fyne.NewMenuItem(t.T("settings.scales.remove"), func() { c.remove(scale) }))
	}
	return items
}

func (c *scaleCard) use(scale classify.Scale) {
	c.s.Do(func(ctx context.Context) error { return c.s.Register.Classifications().UseScale(ctx, scale.ID) },
		text.Msg("settings.scales.used", "scale", scale.Label()), c.apply)
}

func (c *scaleCard) remove(scale classify.Scale) {
	c.s.Do(func(ctx context.Context) error { return c.s.Register.Classifications().RemoveScale(ctx, scale.ID) },
		text.Msg("settings.scales.removed", "scale", scale.Label()), c.apply)
}

// mostTold is how many conversions that raise a level are named one by one.
const mostTold = 8

// askConvert shows what writing the classifications in another scale would do, before it is done.
func (c *scaleCard) askConvert(scale classify.Scale) {
	t := c.s.Text
	plan := c.s.Register.Classifications().PreviewConversion(scale)
	if len(plan) == 0 {
		widgets.Message(c.s.Window.Canvas(), widgets.Accent, t.T("settings.scales.convert"), t.T("settings.convert.none", "scale", scale.Title(t)), t.T("settings.ok"), nil)
		return
	}
	var d *widgets.Dialog
	d = widgets.NewDialog(c.s.Window.Canvas(), t.T("settings.convert.title", "scale", scale.Title(t)), 560, convertWords(t, scale, plan),
		widgets.NewButton(t.T("settings.cancel"), func() { d.Close() }),
		widgets.NewPrimary(t.N("settings.convert.do", len(plan)), func() {
			d.Close()
			c.convert(scale)
		}))
	d.Show(nil)
}

// convertWords says how many classifications get a new version, and names those that get a higher level.
func convertWords(t *text.Printer, scale classify.Scale, plan []register.Conversion) fyne.CanvasObject {
	words := widgets.Column(widgets.Near, widgets.NewWrapped(t.N("settings.convert.words", len(plan)), widgets.Body, widgets.Plain))
	raised := 0
	for _, c := range plan {
		if !c.Raises() {
			continue
		}
		if raised++; raised <= mostTold {
			words.Add(widgets.NewWrapped(t.T("settings.convert.line", "name", c.Record.Asset.Name,
				"before", present.ProfileWords(c.From, c.Record.Class.Profile), "after", present.ProfileWords(scale, c.Profile)), widgets.Small, widgets.Plain))
		}
	}
	if raised > 0 {
		words.Objects = append(words.Objects[:1], append([]fyne.CanvasObject{widgets.NewMarked(mark.Alert, widgets.Warning,
			widgets.NewWrapped(t.N("settings.convert.raised", raised), widgets.Body, widgets.Plain))}, words.Objects[1:]...)...)
	}
	if raised > mostTold {
		words.Add(widgets.NewWrapped(t.N("settings.convert.more", raised-mostTold), widgets.Small, widgets.Muted))
	}
	return words
}

func (c *scaleCard) convert(scale classify.Scale) {
	r := c.s.Register
	stage.Save(c.s, func(ctx context.Context) (int, error) { return r.Classifications().ConvertScale(ctx, scale.ID) }, func(n int) {
		c.s.Tell(stage.Receipt{Message: text.Msg("settings.convert.done", "n", n, "scale", scale.Label()), Undo: true})
	})
}
