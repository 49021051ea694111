// Package screen decides where a window opens: where it was last, as long as
// that is on a monitor that is still connected.
package screen

// Rect is a part of the desktop, in pixels. The desktop can reach to the left
// of and above the first monitor.
type Rect struct{ X, Y, Width, Height int }

func (r Rect) meet(o Rect) Rect {
	x, y := max(r.X, o.X), max(r.Y, o.Y)
	return Rect{x, y, max(0, min(r.X+r.Width, o.X+o.Width)-x), max(0, min(r.Y+r.Height, o.Y+o.Height)-y)}
}

func (r Rect) area() int { return r.Width * r.Height }

// The part of a window's head that must show for it to be taken hold of.
const (
	headHeight = 32
	grip       = 160
)

// Fit returns where the upper left corner of a window goes that stood at
// stood, given the free parts of the monitors that are there now. False: its
// monitor is gone, and the system may choose.
func Fit(stood Rect, monitors []Rect) (x, y int, ok bool) {
	var best Rect
	for _, m := range monitors {
		if stood.meet(m).area() > stood.meet(best).area() {
			best = m
		}
	}
	head := Rect{stood.X, stood.Y, stood.Width, headHeight}.meet(best)
	if head.Width < min(grip, stood.Width) || head.Height == 0 {
		return 0, 0, false
	}
	// The corner is moved onto the monitor; a window that is larger begins at its edge.
	x = max(best.X, min(stood.X, best.X+best.Width-stood.Width))
	y = max(best.Y, min(stood.Y, best.Y+best.Height-stood.Height))
	return x, y, true
}
