package assets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// versionsTab shows every classification there has been, to be read.
type versionsTab struct {
	page   *Page
	cards  *fyne.Container
	object *widgets.Scroller
}

func newVersionsTab(p *Page) *versionsTab {
	t := &versionsTab{page: p, cards: widgets.Column(widgets.Apart)}
	t.object = widgets.Scrolled(t.cards)
	return t
}

func (t *versionsTab) apply() fyne.CanvasObject {
	p := t.page
	t.cards.Objects = nil
	versions := present.Versions(p.Text, p.Register, p.Register.Versions(p.id))
	if p.rec.Draft != nil {
		t.cards.Add(t.draft())
	} else if len(versions) == 0 {
		t.cards.Add(t.none())
	}
	for _, v := range versions {
		t.cards.Add(t.card(v))
	}
	if len(versions) > 0 {
		t.cards.Add(widgets.NewWrapped(p.Text.T("assets.version.fixed"), widgets.Small, widgets.Muted))
	}
	t.cards.Refresh()
	return t.object
}

func (t *versionsTab) card(v present.Version) fyne.CanvasObject {
	p := t.page
	content := widgets.Column(widgets.Apart, levelLines(p, v))
	if len(v.Facts) > 0 {
		content.Add(factLines(v.Facts))
	}
	return widgets.NewCardWithNote(v.Title, v.Note, content)
}

// draft is the classification being worked on.
func (t *versionsTab) draft() fyne.CanvasObject {
	p := t.page
	v := present.NewVersion(p.Text, p.rec.Draft, p.Register.ScaleOf(*p.rec.Draft))
	return widgets.NewCardWithNote(v.Title, p.Text.T("assets.version.draft.note"), widgets.Column(widgets.Apart, levelLines(p, v), t.button()))
}

// none is what an asset without any classification shows.
func (t *versionsTab) none() fyne.CanvasObject {
	p := t.page
	return widgets.NewCard(p.Text.T("assets.finding.unclassified"), widgets.Column(widgets.Apart,
		widgets.NewWrapped(p.Text.T("assets.version.none"), widgets.Body, widgets.Muted),
		widgets.NewWrapped(p.Text.T("securityprotection.line"), widgets.Small, widgets.Muted),
		t.button()))
}

func (t *versionsTab) button() fyne.CanvasObject {
	p := t.page
	b := widgets.NewButton(present.ClassifyLabel(p.Text, p.rec), func() { p.opt.OnClassify(p.id) })
	setVisible(b, p.opt.OnClassify != nil)
	return widgets.Row(0, b, layout.NewSpacer())
}
