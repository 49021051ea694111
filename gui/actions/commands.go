package actions

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/action"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// commandBar is the row beneath the table: what can be done with the action selected.
type commandBar struct {
	list   *List
	object fyne.CanvasObject
	hint   *fyne.Container // while nothing is selected
	links  *fyne.Container

	change, follow, done, reopen, asset, takeAway *widgets.Button
}

func newCommandBar(l *List) *commandBar {
	p := l.Text
	b := &commandBar{list: l}
	link := func(key string, do func(present.ActionRow)) *widgets.Button {
		return widgets.NewLink(p.T(key), widgets.Accent, func() {
			if rows := l.table.Selected(); len(rows) > 0 {
				do(rows[0])
			}
		})
	}
	b.change = link("actions.do.open", l.edit)
	b.follow = link("actions.do.follow", func(r present.ActionRow) { Follow(l.Stage, r.Action) })
	b.done = link("actions.do.done", func(r present.ActionRow) { closeAction(l.Stage, r.Action, l.opt) })
	b.reopen = link("actions.do.reopen", func(r present.ActionRow) { reopen(l.Stage, r.Action) })
	b.asset = link("actions.do.asset", func(r present.ActionRow) { l.opt.OnOpen(r.Asset) })
	b.takeAway = link("actions.do.delete", func(present.ActionRow) { askDelete(l.Stage, l.table.Selected()) })
	b.hint = widgets.Inset(3, 0, widgets.NewWrapped(p.T("actions.selectHint"), widgets.Small, widgets.Muted))
	b.links = widgets.Flow(widgets.Apart, b.change, b.follow, b.done, b.reopen, b.asset, b.takeAway)
	b.object = widgets.Inset(8, 0, container.NewStack(b.hint, b.links))
	return b
}

// apply shows what can be done with the rows selected.
func (b *commandBar) apply(selected []present.ActionRow) {
	one := len(selected) == 1
	open := one && selected[0].Status.Open()
	setVisible(b.hint, len(selected) == 0)
	setVisible(b.links, len(selected) > 0)
	setVisible(b.change, one)
	setVisible(b.follow, open)
	setVisible(b.done, open)
	setVisible(b.reopen, one && !open)
	setVisible(b.asset, one && selected[0].Asset != "" && b.list.opt.OnOpen != nil)
	setVisible(b.takeAway, len(selected) > 0)
	b.object.Refresh()
}

// menu is the same by right click.
func (l *List) menu(row present.ActionRow, at fyne.Position) {
	p, s := l.Text, l.Stage
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(p.T(key), do) }
	items := []*fyne.MenuItem{item("actions.do.open", func() { l.edit(row) })}
	if row.Status.Open() {
		items = append(items, item("actions.do.follow", func() { Follow(s, row.Action) }), item("actions.do.done", func() { closeAction(s, row.Action, l.opt) }))
	} else {
		items = append(items, item("actions.do.reopen", func() { reopen(s, row.Action) }))
	}
	if row.Asset != "" && l.opt.OnOpen != nil {
		items = append(items, item("actions.do.asset", func() { l.opt.OnOpen(row.Asset) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(), item("actions.do.delete", func() { askDelete(s, l.table.Selected()) }))
	widgets.ShowMenu(l.Window.Canvas(), at, items...)
}

// closeAction marks an action as done today.
func closeAction(s stage.Stage, a action.Action, opt Options) {
	stage.Save(s, func(ctx context.Context) (action.Action, error) {
		return s.Register.Plan().CloseAction(ctx, a.ID, action.Done, "")
	}, func(a action.Action) { closed(s, a, opt) })
}

// closed tells that an action is closed. Where it answered to a requirement,
// the requirement's answer may not hold any longer: it is asked about.
func closed(s stage.Stage, a action.Action, opt Options) {
	p := s.Text
	s.Tell(stage.Receipt{Message: text.Msg("actions.closed", "what", a.What, "status", a.Status.Label()), Undo: true})
	if a.Status != action.Done || a.Cause.Kind != action.Requirement || opt.OnAnswer == nil {
		return
	}
	q := widgets.Question{
		Title: p.T("actions.answer.title"), Words: p.T("actions.answer.words", "requirement", present.NewActionRow(p, s.Register, a).Answers),
		Yes: p.T("actions.answer.yes"), No: p.T("actions.answer.no"),
	}
	widgets.Confirm(s.Window.Canvas(), q, func(yes bool) {
		if yes {
			opt.OnAnswer(a.Asset, a.Cause.ID)
		}
	})
}

func reopen(s stage.Stage, a action.Action) {
	stage.Save(s, func(ctx context.Context) (action.Action, error) { return s.Register.Plan().ReopenAction(ctx, a.ID) }, func(a action.Action) {
		s.Tell(stage.Receipt{Message: text.Msg("actions.reopened", "what", a.What), Undo: true})
	})
}

// askDelete deletes after a question whose safe answer is the default.
func askDelete(s stage.Stage, rows []present.ActionRow) {
	if len(rows) == 0 {
		return
	}
	p := s.Text
	words := p.T("actions.delete.one", "what", rows[0].What)
	if len(rows) > 1 {
		words = p.N("actions.delete.many", len(rows))
	}
	q := widgets.Question{Title: p.T("actions.delete.title"), Words: words, Yes: p.T("actions.delete.yes"), No: p.T("actions.delete.no"), Danger: true}
	widgets.Confirm(s.Window.Canvas(), q, func(yes bool) {
		if yes {
			deleteActions(s, rows)
		}
	})
}

func deleteActions(s stage.Stage, rows []present.ActionRow) {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	stage.Save(s, func(ctx context.Context) (int, error) { return len(ids), s.Register.Plan().DeleteActions(ctx, ids) }, func(n int) {
		s.Tell(stage.Receipt{Message: text.Msg("actions.deleted", "n", n), Undo: true})
	})
}
