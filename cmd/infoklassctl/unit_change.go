package main

import (
	"context"
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"slices"
)

// changeUnit finds a unit, edits it and stores it.
func (s unitCommands) changeUnit(r *register.Register, name string, edit func(*asset.Unit) error) error {
	u, err := findUnit(r, name)
	if err != nil {
		return err
	}
	base := r.RevisionOf(register.KindUnit.Ref(u.ID))
	if err := edit(&u); err != nil {
		return err
	}
	if err := r.Organisation().ChangeUnit(s.ctx, u, base); err != nil {
		return err
	}
	return s.unitDone(r, u.ID, "terminal.unit.changed", "path", path(r, u.ID))
}

func (s unitCommands) renameUnit(r *register.Register, _ *unitFlags, words []string) error {
	return s.changeUnit(r, words[0], func(u *asset.Unit) error { u.Name = words[1]; return nil })
}

func (s unitCommands) unitKind(r *register.Register, _ *unitFlags, words []string) error {
	return s.changeUnit(r, words[0], func(u *asset.Unit) error { u.Kind = asset.UnitKind(words[1]); return nil })
}

// moveUnit places a unit below another, or at the top.
func (s unitCommands) moveUnit(r *register.Register, f *unitFlags, words []string) error {
	names := []string{"UNIT", "ABOVE"}
	if f.top {
		names = names[:1]
	}
	if err := exactly(words, names...); err != nil {
		return err
	}
	return s.changeUnit(r, words[0], func(u *asset.Unit) error {
		if u.Parent = ""; f.top {
			return nil
		}
		above, err := findUnit(r, words[1])
		u.Parent = above.ID
		return err
	})
}

// unitManager sets what is given: the role that answers for a unit, the name, or both.
func (s unitCommands) unitManager(r *register.Register, f *unitFlags, words []string) error {
	return s.changeUnit(r, words[0], func(u *asset.Unit) error {
		f.take("role", &u.Manager)
		f.take("name", &u.ManagerName)
		return nil
	})
}

// delegateUnit states the delegation of a unit. With nothing given there is none.
func (s unitCommands) delegateUnit(r *register.Register, f *unitFlags, words []string) error {
	return s.changeUnit(r, words[0], func(u *asset.Unit) error {
		u.Delegation = asset.Delegation{Role: f.role, Decision: f.decision, On: f.on}
		return nil
	})
}

func (s unitCommands) confirmUnits(r *register.Register, f *unitFlags, words []string) error {
	if len(words) == 0 && !f.all {
		return wrongUse("terminal.use.missing", "what", "UNIT|--all")
	}
	var ids []string
	for _, u := range r.Organisation().Units() {
		if f.all && u.Unconfirmed {
			ids = append(ids, u.ID)
		}
	}
	for _, word := range words {
		u, err := findUnit(r, word)
		if err != nil {
			return err
		}
		ids = append(ids, u.ID)
	}
	n, err := r.Organisation().ConfirmUnits(s.ctx, ids...)
	if err != nil {
		return err
	}
	s.count("terminal.unit.confirmed", n)
	if !s.json {
		return nil
	}
	return s.units(r, func(u asset.Unit) bool { return slices.Contains(ids, u.ID) })
}

func (s unitCommands) reviveUnit(r *register.Register, _ *unitFlags, words []string) error {
	return s.onUnit(r, words[0], "terminal.unit.revived", r.Organisation().ReviveUnit)
}

func (s unitCommands) deleteUnit(r *register.Register, _ *unitFlags, words []string) error {
	return s.onUnit(r, words[0], "terminal.unit.deleted", r.Organisation().DeleteUnit)
}

// onUnit does something with the unit that a word names.
func (s unitCommands) onUnit(r *register.Register, name, key string, do func(ctx context.Context, id string) error) error {
	u, err := findUnit(r, name)
	if err != nil {
		return err
	}
	if err := do(s.ctx, u.ID); err != nil {
		return err
	}
	return s.unitDone(r, u.ID, key, "name", u.Name)
}
