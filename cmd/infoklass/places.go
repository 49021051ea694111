package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// places are the folders that the program uses on this computer.
type places struct {
	documents string // the user's own documents
	log       string // the log file
	scratch   string // documents that are only looked at
}

// keepScratch is how long a document that was only looked at is kept: long
// enough for a viewer that still shows it.
const keepScratch = 24 * time.Hour

func findPlaces() places {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	own := filepath.Join(cache, appName)
	p := places{documents: documents(), log: filepath.Join(own, "infoklass.log"), scratch: filepath.Join(own, "documents")}
	_ = os.MkdirAll(p.scratch, 0o700) // newScratch tells when it is missing
	p.tidy()
	return p
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
