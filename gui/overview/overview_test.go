package overview_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/gui/overview"
	"infoklass/gui/present"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// led notes where the page led.
type led struct {
	queries []register.Query
	opened  []string
	mended  []present.Step
	duties  []duty.ID
	doors   []string
}

func (l *led) options() overview.Options {
	door := func(name string) func() { return func() { l.doors = append(l.doors, name) } }
	return overview.Options{
		OnList:   func(q register.Query) { l.queries = append(l.queries, q) },
		OnOpen:   func(id string) { l.opened = append(l.opened, id) },
		OnMend:   func(s present.Step) { l.mended = append(l.mended, s) },
		OnDuties: func(id duty.ID) { l.duties = append(l.duties, id) },
		OnImport: door("import"), OnPrint: door("print"),
		OnNew: door("new"), OnExample: door("example"),
	}
}

// desk is a window with the page, and where it led.
type desk struct {
	*trial.Desk
	*led
	t *testing.T
}

func show(t *testing.T, r *register.Register) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, r), led: &led{}, t: t}
	d.Enter(overview.New(d.Stage, d.options()))
	return d
}

// press presses what is called by a name that begins like this.
func (d *desk) press(name string) {
	d.t.Helper()
	i := slices.IndexFunc(d.Names(), func(s string) bool { return strings.HasPrefix(s, name) })
	if i < 0 {
		d.t.Fatalf("nothing is called %q; there is %q", name, d.Names())
	}
	d.Press(d.Names()[i])
}

// Every figure opens a list that holds as many assets as it says.
func TestFiguresOpenTheirLists(t *testing.T) {
	r := trial.Sample(t, memory.New())
	d := show(t, r)
	for _, tc := range []struct {
		name string
		want int
	}{
		{"Informationstillgångar 20", 20},
		{"Klassade 10", 10},
		{"Särskilt viktiga 7", 7},
		{"Konfidentialitet: ", 18},
		{"Socialnämnden ", 4},
	} {
		d.press(tc.name)
		got, err := r.Find(t.Context(), d.queries[len(d.queries)-1])
		if err != nil || len(got) != tc.want {
			t.Errorf("%s opened a list of %d, want %d (%v)", tc.name, len(got), tc.want, err)
		}
	}
}

func TestTodoLeadsToWhereItIsMended(t *testing.T) {
	r := trial.Sample(t, memory.New())
	d := show(t, r)
	d.press("E-arkiv: Klassning krävs före upphandling")
	if len(d.mended) != 1 || d.mended[0].Remedy != duty.Classify {
		t.Fatalf("led to %+v", d.mended)
	}
	if rec, _ := r.Record(d.mended[0].Asset); rec.Asset.Name != "E-arkiv" {
		t.Errorf("opened %s", rec.Asset.Name)
	}
	d.press("Krav i policyn uppfyllda")
	d.press("… och")
	d.press("Visa alla avvikelser")
	if len(d.duties) != 3 || d.duties[0] != "" || d.duties[1] == "" || d.duties[2] != "" {
		t.Errorf("showed the findings of %q", d.duties)
	}
}

func TestEmptyRegisterOffersThreeDoors(t *testing.T) {
	d := show(t, trial.Register(t, memory.New()))
	for _, door := range []string{"Importera en lista", "Lägg till en tillgång", "Titta på en exempelkommun"} {
		d.press(door)
	}
	if !cmp.Equal(d.doors, []string{"import", "new", "example"}) {
		t.Errorf("doors %v", d.doors)
	}
}

// What was counted follows the register.
func TestTheFiguresFollowTheRegister(t *testing.T) {
	r := trial.Sample(t, memory.New())
	d := show(t, r)
	trial.Add(t, r, asset.Asset{Name: "Badbokning"})
	d.press("Informationstillgångar 21")
}

// The keyboard begins at the first figure, also of those counted again.
func TestKeyboardStaysOnTheFigures(t *testing.T) {
	r := trial.Sample(t, memory.New())
	d := show(t, r)
	first := d.Window.Canvas().Focused()
	if first == nil {
		t.Fatal("nothing has the keyboard")
	}
	trial.Add(t, r, asset.Asset{Name: "Ny"})
	d.Settle()
	if at := d.Window.Canvas().Focused(); at == nil || at == first {
		t.Errorf("the keyboard is on %v, want the new figure", at)
	}
}

func TestThreeLevelScaleHasNoFourthBar(t *testing.T) {
	r := trial.Sample(t, memory.New())
	s := r.Settings()
	s.Scale = classify.Scale02.ID
	if err := r.ChangeSettings(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	show(t, r).press("Konfidentialitet: nivå 0: 1 · nivå 1: 7 · nivå 2: 10 · 2 oklassade")
}

func TestTabFollowsTheEye(t *testing.T) { show(t, trial.Sample(t, memory.New())).TabFollowsTheEye() }
