package assets

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// commands are what can be done with the rows marked.
func (l *List) commands() []listing.Command[*register.Record] {
	p, o := l.Text, l.opt
	all := []struct {
		there bool
		listing.Command[*register.Record]
	}{
		{o.OnOpen != nil, listing.Command[*register.Record]{Label: p.T("assets.do.open"), Do: l.open}},
		{o.OnClassify != nil, listing.Command[*register.Record]{Label: p.T("assets.do.classify"), Do: func(rec *register.Record) { o.OnClassify(rec.Asset.ID) }}},
		{o.OnAlike != nil, listing.Command[*register.Record]{Label: p.T("assets.do.alike"), Several: true, All: func(marked []*register.Record) { o.OnAlike(idsOf(marked)) }}},
		{true, listing.Command[*register.Record]{Label: p.T("assets.do.change"), All: l.askChange}},
		{o.OnHandover != nil, listing.Command[*register.Record]{Label: p.T("assets.do.handover"), All: l.handOver}},
		{o.OnPrint != nil, listing.Command[*register.Record]{Label: p.T("assets.do.printSelected"), Several: true, Hidden: true, All: l.printSelected}},
		{true, listing.Command[*register.Record]{Label: p.T("assets.do.delete"), Apart: true, All: l.askDelete}},
	}
	var out []listing.Command[*register.Record]
	for _, c := range all {
		if c.there {
			out = append(out, c.Command)
		}
	}
	return out
}

// aside is what can be done with the list as a whole.
func (l *List) aside() []fyne.CanvasObject {
	columns := widgets.NewLink(l.Text.T("assets.do.columns"), widgets.Accent, l.askColumns)
	if l.opt.OnPrint == nil {
		return []fyne.CanvasObject{columns}
	}
	return []fyne.CanvasObject{widgets.NewLink(l.Text.T("assets.do.print"), widgets.Accent, func() { l.Print() }), columns}
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
