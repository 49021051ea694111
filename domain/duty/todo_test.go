package duty_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
)

// todos are the kinds that wait, in the order listed.
func todos(j *duty.Judgement) []duty.TodoKind {
	var out []duty.TodoKind
	for t := range j.Todo() {
		out = append(out, t.Kind)
	}
	return out
}

func TestTodo(t *testing.T) {
	type kinds = []duty.TodoKind
	dated := func(state classify.State, decided, review string) *classify.Classification {
		return &classify.Classification{State: state, Scale: "0-3", Profile: levels("1113"), DecidedOn: decided, NextReview: review}
	}
	for name, test := range map[string]struct {
		status asset.Status
		class  *classify.Classification
		draft  bool
		want   kinds
	}{
		"nothing known":                             {"", nil, false, kinds{duty.TodoUnclassified}},
		"about to be bought":                        {asset.InProcurement, nil, false, kinds{duty.TodoProcurement}},
		"bought with levels of a list only":         {asset.InProcurement, dated(classify.Imported, "", ""), false, kinds{duty.TodoProcurement}},
		"a draft stands for the classification":     {asset.InProcurement, nil, true, kinds{duty.TodoDraft}},
		"decided and in time":                       {"", dated(classify.Decided, "2026-11-01", "2027-10-01"), false, nil},
		"levels of a list, past its day":            {"", dated(classify.Imported, "", "2026-11-22"), false, kinds{duty.TodoOverdue, duty.TodoImported}},
		"levels of a list that are old":             {"", dated(classify.Imported, "2025-11-22", ""), false, kinds{duty.TodoOverdue, duty.TodoImported}},
		"levels of a list without a day":            {"", dated(classify.Imported, "", ""), false, kinds{duty.TodoImported}},
		"late":                                      {"", dated(classify.Decided, "2026-01-01", "2026-11-22"), false, kinds{duty.TodoOverdue}},
		"late and begun":                            {"", dated(classify.Decided, "2026-01-01", "2026-11-22"), true, kinds{duty.TodoDraft}},
		"the interval has passed before the day":    {"", dated(classify.Decided, "2024-01-01", "2027-06-01"), false, kinds{duty.TodoOverdue}},
		"the interval passes soon":                  {"", dated(classify.Decided, "2025-12-01", "2027-06-01"), false, kinds{duty.TodoSoon}},
		"due today is not late":                     {"", dated(classify.Decided, "2026-01-01", "2026-11-23"), false, kinds{duty.TodoSoon}},
		"in sixty days":                             {"", dated(classify.Decided, "2026-11-01", "2027-01-22"), false, kinds{duty.TodoSoon}},
		"in sixty-one days":                         {"", dated(classify.Decided, "2026-11-01", "2027-01-23"), false, nil},
		"retired":                                   {asset.Retired, dated(classify.Decided, "2024-01-01", "2025-01-01"), false, nil},
		"retired without ever being classified":     {asset.Retired, nil, false, nil},
		"retired in the middle of a classification": {asset.Retired, nil, true, kinds{duty.TodoDraft}},
	} {
		t.Run(name, func(t *testing.T) {
			r := fresh(t)
			a := asset.Asset{ID: r.NewID(), Name: "Journalsystem", Kind: asset.System, Status: test.status}
			edits := []register.Edit{register.PutAsset(a, 0)}
			if test.class != nil {
				test.class.ID, test.class.Asset = r.NewID(), a.ID
				edits = append(edits, register.PutClassification(*test.class))
			}
			if test.draft {
				edits = append(edits, register.PutDraft(classify.Classification{Asset: a.ID, State: classify.Draft, Scale: "0-3"}, 0))
			}
			commit(t, r, edits...)
			j := duty.NewJudge().Register(r, today)
			if diff := cmp.Diff(test.want, todos(j)); diff != "" {
				t.Error(diff)
			}
			if got := j.Waiting(); got != min(1, len(test.want)) {
				t.Errorf("%d assets wait", got)
			}
		})
	}
}

// What waits comes from the municipality's own policy, and says from which duty.
func TestTodoFollowsThePolicy(t *testing.T) {
	r := fresh(t)
	s := sound(r, "1111")
	s.class.DecidedOn, s.class.NextReview = "2024-01-01", ""
	s.store(t, r)
	setPolicy(t, r, register.Policy{}.Worded(string(duty.Reviewed), register.Wording{Name: "Årlig genomgång"}))
	judge := duty.NewJudge()
	waits := slices.Collect(judge.Register(r, today).Todo())
	if len(waits) != 1 || !waits[0].Duty.Renamed() || waits[0].Review != "2026-01-01" {
		t.Errorf("%+v", waits)
	}
	setPolicy(t, r, register.Policy{}.With(string(duty.Reviewed), false))
	if j := judge.Register(r, today); len(todos(j)) != 0 || j.Waiting() != 0 || len(j.Reviews(1)) != 0 {
		t.Errorf("a duty switched off still waits: %v", todos(j))
	}
}

func TestExceptionsThatRanOutAreCounted(t *testing.T) {
	r := fresh(t)
	s, other := sound(r, "1111"), sound(r, "1111")
	s.answers["ORG-01"], s.answers["BEH-01"], other.answers["ORG-02"] = requirement.Unmet, requirement.Met, requirement.Partly
	s.exceptions = []requirement.Exception{except("ORG-01", "2026-01-01", "2026-11-22"), except("BEH-01", "2026-01-01", "2026-11-22")}
	other.exceptions = []requirement.Exception{except("ORG-02", "2026-01-01", "2026-11-22")}
	s.store(t, r)
	other.store(t, r)
	counted := func(day time.Time) [3]int {
		j := duty.NewJudge().Register(r, day)
		return [3]int{j.LapsedExceptions(), j.Lapsed(s.asset.ID), j.Lapsed("gone")}
	}
	if got := counted(today); got != [3]int{2, 1, 0} {
		t.Errorf("counted %v", got)
	}
	if got := counted(today.AddDate(0, 0, -1)); got != [3]int{} {
		t.Errorf("the day before: %v", got)
	}
	setPolicy(t, r, register.Policy{}.With(string(duty.Exception), false))
	if got := counted(today); got != [3]int{} {
		t.Errorf("switched off: %v", got)
	}
}

func TestTheNextReviews(t *testing.T) {
	r := fresh(t)
	for _, review := range []string{"2027-02-01", "2027-01-01", "2027-02-01", "", "2026-12-01"} {
		a := asset.Asset{ID: r.NewID(), Name: "Översyn " + review, Kind: asset.System}
		commit(t, r, register.PutAsset(a, 0), register.PutClassification(classify.Classification{
			ID: r.NewID(), Asset: a.ID, State: classify.Imported, Scale: "0-3", Profile: levels("1111"), NextReview: review,
		}))
	}
	j := duty.NewJudge().Register(r, today)
	var got []string
	for _, rec := range j.Reviews(3) {
		got = append(got, j.NextReview(rec))
	}
	if diff := cmp.Diff([]string{"2026-12-01", "2027-01-01", "2027-02-01"}, got); diff != "" {
		t.Error(diff)
	}
	all := j.Reviews(10)
	if len(all) != 4 || all[2].Asset.ID > all[3].Asset.ID {
		t.Errorf("%d reviews; those of one day are not in the order of the assets", len(all))
	}
}
