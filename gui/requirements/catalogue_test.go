package requirements_test

import (
	"testing"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/gui/requirements"
	"infoklass/gui/shots"
	"infoklass/gui/trial"
)

func catalogue(t *testing.T) (*register.Register, *trial.Desk) {
	t.Helper()
	r := sample(t)
	d := trial.NewDesk(t, r)
	d.Size.Width = shots.Width
	d.Enter(requirements.NewCatalogue(d.Stage, nil))
	return r, d
}

func TestARequirementIsSwitchedOffWithAReason(t *testing.T) {
	r, d := catalogue(t)
	d.Press("Stäng av…")
	d.Press("Stäng av")
	if r.Requirements().Catalogue().Off("ORG-01") {
		t.Fatal("switched off without a reason")
	}
	d.Write("Gäller inte oss")
	d.Press("Stäng av")
	change, _ := r.Requirements().Catalogue().Change("ORG-01")
	if !change.Off || change.Reason != "Gäller inte oss" {
		t.Errorf("stored: %+v", change)
	}
	d.Press("Använd igen")
	if r.Requirements().Catalogue().Off("ORG-01") {
		t.Error("it is still off")
	}
}

func TestAnOwnRequirementIsAdded(t *testing.T) {
	r, d := catalogue(t)
	d.Press("Nytt eget krav…")
	d.Press("Spara") // without words it is refused, and what is there stays
	d.Write("Märkta kablar")
	d.Next()
	d.Write("Kablar är märkta.")
	d.Press("Tillgänglighet")
	d.Press("Spara")
	own, ok := r.Requirements().Catalogue().ByID("EGNA-002")
	if !ok || own.Title.Swedish != "Märkta kablar" || own.Text.Swedish != "Kablar är märkta." || own.Aspects.String() != "KRS" || own.Target != requirement.OnSystem {
		t.Errorf("stored: %v %+v", ok, own)
	}
}

func TestTheMunicipalityChoosesWhenTheProgramHasNewWords(t *testing.T) {
	r, d := catalogue(t)
	d.Press("Jämför och välj")
	d.Press("Välj senare")
	if len(r.Requirements().Renewals()) != 1 {
		t.Fatal("chosen without a choice")
	}
	if !d.Offers("Ändra…") {
		t.Fatal("the page cannot be used after the dialog")
	}
}

func TestAShippedRequirementIsChanged(t *testing.T) {
	r, d := catalogue(t)
	d.Press("Ändra…")
	d.Next()
	d.Write("Även reservdelar. ")
	d.Press("Spara")
	change, ok := r.Requirements().Catalogue().Change("ORG-01")
	if !ok || change.Text == nil || change.Title != nil || change.Rank != nil || change.Text.English != "" || change.Was == nil {
		t.Errorf("stored: %+v", change)
	}
	d.Press("Återställ till programmets")
	if _, still := r.Requirements().Catalogue().Change("ORG-01"); still {
		t.Error("it is not as the program ships it")
	}
}
