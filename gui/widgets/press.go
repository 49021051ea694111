package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// pressable is what everything has that can be pressed: a pointer hovers over
// it, Tab reaches it, and a click, Enter or Space presses it.
type pressable struct {
	widget.DisableableWidget
	OnTapped func()
	// OnFocus is called when the keyboard comes here: a page that scrolls shows it then.
	OnFocus func()

	name             string // what it is in words, for a screen reader and tests
	hovered, focused bool
	self             fyne.Widget
	// keys gets the keys that do not press; nil passes them to the window.
	keys func(*fyne.KeyEvent)
}

// extend sets the widget that p is a part of, for p and for Fyne.
func (p *pressable) extend(w fyne.Widget) {
	p.self = w
	p.ExtendBaseWidget(w)
}

// AccessibilityLabel is part of fyne.Accessible.
func (p *pressable) AccessibilityLabel() string { return p.name }

// AccessibilityRole is part of fyne.Accessible.
func (p *pressable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped is part of fyne.Tappable. The keyboard follows the mouse, so that Tab
// goes on from what was clicked.
func (p *pressable) Tapped(*fyne.PointEvent) {
	p.focus()
	p.press()
}

func (p *pressable) focus() {
	if f, ok := p.self.(fyne.Focusable); ok && !p.Disabled() {
		focusOn(f)
	}
}

func (p *pressable) press() {
	if !p.Disabled() && p.OnTapped != nil {
		p.OnTapped()
	}
}

// FocusGained is part of fyne.Focusable.
func (p *pressable) FocusGained() {
	p.setFocused(true)
	reveal(p.self)
	if p.OnFocus != nil {
		p.OnFocus()
	}
}

// FocusLost is part of fyne.Focusable.
func (p *pressable) FocusLost() { p.setFocused(false) }

func (p *pressable) setFocused(on bool) {
	p.focused = on
	p.Refresh()
}

// TypedRune is part of fyne.Focusable. A character means nothing here and goes
// on to the window: digits choose a level wherever the keyboard is.
func (p *pressable) TypedRune(r rune) {
	passRune(p.self, r)
}

// TypedKey is part of fyne.Focusable.
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press()
	default:
		if p.keys != nil {
			p.keys(e)
		} else {
			passKey(p.self, e)
		}
	}
}

// MouseIn is part of desktop.Hoverable.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.setHovered(true) }

// MouseMoved is part of desktop.Hoverable.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (p *pressable) MouseOut() { p.setHovered(false) }

func (p *pressable) setHovered(on bool) {
	p.hovered = on
	p.Refresh()
}

// Cursor is part of desktop.Cursorable.
func (p *pressable) Cursor() desktop.Cursor {
	if p.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// surface is a rounded background with a border, a veil while the pointer is
// over it, and a ring while it has the focus. The ring has two colours, so it
// shows on any background.
type surface struct {
	fill, veil, ring, inner *canvas.Rectangle
}

func newSurface() *surface {
	none := color.Transparent
	return &surface{
		fill: canvas.NewRectangle(none), veil: canvas.NewRectangle(none),
		ring: canvas.NewRectangle(none), inner: canvas.NewRectangle(none),
	}
}

// under returns what lies beneath the content.
func (s *surface) under() []fyne.CanvasObject { return []fyne.CanvasObject{s.fill, s.veil} }

// over returns what lies on top of the content.
func (s *surface) over() []fyne.CanvasObject { return []fyne.CanvasObject{s.ring, s.inner} }

func (s *surface) resize(size fyne.Size) {
	for _, r := range []*canvas.Rectangle{s.fill, s.veil, s.ring} {
		put(r, fyne.Position{}, size)
	}
	in := s.ring.StrokeWidth
	put(s.inner, fyne.NewPos(in, in), size.SubtractWidthHeight(2*in, 2*in))
}

// dress says how a surface looks.
type dress struct {
	fill, border fyne.ThemeColorName // empty: none
	thickness    float32             // of the border at 100 %, 0 for 1
	radius       float32             // in pixels
	hovered      bool
	focused      bool
}

func (s *surface) wear(d dress) {
	s.fill.FillColor = named(d.fill)
	s.fill.StrokeColor, s.fill.StrokeWidth = named(d.border), 0
	if d.border != "" {
		s.fill.StrokeWidth = theme.Scaled(max(1, d.thickness))
	}
	s.veil.FillColor = color.Transparent
	if d.hovered {
		s.veil.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	}
	s.ring.StrokeWidth, s.inner.StrokeWidth = theme.Scaled(2), theme.Scaled(1)
	s.ring.StrokeColor, s.inner.StrokeColor = color.Transparent, color.Transparent
	if d.focused {
		s.ring.StrokeColor = fynetheme.Color(fynetheme.ColorNameForeground)
		s.inner.StrokeColor = fynetheme.Color(theme.ColorCard)
	}
	// What is not seen is not painted either: a page has hundreds of surfaces.
	s.veil.Hidden, s.ring.Hidden, s.inner.Hidden = !d.hovered, !d.focused, !d.focused
	s.fill.Hidden = d.fill == "" && d.border == ""
	for _, r := range []*canvas.Rectangle{s.fill, s.veil, s.ring} {
		r.CornerRadius = d.radius
		r.Refresh()
	}
	s.inner.CornerRadius = max(0, d.radius-s.ring.StrokeWidth)
	s.inner.Refresh()
}

func named(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return fynetheme.Color(name)
}

// drawing is the renderer of a widget that shows content on a surface.
type drawing struct {
	surface *surface
	content fyne.CanvasObject
	// dressed returns how the surface looks now and updates the content.
	dressed func() dress
	// margins around the content at 100 %.
	vertical, horizontal float32
	widget               fyne.Widget
	objects              []fyne.CanvasObject
}

func newDrawing(w fyne.Widget, content fyne.CanvasObject, vertical, horizontal float32, dressed func() dress) *drawing {
	d := &drawing{
		surface: newSurface(), content: content, dressed: dressed,
		vertical: vertical, horizontal: horizontal, widget: w,
	}
	d.objects = append(append(d.surface.under(), content), d.surface.over()...)
	d.surface.wear(dressed())
	return d
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

func (d *drawing) margin() fyne.Size {
	return fyne.NewSize(theme.Scaled(d.horizontal), theme.Scaled(d.vertical))
}

func (d *drawing) MinSize() fyne.Size {
	m := d.margin()
	return d.content.MinSize().Add(m).Add(m)
}

func (d *drawing) Layout(size fyne.Size) {
	m := d.margin()
	d.surface.resize(size)
	put(d.content, fyne.NewPos(m.Width, m.Height), size.Subtract(m).Subtract(m))
}

func (d *drawing) Refresh() {
	d.surface.wear(d.dressed())
	d.content.Refresh()
	d.Layout(d.widget.Size())
	canvas.Refresh(d.widget)
}
