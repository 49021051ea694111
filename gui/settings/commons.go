package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// commonCard lists the classifications that all share.
type commonCard struct {
	s    stage.Stage
	list *fyne.Container
	card *widgets.Card
}

func newCommonCard(s stage.Stage) *commonCard {
	c := &commonCard{s: s, list: widgets.Column(widgets.Near)}
	c.card = widgets.NewCard(s.Text.T("settings.commons"), widgets.Column(widgets.Apart,
		widgets.NewWrapped(s.Text.T("settings.commons.words"), widgets.Small, widgets.Muted), c.list))
	c.apply()
	return c
}

func (c *commonCard) apply() {
	c.list.Objects = nil
	for _, line := range present.CommonLines(c.s.Text, c.s.Register) {
		words := widgets.Column(1, widgets.NewWrapped(line.Common.Name, widgets.Strong, widgets.Plain), widgets.NewWrapped(line.Words, widgets.Small, widgets.Muted))
		away := widgets.NewButton(c.s.Text.T("settings.commons.remove"), func() { c.remove(line.Common) }).Compact()
		c.list.Add(container.NewBorder(nil, nil, nil, widgets.Column(0, away), words))
	}
	c.list.Hidden = len(c.list.Objects) == 0
	c.card.Refresh()
}

func (c *commonCard) remove(common classify.Common) {
	unshare := func(ctx context.Context) error { return c.s.Register.Classifications().Unshare(ctx, common.ID) }
	c.s.Do(unshare, text.Msg("settings.commons.removed", "name", common.Name), c.apply)
}
