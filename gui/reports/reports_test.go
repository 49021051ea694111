package reports_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/reports"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

// made is a document that the page asked for.
type made struct {
	kind   report.ID
	asset  string // its name; empty for none
	format report.Format
}

// desk is a window with the page, and what it asked for.
type desk struct {
	*trial.Desk
	t    *testing.T
	made []made
}

func show(t *testing.T, r *register.Register) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, r), t: t}
	d.Enter(reports.New(d.Stage, func(k report.Kind, id string, f report.Format) {
		m := made{kind: k.ID, format: f}
		if rec, ok := r.Record(id); ok {
			m.asset = rec.Asset.Name
		}
		d.made = append(d.made, m)
	}))
	return d
}

// buttons are those of the card with a title, by what they are called.
func (d *desk) buttons(title string) map[string]*widgets.Button {
	d.t.Helper()
	for _, card := range trial.All[*widgets.Card](d.Root()) {
		if words := trial.All[*widgets.Text](card); len(words) == 0 || words[0].Text() != title {
			continue
		}
		out := map[string]*widgets.Button{}
		for _, b := range trial.All[*widgets.Button](card) {
			out[b.Text()] = b
		}
		return out
	}
	d.t.Fatalf("no card is called %q; the page says %q", title, d.Says())
	return nil
}

// press presses a button of the card with a title.
func (d *desk) press(title, name string) {
	d.t.Helper()
	b := d.buttons(title)[name]
	if b == nil || b.Disabled() {
		d.t.Fatalf("%q is not there to press on %q", name, title)
	}
	b.Tapped(nil)
	d.Settle()
}

const (
	one  = "Dokument om en tillgång"
	look = "Visa och skriv ut"
)

// files are what saves a document, by its format.
var files = map[report.Format]string{report.PDF: "Spara PDF …", report.Excel: "Spara Excel …"}

type assetTable = *widgets.Table[*register.Record]

func (d *desk) listed() []string {
	var out []string
	for _, rec := range trial.The[assetTable](d.Desk).Rows() {
		out = append(out, rec.Asset.Name)
	}
	return out
}

func (d *desk) mark(name string) {
	trial.The[assetTable](d.Desk).SelectKeys(trial.Record(d.t, d.Stage.Register, name).Asset.ID)
}

func TestEveryDocumentOverTheRegisterIsOffered(t *testing.T) {
	d := show(t, trial.Sample(t, memory.New()))
	offered := 0
	for _, k := range report.Catalogue {
		if k.Whole == nil {
			continue
		}
		offered++
		title := d.T(k.Whole.Title)
		if n := len(d.buttons(title)); n != 1+len(k.Formats) {
			t.Errorf("%s: %d buttons for %d formats", title, n, len(k.Formats))
		}
		want := []made{{kind: k.ID}}
		d.made = nil
		d.press(title, look)
		for _, f := range k.Formats {
			d.press(title, files[f])
			want = append(want, made{kind: k.ID, format: f})
		}
		if !slices.Equal(d.made, want) {
			t.Errorf("%s: asked for %+v, want %+v", title, d.made, want)
		}
	}
	if offered < 4 {
		t.Errorf("only %d documents are over the register", offered)
	}
}

func TestEveryDocumentAboutAnAssetIsOffered(t *testing.T) {
	r := trial.Sample(t, memory.New())
	buy(t, r, "Inköpssystem")
	d := show(t, r)
	offered := 0
	for _, k := range report.Catalogue {
		if k.One == nil {
			continue
		}
		offered++
		d.Press(d.T(k.One.Title))
		if !d.Shows(d.T(k.One.What)) {
			t.Errorf("%s: it is not said what it is", k.ID)
		}
		d.mark("Inköpssystem")
		want := []made{{kind: k.ID, asset: "Inköpssystem"}}
		d.made = nil
		d.press(one, look)
		for _, f := range k.Formats {
			d.press(one, files[f])
			want = append(want, made{k.ID, "Inköpssystem", f})
		}
		if !slices.Equal(d.made, want) {
			t.Errorf("asked for %+v, want %+v", d.made, want)
		}
	}
	if offered < 4 {
		t.Errorf("only %d documents are about an asset", offered)
	}
}

// buy is the decided classification of an asset that is about to be bought.
func buy(t *testing.T, r *register.Register, name string) {
	t.Helper()
	rec := trial.Record(t, r, name)
	a := rec.Asset
	a.Status = asset.InProcurement
	if _, err := r.ChangeAsset(t.Context(), a, rec.Revision); err != nil {
		t.Fatal(err)
	}
	c, err := r.Classifications().StartDraft(a.ID)
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Profile {
		c.Profile[i], c.Reasons[i] = classify.Level2, "skäl"
	}
	c.DecidedBy, c.DecidedOn, c.NextReview = "Sektorchef", text.Date(r.Today()), text.Date(r.Today().AddDate(1, 0, 0))
	if _, err := r.Classifications().Decide(t.Context(), c); err != nil {
		t.Fatal(err)
	}
}

func TestOnlyAssetsThatHaveTheDocumentAreListed(t *testing.T) {
	r := trial.Register(t, memory.New())
	for _, name := range []string{"Ärendesystem", "Journal", "Arkiv"} {
		trial.Add(t, r, asset.Asset{Name: name})
	}
	buy(t, r, "Journal")
	d := show(t, r)
	for title, want := range map[string][]string{
		"report.protocol.title": {"Journal"}, "reports.worksheet": {"Arkiv", "Journal", "Ärendesystem"},
		"report.requirements.title": {"Arkiv", "Journal", "Ärendesystem"}, "report.procurement.title": {"Journal"},
	} {
		d.Press(d.T(title))
		if !slices.Equal(d.listed(), want) {
			t.Errorf("%s: lists %q, want %q", d.T(title), d.listed(), want)
		}
	}
	d.Press(d.T("report.procurement.title"))
	buy(t, r, "Ärendesystem")
	if want := []string{"Journal", "Ärendesystem"}; !slices.Equal(d.listed(), want) {
		t.Errorf("after a decision it lists %q, want %q", d.listed(), want)
	}
}

func TestWhereNoAssetHasTheDocumentItSaysWhy(t *testing.T) {
	r := trial.Register(t, memory.New())
	trial.Add(t, r, asset.Asset{Name: "Journal"})
	d := show(t, r)
	d.Press(d.T("report.procurement.title"))
	if !d.Shows("Bara tillgångar med statusen Inför upphandling") {
		t.Errorf("it says %q", d.Says())
	}
	d.Press(d.T("reports.worksheet"))
	d.Window.Canvas().Focus(trial.The[*widgets.SearchEntry](d.Desk))
	d.Write("finns inte")
	if !d.Shows("Ingen tillgång motsvarar sökningen.") {
		t.Errorf("it says %q", d.Says())
	}
}

func TestNothingCanBePressedUntilAnAssetIsChosen(t *testing.T) {
	r := trial.Sample(t, memory.New())
	d := show(t, r)
	off := func(when string) {
		t.Helper()
		for name, b := range d.buttons(one) {
			if (name == look || name == files[report.PDF] || name == files[report.Excel]) && !b.Disabled() {
				t.Errorf("%s: %q can be pressed", when, name)
			}
		}
	}
	d.Press(d.T("reports.worksheet"))
	off("nothing is chosen")
	d.mark("Inköpssystem")
	d.press(one, look)
	d.Press(d.T("report.protocol.title"))
	if slices.Contains(d.listed(), "Inköpssystem") {
		t.Fatal("it has a protocol without a classification")
	}
	off("what was chosen has no such document")
}

func TestADocumentIsOpenedByKeyboard(t *testing.T) {
	d := show(t, trial.Sample(t, memory.New()))
	d.Key(fyne.KeyReturn) // the keyboard begins at the first document
	if want := []made{{kind: report.KindOverview}}; !slices.Equal(d.made, want) {
		t.Fatalf("asked for %+v, want %+v", d.made, want)
	}
	d.Press(d.T("report.requirements.title"))
	d.Window.Canvas().Focus(trial.The[*widgets.SearchEntry](d.Desk))
	d.Write("passer")
	d.Key(fyne.KeyDown, fyne.KeyReturn)
	if want := (made{kind: report.KindRequirements, asset: "Passersystem"}); d.made[len(d.made)-1] != want {
		t.Errorf("asked for %+v, want %+v", d.made, want)
	}
}

func TestTabFollowsTheEye(t *testing.T) { show(t, trial.Sample(t, memory.New())).TabFollowsTheEye() }
