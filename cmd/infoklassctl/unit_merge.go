package main

import (
	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

// movedView is what a merge or a retirement moves, or would.
type movedView struct {
	Unit     string          `json:"unit"`
	Into     string          `json:"into"`
	Assets   int             `json:"assets"`
	Units    int             `json:"units"`
	Revision ledger.Revision `json:"revision"` // 0: nothing was changed
}

// moved prints what happened, or would happen. Plan, done and count are the keys
// for a dry run, for the thing done and for what it moved.
func (s unitCommands) moved(r *register.Register, f *unitFlags, v movedView, plan, done string) error {
	key := plan
	if !f.dry {
		key, v.Revision = done, r.Revision()
	}
	s.say(key, "unit", v.Unit, "into", v.Into)
	s.count("terminal.unit.moved", v.Assets, "units", s.p.Int(v.Units))
	return s.result(v)
}

// mergeUnits makes one unit a part of another, which gets all that it had.
func (s unitCommands) mergeUnits(r *register.Register, f *unitFlags, words []string) error {
	from, err := findUnit(r, words[0])
	if err != nil {
		return err
	}
	into, err := findUnit(r, words[1])
	if err != nil {
		return err
	}
	merge := r.Organisation().PlanMerge
	if !f.dry {
		merge = func(from, into string) (register.Merger, error) {
			return r.Organisation().MergeUnits(s.ctx, from, into)
		}
	}
	m, err := merge(from.ID, into.ID)
	if err != nil {
		return err
	}
	return s.moved(r, f, movedView{Unit: m.From.Name, Into: m.Into.Name, Assets: m.Assets, Units: m.Units}, "terminal.unit.wouldMerge", "terminal.unit.merged")
}

// retireUnit marks a unit as one that is no more. With a successor, that gets all that it had.
func (s unitCommands) retireUnit(r *register.Register, f *unitFlags, words []string) error {
	u, err := findUnit(r, words[0])
	if err != nil {
		return err
	}
	successor := asset.Unit{}
	if f.successor != "" {
		if successor, err = findUnit(r, f.successor); err != nil {
			return err
		}
	}
	retire := r.Organisation().PlanRetirement
	if !f.dry {
		retire = func(id, successor string) (register.Retirement, error) {
			return r.Organisation().RetireUnit(s.ctx, id, f.on, successor)
		}
	}
	plan, err := retire(u.ID, successor.ID)
	if err != nil {
		return err
	}
	return s.moved(r, f, movedView{Unit: u.Name, Into: successor.Name, Assets: plan.Assets, Units: plan.Units}, "terminal.unit.wouldRetire", "terminal.unit.retired")
}
