package requirements_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/requirements"
)

func catalogue(t *testing.T) (*register.Register, fyne.Canvas) {
	t.Helper()
	r := sample(t)
	s, failed := newStage(r, text.Swedish)
	w := window(t, &s, func() fyne.CanvasObject { return nil })
	page := requirements.NewCatalogue(s, nil)
	w.SetContent(page.Object())
	w.Resize(fyne.NewSize(1280, 720))
	page.Refresh()
	page.Entered()
	t.Cleanup(func() {
		for _, err := range *failed {
			t.Error(err)
		}
	})
	return r, w.Canvas()
}

func TestARequirementIsSwitchedOffWithAReason(t *testing.T) {
	r, c := catalogue(t)
	press(t, c, "Stäng av…")
	press(t, c, "Stäng av")
	if r.Requirements().Catalogue().Off("ORG-01") {
		t.Fatal("switched off without a reason")
	}
	write(c, "Gäller inte oss")
	press(t, c, "Stäng av")
	change, _ := r.Requirements().Catalogue().Change("ORG-01")
	if !change.Off || change.Reason != "Gäller inte oss" {
		t.Errorf("stored: %+v", change)
	}
	press(t, c, "Använd igen")
	if r.Requirements().Catalogue().Off("ORG-01") {
		t.Error("it is still off")
	}
}

func TestAnOwnRequirementIsAdded(t *testing.T) {
	r, c := catalogue(t)
	press(t, c, "Nytt eget krav…")
	press(t, c, "Spara") // without words it is refused, and what is there stays
	write(c, "Märkta kablar")
	c.FocusNext()
	write(c, "Kablar är märkta.")
	press(t, c, "Tillgänglighet")
	press(t, c, "Spara")
	own, ok := r.Requirements().Catalogue().ByID("EGNA-002")
	if !ok || own.Title.Swedish != "Märkta kablar" || own.Text.Swedish != "Kablar är märkta." || own.Aspects.String() != "KRS" || own.Target != requirement.OnSystem {
		t.Errorf("stored: %v %+v", ok, own)
	}
}

func TestTheMunicipalityChoosesWhenTheProgramHasNewWords(t *testing.T) {
	r, c := catalogue(t)
	press(t, c, "Jämför och välj")
	press(t, c, "Välj senare")
	if len(r.Requirements().Renewals()) != 1 {
		t.Fatal("chosen without a choice")
	}
	if _, ok := find(c, func(o fyne.CanvasObject) bool { n, ok := o.(named); return ok && n.AccessibilityLabel() == "Ändra…" }); !ok {
		t.Fatal("the page cannot be used after the dialog")
	}
}

func TestAShippedRequirementIsChanged(t *testing.T) {
	r, c := catalogue(t)
	press(t, c, "Ändra…")
	c.FocusNext()
	write(c, "Även reservdelar. ")
	press(t, c, "Spara")
	change, ok := r.Requirements().Catalogue().Change("ORG-01")
	if !ok || change.Text == nil || change.Title != nil || change.Rank != nil || change.Text.English != "" || change.Was == nil {
		t.Errorf("stored: %+v", change)
	}
	press(t, c, "Återställ till programmets")
	if _, still := r.Requirements().Catalogue().Change("ORG-01"); still {
		t.Error("it is not as the program ships it")
	}
}
