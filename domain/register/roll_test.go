package register

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
)

func newRecord(a asset.Asset, rev ledger.Revision) *Record { return &Record{Asset: a, Revision: rev} }

// A roll holds what a sorted slice would, and a roll handed out earlier stays as it was.
func TestRollAgainstASortedSlice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.IntRange(0, 3*pageSize).Draw(t, "start")
		var want []*Record
		for i := range start {
			want = append(want, newRecord(asset.Asset{ID: fmt.Sprintf("%06d", i*10)}, 1))
		}
		o := newRoll(want)
		for range rapid.IntRange(1, 2*pageSize).Draw(t, "steps") {
			id := fmt.Sprintf("%06d", rapid.IntRange(0, start*10+20).Draw(t, "id"))
			before, count := o, len(want)
			at, found := slices.BinarySearchFunc(want, id, func(rec *Record, id string) int { return byID(rec, &Record{Asset: asset.Asset{ID: id}}) })
			want = slices.Clone(want)
			switch {
			case found && rapid.IntRange(0, 9).Draw(t, "swap") == 0:
				first, rec := newRecord(want[0].Asset, 3), newRecord(asset.Asset{ID: id}, 3)
				o, _ = o.swap([]*Record{first, rec})
				want[0], want[at] = first, rec
			case rapid.Bool().Draw(t, "delete"):
				o = o.without(id)
				if found {
					want = slices.Delete(want, at, at+1)
				}
			default:
				rec := newRecord(asset.Asset{ID: id}, 2)
				o = o.with(rec)
				if found {
					want[at] = rec
				} else {
					want = slices.Insert(want, at, rec)
				}
			}
			if _, ok := o.swap([]*Record{newRecord(asset.Asset{ID: "nowhere"}, 1)}); ok {
				t.Fatal("a record that is not there was swapped")
			}
			if before.len() != count {
				t.Fatalf("a roll handed out had %d records and has %d", count, before.len())
			}
		}
		if got := slices.Collect(o.all()); !slices.Equal(got, want) {
			t.Fatalf("the roll has %d records, want %d", len(got), len(want))
		}
		for _, p := range o {
			if len(p) == 0 || len(p) > pageSize {
				t.Fatalf("a page of %d records", len(p))
			}
		}
	})
}

func TestSignatureNeverHidesAText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.String().Draw(t, "part")
		whole := rapid.String().Draw(t, "before") + part + rapid.String().Draw(t, "after")
		marks, word := signatureOf(whole), signatureOf(part)
		if !marks.mayHold(&word) {
			t.Fatalf("%q is said not to be in %q", part, whole)
		}
	})
}
