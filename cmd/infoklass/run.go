package main

import (
	"fmt"
	stdlog "log"
	"log/slog"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"infoklass/cmd/infoklass/drawing"
	"infoklass/cmd/infoklass/instance"
	"infoklass/cmd/infoklass/journal"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui"
	"infoklass/gui/jobs"
	"infoklass/icons"
)

// crashed is the exit status after a fault.
const crashed = 1

// program is one run of the program.
type program struct {
	command
	places  places
	log     *slog.Logger
	crashes *journal.Crashes
	told    string // the file about a crash since the last time, "" for none
	app     fyne.App
	holder  *instance.Holder
	window  *gui.Window
}

// run opens the window and returns the exit status. It begins with what can
// end it early: another window that has the register, or no way to draw here.
func run(c command) (status int) {
	debug.SetMemoryLimit(register.MemoryGoal)
	p := &program{command: c, places: findPlaces()}
	log, closer := journal.Open(p.places.log)
	defer closer.Close() //nolint:errcheck // what was logged is logged
	p.log = log
	stdlog.SetFlags(0)
	stdlog.SetOutput(journal.Lines(log))
	p.crashes = journal.NewCrashes(p.places.crashes, version, time.Now)
	p.told = p.crashes.Collect()
	if err := p.crashes.Watch(); err != nil {
		log.Warn("crashes will leave no file", "error", err)
	}
	defer p.crashes.End()
	defer p.caught(&status)
	log.Info("start", "version", version, "egl", throughEGL)
	app.SetMetadata(metadata())
	p.app = app.NewWithID(appID)
	p.app.SetIcon(icons.App)
	first := gui.FirstRegister(p.app.Preferences(), p.register, p.places.register())
	if instance.Raise(first) {
		log.Info("end: the register has a window, which was asked to come to the front")
		return 0
	}
	outcome, err := p.draw()
	if err != nil {
		p.cannotDraw()
		return drawing.CannotDraw
	}
	if !outcome.Here {
		return outcome.Status
	}
	p.show(first)
	log.Info("end")
	return 0
}

// caught notes a panic on the window's goroutine. The program ends, and reports
// the panic at its next start.
func (p *program) caught(status *int) {
	v := recover()
	if v == nil {
		return
	}
	stack := debug.Stack()
	p.crashes.Note(v, stack)
	p.log.Error("crash", "panic", fmt.Sprintf("%T", v), "stack", string(journal.Strip(stack)))
	if fyne.CurrentApp() != nil {
		alert(p.text().T("computer.crash.now", "log", p.places.log))
	}
	fmt.Fprintln(os.Stderr, "infoklass: a fault ended the program; see", p.places.log)
	*status = crashed
}

// text writes in the language that the window speaks.
func (p *program) text() *text.Printer { return gui.RememberedText(p.app.Preferences()) }

// show opens the window and returns when it is closed.
func (p *program) show(first string) {
	p.holder = instance.NewHolder(p.toFront)
	defer p.holder.Release()
	p.hold(first)
	p.window = gui.New(p.app, p.outside(), jobs.New(fyne.Do), fyne.Do)
	// The window library has begun now and makes the window below: what is
	// asked for here holds for it.
	drawThroughEGL()
	stand := placeAgain(p.app.Preferences())
	p.app.Lifecycle().SetOnStarted(func() {
		stand.apply(p.window.Handle())
		p.endWithSession()
		p.window.Begin(p.register)
	})
	p.window.ShowAndRun()
}

// hold listens for whoever starts the program with the register at path. Where
// that is not possible, there is one window more and the register's own lock.
func (p *program) hold(path string) {
	if err := p.holder.Hold(path); err != nil {
		p.log.Warn("the register cannot be listened for", "error", err)
	}
}

// toFront brings the window before the others.
func (p *program) toFront() {
	fyne.Do(func() { raise(p.window.Handle()) })
}
