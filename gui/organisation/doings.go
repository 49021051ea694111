package organisation

import (
	"context"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// doings is what the list and the page of a unit do with units, each after the
// question that it needs.
type doings struct{ stage.Stage }

// pick asks for one of the units in use; except leaves some out.
func (d doings) pick(titleKey string, args []any, likely string, except func(string) bool, also string, taken func(id string)) {
	p := d.Text
	kind := func(c present.UnitChoice) string {
		if c.ID == likely {
			return p.T("organisation.pick.likely")
		}
		return c.Kind
	}
	widgets.Pick(d.Window.Canvas(), widgets.Picker[present.UnitChoice]{
		Title: p.T(titleKey, args...), Hint: p.T("organisation.search"), Nothing: p.T("organisation.pick.nothing"),
		Take: p.T("organisation.pick.take"), Cancel: p.T("organisation.cancel"), Also: also, OnAlso: func() { taken("") },
		Key: func(c present.UnitChoice) string { return c.ID },
		Columns: []widgets.TableColumn[present.UnitChoice]{
			{ID: "path", Title: p.T("field.unit"), Width: 350, Grow: true, Text: func(c present.UnitChoice) string { return c.Path }},
			{ID: "kind", Title: p.T("field.unit_kind"), Width: 190, Text: kind, Tone: func(present.UnitChoice) widgets.Tone { return widgets.Muted }},
		},
		Find: func(search string) []present.UnitChoice {
			return unitTargets(p, d.Register, search, likely, except)
		},
		Taken: func(c present.UnitChoice) { taken(c.ID) },
	})
}

func (d doings) confirm(ids ...string) {
	stage.Save(d.Stage, func(ctx context.Context) (int, error) { return d.Register.Organisation().ConfirmUnits(ctx, ids...) }, func(n int) {
		tellUndo(d.Stage, text.Msg("organisation.confirmed", "n", n))
	})
}

// askMove asks where a unit belongs. One below itself is not offered.
func (d doings) askMove(u asset.Unit) {
	except := func(id string) bool { return d.Register.Organisation().Within(id, u.ID) || id == u.Parent }
	also := ""
	if u.Parent != "" {
		also = d.Text.T("organisation.top")
	}
	d.pick("organisation.move.title", []any{"name", u.Name}, "", except, also, func(above string) {
		stage.Save(d.Stage, func(ctx context.Context) (bool, error) {
			return true, changeUnit(ctx, d.Register, u.ID, unitParent, u.Parent, above)
		}, func(bool) { tellUndo(d.Stage, text.Msg("organisation.moved", "name", u.Name)) })
	})
}

// askMerge asks which unit another becomes a part of, and then whether, with
// how much that moves.
func (d doings) askMerge(u asset.Unit) {
	likely, _ := d.Register.Organisation().LikelyUnit(u.ID)
	d.pick("organisation.merge.title", []any{"name", u.Name}, likely.ID, func(id string) bool { return id == u.ID }, "", func(into string) {
		plan(d.Stage, func() (register.Merger, error) { return d.Register.Organisation().PlanMerge(u.ID, into) }, d.confirmMerge)
	})
}

// plan works out what something would do, off the UI goroutine, and then asks about it.
func plan[P any](s stage.Stage, look func() (P, error), ask func(P)) {
	jobs.Start(s.Jobs, "organisation plan", func(context.Context, *jobs.Progress) (P, error) { return look() }, func(p P, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		ask(p)
	})
}

func (d doings) confirmMerge(m register.Merger) {
	q := widgets.Question{
		Title: d.Text.T("organisation.merge.confirm"), Words: mergeWords(d.Text, m),
		Yes: d.Text.T("organisation.merge.yes"), No: d.Text.T("organisation.cancel"),
	}
	widgets.Confirm(d.Window.Canvas(), q, func(yes bool) {
		if yes {
			d.merge(m.From.ID, m.Into.ID)
		}
	})
}

func (d doings) merge(from, into string) {
	stage.Save(d.Stage, func(ctx context.Context) (register.Merger, error) {
		return d.Register.Organisation().MergeUnits(ctx, from, into)
	}, func(m register.Merger) {
		tellUndo(d.Stage, text.Msg("organisation.merged", "from", m.From.Name, "into", m.Into.Name))
	})
}

// askRetire ends a unit. Where something remains in it, it first asks which
// unit takes that over.
func (d doings) askRetire(u asset.Unit) {
	jobs.Start(d.Jobs, "organisation plan", func(context.Context, *jobs.Progress) (register.Retirement, error) {
		return d.Register.Organisation().PlanRetirement(u.ID, "")
	}, func(p register.Retirement, err error) {
		if err == nil {
			d.confirmRetire(p)
			return
		}
		d.askSuccessor(u)
	})
}

func (d doings) askSuccessor(u asset.Unit) {
	d.pick("organisation.retire.successor", []any{"name", u.Name}, "", func(id string) bool { return id == u.ID }, "", func(successor string) {
		plan(d.Stage, func() (register.Retirement, error) { return d.Register.Organisation().PlanRetirement(u.ID, successor) }, d.confirmRetire)
	})
}

func (d doings) confirmRetire(p register.Retirement) {
	q := widgets.Question{
		Title: d.Text.T("organisation.retire.title", "name", p.Unit.Name), Words: retireWords(d.Text, p),
		Yes: d.Text.T("organisation.retire.yes"), No: d.Text.T("organisation.cancel"),
	}
	widgets.Confirm(d.Window.Canvas(), q, func(yes bool) {
		if !yes {
			return
		}
		stage.Save(d.Stage, func(ctx context.Context) (register.Retirement, error) {
			return d.Register.Organisation().RetireUnit(ctx, p.Unit.ID, "", p.Successor.ID)
		}, func(register.Retirement) { tellUndo(d.Stage, text.Msg("organisation.retired", "name", p.Unit.Name)) })
	})
}

func (d doings) revive(u asset.Unit) {
	stage.Save(d.Stage, func(ctx context.Context) (bool, error) { return true, d.Register.Organisation().ReviveUnit(ctx, u.ID) }, func(bool) {
		tellUndo(d.Stage, text.Msg("organisation.revived", "name", u.Name))
	})
}

func (d doings) askDelete(u asset.Unit) {
	q := widgets.Question{
		Title: d.Text.T("organisation.delete.title", "name", u.Name), Words: d.Text.T("organisation.delete.ask", "name", u.Name),
		Yes: d.Text.T("organisation.delete.yes"), No: d.Text.T("organisation.cancel"), Danger: true,
	}
	widgets.Confirm(d.Window.Canvas(), q, func(yes bool) {
		if !yes {
			return
		}
		stage.Save(d.Stage, func(ctx context.Context) (bool, error) { return true, d.Register.Organisation().DeleteUnit(ctx, u.ID) }, func(bool) {
			tellUndo(d.Stage, text.Msg("organisation.deleted", "name", u.Name))
		})
	})
}
