package stage

import (
	"context"

	"infoklass/gui/jobs"
)

// Read runs work off the UI goroutine, then done, on it, with what was read, or
// Fail. Another Read in the slot overtakes the one before.
func Read[T any](s Stage, slot string, work func(context.Context) (T, error), done func(T)) {
	jobs.Start(s.Jobs, slot, func(ctx context.Context, _ *jobs.Progress) (T, error) { return work(ctx) }, func(read T, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		done(read)
	})
}
