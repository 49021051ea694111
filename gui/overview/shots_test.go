package overview_test

import (
	"os"
	"path/filepath"
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

// pictures is where the pictures go; git ignores it.
const pictures = "../../build/shots"

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
	if testing.Short() {
		t.Skip("pictures take a while")
	}
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	settings := shots.Settings()
	if os.Getenv("QUICK") != "" {
		settings = []shots.Setting{settings[0], settings[1], settings[len(settings)-3]}
	}
	found, err := shots.Write(filepath.Clean(pictures), []shots.Screen{screen(t, "sample", sample(t)), screen(t, "empty", open(t))}, settings)
	if err != nil {
		t.Fatal(err)
	}
	for file, problems := range found {
		for _, p := range problems {
			t.Errorf("%s: %s", file, p)
		}
	}
}
