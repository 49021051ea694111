package example_test

import (
	"context"
	"errors"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/example"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
	"infoklass/storage/sheet"
)

var (
	ctx   = context.Background()
	today = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)
)

func open(store ledger.Store) (*register.Register, error) {
	return register.Open(ctx, store, register.Options{Who: "anna", Entropy: rand.New(rand.NewSource(1)), Now: func() time.Time { return today }})
}

// municipality is made once, of the list that the program ships. Tests only read it.
var municipality = sync.OnceValues(func() (*register.Register, error) {
	book, err := sheet.Open(ctx, "../../storage/example/systemlista.xlsx", nil)
	if err != nil {
		return nil, err
	}
	r, err := open(memory.New())
	if err != nil {
		return nil, err
	}
	_, err = example.Build(ctx, r, book)
	return r, err
})

func whole(t *testing.T) *register.Register {
	t.Helper()
	r, err := municipality()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// parts are the pieces that tests and pictures put together themselves.
func parts(t *testing.T) *register.Register {
	t.Helper()
	r, err := open(memory.New())
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []func(context.Context, *register.Register) error{
		example.Sample, example.Organisation, example.Information, example.Agreed, example.Requirements, example.Policy, example.Governance, example.Actions,
	} {
		if err := part(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// both runs a test on the municipality of the list and on the one of the sample.
func both(t *testing.T, test func(t *testing.T, r *register.Register)) {
	t.Run("list", func(t *testing.T) { test(t, whole(t)) })
	t.Run("sample", func(t *testing.T) { test(t, parts(t)) })
}

func TestTheLogVerifiesAndTheRegisterOpensAgain(t *testing.T) {
	both(t, func(t *testing.T, r *register.Register) {
		examined, err := register.Verify(ctx, r.Store())
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range examined.Flaws {
			t.Errorf("%s: %s", f.Code, f.Detail)
		}
		again, err := open(r.Store())
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Records()) != len(r.Records()) || again.Revision() != r.Revision() {
			t.Errorf("%d assets at %d, opened again %d at %d", len(r.Records()), r.Revision(), len(again.Records()), again.Revision())
		}
	})
}

// Whatever a reference names is there.
func TestNothingNamesWhatIsNotThere(t *testing.T) {
	both(t, func(t *testing.T, r *register.Register) {
		isAsset := func(id string) bool { _, ok := r.Record(id); return ok }
		isUnit := func(id string) bool { _, ok := r.Organisation().Unit(id); return ok }
		var homeless []string
		for _, rec := range r.Records() {
			if rec.Asset.Unit == "" {
				homeless = append(homeless, rec.Asset.Name)
			} else if !isUnit(rec.Asset.Unit) {
				t.Errorf("%s lies in no unit", rec.Asset.Name)
			}
			for _, h := range rec.Holding.Held() {
				if set, ok := r.Record(h.Set); !ok || set.Asset.Kind != asset.InformationSet || rec.Asset.Kind != asset.System {
					t.Errorf("%s holds %s, which it cannot", rec.Asset.Name, h.Set)
				}
			}
			for id := range rec.Standing.Assessments {
				if _, ok := r.Requirements().Catalogue().ByID(id); !ok {
					t.Errorf("%s answers %s, which is no requirement", rec.Asset.Name, id)
				}
			}
		}
		if len(homeless) != 1 {
			t.Errorf("assets without a unit: %v, want the one that the reorganisation forgot", homeless)
		}
		for _, u := range r.Organisation().Units() {
			if u.Parent != "" && !isUnit(u.Parent) || u.Successor != "" && !isUnit(u.Successor) {
				t.Errorf("%s has no parent or no successor", u.Name)
			}
		}
		for _, a := range r.Plan().Actions() {
			if a.Asset != "" && !isAsset(a.Asset) || a.Unit != "" && !isUnit(a.Unit) {
				t.Errorf("%q concerns nothing", a.What)
			}
		}
		for _, c := range r.Governance().Checks() {
			if c.Unit != "" && !isUnit(c.Unit) {
				t.Errorf("a %s of no unit", c.Kind)
			}
		}
		for _, c := range r.Classifications().Commons() {
			if !isAsset(c.Asset) {
				t.Errorf("%s is the classification of nothing", c.Name)
			}
		}
	})
}

// Everything would be accepted from a person too.
func TestEverythingIsValid(t *testing.T) {
	both(t, func(t *testing.T, r *register.Register) {
		valid := func(what string, err error) {
			if err != nil {
				t.Errorf("%s: %v", what, err)
			}
		}
		for _, rec := range r.Records() {
			valid(rec.Asset.Name, rec.Asset.Validate())
			for _, a := range rec.Standing.Assessments {
				valid(rec.Asset.Name+" "+a.Requirement, a.Validate())
			}
			for _, x := range rec.Standing.Exceptions {
				valid(rec.Asset.Name+" "+x.Requirement, x.Validate())
			}
			for _, c := range r.Classifications().Versions(rec.Asset.ID) {
				if problems := c.Problems(today); c.State == classify.Decided && len(problems) > 0 {
					t.Errorf("%s is decided, and %s", rec.Asset.Name, problems[0].Message.In(text.In(text.English)))
				}
			}
		}
		for _, u := range r.Organisation().Units() {
			valid(u.Name, u.Validate())
		}
		for _, a := range r.Plan().Actions() {
			valid(a.What, a.Validate())
		}
		for _, d := range r.Governance().Documents() {
			valid(d.Title, d.Validate())
		}
		for _, c := range r.Governance().Checks() {
			valid(string(c.Kind), c.Validate())
		}
		if problems := r.Requirements().CatalogueProblems(); len(problems) > 0 {
			t.Errorf("the catalogue: %+v", problems)
		}
	})
}

// onlyUsers are the kinds that a newcomer makes, not the example: work under way, and a scale of one's own.
var onlyUsers = []ledger.Kind{register.KindDraft, register.KindScale}

// A newcomer sees each feature in use: every kind of entity, each state, and
// what is late next to what is done.
func TestEveryFeatureIsInUse(t *testing.T) {
	r := whole(t)
	kinds := map[ledger.Kind]bool{}
	if _, err := r.Store().Load(ctx, func(e ledger.Entity) error { kinds[e.Kind] = true; return nil }); err != nil {
		t.Fatal(err)
	}
	for _, k := range register.Kinds() {
		if kinds[k] == slices.Contains(onlyUsers, k) {
			t.Errorf("the example has kind %s: %v", k, kinds[k])
		}
	}
	seen := map[string]bool{}
	for _, rec := range r.Records() {
		seen["class "+string(rec.State())] = true
		seen["owner"] = seen["owner"] || rec.Owner() != ""
		seen["no owner"] = seen["no owner"] || rec.Owner() == ""
		seen["new look"] = seen["new look"] || rec.NewLook()
		seen["renewed"] = seen["renewed"] || rec.Renewed != ""
		seen["review overdue"] = seen["review overdue"] || rec.NextReview() != "" && rec.NextReview() < text.Date(today)
		seen["procurement"] = seen["procurement"] || rec.Asset.Status == asset.InProcurement
		for _, a := range classify.Aspects {
			seen["level "+string(rec.Origin(a).Source)] = true
		}
		for _, a := range rec.Standing.Assessments {
			seen["answer "+string(a.Answer)] = true
		}
		for _, x := range rec.Standing.Exceptions {
			seen["exception in force"] = seen["exception in force"] || x.Ends >= text.Date(today)
			seen["exception lapsed"] = seen["exception lapsed"] || x.Ends < text.Date(today)
		}
		seen["platform"] = seen["platform"] || len(r.Requirements().PlatformUsers(rec.Asset.ID)) > 0
	}
	for _, a := range r.Plan().Actions() {
		seen["action "+string(a.Status)], seen["cause "+string(a.Cause.Kind)] = true, true
		seen["late action"] = seen["late action"] || a.Late(today)
	}
	want := []string{
		"class ", "class " + string(classify.Imported), "class " + string(classify.Decided), "owner", "no owner", "new look", "renewed", "review overdue", "procurement",
		"level own", "level information", "level raised", "level lowered", "answer met", "answer partly", "answer unmet", "answer inapplicable",
		"exception in force", "exception lapsed", "platform", "late action",
	}
	for _, s := range action.Statuses {
		want = append(want, "action "+string(s))
	}
	for _, k := range action.CauseKinds {
		want = append(want, "cause "+string(k))
	}
	for _, w := range want {
		if !seen[w] {
			t.Errorf("%q is not in the example, which shows %q", w, slices.Sorted(maps.Keys(seen)))
		}
	}
	if renewals := r.Requirements().Renewals(); len(renewals) != 1 {
		t.Errorf("%d requirements are worded anew by the program, want 1", len(renewals))
	}
	if findings := duty.NewJudge().Register(r, today).Find(nil); len(findings) == 0 {
		t.Error("nothing is left of what the policy demands")
	}
}

// Actions answer to what concerns their asset.
func TestActionsAnswerToWhatConcernsTheirAsset(t *testing.T) {
	r := whole(t)
	for _, a := range r.Plan().Actions() {
		switch a.Cause.Kind {
		case action.Requirement:
			rec, _ := r.Record(a.Asset)
			if _, ok := r.Requirements().Catalogue().Select(requirement.ObjectOf(rec.Asset, rec.Profile())).Find(a.Cause.ID); !ok {
				t.Errorf("%q answers to %s, which %s does not have", a.What, a.Cause.ID, rec.Asset.Name)
			}
		case action.Duty:
			if _, ok := duty.In(r.Settings().Policy, duty.ID(a.Cause.ID)); !ok {
				t.Errorf("%q answers to %s, which is no duty", a.What, a.Cause.ID)
			}
		}
	}
}

// Every commit has its reason in both languages.
func TestTheLogIsWordedInBothLanguages(t *testing.T) {
	both(t, func(t *testing.T, r *register.Register) {
		err := r.Store().Log(ctx, ledger.LogQuery{}, func(e ledger.Entry) error {
			for _, lang := range text.Langs {
				if said := e.Why.In(text.In(lang)); said == "" || strings.Contains(said, "[") {
					t.Errorf("revision %d says %q in %s", e.Revision, said, lang)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// What the example does can all be taken back, to the empty register, and made again.
func TestTheExampleCanBeUndone(t *testing.T) {
	r := parts(t)
	before := len(r.Records())
	n := 0
	for ; ; n++ {
		if _, err := r.Undo(ctx); errors.Is(err, register.ErrNothing) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if len(r.Records()) != 0 || len(r.Plan().Actions()) != 0 || len(r.Organisation().Units()) != 0 {
		t.Errorf("%d assets are left", len(r.Records()))
	}
	for range n {
		if _, err := r.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if len(r.Records()) != before {
		t.Errorf("%d assets came back, of %d", len(r.Records()), before)
	}
}
