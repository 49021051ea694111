package stage_test

import (
	"context"
	"slices"
	"testing"

	"infoklass/gui/jobs"
	"infoklass/gui/stage"
)

// What waits for the end of saving is called once, after the last change and not before.
func TestWhenIdleWaitsForEveryChange(t *testing.T) {
	runner := jobs.AtOnce()
	s := stage.Stage{Jobs: runner, Saves: stage.NewQueue(runner), Fail: func(err error) { t.Error(err) }}
	var got []string
	note := func(what string) { got = append(got, what) }
	s.Saves.WhenIdle(func() { note("nothing waits") })
	stage.Save(s, func(context.Context) (int, error) {
		if len(got) == 1 {
			s.Saves.WhenIdle(func() { note("idle") })
			stage.Save(s, func(context.Context) (int, error) { note("second"); return 0, nil }, nil)
		}
		note("first")
		return 0, nil
	}, nil)
	if want := []string{"nothing waits", "first", "second", "idle"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
