// Package trial is the scaffolding of the window's tests: a register with a clock
// and assets, a desk on which a page is used as a person would use it, and
// pictures of pages. No program uses it.
package trial

import (
	"context"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/example"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Day is the day on which every test takes place.
var Day = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// Register opens a register over an empty store. Its clock starts on Day and
// moves a millisecond each time it is looked at.
func Register(t testing.TB, store ledger.Store) *register.Register {
	t.Helper()
	clock := Day
	return RegisterAt(t, store, func() time.Time {
		clock = clock.Add(time.Millisecond)
		return clock
	})
}

// RegisterAt opens a register over an empty store, with a clock of its own.
func RegisterAt(t testing.TB, store ledger.Store, now func() time.Time) *register.Register {
	t.Helper()
	r, err := register.Open(t.Context(), store, register.Options{Who: "Maria Holm", Entropy: rand.New(rand.NewSource(1)), Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Sample is a register with the assets of the example municipality, and with
// more parts of the example.
func Sample(t testing.TB, store ledger.Store, parts ...func(context.Context, *register.Register) error) *register.Register {
	t.Helper()
	r := Register(t, store)
	for _, part := range append([]func(context.Context, *register.Register) error{example.Sample}, parts...) {
		if err := part(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// Record is the asset of a register that is called name.
func Record(t testing.TB, r *register.Register, name string) *register.Record {
	t.Helper()
	for _, rec := range r.Records() {
		if rec.Asset.Name == name {
			return rec
		}
	}
	t.Fatalf("no asset is called %s", name)
	return nil
}

// Add puts an asset into a register, as a system if it has no kind.
func Add(t testing.TB, r *register.Register, a asset.Asset) asset.Asset {
	t.Helper()
	if a.Kind == "" {
		a.Kind = asset.System
	}
	a, err := r.AddAsset(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// SetPolicy makes p the policy of the municipality.
func SetPolicy(t testing.TB, r *register.Register, p register.Policy) {
	t.Helper()
	s := r.Settings()
	s.Policy = p
	if err := r.ChangeSettings(t.Context(), s); err != nil {
		t.Fatal(err)
	}
}

// Large is a register of n assets in twenty units. Half of them are decided, and
// some of those are late for review.
func Large(t testing.TB, store ledger.Store, n int) *register.Register {
	t.Helper()
	r := Register(t, store)
	var edits []register.Edit
	units := make([]asset.Unit, 20)
	for i := range units {
		units[i] = asset.Unit{ID: r.NewID(), Name: fmt.Sprintf("Board %d", i), Kind: asset.Committee}
		edits = append(edits, register.PutUnit(units[i], 0))
	}
	for i := range n {
		a := asset.Asset{ID: r.NewID(), Name: fmt.Sprintf("System %d", i), Kind: asset.System, Unit: units[i%len(units)].ID}
		c := classify.Classification{ID: r.NewID(), Asset: a.ID, Scale: "0-3", State: classify.Imported, Profile: classify.Profile{1, 2, 3, 4}}
		if i%2 == 0 {
			c.State, c.NextReview = classify.Decided, text.Date(Day.AddDate(0, 0, i%900-100))
		}
		edits = append(edits, register.PutAsset(a, 0), register.PutClassification(c))
	}
	if _, err := r.Commit(t.Context(), text.Msg("why.settings"), edits...); err != nil {
		t.Fatal(err)
	}
	return r
}
