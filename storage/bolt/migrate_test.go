package bolt

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// The mechanism is tested with migrations of its own, before the first real one exists.

var testOptions = Options{Version: "2.0.0", Now: func() time.Time { return time.Date(2026, 11, 23, 9, 5, 0, 0, time.UTC) }}

func addBucket(name string) migration {
	return func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte(name)); return err }
}

// versionOne makes a register of version 1 with one asset.
func versionOne(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.infoklass")
	s, err := Create(path, Options{Version: "1.0.0"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Commit(t.Context(), ledger.Commit{Who: "a", Changes: []ledger.Change{
		{Ref: register.KindAsset.Ref("a"), About: "a", New: []byte(`{}`)},
	}})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMigrate(t *testing.T) {
	path := versionOne(t)
	list := []migration{makeBuckets, addBucket("two"), addBucket("three")}
	s, err := open(path, testOptions, list)
	if err != nil {
		t.Fatal(err)
	}
	info, err := s.Info()
	if err != nil || info.Version != 3 || info.Program != "2.0.0" || info.Newest != 1 {
		t.Errorf("info = %+v, %v; want version 3 by 2.0.0", info, err)
	}
	if err := errors.Join(s.Check(t.Context()), s.Close()); err != nil {
		t.Error(err)
	}
	// The copy is what was there before, for the program that made it.
	copied := filepath.Join(filepath.Dir(path), "r.version-1.20261123-090500.infoklass")
	old, err := Open(copied, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if info, err := old.Info(); err != nil || info.Version != 1 || info.Newest != 1 {
		t.Errorf("copy: %+v, %v", info, err)
	}
	old.Close()
	// Again there is nothing to do, and no second copy.
	if s, err = open(path, testOptions, list); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if found, _ := os.ReadDir(filepath.Dir(path)); len(found) != 2 {
		t.Errorf("the folder holds %v", found)
	}
	// The program of version 1 refuses it, names the newer program and changes nothing.
	now, _ := os.ReadFile(path)
	_, err = open(path, testOptions, list[:1])
	var told *text.Error
	if !errors.Is(err, ledger.ErrNewer) || !errors.As(err, &told) || told.Message.Args[3] != "2.0.0" {
		t.Errorf("older program: %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(now, after) {
		t.Error("the older program changed the file")
	}
}

func TestMigrationFails(t *testing.T) {
	path := versionOne(t)
	own := errors.New("own")
	list := []migration{makeBuckets, addBucket("two"), func(*bbolt.Tx) error { return own }}
	if _, err := open(path, testOptions, list); !errors.Is(err, own) {
		t.Fatalf("err = %v", err)
	}
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatalf("after a failed migration: %v", err)
	}
	defer s.Close()
	info, err := s.Info()
	if err != nil || info.Version != 1 {
		t.Errorf("info = %+v, %v; want version 1", info, err)
	}
	if s.db.View(func(tx *bbolt.Tx) error {
		if tx.Bucket([]byte("two")) != nil {
			t.Error("half of the migration stayed")
		}
		return nil
	}) != nil {
		t.Error("view failed")
	}
}

func TestMigrationNeedsWriting(t *testing.T) {
	path := versionOne(t)
	o := testOptions
	o.ReadOnly = true
	_, err := open(path, o, []migration{makeBuckets, addBucket("two")})
	if !errors.Is(err, ledger.ErrReadOnly) {
		t.Errorf("err = %v, want ErrReadOnly", err)
	}
	if found, _ := os.ReadDir(filepath.Dir(path)); len(found) != 1 {
		t.Errorf("the folder holds %v", found)
	}
}
