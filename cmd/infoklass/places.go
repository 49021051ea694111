package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"infoklass/gui"
	"infoklass/storage/bolt"
)

// places are the folders that the program uses on this computer.
type places struct {
	documents string // the user's own documents
	log       string // the log file
	crashes   string // the files about crashes
	scratch   string // documents that are only looked at
}

// keepScratch is how long a document that was only looked at is kept: long
// enough for a viewer that still shows it.
const keepScratch = 24 * time.Hour

func findPlaces() places {
	own := filepath.Join(localData(), appName)
	p := places{
		documents: documents(), log: filepath.Join(own, "infoklass.log"), crashes: filepath.Join(own, "crashes"),
		scratch: filepath.Join(own, "documents"),
	}
	_ = os.MkdirAll(p.scratch, 0o700) // newScratch tells when it is missing
	p.tidy()
	return p
}

// register is where the first register is made.
func (p places) register() string {
	return filepath.Join(p.documents, appName, "register"+gui.Extension)
}

// local is a folder on this computer for a copy of a register: the documents,
// unless they have been redirected to a server.
func (p places) local() string {
	if home, err := os.UserHomeDir(); err == nil && bolt.OnNetwork(p.documents) {
		return home
	}
	return p.documents
}

// tidy removes documents that were looked at before.
func (p places) tidy() {
	old, err := os.ReadDir(p.scratch)
	if err != nil {
		return
	}
	for _, f := range old {
		if info, err := f.Info(); err == nil && time.Since(info.ModTime()) > keepScratch {
			_ = os.RemoveAll(filepath.Join(p.scratch, f.Name())) // in use: next time
		}
	}
}

// newScratch returns a path in a folder of its own for a document that is only looked at.
func (p places) newScratch(name string) (string, error) {
	folder, err := os.MkdirTemp(p.scratch, "")
	if err != nil {
		return "", fmt.Errorf("make a folder for %s: %w", name, err)
	}
	return filepath.Join(folder, name), nil
}
