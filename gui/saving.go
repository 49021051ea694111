package gui

import (
	"context"

	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
)

// during works off the UI goroutine in a job's slot while its progress is shown,
// and then calls done with what came of it, or says what went wrong.
func during[T any](w *Window, slot string, doing text.Message, work func(context.Context, *jobs.Progress) (T, error), done func(T)) {
	w.working(slot, doing)
	jobs.Start(w.runner, slot, work, func(result T, err error) {
		w.idle(slot)
		if err != nil {
			w.fail(err)
			return
		}
		done(result)
	})
}

// saving writes a file off the UI goroutine in a job's slot and then says what
// was done; the file can be opened from there where open says so.
func (w *Window) saving(slot string, doing, done text.Message, path string, open bool, write func(context.Context, *jobs.Progress) error) {
	during(w, slot, doing, func(ctx context.Context, p *jobs.Progress) (struct{}, error) {
		return struct{}{}, write(ctx, p)
	}, func(struct{}) {
		receipt := stage.Receipt{Message: done}
		if open {
			receipt.ActionLabel, receipt.Action = text.Msg("window.document.open"), func() { w.viewFile(path) }
		}
		w.tell(receipt)
	})
}
