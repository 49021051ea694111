package duty

import (
	"time"

	"infoklass/domain/asset"
)

// Standing is one duty that applies to an asset: met, with how, or not.
type Standing struct {
	*Duty
	// Finding is what is missing, nil where the duty is met.
	Finding *Finding
	Fulfilment
}

// Standings lists every duty that applies to an asset, in the order of All.
func (j *Judgement) Standings(assetID string) []Standing {
	a := j.find(assetID)
	if a == nil || a.record.Asset.Status == asset.Retired {
		return nil
	}
	day, err := time.Parse(time.DateOnly, j.calendar.day)
	if err != nil {
		return nil
	}
	// What the judge remembers is its own: this may be asked on another goroutine.
	f := facts{Record: a.record, brought: bring(j.duties.demands, j.duties.catalogue, kinOf(a.record)), calendar: newCalendar(day), around: a.around, duties: j.duties}
	var out []Standing
	for i := range rules {
		d := j.duties.duties[i]
		if d.Off {
			continue
		}
		v := rules[i].judge(&f)
		if !v.applies {
			continue
		}
		s := Standing{Duty: d, Fulfilment: v.met}
		if v.lack.key != "" {
			found := f.finding(d, v)
			s.Finding = &found
		}
		out = append(out, s)
	}
	return out
}

// Tally is how many duties apply, and how many of them are met.
type Tally struct{ Asked, Met int }

// Share is met of asked, 1 where nothing is asked.
func (t Tally) Share() float64 {
	if t.Asked == 0 {
		return 1
	}
	return float64(t.Met) / float64(t.Asked)
}

// Tally counts the duties of a unit, all below it and their assets; those of
// the whole register for the empty id.
func (j *Judgement) Tally(unitID string) Tally {
	var t Tally
	add := func(asked, missing int) { t.Asked, t.Met = t.Asked+asked, t.Met+asked-missing }
	within := j.within(unitID)
	for i := range j.assets {
		if a := &j.assets[i]; within(a.record.Asset.Unit) {
			add(a.asked, len(a.findings))
		}
	}
	for unit, asked := range j.asked {
		if within(unit) {
			add(asked, 0)
		}
	}
	for _, f := range j.units {
		if within(f.Unit) {
			add(0, 1)
		}
	}
	return t
}
