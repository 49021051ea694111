package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// listen takes the keys that work wherever the user is. Fields and tables pass
// on what they have no use for.
func (w *Window) listen() {
	c := w.win.Canvas()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { w.typed(0, e.Name) })
	c.SetOnTypedRune(func(r rune) { w.typed(r, "") })
	control := func(key fyne.KeyName, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, w.unlessAsking(do))
	}
	c.AddShortcut(&fyne.ShortcutUndo{}, w.unlessAsking(w.Undo))
	c.AddShortcut(&fyne.ShortcutRedo{}, w.unlessAsking(w.Redo))
	control(fyne.KeyF, onPage(w, stage.Finder.Find, func() { w.Go(Assets); onPage(w, stage.Finder.Find, nil)() }))
	control(fyne.KeyN, onPage(w, stage.Maker.New, w.newAsset))
	control(fyne.KeyP, onPage(w, stage.Printer.Print, w.withRegister(w.PrintAll)))
	control(fyne.KeyI, w.withRegister(w.AskImport))
	control(fyne.KeyE, w.withRegister(w.AskExport))
	control(fyne.KeyO, exchanging{w}.askOpenRegister)
	control(fyne.KeyQ, closing{w}.close)
	for i, place := range keyedPlaces {
		key := fyne.KeyName(rune('1' + i))
		control(key, w.withRegister(func() { w.Go(place) }))
	}
}

// unlessAsking keeps the shortcuts quiet while a dialog or menu is open.
func (w *Window) unlessAsking(do func()) func(fyne.Shortcut) {
	return func(fyne.Shortcut) {
		if w.win.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

// onPage offers a shortcut to the page at the front and otherwise does the usual thing.
func onPage[K any](w *Window, offer func(K) bool, otherwise func()) func() {
	return func() {
		if page, ok := w.pages[w.place].(K); ok && offer(page) {
			return
		}
		if otherwise != nil && w.reg != nil {
			otherwise()
		}
	}
}

func (w *Window) withRegister(do func()) func() {
	return func() {
		if w.reg != nil {
			do()
		}
	}
}

// typed handles a key or character that no field or table has taken.
func (w *Window) typed(r rune, key fyne.KeyName) {
	switch key {
	case fyne.KeyF1:
		w.Go(Help)
		return
	case fyne.KeyF5:
		if page := w.pages[w.place]; page != nil {
			page.Refresh()
		}
		return
	}
	if page, ok := w.pages[w.place].(stage.Closer); ok && key == fyne.KeyEscape && page.Close() {
		return
	}
	if page, ok := w.pages[w.place].(stage.Typist); ok && page.Type(r, key) {
		return
	}
	switch {
	case widgets.ScrollPage(w.win.Canvas(), key):
	case key != fyne.KeyEscape:
	case len(w.strip.Objects) > 0:
		w.hush()
	case w.place == Help:
		w.closeHelp()
	}
}
