package requirements

import (
	"fmt"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

func answer(t testing.TB, r *register.Register, id, req string, a requirement.Answer) {
	t.Helper()
	if _, err := r.Requirements().Assess(t.Context(), requirement.Assessment{Asset: id, Requirement: req, Answer: a, Comment: "sett"}); err != nil {
		t.Fatal(err)
	}
}

func except(t testing.TB, r *register.Register, id, req, ends string) {
	t.Helper()
	x := requirement.Exception{Asset: id, Requirement: req, Reason: "dyrt", Measure: "nätet", DecidedBy: "Chef", DecidedOn: "2026-01-01", Ends: ends}
	if err := r.Requirements().Except(t.Context(), x); err != nil {
		t.Fatal(err)
	}
}

func TestRequirementsAreListedUnderHeadings(t *testing.T) {
	r, p := trial.Register(t, memory.New()), text.In(text.Swedish)
	a := trial.Add(t, r, asset.Asset{Name: "Journal", Kind: asset.System})
	answer(t, r, a.ID, "BEH-01", requirement.Unmet)
	except(t, r, a.ID, "BEH-01", "2026-11-01")
	answer(t, r, a.ID, "DRI-01", requirement.Partly)
	except(t, r, a.ID, "DRI-01", "2027-01-01")
	rec, _ := r.Record(a.ID)
	sheet := readSheet(p, r, rec, map[string]requirement.Assessment{"RIK-06": {Asset: a.ID, Requirement: "RIK-06", Answer: requirement.Met}})
	if sheet.Figures.All.Met != 1 {
		t.Error("an answer on its way does not count")
	}
	said := func(show rowQuery) string {
		out := ""
		for _, row := range sheet.Shown(p, show) {
			out += "|" + row.Key() + "=" + row.Words(p)
		}
		return out
	}
	want := "|heading Behörighet och inloggning=1 av 1 bedömda|BEH-01=Undantag slut|heading Drift och ändringar=1 av 1 bedömda|DRI-01=Delvis, undantag"
	if got := said(rowQuery{Gaps: true}); got != want {
		t.Errorf("gaps: %s", got)
	}
	availability := classify.Availability
	want = "|heading Systemet=2 av 2 bedömda|RIK-06=Uppfyllt|DRI-01=Delvis, undantag"
	if got := said(rowQuery{ByTarget: true, Target: requirement.OnSystem, Aspect: &availability}); got != want {
		t.Errorf("by target: %s", got)
	}
	rows := sheet.Shown(p, rowQuery{Gaps: true})
	if next, ok := nextOpen(rows, "BEH-01"); !ok || next != "DRI-01" {
		t.Errorf("after BEH-01 comes %q, past the heading", next)
	}
	if _, ok := nextOpen(rows, "DRI-01"); ok {
		t.Error("something comes after the last")
	}
	if got := exceptionWords(p, rows[1]); got != "Undantaget gick ut 2026-11-01. Kravet gäller igen: uppfyll det eller besluta på nytt." {
		t.Errorf("said of the exception: %q", got)
	}
}

func TestTheWorstComesFirst(t *testing.T) {
	r := trial.Register(t, memory.New())
	system := func(name string) string { return trial.Add(t, r, asset.Asset{Name: name, Kind: asset.System}).ID }
	good, bad, lapsed, small := system("Bra"), system("Dålig"), system("Utgånget"), trial.Add(t, r, asset.Asset{Name: "Liten", Kind: asset.InformationSet}).ID
	trial.Add(t, r, asset.Asset{Name: "Borta", Kind: asset.System, Status: asset.Retired})
	for _, id := range []string{"BEH-01", "DRI-01", "RIK-06"} {
		answer(t, r, good, id, requirement.Met)
		answer(t, r, lapsed, id, requirement.Met)
	}
	answer(t, r, lapsed, "ORG-01", requirement.Unmet)
	except(t, r, lapsed, "ORG-01", "2026-11-01")
	except(t, r, good, "ORG-02", "2027-06-30")
	j := duty.NewJudge().Register(r, r.Today())
	var got []string
	for _, f := range standings(r, j) {
		got = append(got, f.Record.Asset.ID)
	}
	if want := []string{lapsed, bad, small, good}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("in order: %v, want %v", got, want)
	}
	rows := shownStandings(standings(r, j), standingQuery{Except: true})
	p := text.In(text.Swedish)
	if len(rows) != 2 || rows[0].ExceptionsText(p) != "1 undantag har gått ut" || rows[1].ExceptionsText(p) != "1, till 2027-06-30" {
		t.Errorf("with exceptions: %+v", rows)
	}
	present.SortRows(rows, present.Sort{Column: "share", Descending: true}, sorting)
	if rows[0].Record.Asset.ID != good && rows[0].Share < rows[1].Share {
		t.Error("sorted by share, the largest is not first")
	}
	if rows := shownStandings(standings(r, j), standingQuery{Text: "dÅlig"}); len(rows) != 1 {
		t.Errorf("searched: %d", len(rows))
	}
}

// An exception that has run out is shown only while the policy asks for it.
func TestAnExceptionRunsOutAsThePolicySays(t *testing.T) {
	r, p := trial.Register(t, memory.New()), text.In(text.Swedish)
	a := trial.Add(t, r, asset.Asset{Name: "Lönesystem", Kind: asset.System})
	answer(t, r, a.ID, "ORG-01", requirement.Unmet)
	except(t, r, a.ID, "ORG-01", "2026-11-01")
	lapsed := func() (inTable int, inRow bool) {
		for _, one := range standings(r, duty.NewJudge().Register(r, r.Today())) {
			inTable += one.Lapsed
		}
		rec, _ := r.Record(a.ID)
		for _, row := range readSheet(p, r, rec, nil).Rows {
			inRow = inRow || row.Lapsed
		}
		return inTable, inRow
	}
	if table, row := lapsed(); table != 1 || !row {
		t.Errorf("as shipped: %d in the table, %t in its row", table, row)
	}
	trial.SetPolicy(t, r, r.Settings().Policy.With(string(duty.Exception), false))
	if table, row := lapsed(); table != 0 || row {
		t.Errorf("switched off: %d in the table, %t in its row", table, row)
	}
}

func TestReword(t *testing.T) {
	both := requirement.Words{Swedish: "krav", English: "requirement"}
	for name, test := range map[string]struct {
		from requirement.Words
		lang text.Lang
		now  string
		want requirement.Words
	}{
		"the same":                        {both, text.Swedish, " krav ", both},
		"another Swedish text":            {both, text.Swedish, "nytt", requirement.Words{Swedish: "nytt"}},
		"another English text":            {both, text.English, "new", requirement.Words{Swedish: "krav", English: "new"}},
		"English alone stands for both":   {requirement.Words{}, text.English, "new", requirement.Words{Swedish: "new"}},
		"the Swedish one read in English": {requirement.Words{Swedish: "krav"}, text.English, "krav", requirement.Words{Swedish: "krav"}},
	} {
		if got := reword(test.from, test.lang, test.now); got != test.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// The figures of 100,000 assets are there while the page opens.
func BenchmarkAllFulfilled(b *testing.B) {
	r := trial.Register(b, memory.New())
	var edits []register.Edit
	for i := range 100_000 {
		a := asset.Asset{ID: r.NewID(), Name: fmt.Sprintf("System %d", i), Kind: asset.System}
		edits = append(edits, register.PutAsset(a, 0))
		if i%10 == 0 {
			for _, id := range []string{"BEH-01", "DRI-01", "RIK-06"} {
				edits = append(edits, register.PutAssessment(requirement.Assessment{Asset: a.ID, Requirement: id, Answer: requirement.Met, On: "2026-01-01"}, 0))
			}
		}
	}
	if _, err := r.Commit(b.Context(), text.Msg("why.settings"), edits...); err != nil {
		b.Fatal(err)
	}
	j := duty.NewJudge().Register(r, r.Today())
	for b.Loop() {
		standings(r, j)
	}
}
