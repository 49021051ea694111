package register_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

// machine drives a register with random commands beside what it should be: the
// pictures after every commit in force, and after every commit taken back.
type machine struct {
	store  *memory.Store
	r      *register.Register
	past   []picture // past[len-1] is the present
	future []picture
}

type command struct {
	name  string
	kinds []ledger.Kind
	run   func(*machine, *rapid.T)
}

// commands are what the machine does, with the kinds of entities that each puts or takes away.
var commands = []command{
	{"add", []ledger.Kind{register.KindAsset}, (*machine).add},
	{"change", []ledger.Kind{register.KindAsset}, (*machine).change},
	{"delete", nil, (*machine).delete},
	{"draft", []ledger.Kind{register.KindDraft}, (*machine).draft},
	{"decide", []ledger.Kind{register.KindClassification}, (*machine).decide},
	{"unit", []ledger.Kind{register.KindUnit}, (*machine).unit},
	{"rename", nil, (*machine).rename},
	{"merge", nil, (*machine).merge},
	{"retire", nil, (*machine).retire},
	{"dissolve", nil, (*machine).dissolve},
	{"hand", nil, (*machine).hand},
	{"settings", []ledger.Kind{register.KindSettings}, (*machine).settings},
	{"assess", []ledger.Kind{register.KindAssessment}, (*machine).assess},
	{"except", []ledger.Kind{register.KindException}, (*machine).except},
	{"allow", nil, (*machine).endException},
	{"action", []ledger.Kind{register.KindAction}, (*machine).action},
	{"follow", nil, (*machine).follow},
	{"close", nil, (*machine).close},
	{"remove", nil, (*machine).removeAction},
	{"platform", []ledger.Kind{register.KindPlatform}, (*machine).platform},
	{"switch", []ledger.Kind{register.KindRequirement}, (*machine).switchRequirement},
	{"link", []ledger.Kind{register.KindLink}, (*machine).link},
	{"unlink", nil, (*machine).unlink},
	{"adjust", []ledger.Kind{register.KindAdjustment}, (*machine).adjust},
	{"settle", nil, (*machine).endAdjustment},
	{"document", []ledger.Kind{register.KindDocument}, (*machine).document},
	{"check", []ledger.Kind{register.KindCheck}, (*machine).yearlyCheck},
	{"matrix", []ledger.Kind{register.KindMatrix}, (*machine).matrix},
	{"scale", []ledger.Kind{register.KindScale}, (*machine).scale},
	{"share", []ledger.Kind{register.KindCommon}, (*machine).share},
	{"mapping", []ledger.Kind{register.KindMapping}, (*machine).mapping},
	{"note", []ledger.Kind{register.KindNote}, (*machine).note},
	{"undo", nil, (*machine).undo},
	{"redo", nil, (*machine).redo},
	{"conflict", nil, (*machine).conflict},
	{"reopen", nil, (*machine).reopen},
	{"search", nil, (*machine).search},
}

func TestRegisterAgainstAModel(t *testing.T) {
	actions := map[string]func(*machine) func(*rapid.T){}
	for _, c := range commands {
		actions[c.name] = func(m *machine) func(*rapid.T) { return func(t *rapid.T) { c.run(m, t) } }
	}
	rapid.Check(t, func(t *rapid.T) {
		store := memory.New()
		m := &machine{store: store, r: open(t, store)}
		m.past = []picture{pictureOf(t, m.r)}
		bound := map[string]func(*rapid.T){"": m.check}
		for name, of := range actions {
			bound[name] = of(m)
		}
		t.Repeat(bound)
		whole(t, m.r.Store())
	})
}

func TestTheModelPutsEveryKind(t *testing.T) {
	for _, k := range register.Kinds() {
		if !slices.ContainsFunc(commands, func(c command) bool { return slices.Contains(c.kinds, k) }) {
			t.Errorf("no command of the model puts a %s", k)
		}
	}
}

var words = []string{"Journal", "Lön", "Ärende", "Café", "Barn", "AB", "system", "ÅÄÖ", "x"}

func drawName(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 3).Draw(t, "name"), " ")
}

func (m *machine) pick(t *rapid.T) *register.Record {
	all := m.r.Records()
	if len(all) == 0 {
		t.Skip("no assets")
	}
	return all[rapid.IntRange(0, len(all)-1).Draw(t, "asset")]
}

// committed notes that a command has been carried out.
func (m *machine) committed(t *rapid.T, err error) {
	if err != nil {
		t.Fatal(err)
	}
	now := pictureOf(t, m.r)
	m.past, m.future = append(m.past, now), nil
}

func (m *machine) add(t *rapid.T) {
	a, err := m.r.AddAsset(ctx, asset.Asset{Name: drawName(t), Kind: rapid.SampledFrom(asset.Kinds).Draw(t, "kind"), Unit: m.anyUnit(t)})
	m.committed(t, err)
	equal(t, "the new asset", record(t, m.r, a.ID).Asset, a)
}

func (m *machine) anyUnit(t *rapid.T) string {
	units := m.r.Organisation().Units()
	if len(units) == 0 || rapid.Bool().Draw(t, "without unit") {
		return ""
	}
	return rapid.SampledFrom(units).Draw(t, "unit").ID
}

func (m *machine) change(t *rapid.T) {
	rec := m.pick(t)
	a := rec.Asset.With(asset.Supplier, drawName(t)+fmt.Sprint(m.r.Revision())).WithCustom(drawName(t), "värde")
	a.Unit = m.anyUnit(t)
	_, err := m.r.ChangeAsset(ctx, a, rec.Revision)
	m.committed(t, err)
}

func (m *machine) delete(t *rapid.T) {
	_, err := m.r.DeleteAssets(ctx, []string{m.pick(t).Asset.ID, m.pick(t).Asset.ID})
	m.committed(t, err)
}

func (m *machine) drawn(t *rapid.T) string {
	return rapid.StringMatching(`[0-3]{4}`).Draw(t, "levels")
}

func (m *machine) draft(t *rapid.T) {
	c := classified(t, m.r, m.pick(t).Asset.ID, m.drawn(t))
	c.DecidedBy = fmt.Sprint(m.r.Revision()) // so that the draft differs from the one before
	m.committed(t, m.r.Classifications().SaveDraft(ctx, c))
}

func (m *machine) decide(t *rapid.T) {
	rec := m.pick(t)
	before := m.r.Classifications().Versions(rec.Asset.ID)
	c := classified(t, m.r, rec.Asset.ID, m.drawn(t))
	for i := range c.Deviations {
		c.Deviations[i] = "inte allt" // for what is below the information
	}
	c, err := m.r.Classifications().Decide(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the levels in force", record(t, m.r, rec.Asset.ID).Profile(), c.Profile)
	m.committed(t, nil)
	after := m.r.Classifications().Versions(rec.Asset.ID)
	equal(t, "the newest version", after[0], c)
	equal(t, "the versions before", len(after)-1, len(before))
	for i := range before {
		equal(t, "an older version", after[i+1], before[i])
	}
}

func (m *machine) unit(t *rapid.T) {
	u := asset.Unit{ID: m.r.NewID(), Name: drawName(t), Kind: rapid.SampledFrom(asset.UnitKinds).Draw(t, "kind"), Parent: m.anyUnit(t)}
	_, err := m.r.Commit(ctx, text.Msg("why.unit.add", "name", u.Name), register.PutUnit(u, 0))
	m.committed(t, err)
}

// aUnit draws a unit that there is.
func (m *machine) aUnit(t *rapid.T, label string) asset.Unit {
	units := m.r.Organisation().Units()
	if len(units) == 0 {
		t.Skip("no units")
	}
	return rapid.SampledFrom(units).Draw(t, label)
}

// organised notes an operation on units, which may have been refused with a sentence.
func (m *machine) organised(t *rapid.T, before ledger.Revision, err error) {
	if told := new(text.Error); errors.As(err, &told) {
		if m.r.Revision() != before {
			t.Fatalf("refused, but something was written: %v", err)
		}
		return
	}
	if err == nil && m.r.Revision() == before {
		return
	}
	m.committed(t, err)
	m.whole(t)
}

// whole checks what no operation on units may break: nothing is lost, no asset
// hangs in the air, and every unit is reached from the top.
func (m *machine) whole(t *rapid.T) {
	past := m.past[len(m.past)-2:]
	equal(t, "the number of assets", len(past[1].Assets), len(past[0].Assets))
	for _, rec := range m.r.Records() {
		if _, ok := m.r.Organisation().Unit(rec.Asset.Unit); !ok && rec.Asset.Unit != "" {
			t.Fatalf("%s is in a unit that does not exist", rec.Asset.Name)
		}
	}
	for _, u := range m.r.Organisation().Units() {
		line := m.r.Organisation().UnitPath(u.ID)
		if len(line) == 0 || line[len(line)-1] != u.Name {
			t.Fatalf("%s stands at %v", u.Name, line)
		}
	}
}

func (m *machine) rename(t *rapid.T) {
	u, before := m.aUnit(t, "unit"), m.r.Revision()
	u.Name, u.Parent = drawName(t), m.anyUnit(t)
	m.organised(t, before, m.r.Organisation().ChangeUnit(ctx, u, m.r.RevisionOf(register.KindUnit.Ref(u.ID))))
}

func (m *machine) merge(t *rapid.T) {
	before := m.r.Revision()
	_, err := m.r.Organisation().MergeUnits(ctx, m.aUnit(t, "from").ID, m.aUnit(t, "into").ID)
	m.organised(t, before, err)
}

func (m *machine) retire(t *rapid.T) {
	u, before := m.aUnit(t, "unit"), m.r.Revision()
	if u.Retired != "" {
		m.organised(t, before, m.r.Organisation().ReviveUnit(ctx, u.ID))
		return
	}
	_, err := m.r.Organisation().RetireUnit(ctx, u.ID, "", m.anyUnit(t))
	m.organised(t, before, err)
}

func (m *machine) dissolve(t *rapid.T) {
	u, before := m.aUnit(t, "unit"), m.r.Revision()
	m.organised(t, before, m.r.Organisation().DeleteUnit(ctx, u.ID))
}

func (m *machine) hand(t *rapid.T) {
	before := m.r.Revision()
	_, err := m.r.Organisation().HandOver(ctx, register.Handover{To: drawName(t) + fmt.Sprint(before), Fields: []asset.Field{asset.InformationOwner}, Unit: m.anyUnit(t)})
	m.organised(t, before, err)
}

func (m *machine) settings(t *rapid.T) {
	m.committed(t, m.r.ChangeSettings(ctx, register.Settings{Municipality: fmt.Sprint(m.r.Revision())}))
}

func (m *machine) anyRequirement(t *rapid.T) string {
	return rapid.SampledFrom([]string{"ORG-01", "ORG-02", "INF-01"}).Draw(t, "requirement")
}

func (m *machine) assess(t *rapid.T) {
	_, err := m.r.Requirements().Assess(ctx, requirement.Assessment{
		Asset: m.pick(t).Asset.ID, Requirement: m.anyRequirement(t), Answer: rapid.SampledFrom(requirement.Answers).Draw(t, "answer"),
		Comment: fmt.Sprint(m.r.Revision()), // so that the answer differs from the one before
		Shared:  rapid.Bool().Draw(t, "shared"),
	})
	m.committed(t, err)
}

func (m *machine) except(t *rapid.T) {
	m.committed(t, m.r.Requirements().Except(ctx, exception(m.pick(t).Asset.ID, m.anyRequirement(t), fmt.Sprint(m.r.Revision()))))
}

func (m *machine) endException(t *rapid.T) {
	rec, id := m.pick(t), m.anyRequirement(t)
	if _, ok := rec.Standing.Exceptions[id]; !ok {
		t.Skip("no exception")
	}
	m.committed(t, m.r.Requirements().EndException(ctx, rec.Asset.ID, id))
}

func (m *machine) action(t *rapid.T) {
	a := action.Action{What: drawName(t)}
	switch rapid.IntRange(0, 2).Draw(t, "about") {
	case 0:
		a.Asset = m.pick(t).Asset.ID
		a.Cause = action.Cause{Kind: action.Requirement, ID: m.anyRequirement(t)}
	case 1:
		a.Unit = m.anyUnit(t)
	}
	added, err := m.r.Plan().AddAction(ctx, a)
	m.committed(t, err)
	stored, _ := m.r.Plan().Action(added.ID)
	equal(t, "the new action", stored, added)
}

func (m *machine) pickAction(t *rapid.T) action.Action {
	all := m.r.Plan().Actions()
	if len(all) == 0 {
		t.Skip("no actions")
	}
	return all[rapid.IntRange(0, len(all)-1).Draw(t, "action")]
}

func (m *machine) follow(t *rapid.T) {
	_, err := m.r.Plan().FollowAction(ctx, m.pickAction(t).ID, action.FollowUp{Note: drawName(t)})
	m.committed(t, err)
}

// close closes an open action and opens a closed one.
func (m *machine) close(t *rapid.T) {
	a := m.pickAction(t)
	var err error
	if a.Status.Open() {
		_, err = m.r.Plan().CloseAction(ctx, a.ID, rapid.SampledFrom([]action.Status{action.Done, action.Cancelled}).Draw(t, "as"), "")
	} else {
		_, err = m.r.Plan().ReopenAction(ctx, a.ID)
	}
	m.committed(t, err)
}

func (m *machine) removeAction(t *rapid.T) {
	m.committed(t, m.r.Plan().DeleteActions(ctx, []string{m.pickAction(t).ID}))
}

// platform puts one asset on another or takes it off; a ring is refused and changes nothing.
func (m *machine) platform(t *rapid.T) {
	user, platform := m.pick(t).Asset.ID, m.pick(t).Asset.ID
	stands := false
	for _, rec := range m.r.Requirements().Platforms(user) {
		stands = stands || rec.Asset.ID == platform
	}
	if stands {
		m.committed(t, m.r.Requirements().LeavePlatform(ctx, user, platform))
		return
	}
	before := m.r.Revision()
	if err := m.r.Requirements().UsePlatform(ctx, user, platform); err != nil {
		if m.r.Revision() != before {
			t.Fatal("a refused platform was written")
		}
		return
	}
	m.committed(t, nil)
}

func (m *machine) switchRequirement(t *rapid.T) {
	id := m.anyRequirement(t)
	m.committed(t, m.r.Requirements().SwitchRequirement(ctx, id, !m.r.Requirements().Catalogue().Off(id), fmt.Sprint(m.r.Revision())))
}

// put commits an entity that has a revision in it, so that it differs from the one before.
func (m *machine) put(t *rapid.T, e register.Edit) {
	_, err := m.r.Commit(ctx, text.Msg("test.why"), e)
	m.committed(t, err)
}

// stamp is never the same twice.
func (m *machine) stamp() string { return fmt.Sprint(m.r.Revision()) }

func (m *machine) document(t *rapid.T) {
	d := governance.Document{Kind: governance.Rule, Title: drawName(t) + m.stamp(), Body: governance.ManagementGroup, DecidedOn: "2026-01-31", Unit: m.anyUnit(t)}
	if all := m.r.Governance().Documents(); len(all) > 0 && rapid.Bool().Draw(t, "an old one") {
		d.ID = rapid.SampledFrom(all).Draw(t, "document").ID
		if rapid.IntRange(0, 3).Draw(t, "delete") == 0 {
			m.committed(t, m.r.Governance().DeleteDocument(ctx, d.ID))
			return
		}
	}
	_, err := m.r.Governance().SaveDocument(ctx, d, m.r.RevisionOf(register.KindDocument.Ref(d.ID)))
	m.committed(t, err)
}

func (m *machine) yearlyCheck(t *rapid.T) {
	c := governance.Check{Kind: governance.Needs, Unit: m.aUnit(t, "unit").ID, On: "2026-10-01", By: "Chef", Outcome: m.stamp()}
	if all := m.r.Governance().Checks(); len(all) > 0 && rapid.Bool().Draw(t, "delete") {
		m.committed(t, m.r.Governance().DeleteCheck(ctx, rapid.SampledFrom(all).Draw(t, "check").ID))
		return
	}
	_, err := m.r.Governance().SaveCheck(ctx, c, 0)
	m.committed(t, err)
}

func (m *machine) matrix(t *rapid.T) {
	category := rapid.SampledFrom(classify.Categories[:]).Draw(t, "category")
	m.committed(t, m.r.Classifications().ChangeMatrix(ctx, m.r.Classifications().Matrix().With(category, rapid.IntRange(0, 3).Draw(t, "rank"), m.stamp())))
}

// scale adds one, or takes away one that nothing is written in.
func (m *machine) scale(t *rapid.T) {
	own := slices.DeleteFunc(m.r.Classifications().Scales(), classify.Scale.Shipped)
	if len(own) > 0 && rapid.Bool().Draw(t, "remove") {
		m.committed(t, m.r.Classifications().RemoveScale(ctx, rapid.SampledFrom(own).Draw(t, "scale").ID))
		return
	}
	s := ownScale("egen " + m.stamp())
	s.ID = "own-" + m.stamp()
	m.committed(t, m.r.Classifications().AddScale(ctx, s))
}

func (m *machine) share(t *rapid.T) {
	rec := m.pick(t)
	if common, shared := m.r.Classifications().CommonOf(rec.Asset.ID); shared {
		m.committed(t, m.r.Classifications().Unshare(ctx, common.ID))
		return
	}
	if !rec.Classified() {
		t.Skip("not classified")
	}
	_, err := m.r.Classifications().Share(ctx, rec.Asset.ID, m.stamp())
	m.committed(t, err)
}

func (m *machine) mapping(t *rapid.T) {
	id := rapid.SampledFrom([]string{"a", "b"}).Draw(t, "fingerprint")
	m.put(t, register.PutMapping(id, register.Mapping{Columns: map[string]string{"Namn": m.stamp()}}, m.r.RevisionOf(register.KindMapping.Ref(id))))
}

func (m *machine) note(t *rapid.T) {
	n := register.Note{ID: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "id"), Words: m.stamp()}
	if rapid.Bool().Draw(t, "of an asset") {
		n.Asset = m.pick(t).Asset.ID
	} else {
		n.Unit = m.anyUnit(t)
	}
	m.put(t, register.PutNote(n, m.r.RevisionOf(register.KindNote.Ref(n.ID))))
}

func (m *machine) undo(t *rapid.T) {
	_, err := m.r.Undo(ctx)
	if len(m.past) == 1 {
		if !errors.Is(err, register.ErrNothing) {
			t.Fatalf("undo of nothing: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	last := len(m.past) - 1
	m.past, m.future = m.past[:last], append(m.future, m.past[last])
}

func (m *machine) redo(t *rapid.T) {
	_, err := m.r.Redo(ctx)
	if len(m.future) == 0 {
		if !errors.Is(err, register.ErrNothing) {
			t.Fatalf("redo of nothing: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	last := len(m.future) - 1
	m.past, m.future = append(m.past, m.future[last]), m.future[:last]
}

// conflict edits from a revision that has moved on.
func (m *machine) conflict(t *rapid.T) {
	rec := m.pick(t)
	_, err := m.r.ChangeAsset(ctx, rec.Asset.With(asset.Note, "ändrad"), rec.Revision-1)
	if !errors.Is(err, ledger.ErrConflict) {
		t.Fatalf("an edit of an older revision: %v", err)
	}
}

func (m *machine) reopen(t *rapid.T) {
	m.store = m.store.Reopen()
	m.r = open(t, m.store)
}

// search compares a search with one that folds everything and looks in it once more.
func (m *machine) search(t *rapid.T) {
	query := drawName(t)
	var want []string
	for _, rec := range m.r.Records() {
		hay := []string{rec.Asset.Name, asset.Path(m.r.Organisation().UnitPath(rec.Asset.Unit))}
		for _, v := range rec.Asset.Fields {
			hay = append(hay, v)
		}
		for _, v := range rec.Asset.Custom {
			hay = append(hay, v)
		}
		if rec.Class != nil {
			hay = append(hay, rec.Class.DecidedBy, rec.Class.DecidedOn, rec.Class.NextReview)
			for _, reason := range rec.Class.Reasons {
				hay = append(hay, string(reason))
			}
		}
		all := true
		for _, w := range strings.Fields(text.Fold(query)) {
			all = all && strings.Contains(text.Fold(strings.Join(hay, "\n")), w)
		}
		if all {
			want = append(want, rec.Asset.ID)
		}
	}
	found, err := m.r.Find(ctx, register.Query{Text: query})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, rec := range found {
		got = append(got, rec.Asset.ID)
	}
	equal(t, "what a search finds", got, want)
}

func (m *machine) check(t *rapid.T) {
	equal(t, "the register", pictureOf(t, m.r), m.past[len(m.past)-1])
	neverBelow(t, m.r)
	_, can, err := m.r.Undoable(ctx)
	if err != nil || can != (len(m.past) > 1) {
		t.Fatalf("undoable: %v, %v with %d commits in force", can, err, len(m.past)-1)
	}
}
