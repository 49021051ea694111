package overview_test

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/domain/register"
	"infoklass/gui/overview"
	"infoklass/gui/shots"
	"infoklass/gui/theme"
)

// pictures is the folder that pictures are written to, in every setting. Without
// it the pages are only looked at for faults, which is much faster.
func pictures() string { return os.Getenv("INFOKLASS_SHOTS") }

// inShell leaves a page as much room as it will have in the window.
func inShell(page fyne.CanvasObject) fyne.CanvasObject {
	nav := canvas.NewRectangle(fynetheme.Color(theme.ColorCard))
	nav.SetMinSize(fyne.NewSize(theme.Scaled(212), 0))
	back := canvas.NewRectangle(fynetheme.Color(fynetheme.ColorNameBackground))
	return container.NewStack(back, container.NewBorder(nil, nil, nav, nil, page))
}

func screen(t testing.TB, name string, r *register.Register) shots.Screen {
	return shots.Screen{Name: "overview-" + name, Make: func(set shots.Setting) fyne.CanvasObject {
		page := overview.New(stageOf(t, r, set.Lang, nil), (&led{}).options())
		page.Refresh()
		return inShell(page.Object())
	}}
}

func TestPicturesAreWhole(t *testing.T) {
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	settings := shots.Layouts()
	if pictures() != "" {
		settings = shots.Settings()
	}
	found, err := shots.Write(pictures(), []shots.Screen{screen(t, "sample", sample(t)), screen(t, "empty", open(t))}, settings)
	if err != nil {
		t.Fatal(err)
	}
	for file, problems := range found {
		for _, p := range problems {
			t.Errorf("%s: %s", file, p)
		}
	}
}
