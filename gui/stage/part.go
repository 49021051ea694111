package stage

import "fyne.io/fyne/v2"

// Part is one tab of a page about one thing, drawn by another feature than the
// page itself. The shell hands it to the page.
type Part interface {
	// Name is what the part is opened by, unique among the parts of the page.
	Name() string
	// Title is the words on the tab, with what there is to count. It is asked for after every commit.
	Title() string
	// Object is what is shown. It is asked for once.
	Object() fyne.CanvasObject
	// Refresh reads the register again: when the part comes to the front, and after a commit while it is there.
	Refresh()
	// Leave is called before the page is left; false stays, the part having said why.
	Leave() bool
	// Find is Ctrl+F, and Type a key that no widget has taken. Each returns whether it did something.
	Find() bool
	Type(r rune, name fyne.KeyName) bool
}
