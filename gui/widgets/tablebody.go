package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// gridBody is the part of a table that scrolls. It is one widget: rows and
// cells are bare pictures, which scroll many times faster than widgets.
type gridBody struct {
	widget.BaseWidget
	shiftable
	grid *grid

	focused  bool
	hovered  int // row under the pointer, or -1
	pointer  fyne.Position
	typed    string
	typedAt  time.Time
	renderer *gridBodyRenderer
}

// typeAhead is how long a pause between two letters may be for them to belong together.
const typeAhead = time.Second

func newGridBody(g *grid) *gridBody {
	b := &gridBody{grid: g, hovered: -1}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is part of fyne.Widget.
func (b *gridBody) CreateRenderer() fyne.WidgetRenderer {
	b.renderer = newGridBodyRenderer(b)
	return b.renderer
}

// MayElide marks for a check of clipped texts that … is meant here: the full text
// shows when the pointer rests on the cell.
func (b *gridBody) MayElide() bool { return true }

// update draws the rows that came into view.
func (b *gridBody) update() {
	if b.renderer != nil {
		b.renderer.update()
	}
}

// recolour draws the backgrounds again, after another selection.
func (b *gridBody) recolour() {
	if b.renderer != nil {
		b.renderer.recolour()
	}
}

// forget makes the next update draw every row again.
func (b *gridBody) forget() {
	b.hovered = -1
	if b.renderer != nil {
		b.renderer.forget()
	}
}

// FocusGained is part of fyne.Focusable.
func (b *gridBody) FocusGained() {
	b.focused = true
	if b.grid.current < 0 && b.grid.source.count() > 0 {
		b.grid.setCurrent(0)
	}
	b.recolour()
}

// FocusLost is part of fyne.Focusable.
func (b *gridBody) FocusLost() {
	b.focused, b.shift = false, false
	b.recolour()
}

// TypedKey is part of fyne.Focusable.
func (b *gridBody) TypedKey(e *fyne.KeyEvent) {
	g := b.grid
	switch e.Name {
	case fyne.KeyUp:
		g.move(g.current-1, b.shift)
	case fyne.KeyDown:
		g.move(g.current+1, b.shift)
	case fyne.KeyHome:
		g.move(0, b.shift)
	case fyne.KeyEnd:
		g.move(g.source.count()-1, b.shift)
	case fyne.KeyPageUp:
		g.move(g.current-g.page(), b.shift)
	case fyne.KeyPageDown:
		g.move(g.current+g.page(), b.shift)
	case fyne.KeyLeft:
		g.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(g.rowHeight(), 0)})
	case fyne.KeyRight:
		g.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-g.rowHeight(), 0)})
	case fyne.KeySpace:
		if b.typed == "" || time.Since(b.typedAt) > typeAhead {
			g.pressSpace()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.current >= 0 {
			g.source.opened(g.current)
		}
	case fyne.KeyDelete:
		g.source.deleteAsked()
	case desktop.KeyMenu:
		b.menuByKey()
	default:
		passKey(b, e)
	}
}

// TypedRune is part of fyne.Focusable: type-ahead.
func (b *gridBody) TypedRune(r rune) {
	if b.grid.source.runeTyped(r) {
		return
	}
	now := time.Now()
	if now.Sub(b.typedAt) > typeAhead {
		b.typed = ""
	}
	if r == ' ' && b.typed == "" {
		return
	}
	b.typed, b.typedAt = b.typed+string(r), now
	if sameLetters(b.typed) {
		b.grid.seek(string(r), true)
		return
	}
	b.grid.seek(b.typed, false)
}

// TypedShortcut is part of fyne.Shortcutable.
func (b *gridBody) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all {
		b.grid.selectAll()
		return
	}
	passShortcut(b, s)
}

// MouseDown is part of desktop.Mouseable. It selects at once, while a double
// click may still be under way.
func (b *gridBody) MouseDown(e *desktop.MouseEvent) {
	focusOn(b)
	row := b.grid.rowAt(e.Position.Y)
	if row < 0 || e.Button != desktop.MouseButtonPrimary {
		return
	}
	if b.grid.checks && e.Position.X < b.grid.lead() {
		b.grid.choose(row, toggling)
		return
	}
	b.grid.choose(row, choosingBy(e.Modifier))
	if column := b.grid.columnAt(e.Position.X); column >= 0 && b.grid.columns[column].boxed {
		b.grid.source.boxPressed(row, column)
		b.grid.refresh()
	}
}

// MouseUp is part of desktop.Mouseable.
func (b *gridBody) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped is part of fyne.DoubleTappable.
func (b *gridBody) DoubleTapped(e *fyne.PointEvent) {
	if b.grid.checks && e.Position.X < b.grid.lead() {
		return
	}
	if row := b.grid.rowAt(e.Position.Y); row >= 0 {
		b.grid.source.opened(row)
	}
}

// TappedSecondary is part of fyne.SecondaryTappable.
func (b *gridBody) TappedSecondary(e *fyne.PointEvent) {
	row := b.grid.rowAt(e.Position.Y)
	if row < 0 {
		return
	}
	if !b.grid.selected[b.grid.source.rowKey(row)] {
		b.grid.choose(row, alone)
	}
	b.grid.source.menuAsked(row, e.AbsolutePosition)
}

func (b *gridBody) menuByKey() {
	if b.grid.current < 0 {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	y := float32(b.grid.current+1) * b.grid.rowHeight()
	b.grid.source.menuAsked(b.grid.current, at.AddXY(b.grid.lead()+b.grid.rowHeight(), y))
}

// MouseIn is part of desktop.Hoverable.
func (b *gridBody) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved is part of desktop.Hoverable.
func (b *gridBody) MouseMoved(e *desktop.MouseEvent) {
	b.hovered, b.pointer = b.grid.rowAt(e.Position.Y), e.Position
	if b.renderer != nil {
		b.renderer.hover()
	}
}

// MouseOut is part of desktop.Hoverable.
func (b *gridBody) MouseOut() {
	b.hovered = -1
	if b.renderer != nil {
		b.renderer.hover()
	}
}
