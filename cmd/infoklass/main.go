// Command infoklass is the window: it puts the parts together and opens the
// register that it is started with.
package main

import (
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"infoklass/domain/register"
	"infoklass/gui"
	"infoklass/gui/jobs"
	"infoklass/icons"
)

// Who the program is to the computer. FyneApp.toml says the same; a test keeps them together.
const (
	appID   = "se.infoklass.app"
	appName = "Infoklass"
	build   = 1
)

// version is stamped by the build.
var version = "0.1.0"

func main() {
	showVersion := flag.Bool("version", false, "print the version and end")
	flag.Parse()
	if *showVersion {
		fmt.Println(appName, version)
		return
	}
	os.Exit(run(flag.Arg(0)))
}

// run opens the window and returns the exit status. A panic on the window's
// goroutine ends the program with a note of where it happened, never silently.
func run(path string) (status int) {
	debug.SetMemoryLimit(register.MemoryGoal)
	places := findPlaces()
	log, closeLog := openLog(places.log)
	defer closeLog()
	defer func() {
		if v := recover(); v != nil {
			log.Error("crash", "panic", fmt.Sprint(v), "stack", string(debug.Stack()))
			fmt.Fprintln(os.Stderr, "infoklass:", v)
			status = 1
		}
	}()
	log.Info("start", "version", version)
	app.SetMetadata(metadata())
	a := app.NewWithID(appID)
	a.SetIcon(icons.App)
	out := outside(places, log)
	out.Ended = func() { endLate(log) }
	w := gui.New(a, out, jobs.New(fyne.Do), fyne.Do)
	if path != "" {
		if full, err := filepath.Abs(path); err == nil {
			path = full
		}
	}
	a.Lifecycle().SetOnStarted(func() { w.Begin(path) })
	w.ShowAndRun()
	log.Info("end")
	return 0
}

// endLimit is how long Fyne may take from the closed window to the end.
const endLimit = 3 * time.Second

// endLate ends the program by force when Fyne does not. Fyne's loop can stop
// listening while its queue of events waits for an answer; the program would
// then stay for ever without a window. Everything is stored before this runs.
func endLate(log *slog.Logger) {
	time.AfterFunc(endLimit, func() {
		log.Warn("end", "by", "force")
		os.Exit(0)
	})
}

func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{ID: appID, Name: appName, Version: version, Build: build, Icon: icons.App}
}

// openLog opens the log of the program: what it did and what failed, never
// what the register holds. Without a place to write, it goes to standard error.
func openLog(path string) (*slog.Logger, func()) {
	const longest = 1 << 20 // bytes; then the log begins anew, the old one kept beside it
	if info, err := os.Stat(path); err == nil && info.Size() > longest {
		_ = os.Rename(path, path+".old") // a log that cannot be turned goes on growing
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.NewTextHandler(os.Stderr, nil)), func() {}
	}
	return slog.New(slog.NewTextHandler(f, nil)), func() { _ = f.Close() }
}
