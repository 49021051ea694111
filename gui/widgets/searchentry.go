package widgets

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/widgets/mark"
)

// SearchEntry is a field that searches as one types. Esc empties it; Down goes
// to the list beneath.
type SearchEntry struct {
	Entry
	// OnSearch is called at every change. Wait a moment before a costly search: jobs.Runner.After.
	OnSearch func(string)
	// OnDown is called by the Down key and by Enter: move the focus to the list.
	OnDown func()
}

// NewSearchEntry is an empty field with words in it that say what can be searched.
func NewSearchEntry(placeholder string) *SearchEntry {
	s := &SearchEntry{}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = placeholder
	s.Icon = ink(string(mark.Search), Muted.colour())
	s.init(s, "")
	s.OnChanged = func(text string) {
		if s.OnSearch != nil {
			s.OnSearch(text)
		}
	}
	s.OnSubmitted = func(string) { s.down() }
	return s
}

func (s *SearchEntry) down() {
	if s.OnDown != nil {
		s.OnDown()
	}
}

// FocusLost is part of fyne.Focusable. A search has no value to commit.
func (s *SearchEntry) FocusLost() { s.Entry.Entry.FocusLost() }

// TypedKey is part of fyne.Focusable.
func (s *SearchEntry) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && s.Text != "":
		s.SetText("")
	case e.Name == fyne.KeyDown:
		s.down()
	default:
		s.Entry.TypedKey(e)
	}
}

// Focus moves the keyboard here and marks what is written, for Ctrl+F.
func (s *SearchEntry) Focus() {
	focusOn(s)
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Refresh gives the magnifier the colour of the theme in use.
func (s *SearchEntry) Refresh() {
	s.Icon = ink(string(mark.Search), Muted.colour())
	s.Entry.Entry.Refresh()
}
