package stage_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

// loop is the window's goroutine: what a job hands over waits for its turn.
type loop chan func()

// turn does what the next job hands over.
func (l loop) turn(t *testing.T) {
	t.Helper()
	select {
	case f := <-l:
		f()
	case <-time.After(10 * time.Second):
		t.Fatal("no job is done")
	}
}

// onLoop is a stage whose jobs really run beside the window.
func onLoop(t *testing.T) (stage.Stage, loop, *[]error) {
	l, failed := make(loop, 10), &[]error{}
	s := trial.NewStage(nil, text.Swedish, nil)
	s.Jobs = jobs.New(func(f func()) { l <- f })
	s.Saves = stage.NewQueue(s.Jobs)
	s.Fail = func(err error) { *failed = append(*failed, err) }
	return s, l, failed
}

// The second change begins when the first is stored, so that it can start from it.
func TestChangesAreStoredInTheOrderTheyWereMade(t *testing.T) {
	s, l, _ := onLoop(t)
	value, hold := "", make(chan struct{})
	var told []string
	write := func(letter string, wait bool) {
		stage.Save(s, func(context.Context) (string, error) {
			if wait {
				<-hold
			}
			value += letter
			return value, nil
		}, func(stored string) { told = append(told, stored) })
	}
	write("a", true)
	write("b", false)
	write("c", false)
	idle := false
	s.Saves.WhenIdle(func() { idle = true })
	if idle {
		t.Error("nothing is stored yet, and the queue says that it is idle")
	}
	close(hold)
	for range 4 { // the fourth is for who waits
		l.turn(t)
	}
	if want := []string{"a", "ab", "abc"}; !slices.Equal(told, want) || !idle {
		t.Errorf("stored %q, want %q; idle: %t", told, want, idle)
	}
}

func TestARefusedChangeDoesNotHoldUpTheNext(t *testing.T) {
	s, l, failed := onLoop(t)
	refused, stored := errors.New("full"), false
	s.Do(func(context.Context) error { return refused }, text.Msg("why.add"), func() { t.Error("what was refused is told as done") })
	s.Do(func(context.Context) error { return nil }, text.Message{}, func() { stored = true })
	l.turn(t)
	l.turn(t)
	if !stored || len(*failed) != 1 || !errors.Is((*failed)[0], refused) {
		t.Errorf("stored: %t, failed: %v", stored, *failed)
	}
}

// A change that has begun is stored or refused, whatever the page does meanwhile.
func TestAChangeThatHasBegunIsNotCancelled(t *testing.T) {
	s, l, _ := onLoop(t)
	begun, hold := make(chan struct{}), make(chan struct{})
	var err error
	stage.SaveOr(s, func(ctx context.Context) (struct{}, error) {
		close(begun)
		<-hold
		return struct{}{}, ctx.Err()
	}, func(_ struct{}, refused error) { err = refused })
	<-begun
	s.Jobs.Stop(stage.SaveSlot)
	close(hold)
	l.turn(t)
	if err != nil {
		t.Errorf("refused: %v", err)
	}
}

func TestAChangeIsToldWithTheWayBack(t *testing.T) {
	r := trial.Register(t, memory.New())
	d := trial.NewDesk(t, r)
	add := func(name string, told text.Message) {
		d.Stage.Do(func(ctx context.Context) error {
			_, err := r.AddAsset(ctx, asset.Asset{Name: name, Kind: asset.System})
			return err
		}, told, nil)
	}
	add("Journal", text.Message{})
	if len(d.Receipts) > 0 {
		t.Errorf("told %v although there is nothing to say", d.Receipts)
	}
	add("Arkiv", text.Msg("why.add", "name", "Arkiv"))
	d.Undo()
	if r.Len() != 1 {
		t.Errorf("%d assets after the undo, want 1", r.Len())
	}
	add("", text.Msg("why.add", "name", ""))
	if len(d.Receipts) != 1 || len(d.Failures()) != 1 {
		t.Errorf("a refused change is told as done: %v", d.Receipts)
	}
}

func TestAQuestionIsAskedFirst(t *testing.T) {
	d := trial.NewDesk(t, nil)
	d.Show(widgets.NewText("Sida", widgets.Body, widgets.Plain))
	done := 0
	for _, answer := range []string{"Nej", "Ja"} {
		d.Stage.Ask(widgets.Question{Title: "Ta bort?", Words: "Det går att ångra.", Yes: "Ja", No: "Nej"}, func() { done++ })
		if done > 0 {
			t.Fatal("done before the answer")
		}
		d.Press(answer)
	}
	if done != 1 {
		t.Errorf("done %d times, want once", done)
	}
}
