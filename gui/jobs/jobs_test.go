package jobs_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"infoklass/domain/text"
	"infoklass/gui/jobs"
)

// loop stands in for the window's goroutine: functions wait until the test runs them.
type loop chan func()

func newLoop() loop { return make(loop, 100) }

func (l loop) do(f func()) { l <- f }

// turn runs one function that a job handed over.
func (l loop) turn() { (<-l)() }

func TestResultArrivesOnTheWindowsGoroutine(t *testing.T) {
	l := newLoop()
	r := jobs.New(l.do)
	got := 0
	jobs.Start(r, "sum", func(context.Context, *jobs.Progress) (int, error) { return 42, nil },
		func(n int, err error) { got = n })
	f := <-l
	if got != 0 {
		t.Fatal("done ran before the window's turn")
	}
	f()
	if got != 42 {
		t.Errorf("got %d, want 42", got)
	}
	if _, running := r.Watch("sum"); running {
		t.Error("the slot should be free afterwards")
	}
}

func TestOvertakenResultIsDropped(t *testing.T) {
	l := newLoop()
	r := jobs.New(l.do)
	var got []string
	done := func(s string, _ error) { got = append(got, s) }
	release := make(chan struct{})
	jobs.Start(r, "search", func(context.Context, *jobs.Progress) (string, error) {
		<-release // deaf to its context, as a long computation may be
		return "old", nil
	}, done)
	jobs.Start(r, "search", func(context.Context, *jobs.Progress) (string, error) { return "new", nil }, done)
	l.turn()
	close(release)
	l.turn()
	if len(got) != 1 || got[0] != "new" {
		t.Errorf("got %v, want only the newer result", got)
	}
}

func TestSlotsDoNotDisturbEachOther(t *testing.T) {
	l := newLoop()
	r := jobs.New(l.do)
	n := 0
	for _, slot := range []string{"a", "b", "c"} {
		jobs.Start(r, slot, func(ctx context.Context, _ *jobs.Progress) (int, error) { return 1, ctx.Err() },
			func(i int, err error) {
				if err == nil {
					n += i
				}
			})
	}
	for range 3 {
		l.turn()
	}
	if n != 3 {
		t.Errorf("%d of 3 results arrived", n)
	}
}

func untilCancelled(ctx context.Context, _ *jobs.Progress) (int, error) {
	<-ctx.Done()
	return 0, ctx.Err()
}

func TestCancelDropsTheResult(t *testing.T) {
	l := newLoop()
	r := jobs.New(l.do)
	jobs.Start(r, "export", untilCancelled, func(int, error) { t.Error("done of a cancelled job was called") })
	r.Cancel("export")
	l.turn()
}

func TestStopTellsTheCaller(t *testing.T) {
	l := newLoop()
	r := jobs.New(l.do)
	var got error
	jobs.Start(r, "export", untilCancelled, func(_ int, err error) { got = err })
	r.Stop("export")
	l.turn()
	if !errors.Is(got, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", got)
	}
}

func TestPanicBecomesAnErrorWithStack(t *testing.T) {
	for name, r := range map[string]jobs.Runner{"at once": jobs.AtOnce(), "window": nil} {
		t.Run(name, func(t *testing.T) {
			l := newLoop()
			if r == nil {
				r = jobs.New(l.do)
				defer l.turn()
			}
			jobs.Start(r, "x", func(context.Context, *jobs.Progress) (int, error) { panic("boom") }, func(_ int, err error) {
				var p *jobs.Panic
				if !errors.As(err, &p) || p.Value != "boom" || strings.Contains(err.Error(), "boom") || !strings.Contains(err.Error(), "jobs_test.go") {
					t.Errorf("got %v, want the panic with its stack and without its value", err)
				}
			})
		})
	}
}

func TestProgressIsSeenWhileTheJobRuns(t *testing.T) {
	l := newLoop()
	r := jobs.New(l.do)
	counted, goOn := make(chan struct{}), make(chan struct{})
	jobs.Start(r, "import", func(_ context.Context, p *jobs.Progress) (int, error) {
		p.Set(1, 4)
		p.Add(1)
		p.Doing(text.Msg("widgets.date.open"))
		close(counted)
		<-goOn
		return 0, nil
	}, nil)
	<-counted
	s, running := r.Watch("import")
	share, known := s.Share()
	if !running || !known || share != 0.5 || s.Doing.Key != "widgets.date.open" {
		t.Errorf("got %+v, running %v, share %v", s, running, share)
	}
	close(goOn)
	l.turn()
}

func TestShareStaysWithinItsBounds(t *testing.T) {
	for _, tc := range []struct {
		done, total int
		want        float32
		known       bool
	}{{0, 0, 0, false}, {5, 0, 0, false}, {0, 4, 0, true}, {9, 4, 1, true}, {-1, 4, 0, true}} {
		got, known := jobs.Status{Done: tc.done, Total: tc.total}.Share()
		if got != tc.want || known != tc.known {
			t.Errorf("%d of %d: got %v %v, want %v %v", tc.done, tc.total, got, known, tc.want, tc.known)
		}
	}
}

func TestAfterRunsOnlyTheLast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLoop()
		r := jobs.New(l.do)
		var got []string
		for _, typed := range []string{"s", "sk", "sko"} {
			r.After("search", 200*time.Millisecond, func() { got = append(got, typed) })
			time.Sleep(100 * time.Millisecond)
		}
		r.After("other", time.Second, func() { got = append(got, "cancelled") })
		r.Cancel("other")
		time.Sleep(2 * time.Second)
		synctest.Wait()
		close(l)
		for f := range l {
			f()
		}
		if strings.Join(got, ",") != "sko" {
			t.Errorf("got %v, want only sko", got)
		}
	})
}

func TestWaitEndsWithTheLastJob(t *testing.T) {
	l := newLoop()
	r := jobs.New(l.do)
	jobs.Start(r, "save", untilCancelled, nil)
	short, cancel := context.WithCancel(context.Background())
	cancel()
	if err := r.Wait(short); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for a running job: got %v", err)
	}
	r.Stop("save")
	if err := r.Wait(context.Background()); err != nil {
		t.Errorf("waiting for the last job: %v", err)
	}
}

func TestAtOnceRunsInTheCaller(t *testing.T) {
	r := jobs.AtOnce()
	got := ""
	jobs.Start(r, "x", func(_ context.Context, p *jobs.Progress) (string, error) {
		p.Set(1, 2)
		if s, ok := r.Watch("x"); !ok || s.Done != 1 {
			t.Errorf("progress inside the job: %+v %v", s, ok)
		}
		return "ready", nil
	}, func(s string, _ error) { got = s })
	if got != "ready" {
		t.Error("the result should be there when Start returns")
	}
	r.After("x", time.Hour, func() { got = "typed" })
	if got != "typed" {
		t.Error("After should not wait")
	}
}
