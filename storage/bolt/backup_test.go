package bolt_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"infoklass/domain/ledger"
	"infoklass/storage/bolt"
	"infoklass/storage/storetest"
)

func TestCopies(t *testing.T) {
	path := newPath(t)
	s := create(t, path)
	last := ledger.Revision(0)
	for last < 40 {
		rev, err := s.Commit(t.Context(), expected(last+1))
		if err != nil {
			t.Fatal(err)
		}
		last = rev
	}
	want, _ := storetest.Load(t, s)
	for name, copyTo := range map[string]func(string) error{"backup": s.Backup, "compact": s.Compact} {
		target := filepath.Join(t.TempDir(), name+".infoklass")
		if err := copyTo(target); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		tells(t, copyTo(target), fs.ErrExist)
		c, err := bolt.Open(target, options)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, _ := storetest.Load(t, c); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: loaded %d entities that are not the %d copied", name, len(got), len(want))
		}
		if err := c.Check(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		mine, _ := s.Info()
		if its, err := c.Info(); err != nil || its != mine {
			t.Errorf("%s: info %+v, want %+v, %v", name, its, mine, err)
		}
		if _, err := c.Commit(t.Context(), expected(last+1)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		c.Close()
		if left, _ := os.ReadDir(filepath.Dir(target)); len(left) != 1 {
			t.Errorf("%s left %v", name, left)
		}
	}
}

func TestCompactIsNoLarger(t *testing.T) {
	path := sample(t)
	s, err := bolt.Open(path, options)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	target := path + ".small"
	if err := s.Compact(target); err != nil {
		t.Fatal(err)
	}
	if before, after := len(read(t, path)), len(read(t, target)); after > before {
		t.Errorf("%d bytes became %d", before, after)
	}
}

// A copy taken while commits go on is one whole state of the register.
func TestBackupWhileWriting(t *testing.T) {
	s := create(t, newPath(t))
	folder := t.TempDir()
	var writer sync.WaitGroup
	writer.Go(func() {
		for rev := ledger.Revision(1); rev <= 60; rev++ {
			if _, err := s.Commit(t.Context(), expected(rev)); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for i := range 8 {
		target := filepath.Join(folder, fmt.Sprint(i))
		if err := s.Backup(target); err != nil {
			t.Fatal(err)
		}
		examine(t, target, anyRevision)
	}
	writer.Wait()
}

func TestInfo(t *testing.T) {
	s, err := bolt.Open(sample(t), options)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	info, err := s.Info()
	if err != nil || info.Version != 1 || info.Program != options.Version || len(info.ID) != 26 || info.Created.IsZero() || info.Newest != 12 {
		t.Errorf("info = %+v, %v", info, err)
	}
}
