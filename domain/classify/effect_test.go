package classify_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

func TestMostSeriousCategoryDecides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var e classify.EffectRow
		for i := range e {
			e[i] = drawLevel(t)
		}
		highest := slices.Max(e[:])
		if e.Highest() != highest {
			t.Fatalf("%v leads to %v", e, e.Highest())
		}
		for _, c := range e.Deciding() {
			if e[slices.Index(classify.Categories[:], c)] != highest {
				t.Fatalf("%s decides in %v", c, e)
			}
		}
		if (len(e.Deciding()) > 0) != highest.AtLeast(1) {
			t.Fatalf("%v is decided by %v", e, e.Deciding())
		}
	})
}

// A person may choose another level than the matrix suggests, with a written reason.
func TestChoosingOtherwiseNeedsAReason(t *testing.T) {
	c := classify.Classification{
		Profile:   classify.Profile{classify.Level0, classify.Level0, classify.Level0, classify.Level0},
		DecidedBy: "Chef", DecidedOn: "2026-11-01", NextReview: "2027-11-01",
	}
	c.Effects[classify.Integrity][2] = classify.Level2
	day := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	if got := c.Problems(day); len(got) != 1 || got[0].Step != "integrity" || got[0].Message.Key != "classify.problem.departs" {
		t.Errorf("problems %v", got)
	}
	c.Reasons[classify.Integrity] = "Beloppen är små."
	if got := c.Problems(day); len(got) != 0 {
		t.Errorf("problems %v", got)
	}
}

func TestMatrixWording(t *testing.T) {
	p := text.In(text.Swedish)
	m := classify.Matrix{}.With("trust", classify.NameCell, "Anseende").With("trust", 2, "  Lokal-TV \n ")
	if m.Text(p, "trust", 2) != "Lokal-TV" || m.Text(p, "trust", 3) != p.T("matrix.trust.3") || m.Text(p, "trust", classify.NameCell) != "Anseende" {
		t.Errorf("%+v", m)
	}
	if m.ID() == "" || m.ID() != (classify.Matrix{}.With("trust", 2, "Lokal-TV").With("trust", classify.NameCell, "Anseende")).ID() {
		t.Error("equal matrices are not the same")
	}
	if back := m.With("trust", classify.NameCell, "").With("trust", 2, ""); back.Own() || back.ID() != "" {
		t.Errorf("not the shipped one: %+v", back)
	}
}
