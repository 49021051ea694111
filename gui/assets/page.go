package assets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/register"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// PageOptions are where the page of an asset leads. Each may be nil: what it
// belongs to is not shown then.
type PageOptions struct {
	// OnClassify opens the guided form for the asset.
	OnClassify func(id string)
	// OnOpen opens the page of another asset.
	OnOpen func(id string)
	// OnPrintProtocol prints the protocol of the asset's classification.
	OnPrintProtocol func(id string)
	// OnShare lets others begin from the asset's decided classification.
	OnShare func(id string)
	// OnHandover opens the handing over of what someone answers for.
	OnHandover func(from string)
	// Parts are further tabs, drawn by other features, between the particulars and the classifications.
	Parts []stage.Part
	// OnClose leaves the page: by Esc, by the button, or because the asset is gone.
	OnClose func()
}

// The first tabs of the page. Those of other features follow, then the
// classifications and the history.
const (
	tabOverview = iota
	tabForm
	tabParts
)

// Page is the page of one asset.
type Page struct {
	stage.Stage
	opt PageOptions
	id  string
	rec *register.Record

	page     *widgets.Page
	badges   *widgets.ProfileBadges
	classify *widgets.Button
	print    *widgets.Button
	tabs     *widgets.Tabs
	place    *fyne.Container // holds the tab shown
	overview *overviewTab
	form     *formTab
	versions *versionsTab
	history  *historyTab
	object   fyne.CanvasObject
	warned   bool // that something written is not stored
	missing  bool // the asset is gone
}

var (
	_ stage.Page = (*Page)(nil)
	_ stage.Keys = (*Page)(nil)
)

// NewPage builds the page of an asset. For an asset that is gone it says so.
func NewPage(s stage.Stage, id string, opt PageOptions) *Page {
	p := &Page{Stage: s, opt: opt, id: id}
	p.rec, _ = s.Register.Record(id)
	if p.rec == nil {
		p.rec = &register.Record{}
	}
	p.opt.Parts = append([]stage.Part{newInformationTab(p)}, opt.Parts...)
	p.build()
	p.apply()
	return p
}

func (p *Page) build() {
	t := p.Text
	p.badges = widgets.NewProfileBadges()
	p.classify = widgets.NewPrimary("", func() { p.opt.OnClassify(p.id) })
	p.print = widgets.NewButton(t.T("assets.page.print"), func() { p.opt.OnPrintProtocol(p.id) })
	closing := widgets.NewButton(t.T("assets.page.close"), p.close)
	listing.Visible(p.classify, p.opt.OnClassify != nil)
	titles := []string{t.T("assets.tab.overview"), t.T("assets.tab.form")}
	for _, part := range p.opt.Parts {
		titles = append(titles, part.Title())
	}
	p.tabs = widgets.NewTabs(append(titles, t.T("assets.tab.versions"), t.T("assets.tab.history"))...)
	p.tabs.OnTab = p.show
	p.overview, p.form = newOverviewTab(p), newFormTab(p)
	p.versions, p.history = newVersionsTab(p), newHistoryTab(p)
	p.place = container.NewStack()
	content := widgets.Border(widgets.Column(0, p.tabs, widgets.Inset(4, 0, widgets.Column(0))), nil, nil, nil, p.place)
	actions := []fyne.CanvasObject{p.badges, closing}
	if p.opt.OnPrintProtocol != nil {
		actions = append(actions, p.print)
	}
	p.page = widgets.NewPage("", "", content, append(actions, p.classify)...)
	p.object = p.page.Object()
}

// Object is part of stage.Page.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Asset returns the id of the asset shown.
func (p *Page) Asset() string { return p.id }

// Refresh is part of stage.Page.
func (p *Page) Refresh() {
	rec, ok := p.Register.Record(p.id)
	if !ok {
		p.gone()
		return
	}
	if p.missing {
		p.missing = false
		p.page.Show(nil)
	}
	p.rec = rec
	p.apply()
}

// gone shows that the asset has been deleted. Undo may bring it back.
func (p *Page) gone() {
	p.missing = true
	p.classify.Disable()
	p.print.Disable()
	p.page.Show(widgets.NewNotice(widgets.Warning, p.Text.T("assets.page.gone"), p.Text.T("assets.page.close"), p.close, p.Text.T("assets.closeNotice")))
}

// apply writes the asset to the widgets.
func (p *Page) apply() {
	p.page.SetTitle(p.rec.Asset.Name)
	p.page.SetSubtitle(subtitle(p.Text, p.Register, p.rec.Asset))
	p.badges.Set(listing.Levels(present.ScaleOf(p.rec), p.rec.Profile())...)
	p.classify.SetText(present.ClassifyLabel(p.Text, p.rec))
	listing.Enable(p.print, p.rec.Class != nil)
	p.classify.Enable()
	for i, part := range p.opt.Parts {
		p.tabs.SetTitle(tabParts+i, part.Title())
	}
	p.show(p.tabs.Chosen())
}

// show brings a tab to the front, up to date.
func (p *Page) show(tab int) {
	var o fyne.CanvasObject
	switch part, further := p.part(tab); {
	case further:
		part.Refresh()
		o = part.Object()
	case tab == tabOverview:
		o = p.overview.apply()
	case tab == tabForm:
		o = p.form.apply()
	case tab == tabParts+len(p.opt.Parts):
		o = p.versions.apply()
	default:
		o = p.history.apply()
	}
	if len(p.place.Objects) != 1 || p.place.Objects[0] != o {
		p.place.Objects = []fyne.CanvasObject{o}
		p.place.Refresh()
	}
}

// part returns the other feature's part that a tab shows.
func (p *Page) part(tab int) (stage.Part, bool) {
	if i := tab - tabParts; i >= 0 && i < len(p.opt.Parts) {
		return p.opt.Parts[i], true
	}
	return nil, false
}

// Open brings another feature's part to the front and returns it, nil if there is none with that name.
func (p *Page) Open(name string) stage.Part {
	for i, part := range p.opt.Parts {
		if part.Name() == name {
			p.tabs.Choose(tabParts + i)
			p.show(tabParts + i)
			return part
		}
	}
	return nil
}

// Entered is part of stage.Page.
func (p *Page) Entered() {
	if p.rec.Asset.ID == "" {
		p.gone()
	}
	p.tabs.Focus()
}

// Leave is part of stage.Page: what is being typed is stored. What cannot be
// stored keeps the user here once, with a sentence; the second time it is dropped.
func (p *Page) Leave() bool {
	if c := p.Window.Canvas(); c != nil {
		c.Unfocus()
	}
	for _, part := range p.opt.Parts {
		if !part.Leave() {
			return false
		}
	}
	f := p.form.unstored()
	if f == nil || p.warned {
		return true
	}
	p.warned = true
	p.tabs.Choose(tabForm)
	p.show(tabForm)
	p.page.Show(widgets.NewNotice(widgets.Warning, p.Text.T("assets.page.unstored", "field", f.spec.Label), "", nil, p.Text.T("assets.closeNotice")))
	p.Window.Canvas().Focus(f.focus())
	return false
}

// Edit shows the form with the keyboard in one of its fields.
func (p *Page) Edit(key present.AssetKey) {
	p.tabs.Choose(tabForm)
	p.show(tabForm)
	p.form.focus(key)
}

func (p *Page) close() {
	if p.opt.OnClose != nil {
		p.opt.OnClose()
	}
}

func (p *Page) askDelete() {
	t := p.Text
	q := widgets.Question{
		Title: t.T("assets.delete.title"), Words: t.T("assets.delete.one", "name", p.rec.Asset.Name),
		Yes: t.T("assets.delete.yes"), No: t.T("assets.delete.no"), Danger: true,
	}
	widgets.Confirm(p.Window.Canvas(), q, func(yes bool) {
		if yes {
			deleteAssets(p.Stage, []*register.Record{p.rec}, p.close)
		}
	})
}

// Find is part of stage.Keys.
func (p *Page) Find() bool {
	part, ok := p.part(p.tabs.Chosen())
	return ok && part.Find()
}

// New is part of stage.Keys.
func (p *Page) New() bool { return false }

// Print is part of stage.Keys.
func (p *Page) Print() bool {
	if p.opt.OnPrintProtocol == nil || p.rec.Class == nil {
		return false
	}
	p.opt.OnPrintProtocol(p.id)
	return true
}

// Close is part of stage.Keys.
func (p *Page) Close() bool {
	p.close()
	return p.opt.OnClose != nil
}

// Type is part of stage.Keys.
func (p *Page) Type(r rune, key fyne.KeyName) bool {
	part, ok := p.part(p.tabs.Chosen())
	return ok && part.Type(r, key)
}
