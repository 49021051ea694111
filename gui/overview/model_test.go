package overview

import (
	"math/rand"
	"testing"
	"time"

	"infoklass/domain/duty"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

// exampleRegister opens the example municipality's register.
func exampleRegister(t testing.TB) *register.Register {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	r, err := register.Open(t.Context(), memory.New(), register.Options{Who: "Maria Holm", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1))})
	if err != nil {
		t.Fatal(err)
	}
	if err := example.Sample(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// What stands for several findings never reads as if the duty were met.
func TestTheRestOfADutySaysWhatIsLacking(t *testing.T) {
	r := exampleRegister(t)
	p, j := text.In(text.Swedish), duty.NewJudge().Register(r, r.Today())
	several := 0
	for _, l := range count(p, r, j).Todo {
		if !l.Several {
			continue
		}
		several++
		for _, d := range duty.All {
			if l.Words == d.Label().In(p) {
				t.Errorf("%q says that it is met", l.Words)
			}
		}
	}
	if several == 0 {
		t.Error("no duty has more findings than are shown")
	}
}
