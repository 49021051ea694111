package gui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/duty"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Window is the program's one window. All its methods run on the window's goroutine.
type Window struct {
	app     fyne.App
	win     fyne.Window
	out     Outside
	memory  stage.Memory
	runner  jobs.Runner
	do      func(func())
	look    Look
	p       *text.Printer
	reg     *register.Register
	path    string
	judge   *duty.Judge
	started time.Time // when the register was opened

	saves    *stage.Queue
	pages    map[Place]stage.Page
	place    Place
	back     []Place // places to return to
	helped   Place   // the place that help was opened from
	nav      *navigation
	content  *fyne.Container
	strip    *fyne.Container   // receipts and errors, above the page
	busy     *fyne.Container   // progress of long work
	whole    fyne.CanvasObject // what the window shows, unless something fills the screen
	windowed fyne.Size         // the size to come back to, zero while nothing fills the screen
	news     []func()          // notices that wait for their turn in the strip
	begins   bool              // the program has just begun and opens its first register
	right    *fyne.Container   // all three: it moves them when one of them comes or goes
}

// New builds the window without showing it. Do runs a function on the
// window's goroutine: fyne.Do.
func New(app fyne.App, out Outside, runner jobs.Runner, do func(func())) *Window {
	w := &Window{
		app: app, win: app.NewWindow("Infoklass"), out: out, memory: app.Preferences(), runner: runner, do: do,
		content: container.NewStack(), strip: container.NewStack(), busy: container.NewStack(),
	}
	w.saves = stage.NewQueue(runner)
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.win.SetCloseIntercept(closing{w}.close)
	w.win.SetOnDropped(exchanging{w}.dropped)
	w.listen()
	w.applyLook(rememberedLook(w.memory))
	w.win.Resize(fyne.NewSize(
		float32(w.memory.FloatWithFallback("window.width", 1280)),
		float32(w.memory.FloatWithFallback("window.height", 800))))
	return w
}

// ShowAndRun shows the window and returns when it is closed.
func (w *Window) ShowAndRun() { w.win.ShowAndRun() }

// Handle is Fyne's own window, for pictures of it.
func (w *Window) Handle() fyne.Window { return w.win }

// Register is the register that is open, nil for none.
func (w *Window) Register() *register.Register { return w.reg }

// stage is what the pages are given.
func (w *Window) stage() stage.Stage {
	return stage.Stage{
		Register: w.reg, Duties: w.judge, Text: w.p, Jobs: w.runner, Saves: w.saves, Window: w.win, Memory: w.memory,
		Tell: w.tell, Fail: w.fail,
	}
}

// applyLook changes the look at once: the pages are built again.
func (w *Window) applyLook(l Look) {
	w.look = l
	w.p = text.In(l.Lang)
	w.app.Settings().SetTheme(l.theme())
	w.rebuild()
}

// rebuild builds everything in the window again, and shows the same place.
func (w *Window) rebuild() {
	w.pages = map[Place]stage.Page{}
	w.nav = newNavigation(w)
	// A page that is higher than the window scrolls: at 200 % on a small screen.
	w.right = widgets.Border(w.strip, w.busy, nil, nil, container.NewVScroll(w.content))
	w.whole = widgets.Border(nil, nil, w.nav.object, nil, w.right)
	w.win.SetContent(w.whole)
	w.title()
	if w.reg == nil {
		w.enter(Start)
		return
	}
	place := w.place.home()
	if place == "" || place == Start {
		place = Overview
	}
	w.back = nil
	w.enter(place)
}

func (w *Window) title() {
	if w.path == "" {
		w.win.SetTitle("Infoklass")
		return
	}
	w.win.SetTitle(w.p.T("window.title", "register", baseName(w.path)))
}

// Go shows a place, unless the page that is left wants to stay.
func (w *Window) Go(place Place) {
	if !w.leave() {
		return
	}
	if place == Help && w.place != Help {
		w.helped = w.place
	}
	w.hush() // what was said was about the page that is left
	if place == place.home() {
		w.back = nil
	} else if w.place != place {
		w.back = append(w.back, w.place)
	}
	w.enter(place)
	registers{w}.notify()
}

// Return goes back to where the page was opened from.
func (w *Window) Return() {
	if !w.leave() {
		return
	}
	place := w.place.home()
	if n := len(w.back); n > 0 {
		place, w.back = w.back[n-1], w.back[:n-1]
	}
	w.enter(place)
}

// closeHelp goes back to where help was asked for.
func (w *Window) closeHelp() {
	if w.pages[w.helped] == nil {
		return
	}
	w.hush()
	w.enter(w.helped)
}

func (w *Window) leave() bool {
	page := w.pages[w.place]
	return page == nil || page.Leave()
}

func (w *Window) enter(place Place) {
	page := w.page(place)
	w.win.Canvas().Unfocus() // what had the keyboard is about to be gone
	w.place = place
	w.content.Objects = []fyne.CanvasObject{page.Object()}
	w.content.Refresh()
	w.nav.mark(place.home())
	if place == place.home() && place != Start {
		w.memory.SetString("window.place", string(place))
	}
	page.Refresh()
	page.Entered()
}

// changed brings everything up to date after a commit.
func (w *Window) changed(ledger.Revision) {
	w.do(func() {
		if page := w.pages[w.place]; page != nil {
			page.Refresh()
		}
		w.nav.refresh()
	})
}

// tell shows a receipt above the page.
func (w *Window) tell(r stage.Receipt) {
	action, label := r.Action, ""
	if action != nil {
		label = r.ActionLabel.In(w.p)
	}
	if r.Undo {
		label, action = w.p.T("window.undo"), w.Undo
	}
	w.show(widgets.Good, r.Message.In(w.p), label, action)
}

// fail shows what went wrong in words, and writes the details to the log.
func (w *Window) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	w.out.Log.Error("refused", "place", string(w.place), "error", err)
	var p *jobs.Panic
	if errors.As(err, &p) && w.out.KeepCrash != nil {
		w.out.KeepCrash(p.Value, p.Stack)
	}
	w.show(widgets.Bad, text.Explain(w.p, err), "", nil)
}

func (w *Window) show(tone widgets.Tone, sentence, label string, action func()) {
	notice := widgets.NewNotice(tone, sentence, label, func() {
		w.hush()
		if action != nil {
			action()
		}
	}, w.p.T("window.close"))
	notice.OnClose = w.closeNotice
	w.strip.Objects = []fyne.CanvasObject{widgets.Inset(6, widgets.Margin, notice)}
	w.right.Refresh()
}

// closeNotice takes a notice away by its own buttons. They had the keyboard, which
// goes back to the page, or has gone to a question already.
func (w *Window) closeNotice() {
	w.hush()
	registers{w}.notify()
	page := w.pages[w.place]
	if page == nil || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	w.win.Canvas().Unfocus()
	page.Entered()
}

func (w *Window) hush() {
	w.strip.Objects = nil
	w.right.Refresh()
}

// project shows something on the whole screen; nil brings the window back.
// Fyne brings it back as large as the screen, so its size is kept here.
func (w *Window) project(o fyne.CanvasObject) {
	if o == nil {
		w.win.SetFullScreen(false)
		w.win.SetContent(w.whole)
		w.win.Resize(w.windowed)
		w.windowed = fyne.Size{}
		return
	}
	if w.windowed.IsZero() {
		w.windowed = w.win.Canvas().Size()
		w.win.SetFullScreen(true)
	}
	w.win.SetContent(o)
}
