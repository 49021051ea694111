package assets

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/example"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

var swedish = text.In(text.Swedish)

func listedBy(t testing.TB, r *register.Register, q register.Query, s assetSort) []*register.Record {
	t.Helper()
	l, err := listAssets(context.Background(), present.NewAssetWords(swedish, r), q, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l.Records
}

func namesOf(records []*register.Record) []string {
	var out []string
	for _, rec := range records {
		out = append(out, rec.Asset.Name)
	}
	return out
}

func TestListIsInSwedishOrder(t *testing.T) {
	r := trial.Register(t, memory.New())
	for _, name := range []string{"Öppna data", "Zebra", "ärenden", "Ånga", "System 10", "System 9", "Ann"} {
		trial.Add(t, r, asset.Asset{Name: name})
	}
	want := []string{"Ann", "System 9", "System 10", "Zebra", "Ånga", "ärenden", "Öppna data"}
	if diff := cmp.Diff(want, namesOf(listedBy(t, r, register.Query{}, assetSort{Key: present.KeyName}))); diff != "" {
		t.Error(diff)
	}
	slices.Reverse(want)
	if diff := cmp.Diff(want, namesOf(listedBy(t, r, register.Query{}, assetSort{Key: present.KeyName, Descending: true}))); diff != "" {
		t.Error(diff)
	}
}

func TestEmptyValuesComeLastInBothDirections(t *testing.T) {
	r := trial.Register(t, memory.New())
	supplier := present.AssetKey(asset.Supplier)
	for name, value := range map[string]string{"a": "Beta", "b": "", "c": "Alfa"} {
		trial.Add(t, r, asset.Asset{Name: name}.With(asset.Supplier, value))
	}
	for descending, want := range map[bool][]string{false: {"c", "a", "b"}, true: {"a", "c", "b"}} {
		got := namesOf(listedBy(t, r, register.Query{}, assetSort{Key: supplier, Descending: descending}))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("descending %v: %s", descending, diff)
		}
	}
}

func TestLevelsAreSortedByTheHighest(t *testing.T) {
	r := trial.Sample(t, memory.New())
	records := listedBy(t, r, register.Query{}, assetSort{Key: present.KeyClass, Descending: true})
	before := classify.Level3
	for _, rec := range records {
		if h := rec.Profile().Highest(); h > before {
			t.Fatalf("%s at %v comes after %v", rec.Asset.Name, h, before)
		} else {
			before = h
		}
	}
	if records[0].Profile().String() != "K3 R3 T3 S3" || !records[len(records)-1].Profile().Empty() {
		t.Errorf("first %v, last %v", records[0].Profile(), records[len(records)-1].Profile())
	}
}

// A search picks from the order of the whole register, and must come out as
// if what it found had been sorted by itself.
func TestSearchKeepsTheOrder(t *testing.T) {
	r := trial.Sample(t, memory.New())
	keys := []present.AssetKey{present.KeyName, present.KeyBoard, present.KeyClass, present.KeyState, present.KeyReview, present.KeyOwner}
	words := present.NewAssetWords(swedish, r)
	whole, err := listAssets(context.Background(), words, register.Query{}, assetSort{Key: present.KeyName}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		s := assetSort{Key: rapid.SampledFrom(keys).Draw(rt, "key"), Descending: rapid.Bool().Draw(rt, "descending")}
		q := register.Query{Text: rapid.SampledFrom([]string{"", "e", "skol", "system", "vård", "finns inte"}).Draw(rt, "text")}
		got, err := listAssets(context.Background(), words, q, s, whole.Order)
		if err != nil {
			rt.Fatal(err)
		}
		all := namesOf(listedBy(t, r, register.Query{}, s))
		found, err := r.Find(context.Background(), q)
		if err != nil {
			rt.Fatal(err)
		}
		chosen := namesOf(found)
		all = slices.DeleteFunc(all, func(n string) bool { return !slices.Contains(chosen, n) })
		if diff := cmp.Diff(all, namesOf(got.Records), cmpopts.EquateEmpty()); diff != "" {
			rt.Error(diff)
		}
	})
}

func TestOrderFollowsTheRegister(t *testing.T) {
	r := trial.Sample(t, memory.New())
	words := present.NewAssetWords(swedish, r)
	before, err := listAssets(context.Background(), words, register.Query{}, assetSort{Key: present.KeyName}, nil)
	if err != nil {
		t.Fatal(err)
	}
	trial.Add(t, r, asset.Asset{Name: "Allra först"})
	after, err := listAssets(context.Background(), words, register.Query{}, assetSort{Key: present.KeyName}, before.Order)
	if err != nil {
		t.Fatal(err)
	}
	if after.Total != before.Total+1 || after.Records[0].Asset.Name != "Allra först" {
		t.Errorf("%d assets, first %s", after.Total, after.Records[0].Asset.Name)
	}
}

func TestFilterInWords(t *testing.T) {
	r := trial.Sample(t, memory.New())
	k := classify.Confidentiality
	board := r.Organisation().Boards()[0]
	for _, tc := range []struct {
		query register.Query
		want  string
	}{
		{register.Query{}, ""},
		{register.Query{Text: "  "}, ""},
		{register.Query{AtLeast: classify.Level2}, "Nivå: 2 eller högre"},
		{register.Query{AtLeast: classify.Level3, Aspect: &k, Kind: asset.System}, "Verksamhetssystem · K: 3 eller högre"},
		{register.Query{ByLevel: true, Aspect: &k}, "K: oklassad"},
		{register.Query{ByLevel: true, Exactly: classify.Level1, Aspect: &k}, "K: 1"},
		{register.Query{Unit: board.ID, Text: "elev"}, board.Name + " · sökning ”elev”"},
		{register.Query{States: []classify.State{classify.Decided, ""}, OwnerMissing: true}, "Oklassad, Beslutad · Informationsägare saknas"},
		{register.Query{Overdue: true}, "Försenad översyn"},
		{register.Query{Overdue: true, NoUnit: true}, "Utan enhet · Försenad översyn"},
	} {
		if got := newAssetFilter(swedish, r, tc.query).Words(); got != tc.want {
			t.Errorf("%+v: got %q, want %q", tc.query, got, tc.want)
		}
		if got := Narrows(tc.query); got != (tc.want != "") {
			t.Errorf("%+v: narrows is %v", tc.query, got)
		}
	}
}

func TestFiltersAreRemembered(t *testing.T) {
	r := trial.Sample(t, memory.New())
	a := classify.Traceability
	q := register.Query{
		Text: "elev", Unit: r.Organisation().Boards()[1].ID, Kind: asset.System, Status: asset.InOperation, AtLeast: classify.Level2, Aspect: &a,
		States: []classify.State{classify.Imported}, Overdue: true, OwnerMissing: true,
	}
	got := recallQuery(r, rememberQuery(q))
	q.Text = "" // what was searched for is not remembered
	if diff := cmp.Diff(q, got); diff != "" {
		t.Error(diff)
	}
	if old := recallQuery(r, `{"ReviewBefore":"2026-11-23"}`); !old.Overdue {
		t.Error("an overdue review, as an earlier version remembered it, is forgotten")
	}
	for _, odd := range []string{"", "{", `{"Unit":"gone","Kind":"boat","Status":"sunk","Aspect":9}`} {
		if got := recallQuery(r, odd); Narrows(got) {
			t.Errorf("%q narrows to %+v", odd, got)
		}
	}
}

func TestColumnsChosen(t *testing.T) {
	r := trial.Sample(t, memory.New())
	trial.Add(t, r, asset.Asset{Name: "x", Custom: map[string]string{"Avtal 2": "ja"}})
	all := assetColumns(r)
	standing := chosenColumns(all, nil)
	if !slices.Contains(standing, present.KeyClass) || slices.Contains(standing, OwnKey("Avtal 2")) {
		t.Errorf("standing columns: %v", standing)
	}
	got := chosenColumns(all, []string{"own:Avtal 2", "gone", "class", "class"})
	want := []present.AssetKey{present.KeyName, OwnKey("Avtal 2"), present.KeyClass}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Every key reads back what was set, and touches nothing else.
func TestKeysSetAndGet(t *testing.T) {
	var keys []present.AssetKey
	for _, g := range assetForm(swedish, asset.Asset{}, []string{"Eget"}) {
		for _, f := range g.Fields {
			keys = append(keys, f.Key)
			if f.Label == "" || f.Label == string(f.Key) {
				t.Errorf("%s has no label", f.Key)
			}
		}
	}
	base := asset.Asset{ID: "1", Name: "Namn", Kind: asset.System, Fields: map[asset.Field]string{asset.Note: "n"}}
	for _, k := range keys {
		a := k.Set(base, " värde ")
		if got := k.Get(a); got != "värde" {
			t.Errorf("%s: got %q", k, got)
		}
		if diff := cmp.Diff(base, k.Set(a, k.Get(base)), cmp.Comparer(sameMaps)); diff != "" {
			t.Errorf("%s: %s", k, diff)
		}
	}
}

func sameMaps(a, b map[string]string) bool {
	return len(a) == len(b) && (len(a) == 0 || cmp.Equal(fmt.Sprint(a), fmt.Sprint(b)))
}

func TestFormShowsWhatIsStated(t *testing.T) {
	a := asset.Asset{Name: "x", Kind: asset.System, Custom: map[string]string{"Avtal 2": "ja"}}.With("sla", "8–17").With("contract_end", "tills vidare")
	var shown []present.AssetKey
	forms := map[present.AssetKey]fieldForm{}
	for _, g := range assetForm(swedish, a, nil) {
		for _, f := range g.Shown(false) {
			shown = append(shown, f.Key)
			forms[f.Key] = f.Form
		}
	}
	for _, k := range []present.AssetKey{present.KeyName, present.KeyUnit, present.AssetKey(asset.InformationOwner), "sla", OwnKey("Avtal 2")} {
		if !slices.Contains(shown, k) {
			t.Errorf("%s is not shown", k)
		}
	}
	if slices.Contains(shown, "rto") {
		t.Error("an empty field is shown")
	}
	if forms["contract_end"] != lineField {
		t.Error("a date in words must be edited as text, so that it is kept")
	}
}

func TestChangeOneTellsAConflict(t *testing.T) {
	ctx, r := context.Background(), trial.Sample(t, memory.New())
	rec := r.Records()[0]
	k := present.AssetKey(asset.Supplier)
	was := k.Get(rec.Asset)
	if changed, err := ChangeOne(ctx, r, rec.Asset.ID, was, AssetEdit{Key: k, Value: "Ny AB"}); err != nil || !changed {
		t.Fatalf("changed %v, %v", changed, err)
	}
	_, err := ChangeOne(ctx, r, rec.Asset.ID, was, AssetEdit{Key: k, Value: "Annan AB"})
	if !errors.Is(err, ledger.ErrConflict) {
		t.Errorf("got %v, want a conflict", err)
	}
	now, _ := r.Record(rec.Asset.ID)
	if got := k.Get(now.Asset); got != "Ny AB" {
		t.Errorf("the other's value became %q", got)
	}
	rev := r.Revision()
	if changed, err := ChangeOne(ctx, r, rec.Asset.ID, "Ny AB", AssetEdit{Key: k, Value: " Ny AB "}); changed || err != nil || r.Revision() != rev {
		t.Error("the same value must not make a commit")
	}
}

func TestChangeManyIsOneCommit(t *testing.T) {
	ctx, r := context.Background(), trial.Sample(t, memory.New())
	var ids []string
	for _, rec := range r.Records()[:5] {
		ids = append(ids, rec.Asset.ID)
	}
	before := r.Revision()
	e := AssetEdit{Key: present.KeyUnit, Path: []string{"Valnämnden", "Valkansliet"}}
	n, err := ChangeMany(ctx, swedish, r, ids, e)
	if err != nil || n != 5 || r.Revision() != before+1 {
		t.Fatalf("changed %d in %d commits: %v", n, r.Revision()-before, err)
	}
	for _, id := range ids {
		rec, _ := r.Record(id)
		if got := strings.Join(r.Organisation().UnitPath(rec.Asset.Unit), " / "); got != example.Municipality+" / Valnämnden / Valkansliet" {
			t.Errorf("%s is in %q", rec.Asset.Name, got)
		}
	}
	if board, _ := r.Organisation().Board(r.Records()[0].Asset.Unit); board.Name != "Valnämnden" || board.Kind != asset.Committee {
		t.Errorf("the board is %+v", board)
	}
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, ok := r.Organisation().FindUnit([]string{example.Municipality, "Valnämnden"}); ok {
		t.Error("the unit is still there after undo")
	}
}

func TestNewUnitReusesWhatIsThere(t *testing.T) {
	ctx, r := context.Background(), trial.Sample(t, memory.New())
	units := len(r.Organisation().Units())
	a, err := addAsset(ctx, r, asset.Asset{Name: "Nytt", Kind: asset.System}, present.ReadPath("socialnämnden / Enheten för  barn"))
	if err != nil {
		t.Fatal(err)
	}
	if got := present.UnitBelow(r, a.Unit); got != "Socialnämnden › Enheten för barn" || len(r.Organisation().Units()) != units+1 {
		t.Errorf("in %q, %d units more", got, len(r.Organisation().Units())-units)
	}
}

func TestSameNameIsFound(t *testing.T) {
	r := trial.Sample(t, memory.New())
	rec := r.Records()[0]
	if found, ok := sameName(r, "  "+strings.ToUpper(rec.Asset.Name), rec.Asset.Unit, ""); !ok || found.Asset.ID != rec.Asset.ID {
		t.Error("the same name in capitals should be found")
	}
	if board, _ := r.Organisation().Board(rec.Asset.Unit); board.ID == rec.Asset.Unit {
		t.Fatal("the sample's unit should lie below its board")
	} else if _, ok := sameName(r, rec.Asset.Name, board.ID, ""); !ok {
		t.Error("the same name in the unit below should be found")
	}
	if _, ok := sameName(r, rec.Asset.Name, "", ""); ok {
		t.Error("another unit is another asset")
	}
	if _, ok := sameName(r, rec.Asset.Name, rec.Asset.Unit, rec.Asset.ID); ok {
		t.Error("an asset is not its own double")
	}
	if _, ok := sameName(r, " ", rec.Asset.Unit, ""); ok {
		t.Error("an empty name is no name")
	}
}

func TestOwnKeys(t *testing.T) {
	a := asset.Asset{Custom: map[string]string{"Avtal 2": "x"}}
	for header, want := range map[string]present.AssetKey{"  ": "", "avtal  2": "", "Leverantör": "", "KOSTNADSSTÄLLE": OwnKey("Kostnadsställe"), "Rum": OwnKey("Rum")} {
		got, problem := newOwnKey(swedish, a, []string{"Avtal 2", "Kostnadsställe"}, header)
		if got != want || (problem == "") != (want != "") {
			t.Errorf("%q: got %q, problem %q", header, got, problem)
		}
	}
}

func TestHistoryIsReadInParts(t *testing.T) {
	ctx, r := context.Background(), trial.Sample(t, memory.New())
	id := r.Records()[0].Asset.ID
	was := present.AssetKey("sla").Get(r.Records()[0].Asset)
	for i := range 5 {
		value := fmt.Sprintf("nivå %d", i)
		if _, err := ChangeOne(ctx, r, id, was, AssetEdit{Key: "sla", Value: value}); err != nil {
			t.Fatal(err)
		}
		was = value
	}
	var words []string
	before, parts := ledger.Revision(0), 0
	for more := true; more; parts++ {
		h, err := present.ReadHistory(ctx, swedish, r, id, before, 2)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range h.Entries {
			before = e.Revision
			if e.Who != "Maria Holm" || e.When == "" || e.Why == "" {
				t.Errorf("%+v", e)
			}
			words = append(words, e.Changes[0].Words(swedish))
		}
		more = h.More
	}
	if parts != 3 || words[0] != "Servicenivå: nivå 4 (förut nivå 3)" || words[4] != "Servicenivå: nivå 0" {
		t.Errorf("%d parts: %v", parts, words)
	}
}

// A draft that is decided is not told as lost.
func TestHistoryOfADecisionTellsNoLoss(t *testing.T) {
	ctx, r := context.Background(), trial.Sample(t, memory.New())
	id := r.Records()[0].Asset.ID
	c, err := r.Classifications().StartDraft(id)
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
	h, err := present.ReadHistory(ctx, swedish, r, id, 0, 1)
	if err != nil || len(h.Entries) != 1 || len(h.Entries[0].Changes) == 0 {
		t.Fatalf("%+v, %v", h, err)
	}
	for _, ch := range h.Entries[0].Changes {
		if ch.New == "" {
			t.Errorf("the history tells a loss: %s", ch.Words(swedish))
		}
	}
}

func BenchmarkSearchKeystroke(b *testing.B) {
	r := trial.Register(b, memory.New())
	var edits []register.Edit
	for i := range 100_000 {
		a := asset.Asset{ID: r.NewID(), Name: fmt.Sprintf("System %d för skolan", i*7919%100_000), Kind: asset.System}
		edits = append(edits, register.PutAsset(a.With(asset.Supplier, fmt.Sprintf("Leverantör %d", i%300)), 0))
	}
	if _, err := r.Commit(context.Background(), text.Msg("why.example.units"), edits...); err != nil {
		b.Fatal(err)
	}
	words := present.NewAssetWords(swedish, r)
	s := assetSort{Key: present.KeyName}
	whole, err := listAssets(context.Background(), words, register.Query{}, s, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, search := range []string{"skol", "system 77", "finns inte"} {
		b.Run(search, func(b *testing.B) {
			for b.Loop() {
				if _, err := listAssets(context.Background(), words, register.Query{Text: search}, s, whole.Order); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for name, order := range map[string]*assetOrder{"first sorting": nil, "sorting": whole.Order} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := listAssets(context.Background(), words, register.Query{}, assetSort{Key: present.AssetKey(asset.Supplier)}, order); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestOwnerInCommon(t *testing.T) {
	r := trial.Sample(t, memory.New())
	first, second := r.Records()[0], r.Records()[1]
	if got := commonOwner([]*register.Record{first}); got == "" || got != first.Owner() {
		t.Errorf("the owner is %q", got)
	}
	if got := commonOwner([]*register.Record{first, second}); got != "" && first.Owner() != second.Owner() {
		t.Errorf("the common owner is %q", got)
	}
}
