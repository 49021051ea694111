package bolt_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"infoklass/storage/bolt"
)

// A register lies where its owner puts it: behind å, ä, ö and spaces, and
// deeper than the 260 characters that Windows once stopped at.
func TestPathsThatPeopleHave(t *testing.T) {
	deep := t.TempDir()
	for range 12 {
		deep = filepath.Join(deep, strings.Repeat("långt ner ", 2)+"mapp")
	}
	for name, path := range map[string]string{
		"å ä ö":       filepath.Join(t.TempDir(), "Åsas & Örjans mapp (2026)", "Ärendens register.infoklass"),
		"long":        filepath.Join(deep, "register.infoklass"),
		"wide glyphs": filepath.Join(t.TempDir(), "情報 🗂", "r.infoklass"),
	} {
		t.Run(name, func(t *testing.T) {
			if name == "long" && len(path) < 300 {
				t.Fatalf("only %d characters", len(path))
			}
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			create(t, path).Close()
			s, err := bolt.Open(path, options)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if _, err := s.Commit(context.Background(), expected(1)); err != nil {
				t.Error(err)
			}
			if err := s.Backup(path + " kopia.infoklass"); err != nil {
				t.Error(err)
			}
			if _, err := bolt.Open(path, options); err == nil || !strings.Contains(err.Error(), "store.lockedBy") {
				t.Errorf("who has it open is not told: %v", err)
			}
		})
	}
}
