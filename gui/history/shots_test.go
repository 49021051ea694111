package history_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/text"
	"infoklass/gui/history"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
)

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }

func screen(t testing.TB, name string, line int) shots.Screen {
	r := sample(t)
	rename(t, r, "Intranät", "Insidan")
	rename(t, r, "Kartdatabas", "Kartan")
	var page *history.Page
	window := &pictured{canvas: test.NewCanvas()}
	if _, err := r.UndoRevision(t.Context(), r.Revision()-1); err != nil {
		t.Fatal(err)
	}
	return shots.Screen{Name: "history-" + name, Make: func(set shots.Setting) fyne.CanvasObject {
		runner := jobs.AtOnce()
		page = history.New(stage.Stage{
			Register: r, Text: text.In(set.Lang), Jobs: runner, Saves: stage.NewQueue(runner), Window: window,
			Memory: stage.NewForgetful(), Tell: func(stage.Receipt) {}, Fail: func(err error) { t.Error(err) },
		})
		page.Refresh()
		return shots.InShell(page.Object())
	}, Then: func(c fyne.Canvas) {
		window.canvas = c
		page.Entered()
		if line < 0 {
			return
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		for range line {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}}
}

func TestPicturesAreWhole(t *testing.T) {
	if fyne.CurrentApp() == nil {
		test.NewApp()
	}
	shots.Prove(t, []shots.Screen{screen(t, "log", -1), screen(t, "detail", 1), screen(t, "detail-import", 3)})
}
