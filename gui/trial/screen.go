package trial

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/register"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
)

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }

// Screen is the picture of a page on a register, beside the navigation. Then,
// which may be nil, does something on the page first.
func Screen[P Page](t testing.TB, name string, r *register.Register, build func(stage.Stage) P, then func(*Desk, P)) shots.Screen {
	var d *Desk
	var page P
	return shots.Screen{
		Name: name,
		Make: func(set shots.Setting) fyne.CanvasObject {
			window := &pictured{canvas: test.NewCanvas()}
			d = &Desk{t: t, Window: window, Stage: NewStage(r, set.Lang, window)}
			d.Stage.Fail = func(err error) {
				if err != nil {
					t.Errorf("%s told of a failure: %v", name, err)
				}
			}
			page = build(d.Stage)
			page.Refresh()
			return shots.InShell(page.Object())
		},
		Then: func(c fyne.Canvas) {
			d.Window.(*pictured).canvas = c
			if e, ok := any(page).(interface{ Entered() }); ok {
				e.Entered()
			}
			if then != nil {
				then(d, page)
			}
		},
	}
}
