package exchange_test

import (
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// unitAt returns the unit at a path.
func unitAt(t *testing.T, r *register.Register, path ...string) asset.Unit {
	t.Helper()
	u, ok := r.Organisation().FindUnit(path)
	if !ok {
		t.Fatalf("no unit at %v", path)
	}
	return u
}

func edit(t *testing.T, r *register.Register, u asset.Unit) {
	t.Helper()
	if err := r.Organisation().ChangeUnit(ctx, u, r.RevisionOf(register.KindUnit.Ref(u.ID))); err != nil {
		t.Fatal(err)
	}
}

// reorganise renames, moves, merges and retires the units of list, each in its way.
func reorganise(t *testing.T, r *register.Register) {
	t.Helper()
	top, err := r.Organisation().AddUnit(ctx, asset.Unit{Name: "Åsmarks kommun", Kind: asset.Municipality})
	if err != nil {
		t.Fatal(err)
	}
	social := unitAt(t, r, "Socialnämnden")
	social.Name, social.Parent = "Nämnden för välfärd", top.ID
	edit(t, r, social)
	board := unitAt(t, r, "Kommunstyrelsen")
	board.Parent = top.ID
	edit(t, r, board)
	if _, err := r.Organisation().MergeUnits(ctx, unitAt(t, r, "Åsmarks kommun", "Kommunstyrelsen", "Personalkontoret").ID, board.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Organisation().RetireUnit(ctx, unitAt(t, r, "Åsmarks kommun", "Nämnden för välfärd", "Socialförvaltningen").ID, "", social.ID); err != nil {
		t.Fatal(err)
	}
}

// Next month's list still says the old names of what has been renamed, moved,
// merged and retired: it finds the units as they are, and makes no new ones.
func TestAnOlderListFindsTheUnitsAsTheyAreNow(t *testing.T) {
	r := fresh(t)
	apply(t, r, book(list...), onScale)
	older, rows := exported(t, r, text.Swedish, exchange.ExportOptions{})
	reorganise(t, r)
	revision := r.Revision()
	for name, b := range map[string]*intake.Book{
		"the same list":   book(list...),
		"an older export": asFile(older, rows),
		"the end of a path": book([][]string{
			{"Systemnamn", "Förvaltning", "K", "R", "T", "S"},
			{"Journalsystem", "Socialförvaltningen", "3", "2", "3", "3"},
			{"Lönesystem", "Personalkontoret", "2", "3", "2", "0"},
			{"Bokningssystem", "Socialförvaltningen", "", "", "", ""},
		}...),
	} {
		p := understand(t, r, b, onScale)
		equal(t, name+": rows in all", p.Counts.Rows, 3)
		equal(t, name+": unchanged", p.Counts.Unchanged, 3)
		equal(t, name+": new units", len(p.NewUnits), 0)
		if receipt, err := exchange.Apply(ctx, r, p); err != nil || receipt.Revision != 0 {
			t.Fatalf("%s: %+v, %v", name, receipt, err)
		}
	}
	equal(t, "the revision", r.Revision(), revision)

	// A new row in an old unit lands where the unit has gone.
	apply(t, r, book(append(list[:3:3], []string{"Schemasystem", "Socialnämnden", "Socialförvaltningen", "", "", "1", "1", "1", "1"},
		[]string{"Passersystem", "Socialnämnden", "Fastighet", "", "", "1", "1", "1", "1"})...), onScale)
	equal(t, "a new row of the retired unit", r.Organisation().UnitPath(named(t, r, "Schemasystem").Asset.Unit), []string{"Åsmarks kommun", "Nämnden för välfärd"})
	equal(t, "a new unit below the renamed one", r.Organisation().UnitPath(named(t, r, "Passersystem").Asset.Unit), []string{"Åsmarks kommun", "Nämnden för välfärd", "Fastighet"})
}

func TestANewExportOfMovedUnitsComesBackUnchanged(t *testing.T) {
	r := fresh(t)
	apply(t, r, book(list...), onScale)
	reorganise(t, r)
	change := named(t, r, "Journalsystem")
	if _, err := r.ChangeAsset(ctx, change.Asset.With(asset.InformationOwner, "Socialchef"), change.Revision); err != nil {
		t.Fatal(err)
	}
	l, rows := exported(t, r, text.Swedish, exchange.ExportOptions{})
	p := understand(t, r, asFile(l, rows), onScale)
	equal(t, "unchanged", p.Counts.Unchanged, 3)
	other := fresh(t)
	apply(t, other, asFile(l, rows), onScale)
	equal(t, "the day of the owner", named(t, other, "Journalsystem").Asset.Fields[asset.OwnerSince], "2026-11-23")
}
