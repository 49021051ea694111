package duty

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// unitRules are the duties of a unit, after those of assets among equally serious ones.
var (
	managerDuty   = shipped(Manager, "duty.name.manager", "duty.policy.managers", NameManager, false)
	confirmedDuty = shipped(Confirmed, "duty.name.confirmed", "duty.policy.boards", ConfirmUnit, false)
)

// All lists every duty that is judged, in the order that findings are shown
// among equally serious ones.
var All = func() []*Duty {
	var out []*Duty
	for i := range rules {
		out = append(out, &rules[i].Duty)
	}
	return append(out, &managerDuty, &confirmedDuty, &policyDuty, &policyOldDuty, &rulesDuty, &rulesOldDuty, &needsDuty, &trainingDuty, &complianceDuty)
}()

var orderOf = func() map[ID]int {
	m := make(map[ID]int, len(All))
	for i, d := range All {
		m[d.ID] = i
	}
	return m
}()

// set is the duties of a municipality's policy.
type set struct {
	policy    register.Policy
	demands   classify.Demands
	catalogue *requirement.Catalogue // of protection requirements
	duties    []*Duty                // in the order of All, so those of an asset come first
	off       map[ID]bool
}

func newSet(p register.Policy, c *requirement.Catalogue) *set {
	s := &set{p, p.Demands.Filled(), c, By(p), map[ID]bool{}}
	for _, d := range s.duties {
		s.off[d.ID] = d.Off
	}
	return s
}

func (s *set) of(id ID) *Duty { return s.duties[orderOf[id]] }

// same tells whether a policy and a catalogue are those that s is made of.
func (s *set) same(p register.Policy, c *requirement.Catalogue) bool {
	return s.catalogue == c && s.policy.Demands == p.Demands && slices.Equal(s.policy.Off, p.Off) && maps.Equal(s.policy.Wordings, p.Wordings)
}

// Judge judges a register by what its settings say of the municipality's
// policy. It remembers what it judged last, so that after an edit only what
// the edit touched is judged again. It is safe for concurrent use.
type Judge struct {
	mu      sync.Mutex // guards everything below
	brought map[kin]*brought
	last    *Judgement
	of      *register.Register // that last is of
}

// NewJudge returns a judge that has judged nothing yet.
func NewJudge() *Judge { return &Judge{last: &Judgement{}} }

// Judgement is every finding of a register on a day. It is never changed.
type Judgement struct {
	revision ledger.Revision // of what was judged, or of a commit before it
	calendar *calendar       // nil before anything is judged
	duties   *set
	assets   []judged // by the asset's id
	tree     []asset.Unit
	places   map[string]*around
	holds    map[string]int // per unit, assets that are not retired
	units    []Finding      // in the order of the tree
	asked    map[string]int // per unit, its own duties that apply
}

// judged is an asset with its findings and what they were judged from.
type judged struct {
	record   *register.Record
	around   *around
	findings []Finding
	asked    int // duties that apply
}

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
		j.brought = map[kin]*brought{}
	}
	records := r.Records()
	now := &Judgement{revision: revision, calendar: before.calendar, duties: before.duties, tree: r.Organisation().Units(), assets: make([]judged, 0, len(records)), holds: maps.Clone(before.holds)}
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
		now.assets = append(now.assets, j.asset(now, rec))
	}
	for _, gone := range old {
		now.hold(gone.record, -1)
	}
	now.judgeUnits()
	now.judgeGovernance(r)
	j.last, j.of = now, r
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
		place := &around{placed: true, manager: above.manager, answers: above.answers}
		if own := cmp.Or(u.Manager, u.ManagerName); own != "" {
			place.manager, place.answers = own, u.ID
		}
		places[u.ID] = place
	}
	return places
}

// asset judges one asset. One that is retired has no duties any longer.
func (j *Judge) asset(now *Judgement, rec *register.Record) judged {
	done := judged{record: rec, around: now.place(rec)}
	if rec.Asset.Status == asset.Retired {
		return done
	}
	f := facts{Record: rec, brought: j.bring(now.duties, kinOf(rec)), calendar: now.calendar, around: done.around, duties: now.duties}
	var room [16]Finding
	found := room[:0]
	for i := range rules {
		d := now.duties.duties[i]
		if d.Off {
			continue
		}
		v := rules[i].judge(&f)
		if !v.applies {
			continue
		}
		done.asked++
		if v.lack.key != "" {
			found = append(found, f.finding(d, v))
		}
	}
	done.findings = slices.Clip(slices.Clone(found))
	return done
}

func (f *facts) finding(d *Duty, v verdict) Finding {
	return Finding{Duty: d, Severity: v.severity, Record: f.Record, Unit: f.Asset.Unit, Since: v.since, Responsible: f.responsible(d), lack: v.lack}
}

func (j *Judge) bring(s *set, k kin) *brought {
	b, ok := j.brought[k]
	if !ok {
		b = bring(s.demands, s.catalogue, k)
		j.brought[k] = b
	}
	return b
}

// judgeUnits finds the units that hold assets and have no one who answers for
// them, and those that a list brought and no one has looked at.
func (j *Judgement) judgeUnits() {
	j.asked = map[string]int{}
	for _, u := range j.tree {
		came := j.calendar.came(u.ID)
		if j.holds[u.ID] > 0 {
			j.ask(Manager, u.ID, Medium, lack{key: "duty.missing.manager"}, came, j.places[u.ID].manager == "")
		}
		j.ask(Confirmed, u.ID, Low, lack{key: "duty.missing.confirmed"}, came, u.Unconfirmed)
	}
}

// ask asks a duty of a unit, and keeps the finding where it is not met.
func (j *Judgement) ask(id ID, unit string, s Severity, l lack, since string, missing bool) {
	d := j.duties.of(id)
	if d.Off {
		return
	}
	j.asked[unit]++
	if !missing {
		return
	}
	manager := ""
	if place, ok := j.places[unit]; ok {
		manager = place.manager
	}
	j.units = append(j.units, Finding{Duty: d, Severity: s, Unit: unit, Since: since, Responsible: manager, lack: l})
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
	within := j.within(unitID)
	return func(f Finding) bool { return within(f.Unit) }
}

// Answers tells whose manager answers for a unit: the id of the unit itself, or
// of the nearest above it that has a manager; empty where none has.
func (j *Judgement) Answers(unitID string) string {
	if place, ok := j.places[unitID]; ok {
		return place.answers
	}
	return ""
}

// within tells which units are a unit or below it; for the empty id all are.
func (j *Judgement) within(unitID string) func(string) bool {
	if unitID == "" {
		return func(string) bool { return true }
	}
	under := map[string]bool{}
	for _, u := range j.tree { // those above come first
		under[u.ID] = u.ID == unitID || under[u.Parent]
	}
	return func(id string) bool { return under[id] }
}

// Of returns the findings on one asset, the most serious first.
func (j *Judgement) Of(assetID string) []Finding {
	if a := j.find(assetID); a != nil {
		return arrange(slices.Values(a.findings))
	}
	return nil
}

// Worst tells how many findings there are on one asset, and the most serious of them.
func (j *Judgement) Worst(assetID string) (n int, worst Finding) {
	a := j.find(assetID)
	if a == nil || len(a.findings) == 0 {
		return 0, Finding{}
	}
	worst = a.findings[0] // in the order of the rules
	for _, f := range a.findings[1:] {
		if f.Severity > worst.Severity {
			worst = f
		}
	}
	return len(a.findings), worst
}

// Lacks tells whether the policy still demands something of an asset.
func (j *Judgement) Lacks(rec *register.Record) bool {
	a := j.find(rec.Asset.ID)
	return a != nil && len(a.findings) > 0
}

func (j *Judgement) find(assetID string) *judged {
	i, ok := slices.BinarySearchFunc(j.assets, assetID, func(a judged, id string) int { return cmp.Compare(a.record.Asset.ID, id) })
	if !ok {
		return nil
	}
	return &j.assets[i]
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

// Serious counts the findings that are High.
func (j *Judgement) Serious() int {
	n := 0
	for f := range j.Findings() {
		if f.Severity == High {
			n++
		}
	}
	return n
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
