package classification_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"infoklass/domain/classify"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/gui/classification"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
)

// formOf opens the form of an asset on a desk.
func formOf(t *testing.T, d *desk, name string) (*classification.Form, *outcome) {
	t.Helper()
	out := &outcome{}
	f := classification.NewForm(d.Stage, classification.FormOptions{
		Asset:   idOf(t, d.r, name),
		OnClose: func() { out.closed = d.page.Leave() },
		OnOpen:  func(string) { out.opened = true },
		OnPrint: func(_, version string) { out.printed = version },
		OnProject: func(o fyne.CanvasObject) {
			if out.projected = o; o == nil {
				o = d.page.Object()
			}
			d.Window.SetContent(o)
		},
	})
	d.enter(f)
	return f, out
}

type outcome struct {
	closed, opened bool
	printed        string
	projected      fyne.CanvasObject
}

func record(t *testing.T, r *register.Register, name string) *register.Record {
	t.Helper()
	rec, _ := r.Record(idOf(t, r, name))
	return rec
}

var controlEnter = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}

// The whole way to a decided version, by keyboard alone.
func TestKeyboardLeadsToADecidedVersion(t *testing.T) {
	d := newDesk(t, sample(t))
	_, out := formOf(t, d, "E-arkiv")

	d.Key(fyne.KeyReturn) // the object
	for _, step := range []struct{ level, reason string }{{"2", "Uppgifter med sekretess."}, {"3", "Fel kan skada enskilda."}} {
		d.Write(step.level)
		d.Key(fyne.KeyReturn) // the reason is missing: the keyboard goes there
		d.Write(step.reason)
		d.shortcut(controlEnter)
	}
	d.Write("1")
	d.Key(fyne.KeyReturn)
	d.Write("Kan vänta.")
	d.Key(fyne.KeyTab)
	d.shortcut(controlEnter)
	d.Write("0")
	d.Key(fyne.KeyReturn) // no reason is needed at 0
	draft := record(t, d.r, "E-arkiv").Draft
	if draft == nil || draft.Profile.String() != "K2 R3 T1 S0" {
		t.Fatalf("draft: %+v; the page says %q", draft, d.Says())
	}

	d.Key(fyne.KeyReturn) // nobody decides yet: the keyboard goes there
	d.Write("Kommunarkivarie")
	d.Key(fyne.KeyReturn)
	d.Key(fyne.KeyReturn)
	d.Key(fyne.KeyReturn) // through the dates to the button
	d.Key(fyne.KeyReturn)

	rec := record(t, d.r, "E-arkiv")
	if !rec.Classified() || rec.Draft != nil {
		t.Fatalf("not decided: %+v, failures %v, the page says %q", rec, d.Failures(), d.Says())
	}
	c := rec.Class
	if c.DecidedBy != "Kommunarkivarie" || c.DecidedOn != "2026-11-23" || c.NextReview != "2027-11-23" || c.Reasons[0] != "Uppgifter med sekretess." {
		t.Errorf("decided: %+v", c)
	}
	if !d.shows("Klassningen är fastställd") || len(d.Receipts) != 1 || !d.Receipts[0].Undo {
		t.Errorf("receipt: %v, the page says %q", d.Receipts, d.Says())
	}
	d.Key(fyne.KeyReturn)
	if out.printed != c.ID {
		t.Errorf("printed %q, want the version decided", out.printed)
	}
}

func TestUndoneDecisionOpensTheFormAgain(t *testing.T) {
	d := newDesk(t, sample(t))
	formOf(t, d, "Kartdatabas")
	before := record(t, d.r, "Kartdatabas").Class
	for range 5 {
		d.Press(nextLabel(d))
		fillReason(d)
	}
	if by := before.DecidedBy; by == "" {
		d.Key(fyne.KeyReturn)
		d.Write("Kartchef")
	}
	d.Press("Fastställ klassning")
	if now := record(t, d.r, "Kartdatabas").Class; now.State != classify.Decided || now.ID == before.ID {
		t.Fatalf("not decided anew: %+v, the page says %q", now, d.Says())
	}
	stage.Save(d.Stage, d.r.Undo, nil) // as the window does, in the queue of saves
	if !d.shows("Fastställ klassning") && !d.shows("Nästa: Konfidentialitet") {
		t.Errorf("the form should be back, it says %q", d.Says())
	}
}

// nextLabel is what the button that goes on is called now.
func nextLabel(d *desk) string {
	for _, s := range d.Says() {
		if strings.HasPrefix(s, "Nästa: ") {
			return s
		}
	}
	return "Fastställ klassning"
}

// fillReason writes a reason where the form asks for one, and goes on.
func fillReason(d *desk) {
	if d.shows("Skriv några ord om varför nivån valdes. Det räcker med en mening.") {
		d.Write("Motiverat.")
		d.shortcut(controlEnter)
	}
}

func TestFirstYesSuggestsTheLevelAndAnotherMayBeChosen(t *testing.T) {
	d := newDesk(t, sample(t))
	_, out := formOf(t, d, "E-arkiv")
	d.Key(fyne.KeyReturn)
	d.Write("nnj") // Sweden's security no, rank 3 no, rank 2 yes
	if !d.shows("Svaren leder till 2 Betydande.") {
		t.Errorf("the page says %q", d.Says())
	}
	d.Write("1")
	if !d.shows("Svaren leder till 2 Betydande. Du har valt 1 Måttlig. Skriv varför i motiveringen.") {
		t.Errorf("the page says %q", d.Says())
	}
	d.Key(fyne.KeyEscape)
	draft := record(t, d.r, "E-arkiv").Draft
	if !out.closed || draft == nil || draft.Profile.Of(classify.Confidentiality) != classify.Level1 || draft.Answers.Of(classify.Confidentiality) != classify.Level2 {
		t.Errorf("closed %v, draft %+v", out.closed, draft)
	}

	formOf(t, d, "E-arkiv") // the draft goes on where something is missing
	if !d.shows("Svaren leder till 2 Betydande. Du har valt 1 Måttlig. Skriv varför i motiveringen.") {
		t.Errorf("opened again the page says %q", d.Says())
	}
}

func TestSwedensSecurityStoresNothing(t *testing.T) {
	d := newDesk(t, sample(t))
	before := d.r.Revision()
	_, out := formOf(t, d, "E-arkiv")
	d.Key(fyne.KeyReturn)
	d.Write("j")
	if !d.shows("Stopp: den här informationen hör inte hemma i registret") {
		t.Errorf("the page says %q", d.Says())
	}
	d.Key(fyne.KeyReturn) // the one button there is
	if !out.closed || d.r.Revision() != before || record(t, d.r, "E-arkiv").Draft != nil {
		t.Errorf("closed %v, something was stored: %d commits", out.closed, d.r.Revision()-before)
	}
}

func TestSwedensSecurityDiscardsTheDraftBegunForIt(t *testing.T) {
	d := newDesk(t, sample(t))
	formOf(t, d, "E-arkiv")
	d.Key(fyne.KeyReturn)
	d.Write("0")
	d.Key(fyne.KeyReturn)
	if record(t, d.r, "E-arkiv").Draft == nil {
		t.Fatal("the draft should be kept when a step is left")
	}
	d.Press("Konfidentialitet")
	d.Press("Ja")
	if record(t, d.r, "E-arkiv").Draft != nil {
		t.Error("the draft begun for this should be gone")
	}
}

func TestHoursAreReadWithComma(t *testing.T) {
	d := newDesk(t, sample(t))
	formOf(t, d, "Journalsystem HSL")
	d.Press("Tillgänglighet")
	f, _ := d.page.(*classification.Form)
	outage := trial.All[field](d.Root())[0]
	d.Window.Canvas().Focus(outage)
	outage.SetText("0,5")
	d.Key(fyne.KeyReturn)
	if draft := record(t, d.r, "Journalsystem HSL").Draft; draft == nil || draft.OutageHours == nil || *draft.OutageHours != 0.5 {
		t.Fatalf("draft %+v, the page says %q", draft, d.Says())
	}
	d.Press("Tillgänglighet")
	outage = trial.All[field](d.Root())[0]
	d.Window.Canvas().Focus(outage)
	outage.SetText("några")
	if f.Leave() {
		t.Error("hours that are no number should be mended before the page is left")
	}
	if draft := record(t, d.r, "Journalsystem HSL").Draft; *draft.OutageHours != 0.5 {
		t.Errorf("outage %v", *draft.OutageHours)
	}
}

func TestDiscardAsks(t *testing.T) {
	d := newDesk(t, sample(t))
	_, out := formOf(t, d, "E-arkiv")
	d.Key(fyne.KeyReturn)
	d.Write("0")
	d.Key(fyne.KeyReturn)
	d.Press("Kasta utkastet")
	d.Press("Behåll det")
	if record(t, d.r, "E-arkiv").Draft == nil {
		t.Fatal("kept drafts stay")
	}
	d.Press("Kasta utkastet")
	d.Press("Kasta utkastet")
	if record(t, d.r, "E-arkiv").Draft != nil || !out.closed || len(d.Receipts) != 1 {
		t.Errorf("draft %v, closed %v, receipts %v", record(t, d.r, "E-arkiv").Draft, out.closed, d.Receipts)
	}
}

// A reason is kept as soon as its field is left, before the step is.
func TestReasonIsKeptWhenItsFieldIsLeft(t *testing.T) {
	d := newDesk(t, sample(t))
	formOf(t, d, "E-arkiv")
	d.Key(fyne.KeyReturn)
	d.Write("2")
	d.Key(fyne.KeyReturn)
	d.Write("Sekretess.")
	d.Window.Canvas().FocusNext()
	draft := record(t, d.r, "E-arkiv").Draft
	if draft == nil || draft.Reasons[0] != "Sekretess." || !slices.ContainsFunc(d.Says(), func(s string) bool { return strings.HasSuffix(s, "utkast sparat 10:42") }) {
		t.Errorf("draft %+v, the page says %q", draft, d.Says()[:2])
	}
}

// Who chooses a level and writes on has written the reason, and answered nothing:
// not even where the words are full of n and j.
func TestWordsAfterALevelAreItsReason(t *testing.T) {
	d := newDesk(t, sample(t))
	formOf(t, d, "E-arkiv")
	d.Key(fyne.KeyReturn)
	d.Write("2")
	d.Write("Någon kan ta skada. Nej, inte jag.")
	d.Key(fyne.KeyReturn) // a line of its own
	d.shortcut(controlEnter)
	draft := record(t, d.r, "E-arkiv").Draft
	if draft == nil || draft.Profile.String() != "K2 R– T– S–" || draft.Reasons[0] != "Någon kan ta skada. Nej, inte jag." {
		t.Errorf("draft %+v, the page says %q", draft, d.Says())
	}
}

// Tab leads into the step that is shown, not to the beginning of the window.
func TestKeyboardBeginsAtTheStep(t *testing.T) {
	d := newDesk(t, sample(t))
	formOf(t, d, "E-arkiv")
	for _, want := range []string{"Objekt", "Konfidentialitet"} {
		at, ok := d.Window.Canvas().Focused().(fyne.Accessible)
		if !ok || at.AccessibilityLabel() != want {
			t.Errorf("the keyboard is on %v, want the step %s", d.Window.Canvas().Focused(), want)
		}
		d.Key(fyne.KeyReturn)
	}
}

// What is undone while the form is open shows in it at once.
func TestUndoneDraftShowsInTheForm(t *testing.T) {
	d := newDesk(t, sample(t))
	formOf(t, d, "E-arkiv")
	d.Key(fyne.KeyReturn)
	d.Write("0")
	d.Key(fyne.KeyReturn)
	d.Write("0")
	d.Key(fyne.KeyReturn)
	stage.Save(d.Stage, d.r.Undo, nil)
	d.Press("Riktighet")
	d.page.Leave()
	if draft := record(t, d.r, "E-arkiv").Draft; draft == nil || draft.Profile.String() != "K0 R– T– S–" {
		t.Errorf("draft %+v", draft)
	}
}

func TestLookingStoresNothing(t *testing.T) {
	d := newDesk(t, sample(t))
	before := d.r.Revision()
	f, _ := formOf(t, d, "Journalsystem HSL")
	for range 5 {
		d.Press(nextLabel(d))
	}
	if !f.Leave() || d.r.Revision() != before {
		t.Errorf("%d commits were made by looking", d.r.Revision()-before)
	}
}

func TestScaleOfTheSettingsGovernsKeysAndCards(t *testing.T) {
	for _, tc := range []struct{ scale, key, code, card string }{
		{"0-3", "3", "K3", "3 Allvarlig"},
		{"1-4", "4", "K3", "4 Allvarlig"},
		{"0-2", "2", "K3", "2 Allvarlig"},
	} {
		t.Run(tc.scale, func(t *testing.T) {
			d := newDesk(t, sample(t))
			s := d.r.Settings()
			s.Scale = tc.scale
			if err := d.r.ChangeSettings(context.Background(), s); err != nil {
				t.Fatal(err)
			}
			formOf(t, d, "E-arkiv")
			d.Key(fyne.KeyReturn)
			d.Write(tc.key)
			d.page.Leave()
			draft := record(t, d.r, "E-arkiv").Draft
			if draft == nil || !strings.HasPrefix(draft.Profile.String(), tc.code) || draft.Scale != tc.scale {
				t.Errorf("draft %+v", draft)
			}
			if !d.shows(tc.card) {
				t.Errorf("no card %q in %q", tc.card, d.Says())
			}
		})
	}
}

// A workshop in front of a projector: all four aspects by keys, then the decision in the form.
func TestProjector(t *testing.T) {
	d := newDesk(t, sample(t))
	_, out := formOf(t, d, "E-arkiv")
	d.Key(fyne.KeyF11)
	if out.projected == nil || !d.shows("Konfidentialitet") || d.shows("Spara och stäng") {
		t.Fatalf("not on the whole screen: %q", d.Says())
	}
	d.Key(fyne.KeyReturn)
	if !d.shows("Välj en nivå för att gå vidare.") {
		t.Errorf("it says %q", d.Says())
	}
	d.Write("2")
	d.Key(fyne.KeyReturn) // the reason is missing: the keyboard goes there
	d.Write("Sekretess.")
	d.shortcut(controlEnter)
	d.Write("0")
	d.Key(fyne.KeyReturn)
	d.Key(fyne.KeyEscape)
	if out.projected != nil || !d.shows("Spara och stäng") || out.closed {
		t.Fatalf("still on the whole screen: %q", d.Says())
	}
	d.Key(fyne.KeyF11) // where it was
	d.Write("0")
	d.Key(fyne.KeyLeft)
	if !d.shows("Riktighet") {
		t.Errorf("back leads to %q", d.Says())
	}
	d.Key(fyne.KeyReturn)
	d.Key(fyne.KeyReturn)
	d.Write("1Enkel reservrutin")
	d.shortcut(controlEnter)
	if out.projected != nil || !d.shows("Fastställ klassning") {
		t.Errorf("after the last aspect: %q", d.Says())
	}
	if draft := record(t, d.r, "E-arkiv").Draft; draft == nil || draft.Profile.String() != "K2 R0 T0 S1" || draft.Reasons[3] != "Enkel reservrutin" {
		t.Errorf("draft %+v", draft)
	}
}

// A level below the information in the system is a deviation, which needs a reason.
func TestBelowTheInformationNeedsAReason(t *testing.T) {
	r := sample(t)
	if err := example.Information(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, r)
	formOf(t, d, "Elevregister")
	d.Key(fyne.KeyReturn) // the object
	if !says(d, "Informationen i systemet kräver minst 3 Allvarlig: Skyddade elevuppgifter.") {
		t.Fatalf("the page says %q", d.Says())
	}
	d.Write("2")
	d.Write("Bara täcknamn.") // the reason for the level
	d.shortcut(controlEnter)
	if !says(d, "Skriv varför nivån får vara lägre") {
		t.Fatalf("the page says %q", d.Says())
	}
	d.Write("Ingen kan se vem det gäller.")
	d.shortcut(controlEnter)
	draft := record(t, r, "Elevregister").Draft
	if draft == nil || draft.Profile.Of(classify.Confidentiality) != classify.Level2 || draft.Deviations[0] != "Ingen kan se vem det gäller." {
		t.Fatalf("draft: %+v", draft)
	}
	if says(d, "Skriv varför nivån får vara lägre") {
		t.Error("the form should have gone on")
	}
}

func says(d *desk, words string) bool { return strings.Contains(strings.Join(d.Says(), "\n"), words) }
