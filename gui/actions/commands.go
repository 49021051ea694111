package actions

import (
	"context"

	"infoklass/domain/action"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// commands are what can be done with actions of the plan.
func (l *List) commands() []listing.Command[row] {
	p, s := l.Text, l.Stage
	open := func(r row) bool { return r.Status.Open() }
	return []listing.Command[row]{
		{Label: p.T("actions.do.open"), Do: l.edit},
		{Label: p.T("actions.do.follow"), Fits: open, Do: func(r row) { Follow(s, r.Action) }},
		{Label: p.T("actions.do.done"), Fits: open, Do: func(r row) { closeAction(s, r.Action, l.opt) }},
		{Label: p.T("actions.do.reopen"), Fits: func(r row) bool { return !open(r) }, Do: func(r row) { reopen(s, r.Action) }},
		{Label: p.T("actions.do.asset"), Fits: func(r row) bool { return r.Asset != "" && l.opt.OnOpen != nil }, Do: func(r row) { l.opt.OnOpen(r.Asset) }},
		{Label: p.T("actions.do.delete"), All: func(rows []row) { askDelete(s, rows) }, Apart: true},
	}
}

// closeAction marks an action as done today.
func closeAction(s stage.Stage, a action.Action, opt Options) {
	stage.Save(s, func(ctx context.Context) (action.Action, error) {
		return s.Register.Plan().CloseAction(ctx, a.ID, action.Done, "")
	}, func(a action.Action) { closed(s, a, opt) })
}

// closed says that an action is closed. Where it answered to a requirement,
// the requirement's answer may not hold any longer: it is asked about.
func closed(s stage.Stage, a action.Action, opt Options) {
	p := s.Text
	s.Tell(stage.Receipt{Message: text.Msg("actions.closed", "what", a.What, "status", a.Status.Label()), Undo: true})
	if a.Status != action.Done || a.Cause.Kind != action.Requirement || opt.OnAnswer == nil {
		return
	}
	q := widgets.Question{
		Title: p.T("actions.answer.title"), Words: p.T("actions.answer.words", "requirement", newRow(p, s.Register, a).Answers),
		Yes: p.T("actions.answer.yes"), No: p.T("actions.answer.no"),
	}
	s.Ask(q, func() { opt.OnAnswer(a.Asset, a.Cause.ID) })
}

func reopen(s stage.Stage, a action.Action) {
	s.Do(func(ctx context.Context) error {
		_, err := s.Register.Plan().ReopenAction(ctx, a.ID)
		return err
	}, text.Msg("actions.reopened", "what", a.What), nil)
}

// askDelete deletes after a question whose safe answer is the default.
func askDelete(s stage.Stage, rows []row) {
	if len(rows) == 0 {
		return
	}
	p := s.Text
	words := p.T("actions.delete.one", "what", rows[0].What)
	if len(rows) > 1 {
		words = p.N("actions.delete.many", len(rows))
	}
	q := widgets.Question{Title: p.T("actions.delete.title"), Words: words, Yes: p.T("actions.delete.yes"), No: p.T("actions.delete.no"), Danger: true}
	var ids []string
	for _, a := range rows {
		ids = append(ids, a.ID)
	}
	s.Ask(q, func() {
		s.Do(func(ctx context.Context) error { return s.Register.Plan().DeleteActions(ctx, ids) }, text.Msg("actions.deleted", "n", len(ids)), nil)
	})
}
