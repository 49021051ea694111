package bolt_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
)

// tells fails the test unless err is want and has a whole sentence in every language.
func tells(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
	var told *text.Error
	if !errors.As(err, &told) {
		t.Errorf("error %v has no sentence", err)
		return
	}
	for _, lang := range text.Langs {
		sentence := told.Message.In(text.In(lang))
		if strings.Contains(sentence, "<no value>") || strings.Contains(sentence, told.Message.Key) || strings.Count(sentence, ". ") == 0 {
			t.Errorf("%s: the sentence %q", lang, sentence)
		}
	}
}

// sample is a small register that was closed.
func sample(t testing.TB) string {
	path := newPath(t)
	s := create(t, path)
	for rev := ledger.Revision(1); rev <= 12; rev++ {
		if _, err := s.Commit(t.Context(), expected(rev)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o660); err != nil {
		t.Fatal(err)
	}
}

func TestOpenBadFiles(t *testing.T) {
	good := read(t, sample(t))
	edit := func(change func(b []byte)) []byte {
		b := bytes.Clone(good)
		change(b)
		return b
	}
	page := os.Getpagesize()
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"empty":                   {nil, ledger.ErrForeign},
		"text":                    {[]byte("namn;klass\nLönesystem;2\n"), ledger.ErrForeign},
		"long text":               {bytes.Repeat([]byte("namn;klass\n"), 10_000), ledger.ErrForeign},
		"a workbook":              {append([]byte("PK\x03\x04"), make([]byte, 40_000)...), ledger.ErrForeign},
		"zeros":                   {make([]byte, 65_536), ledger.ErrDamaged},
		"cut after 10 bytes":      {good[:10], ledger.ErrForeign},
		"cut after 50 bytes":      {good[:50], ledger.ErrDamaged},
		"cut after the head":      {good[:page], ledger.ErrDamaged},
		"cut after both heads":    {good[:2*page], ledger.ErrDamaged},
		"cut after four pages":    {good[:4*page], ledger.ErrDamaged},
		"cut in the middle":       {good[:len(good)/8], ledger.ErrDamaged},
		"both heads overwritten":  {edit(func(b []byte) { b[60]++; b[page+60]++ }), ledger.ErrDamaged},
		"everything but the head": {edit(func(b []byte) { clear(b[2*page:]) }), ledger.ErrDamaged},
		"0xFF after the head":     {edit(func(b []byte) { copy(b[2*page:], bytes.Repeat([]byte{0xFF}, len(b))) }), ledger.ErrDamaged},
	} {
		for _, readOnly := range []bool{false, true} {
			path := heldPath(t)
			write(t, path, test.data)
			s, err := bolt.Open(path, bolt.Options{ReadOnly: readOnly})
			if err == nil {
				s.Close()
			}
			tells(t, err, test.want)
			if t.Failed() {
				t.Fatalf("%s, read-only %t", name, readOnly)
			}
			if !bytes.Equal(read(t, path), test.data) {
				t.Errorf("%s: the file was changed", name)
			}
		}
	}
}

// Only one of the two heads of the file is newer; when a stop tore it, the other counts.
func TestOpenOneHead(t *testing.T) {
	good := read(t, sample(t))
	for head := range 2 {
		path := newPath(t)
		data := bytes.Clone(good)
		data[head*os.Getpagesize()+40]++
		write(t, path, data)
		s, err := bolt.Open(path, options)
		if err != nil {
			t.Errorf("head %d torn: %v", head, err)
			continue
		}
		if err := s.Check(t.Context()); err != nil {
			t.Errorf("head %d torn: %v", head, err)
		}
		if info, err := s.Info(); err != nil || info.Newest < 11 {
			t.Errorf("head %d torn: %+v, %v", head, info, err)
		}
		s.Close()
	}
}

func TestOpenOtherThings(t *testing.T) {
	folder := t.TempDir()
	_, err := bolt.Open(folder, options)
	tells(t, err, ledger.ErrForeign)
	_, err = bolt.Open(filepath.Join(folder, "none.infoklass"), options)
	tells(t, err, fs.ErrNotExist)
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("opening left %v", left)
	}
	other := filepath.Join(folder, "other.db")
	db, err := bbolt.Open(other, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	before := read(t, other)
	_, err = bolt.Open(other, options)
	tells(t, err, ledger.ErrForeign)
	if !bytes.Equal(before, read(t, other)) {
		t.Error("a foreign database was changed")
	}
}

func TestCreateRefuses(t *testing.T) {
	path := sample(t)
	before := read(t, path)
	_, err := bolt.Create(path, options)
	tells(t, err, fs.ErrExist)
	if !bytes.Equal(before, read(t, path)) {
		t.Error("the register was changed")
	}
	_, err = bolt.Create(filepath.Join(t.TempDir(), "no", "such", "folder.infoklass"), options)
	tells(t, err, fs.ErrNotExist)
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the register lie %v, %v", left, err)
	}
}

func TestLocked(t *testing.T) {
	path := sample(t)
	o := options
	o.Now = func() time.Time { return time.Date(2026, 11, 23, 9, 5, 0, 0, time.Local) }
	first, err := bolt.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	_, err = bolt.Open(path, bolt.Options{Timeout: 60 * time.Millisecond})
	tells(t, err, ledger.ErrLocked)
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("it took %v to say so", took)
	}
	sentence := text.Explain(text.In(text.Swedish), err)
	for _, want := range []string{"asa", "PC-17", "2026-11-23 09:05"} {
		if !strings.Contains(sentence, want) {
			t.Errorf("%q is not in %q", want, sentence)
		}
	}
	// Without the note only the name is missing.
	if err := os.Remove(filepath.Join(filepath.Dir(path), ".~lock."+filepath.Base(path)+"#")); err != nil {
		t.Fatal(err)
	}
	_, err = bolt.Open(path, bolt.Options{ReadOnly: true, Timeout: 60 * time.Millisecond})
	tells(t, err, ledger.ErrLocked)
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(filepath.Dir(path))
	if len(left) != 1 {
		t.Errorf("beside the register lie %v", left)
	}
}

// A note that a killed program left behind neither hinders nor is repeated.
func TestStaleNote(t *testing.T) {
	path := sample(t)
	note := filepath.Join(filepath.Dir(path), ".~lock."+filepath.Base(path)+"#")
	for name, stale := range map[string]string{
		"whole":   `{"user":"bengt","host":"PC-2","since":"2020-01-01T00:00:00Z","mark":"x"}`,
		"garbage": "\x00\xff{",
		"huge":    strings.Repeat("x", 1<<20),
	} {
		for _, o := range []bolt.Options{options, {}, {ReadOnly: true}} {
			write(t, note, []byte(stale))
			s, err := bolt.Open(path, o)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			_, err = bolt.Open(path, bolt.Options{Timeout: time.Millisecond})
			tells(t, err, ledger.ErrLocked)
			if strings.Contains(text.Explain(text.In(text.Swedish), err), "bengt") {
				t.Errorf("%s: %s", name, text.Explain(text.In(text.Swedish), err))
			}
			s.Close()
			if _, err := os.Stat(note); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: the note is still there", name)
			}
		}
	}
	// A note that cannot be written: a folder has its name.
	if err := os.MkdirAll(filepath.Join(note, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := bolt.Open(path, options)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestReadOnly(t *testing.T) {
	path := sample(t)
	before := read(t, path)
	first, err := bolt.Open(path, bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	second, err := bolt.Open(path, bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("two readers: %v", err)
	}
	_, err = first.Commit(t.Context(), expected(13))
	tells(t, err, ledger.ErrReadOnly)
	if err := second.Check(t.Context()); err != nil {
		t.Error(err)
	}
	first.Close()
	second.Close()
	_, err = first.Commit(t.Context(), expected(13))
	tells(t, err, ledger.ErrClosed)
	if !bytes.Equal(before, read(t, path)) {
		t.Error("reading changed the file")
	}
}

// A file that is cut off while it is open must not stop the program.
func TestTruncatedWhileOpen(t *testing.T) {
	path := sample(t)
	s, err := bolt.Open(path, options)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := os.Truncate(path, int64(2*os.Getpagesize())); err != nil {
		t.Skip(err) // Windows does not allow it
	}
	_, err = s.Load(t.Context(), func(ledger.Entity) error { return nil })
	tells(t, err, ledger.ErrDamaged)
	err = s.Log(t.Context(), ledger.LogQuery{}, func(ledger.Entry) error { return nil })
	tells(t, err, ledger.ErrDamaged)
	tells(t, s.Check(t.Context()), ledger.ErrDamaged)
	if _, err = s.Commit(t.Context(), expected(13)); err == nil {
		t.Error("a commit into a file that was cut off succeeded")
	}
}

// What the caller's own code does wrong is not called damage.
func TestPanicOfCaller(t *testing.T) {
	s, err := bolt.Open(sample(t), options)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for name, call := range map[string]func(){
		"load": func() { _, _ = s.Load(t.Context(), func(ledger.Entity) error { panic("mine") }) },
		"log":  func() { _ = s.Log(t.Context(), ledger.LogQuery{}, func(ledger.Entry) error { panic("mine") }) },
	} {
		func() {
			defer func() {
				if p := recover(); p != "mine" {
					t.Errorf("%s: recovered %v", name, p)
				}
			}()
			call()
		}()
	}
	if _, err := s.Commit(t.Context(), expected(13)); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}
