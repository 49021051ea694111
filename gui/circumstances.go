package gui

import (
	"context"
	"errors"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/widgets"
)

// found is a register that has been opened, and what is to be known of where it lies.
type found struct {
	register *register.Register
	network  bool
}

// errElsewhere says that another window of the same user has the register.
var errElsewhere = errors.New("the register has a window already")

// find opens a register. It runs off the UI goroutine.
func find(ctx context.Context, out Outside, path string, open func(context.Context) (*register.Register, error)) (found, error) {
	r, err := open(ctx)
	switch {
	case errors.Is(err, ledger.ErrLocked) && out.Raise != nil && out.Raise(path):
		return found{}, text.Fail(errors.Join(errElsewhere, err), "computer.elsewhere", "file", baseName(path))
	case err != nil:
		return found{}, err
	}
	return found{register: r, network: out.OnNetwork != nil && out.OnNetwork(path)}, nil
}

// readOnly reports whether a register can only be read.
func readOnly(r *register.Register) bool { return ledger.FactsOf(r.Store()).ReadOnly }

// tellCircumstances says, one thing after the other, what somebody should know
// before working on in a register: that it can only be read, that it lies on a
// network drive, that the program crashed the last time.
func (w registers) tellCircumstances(f found) {
	file := baseName(w.path)
	switch {
	case readOnly(f.register):
		w.later(widgets.Warning, text.Msg("computer.readOnly", "file", file), text.Msg("computer.copy.writable"), w.copyAndOpen)
	case f.network:
		w.later(widgets.Warning, text.Msg("computer.network", "file", file), text.Msg("computer.copy.local"), w.copyAndOpen)
	}
	if w.out.Crash != "" {
		path := w.out.Crash
		w.out.Crash = "" // it is shown once
		w.later(widgets.Accent, text.Msg("computer.crash.before", "file", path), text.Msg("computer.crash.show"), func() { w.viewFile(path) })
	}
	w.notify()
}

// later keeps a notice until the strip above the page is free.
func (w registers) later(tone widgets.Tone, sentence, label text.Message, action func()) {
	w.news = append(w.news, func() { w.show(tone, sentence.In(w.p), label.In(w.p), action) })
}

// notify shows the next waiting notice when the strip is free.
func (w registers) notify() {
	if len(w.news) == 0 || len(w.strip.Objects) > 0 {
		return
	}
	next := w.news[0]
	w.news = w.news[1:]
	next()
}

// copyAndOpen copies the register to where the user wants it and goes on in the copy.
func (w registers) copyAndOpen() {
	asking(w).askSave(purposeCopy, "computer.copy.title", trimExtension(w.path), []string{Extension}, func(path string) {
		r, backup := w.reg, w.out.Backup
		during(w.Window, "backup", text.Msg("window.backup.doing"), func(ctx context.Context, _ *jobs.Progress) (struct{}, error) {
			return struct{}{}, backup(ctx, r, path)
		}, func(struct{}) {
			w.news = nil // they were about the one that is left
			w.Open(path)
		})
	})
}
