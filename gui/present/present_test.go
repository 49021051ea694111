package present_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

func TestRowsAreSortedStablyWithNothingLast(t *testing.T) {
	type row struct {
		name string
		n    int
	}
	columns := map[string]present.By[row]{
		"name": {Text: func(r row) string { return r.name }},
		"n":    {Compare: func(a, b row) int { return cmp.Compare(a.n, b.n) }, Empty: func(r row) bool { return r.n == 0 }},
	}
	rows := []row{{"ö", 2}, {"", 1}, {"a", 0}, {"å", 2}, {"Z", 0}}
	for _, tc := range []struct {
		by   present.Sort
		want string
	}{
		{present.Sort{}, "ö||a|å|Z"},
		{present.Sort{Column: "gone"}, "ö||a|å|Z"},
		{present.Sort{Column: "name"}, "a|Z|å|ö|"},
		{present.Sort{Column: "name", Descending: true}, "ö|å|Z|a|"},
		{present.Sort{Column: "n"}, "|ö|å|a|Z"},
		{present.Sort{Column: "n", Descending: true}, "ö|å||a|Z"},
	} {
		sorted := slices.Clone(rows)
		present.SortRows(sorted, tc.by, columns)
		var names []string
		for _, r := range sorted {
			names = append(names, r.name)
		}
		if got := strings.Join(names, "|"); got != tc.want {
			t.Errorf("%+v: %q, want %q", tc.by, got, tc.want)
		}
	}
}

func TestRowsAlikeKeepTheirOrder(t *testing.T) {
	rows := make([]int, 60)
	for i := range rows {
		rows[i] = i
	}
	present.SortRows(rows, present.Sort{Column: "third", Descending: true}, map[string]present.By[int]{
		"third": {Compare: func(a, b int) int { return cmp.Compare(a%3, b%3) }},
	})
	for i := 1; i < len(rows); i++ {
		if a, b := rows[i-1], rows[i]; a%3 < b%3 || a%3 == b%3 && a > b {
			t.Fatalf("%d stands before %d", a, b)
		}
	}
}

func TestRanksOfValuesLeaveOutTheEmptyOnes(t *testing.T) {
	ranks := present.RankValues([]int{3, 0, 1, 3, 2}, func(n int) bool { return n == 0 }, cmp.Compare)
	if got, want := ranks.Arrange([]int32{0, 1, 2, 3, 4}, false), []int32{2, 4, 0, 3, 1}; !slices.Equal(got, want) {
		t.Errorf("rising: %v, want %v", got, want)
	}
	if got, want := ranks.Arrange([]int32{4, 3, 1, 0}, true), []int32{3, 0, 4, 1}; !slices.Equal(got, want) {
		t.Errorf("falling: %v, want %v", got, want)
	}
}

func TestAPathIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string][]string{
		"Socialnämnden / Vård": {"Socialnämnden", "Vård"}, ` Social \ Vård>Hemtjänst›Norr `: {"Social", "Vård", "Hemtjänst", "Norr"},
		"Vård  och   omsorg": {"Vård och omsorg"}, " / ": nil,
	} {
		if got := present.ReadPath(typed); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// organised is a register with a municipality, a board in it, and a company beside it.
func organised(t *testing.T) (*register.Register, map[string]asset.Unit) {
	t.Helper()
	r, units := trial.Register(t, memory.New()), map[string]asset.Unit{}
	put := func(u asset.Unit) {
		u.ID = r.NewID()
		units[u.Name] = u
		if _, err := r.Commit(t.Context(), text.Msg("why.settings"), register.PutUnit(u, 0)); err != nil {
			t.Fatal(err)
		}
	}
	put(asset.Unit{Name: "Åsmark", Kind: asset.Municipality})
	put(asset.Unit{Name: "Socialnämnden", Kind: asset.Committee, Parent: units["Åsmark"].ID})
	put(asset.Unit{Name: "Hemtjänst", Kind: asset.Department, Parent: units["Socialnämnden"].ID})
	put(asset.Unit{Name: "Gamla vården", Kind: asset.Department, Parent: units["Socialnämnden"].ID, Retired: "2026-01-01"})
	put(asset.Unit{Name: "Bostäder AB", Kind: asset.Company})
	put(asset.Unit{Name: "Drift", Kind: asset.Department, Parent: units["Bostäder AB"].ID})
	return r, units
}

func TestAPathLeavesOutTheMunicipalityThatAllShare(t *testing.T) {
	r, units := organised(t)
	for name, want := range map[string]string{
		"Åsmark": "Åsmark", "Socialnämnden": "Socialnämnden", "Hemtjänst": "Socialnämnden › Hemtjänst", "Drift": "Bostäder AB › Drift",
	} {
		if got := present.UnitBelow(r, units[name].ID); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestUnitsAreFoundByEveryWordOfTheirPath(t *testing.T) {
	r, _ := organised(t)
	for search, want := range map[string][]string{
		"HEM social": {"Socialnämnden › Hemtjänst"}, "social / hem": {"Socialnämnden › Hemtjänst"}, "vården": nil, "BOSTÄDER": {"Bostäder AB", "Bostäder AB › Drift"},
		"": {"Åsmark", "Socialnämnden", "Socialnämnden › Hemtjänst", "Bostäder AB", "Bostäder AB › Drift"},
	} {
		var got []string
		for _, c := range present.UnitChoices(text.In(text.Swedish), r, search) {
			got = append(got, c.Path)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", search, got, want)
		}
	}
}

func TestTheStateSaysThatThereIsADraftToo(t *testing.T) {
	r, p := trial.Register(t, memory.New()), text.In(text.Swedish)
	a := trial.Add(t, r, asset.Asset{Name: "Journal"})
	says := func() (state, button string) {
		rec, _ := r.Record(a.ID)
		return present.StateLabel(p, rec), present.ClassifyLabel(p, rec)
	}
	expect := func(state, button string) {
		t.Helper()
		if gotState, gotButton := says(); gotState != p.T(state) || gotButton != p.T(button) {
			t.Errorf("says %q and %q, want %q and %q", gotState, gotButton, p.T(state), p.T(button))
		}
	}
	draft := func() classify.Classification {
		t.Helper()
		c, err := r.Classifications().StartDraft(a.ID)
		if err != nil {
			t.Fatal(err)
		}
		for i := range c.Profile {
			c.Profile[i], c.Reasons[i] = classify.Level1, "skäl"
		}
		if err := r.Classifications().SaveDraft(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		return c
	}
	expect("state.none", "assets.classify")
	c := draft()
	expect("state.draft", "assets.classify.goOn")
	c.DecidedBy, c.DecidedOn, c.NextReview = "Chef", text.Date(r.Today()), text.Date(r.Today().AddDate(1, 0, 0))
	if _, err := r.Classifications().Decide(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	expect("state.decided", "assets.classify.again")
	draft()
	if state, button := says(); state != p.T("assets.stateAndDraft", "state", p.T("state.decided")) || button != p.T("assets.classify.goOn") {
		t.Errorf("with a new draft it says %q and %q", state, button)
	}
}

func TestTheHistoryCutsLongValues(t *testing.T) {
	r, p := trial.Register(t, memory.New()), text.In(text.Swedish)
	a := trial.Add(t, r, asset.Asset{Name: "Journal"})
	rec, _ := r.Record(a.ID)
	if _, err := r.ChangeAsset(t.Context(), rec.Asset.With(asset.Note, strings.Repeat("å", 400)), rec.Revision); err != nil {
		t.Fatal(err)
	}
	h, err := present.ReadHistory(t.Context(), p, r, a.ID, 0, 1)
	if err != nil || len(h.Entries) != 1 || !h.More {
		t.Fatalf("%+v, %v", h, err)
	}
	change := h.Entries[0].Changes[0]
	if n := len([]rune(change.New)); n != 241 || !strings.HasSuffix(change.New, "å…") || change.Old != "" {
		t.Errorf("%d characters: %q", n, change.New)
	}
	older, err := present.ReadHistory(t.Context(), p, r, a.ID, h.Entries[0].Revision, 10)
	if err != nil || len(older.Entries) != 1 || older.More || older.Entries[0].Revision != ledger.Revision(1) {
		t.Errorf("%+v, %v", older, err)
	}
}
