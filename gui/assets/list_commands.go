package assets

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// commandBar is the row beneath the table: what can be done with the rows selected.
type commandBar struct {
	list   *List
	object fyne.CanvasObject

	hint                             *fyne.Container // while nothing is selected
	links                            *fyne.Container
	count                            *widgets.Text
	open, classify, change, takeAway *widgets.Button
	alike, hand                      *widgets.Button
	print, columns                   *widgets.Button
}

func newCommandBar(l *List) *commandBar {
	p := l.Text
	b := &commandBar{list: l, count: widgets.NewText("", widgets.Small, widgets.Muted)}
	b.open = widgets.NewLink(p.T("assets.do.open"), widgets.Accent, func() { l.open(b.one()) })
	b.classify = widgets.NewLink(p.T("assets.do.classify"), widgets.Accent, func() { l.opt.OnClassify(b.one().Asset.ID) })
	b.alike = widgets.NewLink(p.T("assets.do.alike"), widgets.Accent, func() { l.opt.OnAlike(idsOf(l.table.Selected())) })
	b.change = widgets.NewLink(p.T("assets.do.change"), widgets.Accent, func() { l.askChange(l.table.Selected()) })
	b.hand = widgets.NewLink(p.T("assets.do.handover"), widgets.Accent, func() { l.handOver(l.table.Selected()) })
	b.takeAway = widgets.NewLink(p.T("assets.do.delete"), widgets.Accent, func() { l.askDelete(l.table.Selected()) })
	b.print = widgets.NewLink(p.T("assets.do.print"), widgets.Accent, func() { l.Print() })
	b.columns = widgets.NewLink(p.T("assets.do.columns"), widgets.Accent, l.askColumns)
	b.hint = widgets.Inset(3, 0, widgets.NewWrapped(p.T("assets.selectHint"), widgets.Small, widgets.Muted))
	b.links = widgets.Flow(widgets.Apart, widgets.Inset(3, 0, b.count), b.open, b.classify, b.alike, b.change, b.hand, b.takeAway)
	right := widgets.Row(widgets.Near, b.print, b.columns)
	b.object = widgets.Inset(8, 0, widgets.Border(nil, nil, nil, right, container.NewStack(b.hint, b.links)))
	return b
}

func (b *commandBar) one() *register.Record { return b.list.table.Selected()[0] }

// apply shows what can be done with the rows selected.
func (b *commandBar) apply(selected []*register.Record) {
	p, n := b.list.Text, len(selected)
	b.count.SetText(p.N("assets.selected", n))
	setVisible(b.hint, n == 0)
	setVisible(b.links, n > 0)
	setVisible(b.open, n == 1 && b.list.opt.OnOpen != nil)
	setVisible(b.classify, n == 1 && b.list.opt.OnClassify != nil)
	setVisible(b.alike, n > 1 && b.list.opt.OnAlike != nil)
	setVisible(b.change, n > 0)
	setVisible(b.hand, n > 0 && b.list.opt.OnHandover != nil)
	setVisible(b.takeAway, n > 0)
	setVisible(b.print, b.list.opt.OnPrint != nil)
	b.object.Refresh()
}

// menu is the same by right click, on the row that was clicked or all selected.
func (l *List) menu(_ *register.Record, at fyne.Position) {
	p, selected := l.Text, l.table.Selected()
	var items []*fyne.MenuItem
	if len(selected) == 1 {
		if l.opt.OnOpen != nil {
			items = append(items, fyne.NewMenuItem(p.T("assets.do.open"), func() { l.open(selected[0]) }))
		}
		if l.opt.OnClassify != nil {
			items = append(items, fyne.NewMenuItem(p.T("assets.do.classify"), func() { l.opt.OnClassify(selected[0].Asset.ID) }))
		}
	}
	if l.opt.OnAlike != nil && len(selected) > 1 {
		items = append(items, fyne.NewMenuItem(p.T("assets.do.alike"), func() { l.opt.OnAlike(idsOf(selected)) }))
	}
	items = append(items, fyne.NewMenuItem(p.T("assets.do.change"), func() { l.askChange(selected) }))
	if l.opt.OnHandover != nil {
		items = append(items, fyne.NewMenuItem(p.T("assets.do.handover"), func() { l.handOver(selected) }))
	}
	if l.opt.OnPrint != nil && len(selected) > 1 {
		items = append(items, fyne.NewMenuItem(p.T("assets.do.printSelected"), func() { l.printSelected(selected) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(p.T("assets.do.delete"), func() { l.askDelete(selected) }))
	widgets.ShowMenu(l.Window.Canvas(), at, items...)
}

// handOver begins with the owner that the assets have in common.
func (l *List) handOver(selected []*register.Record) {
	l.opt.OnHandover(commonOwner(selected), idsOf(selected))
}

func (l *List) printSelected(selected []*register.Record) {
	l.opt.OnPrint(l.Text.N("assets.selectedWords", len(selected)), selected)
}

// askDelete deletes after a question whose safe answer is the default.
func (l *List) askDelete(selected []*register.Record) {
	if len(selected) == 0 {
		return
	}
	p := l.Text
	question := p.T("assets.delete.one", "name", selected[0].Asset.Name)
	if len(selected) > 1 {
		question = p.N("assets.delete.many", len(selected))
	}
	q := widgets.Question{
		Title: p.T("assets.delete.title"), Words: question, Yes: p.T("assets.delete.yes"), No: p.T("assets.delete.no"), Danger: true,
	}
	widgets.Confirm(l.Window.Canvas(), q, func(yes bool) {
		if yes {
			deleteAssets(l.Stage, selected, nil)
		}
	})
}

func idsOf(records []*register.Record) []string {
	ids := make([]string, len(records))
	for i, rec := range records {
		ids[i] = rec.Asset.ID
	}
	return ids
}

// deleteAssets takes assets away and offers to undo it.
func deleteAssets(s stage.Stage, records []*register.Record, done func()) {
	ids := idsOf(records)
	receipt := text.Msg("assets.deleted.one", "name", records[0].Asset.Name)
	if len(records) > 1 {
		receipt = text.Msg("assets.deleted.many", "n", len(records))
	}
	stage.Save(s, func(ctx context.Context) (ledger.Revision, error) {
		return s.Register.DeleteAssets(ctx, ids)
	}, func(ledger.Revision) {
		s.Tell(stage.Receipt{Message: receipt, Undo: true})
		if done != nil {
			done()
		}
	})
}

// threeDoors is what an empty register shows.
func (l *List) threeDoors() fyne.CanvasObject {
	p := l.Text
	var doors []widgets.Door
	if l.opt.OnImport != nil {
		doors = append(doors, widgets.Door{Title: p.T("assets.door.import.title"), Words: p.T("assets.door.import"), Open: l.opt.OnImport})
	}
	doors = append(doors, widgets.Door{Title: p.T("assets.door.add.title"), Words: p.T("assets.door.add"), Open: l.startNew})
	if l.opt.OnExample != nil {
		doors = append(doors, widgets.Door{Title: p.T("assets.door.example.title"), Words: p.T("assets.door.example"), Open: l.opt.OnExample})
	}
	return widgets.NewEmptyState(p.T("assets.door.intro.title"), p.T("assets.door.intro"), doors...)
}

// nothingFound is shown in place of rows when the filters leave none.
func (l *List) nothingFound() *fyne.Container {
	p := l.Text
	return widgets.Inset(widgets.Margin, widgets.Margin, widgets.Column(widgets.Near,
		widgets.NewWrapped(p.T("assets.nothing"), widgets.Strong, widgets.Plain),
		widgets.NewWrapped(p.T("assets.nothing.hint"), widgets.Body, widgets.Muted),
		widgets.Row(0, widgets.NewButton(p.T("assets.nothing.clear"), l.clearAll), layout.NewSpacer()),
	))
}
