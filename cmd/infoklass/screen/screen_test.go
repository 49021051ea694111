package screen_test

import (
	"testing"

	"pgregory.net/rapid"

	"infoklass/cmd/infoklass/screen"
)

func TestFit(t *testing.T) {
	first, left, right := screen.Rect{0, 0, 1920, 1040}, screen.Rect{-1280, 100, 1280, 984}, screen.Rect{1920, 0, 2560, 1400}
	for name, tc := range map[string]struct {
		stood    screen.Rect
		monitors []screen.Rect
		x, y     int
		ok       bool
	}{
		"where it stood":                {screen.Rect{200, 100, 1280, 800}, []screen.Rect{first}, 200, 100, true},
		"on the second monitor":         {screen.Rect{2200, 100, 1280, 800}, []screen.Rect{first, right}, 2200, 100, true},
		"left of the first":             {screen.Rect{-1200, 150, 1000, 800}, []screen.Rect{first, left}, -1200, 150, true},
		"the second monitor is gone":    {screen.Rect{2200, 100, 1280, 800}, []screen.Rect{first}, 0, 0, false},
		"over two, mostly on the right": {screen.Rect{1700, 100, 1280, 800}, []screen.Rect{first, right}, 1920, 100, true},
		"a little past the lower edge":  {screen.Rect{200, 600, 1280, 800}, []screen.Rect{first}, 200, 240, true},
		"its head above the screen":     {screen.Rect{200, -400, 1280, 800}, []screen.Rect{first}, 0, 0, false},
		"only a corner is left":         {screen.Rect{1900, 900, 1280, 800}, []screen.Rect{first}, 0, 0, false},
		"larger than the monitor":       {screen.Rect{0, 0, 2500, 1400}, []screen.Rect{first}, 0, 0, true},
		"never stood":                   {screen.Rect{}, []screen.Rect{first}, 0, 0, false},
		"no monitor is told":            {screen.Rect{200, 100, 1280, 800}, nil, 0, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			if x, y, ok := screen.Fit(tc.stood, tc.monitors); x != tc.x || y != tc.y || ok != tc.ok {
				t.Errorf("got %d %d %v, want %d %d %v", x, y, ok, tc.x, tc.y, tc.ok)
			}
		})
	}
}

// Wherever a window stood, its corner ends on a monitor.
func TestTheCornerIsOnAMonitor(t *testing.T) {
	at, length := rapid.IntRange(-4000, 4000), rapid.IntRange(1, 4000)
	rect := rapid.Custom(func(t *rapid.T) screen.Rect {
		return screen.Rect{at.Draw(t, "x"), at.Draw(t, "y"), length.Draw(t, "width"), length.Draw(t, "height")}
	})
	rapid.Check(t, func(t *rapid.T) {
		monitors := rapid.SliceOf(rect).Draw(t, "monitors")
		x, y, ok := screen.Fit(rect.Draw(t, "stood"), monitors)
		for _, m := range monitors {
			if x >= m.X && x < m.X+m.Width && y >= m.Y && y < m.Y+m.Height {
				return
			}
		}
		if ok {
			t.Errorf("%d %d is on none of %v", x, y, monitors)
		}
	})
}
