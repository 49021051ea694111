package shots

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
)

// Prove fails the test for every text that is clipped and everything that
// overlaps on one of the screens. With INFOKLASS_SHOTS set to a folder it
// writes the pictures there as well.
func Prove(t testing.TB, screens []Screen) {
	t.Helper()
	folder, settings := os.Getenv("INFOKLASS_SHOTS"), Layouts()
	if folder != "" {
		settings = Settings()
	}
	problems, err := Write(folder, screens, settings)
	if err != nil {
		t.Fatal(err)
	}
	for file, found := range problems {
		for _, p := range found {
			t.Errorf("%s: %v", file, p)
		}
	}
}

// navigation is the width of the shell's navigation at 100 %.
const navigation = 214

// InShell leaves a page as much room as the shell will.
func InShell(page fyne.CanvasObject) fyne.CanvasObject {
	nav := canvas.NewRectangle(fynetheme.Color(theme.ColorCard))
	nav.SetMinSize(fyne.NewSize(theme.Scaled(navigation), 0))
	back := canvas.NewRectangle(fynetheme.Color(fynetheme.ColorNameBackground))
	return container.NewStack(back, container.NewBorder(nil, nil, nav, nil, page))
}
