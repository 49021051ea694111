package gui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui"
)

// press types a key on what has the keyboard, or on the window.
func press(win *gui.Window, keys ...fyne.KeyName) {
	c := win.Handle().Canvas()
	for _, key := range keys {
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: key})
			continue
		}
		c.OnTypedKey()(&fyne.KeyEvent{Name: key})
	}
}

// focused is the name of what has the keyboard.
func focused(win *gui.Window) string {
	if a, ok := win.Handle().Canvas().Focused().(fyne.Accessible); ok {
		return a.AccessibilityLabel()
	}
	return ""
}

// Every page begins with the keyboard on it, not in the navigation.
func TestTheKeyboardBeginsOnThePage(t *testing.T) {
	win := start(t, newWorld(t), "")
	p := text.In(text.Swedish)
	if got, want := focused(win), p.T("overview.door.import"); got != want {
		t.Errorf("the first start begins at %q, want the door %q", got, want)
	}
	for place, want := range map[gui.Place]string{gui.Reports: p.T("reports.show"), gui.Settings: p.T("lang.sv")} {
		win.Go(place)
		if got := focused(win); got != want {
			t.Errorf("%s begins at %q, want %q", place, got, want)
		}
	}
}

// F1 answers anywhere, and Esc goes back to where help was asked for.
func TestEscapeLeavesHelp(t *testing.T) {
	win := start(t, newWorld(t), "")
	win.Go(gui.Log)
	press(win, fyne.KeyF1)
	sees(t, win, text.In(text.Swedish).T("help.words"))
	press(win, fyne.KeyEscape)
	sees(t, win, text.In(text.Swedish).T("history.subtitle"))
}
