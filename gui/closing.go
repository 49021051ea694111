package gui

import (
	"context"
	"time"
)

// close stores what is being typed, waits for what is being saved and ends.
func (w closing) close() {
	if w.leave() {
		w.finish()
	}
}

// Quit is close for the end of a session, which does not ask: what cannot be
// stored as it was typed is let go.
func (w *Window) Quit() {
	w.Settle()
	closing{w}.finish()
}

// Settle stores what is being typed, as far as it can be stored. The window
// goes on as it was.
func (w *Window) Settle() { w.leave() }

// EndNow waits, at most as long as limit, until what is being saved is stored,
// and closes the register: the session ends as soon as it returns.
func (w *Window) EndNow(limit time.Duration) {
	closing{w}.remember()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if err := w.runner.Wait(ctx); err != nil {
		w.out.Log.Error("the session ended before everything was done", "error", err)
	}
	closing{w}.closeRegister()
}

func (w closing) finish() {
	w.remember()
	w.runner.Cancel(askSlot)
	w.saves.WhenIdle(w.end)
}

// remember keeps the size and the place of the window for the next start.
func (w closing) remember() {
	if w.out.Leaving != nil && !w.out.Leaving(w.win) {
		return
	}
	size := w.win.Canvas().Size()
	w.memory.SetFloat("window.width", float64(size.Width))
	w.memory.SetFloat("window.height", float64(size.Height))
}

func (w closing) end() {
	w.closeRegister()
	if w.out.Ended != nil {
		w.out.Ended()
	}
	w.win.SetCloseIntercept(nil)
	w.win.Close()
}

func (w closing) closeRegister() {
	if w.reg == nil {
		return
	}
	if err := w.reg.Close(); err != nil {
		w.out.Log.Error("close", "error", err)
	}
}
