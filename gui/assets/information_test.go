package assets_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/classify"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/gui/assets"
	"infoklass/gui/widgets"
)

// openInformation shows what an asset of the example holds.
func openInformation(t *testing.T, name string) *paged {
	t.Helper()
	r := sample(t)
	if err := example.Information(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	p := openPage(t, r, name)
	p.Open(assets.InformationPart)
	return p
}

func table[R any](t *testing.T, p *paged) *widgets.Table[R] {
	t.Helper()
	found, ok := find(p.window.Canvas(), func(*widgets.Table[R]) bool { return true })
	if !ok {
		t.Fatal("there is no table")
	}
	return found
}

func (p *paged) holds() []string {
	var names []string
	for _, rec := range p.r.Holdings().Sets(p.Asset()) {
		names = append(names, rec.Asset.Name)
	}
	return names
}

func TestSeveralSetsAreLinkedAtOnce(t *testing.T) {
	p := openInformation(t, "Fastighetssystem")
	if !p.says("Inga informationsmängder är kopplade") {
		t.Fatal("an empty list should say what to do")
	}
	p.press("information.add.set")
	choices := table[*register.Record](t, p)
	choices.OnBox(choices.Rows()[0], true)
	search, _ := find(p.window.Canvas(), func(*widgets.SearchEntry) bool { return true })
	search.OnSearch("elevuppgifter")
	choices.OnBox(choices.Rows()[0], true)
	p.press("information.pick.takeMany")
	if got := p.holds(); len(got) != 2 || got[0] != "Bemanning i vården" || got[1] != "Elevuppgifter" {
		t.Fatalf("it holds %v", got)
	}
	p.Refresh()
	if !p.says("Information 2") || len(p.said.receipts) != 1 || !p.said.receipts[0].Undo {
		t.Error("the tab should count them, and a receipt offer undo")
	}
	held := table[assets.Held](t, p)
	held.SelectKeys(held.Rows()[0].Record.Asset.ID)
	p.press("information.remove")
	if got := p.holds(); len(got) != 1 {
		t.Errorf("it holds %v", got)
	}
}

func TestASetIsMadeWhereItIsMissed(t *testing.T) {
	p := openInformation(t, "Fastighetssystem")
	p.press("information.add.set")
	search, _ := find(p.window.Canvas(), func(*widgets.SearchEntry) bool { return true })
	search.SetText("Ritningar")
	search.OnSearch("Ritningar")
	make, ok := find(p.window.Canvas(), func(b *widgets.Button) bool { return b.Text() == "Skapa informationsmängden ”Ritningar”" })
	if !ok {
		t.Fatal("no button makes it")
	}
	test.Tap(make)
	sets := p.r.Holdings().Sets(p.Asset())
	if len(sets) != 1 || sets[0].Asset.Name != "Ritningar" || sets[0].Asset.Unit != p.record().Asset.Unit {
		t.Fatalf("it holds %v", p.holds())
	}
}

func TestALevelIsRaisedAndLowered(t *testing.T) {
	p := openInformation(t, "Elevregister")
	write := func(words string) {
		entry := p.window.Canvas().Focused().(*widgets.Entry)
		entry.SetText(words)
	}
	p.Adjust(classify.Availability, false)
	p.press("information.raise.save")
	if !p.says("Skriv skälet") || p.record().Profile().Of(classify.Availability) != classify.Level2 {
		t.Fatal("no level is raised without a reason")
	}
	write("Alla skolor är beroende av det")
	p.press("information.raise.save")
	if got := p.record().Profile(); got.Of(classify.Availability) != classify.Level3 {
		t.Fatalf("the levels are %s", got)
	}
	p.Refresh()
	p.Adjust(classify.Confidentiality, true)
	p.press("information.lower.save")
	write("Bara täcknamn")
	p.press("information.lower.save")
	if !p.says("Skriv vem som har beslutat") {
		t.Fatal("no level is lowered unless someone decided")
	}
	write("Skolchef")
	p.press("information.lower.save")
	if got := p.record().Profile(); got.Of(classify.Confidentiality) != classify.Level2 {
		t.Fatalf("the levels are %s", got)
	}
	p.Refresh()
	if !p.says("Sänkt från 3 genom avvikelse: Bara täcknamn (Skolchef, 2026-11-23)") {
		t.Error("the tab should say why the level is lower")
	}
}

// A level that is the highest already can not be raised, whatever the keyboard asks for.
func TestNothingIsRaisedAboveTheHighest(t *testing.T) {
	p := openInformation(t, "Elevregister")
	p.Adjust(classify.Confidentiality, false)
	if len(p.window.Canvas().Overlays().List()) != 0 {
		t.Error("there is no level to raise it to")
	}
}

func TestASetTellsWhichSystemsHoldIt(t *testing.T) {
	p := openInformation(t, "Elevuppgifter")
	held := table[assets.Held](t, p)
	if len(held.Rows()) != 3 || !held.Rows()[0].New {
		t.Fatalf("it lies in %d systems", len(held.Rows()))
	}
	held.SelectKeys(held.Rows()[0].Record.Asset.ID, held.Rows()[1].Record.Asset.ID)
	held.Focus()
	p.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := p.r.Holdings().Systems(p.Asset()); len(got) != 1 || got[0].Asset.Name != "Lärplattform" {
		t.Errorf("it lies in %d systems", len(got))
	}
}
