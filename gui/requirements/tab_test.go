package requirements_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/gui/requirements"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// sample is the example's register with its answers.
func sample(t testing.TB) *register.Register {
	t.Helper()
	return trial.Sample(t, memory.New(), example.Requirements)
}

// shown is the tab of an asset that nobody has answered for, in a window, with the keyboard on its list.
func shown(t *testing.T) (*register.Register, string, *requirements.Tab, *trial.Desk) {
	t.Helper()
	r := sample(t)
	d := trial.NewDesk(t, r)
	d.Size.Width = shots.Width
	id := trial.Record(t, r, "Passersystem").Asset.ID
	tab := requirements.NewTab(d.Stage, id, requirements.TabOptions{})
	d.Enter(tab)
	tab.Focus()
	return r, id, tab, d
}

// list is the requirements of an asset as the tab lists them: by category.
func list(t *testing.T, r *register.Register, id string) []string {
	t.Helper()
	rec, _ := r.Record(id)
	var out []string
	for _, c := range requirement.Categories {
		for _, selected := range r.Requirements().ListOf(rec).Requirements {
			if selected.Category == c {
				out = append(out, selected.ID)
			}
		}
	}
	return out
}

func given(r *register.Register, id, req string) requirement.Assessment {
	rec, _ := r.Record(id)
	return rec.Standing.Assessments[req]
}

func TestDigitsAndLettersAnswerAndGoOn(t *testing.T) {
	r, id, _, d := shown(t)
	ids := list(t, r, id)
	d.Write("1ude3")
	for i, want := range []requirement.Answer{requirement.Met, requirement.Met, requirement.Partly, requirement.Unmet, requirement.Unmet} {
		if got := given(r, id, ids[i]); got.Answer != want || got.On != "2026-11-23" {
			t.Errorf("%s: %+v, want %s", ids[i], got, want)
		}
	}
	d.Key(fyne.KeyUp)
	d.Write("0")
	if got := given(r, id, ids[4]); got.Answer != requirement.Unassessed {
		t.Errorf("%s is %s after it was taken back", ids[4], got.Answer)
	}
}

// Every requirement of an asset is answered with one key each, and the last one stays.
func TestAllAreAnsweredByOneKeyEach(t *testing.T) {
	r, id, tab, d := shown(t)
	ids := list(t, r, id)
	for range ids {
		d.Write("1")
	}
	rec, _ := r.Record(id)
	if n := r.Requirements().ListOf(rec).Unassessed(rec.Standing); n != 0 {
		t.Errorf("%d of %d are not assessed", n, len(ids))
	}
	if want := d.T("requirements.tab", "met", len(ids), "all", len(ids)); tab.Title() != want {
		t.Errorf("the tab says %q, want %q", tab.Title(), want)
	}
}

func TestNotApplicableAsksWhy(t *testing.T) {
	r, id, _, d := shown(t)
	first := list(t, r, id)[0]
	d.Write("i")
	if got := given(r, id, first); got.Answer != "" {
		t.Fatalf("stored without a reason: %+v", got)
	}
	d.Write("Finns inte hos oss")
	d.Key(fyne.KeyTab)
	d.Next()
	if got := given(r, id, first); got.Answer != requirement.Inapplicable || got.Comment != "Finns inte hos oss" {
		t.Errorf("stored: %+v", got)
	}
}

func TestEnterWritesACommentAndEvidence(t *testing.T) {
	r, id, _, d := shown(t)
	ids := list(t, r, id)
	d.Write("2")
	d.Key(fyne.KeyUp)
	d.Key(fyne.KeyReturn)
	d.Write("Saknas för vikarier")
	d.Next()
	d.Write("Rutin 7")
	d.Key(fyne.KeyReturn)
	if got := given(r, id, ids[0]); got.Answer != requirement.Partly || got.Comment != "Saknas för vikarier" || got.Evidence != "Rutin 7" {
		t.Errorf("stored: %+v", got)
	}
	d.Write("3") // the keyboard is on the list again, at the next one
	if got := given(r, id, ids[1]); got.Answer != requirement.Unmet {
		t.Errorf("%s: %+v", ids[1], got)
	}
}

func TestSeveralAreAnsweredAlike(t *testing.T) {
	r, id, tab, d := shown(t)
	ids := list(t, r, id)
	d.Write("2")
	tab.Select(ids[0], ids[2], ids[3])
	before := r.Revision()
	d.Write("1")
	for _, at := range []int{0, 2, 3} {
		if got := given(r, id, ids[at]); got.Answer != requirement.Met {
			t.Errorf("%s: %+v", ids[at], got)
		}
	}
	if r.Revision() != before+1 {
		t.Errorf("%d commits, want one to undo", r.Revision()-before)
	}
	if got := given(r, id, ids[1]); got.Answer != "" {
		t.Errorf("%s was not selected: %+v", ids[1], got)
	}
}

func TestAnExceptionIsDecidedOnlyWhenWhole(t *testing.T) {
	r, id, _, d := shown(t)
	first := list(t, r, id)[0]
	d.Press("Undantag…")
	d.Press("Besluta undantag")
	rec, _ := r.Record(id)
	if len(rec.Standing.Exceptions) != 0 {
		t.Fatal("an exception without a reason was stored")
	}
	d.Write("Stöds inte")
	d.Next()
	d.Write("Loggarna gås igenom")
	d.Next()
	d.Write("Sektorchef")
	d.Key(fyne.KeyReturn)
	rec, _ = r.Record(id)
	x := rec.Standing.Exceptions[first]
	if x.Reason != "Stöds inte" || x.Measure != "Loggarna gås igenom" || x.DecidedBy != "Sektorchef" || x.DecidedOn != "2026-11-23" || x.Ends != "2027-05-23" {
		t.Errorf("stored: %+v", x)
	}
}

func TestTheTabIsAPart(t *testing.T) {
	_, _, tab, _ := shown(t)
	var part stage.Part = tab
	if part.Name() != requirements.TabName || !part.Leave() || !part.Type('1', "") || part.Type('x', "") {
		t.Error("the page cannot use the tab")
	}
}
