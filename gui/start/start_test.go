package start_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/start"
	"infoklass/gui/trial"
)

// doors are what the page led to.
type doors struct{ went []string }

func (d *doors) options(recent ...string) start.Options {
	return start.Options{
		OnNew: func() { d.went = append(d.went, "new") }, OnOpen: func() { d.went = append(d.went, "open") },
		Recent: recent, OnRecent: func(i int) { d.went = append(d.went, recent[i]) },
	}
}

func TestEveryDoorLeadsWhereItSays(t *testing.T) {
	d, led := trial.NewDesk(t, nil), &doors{}
	d.Enter(start.New(d.Stage.Text, led.options("Åsmark", "Nordby")))
	d.Press("Nordby")
	d.Press("Åsmark")
	d.Press("Skapa ett nytt register …")
	d.Press("Öppna ett register …")
	if want := []string{"Nordby", "Åsmark", "new", "open"}; !slices.Equal(led.went, want) {
		t.Errorf("led to %q, want %q", led.went, want)
	}
}

func TestThePageIsUsedByKeyboard(t *testing.T) {
	d, led := trial.NewDesk(t, nil), &doors{}
	d.Enter(start.New(d.Stage.Text, led.options("Åsmark", "Nordby")))
	d.Key(fyne.KeyReturn)
	for range 3 {
		d.Next()
		d.Key(fyne.KeyReturn)
	}
	if want := []string{"open", "new", "Åsmark", "Nordby"}; !slices.Equal(led.went, want) {
		t.Errorf("led to %q, want %q", led.went, want)
	}
	d.TabFollowsTheEye()
}

func TestNothingIsSaidOfRegistersOpenedBeforeWhereThereAreNone(t *testing.T) {
	d, led := trial.NewDesk(t, nil), &doors{}
	d.Enter(start.New(d.Stage.Text, led.options()))
	if d.Shows("Senast öppnade") {
		t.Errorf("the page says %q", d.Says())
	}
}

func TestALongNameFitsThePage(t *testing.T) {
	long := strings.Repeat("Informationstillgångar ", 8) + ".infoklass"
	build := func(s stage.Stage) *start.Page { return start.New(s.Text, (&doors{}).options("Åsmark", long)) }
	shots.Prove(t, []shots.Screen{trial.Screen(t, "start", nil, build, nil)})
}
