package duties_test

import (
	"context"
	"math/rand"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/duties"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/storage/memory"
)

var now = time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)

func sample(t testing.TB) *register.Register {
	t.Helper()
	r, err := register.Open(context.Background(), memory.New(), register.Options{
		Who: "test", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1)),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := example.Sample(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	for i, u := range r.Organisation().Units() {
		if u.Kind == asset.Department && i%3 != 0 {
			u.Manager = "Sektorchef"
			u.Unconfirmed = i%5 == 0
			if _, err := r.Commit(context.Background(), text.Msg("why.example.units"), register.PutUnit(u, r.RevisionOf(register.KindUnit.Ref(u.ID)))); err != nil {
				t.Fatal(err)
			}
		}
	}
	return r
}

func stageOf(t testing.TB, r *register.Register, lang text.Lang, w fyne.Window) stage.Stage {
	runner := jobs.AtOnce()
	return stage.Stage{
		Register: r, Text: text.In(lang), Jobs: runner, Saves: stage.NewQueue(runner), Window: w,
		Memory: stage.NewForgetful(), Tell: func(stage.Receipt) {}, Fail: func(err error) {
			if err != nil {
				t.Error(err)
			}
		},
	}
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
	*duties.Page
	*led
	window fyne.Window
}

func show(t *testing.T, r *register.Register) *shown {
	t.Helper()
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewWindow(nil)
	t.Cleanup(w.Close)
	l := &led{}
	page := duties.New(stageOf(t, r, text.Swedish, w), l.options())
	w.SetContent(page.Object())
	w.Resize(fyne.NewSize(1084, 720))
	page.Refresh()
	page.Entered()
	shots.Settle(w.Canvas().Content())
	return &shown{page, l, w}
}

func (s *shown) key(name fyne.KeyName) {
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// Enter on the first finding, the most serious, leads to what mends it.
func TestEnterLeadsToWhatMends(t *testing.T) {
	s := show(t, sample(t))
	s.key(fyne.KeyReturn)
	if len(s.mended) != 1 || s.mended[0].Duty != duty.Procurement || s.mended[0].Asset == "" {
		t.Errorf("led to %+v", s.mended)
	}
}

// Findings are gathered by manager; Enter shows those that one answers for.
func TestGatheredByManager(t *testing.T) {
	r := sample(t)
	s := show(t, r)
	s.Show(duties.Query{By: "manager"})
	s.Entered()
	s.key(fyne.KeyHome)
	s.key(fyne.KeyReturn)
	s.Entered()
	s.key(fyne.KeyHome)
	s.key(fyne.KeyReturn)
	if len(s.mended) != 1 {
		t.Fatalf("led to %+v", s.mended)
	}
	if !s.Close() || s.Close() {
		t.Error("Esc takes the filters away, once")
	}
}

func TestPicturesAreWhole(t *testing.T) {
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	screen := func(name string, q duties.Query) shots.Screen {
		return shots.Screen{Name: "duties-" + name, Make: func(set shots.Setting) fyne.CanvasObject {
			page := duties.New(stageOf(t, sample(t), set.Lang, nil), (&led{}).options())
			page.Show(q)
			return shots.InShell(page.Object())
		}}
	}
	shots.Prove(t, []shots.Screen{
		screen("all", duties.Query{}), screen("manager", duties.Query{By: "manager"}),
		screen("none", duties.Query{Text: "finns inte", Severe: true, Severity: duty.High}),
	})
}
