package overview_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/register"
	"infoklass/gui/overview"
	"infoklass/gui/shots"
)

func screen(t testing.TB, name string, r *register.Register) shots.Screen {
	return shots.Screen{Name: "overview-" + name, Make: func(set shots.Setting) fyne.CanvasObject {
		page := overview.New(stageOf(t, r, set.Lang, nil), (&led{}).options())
		page.Refresh()
		return shots.InShell(page.Object())
	}}
}

func TestPicturesAreWhole(t *testing.T) {
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	shots.Prove(t, []shots.Screen{screen(t, "sample", sample(t)), screen(t, "empty", open(t))})
}
