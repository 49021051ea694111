package gui

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
)

const (
	keyRecent   = "register.recent"
	recentShown = 8
)

func baseName(path string) string { return filepath.Base(path) }

// FirstRegister is the register that a program with this memory begins with:
// the one it is started with, otherwise the last one, otherwise the first, at usual.
func FirstRegister(m stage.Memory, given, usual string) string {
	switch recent := m.StringList(keyRecent); {
	case given != "":
		return given
	case len(recent) > 0:
		return recent[0]
	}
	return usual
}

// Begin opens what the program was started with: a file named on the command
// line, otherwise the last register, otherwise the first one, made now.
func (w *Window) Begin(path string) {
	w.begins = true
	first := FirstRegister(w.memory, path, w.out.DefaultRegister)
	if path == "" && len(w.memory.StringList(keyRecent)) == 0 {
		registers{w}.openOrCreate(first)
		return
	}
	w.Open(first)
}

// openOrCreate opens the register at path, or makes it where there is none.
func (w registers) openOrCreate(path string) {
	made := false
	w.load(path, func(ctx context.Context) (*register.Register, error) {
		r, err := w.out.OpenRegister(ctx, path)
		if errors.Is(err, fs.ErrNotExist) {
			made = true
			return w.out.CreateRegister(ctx, path)
		}
		return r, err
	}, func() {
		if made {
			w.tellMade(path)
		}
	})
}

// tellMade says where a new register lies.
func (w registers) tellMade(path string) {
	w.tell(stage.Receipt{Message: text.Msg("window.made", "file", path)})
}

// Open brings in the register at path.
func (w *Window) Open(path string) {
	registers{w}.load(path, func(ctx context.Context) (*register.Register, error) { return w.out.OpenRegister(ctx, path) }, func() {})
}

func (w registers) createRegister(path string) {
	w.load(path, func(ctx context.Context) (*register.Register, error) { return w.out.CreateRegister(ctx, path) }, func() { w.tellMade(path) })
}

// load brings in a register off the UI goroutine. The one that is open stays open
// until the new one is there, unless it is the same file.
func (w registers) load(path string, open func(context.Context) (*register.Register, error), then func()) {
	if w.reg != nil {
		if !w.leave() {
			return
		}
		if path == w.path {
			w.Go(Overview)
			return
		}
	}
	w.working("open", text.Msg("window.opening", "register", baseName(path)))
	out := w.out
	jobs.Start(w.runner, "open", func(ctx context.Context, _ *jobs.Progress) (found, error) {
		return find(ctx, out, path, open)
	}, func(f found, err error) {
		w.idle("open")
		begins := w.begins
		w.begins = false
		if begins && errors.Is(err, errElsewhere) {
			closing(w).end() // the other window is at the front now
			return
		}
		if err != nil {
			w.forget(path, err)
			w.fail(err)
			w.notify()
			return
		}
		w.saves.WhenIdle(func() {
			w.use(f.register, path)
			then()
			w.tellCircumstances(f)
		})
	})
}

// use makes r the register of the window.
func (w registers) use(r *register.Register, path string) {
	if w.reg != nil {
		if err := w.reg.Close(); err != nil {
			w.out.Log.Error("close", "error", err)
		}
	}
	w.reg, w.path, w.started, w.judge = r, path, r.Now(), duty.NewJudge()
	if w.out.Opened != nil {
		w.out.Opened(path)
	}
	w.saves = stage.NewQueue(w.runner)
	r.Watch(w.changed)
	recent := slices.DeleteFunc(w.memory.StringList(keyRecent), func(p string) bool { return p == path })
	recent = slices.Insert(recent, 0, path)
	w.memory.SetStringList(keyRecent, recent[:min(len(recent), recentShown)])
	w.hush()
	w.place = Place(w.memory.StringWithFallback("window.place", string(Overview)))
	w.rebuild()
}

// forget drops a register that is not there any more from the recent ones.
func (w registers) forget(path string, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		recent := slices.DeleteFunc(w.memory.StringList(keyRecent), func(p string) bool { return p == path })
		w.memory.SetStringList(keyRecent, recent)
	}
}

// backup copies the register to a place the user chooses.
func (w registers) backup() {
	name := w.p.T("window.backup.name", "register", trimExtension(w.path), "date", text.Date(w.reg.Today()))
	asking(w).askSave("backup", "window.ask.backup", name, []string{Extension}, func(path string) {
		r := w.reg
		w.saving("backup", text.Msg("window.backup.doing"), text.Msg("window.backup.done", "file", path), path, false,
			func(ctx context.Context, _ *jobs.Progress) error { return w.out.Backup(ctx, r, path) })
	})
}

func trimExtension(path string) string {
	base := baseName(path)
	return base[:len(base)-len(filepath.Ext(base))]
}
