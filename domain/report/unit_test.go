package report_test

import (
	"strings"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/report"
)

// The sheet of a manager holds what is hers and nothing else.
func TestTheSheetOfAUnitHoldsItsOwn(t *testing.T) {
	r := planned(t)
	soc, err := r.Organisation().AddUnit(t.Context(), asset.Unit{Name: "Socialnämnden", Kind: asset.Committee, Manager: "Socialchef"})
	if err != nil {
		t.Fatal(err)
	}
	tech, err := r.Organisation().AddUnit(t.Context(), asset.Unit{Name: "Tekniska nämnden", Kind: asset.Committee})
	if err != nil {
		t.Fatal(err)
	}
	for name, unit := range map[string]string{"Verksamhetssystem IFO": soc.ID, "Kartan": tech.ID} {
		if _, err := r.AddAsset(t.Context(), asset.Asset{Name: name, Kind: asset.System, Unit: unit}); err != nil {
			t.Fatal(err)
		}
	}
	j := duty.NewJudge().Register(r, r.Today())
	d := report.UnitSheet(r, swedish, j, soc)
	has(t, d, "Verksamhetssystem IFO")
	lacks(t, d, "Kartan")
	if d.Subtitle != "Socialnämnden" || d.Meta.Object != "Socialnämnden" || !strings.Contains(d.Meta.Responsible, "Socialchef") {
		t.Errorf("the sheet is about %q, %+v", d.Subtitle, d.Meta)
	}

	all := report.UnitSheets(r, swedish, j)
	has(t, all, "Verksamhetssystem IFO")
	lacks(t, all, "Kartan") // nobody is the manager there
	none := planned(t)
	empty := report.UnitSheets(none, swedish, duty.NewJudge().Register(none, none.Today()))
	has(t, empty, swedish.T("report.unit.none"))
}

// The overview of a register names each asset with its unit, and counts all of them.
func TestTheOverviewOfARegister(t *testing.T) {
	r := planned(t)
	soc, err := r.Organisation().AddUnit(t.Context(), asset.Unit{Name: "Socialnämnden", Kind: asset.Committee})
	if err != nil {
		t.Fatal(err)
	}
	ifo, err := r.Organisation().AddUnit(t.Context(), asset.Unit{Name: "IFO", Kind: asset.Department, Parent: soc.ID})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.AddAsset(t.Context(), asset.Asset{Name: "Verksamhetssystem", Kind: asset.System, Unit: ifo.ID}); err != nil {
		t.Fatal(err)
	}
	d := report.OverviewOf(r, swedish, duty.NewJudge().Register(r, r.Today()), r.Records(), "alla system")
	has(t, d, "Verksamhetssystem", "Socialnämnden", "IFO", "alla system")
}

func TestAProtocolNeedsAClassification(t *testing.T) {
	r := planned(t)
	rec := r.Records()[0]
	if _, err := report.ProtocolOf(r, swedish, rec, false); err == nil {
		t.Error("a protocol of what nobody has classified")
	}
	c, err := r.Classifications().StartDraft(rec.Asset.ID)
	if err != nil {
		t.Fatal(err)
	}
	c.Profile = levels(2, 1, 2, 1)
	if err := r.Classifications().SaveDraft(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	rec, _ = r.Record(rec.Asset.ID)
	d, err := report.ProtocolOf(r, swedish, rec, true)
	if err != nil {
		t.Fatal(err)
	}
	has(t, d, rec.Asset.Name, "2 Betydande")
}
