package duty

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// unitRules are the duties of a unit, after those of assets among equally serious ones.
var (
	managerDuty   = Duty{Manager, "duty.name.manager", "duty.policy.managers", NameManager, false}
	confirmedDuty = Duty{Confirmed, "duty.name.confirmed", "duty.policy.boards", ConfirmUnit, false}
)

// All lists every duty that is judged, in the order that findings are shown
// among equally serious ones.
var All = func() []*Duty {
	var out []*Duty
	for i := range rules {
		out = append(out, &rules[i].Duty)
	}
	return append(out, &managerDuty, &confirmedDuty)
}()

var orderOf = func() map[ID]int {
	m := make(map[ID]int, len(All))
	for i, d := range All {
		m[d.ID] = i
	}
	return m
}()

// Judge judges a register by a municipality's settings. It remembers what it
// judged last, so that after an edit only what the edit touched is judged
// again. It is safe for concurrent use.
type Judge struct {
	settings Settings

	mu        sync.Mutex             // guards everything below
	catalogue *requirement.Catalogue // what was last judged by
	brought   map[requirement.Object]*brought
	last      *Judgement
}

// NewJudge returns a judge with settings.
func NewJudge(s Settings) *Judge {
	return &Judge{settings: s, last: &Judgement{}}
}

// Judgement is every finding of a register on a day. It is never changed.
type Judgement struct {
	calendar *calendar // nil before anything is judged
	assets   []judged  // by the asset's id
	tree     []asset.Unit
	places   map[string]*around
	holds    map[string]int // per unit, assets that are not retired
	units    []Finding      // in the order of the tree
}

// judged is an asset with its findings and what they were judged from.
type judged struct {
	record   *register.Record
	around   *around
	findings []Finding
}

// Register judges everything on a day.
func (j *Judge) Register(r *register.Register, today time.Time) *Judgement {
	j.mu.Lock()
	defer j.mu.Unlock()
	if c := r.Catalogue(); c != j.catalogue { // every asset may have other requirements
		j.catalogue, j.brought, j.last = c, map[requirement.Object]*brought{}, &Judgement{}
	}
	before := j.last
	if before.calendar == nil || before.calendar.day != text.Date(today) {
		before = &Judgement{calendar: newCalendar(today)}
	}
	records := r.Records()
	now := &Judgement{calendar: before.calendar, tree: r.Units(), assets: make([]judged, 0, len(records)), holds: maps.Clone(before.holds)}
	if now.holds == nil {
		now.holds = map[string]int{}
	}
	sameUnits := before.places != nil && slices.EqualFunc(now.tree, before.tree, asset.Unit.Equal)
	if now.places = before.places; !sameUnits {
		now.places = placesOf(now.tree)
	}
	old := before.assets
	for _, rec := range records {
		if len(old) > 0 && old[0].record == rec && (sameUnits || *old[0].around == *now.place(rec)) {
			now.assets, old = append(now.assets, old[0]), old[1:]
			continue
		}
		for len(old) > 0 && old[0].record.Asset.ID <= rec.Asset.ID {
			now.hold(old[0].record, -1)
			old = old[1:]
		}
		now.hold(rec, 1)
		now.assets = append(now.assets, judged{rec, now.place(rec), j.asset(rec, now.place(rec), now.calendar)})
	}
	for _, gone := range old {
		now.hold(gone.record, -1)
	}
	now.judgeUnits()
	j.last = now
	return now
}

var nowhere = &around{}

// place is what a record's place in the organisation says.
func (j *Judgement) place(rec *register.Record) *around {
	if place, ok := j.places[rec.Asset.Unit]; ok {
		return place
	}
	return nowhere
}

// hold counts a record under its unit. One that is retired asks nothing of the unit.
func (j *Judgement) hold(rec *register.Record, n int) {
	if rec.Asset.Status != asset.Retired {
		j.holds[rec.Asset.Unit] += n
	}
}

// placesOf tells of each unit who answers for it.
func placesOf(units []asset.Unit) map[string]*around {
	places := make(map[string]*around, len(units))
	for _, u := range units { // those above come first
		above := nowhere
		if place, ok := places[u.Parent]; ok {
			above = place
		}
		places[u.ID] = &around{placed: true, manager: cmp.Or(u.Manager, u.ManagerName, above.manager)}
	}
	return places
}

// asset judges one asset. One that is retired has no duties any longer.
func (j *Judge) asset(rec *register.Record, place *around, c *calendar) []Finding {
	if rec.Asset.Status == asset.Retired {
		return nil
	}
	f := facts{Record: rec, brought: j.bring(requirement.ObjectOf(rec.Asset, rec.Profile())), calendar: c, around: place}
	var room [16]Finding
	found := room[:0]
	for i := range rules {
		v := rules[i].judge(&f)
		if v.lack.key == "" {
			continue
		}
		d := &rules[i].Duty
		found = append(found, Finding{Duty: d, Severity: v.severity, Record: rec, Unit: rec.Asset.Unit, Since: v.since, Responsible: f.responsible(d), lack: v.lack})
	}
	return slices.Clip(slices.Clone(found))
}

func (j *Judge) bring(o requirement.Object) *brought {
	b, ok := j.brought[o]
	if !ok {
		b = bring(j.settings, j.catalogue, o)
		j.brought[o] = b
	}
	return b
}

// judgeUnits finds the units that hold assets and have no one who answers for
// them, and those that a list brought and no one has looked at.
func (j *Judgement) judgeUnits() {
	add := func(d *Duty, s Severity, u asset.Unit, key string) {
		j.units = append(j.units, Finding{Duty: d, Severity: s, Unit: u.ID, Since: j.calendar.came(u.ID), Responsible: j.places[u.ID].manager, lack: lack{key: key}})
	}
	for _, u := range j.tree {
		if j.places[u.ID].manager == "" && j.holds[u.ID] > 0 {
			add(&managerDuty, Medium, u, "duty.missing.manager")
		}
		if u.Unconfirmed {
			add(&confirmedDuty, Low, u, "duty.missing.confirmed")
		}
	}
}

// Findings goes through all findings, by asset and then by unit.
func (j *Judgement) Findings() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for i := range j.assets {
			for _, f := range j.assets[i].findings {
				if !yield(f) {
					return
				}
			}
		}
		for _, f := range j.units {
			if !yield(f) {
				return
			}
		}
	}
}

// Find returns the findings that keep wants, the most serious first, then by
// duty, then by asset or unit. A nil keep wants all.
func (j *Judgement) Find(keep func(Finding) bool) []Finding {
	return arrange(func(yield func(Finding) bool) {
		for f := range j.Findings() {
			if (keep == nil || keep(f)) && !yield(f) {
				return
			}
		}
	})
}

// Within chooses the findings on a unit and all below it, and on their assets.
func (j *Judgement) Within(unitID string) func(Finding) bool {
	under := map[string]bool{}
	for _, u := range j.tree { // those above come first
		under[u.ID] = u.ID == unitID || under[u.Parent]
	}
	return func(f Finding) bool { return under[f.Unit] }
}

// Of returns the findings on one asset, the most serious first.
func (j *Judgement) Of(assetID string) []Finding {
	i, ok := slices.BinarySearchFunc(j.assets, assetID, func(a judged, id string) int { return cmp.Compare(a.record.Asset.ID, id) })
	if !ok {
		return nil
	}
	return arrange(slices.Values(j.assets[i].findings))
}

// arrange puts the most serious findings first, and keeps the order of those
// alike. It goes through them twice, which is faster than to move them.
func arrange(findings iter.Seq[Finding]) []Finding {
	bucket := func(f Finding) int { return int(High-f.Severity)*len(All) + orderOf[f.ID] }
	next := make([]int, (int(High)+1)*len(All)+1) // where the next of each bucket belongs
	for f := range findings {
		next[bucket(f)+1]++
	}
	for i := range len(next) - 1 {
		next[i+1] += next[i]
	}
	out := make([]Finding, next[len(next)-1])
	for f := range findings {
		b := bucket(f)
		out[next[b]] = f
		next[b]++
	}
	return out
}

// Count tells how many findings there are of each duty and severity.
func (j *Judgement) Count() map[ID][3]int {
	out := map[ID][3]int{}
	for f := range j.Findings() {
		n := out[f.ID]
		n[f.Severity]++
		out[f.ID] = n
	}
	return out
}
