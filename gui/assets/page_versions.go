package assets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/gui/listing"
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
	versions := Versions(p.Text, p.Register, p.Register.Classifications().Versions(p.id))
	if p.rec.Draft != nil {
		t.cards.Add(t.draft())
	} else if len(versions) == 0 {
		t.cards.Add(t.none())
	}
	for _, v := range versions {
		t.cards.Add(t.card(v))
	}
	if p.opt.OnShare != nil && p.rec.Classified() {
		t.cards.Add(t.share())
	}
	if len(versions) > 0 {
		t.cards.Add(widgets.NewWrapped(p.Text.T("assets.version.fixed"), widgets.Small, widgets.Muted))
	}
	t.cards.Refresh()
	return t.object
}

func (t *versionsTab) card(v Version) fyne.CanvasObject {
	p := t.page
	content := widgets.Column(widgets.Apart, levelLines(p, v))
	if len(v.Facts) > 0 {
		content.Add(factLines(v.Facts))
	}
	return widgets.NewCardWithNote(v.Title, v.Note, content)
}

// share lets others begin from the classification in force, or says that they can.
func (t *versionsTab) share() fyne.CanvasObject {
	p := t.page
	words := p.Text.T("common.begin.none")
	if c, shared := p.Register.Classifications().CommonOf(p.id); shared {
		words = p.Text.T("common.is", "name", c.Name)
	}
	button := widgets.NewButton(p.Text.T("common.share"), func() { p.opt.OnShare(p.id) })
	return widgets.NewCard("", widgets.Column(widgets.Near, widgets.NewWrapped(words, widgets.Body, widgets.Plain), widgets.Row(0, button, layout.NewSpacer())))
}

// draft is the classification being worked on.
func (t *versionsTab) draft() fyne.CanvasObject {
	p := t.page
	v := newVersion(p.Text, p.rec.Draft, p.Register.Classifications().ScaleOf(*p.rec.Draft))
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
	listing.Visible(b, p.opt.OnClassify != nil)
	return widgets.Row(0, b, layout.NewSpacer())
}
