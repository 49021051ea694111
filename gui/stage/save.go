package stage

import (
	"context"

	"infoklass/domain/text"
	"infoklass/gui/jobs"
)

// Queue runs changes of the register one after the other off the UI goroutine, so
// that the second edit of a field never overtakes the first. It is used on the
// window's goroutine only.
type Queue struct {
	jobs    jobs.Runner
	waiting []func()
	busy    bool
	idle    func() // to be called when nothing is left to store; nil for nobody
}

// NewQueue returns an empty queue on a runner.
func NewQueue(r jobs.Runner) *Queue { return &Queue{jobs: r} }

// WhenIdle calls f on the window's goroutine once everything asked for has been
// stored or refused: now, where nothing waits. There is one who waits: whoever
// asks later takes the place of the one before, so that a window that is closed
// twice, or closed while it opens another register, ends once.
func (q *Queue) WhenIdle(f func()) {
	if q.busy {
		q.idle = f
		return
	}
	q.idle = nil
	f()
}

// rest calls the one who waits for the end of saving, if this is it: after the
// work at hand, which may ask for another change.
func (q *Queue) rest() {
	if q.busy || q.idle == nil {
		return
	}
	q.jobs.After("stored", 0, func() {
		if f := q.idle; f != nil {
			q.WhenIdle(f)
		}
	})
}

func (q *Queue) add(start func()) {
	q.waiting = append(q.waiting, start)
	q.next()
}

func (q *Queue) next() {
	if q.busy || len(q.waiting) == 0 {
		return
	}
	start := q.waiting[0]
	q.waiting = q.waiting[1:]
	q.busy = true
	start()
}

// Save runs a change of the register, then done, on the UI goroutine, if
// it was stored, or Fail. The change should read what it starts from when it
// runs, not when it was asked for: edits before it may have moved it on.
func Save[T any](s Stage, change func(ctx context.Context) (T, error), done func(T)) {
	SaveOr(s, change, func(result T, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		if done != nil {
			done(result)
		}
	})
}

// Do runs a change of the register, then done, and shows a receipt from which
// the change can be undone. done may be nil; a zero message shows no receipt.
func (s Stage) Do(change func(ctx context.Context) error, told text.Message, done func()) {
	Save(s, func(ctx context.Context) (struct{}, error) { return struct{}{}, change(ctx) }, func(struct{}) {
		if done != nil {
			done()
		}
		if told.Key != "" {
			s.Tell(Receipt{Message: told, Undo: true})
		}
	})
}

// SaveSlot is the job that saves.
const SaveSlot = "save"

// SaveOr is Save for a page that shows a refusal at the field itself.
func SaveOr[T any](s Stage, change func(ctx context.Context) (T, error), done func(T, error)) {
	s.Saves.add(func() {
		// A change that has begun is not cancelled by what the user does
		// meanwhile: it is stored or refused.
		jobs.Start(s.Jobs, SaveSlot, func(ctx context.Context, _ *jobs.Progress) (T, error) {
			return change(context.WithoutCancel(ctx))
		}, func(result T, err error) {
			s.Saves.busy = false
			done(result, err)
			s.Saves.next()
			s.Saves.rest()
		})
	})
}
