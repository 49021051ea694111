package file_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"infoklass/domain/text"
	"infoklass/storage/file"
)

func TestWriteReplacesWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "översikt.pdf")
	for _, content := range []string{"first", "second"} {
		if err := file.Write(path, file.Over, func(w io.Writer) error { _, err := io.WriteString(w, content); return err }); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != content {
			t.Errorf("got %q, want %q", got, content)
		}
	}
}

func TestFailureKeepsTheOlderFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "list.xlsx")
	if err := os.WriteFile(path, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := file.Write(path, file.Over, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return broken })
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want the cause", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "older" {
		t.Errorf("the older file holds %q", got)
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("%d files lie in the folder, want 1", len(left))
	}
}

func TestMissingFolderIsExplained(t *testing.T) {
	err := file.Write(filepath.Join(t.TempDir(), "gone", "a.pdf"), file.Keep, func(io.Writer) error { return nil })
	var said *text.Error
	if !errors.As(err, &said) || said.Message.Key != "file.noFolder" {
		t.Errorf("got %v", err)
	}
}
