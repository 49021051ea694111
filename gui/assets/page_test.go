package assets_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/assets"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// keyed is what the table of columns lists.
type keyed = present.AssetKey

// paged is the page of an asset in a window.
type paged struct {
	*assets.Page
	t      testing.TB
	r      *register.Register
	stage  stage.Stage
	said   *told
	window fyne.Window
	did    []string
}

func openPage(t testing.TB, r *register.Register, name string) *paged {
	p := &paged{t: t, r: r}
	p.stage, p.said = newStage(r, text.Swedish)
	p.window = window(t, &p.stage, func() fyne.CanvasObject {
		p.Page = assets.NewPage(p.stage, id(t, r, name), assets.PageOptions{
			OnClassify:      func(string) { p.did = append(p.did, "classify") },
			OnPrintProtocol: func(string) { p.did = append(p.did, "print") },
			OnClose:         func() { p.did = append(p.did, "close") },
		})
		return p.Object()
	})
	return p
}

func (p *paged) record() *register.Record {
	rec, _ := p.r.Record(p.Asset())
	return rec
}

func (p *paged) says(words string) bool { return saysOn(p.window.Canvas(), words) }

func (p *paged) press(key string) { press(p.t, p.window.Canvas(), key) }

// focused is the entry that has the keyboard after Edit.
func (p *paged) entry(key present.AssetKey) *widgets.Entry {
	p.t.Helper()
	p.Edit(key)
	e, ok := p.window.Canvas().Focused().(*widgets.Entry)
	if !ok {
		p.t.Fatalf("%s is edited by %T", key, p.window.Canvas().Focused())
	}
	return e
}

func TestPageTellsHowTheAssetStands(t *testing.T) {
	p := openPage(t, sample(t), "E-arkiv")
	for _, words := range []string{"E-arkiv", "Inför upphandling", "Klassning krävs före upphandling", "innan upphandlingen börjar", "Betydelse", "Sveriges säkerhet"} {
		if !p.says(words) {
			t.Errorf("nothing says %q", words)
		}
	}
	p.press("assets.classify")
	if p.Print() || len(p.did) != 1 || p.did[0] != "classify" {
		t.Errorf("did %v; there is no protocol to print", p.did)
	}
}

func TestValuesAreStoredWhenTheFieldIsLeft(t *testing.T) {
	p := openPage(t, sample(t), "Journalsystem HSL")
	e := p.entry(present.AssetKey(asset.Supplier))
	e.SetText("Ny leverantör AB")
	if p.record().Asset.Fields[asset.Supplier] == "Ny leverantör AB" {
		t.Fatal("stored while it was being typed")
	}
	p.window.Canvas().Unfocus()
	if got := p.record().Asset.Fields[asset.Supplier]; got != "Ny leverantör AB" {
		t.Errorf("stored %q", got)
	}
	before := p.r.Revision()
	e = p.entry(present.KeyName)
	e.SetText("Journalsystem 2")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p.record().Asset.Name != "Journalsystem 2" || p.r.Revision() != before+1 || !p.says("Journalsystem 2") {
		t.Errorf("Enter should store the name: %q", p.record().Asset.Name)
	}
	e.SetText("Något annat")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	p.window.Canvas().Unfocus()
	if e.Text != "Journalsystem 2" || p.r.Revision() != before+1 {
		t.Errorf("Esc should restore: %q", e.Text)
	}
}

func TestTwoQuickEditsOfAFieldAreNoConflict(t *testing.T) {
	p := openPage(t, sample(t), "Journalsystem HSL")
	e := p.entry(present.AssetKey(asset.Supplier))
	for _, value := range []string{"Ett AB", "Annat AB", ""} {
		e.SetText(value)
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if _, stated := p.record().Asset.Fields[asset.Supplier]; stated || len(p.said.errors) > 0 {
		t.Errorf("the field holds %q, said %v", p.record().Asset.Fields[asset.Supplier], p.said.errors)
	}
}

func TestEmptyNameIsToldAndNotStored(t *testing.T) {
	p := openPage(t, sample(t), "Journalsystem HSL")
	e := p.entry(present.KeyName)
	e.SetText("  ")
	if p.Leave() {
		t.Fatal("the first try to leave should stay and say why")
	}
	if !p.says("Namnet är tomt") || !p.says("är inte sparad") || p.record().Asset.Name != "Journalsystem HSL" {
		t.Error("the fault should be told, and the old name kept")
	}
	if !p.Leave() {
		t.Error("the second try should leave")
	}
}

func TestConflictKeepsTheOther(t *testing.T) {
	r := sample(t)
	p := openPage(t, r, "Journalsystem HSL")
	key := present.AssetKey(asset.Supplier)
	e := p.entry(key)
	e.SetText("Min AB")
	if _, err := assets.ChangeOne(context.Background(), r, p.Asset(), key.Get(p.record().Asset), assets.AssetEdit{Key: key, Value: "Annans AB"}); err != nil {
		t.Fatal(err)
	}
	p.Refresh()
	if e.Text != "Min AB" {
		t.Fatal("what is being written must stay")
	}
	p.window.Canvas().Unfocus()
	if got := key.Get(p.record().Asset); got != "Annans AB" {
		t.Errorf("stored %q over the other's", got)
	}
	if e.Text != "Annans AB" || !p.says("Du skrev: ”Min AB”") {
		t.Errorf("the field shows %q, and what was written should be told", e.Text)
	}
}

func TestRefreshShowsWhatOthersChanged(t *testing.T) {
	r := sample(t)
	p := openPage(t, r, "Journalsystem HSL")
	e := p.entry(present.AssetKey(asset.SystemOwner))
	if _, err := assets.ChangeOne(context.Background(), r, p.Asset(), "", assets.AssetEdit{Key: present.AssetKey(asset.SystemOwner), Value: "IT-chef"}); err != nil {
		t.Fatal(err)
	}
	p.Refresh()
	if e.Text != "IT-chef" {
		t.Errorf("the field shows %q", e.Text)
	}
}

func TestEmptyFieldsFoldAway(t *testing.T) {
	p := openPage(t, sample(t), "Journalsystem HSL")
	p.Edit(present.KeyName)
	if p.says("Servicenivå") {
		t.Fatal("an empty field is shown")
	}
	p.press("assets.form.all")
	if !p.says("Servicenivå") {
		t.Fatal("all fields should be shown")
	}
	e := p.entry("sla")
	e.SetText("dygnet runt")
	p.press("assets.form.filled")
	p.window.Canvas().Unfocus()
	if !p.says("Servicenivå") || p.says("Kostnad") || p.record().Asset.Fields["sla"] != "dygnet runt" {
		t.Error("what was filled in should stay and be stored, the rest fold away")
	}
}

func TestOwnFieldIsAdded(t *testing.T) {
	p := openPage(t, sample(t), "Journalsystem HSL")
	p.Edit(present.KeyName)
	p.press("assets.own.add")
	p.press("assets.own.save")
	if !p.says("Fältet saknar namn") {
		t.Fatal("a field needs a name")
	}
	p.window.Canvas().Focused().(*widgets.Entry).SetText("Avtal 2")
	value, _ := find(p.window.Canvas(), func(e *widgets.Entry) bool { return e.Text == "" })
	value.SetText("option +2 år")
	p.press("assets.own.save")
	if got := p.record().Asset.Custom["Avtal 2"]; got != "option +2 år" || !p.says("Avtal 2") {
		t.Errorf("stored %q", got)
	}
}

func TestUnitIsChosenOrMade(t *testing.T) {
	r := sample(t)
	p := openPage(t, r, "Journalsystem HSL")
	p.Edit(present.KeyUnit)
	p.press("assets.unit.choose")
	search := p.window.Canvas().Focused().(*widgets.SearchEntry)
	search.SetText("tekniska samhälls")
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := present.UnitBelow(r, p.record().Asset.Unit); got != "Tekniska nämnden › Sektor samhällsbyggnad" {
		t.Fatalf("the unit is %q", got)
	}
	p.press("assets.unit.choose")
	search = p.window.Canvas().Focused().(*widgets.SearchEntry)
	search.SetText("Tekniska nämnden") // more than one is found: the one written is marked
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := present.UnitBelow(r, p.record().Asset.Unit); got != "Tekniska nämnden" {
		t.Fatalf("the unit is %q", got)
	}
	p.press("assets.unit.choose")
	p.window.Canvas().Focused().(*widgets.SearchEntry).SetText("Tekniska nämnden / VA-enheten")
	button, ok := find(p.window.Canvas(), func(b *widgets.Button) bool { return strings.Contains(b.Text(), "VA-enheten") })
	if !ok {
		t.Fatal("a new unit should be offered")
	}
	test.Tap(button)
	if got := present.UnitBelow(r, p.record().Asset.Unit); got != "Tekniska nämnden › VA-enheten" || !p.says("Tekniska nämnden › VA-enheten") {
		t.Errorf("the unit is %q", got)
	}
}

func TestChoicesAreStoredAtOnce(t *testing.T) {
	p := openPage(t, sample(t), "Journalsystem HSL")
	p.Edit(present.KeyStatus)
	test.Tap(p.window.Canvas().Focused().(*widgets.Chip))
	tapMenu(t, p.window.Canvas(), "Avvecklas")
	if p.record().Asset.Status != asset.BeingRetired || !p.says("Avvecklas") {
		t.Errorf("the status is %q", p.record().Asset.Status)
	}
}

func TestDatesAreISO(t *testing.T) {
	p := openPage(t, sample(t), "Journalsystem HSL")
	p.Edit(present.KeyName)
	p.press("assets.form.all")
	p.Edit("contract_end")
	d := p.window.Canvas().Focused().(*widgets.DateEntry)
	d.SetText("snart")
	p.window.Canvas().Unfocus()
	if _, stated := p.record().Asset.Fields["contract_end"]; stated {
		t.Fatal("a word is no date")
	}
	p.Edit("contract_end")
	d.SetText("20280630")
	p.window.Canvas().Unfocus()
	if got := p.record().Asset.Fields["contract_end"]; got != "2028-06-30" {
		t.Errorf("stored %q", got)
	}
}

func TestVersionsAndHistoryAreRead(t *testing.T) {
	p := openPage(t, sample(t), "Journalsystem HSL")
	e := p.entry(present.AssetKey(asset.Supplier))
	e.SetText("Exempelvård AB")
	pressTab(t, p.window.Canvas(), "assets.tab.versions")
	if !p.says("Beslutad 2026-11-20") || !p.says("Konfidentialitet: 3 Allvarlig") || !p.says("gäller nu") {
		t.Error("the decided version should be told")
	}
	p.window.Canvas().Unfocus()
	pressTab(t, p.window.Canvas(), "assets.tab.history")
	if !p.says("Maria Holm") || !p.says("Leverantör: Exempelvård AB (förut Vårdsystem Nord AB)") {
		t.Error("the change should be told with old and new value")
	}
}

func TestDeleteLeavesThePage(t *testing.T) {
	r := sample(t)
	p := openPage(t, r, "Journalsystem HSL")
	p.Edit(present.KeyName)
	p.press("assets.page.delete")
	p.press("assets.delete.yes")
	if len(r.Records()) != 19 || len(p.did) != 1 || p.did[0] != "close" || !p.said.receipts[0].Undo {
		t.Errorf("%d assets, did %v", len(r.Records()), p.did)
	}
	p.Refresh()
	if !p.says("finns inte längre") {
		t.Error("the page should say that the asset is gone")
	}
	if _, err := r.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	p.Refresh()
	if p.says("finns inte längre") {
		t.Error("it has come back")
	}
}

func TestPageOfAnAssetThatIsGone(t *testing.T) {
	r := sample(t)
	p := &paged{t: t, r: r}
	p.stage, p.said = newStage(r, text.Swedish)
	p.window = window(t, &p.stage, func() fyne.CanvasObject {
		p.Page = assets.NewPage(p.stage, "gone", assets.PageOptions{OnClose: func() { p.did = append(p.did, "close") }})
		return p.Object()
	})
	p.Entered()
	if !p.says("finns inte längre") {
		t.Error("the page should say that the asset is gone")
	}
	if !p.Close() || len(p.did) != 1 {
		t.Error("Esc should lead back")
	}
}
