package actions_test

import (
	"context"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/example"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/actions"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/storage/memory"
)

var ctx = context.Background()

func empty(t testing.TB) *register.Register {
	t.Helper()
	now := time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)
	r, err := register.Open(ctx, memory.New(), register.Options{Who: "anna", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1))})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// sample is a register with an action plan.
func sample(t testing.TB) *register.Register {
	t.Helper()
	r := empty(t)
	if err := example.Sample(ctx, r); err != nil {
		t.Fatal(err)
	}
	if err := example.Actions(ctx, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// desk is a window with the plan, and what it has said.
type desk struct {
	t        *testing.T
	r        *register.Register
	stage    stage.Stage
	window   fyne.Window
	list     *actions.List
	printed  []action.Action
	words    string
	opened   string
	answered string
	receipts []string
}

func newDesk(t *testing.T, r *register.Register) *desk {
	t.Helper()
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	d := &desk{t: t, r: r, window: test.NewWindow(nil)}
	runner := jobs.AtOnce()
	d.stage = stage.Stage{
		Register: r, Text: text.In(text.Swedish), Jobs: runner, Saves: stage.NewQueue(runner), Window: d.window, Memory: stage.NewForgetful(),
		Tell: func(r stage.Receipt) { d.receipts = append(d.receipts, r.Message.In(text.In(text.Swedish))) },
		Fail: func(err error) { t.Helper(); t.Error(err) },
	}
	t.Cleanup(d.window.Close)
	d.list = actions.NewList(d.stage, d.options())
	d.window.SetContent(d.list.Object())
	d.window.Resize(fyne.NewSize(1066, 720))
	r.Watch(func(ledger.Revision) { d.list.Refresh() })
	d.list.Entered()
	shots.Settle(d.window.Canvas().Content())
	return d
}

func (d *desk) options() actions.Options {
	return actions.Options{
		OnOpen:   func(id string) { d.opened = id },
		OnPrint:  func(words string, shown []action.Action) { d.words, d.printed = words, shown },
		OnAnswer: func(asset, requirement string) { d.answered = requirement },
	}
}

// root is what the keyboard and the mouse can reach.
func (d *desk) root() fyne.CanvasObject {
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return d.window.Canvas().Content()
}

// press presses what is called name, in a dialog if one is open.
func (d *desk) press(name string) {
	d.t.Helper()
	for _, o := range each(d.root()) {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == name {
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
			return
		}
	}
	d.t.Fatalf("nothing here is called %q; there is %q", name, d.says())
}

func (d *desk) says() []string {
	var out []string
	for _, o := range each(d.root()) {
		if w, ok := o.(interface{ Text() string }); ok {
			out = append(out, w.Text())
		}
	}
	return out
}

func (d *desk) shows(s string) bool {
	return slices.ContainsFunc(d.says(), func(said string) bool { return strings.Contains(said, s) })
}

func (d *desk) write(s string) {
	for _, r := range s {
		d.window.Canvas().Focused().TypedRune(r)
	}
}

// each lists the visible objects beneath root.
func each(root fyne.CanvasObject) []fyne.CanvasObject {
	if root == nil || !root.Visible() {
		return nil
	}
	out := []fyne.CanvasObject{root}
	switch o := root.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			out = append(out, each(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			out = append(out, each(child)...)
		}
	}
	return out
}

func (d *desk) find(what string) action.Action {
	d.t.Helper()
	for _, a := range d.r.Plan().Actions() {
		if a.What == what {
			return a
		}
	}
	d.t.Fatalf("no action says %q", what)
	return action.Action{}
}

func TestThePlanBeginsWithWhatIsLate(t *testing.T) {
	d := newDesk(t, sample(t))
	if !d.shows("10 åtgärder · försenade: 2") {
		t.Errorf("the page says %q", d.says())
	}
	if !d.list.Print() || len(d.printed) != 10 || d.words != "" {
		t.Fatalf("printed %d actions, %q", len(d.printed), d.words)
	}
	if today := d.r.Today(); !d.printed[0].Late(today) || !d.printed[1].Late(today) || d.printed[2].Late(today) {
		t.Error("what is late does not come first")
	}
	d.press("Att följa upp")
	if d.list.Print() || !d.shows("Ingen åtgärd motsvarar urvalet") {
		t.Errorf("none is to be followed up, and the page says %q", d.says())
	}
	d.press("Att följa upp")
	d.press("Försenade")
	if !d.list.Print() || len(d.printed) != 2 || d.words != "Försenade" {
		t.Errorf("printed %d actions, %q", len(d.printed), d.words)
	}
	if !d.list.Close() || d.list.Close() {
		t.Error("Esc should take the filter away, once")
	}
}

func TestAnActionIsWrittenByKeyboard(t *testing.T) {
	d := newDesk(t, empty(t))
	if !d.shows("Ingen åtgärd är planerad än") {
		t.Errorf("the empty page says %q", d.says())
	}
	d.list.New()
	d.press("Spara")
	if !d.shows("Skriv vad som ska göras") {
		t.Errorf("an empty form says %q", d.says())
	}
	d.write("Utbilda alla chefer")
	d.press("Spara")
	a := d.find("Utbilda alla chefer")
	if a.Status != action.Planned || a.Start != "2026-11-23" || len(d.receipts) != 1 {
		t.Errorf("stored %+v, told %q", a, d.receipts)
	}
}

func TestAnActionIsFollowedUpAndClosed(t *testing.T) {
	d := newDesk(t, sample(t))
	a := d.find("Inför flerfaktorsinloggning för alla användare")
	d.press("Följ upp") // the first row is selected when the page opens
	d.write("Nästan klart")
	d.press("Spara")
	if now := d.find(a.What); len(now.FollowUps) != len(a.FollowUps)+1 || now.FollowUps[2].By != "anna" {
		t.Errorf("the follow-ups are %v", now.FollowUps)
	}
	d.press("Markera klar")
	if !d.shows("Vill du bedöma kravet på nytt nu?") {
		t.Fatalf("after closing it says %q", d.says())
	}
	d.press("Bedöm kravet")
	if d.answered != "BEH-08" || d.find(a.What).Closed != "2026-11-23" {
		t.Errorf("went to %q", d.answered)
	}
}

func TestAnEditedActionIsStoredWhole(t *testing.T) {
	d := newDesk(t, sample(t))
	a := d.find("Skriv systemsäkerhetsplan")
	actions.Edit(d.stage, a.ID, d.options())
	d.write("Snarast: ")
	d.press("Spara")
	now := d.find("Snarast: Skriv systemsäkerhetsplan")
	now.What = a.What
	if now.Due != a.Due || now.Cause != a.Cause || now.Responsible != a.Responsible || now.Status != a.Status {
		t.Errorf("became %+v", now)
	}
}

func TestAListedActionIsOfferedOnce(t *testing.T) {
	d := newDesk(t, empty(t))
	a, err := d.r.AddAsset(ctx, asset.Asset{Name: "Journal", Kind: asset.System, Fields: map[asset.Field]string{
		"action_title": "Byt leverantör", "action_owner": "IT-chef", "action_due": "2027-05-01", "action_status": "pågår", "risk_title": "Avtalet går ut",
	}})
	if err != nil {
		t.Fatal(err)
	}
	tab := actions.NewTab(d.stage, a.ID, d.options())
	d.window.SetContent(tab.Object())
	tab.Refresh()
	if !d.shows("Byt leverantör · IT-chef · 2027-05-01 · pågår") {
		t.Fatalf("the tab says %q", d.says())
	}
	d.press("Gör till åtgärd")
	d.press("Spara")
	made := d.r.Plan().ActionsOf(a.ID)
	if len(made) != 1 || made[0].Due != "2027-05-01" || made[0].Responsible != "IT-chef" || made[0].Status != action.Ongoing || made[0].Cause.Text != "Avtalet går ut" {
		t.Fatalf("made %+v", made)
	}
	tab.Refresh()
	if d.shows("Gör till åtgärd") {
		t.Error("it is offered again")
	}
}

func TestWhoAnswersForTheAssetIsSuggested(t *testing.T) {
	d := newDesk(t, sample(t))
	d.list.New()
	d.write("Byt lösenord")
	d.press("Välj …")
	d.window.Canvas().Focused().(interface{ SetText(string) }).SetText("ekonomisystem")
	d.press("Välj")
	d.press("Spara")
	a := d.find("Byt lösenord")
	rec, ok := d.r.Record(a.Asset)
	if !ok || rec.Asset.Name != "Ekonomisystem" || a.Responsible == "" || a.Responsible != rec.Owner() {
		t.Errorf("stored %+v", a)
	}
}
