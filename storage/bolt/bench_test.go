package bolt_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
)

// manyChanges makes n assets with a classification each, documents of 400 bytes.
func manyChanges(n int) []ledger.Change {
	filler := strings.Repeat("x", 350)
	list := make([]ledger.Change, 0, 2*n)
	for i := range n {
		asset, classification := fmt.Sprintf("01JDASSET%017d", i), fmt.Sprintf("01JDCLASS%017d", i)
		for _, ref := range []ledger.Ref{{Kind: register.KindAsset, ID: asset}, {Kind: register.KindClassification, ID: classification}} {
			doc := fmt.Appendf(nil, `{"id":%q,"n":%d,"text":%q}`, ref.ID, i, filler)
			list = append(list, ledger.Change{Ref: ref, About: asset, New: doc})
		}
	}
	return list
}

func commitOf(changes ...ledger.Change) ledger.Commit {
	return ledger.Commit{Who: "Åsa Öberg", When: time.Date(2026, 11, 23, 10, 30, 0, 0, time.UTC), Why: text.Msg("test.why"), Changes: changes}
}

// filled makes a register of n assets with classifications.
func filled(b *testing.B, n int) (*bolt.Store, string) {
	path := newPath(b)
	s := create(b, path)
	if _, err := s.Commit(b.Context(), commitOf(manyChanges(n)...)); err != nil {
		b.Fatal(err)
	}
	return s, path
}

// BenchmarkCommitOneField changes one field of one asset of 10,000.
func BenchmarkCommitOneField(b *testing.B) {
	commit := oneField(b)
	b.ReportAllocs()
	for b.Loop() {
		commit()
	}
}

// BenchmarkBareTransaction puts one document of the same size among 20,000 with bbolt alone, on the same disk.
func BenchmarkBareTransaction(b *testing.B) {
	put := bareTransaction(b)
	b.ReportAllocs()
	for b.Loop() {
		put()
	}
}

// BenchmarkCommitOverBare does both in turn, so that whatever else the disk
// does meets both alike, and reports how many times longer the commit takes.
func BenchmarkCommitOverBare(b *testing.B) {
	commit, put := oneField(b), bareTransaction(b)
	var ours, bare time.Duration
	for b.Loop() {
		began := time.Now()
		commit()
		between := time.Now()
		put()
		ours += between.Sub(began)
		bare += time.Since(between)
	}
	b.ReportMetric(ours.Seconds()/bare.Seconds(), "times-bare")
}

func oneField(b *testing.B) (commit func()) {
	s, _ := filled(b, 10_000)
	ch := manyChanges(5_001)[10_000]
	ch.Base = 1
	return func() {
		rev, err := s.Commit(b.Context(), commitOf(ch))
		if err != nil {
			b.Fatal(err)
		}
		ch.Base = rev
	}
}

func bareTransaction(b *testing.B) (put func()) {
	db, err := bbolt.Open(filepath.Join(b.TempDir(), "bare"), 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	changes := manyChanges(10_000)
	name := []byte("document")
	err = db.Update(func(tx *bbolt.Tx) error {
		bucket, err := tx.CreateBucket(name)
		for i := 0; i < len(changes) && err == nil; i++ {
			err = bucket.Put([]byte(changes[i].ID), changes[i].New)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	ch := changes[10_000]
	return func() {
		err := db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(name).Put([]byte(ch.ID), ch.New) })
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCommit200000 imports 100,000 assets with classifications in one commit.
func BenchmarkCommit200000(b *testing.B) {
	changes := manyChanges(100_000)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		path := newPath(b)
		s := create(b, path)
		runtime.GC()
		b.StartTimer()
		if _, err := s.Commit(b.Context(), commitOf(changes...)); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/1e6, "MB-file")
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.Sys)/1e6, "MB-memory")
		s.Close()
		b.StartTimer()
	}
}

// BenchmarkUpdate200000 changes every one of 200,000 entities in one commit.
func BenchmarkUpdate200000(b *testing.B) {
	s, _ := filled(b, 100_000)
	changes := manyChanges(100_000)
	for rev := ledger.Revision(1); b.Loop(); rev++ {
		for i := range changes {
			changes[i].Base = rev
		}
		if _, err := s.Commit(b.Context(), commitOf(changes...)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoad200000 opens a register and hands over 100,000 assets with classifications.
func BenchmarkLoad200000(b *testing.B) {
	s, path := filled(b, 100_000)
	s.Close()
	b.ReportAllocs()
	for b.Loop() {
		s, err := bolt.Open(path, options)
		if err != nil {
			b.Fatal(err)
		}
		count, size := 0, 0
		if _, err := s.Load(b.Context(), func(e ledger.Entity) error { count++; size += len(e.Data); return nil }); err != nil {
			b.Fatal(err)
		}
		if count != 200_000 {
			b.Fatalf("%d entities", count)
		}
		s.Close()
	}
}

// BenchmarkLogAbout reads the history of one asset of 100,000.
func BenchmarkLogAbout(b *testing.B) {
	s, _ := filled(b, 100_000)
	about := manyChanges(1)[0].About
	for b.Loop() {
		n := 0
		err := s.Log(b.Context(), ledger.LogQuery{About: about, Newest: true}, func(e ledger.Entry) error { n += len(e.Changes); return nil })
		if err != nil || n != 2 {
			b.Fatal(n, err)
		}
	}
}

// BenchmarkCheck200000 examines a register of 100,000 assets.
func BenchmarkCheck200000(b *testing.B) {
	s, _ := filled(b, 100_000)
	for b.Loop() {
		if err := s.Check(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
