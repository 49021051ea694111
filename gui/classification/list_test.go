package classification_test

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/gui/classification"
)

func TestListGroupsWhatWaits(t *testing.T) {
	r := sample(t)
	draft, err := r.Classifications().StartDraft(idOf(t, r, "Passersystem"))
	if err != nil {
		t.Fatal(err)
	}
	draft.Reasons[0] = "Nycklar."
	if err := r.Classifications().SaveDraft(context.Background(), draft); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, r)
	var opened []string
	l := classification.NewList(d.Stage, classification.ListOptions{OnClassify: func(id string) { opened = append(opened, id) }})
	d.enter(l)

	d.Key(fyne.KeyHome)
	d.Key(fyne.KeyReturn)
	if want := idOf(t, r, "Passersystem"); !slices.Equal(opened, []string{want}) {
		t.Errorf("Enter on the first line opened %v, want the draft %s", opened, want)
	}
	if !d.shows("Fortsätt klassa") {
		t.Errorf("the page says %q", d.Says())
	}
	d.Press("Oklassade 2")
	d.Press("Klassa")
	if rec, _ := r.Record(opened[len(opened)-1]); rec.Asset.Name != "E-arkiv" {
		t.Errorf("the first unclassified is %s", rec.Asset.Name)
	}
	l.Find()
	d.Write("inköp")
	d.Press("Klassa")
	if rec, _ := r.Record(opened[len(opened)-1]); rec.Asset.Name != "Inköpssystem" {
		t.Errorf("the search found %s", rec.Asset.Name)
	}
	l.Find() // the click took the keyboard
	d.Write("inköpx")
	if !d.shows("Inget i listan stämmer") {
		t.Errorf("the page says %q", d.Says())
	}
	if !l.Close() || l.Close() {
		t.Error("Esc should show everything again, once")
	}
}
