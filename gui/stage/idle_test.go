package stage_test

import (
	"context"
	"slices"
	"testing"

	"infoklass/gui/jobs"
	"infoklass/gui/stage"
)

// saving is a stage whose changes run at once, and what has happened on it.
type saving struct {
	stage.Stage
	got []string
}

func newSaving(t *testing.T) *saving {
	runner := jobs.AtOnce()
	return &saving{Stage: stage.Stage{Jobs: runner, Saves: stage.NewQueue(runner), Fail: func(err error) { t.Error(err) }}}
}

func (s *saving) note(what string) func() { return func() { s.got = append(s.got, what) } }

// change stores something; meanwhile runs while it is being stored.
func (s *saving) change(what string, meanwhile func()) {
	stage.Save(s.Stage, func(context.Context) (int, error) {
		if meanwhile != nil {
			meanwhile()
		}
		s.note(what)()
		return 0, nil
	}, nil)
}

func (s *saving) want(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(s.got, want) {
		t.Errorf("%q happened, want %q", s.got, want)
	}
}

func TestWhenIdleWaitsForEveryChange(t *testing.T) {
	s := newSaving(t)
	s.Saves.WhenIdle(s.note("nothing waits"))
	s.change("first", func() {
		s.Saves.WhenIdle(s.note("idle"))
		s.change("second", nil)
	})
	s.want(t, "nothing waits", "first", "second", "idle")
	s.change("third", nil)
	s.want(t, "nothing waits", "first", "second", "idle", "third")
}

// A window that is closed twice while something is being saved ends once, and
// one that is closed while it opens another register does not open that.
func TestWhenIdleCallsTheLastWhoWaits(t *testing.T) {
	s := newSaving(t)
	s.change("change", func() {
		s.Saves.WhenIdle(s.note("open"))
		s.Saves.WhenIdle(s.note("close"))
		s.Saves.WhenIdle(s.note("close"))
	})
	s.want(t, "change", "close")
}

// Who waits and finds nothing left does not call the one before as well.
func TestWhenIdleForgetsWhoWaitedBefore(t *testing.T) {
	s := newSaving(t)
	s.change("change", func() { s.Saves.WhenIdle(s.note("open")) })
	s.Saves.WhenIdle(s.note("close"))
	s.want(t, "change", "open", "close")
}
