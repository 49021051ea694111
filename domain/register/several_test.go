package register_test

import (
	"context"
	"crypto/rand"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
	"infoklass/storage/memory"
)

// shared are the stores that several registers may use at the same time.
var shared = map[string]func(t *testing.T) ledger.Store{
	"memory": func(*testing.T) ledger.Store { return memory.New() },
	"bolt, one handle": func(t *testing.T) ledger.Store {
		s, err := bolt.Create(filepath.Join(t.TempDir(), "r.infoklass"), bolt.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	},
}

// client opens a register for somebody whose clock is off by so much.
func client(t fataler, store ledger.Store, who string, off time.Duration) *register.Register {
	t.Helper()
	now := today.Add(off)
	var mu sync.Mutex
	r, err := register.Open(ctx, store, register.Options{Who: who, Entropy: rand.Reader, Now: func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// several runs a test of two registers on each store that allows it.
func several(t *testing.T, run func(t *testing.T, store ledger.Store, anna, bo *register.Register)) {
	for name, open := range shared {
		t.Run(name, func(t *testing.T) {
			store := open(t)
			anna, bo := client(t, store, "anna", 0), client(t, store, "bo", -time.Hour)
			run(t, store, anna, bo)
			follow(t, anna, bo)
			equal(t, "both in the end", everything(bo), everything(anna))
			equal(t, "and what is stored", everything(client(t, store, "cecilia", 0)), everything(anna))
			whole(t, store)
		})
	}
}

func follow(t fataler, all ...*register.Register) {
	t.Helper()
	for _, r := range all {
		if err := r.Follow(ctx); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatOthersCommitIsFollowed(t *testing.T) {
	several(t, func(t *testing.T, store ledger.Store, anna, bo *register.Register) {
		var told, moved []ledger.Revision
		bo.Watch(func(rev ledger.Revision) { told = append(told, rev) })
		following, stop := context.WithCancel(ctx)
		defer stop()
		store.(ledger.Follower).Follow(following, func(rev ledger.Revision) { moved = append(moved, rev) })
		a := add(t, anna, "Journal")
		decide(t, anna, a.ID, "2131")
		equal(t, "what the store says of both commits", moved, []ledger.Revision{1, 2})
		equal(t, "the revision before following", bo.Revision(), ledger.Revision(0))
		follow(t, bo, bo)
		equal(t, "the revision after", bo.Revision(), ledger.Revision(2))
		equal(t, "what the watchers hear", told, []ledger.Revision{2})
		equal(t, "the levels", record(t, bo, a.ID).Profile(), levels("2131"))
		found, err := bo.Find(ctx, register.Query{Text: "journal"})
		if err != nil || len(found) != 1 {
			t.Errorf("a search finds %v, %v", found, err)
		}
	})
}

func TestAfterAConflictTheSameEditCanBeMade(t *testing.T) {
	several(t, func(t *testing.T, _ ledger.Store, anna, bo *register.Register) {
		a := add(t, anna, "Journal")
		follow(t, bo)
		seen := record(t, bo, a.ID)
		change(t, anna, a.ID, asset.Supplier, "Alfa AB")
		_, err := bo.ChangeAsset(ctx, seen.Asset.With(asset.Note, "bo"), seen.Revision)
		if !errors.Is(err, ledger.ErrConflict) {
			t.Fatalf("an edit of what Anna has changed: %v", err)
		}
		says(t, err, "register.conflict")
		equal(t, "the supplier that Bo sees now", record(t, bo, a.ID).Asset.Fields[asset.Supplier], "Alfa AB")
		change(t, bo, a.ID, asset.Note, "bo")
		equal(t, "the supplier after Bo's edit", record(t, bo, a.ID).Asset.Fields[asset.Supplier], "Alfa AB")
	})
}

func TestNoCommitOfOthersIsPassedOver(t *testing.T) {
	several(t, func(t *testing.T, _ ledger.Store, anna, bo *register.Register) {
		a := add(t, anna, "Journal")
		change(t, anna, a.ID, asset.Supplier, "Alfa AB")
		var told []ledger.Revision
		bo.Watch(func(rev ledger.Revision) { told = append(told, rev) })
		add(t, bo, "Lön") // bo has not seen any of it
		equal(t, "Bo's revision", bo.Revision(), ledger.Revision(3))
		equal(t, "what the watchers hear", told, []ledger.Revision{3})
		equal(t, "Bo's assets", bo.Len(), 2)
		equal(t, "the supplier", record(t, bo, a.ID).Asset.Fields[asset.Supplier], "Alfa AB")
	})
}

func TestUndoIsOfOnesOwnCommits(t *testing.T) {
	several(t, func(t *testing.T, _ ledger.Store, anna, bo *register.Register) {
		a := add(t, anna, "Journal")
		b := add(t, bo, "Lön")
		follow(t, anna)
		undo(t, anna)
		if _, there := anna.Record(b.ID); !there {
			t.Error("Anna took Bo's asset away")
		}
		if _, there := anna.Record(a.ID); there {
			t.Error("Anna's asset is still there")
		}
		_, err := anna.Undo(ctx)
		says(t, err, "register.undo.nothing")
		redo(t, anna)

		// What Bo takes back of hers is no longer hers to take back.
		follow(t, bo)
		if _, err := bo.UndoRevision(ctx, 1); err != nil {
			t.Fatal(err)
		}
		follow(t, anna)
		if _, there := anna.Record(a.ID); there {
			t.Error("Anna still has what Bo took back")
		}
		if _, err := anna.Undo(ctx); err == nil {
			t.Error("Anna could take back what Bo has taken back")
		}
	})
}

// Anna's clock is an hour before Bo's: what is in force is what was decided last.
func TestTwoClocksChangeNothing(t *testing.T) {
	several(t, func(t *testing.T, _ ledger.Store, anna, bo *register.Register) {
		a := add(t, anna, "Journal")
		follow(t, bo)
		decide(t, anna, a.ID, "1111")
		decide(t, bo, a.ID, "2222") // unseen by each other, and with an id from an hour earlier
		follow(t, anna, bo)
		for _, r := range []*register.Register{anna, bo} {
			equal(t, "the levels in force", record(t, r, a.ID).Profile(), levels("2222"))
			equal(t, "the version before", r.Classifications().Versions(a.ID)[1].Profile, levels("1111"))
		}
	})
}

// A version that is brought back among later ones is not the newest for that.
func TestAVersionBroughtBackKeepsItsPlace(t *testing.T) {
	several(t, func(t *testing.T, _ ledger.Store, anna, bo *register.Register) {
		a := add(t, anna, "Journal")
		decide(t, anna, a.ID, "1111")
		first := anna.Revision()
		decide(t, anna, a.ID, "2222")
		if _, err := anna.UndoRevision(ctx, first); err != nil {
			t.Fatal(err)
		}
		equal(t, "the levels without the first version", record(t, anna, a.ID).Profile(), levels("2222"))
		undone := anna.Revision()
		if _, err := anna.UndoRevision(ctx, undone); err != nil {
			t.Fatal(err)
		}
		follow(t, bo)
		for _, r := range []*register.Register{anna, bo} {
			equal(t, "the levels in force", record(t, r, a.ID).Profile(), levels("2222"))
			equal(t, "the versions", len(r.Classifications().Versions(a.ID)), 2)
		}
	})
}

func TestTheRegisterAsItWas(t *testing.T) {
	several(t, func(t *testing.T, store ledger.Store, anna, bo *register.Register) {
		a := add(t, anna, "Journal")
		pictures := []picture{pictureOf(t, open(t, memory.New())), pictureOf(t, anna)}
		for range 3 {
			decide(t, anna, a.ID, "1111")
			pictures = append(pictures, pictureOf(t, anna))
			change(t, anna, a.ID, asset.Note, anna.NewID())
			pictures = append(pictures, pictureOf(t, anna))
		}
		undo(t, anna)
		pictures = append(pictures, pictureOf(t, anna))
		for rev, want := range pictures {
			was, err := register.At(ctx, store, ledger.Revision(rev), options())
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "the register as it was", pictureOf(t, was), want)
			equal(t, "its revision", was.Revision(), ledger.Revision(rev))
			_, err = was.AddAsset(ctx, asset.Asset{Name: "Ny", Kind: asset.System})
			says(t, err, "register.readOnly")
			if err := was.Close(); err != nil {
				t.Error(err)
			}
		}
	})
}

// Two people work, each following when they happen to, and end with the same.
func TestTwoRegistersAgreeInTheEnd(t *testing.T) {
	for name, open := range shared {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				store := open(t)
				both := []*register.Register{client(rt, store, "anna", 0), client(rt, store, "bo", -time.Hour)}
				for range rapid.IntRange(1, 25).Draw(rt, "steps") {
					work(rt, both[rapid.IntRange(0, 1).Draw(rt, "who")])
				}
				follow(rt, both...)
				equal(rt, "both in the end", everything(both[1]), everything(both[0]))
				equal(rt, "what they show", pictureOf(rt, both[1]), pictureOf(rt, both[0]))
				equal(rt, "and what is stored", pictureOf(rt, client(rt, store, "cecilia", 0)), pictureOf(rt, both[0]))
				neverBelow(rt, both[0])
				whole(rt, store)
			})
		})
	}
}

// work does one thing, which may be refused for what the other has done.
func work(t *rapid.T, r *register.Register) {
	var err error
	records := r.Records()
	pick := func() *register.Record { return rapid.SampledFrom(records).Draw(t, "asset") }
	what := rapid.SampledFrom([]string{"add", "add", "change", "decide", "delete", "link", "undo", "redo", "follow"}).Draw(t, "what")
	if len(records) == 0 && what != "undo" && what != "redo" && what != "follow" {
		what = "add"
	}
	switch what {
	case "add":
		_, err = r.AddAsset(ctx, asset.Asset{Name: drawName(t), Kind: rapid.SampledFrom(asset.Kinds).Draw(t, "kind")})
	case "change":
		rec := pick()
		_, err = r.ChangeAsset(ctx, rec.Asset.With(asset.Note, r.NewID()), rec.Revision)
	case "decide":
		c := classified(t, r, pick().Asset.ID, rapid.StringMatching(`[0-3]{4}`).Draw(t, "levels"))
		for i := range c.Deviations {
			c.Deviations[i] = "inte allt"
		}
		_, err = r.Classifications().Decide(ctx, c)
	case "delete":
		_, err = r.DeleteAssets(ctx, []string{pick().Asset.ID})
	case "link":
		_, err = r.Holdings().Link(ctx, pick().Asset.ID, pick().Asset.ID)
	case "undo":
		_, err = r.Undo(ctx)
	case "redo":
		_, err = r.Redo(ctx)
	case "follow":
		err = r.Follow(ctx)
	}
	if err != nil {
		refused(t, err)
	}
}

// refused demands that an error is one a person is told.
func refused(t fataler, err error) {
	t.Helper()
	if told := new(text.Error); !errors.As(err, &told) {
		t.Fatalf("refused without a sentence: %v", err)
	}
}
