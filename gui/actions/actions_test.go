package actions_test

import (
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/gui/actions"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// sample is a register with an action plan.
func sample(t testing.TB) *register.Register {
	t.Helper()
	return trial.Sample(t, memory.New(), example.Actions)
}

// desk is a window with the plan, and where it led.
type desk struct {
	*trial.Desk
	t        *testing.T
	r        *register.Register
	list     *actions.List
	printed  []action.Action
	words    string
	opened   string
	answered string
}

func newDesk(t *testing.T, r *register.Register) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, r), t: t, r: r}
	d.list = actions.NewList(d.Stage, d.options())
	d.Enter(d.list)
	return d
}

func (d *desk) options() actions.Options {
	return actions.Options{
		OnOpen:   func(id string) { d.opened = id },
		OnPrint:  func(words string, shown []action.Action) { d.words, d.printed = words, shown },
		OnAnswer: func(asset, requirement string) { d.answered = requirement },
	}
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
	if !d.Shows("10 åtgärder · försenade: 2") {
		t.Errorf("the page says %q", d.Says())
	}
	if !d.list.Print() || len(d.printed) != 10 || d.words != "" {
		t.Fatalf("printed %d actions, %q", len(d.printed), d.words)
	}
	if today := d.r.Today(); !d.printed[0].Late(today) || !d.printed[1].Late(today) || d.printed[2].Late(today) {
		t.Error("what is late does not come first")
	}
	d.Press("Att följa upp")
	if d.list.Print() || !d.Shows("Ingen åtgärd motsvarar urvalet") {
		t.Errorf("none is to be followed up, and the page says %q", d.Says())
	}
	d.Press("Att följa upp")
	d.Press("Försenade")
	if !d.list.Print() || len(d.printed) != 2 || d.words != "Försenade" {
		t.Errorf("printed %d actions, %q", len(d.printed), d.words)
	}
	if !d.list.Close() || d.list.Close() {
		t.Error("Esc should take the filter away, once")
	}
}

func TestAnActionIsWrittenByKeyboard(t *testing.T) {
	d := newDesk(t, trial.Register(t, memory.New()))
	if !d.Shows("Ingen åtgärd är planerad än") {
		t.Errorf("the empty page says %q", d.Says())
	}
	d.list.New()
	d.Press("Spara")
	if !d.Shows("Skriv vad som ska göras") {
		t.Errorf("an empty form says %q", d.Says())
	}
	d.Write("Utbilda alla chefer")
	d.Press("Spara")
	a := d.find("Utbilda alla chefer")
	if a.Status != action.Planned || a.Start != "2026-11-23" || len(d.Receipts) != 1 {
		t.Errorf("stored %+v, told %v", a, d.Receipts)
	}
}

func TestAnActionIsFollowedUpAndClosed(t *testing.T) {
	d := newDesk(t, sample(t))
	a := d.find("Inför flerfaktorsinloggning för alla användare")
	d.Press("Följ upp") // the first row is selected when the page opens
	d.Write("Nästan klart")
	d.Press("Spara")
	if now := d.find(a.What); len(now.FollowUps) != len(a.FollowUps)+1 || now.FollowUps[2].By != "Maria Holm" {
		t.Errorf("the follow-ups are %v", now.FollowUps)
	}
	d.Press("Markera klar")
	if !d.Shows("Vill du bedöma kravet på nytt nu?") {
		t.Fatalf("after closing it says %q", d.Says())
	}
	d.Press("Bedöm kravet")
	if d.answered != "BEH-08" || d.find(a.What).Closed != "2026-11-23" {
		t.Errorf("went to %q", d.answered)
	}
}

func TestAnEditedActionIsStoredWhole(t *testing.T) {
	d := newDesk(t, sample(t))
	a := d.find("Skriv systemsäkerhetsplan")
	actions.Edit(d.Stage, a.ID, d.options())
	d.Write("Snarast: ")
	d.Press("Spara")
	now := d.find("Snarast: Skriv systemsäkerhetsplan")
	now.What = a.What
	if now.Due != a.Due || now.Cause != a.Cause || now.Responsible != a.Responsible || now.Status != a.Status {
		t.Errorf("became %+v", now)
	}
}

func TestAListedActionIsOfferedOnce(t *testing.T) {
	d := newDesk(t, trial.Register(t, memory.New()))
	a, err := d.r.AddAsset(t.Context(), asset.Asset{Name: "Journal", Kind: asset.System, Fields: map[asset.Field]string{
		"action_title": "Byt leverantör", "action_owner": "IT-chef", "action_due": "2027-05-01", "action_status": "pågår", "risk_title": "Avtalet går ut",
	}})
	if err != nil {
		t.Fatal(err)
	}
	tab := actions.NewTab(d.Stage, a.ID, d.options())
	d.Enter(tab)
	if !d.Shows("Byt leverantör · IT-chef · 2027-05-01 · pågår") {
		t.Fatalf("the tab says %q", d.Says())
	}
	d.Press("Gör till åtgärd")
	d.Press("Spara")
	made := d.r.Plan().ActionsOf(a.ID)
	if len(made) != 1 || made[0].Due != "2027-05-01" || made[0].Responsible != "IT-chef" || made[0].Status != action.Ongoing || made[0].Cause.Text != "Avtalet går ut" {
		t.Fatalf("made %+v", made)
	}
	tab.Refresh()
	if d.Shows("Gör till åtgärd") {
		t.Error("it is offered again")
	}
}

func TestWhoAnswersForTheAssetIsSuggested(t *testing.T) {
	d := newDesk(t, sample(t))
	d.list.New()
	d.Write("Byt lösenord")
	d.Press("Välj …")
	d.Write("ekonomisystem")
	d.Press("Välj")
	d.Press("Spara")
	a := d.find("Byt lösenord")
	rec, ok := d.r.Record(a.Asset)
	if !ok || rec.Asset.Name != "Ekonomisystem" || a.Responsible == "" || a.Responsible != rec.Owner() {
		t.Errorf("stored %+v", a)
	}
}
