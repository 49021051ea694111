package organisation_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/gui/organisation"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// By the keyboard alone: an invented unit is merged into the likely one, and undone.
func TestMergeByKeyboard(t *testing.T) {
	r := sample(t)
	invented, care := unit(t, r, "Sektor stöd o. omsorg"), unit(t, r, "Sektor stöd och omsorg")
	had := r.Organisation().UnitFigures()[care.ID].Own
	d, _ := show(t, r, newList)
	d.Write("sektor stöd o.") // type-ahead finds the row although others are set in
	d.button("organisation.do.merge")
	d.Key(fyne.KeyReturn) // the likely one is marked
	if _, ok := r.Organisation().Unit(invented.ID); !ok {
		t.Fatal("merged before the question was answered")
	}
	d.Key(fyne.KeyReturn)
	d.told("organisation.merged")
	if _, ok := r.Organisation().Unit(invented.ID); ok {
		t.Error("the invented unit is still there")
	}
	if got := r.Organisation().UnitFigures()[care.ID].Own; got != had+2 {
		t.Errorf("the unit has %d assets, want %d", got, had+2)
	}
	if _, err := r.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, ok := r.Organisation().Unit(invented.ID); !ok {
		t.Error("undo did not bring the unit back")
	}
}

func TestAddAUnit(t *testing.T) {
	r := sample(t)
	d, l := show(t, r, newList)
	d.Write("Sektor utbildning")
	l.New()
	d.Write("Utbildningshus AB")
	d.Key(fyne.KeyReturn)
	d.told("organisation.added")
	u := unit(t, r, "Utbildningshus AB")
	if u.Kind != asset.Company || u.Parent != unit(t, r, "Sektor utbildning").ID || u.Unconfirmed {
		t.Errorf("the new unit is %+v", u)
	}
	l.New()
	d.Write("utbildningsHUS ab")
	d.Key(fyne.KeyReturn) // below the new one: no namesake there
	d.told("organisation.added")
}

func TestRetiringAsksWhoTakesOver(t *testing.T) {
	r := sample(t)
	care := unit(t, r, "Sektor stöd och omsorg")
	d, _ := show(t, r, newList)
	d.Write("Sektor stöd och")
	d.button("organisation.do.retire")
	d.Write("Utbildningsnämnden")
	d.Key(fyne.KeyReturn, fyne.KeyReturn)
	d.told("organisation.retired")
	u, _ := r.Organisation().Unit(care.ID)
	if u.Retired != "2026-11-23" || u.Successor != unit(t, r, "Utbildningsnämnden").ID {
		t.Errorf("the unit is %+v", u)
	}
	if n := r.Organisation().UnitFigures()[care.ID].All; n != 0 {
		t.Errorf("%d assets are still there", n)
	}
}

func TestTheWaitingUnitsAreGoneThrough(t *testing.T) {
	r := sample(t)
	d, _ := show(t, r, newList)
	d.button("organisation.waiting.show")
	d.button("organisation.do.confirm")
	d.told("organisation.confirmed")
	if unit(t, r, "Sektor stöd o. omsorg").Unconfirmed {
		t.Error("the unit still waits")
	}
}

func TestAValueOfAUnitIsStoredWhenItIsLeft(t *testing.T) {
	r := sample(t)
	care := unit(t, r, "Sektor stöd och omsorg")
	d, page := show(t, r, unitPage(care.ID))
	d.Write("Nya ")
	d.Key(fyne.KeyTab)
	d.Next()
	u, _ := r.Organisation().Unit(care.ID)
	if u.Name != "Nya Sektor stöd och omsorg" {
		t.Fatalf("the name is %q", u.Name)
	}
	if !page.Leave() {
		t.Error("the page does not let go")
	}
	if _, err := r.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Organisation().AddUnit(t.Context(), asset.Unit{Name: "Tvilling", Kind: asset.Department, Parent: care.Parent}); err != nil {
		t.Fatal(err)
	}
	page.Entered()
	focused := d.Window.Canvas().Focused().(interface{ SetText(string) })
	focused.SetText("tvilling")
	d.Next()
	if u, _ := r.Organisation().Unit(care.ID); u.Name != care.Name {
		t.Errorf("a second unit of the same name was stored: %q", u.Name)
	}
	if page.Leave() {
		t.Error("the page lets go of a name that is not stored")
	}
}

func TestHandOver(t *testing.T) {
	r := sample(t)
	var ids []string
	for _, rec := range r.Records()[:3] {
		if _, err := r.ChangeAsset(t.Context(), rec.Asset.WithOwner("Anna Ek", "2020-01-01"), rec.Revision); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, rec.Asset.ID)
	}
	closed := false
	d, _ := show(t, r, func(s stage.Stage) *organisation.Handover {
		return organisation.NewHandover(s, organisation.HandoverOptions{From: "Anna Ek", Assets: ids[:2], OnClose: func() { closed = true }})
	})
	d.Write("Vera Sund")
	d.pressed("Lämna över 2")
	d.told("organisation.handed")
	if !closed {
		t.Error("the page is still open")
	}
	var owners []string
	for _, id := range ids {
		rec, _ := r.Record(id)
		owners = append(owners, rec.Asset.Fields[asset.InformationOwner]+" "+rec.Asset.Fields[asset.OwnerSince])
	}
	if want := []string{"Vera Sund 2026-11-23", "Vera Sund 2026-11-23", "Anna Ek 2020-01-01"}; !slices.Equal(owners, want) {
		t.Errorf("the owners are %q, want %q", owners, want)
	}
}

func TestANewManagerIsOfferedWhatTheOldOneAnswersFor(t *testing.T) {
	r := sample(t)
	care := unit(t, r, "Sektor stöd och omsorg")
	handed := ""
	d, page := show(t, r, func(s stage.Stage) *organisation.Unit {
		return organisation.NewUnit(s, care.ID, organisation.UnitOptions{OnHandover: func(from, _ string) { handed = from }, OnAssets: func(string) {}, OnClose: func() {}})
	})
	d.tabTo("the role", func(f fyne.Focusable) bool {
		entry, ok := f.(*widgets.Entry)
		return ok && entry.Text == care.Manager
	})
	d.Write("Ny ")
	page.Leave()
	if len(d.Receipts) != 1 || d.Receipts[0].Action == nil {
		t.Fatalf("the receipts are %v", d.Receipts)
	}
	d.Receipts[0].Action()
	if handed != care.Manager {
		t.Errorf("hands over from %q, want %q", handed, care.Manager)
	}
}
