package assets

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/gui/jobs"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// overviewTab shows the state of the asset and the few facts most often asked for.
type overviewTab struct {
	page   *Page
	left   *fyne.Container
	right  *fyne.Container
	object *widgets.Scroller
	last   *fyne.Container // the newest change
	duties *fyne.Container // what the policy demands
}

// factsShown is how many particulars are shown at the right.
const factsShown = 7

func newOverviewTab(p *Page) *overviewTab {
	t := &overviewTab{page: p, left: widgets.Column(widgets.Apart), right: widgets.Column(widgets.Apart), last: widgets.Column(widgets.Near), duties: widgets.Column(10)}
	t.object = widgets.Scrolled(widgets.Columns(widgets.Apart, []float32{2, 1}, t.left, t.right))
	return t
}

func (t *overviewTab) apply() fyne.CanvasObject {
	p := t.page
	t.left.Objects = nil
	if notice := p.procurement(); notice != nil {
		t.left.Objects = append(t.left.Objects, notice)
	}
	t.left.Objects = append(t.left.Objects, widgets.NewCard(p.Text.T("assets.overview.standing"), t.duties))
	if held := t.information(); held != nil {
		t.left.Objects = append(t.left.Objects, held)
	}
	if d := p.rec.Asset.Fields[asset.Description]; d != "" {
		t.left.Objects = append(t.left.Objects, widgets.NewCard(asset.Description.Label().In(p.Text), widgets.NewWrapped(d, widgets.Body, widgets.Plain)))
	}
	switch {
	case p.rec.Holding != nil:
		t.left.Objects = append(t.left.Objects, widgets.NewCard(p.Text.T("assets.overview.levels"), originLines(p)))
	case p.rec.Class != nil:
		t.left.Objects = append(t.left.Objects, widgets.NewCard(p.Text.T("assets.overview.levels"), levelLines(p, newVersion(p.Text, p.rec.Class, p.rec.Scale()))))
	}
	t.right.Objects = []fyne.CanvasObject{
		t.responsible(),
		widgets.NewCard(p.Text.T("assets.traits"), p.traits()),
		t.particulars(),
		widgets.NewCard(p.Text.T("assets.overview.last"), t.last),
	}
	t.object.Refresh()
	jobs.Start(p.Jobs, "assets.last", func(ctx context.Context, _ *jobs.Progress) (present.History, error) {
		return present.ReadHistory(ctx, p.Text, p.Register, p.id, 0, 1)
	}, t.arrived)
	t.judge()
	return t.object
}

// responsible tells who answers for the asset, and leads to handing that over.
func (t *overviewTab) responsible() fyne.CanvasObject {
	p := t.page
	lines := widgets.Column(6, factLines(Responsible(p.Text, p.rec.Asset)))
	if owner := commonOwner([]*register.Record{p.rec}); owner != "" && p.opt.OnHandover != nil {
		hand := widgets.NewLink(p.Text.T("assets.do.handover"), widgets.Accent, func() { p.opt.OnHandover(owner) })
		lines.Add(widgets.Row(0, hand, layout.NewSpacer()))
	}
	return widgets.NewCard(p.Text.T("group.responsibility"), lines)
}

func (t *overviewTab) particulars() fyne.CanvasObject {
	p := t.page
	facts, more := Particulars(p.Text, p.Register, p.rec.Asset, factsShown)
	lines := widgets.Column(6, factLines(facts))
	link := p.Text.T("assets.overview.fill")
	if more > 0 {
		link = p.Text.N("assets.overview.more", more)
	} else if len(facts) > 0 {
		link = p.Text.T("assets.overview.edit")
	}
	open := widgets.NewLink(link, widgets.Accent, func() { p.tabs.Choose(tabForm); p.show(tabForm) })
	lines.Add(widgets.Row(0, open, layout.NewSpacer()))
	return widgets.NewCard(p.Text.T("assets.tab.form"), lines)
}

// arrived shows the newest change.
func (t *overviewTab) arrived(h present.History, err error) {
	if err != nil {
		t.page.Fail(err)
		return
	}
	t.last.Objects = nil
	for _, e := range h.Entries {
		t.last.Add(historyEntry(t.page.Text, e, 3))
	}
	t.object.Refresh()
}

// heldShown is how many lines are shown under "Information i systemet".
const heldShown = 6

// information lists what a system holds, or the systems that an information set
// lies in; nil where there is none.
func (t *overviewTab) information() fyne.CanvasObject {
	p := t.page
	held, title := heldSets(p.Text, p.Register, p.rec), p.Text.T("information.card.system")
	if p.rec.Asset.Kind == asset.InformationSet {
		held, title = heldIn(p.Text, p.Register, p.rec), p.Text.T("information.card.set")
	}
	if len(held) == 0 {
		return nil
	}
	rows := widgets.Column(6)
	for _, h := range held[:min(len(held), heldShown)] {
		rows.Add(t.heldLine(h))
	}
	more := p.Text.T("information.show")
	if rest := len(held) - heldShown; rest > 0 {
		more = p.Text.N("information.more", rest)
	}
	rows.Add(widgets.Row(0, widgets.NewLink(more, widgets.Accent, func() { p.Open(InformationPart) }), layout.NewSpacer()))
	return widgets.NewCard(title, rows)
}

func (t *overviewTab) heldLine(h Held) fyne.CanvasObject {
	p := t.page
	badges := widgets.NewProfileBadges()
	badges.Set(listing.Levels(h.Record.Scale(), h.Record.Profile())...)
	words := widgets.Column(1, widgets.NewWrapped(h.Record.Asset.Name, widgets.Body, widgets.Plain))
	if h.New {
		words.Add(widgets.NewWrapped(h.Words, widgets.Small, widgets.Warning))
	}
	row := widgets.Columns(widgets.Near, []float32{3, 2}, words, widgets.Column(0, badges, layout.NewSpacer()))
	if p.opt.OnOpen == nil {
		return row
	}
	return widgets.NewPressLine(h.Record.Asset.Name, row, func() { p.opt.OnOpen(h.Record.Asset.ID) })
}

// originLines are the levels in force with where each comes from.
func originLines(p *Page) *fyne.Container {
	rows := widgets.Column(10)
	for _, o := range levelOrigins(p.Text, p.Register, p.rec) {
		rows.Add(originLine(p, o))
	}
	return rows
}

// levelLines are the levels in words with their reasons.
func levelLines(p *Page, v Version) *fyne.Container {
	rows := widgets.Column(10)
	for _, l := range v.Levels {
		words := widgets.Column(1, widgets.NewWrapped(p.Text.T("assets.version.level", "aspect", l.Name, "level", l.Label), widgets.Body, widgets.Plain))
		if l.Reason != "" {
			words.Add(widgets.NewWrapped(l.Reason, widgets.Small, widgets.Muted))
		}
		badge := widgets.Column(0, widgets.NewLevelBadge(listing.Level(v.Scale, l.Aspect, v.Profile.Of(l.Aspect))), layout.NewSpacer())
		rows.Add(widgets.Border(nil, nil, widgets.Row(widgets.Near, badge, widgets.Column(0)), nil, words))
	}
	return rows
}
