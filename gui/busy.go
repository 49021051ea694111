package gui

import (
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// slowAfter is how long work may take before its progress is shown, so that
// quick work does not flicker.
const slowAfter = 250 * time.Millisecond

// working shows what a job does, how far it has come and a button to stop it,
// once it has taken long enough to wonder. What is being saved is not stopped:
// it is stored whole or refused.
func (w *Window) working(slot string, doing text.Message) {
	strip := widgets.NewProgressStrip(doing.In(w.p), w.p.T("window.stop"), func() { w.runner.Stop(slot) })
	if slot == stage.SaveSlot {
		strip.HideStop()
	}
	w.watch(slot, strip, doing)
}

func (w *Window) watch(slot string, strip *widgets.ProgressStrip, doing text.Message) {
	w.runner.After("watch."+slot, slowAfter, func() {
		s, running := w.runner.Watch(slot)
		if !running {
			w.idle(slot)
			return
		}
		if s.Doing.Key != "" {
			doing = s.Doing
		}
		share, far := s.Share()
		words := ""
		switch {
		case far:
			words = w.p.Percent(s.Done, s.Total)
		case s.Done > 0:
			share, words = -1, w.p.Int(s.Done)
		default:
			share = -1
		}
		strip.Set(doing.In(w.p), share, words)
		w.busy.Objects = []fyne.CanvasObject{strip}
		w.right.Refresh()
		w.watch(slot, strip, doing)
	})
}

// idle takes the progress away.
func (w *Window) idle(slot string) {
	w.runner.Cancel("watch." + slot)
	w.busy.Objects = nil
	w.right.Refresh()
}
