package main

import (
	"infoklass/domain/asset"
	"infoklass/domain/register"
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

func renameUnit(s *session, r *register.Register, _ *unitFlags, words []string) error {
	if err := exactly(words, "UNIT", "NAME"); err != nil {
		return err
	}
	return unitCommands{s}.changeUnit(r, words[0], func(u *asset.Unit) error { u.Name = words[1]; return nil })
}

func unitKind(s *session, r *register.Register, _ *unitFlags, words []string) error {
	if err := exactly(words, "UNIT", "KIND"); err != nil {
		return err
	}
	return unitCommands{s}.changeUnit(r, words[0], func(u *asset.Unit) error { u.Kind = asset.UnitKind(words[1]); return nil })
}

// moveUnit places a unit below another, or at the top.
func moveUnit(s *session, r *register.Register, f *unitFlags, words []string) error {
	names := []string{"UNIT", "ABOVE"}
	if f.top {
		names = names[:1]
	}
	if err := exactly(words, names...); err != nil {
		return err
	}
	return unitCommands{s}.changeUnit(r, words[0], func(u *asset.Unit) error {
		if u.Parent = ""; f.top {
			return nil
		}
		above, err := findUnit(r, words[1])
		u.Parent = above.ID
		return err
	})
}

// unitManager sets what is given: the role that answers for a unit, the name, or both.
func unitManager(s *session, r *register.Register, f *unitFlags, words []string) error {
	if err := exactly(words, "UNIT"); err != nil {
		return err
	}
	return unitCommands{s}.changeUnit(r, words[0], func(u *asset.Unit) error {
		f.take("role", &u.Manager)
		f.take("name", &u.ManagerName)
		return nil
	})
}

// delegateUnit states the delegation of a unit. With nothing given there is none.
func delegateUnit(s *session, r *register.Register, f *unitFlags, words []string) error {
	if err := exactly(words, "UNIT"); err != nil {
		return err
	}
	return unitCommands{s}.changeUnit(r, words[0], func(u *asset.Unit) error {
		u.Delegation = asset.Delegation{Role: f.role, Decision: f.decision, On: f.on}
		return nil
	})
}

func confirmUnits(s *session, r *register.Register, f *unitFlags, words []string) error {
	if len(words) == 0 && !f.all {
		return wrongUse("terminal.use.missing", "what", "UNIT|--all")
	}
	chosen := map[string]bool{}
	var ids []string
	for _, u := range r.Organisation().Units() {
		if f.all && u.Unconfirmed {
			chosen[u.ID] = true
			ids = append(ids, u.ID)
		}
	}
	for _, word := range words {
		u, err := findUnit(r, word)
		if err != nil {
			return err
		}
		chosen[u.ID] = true
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
	return unitCommands{s}.units(r, func(u asset.Unit) bool { return chosen[u.ID] })
}

func reviveUnit(s *session, r *register.Register, _ *unitFlags, words []string) error {
	if err := exactly(words, "UNIT"); err != nil {
		return err
	}
	u, err := findUnit(r, words[0])
	if err != nil {
		return err
	}
	if err := r.Organisation().ReviveUnit(s.ctx, u.ID); err != nil {
		return err
	}
	return unitCommands{s}.unitDone(r, u.ID, "terminal.unit.revived", "name", u.Name)
}

func deleteUnit(s *session, r *register.Register, _ *unitFlags, words []string) error {
	if err := exactly(words, "UNIT"); err != nil {
		return err
	}
	u, err := findUnit(r, words[0])
	if err != nil {
		return err
	}
	if err := r.Organisation().DeleteUnit(s.ctx, u.ID); err != nil {
		return err
	}
	return unitCommands{s}.unitDone(r, u.ID, "terminal.unit.deleted", "name", u.Name)
}
