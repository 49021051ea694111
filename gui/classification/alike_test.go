package classification_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/gui/classification"
	"infoklass/gui/shots"
)

func alikeOf(t *testing.T, d *desk, names ...string) *outcome {
	t.Helper()
	out := &outcome{}
	var ids []string
	for _, name := range names {
		ids = append(ids, idOf(t, d.r, name))
	}
	d.enter(classification.NewAlike(d.Stage, classification.AlikeOptions{Assets: ids, OnClose: func() { out.closed = true }}))
	return out
}

// Several assets by keyboard: the levels, a reason each, who decides.
func TestAlikeByKeyboard(t *testing.T) {
	d := newDesk(t, sample(t))
	before := d.r.Revision()
	out := alikeOf(t, d, "E-arkiv", "Inköpssystem")
	d.Write("1")
	d.Key(fyne.KeyDown)
	d.Write("0")
	d.Key(fyne.KeyDown)
	d.Write("0")
	d.Key(fyne.KeyDown)
	d.Write("0")
	d.Press("Fastställ 2 klassningar")
	if !d.shows("Skriv några ord om varför nivån valdes. Det räcker med en mening.") {
		t.Fatalf("a reason is missing, it says %q", d.Says())
	}
	d.Write("Internt arbetsmaterial.")
	d.Press("Fastställ 2 klassningar")
	d.Write("Verksamhetschef")
	if d.r.Revision() != before {
		t.Fatal("something was stored before the decision")
	}
	d.Press("Fastställ 2 klassningar")
	if d.r.Revision() != before+1 || !out.closed || len(d.Receipts) != 1 || !d.Receipts[0].Undo {
		t.Fatalf("%d commits, closed %v, receipts %v, says %q", d.r.Revision()-before, out.closed, d.Receipts, d.Says())
	}
	for _, name := range []string{"E-arkiv", "Inköpssystem"} {
		c := record(t, d.r, name).Class
		if c == nil || c.State != classify.Decided || c.Profile.String() != "K1 R0 T0 S0" || c.Reasons[0] != "Internt arbetsmaterial." || c.DecidedBy != "Verksamhetschef" {
			t.Errorf("%s: %+v", name, c)
		}
	}
}

func TestAlikeAsksBeforeItForgets(t *testing.T) {
	d := newDesk(t, sample(t))
	out := alikeOf(t, d, "E-arkiv", "Inköpssystem")
	d.Write("1")
	d.Key(fyne.KeyEscape)
	d.Press("Stanna kvar")
	if out.closed {
		t.Fatal("left although it was to stay")
	}
	d.Key(fyne.KeyEscape)
	d.Press("Lämna")
	if !out.closed {
		t.Error("it stays")
	}
}

// sharing returns a register in which a classification is shared.
func sharing(t testing.TB) (*desk, classify.Common) {
	t.Helper()
	d := newDesk(t, filled(t))
	c, err := d.r.Classifications().Share(context.Background(), idOf(t, d.r, "Journalsystem HSL"), "Vårdjournaler i allmänhet")
	if err != nil {
		t.Fatal(err)
	}
	return d, c
}

func TestBeginFromASharedClassification(t *testing.T) {
	d, common := sharing(t)
	formOf(t, d, "Inköpssystem")
	d.Press("Utgå från en kommungemensam klassning")
	d.Key(fyne.KeyDown, fyne.KeyReturn)
	draft, source := record(t, d.r, "Inköpssystem").Draft, record(t, d.r, "Journalsystem HSL").Class
	if draft == nil || draft.Profile != source.Profile || draft.Reasons != source.Reasons || draft.Common != common.ID || draft.CommonVersion != source.ID {
		t.Fatalf("%+v", draft)
	}
	if !d.shows("Klassningen utgår från ”Vårdjournaler i allmänhet”. Om den ersätts av en nyare får du veta det.") {
		t.Errorf("it says %q", d.Says())
	}
}

func TestShareFromTheReceipt(t *testing.T) {
	d := newDesk(t, sample(t))
	formOf(t, d, "Journalsystem HSL")
	for range 6 {
		d.Key(fyne.KeyReturn)
	}
	d.Press("Gör kommungemensam …")
	d.Press("Dela klassningen")
	if commons := d.r.Classifications().Commons(); len(commons) != 1 || commons[0].Name != "Journalsystem HSL" {
		t.Errorf("%+v, it says %q", commons, d.Says())
	}
}

func alikeScreen(t testing.TB) shots.Screen {
	return shots.Screen{Name: "classification-alike", Window: fyne.NewSize(shots.Width, 1400), Make: func(set shots.Setting) fyne.CanvasObject {
		r := filled(t)
		var ids []string
		for _, rec := range r.Records()[:3] {
			ids = append(ids, rec.Asset.ID)
		}
		return shots.InShell(classification.NewAlike(pictureStage(t, r, set.Lang), classification.AlikeOptions{Assets: ids, OnClose: func() {}}).Object())
	}}
}
