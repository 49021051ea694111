package history

import (
	"testing"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// A draft that is decided is not listed as lost: each field is listed once, with what was decided.
func TestADecisionTellsNoLoss(t *testing.T) {
	ctx, p, r := t.Context(), text.In(text.Swedish), trial.Sample(t, memory.New())
	c, err := r.Classifications().StartDraft(r.Records()[0].Asset.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range classify.Aspects {
		c.Profile = c.Profile.With(a, classify.Level2)
		c.Reasons[a] = "Märks tydligt."
	}
	if err := r.Classifications().SaveDraft(ctx, c); err != nil {
		t.Fatal(err)
	}
	c.DecidedBy, c.DecidedOn, c.NextReview = "Skolchef", text.Date(r.Today()), text.Date(r.Today().AddDate(1, 0, 0))
	if _, err := r.Classifications().Decide(ctx, c); err != nil {
		t.Fatal(err)
	}
	events, err := readEvents(ctx, p, r, 1)
	if err != nil {
		t.Fatal(err)
	}
	d, err := readDetail(ctx, p, r, events[0])
	if err != nil || len(d.Groups) != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	told := map[string]int{}
	for _, l := range d.Groups[0].Lines {
		if told[l.Field]++; told[l.Field] > 1 {
			t.Errorf("%s is told twice", l.Field)
		}
	}
	if len(told) < len(classify.Aspects) {
		t.Errorf("only %v is told", told)
	}
}
