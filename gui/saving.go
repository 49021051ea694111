package gui

import (
	"context"

	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
)

// saving writes a file off the UI goroutine in a job's slot and then says what
// was done; the file can be opened from there where open says so.
func (w *Window) saving(slot string, doing, done text.Message, path string, open bool, write func(context.Context, *jobs.Progress) error) {
	w.working(slot, doing)
	jobs.Start(w.runner, slot, func(ctx context.Context, p *jobs.Progress) (struct{}, error) {
		return struct{}{}, write(ctx, p)
	}, func(_ struct{}, err error) {
		w.idle(slot)
		if err != nil {
			w.fail(err)
			return
		}
		receipt := stage.Receipt{Message: done}
		if open {
			receipt.ActionLabel, receipt.Action = text.Msg("window.document.open"), func() { w.viewFile(path) }
		}
		w.tell(receipt)
	})
}
