package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The drawn files are kept in the repository, so that a build needs no drawing; they must be what the drawings say.
func TestKeptFilesAreWhatTheDrawingsSay(t *testing.T) {
	files, err := draw("..")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what its drawing says: run make icons", name)
		}
	}
	kept, err := filepath.Glob("../symbols/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) != len(symbols) {
		t.Errorf("%d symbols are kept and %d drawn", len(kept), len(symbols))
	}
}
