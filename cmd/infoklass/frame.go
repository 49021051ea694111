package main

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"infoklass/cmd/infoklass/screen"
	"infoklass/gui/stage"
)

// The keys that the place of the window is remembered under, in pixels, its
// frame included; the corner of its contents within the frame.
const (
	keyX, keyY, keyWidth, keyHeight = "frame.x", "frame.y", "frame.width", "frame.height"
	keyLeft, keyTop                 = "frame.left", "frame.top"
	keyMaximized                    = "frame.maximized"
)

// withWindow runs a function on the system's window, which the window library
// hands out only as what it draws on.
func withWindow(win fyne.Window, do func(*glfw.Window)) {
	drawn, ok := win.(interface{ RunWithContext(func()) })
	if !ok {
		return
	}
	drawn.RunWithContext(func() {
		if w := glfw.GetCurrentContext(); w != nil {
			do(w)
		}
	})
}

// stand is where a window goes: the corner of its contents, if known, and whether it is maximized.
type stand struct {
	x, y      int
	known     bool
	maximized bool
}

// placeAgain returns where the last window was, for the next one to open there,
// as long as that monitor is connected.
func placeAgain(m stage.Memory) stand {
	number := func(key string) int { return int(m.FloatWithFallback(key, 0)) }
	stood := screen.Rect{X: number(keyX), Y: number(keyY), Width: number(keyWidth), Height: number(keyHeight)}
	var monitors []screen.Rect
	for _, monitor := range glfw.GetMonitors() {
		x, y, width, height := monitor.GetWorkarea()
		monitors = append(monitors, screen.Rect{X: x, Y: y, Width: width, Height: height})
	}
	s := stand{maximized: m.BoolWithFallback(keyMaximized, false)}
	s.x, s.y, s.known = screen.Fit(stood, monitors)
	s.x, s.y = s.x+number(keyLeft), s.y+number(keyTop)
	if s.known {
		glfw.WindowHint(glfw.PositionX, s.x)
		glfw.WindowHint(glfw.PositionY, s.y)
	}
	return s
}

// apply moves a window that has just opened to its place: some
// window managers do not heed where a new one wants to be.
func (s stand) apply(win fyne.Window) {
	withWindow(win, func(w *glfw.Window) {
		if x, y := w.GetPos(); s.known && glfw.GetPlatform() != glfw.PlatformWayland && (x != s.x || y != s.y) {
			w.SetPos(s.x, s.y)
		}
		if s.maximized {
			w.Maximize()
		}
	})
}

// rememberPlace stores where the window is. It reports whether its size is worth
// remembering too: not for a window that fills the monitor or is minimized.
func rememberPlace(win fyne.Window, m stage.Memory) bool {
	own := true
	withWindow(win, func(w *glfw.Window) {
		maximized := w.GetAttrib(glfw.Maximized) == glfw.True
		own = !maximized && w.GetAttrib(glfw.Iconified) != glfw.True && w.GetMonitor() == nil
		m.SetBool(keyMaximized, maximized)
		if !own || glfw.GetPlatform() == glfw.PlatformWayland { // Wayland does not let a window know its position
			return
		}
		x, y := w.GetPos()
		width, height := w.GetSize()
		left, top, right, bottom := w.GetFrameSize()
		for key, n := range map[string]int{
			keyX: x - left, keyY: y - top, keyWidth: left + width + right, keyHeight: top + height + bottom, keyLeft: left, keyTop: top,
		} {
			m.SetFloat(key, float64(n))
		}
	})
	return own
}

// raise brings the window before the others, from the task bar if it is there.
func raise(win fyne.Window) {
	withWindow(win, func(w *glfw.Window) {
		if glfw.GetPlatform() == glfw.PlatformWayland {
			return // no window may do that there
		}
		if w.GetAttrib(glfw.Iconified) == glfw.True {
			w.Restore()
		}
		w.Focus()
		if glfw.GetPlatform() == glfw.PlatformWin32 && w.GetAttrib(glfw.Focused) != glfw.True {
			w.RequestAttention() // Windows would not let it: it blinks in the task bar
		}
	})
}
