package history_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/history"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// rename changes the name of an asset.
func rename(t testing.TB, r *register.Register, from, to string) {
	t.Helper()
	rec := trial.Record(t, r, from)
	a := rec.Asset
	a.Name = to
	if _, err := r.ChangeAsset(t.Context(), a.With(asset.Supplier, "Ny leverantör AB"), rec.Revision); err != nil {
		t.Fatal(err)
	}
}

type desk struct {
	*trial.Desk
	r    *register.Register
	page *history.Page
}

func open(t testing.TB, r *register.Register) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, r), r: r}
	d.page = history.New(d.Stage)
	d.Enter(d.page)
	return d
}

func (d *desk) find(name string) bool {
	return slices.ContainsFunc(d.r.Records(), func(rec *register.Record) bool { return rec.Asset.Name == name })
}

func TestEnterShowsWhatChangedAndUndoTakesItBack(t *testing.T) {
	r := trial.Sample(t, memory.New())
	rename(t, r, "Intranät", "Insidan")
	rename(t, r, "Kartdatabas", "Kartan")
	d := open(t, r)
	d.Key(fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn) // the change before the last
	says := strings.Join(d.Says(), "\n")
	for _, want := range []string{"Ändring av Insidan", "Insidan (förut Intranät)", "Ny leverantör AB (förut Webbyrån Ån AB)"} {
		if !strings.Contains(says, want) {
			t.Errorf("%q is not told in\n%s", want, says)
		}
	}
	d.Press("Ångra den här ändringen")
	d.Press("Ångra ändringen")
	if !d.find("Intranät") || !d.find("Kartan") || len(d.Receipts) != 1 {
		t.Errorf("receipts %v", d.Receipts)
	}

	d.Key(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if says := d.Says(); !slices.ContainsFunc(says, func(s string) bool { return strings.HasSuffix(s, "Ändringen är ångrad.") }) || slices.Contains(says, "Ångra den här ändringen") {
		t.Errorf("an undone change should say so and not be undone again: %q", says)
	}
}

func TestUndoIsRefusedInWordsWhenSomethingChangedSince(t *testing.T) {
	r := trial.Sample(t, memory.New())
	rename(t, r, "Intranät", "Insidan")
	rename(t, r, "Insidan", "Portalen")
	d := open(t, r)
	d.Key(fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn)
	d.Press("Ångra den här ändringen")
	d.Press("Ångra ändringen")
	failures := d.Failures()
	if len(failures) != 1 || !d.find("Portalen") {
		t.Fatalf("failures %v", failures)
	}
	if words := text.Explain(d.Stage.Text, failures[0]); !strings.Contains(words, "har ändrats igen sedan dess") {
		t.Errorf("told: %s", words)
	}
}

func TestSearchAndVerify(t *testing.T) {
	r := trial.Sample(t, memory.New())
	rename(t, r, "Intranät", "Insidan")
	d := open(t, r)
	if !slices.Contains(d.Says(), "3 händelser") {
		t.Errorf("the page says %q", d.Says())
	}
	d.page.Find()
	d.Write("insidan holm")
	if !slices.Contains(d.Says(), "1 händelse") {
		t.Errorf("the page says %q", d.Says())
	}
	if !d.page.Close() || !slices.Contains(d.Says(), "3 händelser") {
		t.Error("Esc should show everything again")
	}
	d.Press("Kontrollera loggen")
	if !slices.ContainsFunc(d.Says(), func(s string) bool { return strings.HasPrefix(s, "Loggen är hel: 3 händelser") }) {
		t.Errorf("the page says %q", d.Says())
	}
}

// A long log comes whole, the newest first.
func TestLongLog(t *testing.T) {
	r := trial.Sample(t, memory.New())
	a, err := r.AddAsset(t.Context(), asset.Asset{Name: "Badbokning", Kind: asset.System})
	if err != nil {
		t.Fatal(err)
	}
	for range 400 {
		rec, _ := r.Record(a.ID)
		if _, err := r.ChangeAsset(t.Context(), rec.Asset.With(asset.Note, rec.Asset.Fields[asset.Note]+"x"), rec.Revision); err != nil {
			t.Fatal(err)
		}
	}
	d := open(t, r)
	if !slices.Contains(d.Says(), "403 händelser") {
		t.Errorf("the page says %q", d.Says()[:12])
	}
}

func TestTabFollowsTheEye(t *testing.T) {
	open(t, trial.Sample(t, memory.New())).TabFollowsTheEye()
}
