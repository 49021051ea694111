package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Tabs are the parts of a page, one shown at a time. Left and Right go between them.
type Tabs struct {
	widget.BaseWidget
	// OnTab is called with the part that was chosen, counted from 0.
	OnTab func(tab int)

	row    *fyne.Container
	tabs   []*tab
	chosen int
}

// NewTabs shows titles; the first part is chosen.
func NewTabs(titles ...string) *Tabs {
	t := &Tabs{row: Flow(Tight)}
	t.ExtendBaseWidget(t)
	for i, title := range titles {
		one := &tab{label: NewText(title, Body, Plain)}
		one.name = title
		one.OnTapped = func() { t.press(i) }
		one.keys = func(e *fyne.KeyEvent) { t.key(i, e) }
		one.extend(one)
		t.tabs = append(t.tabs, one)
		t.row.Add(one)
	}
	t.Choose(0)
	return t
}

// CreateRenderer is part of fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.row) }

// Choose marks a part without calling OnTab.
func (t *Tabs) Choose(i int) {
	t.chosen = i
	for k, one := range t.tabs {
		one.chosen = k == i
		one.Refresh()
	}
}

// Chosen returns the part chosen.
func (t *Tabs) Chosen() int { return t.chosen }

// Focus moves the keyboard to the part chosen: Tab goes on into it.
func (t *Tabs) Focus() { focusOn(t.tabs[t.chosen]) }

// SetTitle changes a title, for a number in it that has changed.
func (t *Tabs) SetTitle(i int, title string) {
	t.tabs[i].name = title
	t.tabs[i].label.SetText(title)
	t.row.Refresh()
}

func (t *Tabs) press(i int) {
	t.Choose(i)
	if t.OnTab != nil {
		t.OnTab(i)
	}
}

func (t *Tabs) key(i int, e *fyne.KeyEvent) {
	to := i
	switch e.Name {
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	default:
		passKey(t.tabs[i], e)
		return
	}
	if to >= 0 && to < len(t.tabs) {
		t.press(to)
		focusOn(t.tabs[to])
	}
}

type tab struct {
	pressable
	label  *Text
	chosen bool
}

// CreateRenderer is part of fyne.Widget.
func (t *tab) CreateRenderer() fyne.WidgetRenderer {
	return &tabRenderer{newUnderlined(newDrawing(t, t.label, 7, 10, t.dress), 3, t.colour), t}
}

func (t *tab) dress() dress {
	t.label.tone, t.label.bold = Plain, t.chosen
	if t.chosen {
		t.label.tone = Accent
	}
	return dress{hovered: t.hovered && !t.chosen, focused: t.focused, radius: theme.Scaled(3)}
}

// colour is the colour of the line under the title.
func (t *tab) colour() color.Color {
	if t.chosen {
		return fynetheme.Color(fynetheme.ColorNamePrimary)
	}
	return color.Transparent
}

type tabRenderer struct {
	*underlined
	tab *tab
}

// MinSize leaves room for the bold title, so that choosing moves nothing.
func (r *tabRenderer) MinSize() fyne.Size {
	f := Strong.face()
	width := fyne.MeasureText(r.tab.label.text, f.size, f.style).Width
	return fyne.NewSize(width+2*r.margin().Width, r.underlined.MinSize().Height)
}
