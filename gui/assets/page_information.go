package assets

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// informationTab shows what a system holds and where its levels come from, or
// which systems an information set lies in.
type informationTab struct {
	page    *Page
	table   *widgets.Table[Held]
	remove  *widgets.Button
	open    *widgets.Button
	content *fyne.Container
	object  *widgets.Scroller
}

var _ stage.Part = (*informationTab)(nil)

// InformationPart is the name of the tab, to open it by.
const InformationPart = "information"

func newInformationTab(p *Page) *informationTab {
	t := &informationTab{page: p, content: widgets.Column(widgets.Apart)}
	t.object = widgets.Scrolled(t.content)
	w := p.Text
	t.table = widgets.NewTable(func(h Held) string { return h.Record.Asset.ID },
		widgets.TableColumn[Held]{ID: "name", Title: w.T("field.name"), Width: 160, Grow: true, Text: func(h Held) string { return h.Record.Asset.Name }},
		widgets.TableColumn[Held]{ID: "class", Title: w.T("assets.column.class"), Width: 164, Badges: t.badges},
		widgets.TableColumn[Held]{ID: "state", Title: w.T("information.column.state"), Width: 150, Grow: true, Text: func(h Held) string { return h.Words }, Tone: heldTone, Mark: heldMark},
	).WithChecks()
	t.table.OnOpen = t.openHeld
	t.table.OnDelete = func([]Held) { t.removeSelected() }
	t.table.OnSelect = func([]Held) { t.marked() }
	t.remove = widgets.NewButton(w.T("information.remove"), t.removeSelected).Compact()
	t.open = widgets.NewButton(w.T("information.open"), t.openSelected).Compact()
	return t
}

// system reports whether the page is of a system: it holds, and an information set is held.
func (t *informationTab) system() bool { return t.page.rec.Asset.Kind == asset.System }

// Name is part of stage.Part.
func (t *informationTab) Name() string { return InformationPart }

// Title is part of stage.Part.
func (t *informationTab) Title() string {
	return informationTitle(t.page.Text, t.page.Register, t.page.rec)
}

// Object is part of stage.Part.
func (t *informationTab) Object() fyne.CanvasObject { return t.object }

// Leave is part of stage.Part: every change is stored when it is made.
func (t *informationTab) Leave() bool { return true }

// Find is part of stage.Part.
func (t *informationTab) Find() bool { return false }

// Type is part of stage.Part.
func (t *informationTab) Type(rune, fyne.KeyName) bool { return false }

// Refresh is part of stage.Part.
func (t *informationTab) Refresh() {
	p := t.page
	var held []Held
	if t.system() {
		held = heldSets(p.Text, p.Register, p.rec)
	} else {
		held = heldIn(p.Text, p.Register, p.rec)
	}
	t.table.SetRows(held)
	t.marked()
	t.content.Objects = nil
	if duty.NewLook(p.Register.Settings().Policy, p.rec) {
		t.content.Add(t.newLook())
	}
	list := t.list(len(held))
	if t.system() && p.rec.Holding != nil {
		t.content.Add(widgets.Beside(levelsWidth, listLeast, list, t.levels()))
	} else {
		t.content.Add(list)
	}
	t.content.Refresh()
	t.object.Refresh()
}

// newLook says that the system is to be looked at again, and leads to it.
func (t *informationTab) newLook() fyne.CanvasObject {
	p := t.page
	words := widgets.NewMarked(mark.Alert, widgets.Warning, widgets.NewWrapped(p.Text.T("information.newLook"), widgets.Body, widgets.Plain))
	again := widgets.NewButton(present.ClassifyLabel(p.Text, p.rec), func() { p.opt.OnClassify(p.id) }).Compact()
	listing.Visible(again, p.opt.OnClassify != nil)
	return widgets.NewCard("", widgets.Border(nil, nil, nil, widgets.Row(0, again), words))
}

// The height of the list, in lines, at least and at most, and the width of it and of
// the levels beside it.
const (
	levelsWidth = 370
	listLeast   = 540
	heldLeast   = 3
	heldMost    = 9
	heldLine    = 36
)

func (t *informationTab) list(n int) fyne.CanvasObject {
	w := t.page.Text
	title, add := w.T("information.card.set"), w.T("information.add.system")
	if t.system() {
		title, add = w.T("information.card.system"), w.T("information.add.set")
	}
	buttons := []fyne.CanvasObject{widgets.NewButton(add, func() { pickLinks(t.page) }).Compact()}
	if t.system() {
		buttons = append(buttons, widgets.NewButton(w.T("information.new"), func() { askSet(t.page) }).Compact())
	}
	if n == 0 {
		empty := w.T("information.empty.set")
		if t.system() {
			empty = w.T("information.empty.system")
		}
		return widgets.NewCard(title, widgets.Column(widgets.Apart, widgets.NewWrapped(empty, widgets.Body, widgets.Muted), widgets.Flow(widgets.Near, buttons...)))
	}
	buttons = append(buttons, t.open, t.remove)
	height := float32(heldLine * (min(max(n, heldLeast), heldMost) + 1))
	return widgets.NewCard(title, widgets.Column(widgets.Near, widgets.Flow(widgets.Near, buttons...), widgets.Sized(0, height, widgets.NewPlate(t.table))))
}

// levels are the levels in force, each with where it comes from and a way to change it.
func (t *informationTab) levels() fyne.CanvasObject {
	w := t.page.Text
	rows := widgets.Column(10)
	for _, o := range levelOrigins(w, t.page.Register, t.page.rec) {
		change := widgets.NewMenuButton(w.T("information.change"), func() []*fyne.MenuItem { return t.changes(o) }).Compact()
		rows.Add(widgets.Border(nil, nil, nil, widgets.Row(0, change, layout.NewSpacer()), originLine(t.page, o)))
	}
	rows.Add(widgets.NewWrapped(w.T("information.rule"), widgets.Small, widgets.Muted))
	return widgets.NewCard(w.T("information.levels"), rows)
}

// originLine is one level in force with where it comes from.
func originLine(p *Page, o levelOrigin) fyne.CanvasObject {
	words := widgets.Column(1, widgets.NewWrapped(p.Text.T("assets.version.level", "aspect", o.Name, "level", o.Label), widgets.Body, widgets.Plain))
	tone := widgets.Muted
	if o.Lapsed {
		tone = widgets.Warning
	}
	words.Add(widgets.NewWrapped(o.Words, widgets.Small, tone))
	badge := widgets.Column(0, widgets.NewLevelBadge(listing.Level(p.rec.Scale(), o.Aspect, o.Level)), layout.NewSpacer())
	return widgets.Border(nil, nil, widgets.Row(widgets.Near, badge, widgets.Column(0)), nil, words)
}

// changes is what can be done to a level.
func (t *informationTab) changes(o levelOrigin) []*fyne.MenuItem {
	p := t.page
	// What cannot be done is left out: the keyboard would choose a disabled item.
	var items []*fyne.MenuItem
	if len(o.Higher) > 0 {
		items = append(items, fyne.NewMenuItem(p.Text.T("information.raise"), func() { p.Adjust(o.Aspect, false) }))
	}
	if len(o.Lower) > 0 {
		items = append(items, fyne.NewMenuItem(p.Text.T("information.lower"), func() { p.Adjust(o.Aspect, true) }))
	}
	if o.Adjustment != nil {
		key := "information.raise.end"
		if o.Adjustment.Lowers() {
			key = "information.lower.end"
		}
		items = append(items, fyne.NewMenuItem(p.Text.T(key), func() { t.end(o) }))
	}
	return items
}

func (t *informationTab) end(o levelOrigin) {
	p := t.page
	stage.Save(p.Stage, func(ctx context.Context) (bool, error) {
		return true, p.Register.Holdings().EndAdjustment(ctx, p.id, o.Aspect)
	}, func(bool) {
		p.Tell(stage.Receipt{Message: text.Msg("information.ended", "aspect", text.Msg("aspect."+o.Aspect.Key())), Undo: true})
	})
}

func (t *informationTab) badges(h Held) []widgets.Badge {
	return listing.Levels(h.Record.Scale(), h.Record.Profile())
}

func heldTone(h Held) widgets.Tone {
	if h.New {
		return widgets.Warning
	}
	return widgets.Muted
}

func heldMark(h Held) (mark.Sign, widgets.Tone) {
	if h.New {
		return mark.Alert, widgets.Warning
	}
	return mark.None, widgets.Plain
}

// marked lets the commands for lines be pressed where lines are selected.
func (t *informationTab) marked() {
	n := len(t.table.Selected())
	listing.Enable(t.remove, n > 0)
	listing.Enable(t.open, n == 1 && t.page.opt.OnOpen != nil)
}

func (t *informationTab) openSelected() {
	if rows := t.table.Selected(); len(rows) == 1 {
		t.openHeld(rows[0])
	}
}

func (t *informationTab) openHeld(h Held) {
	if t.page.opt.OnOpen != nil {
		t.page.opt.OnOpen(h.Record.Asset.ID)
	}
}

// removeSelected takes the links of the lines selected away. The assets stay, and undo brings the links back.
func (t *informationTab) removeSelected() {
	p := t.page
	var ids []string
	for _, h := range t.table.Selected() {
		ids = append(ids, h.Record.Asset.ID)
	}
	if len(ids) == 0 {
		return
	}
	system := t.system()
	stage.Save(p.Stage, func(ctx context.Context) (int, error) {
		if system {
			return p.Register.Holdings().Unlink(ctx, p.id, ids...)
		}
		return p.Register.Holdings().Displace(ctx, p.id, ids...)
	}, func(n int) {
		p.Tell(stage.Receipt{Message: text.Msg("information.removed", "n", n), Undo: true})
	})
}
