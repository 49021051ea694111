package gui

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
)

// Look is how the window speaks and looks, remembered between starts.
type Look struct {
	Lang    text.Lang
	Variant theme.Variant
	Scale   float32 // 1 to 2
}

// The keys that the look is remembered under.
const (
	keyLang    = "look.lang"
	keyVariant = "look.theme"
	keyScale   = "look.scale"
)

func rememberedLook(m stage.Memory) Look {
	return Look{
		Lang:    text.Lang(m.StringWithFallback(keyLang, string(text.Swedish))),
		Variant: theme.Variant(m.StringWithFallback(keyVariant, string(theme.Light))),
		Scale:   float32(m.FloatWithFallback(keyScale, 1)),
	}
}

// RememberedText returns a printer in the language that m remembers, for messages
// outside the window.
func RememberedText(m stage.Memory) *text.Printer { return text.In(rememberedLook(m).Lang) }

// keyDrawing is what the wish for how the window is drawn is remembered under.
const keyDrawing = "look.drawing"

// RememberedDrawing is how the user wants the window drawn, "" for as it comes.
func RememberedDrawing(m stage.Memory) string { return m.StringWithFallback(keyDrawing, "") }

func (l Look) remember(m stage.Memory) {
	m.SetString(keyLang, string(l.Lang))
	m.SetString(keyVariant, string(l.Variant))
	m.SetFloat(keyScale, float64(l.Scale))
}

func (l Look) theme() fyne.Theme { return theme.New(l.Variant, l.Scale) }

// SetLang changes the language at once.
func (w *Window) SetLang(l text.Lang) { w.change(func(look *Look) { look.Lang = l }) }

func (w *Window) setVariant(v theme.Variant) { w.change(func(look *Look) { look.Variant = v }) }

func (w *Window) setScale(scale float32) { w.change(func(look *Look) { look.Scale = scale }) }

// change takes a new look into use at once and remembers it.
func (w *Window) change(edit func(*Look)) {
	if !w.leave() {
		return
	}
	look := w.look
	edit(&look)
	look.remember(w.memory)
	w.applyLook(look)
}
