package jobs

import (
	"context"
	"time"
)

// AtOnce returns a runner for tests: a job runs to its end before Start
// returns, and After does not wait.
func AtOnce() Runner { return &atOnce{} }

type atOnce struct {
	cancel  context.CancelFunc
	running map[string]*Progress
}

func (a *atOnce) start(slot string, work func(ctx context.Context, p *Progress) func()) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if a.running == nil {
		a.running = map[string]*Progress{}
	}
	p := &Progress{}
	a.running[slot], a.cancel = p, cancel
	finish := work(ctx, p)
	delete(a.running, slot)
	finish()
}

func (a *atOnce) Cancel(string) {}

func (a *atOnce) Stop(slot string) {
	if a.running[slot] != nil {
		a.cancel()
	}
}

func (a *atOnce) After(_ string, _ time.Duration, f func()) { f() }

func (a *atOnce) Watch(slot string) (Status, bool) {
	p := a.running[slot]
	if p == nil {
		return Status{}, false
	}
	return p.Status(), true
}

func (a *atOnce) Wait(context.Context) error { return nil }
