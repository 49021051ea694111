package duties_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/duties"
	"infoklass/gui/present"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// sample is a register where some departments have a manager.
func sample(t testing.TB) *register.Register {
	t.Helper()
	r := trial.Sample(t, memory.New())
	for i, u := range r.Organisation().Units() {
		if u.Kind == asset.Department && i%3 != 0 {
			u.Manager = "Sektorchef"
			u.Unconfirmed = i%5 == 0
			if _, err := r.Commit(t.Context(), text.Msg("why.example.units"), register.PutUnit(u, r.RevisionOf(register.KindUnit.Ref(u.ID)))); err != nil {
				t.Fatal(err)
			}
		}
	}
	return r
}

// led notes where the page led.
type led struct {
	mended  []present.Step
	opened  []string
	units   []string
	printed []string
	acted   []duty.Finding
}

func (l *led) options() duties.Options {
	return duties.Options{
		OnMend:   func(s present.Step) { l.mended = append(l.mended, s) },
		OnOpen:   func(id string) { l.opened = append(l.opened, id) },
		OnAction: func(f duty.Finding) { l.acted = append(l.acted, f) },
		OnUnit:   func(id string) { l.units = append(l.units, id) },
		OnPrint:  func(id string) { l.printed = append(l.printed, id) },
	}
}

type shown struct {
	*trial.Desk
	*led
	page *duties.Page
}

func show(t *testing.T, r *register.Register) *shown {
	t.Helper()
	s := &shown{Desk: trial.NewDesk(t, r), led: &led{}}
	s.page = duties.New(s.Stage, s.options())
	s.Enter(s.page)
	return s
}

// Enter on the first finding, the most serious, leads to what mends it.
func TestEnterLeadsToWhatMends(t *testing.T) {
	s := show(t, sample(t))
	s.Key(fyne.KeyReturn)
	if len(s.mended) != 1 || s.mended[0].Duty != duty.Procurement || s.mended[0].Asset == "" {
		t.Errorf("led to %+v", s.mended)
	}
}

// Findings are gathered by manager; Enter shows those that one answers for.
func TestGatheredByManager(t *testing.T) {
	r := sample(t)
	s := show(t, r)
	s.page.Show(duties.Query{By: "manager"})
	s.page.Entered()
	s.Key(fyne.KeyHome)
	s.Key(fyne.KeyReturn)
	s.page.Entered()
	s.Key(fyne.KeyHome)
	s.Key(fyne.KeyReturn)
	if len(s.mended) != 1 {
		t.Fatalf("led to %+v", s.mended)
	}
	if !s.page.Close() || s.page.Close() {
		t.Error("Esc takes the filters away, once")
	}
}

func TestPicturesAreWhole(t *testing.T) {
	r := sample(t)
	screen := func(name string, q duties.Query) shots.Screen {
		return trial.Screen(t, "duties-"+name, r, func(s stage.Stage) *duties.Page {
			page := duties.New(s, (&led{}).options())
			page.Show(q)
			return page
		}, nil)
	}
	shots.Prove(t, []shots.Screen{
		screen("all", duties.Query{}), screen("manager", duties.Query{By: "manager"}),
		screen("none", duties.Query{Text: "finns inte", Severe: true, Severity: duty.High}),
	})
}
