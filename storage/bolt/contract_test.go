package bolt_test

import (
	"os"
	"path/filepath"
	"testing"

	"infoklass/domain/ledger"
	"infoklass/storage/bolt"
	"infoklass/storage/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) (ledger.Store, func() ledger.Store) {
		path := newPath(t)
		reopen := func() ledger.Store {
			s, err := bolt.Open(path, bolt.Options{})
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		return create(t, path), reopen
	})
}

var options = bolt.Options{Version: "1.2.3", User: "asa", Host: "PC-17"}

func newPath(t testing.TB) string {
	return filepath.Join(t.TempDir(), "Kommunens register åäö.infoklass")
}

// heldPath is newPath for a file that cannot be removed before the program
// ends: what bbolt maps before it meets damage stays mapped, and Windows keeps
// a mapped file.
func heldPath(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "held")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return filepath.Join(folder, "Kommunens register åäö.infoklass")
}

func create(t testing.TB, path string) *bolt.Store {
	t.Helper()
	s, err := bolt.Create(path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
