package bolt_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/storage/bolt"
)

func init() { parts["damage"] = readDamaged }

// damages is how many damaged files are read. The first thousands were read once; these keep it so.
const damages = 250

// TestDamagedPages writes nonsense over random places of a register and reads
// it, in a child, because what it must not do is take the program down.
func TestDamagedPages(t *testing.T) {
	s, err := bolt.Open(sample(t), options)
	if err != nil {
		t.Fatal(err)
	}
	path := newPath(t) // a compact copy, so that most places are in use
	if err := errors.Join(s.Compact(path), s.Close()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute) // hangs are what is looked for, not slow machines
	defer cancel()
	out, err := child(ctx, t, "damage", path).CombinedOutput()
	if out = out[:min(len(out), 3000)]; err != nil {
		t.Errorf("%v: %s", err, out)
	}
	t.Logf("%s", out)
}

func readDamaged(path string) error {
	good, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(20261123, 2))
	refused, noticed, unnoticed := 0, 0, 0
	for i := range damages {
		data := bytes.Clone(good)
		for range 1 + random.IntN(3) {
			at := random.IntN(len(data))
			switch random.IntN(4) {
			case 0:
				data[at] ^= 1 << random.IntN(8)
			case 1:
				binary.LittleEndian.PutUint16(data[min(at, len(data)-2):], uint16(random.Uint32()))
			case 2:
				clear(data[at:min(at+512, len(data))])
			default: // a page lies where another should
				page := os.Getpagesize()
				from, to := random.IntN(len(data)/page)*page, random.IntN(len(data)/page)*page
				copy(data[to:to+page], data[from:from+page])
			}
		}
		file := filepath.Join(filepath.Dir(path), fmt.Sprintf("damaged-%d", i))
		if err := os.WriteFile(file, data, 0o600); err != nil {
			return err
		}
		switch open, err := readAll(file, i%2 == 0); {
		case err == nil:
			unnoticed++
		case !errors.Is(err, ledger.ErrDamaged) && !errors.Is(err, ledger.ErrForeign) && !errors.Is(err, ledger.ErrNewer):
			return fmt.Errorf("file %d: %w", i, err)
		case open:
			noticed++
		default:
			refused++
		}
		if err := os.Remove(file); err != nil {
			return err
		}
	}
	fmt.Printf("%d refused on opening, %d noticed later, %d hit unused room\n", refused, noticed, unnoticed)
	return nil
}

// readAll reads everything there is, and reports whether the file could be opened.
func readAll(path string, readOnly bool) (bool, error) {
	s, err := bolt.Open(path, bolt.Options{ReadOnly: readOnly})
	if err != nil {
		return false, err
	}
	defer s.Close()
	ctx := context.Background()
	_, loadErr := s.Load(ctx, func(ledger.Entity) error { return nil })
	logErr := s.Log(ctx, ledger.LogQuery{Newest: true}, func(ledger.Entry) error { return nil })
	aboutErr := s.Log(ctx, ledger.LogQuery{About: "same"}, func(ledger.Entry) error { return nil })
	checkErr := s.Check(ctx)
	if info, err := s.Info(); err == nil && !s.Facts().ReadOnly {
		// May succeed where the damage lies elsewhere; must come back in any case.
		_, _ = s.Commit(ctx, expected(info.Newest+1))
	}
	if all := errors.Join(loadErr, logErr, aboutErr); checkErr == nil && all != nil {
		return true, fmt.Errorf("the check found nothing, but reading failed: %v", all)
	}
	return true, checkErr
}

// TestCheckFindsForgery changes a whole, readable file behind the program's back.
func TestCheckFindsForgery(t *testing.T) {
	first := func(b *bbolt.Bucket) ([]byte, []byte) {
		k, v := b.Cursor().First()
		return bytes.Clone(k), bytes.Clone(v)
	}
	for name, forge := range map[string]func(tx *bbolt.Tx) error{
		"another document": func(tx *bbolt.Tx) error {
			k, _ := first(tx.Bucket([]byte("document")))
			return tx.Bucket([]byte("document")).Put(k, []byte(`{"forged":true}`))
		},
		"a document less": func(tx *bbolt.Tx) error {
			k, _ := first(tx.Bucket([]byte("document")))
			return tx.Bucket([]byte("document")).Delete(k)
		},
		"a document more": func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte("document")).Put(bytes.Repeat([]byte{9}, 12), []byte(`{}`))
		},
		"the last entry taken away": func(tx *bbolt.Tx) error {
			k, _ := tx.Bucket([]byte("log")).Cursor().Last()
			return tx.Bucket([]byte("log")).Delete(bytes.Clone(k))
		},
		"the first entry taken away": func(tx *bbolt.Tx) error {
			k, _ := first(tx.Bucket([]byte("log")))
			return tx.Bucket([]byte("log")).Delete(k)
		},
		"another name in the log": func(tx *bbolt.Tx) error {
			k, v := first(tx.Bucket([]byte("log")))
			return tx.Bucket([]byte("log")).Put(k, bytes.Replace(v, []byte("Öberg"), []byte("Ekman"), 1))
		},
		"an entity taken away": func(tx *bbolt.Tx) error {
			k, _ := first(tx.Bucket([]byte("entity")))
			return tx.Bucket([]byte("entity")).Delete(k)
		},
		"an entity more": func(tx *bbolt.Tx) error {
			_, v := first(tx.Bucket([]byte("entity")))
			return tx.Bucket([]byte("entity")).Put([]byte("asset\x00zz"), v)
		},
		"a trail taken away": func(tx *bbolt.Tx) error {
			k, _ := first(tx.Bucket([]byte("trail")))
			return tx.Bucket([]byte("trail")).Delete(k)
		},
		"a trail more": func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte("trail")).Put([]byte("zz\x00\x00\x00\x00\x00\x00\x00\x00\x01"), []byte{0, 0, 0, 0})
		},
	} {
		path := sample(t)
		db, err := bbolt.Open(path, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(db.Update(forge), db.Close()); err != nil {
			t.Fatal(err)
		}
		s, err := bolt.Open(path, options)
		if err != nil {
			t.Fatal(err)
		}
		tells(t, s.Check(t.Context()), ledger.ErrDamaged)
		if t.Failed() {
			t.Fatal(name)
		}
		s.Close()
	}
}
