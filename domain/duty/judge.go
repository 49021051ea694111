package duty

import (
	"cmp"
	"maps"
	"slices"
	"sync"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// set is the duties of a municipality's policy.
type set struct {
	policy    register.Policy
	demands   classify.Demands
	catalogue *requirement.Catalogue // of protection requirements
	duties    []*Duty                // in the order of the rules
}

func newSet(p register.Policy, c *requirement.Catalogue) *set {
	return &set{p, p.Demands.Filled(), c, By(p)}
}

func (s *set) of(id ID) *Duty { return s.duties[orderOf[id]] }

// same reports whether a policy and a catalogue are those that s is made of.
func (s *set) same(p register.Policy, c *requirement.Catalogue) bool {
	return s.catalogue == c && s.policy.Demands == p.Demands && slices.Equal(s.policy.Off, p.Off) && maps.Equal(s.policy.Wordings, p.Wordings)
}

// Judge judges a register by what its settings say of the municipality's
// policy. It remembers its last judgement, so that after an edit only what the
// edit touched is judged again. It is safe for concurrent use.
type Judge struct {
	mu          sync.Mutex // guards everything below
	obligations map[obligationKey]*obligations
	last        *Judgement
	of          *register.Register // that last is of
}

// NewJudge returns a judge that has judged nothing yet.
func NewJudge() *Judge { return &Judge{last: &Judgement{}} }

// Register judges everything on a day.
func (j *Judge) Register(r *register.Register, today time.Time) *Judgement {
	j.mu.Lock()
	defer j.mu.Unlock()
	revision := r.Revision() // before what is judged, so that a commit meanwhile is never missed
	if j.of == r && j.last.revision == revision && j.last.calendar.day == text.Date(today) {
		return j.last
	}
	before, policy, catalogue := j.last, r.Settings().Policy, r.Requirements().Catalogue()
	if before.calendar == nil || before.calendar.day != text.Date(today) || !before.duties.same(policy, catalogue) {
		before = &Judgement{calendar: newCalendar(today), duties: newSet(policy, catalogue)}
		j.obligations = map[obligationKey]*obligations{}
	}
	now := &Judgement{
		revision: revision, calendar: before.calendar, duties: before.duties,
		tree: r.Organisation().Units(), asked: map[string]int{},
	}
	j.judgeAssets(now, before, r.Records())
	now.judgeUnits(checksOf(now.tree, r.Governance().Checks()))
	now.judgeGovernance(r.Governance().Documents())
	j.last, j.of = now, r
	return now
}

// judgeAssets judges the assets that are not as they were before, and takes
// over what was judged of the others. Both lists are by id.
func (j *Judge) judgeAssets(now, before *Judgement, records []*register.Record) {
	now.assets = make([]judged, 0, len(records))
	if now.holds = maps.Clone(before.holds); now.holds == nil {
		now.holds = map[string]int{}
	}
	sameUnits := before.places != nil && slices.EqualFunc(now.tree, before.tree, asset.Unit.Equal)
	if now.places = before.places; !sameUnits {
		now.places = placesOf(now.tree)
	}
	old, f := before.assets, &facts{calendar: now.calendar, duties: now.duties}
	for _, rec := range records {
		if len(old) > 0 && old[0].record == rec && (sameUnits || *old[0].place == *now.place(rec.Asset.Unit)) {
			now.assets, old = append(now.assets, old[0]), old[1:]
			continue
		}
		for len(old) > 0 && old[0].record.Asset.ID <= rec.Asset.ID {
			now.hold(old[0].record, -1)
			old = old[1:]
		}
		now.hold(rec, 1)
		now.assets = append(now.assets, j.judge(f, rec, now.place(rec.Asset.Unit)))
	}
	for _, gone := range old {
		now.hold(gone.record, -1)
	}
}

// judge judges one asset. One that is retired has no duties any longer.
func (j *Judge) judge(f *facts, rec *register.Record, at *place) judged {
	done := judged{record: rec, place: at}
	if rec.Asset.Status == asset.Retired {
		return done
	}
	f.Record, f.obligations, f.place = rec, j.obligationsOf(f.duties, rec), at
	var room [16]Finding
	found := room[:0]
	f.each(func(d *Duty, v verdict) {
		done.asked++
		if v.lack.key != "" {
			found = append(found, f.finding(d, v))
		}
		if d.ID == Reviewed {
			done.review = v.due()
		}
	})
	done.findings = slices.Clip(slices.Clone(found))
	return done
}

// each goes through the duties that apply to an asset.
func (f *facts) each(do func(*Duty, verdict)) {
	for i := range rules {
		d, judge := f.duties.duties[i], rules[i].asset
		if judge == nil || d.Off {
			continue
		}
		if v := judge(f); v.applies {
			do(d, v)
		}
	}
}

func (j *Judge) obligationsOf(s *set, rec *register.Record) *obligations {
	k := keyOf(rec)
	o, ok := j.obligations[k]
	if !ok {
		o = s.obligations(k)
		j.obligations[k] = o
	}
	return o
}

// place is what a unit's place in the organisation says.
func (j *Judgement) place(unit string) *place {
	return cmp.Or(j.places[unit], nowhere)
}

// hold counts a record under its unit. One that is retired asks nothing of the unit.
func (j *Judgement) hold(rec *register.Record, n int) {
	if rec.Asset.Status != asset.Retired {
		j.holds[rec.Asset.Unit] += n
	}
}

// judgeUnits judges every unit.
func (j *Judgement) judgeUnits(c checks) {
	f := &unitFacts{calendar: j.calendar, checks: c, started: len(j.assets) > 0}
	for _, u := range j.tree {
		f.Unit, f.place, f.holds = u, j.place(u.ID), j.holds[u.ID]
		for i := range rules {
			if d := j.duties.duties[i]; rules[i].unit != nil && !d.Off {
				j.ask(d, u.ID, rules[i].unit(f))
			}
		}
	}
}

// ask counts a duty that applies to a unit, and keeps the finding where it is not met.
func (j *Judgement) ask(d *Duty, unit string, v verdict) {
	if !v.applies {
		return
	}
	j.asked[unit]++
	if v.lack.key == "" {
		return
	}
	f := v.finding(d)
	f.Unit, f.Responsible = unit, j.place(unit).manager
	j.units = append(j.units, f)
}
