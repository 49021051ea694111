package register_test

import (
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

var ctx = context.Background()

// today is the day in the tests.
var today = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

func options() register.Options {
	now := today
	return register.Options{Who: "anna", Entropy: rand.Reader, Now: func() time.Time {
		now = now.Add(time.Second)
		return now
	}}
}

type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// open opens a register over a store and fails the test where it cannot.
func open(t fataler, store ledger.Store) *register.Register {
	t.Helper()
	r, err := register.Open(ctx, store, options())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// fresh returns an empty register in memory.
func fresh(t *testing.T) *register.Register {
	t.Helper()
	r := open(t, memory.New())
	t.Cleanup(func() { whole(t, r.Store()) })
	return r
}

// whole fails the test where the stored register does not verify: every test ends so.
func whole(t fataler, store ledger.Store) {
	t.Helper()
	examined, err := register.Verify(ctx, store)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range examined.Flaws {
		t.Fatalf("verify: %s: %s", f.Code, f.Detail)
	}
}

func add(t fataler, r *register.Register, name string) asset.Asset {
	t.Helper()
	a, err := r.AddAsset(ctx, asset.Asset{Name: name, Kind: asset.System})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func record(t fataler, r *register.Register, id string) *register.Record {
	t.Helper()
	rec, ok := r.Record(id)
	if !ok {
		t.Fatalf("asset %s is not in the register", id)
	}
	return rec
}

// change sets one particular.
func change(t fataler, r *register.Register, id string, f asset.Field, value string) {
	t.Helper()
	rec := record(t, r, id)
	if _, err := r.ChangeAsset(ctx, rec.Asset.With(f, value), rec.Revision); err != nil {
		t.Fatal(err)
	}
}

// levels is a profile of four digits, K R T S.
func levels(digits string) classify.Profile {
	var p classify.Profile
	for i, d := range digits {
		p[i], _ = classify.Scale03.Read(string(d))
	}
	return p
}

// classified returns a classification that can be decided.
func classified(t fataler, r *register.Register, id, digits string) classify.Classification {
	t.Helper()
	c, err := r.Classifications().StartDraft(id)
	if err != nil {
		t.Fatal(err)
	}
	c.Profile = levels(digits)
	for i := range c.Reasons {
		c.Reasons[i] = "skäl"
	}
	c.DecidedBy, c.DecidedOn, c.NextReview = "Förvaltningschef", "2026-11-01", "2027-11-01"
	return c
}

func decide(t fataler, r *register.Register, id, digits string) classify.Classification {
	t.Helper()
	c, err := r.Classifications().Decide(ctx, classified(t, r, id, digits))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// says fails the test unless err carries the message.
func says(t fataler, err error, key string) {
	t.Helper()
	var told *text.Error
	if !errors.As(err, &told) || told.Message.Key != key {
		t.Fatalf("the error is %v, want %s", err, key)
	}
}

func equal(t fataler, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// picture is everything that a register shows of itself, to compare two of them.
type picture struct {
	Assets   []asset.Asset
	Classes  map[string][]classify.Classification
	Drafts   map[string]classify.Classification
	Units    []asset.Unit
	Settings register.Settings
	Mappings map[string]register.Mapping
	Standing map[string]requirement.Standing
	Actions  []action.Action
	Stands   map[string][]string
	Off      []string
	Holdings map[string]held
	// Values is everything that is stored, but for matrices that decisions were
	// made with: undo leaves those.
	Values map[ledger.Kind]map[string]any
}

// held is what a system holds and its levels.
type held struct {
	Sets     []holding.Set
	Adjusted [4]*holding.Adjustment
	Levels   classify.Profile
	NewLook  bool
}

func pictureOf(t fataler, r *register.Register) picture {
	t.Helper()
	p := picture{
		Classes: map[string][]classify.Classification{}, Drafts: map[string]classify.Classification{},
		Standing: map[string]requirement.Standing{}, Units: r.Organisation().Units(), Settings: r.Settings(), Mappings: r.Mappings(),
		Actions: r.Plan().Actions(), Stands: map[string][]string{}, Holdings: map[string]held{}, Values: everything(r),
	}
	maps.DeleteFunc(p.Values[register.KindMatrix], func(id string, _ any) bool { return id != register.MatrixID })
	if len(p.Values[register.KindMatrix]) == 0 {
		delete(p.Values, register.KindMatrix)
	}
	for _, req := range r.Requirements().Catalogue().All() {
		if r.Requirements().Catalogue().Off(req.ID) {
			p.Off = append(p.Off, req.ID)
		}
	}
	for _, a := range p.Actions {
		if a.Asset != "" && !slices.ContainsFunc(r.Plan().ActionsOf(a.Asset), func(of action.Action) bool { return of.ID == a.ID }) {
			t.Fatalf("%s is not among the actions of its asset", a.What)
		}
	}
	for _, rec := range r.Records() {
		p.Assets = append(p.Assets, rec.Asset)
		if vs := r.Classifications().Versions(rec.Asset.ID); len(vs) > 0 {
			p.Classes[rec.Asset.ID] = vs
			equal(t, "the classification in force", *rec.Class, vs[0])
		} else if rec.Class != nil {
			t.Fatalf("%s is classified without a version", rec.Asset.Name)
		}
		for _, platform := range r.Requirements().Platforms(rec.Asset.ID) {
			p.Stands[rec.Asset.ID] = append(p.Stands[rec.Asset.ID], platform.Asset.ID)
		}
		if s := rec.Standing; len(s.Assessments)+len(s.Exceptions)+len(s.Inherited) > 0 {
			p.Standing[rec.Asset.ID] = s
		}
		if h := rec.Holding; h != nil {
			p.Holdings[rec.Asset.ID] = held{h.Sets, h.Adjusted, rec.Profile(), rec.NewLook()}
		}
		if rec.Draft != nil {
			p.Drafts[rec.Asset.ID] = *rec.Draft
		}
	}
	return p
}
