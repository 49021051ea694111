// Package jobs runs work off the UI goroutine. It is the only place that starts
// a goroutine: a job is a pure function that gets everything it reads as
// arguments, and its result is handed over on the window's own goroutine.
package jobs

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

// Runner starts jobs. Slots are names of the caller's choice: a new job in a
// slot overtakes the one before, which is cancelled and whose result is dropped.
// All methods are called on the window's goroutine.
type Runner interface {
	// Cancel stops the job in a slot; its result is dropped and its done is not called.
	Cancel(slot string)
	// Stop asks the job in a slot to end by itself; its done is called, as a rule with context.Canceled.
	Stop(slot string)
	// After calls f on the window's goroutine once wait has passed, unless a
	// newer After in the slot, or Cancel, comes first: for search as you type.
	After(slot string, wait time.Duration, f func())
	// Watch reads the progress of the job in a slot; false when no job runs there.
	Watch(slot string) (Status, bool)
	// Wait returns when no job runs any more or ctx ends, for closing the program.
	Wait(ctx context.Context) error

	start(slot string, work func(ctx context.Context, p *Progress) func())
}

// Panic is the error of a job that panicked. Its text, which is for the log,
// leaves out the value, which may hold parts of the register.
type Panic struct {
	Value any
	Stack []byte
}

func (p *Panic) Error() string { return fmt.Sprintf("job panicked: %T\n%s", p.Value, p.Stack) }

// Trace returns what the job panicked with, and where.
func (p *Panic) Trace() (value any, stack []byte) { return p.Value, p.Stack }

// Start runs work off the UI goroutine and calls done on it.
// done may be nil; it is not called when the job was overtaken or cancelled.
func Start[T any](r Runner, slot string, work func(ctx context.Context, p *Progress) (T, error), done func(T, error)) {
	r.start(slot, func(ctx context.Context, p *Progress) func() {
		result, err := guarded(ctx, p, work)
		return func() {
			if done != nil {
				done(result, err)
			}
		}
	})
}

func guarded[T any](ctx context.Context, p *Progress, work func(ctx context.Context, p *Progress) (T, error)) (result T, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Panic{Value: v, Stack: debug.Stack()}
		}
	}()
	return work(ctx, p)
}

// New returns the runner of a window. do runs a function on the window's
// goroutine, as fyne.Do does.
func New(do func(func())) Runner {
	return &window{do: do, slots: map[string]*job{}}
}

type job struct {
	cancel   context.CancelFunc
	progress Progress
	timer    *time.Timer // set when the slot only waits
}

type window struct {
	do      func(func())
	mu      sync.Mutex // guards slots
	slots   map[string]*job
	running sync.WaitGroup
}

func (w *window) start(slot string, work func(ctx context.Context, p *Progress) func()) {
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{cancel: cancel}
	w.replace(slot, j)
	w.running.Add(1)
	go func() {
		defer w.running.Done()
		finish := work(ctx, &j.progress)
		w.do(func() { w.finish(slot, j, finish) })
	}()
}

// finish hands over a result unless the slot belongs to a newer job by now.
func (w *window) finish(slot string, j *job, hand func()) {
	j.cancel()
	if w.release(slot, j) {
		hand()
	}
}

func (w *window) release(slot string, j *job) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.slots[slot] != j {
		return false
	}
	delete(w.slots, slot)
	return true
}

func (w *window) replace(slot string, j *job) {
	w.mu.Lock()
	old := w.slots[slot]
	if j == nil {
		delete(w.slots, slot)
	} else {
		w.slots[slot] = j
	}
	w.mu.Unlock()
	old.end()
}

func (j *job) end() {
	if j == nil {
		return
	}
	if j.timer != nil {
		j.timer.Stop()
	}
	j.cancel()
}

func (w *window) Cancel(slot string) { w.replace(slot, nil) }

func (w *window) Stop(slot string) {
	w.mu.Lock()
	j := w.slots[slot]
	w.mu.Unlock()
	if j != nil && j.timer == nil {
		j.cancel()
	}
}

func (w *window) After(slot string, wait time.Duration, f func()) {
	j := &job{cancel: func() {}}
	// The timer is stored before it can fire: firing takes the lock of release.
	w.mu.Lock()
	old := w.slots[slot]
	w.slots[slot] = j
	j.timer = time.AfterFunc(wait, func() {
		w.do(func() { w.finish(slot, j, f) })
	})
	w.mu.Unlock()
	old.end()
}

func (w *window) Watch(slot string) (Status, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	j := w.slots[slot]
	if j == nil || j.timer != nil {
		return Status{}, false
	}
	return j.progress.Status(), true
}

func (w *window) Wait(ctx context.Context) error {
	idle := make(chan struct{})
	go func() {
		w.running.Wait()
		close(idle)
	}()
	select {
	case <-idle:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
