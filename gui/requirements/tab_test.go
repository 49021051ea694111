package requirements_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/requirements"
	"infoklass/gui/stage"
)

// shown is the tab of an asset that nobody has answered for, in a window, with the keyboard on its list.
func shown(t *testing.T) (*register.Register, string, *requirements.Tab, fyne.Canvas) {
	t.Helper()
	r := sample(t)
	s, failed := newStage(r, text.Swedish)
	id := idOf(t, r, "Passersystem")
	var tab *requirements.Tab
	w := window(t, &s, func() fyne.CanvasObject { return nil })
	tab = requirements.NewTab(s, id, requirements.TabOptions{})
	w.SetContent(tab.Object())
	w.Resize(fyne.NewSize(1280, 720))
	tab.Refresh()
	tab.Focus()
	t.Cleanup(func() {
		for _, err := range *failed {
			t.Error(err)
		}
	})
	return r, id, tab, w.Canvas()
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
	r, id, _, c := shown(t)
	ids := list(t, r, id)
	write(c, "1ude3")
	for i, want := range []requirement.Answer{requirement.Met, requirement.Met, requirement.Partly, requirement.Unmet, requirement.Unmet} {
		if got := given(r, id, ids[i]); got.Answer != want || got.On != "2026-11-23" {
			t.Errorf("%s: %+v, want %s", ids[i], got, want)
		}
	}
	key(c, fyne.KeyUp)
	write(c, "0")
	if got := given(r, id, ids[4]); got.Answer != requirement.Unassessed {
		t.Errorf("%s is %s after it was taken back", ids[4], got.Answer)
	}
}

// Every requirement of an asset is answered with one key each, and the last one stays.
func TestAllAreAnsweredByOneKeyEach(t *testing.T) {
	r, id, tab, c := shown(t)
	ids := list(t, r, id)
	for range ids {
		write(c, "1")
	}
	rec, _ := r.Record(id)
	if n := r.Requirements().ListOf(rec).Unassessed(rec.Standing); n != 0 {
		t.Errorf("%d of %d are not assessed", n, len(ids))
	}
	if want := text.In(text.Swedish).T("requirements.tab", "met", len(ids), "all", len(ids)); tab.Title() != want {
		t.Errorf("the tab says %q, want %q", tab.Title(), want)
	}
}

func TestNotApplicableAsksWhy(t *testing.T) {
	r, id, _, c := shown(t)
	first := list(t, r, id)[0]
	write(c, "i")
	if got := given(r, id, first); got.Answer != "" {
		t.Fatalf("stored without a reason: %+v", got)
	}
	write(c, "Finns inte hos oss")
	key(c, fyne.KeyTab)
	c.FocusNext()
	if got := given(r, id, first); got.Answer != requirement.Inapplicable || got.Comment != "Finns inte hos oss" {
		t.Errorf("stored: %+v", got)
	}
}

func TestEnterWritesACommentAndEvidence(t *testing.T) {
	r, id, _, c := shown(t)
	ids := list(t, r, id)
	write(c, "2")
	key(c, fyne.KeyUp)
	key(c, fyne.KeyReturn)
	write(c, "Saknas för vikarier")
	c.FocusNext()
	write(c, "Rutin 7")
	key(c, fyne.KeyReturn)
	if got := given(r, id, ids[0]); got.Answer != requirement.Partly || got.Comment != "Saknas för vikarier" || got.Evidence != "Rutin 7" {
		t.Errorf("stored: %+v", got)
	}
	write(c, "3") // the keyboard is on the list again, at the next one
	if got := given(r, id, ids[1]); got.Answer != requirement.Unmet {
		t.Errorf("%s: %+v", ids[1], got)
	}
}

func TestSeveralAreAnsweredAlike(t *testing.T) {
	r, id, tab, c := shown(t)
	ids := list(t, r, id)
	write(c, "2")
	tab.Select(ids[0], ids[2], ids[3])
	before := r.Revision()
	write(c, "1")
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
	r, id, _, c := shown(t)
	first := list(t, r, id)[0]
	press(t, c, "Undantag…")
	press(t, c, "Besluta undantag")
	rec, _ := r.Record(id)
	if len(rec.Standing.Exceptions) != 0 {
		t.Fatal("an exception without a reason was stored")
	}
	write(c, "Stöds inte")
	c.FocusNext()
	write(c, "Loggarna gås igenom")
	c.FocusNext()
	write(c, "Sektorchef")
	key(c, fyne.KeyReturn)
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
