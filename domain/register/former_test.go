package register_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/storage/memory"
)

// reorganiser drives the units of a register with random operations, and
// remembers every path that any of them has ever had.
type reorganiser struct {
	r     *register.Register
	names int
	paths map[string]string // path → the unit that had it
	heirs map[string]string // unit that was merged → the one it went into
}

// However units are renamed, moved, merged and retired, every path that one of
// them has had leads to it, or to the unit that it went into.
func TestEveryPathAUnitHasHadLeadsToIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := &reorganiser{r: open(t, memory.New()), paths: map[string]string{}, heirs: map[string]string{}}
		t.Repeat(map[string]func(*rapid.T){
			"add": o.add, "rename": o.rename, "move": o.move, "merge": o.merge, "retire": o.retire, "": o.check,
		})
	})
}

func (o *reorganiser) name() string {
	o.names++
	return fmt.Sprintf("Enhet %d", o.names) // never the same twice, so that a path means one unit
}

func (o *reorganiser) pick(t *rapid.T, label string) asset.Unit {
	units := o.r.Organisation().Units()
	if len(units) == 0 {
		t.Skip("no units")
	}
	return rapid.SampledFrom(units).Draw(t, label)
}

func (o *reorganiser) add(t *rapid.T) {
	u := asset.Unit{Name: o.name(), Kind: asset.LocalUnit}
	if len(o.r.Organisation().Units()) > 0 && rapid.IntRange(0, 3).Draw(t, "at the top") > 0 {
		u.Parent = o.pick(t, "above").ID
	}
	_, _ = o.r.Organisation().AddUnit(ctx, u) // refused below one that is retired
}

func (o *reorganiser) rename(t *rapid.T) {
	u := o.pick(t, "unit")
	u.Name = o.name()
	_ = o.r.Organisation().ChangeUnit(ctx, u, o.revision(u))
}

func (o *reorganiser) move(t *rapid.T) {
	u := o.pick(t, "unit")
	u.Parent = o.pick(t, "above").ID
	_ = o.r.Organisation().ChangeUnit(ctx, u, o.revision(u)) // a cycle is refused
}

func (o *reorganiser) revision(u asset.Unit) ledger.Revision {
	return o.r.RevisionOf(register.KindUnit.Ref(u.ID))
}

func (o *reorganiser) merge(t *rapid.T) {
	from, into := o.pick(t, "from"), o.pick(t, "into")
	if _, err := o.r.Organisation().MergeUnits(ctx, from.ID, into.ID); err == nil {
		o.heirs[from.ID] = into.ID
	}
}

func (o *reorganiser) retire(t *rapid.T) {
	u, successor := o.pick(t, "unit"), o.pick(t, "successor")
	_, _ = o.r.Organisation().RetireUnit(ctx, u.ID, "", successor.ID)
}

// heir follows a unit to the one that answers for it now.
func (o *reorganiser) heir(id string) string {
	for range 100 {
		if next, gone := o.heirs[id]; gone {
			id = next
			continue
		}
		u, ok := o.r.Organisation().Unit(id)
		if !ok || u.Retired == "" || u.Successor == "" {
			return id
		}
		id = u.Successor
	}
	return id
}

func (o *reorganiser) check(t *rapid.T) {
	for _, u := range o.r.Organisation().Units() {
		o.paths[asset.Path(o.r.Organisation().UnitPath(u.ID))] = u.ID
	}
	for path, id := range o.paths {
		want := o.heir(id)
		if got, ok := o.r.Organisation().ResolveUnit(strings.Split(path, " / ")); !ok || got.ID != want {
			t.Fatalf("%q leads to %s (%s), want %s", path, got.ID, got.Name, want)
		}
	}
}

// However many names a unit has had below another, all of them survive that the
// other goes into a third: each place becomes just one other.
func TestAMergeKeepsEveryPlaceOfAMuchRenamedUnit(t *testing.T) {
	o := newOrganisation(t)
	for i := range 60 {
		if err := o.change(t, "Äldreomsorg", func(u *asset.Unit) { u.Name = fmt.Sprintf("Omsorg %d", i) }); err != nil {
			t.Fatal(err)
		}
	}
	if err := o.change(t, "Äldreomsorg", func(u *asset.Unit) { u.Parent = o.ids["Omsorgsnämnden"] }); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Organisation().MergeUnits(ctx, o.ids["Socialnämnden"], o.ids["Omsorgsnämnden"]); err != nil {
		t.Fatal(err)
	}
	now := "Åsmarks kommun / Omsorgsnämnden / Omsorg 59"
	equal(t, "its first path", o.leads("Socialnämnden / Äldreomsorg"), now)
	for i := range 60 {
		equal(t, "a path since", o.leads(fmt.Sprintf("Socialnämnden / Omsorg %d", i)), now)
	}
}

// A unit goes into one two steps below it, and the one between goes into its
// namesake a step further down.
func TestAMergeDownwardsLeavesNoUnitBelowOneThatIsGone(t *testing.T) {
	o := newOrganisation(t)
	twin, err := o.Organisation().AddUnit(ctx, asset.Unit{Name: "Äldreomsorg", Kind: asset.LocalUnit, Parent: o.ids["Hemtjänst"]})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Organisation().MergeUnits(ctx, o.ids["Socialnämnden"], o.ids["Hemtjänst"]); err != nil {
		t.Fatal(err)
	}
	now := "Åsmarks kommun / Hemtjänst / Äldreomsorg"
	equal(t, "the namesake", asset.Path(o.Organisation().UnitPath(twin.ID)), now)
	equal(t, "the path of the one between", o.leads("Socialnämnden / Äldreomsorg"), now)
	equal(t, "its own old path", o.leads("Socialnämnden / Äldreomsorg / Hemtjänst / Äldreomsorg"), now)
}

// A unit has gone into the one above it, and that one is deleted: what once
// stood below the two is still found there.
func TestAPathThroughAMergedAndADeletedUnit(t *testing.T) {
	o := newOrganisation(t)
	if err := o.change(t, "Hemtjänst", func(u *asset.Unit) { u.Parent = o.ids["Omsorgsnämnden"] }); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Organisation().MergeUnits(ctx, o.ids["Äldreomsorg"], o.ids["Socialnämnden"]); err != nil {
		t.Fatal(err)
	}
	now := "Åsmarks kommun / Omsorgsnämnden / Hemtjänst"
	equal(t, "after the merge", o.leads("Socialnämnden / Äldreomsorg / Hemtjänst"), now)
	for _, u := range o.Organisation().Units() {
		if u.Parent == o.ids["Socialnämnden"] {
			u.Parent = o.ids["Omsorgsnämnden"]
			if err := o.Organisation().ChangeUnit(ctx, u, o.RevisionOf(register.KindUnit.Ref(u.ID))); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := o.Organisation().DeleteUnit(ctx, o.ids["Socialnämnden"]); err != nil {
		t.Fatal(err)
	}
	equal(t, "after both are gone", o.leads("Socialnämnden / Äldreomsorg / Hemtjänst"), now)
}
