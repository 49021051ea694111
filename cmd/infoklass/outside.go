package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/cmd/person"
	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui"
	"infoklass/storage/bolt"
	"infoklass/storage/document"
	"infoklass/storage/example"
	"infoklass/storage/file"
	"infoklass/storage/sheet"
)

// outside hands the window what it needs of files and of the computer.
func (p *program) outside() gui.Outside {
	return gui.Outside{
		OpenRegister:    openRegister,
		CreateRegister:  createRegister,
		Backup:          backup,
		OnNetwork:       bolt.OnNetwork,
		Raise:           p.holder.Raise,
		Opened:          p.hold,
		ReadList:        sheet.Open,
		ExampleList:     exampleList,
		SaveDocument:    saveDocument,
		SaveList:        saveList,
		SaveUnread:      saveUnread,
		AskFile:         askFile,
		ListFolder:      listFolder,
		Places:          p.places.begin(),
		View:            view,
		Scratch:         p.places.newScratch,
		Leaving:         func(win fyne.Window) bool { return rememberPlace(win, p.app.Preferences()) },
		Ended:           p.endLate,
		DefaultRegister: p.places.register(),
		Documents:       p.places.documents,
		Local:           p.places.local(),
		Drawings:        drawings(),
		Crash:           p.told,
		KeepCrash:       func(value any, stack []byte) { p.crashes.Keep(value, stack) },
		LogFile:         p.places.log,
		Version:         version,
		Log:             p.log,
	}
}

func boltOptions() bolt.Options {
	host, _ := os.Hostname() // unknown stays empty: it is only shown
	return bolt.Options{Version: version, User: person.Name(), Host: host}
}

// openRegister opens a register, for reading alone where it cannot be written.
func openRegister(ctx context.Context, path string) (*register.Register, error) {
	o := boltOptions()
	s, err := bolt.Open(path, o)
	if errors.Is(err, ledger.ErrReadOnly) {
		o.ReadOnly = true
		s, err = bolt.Open(path, o)
	}
	if err != nil {
		return nil, err
	}
	return load(ctx, s)
}

func createRegister(ctx context.Context, path string) (*register.Register, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("make the folder of the register: %w", err)
	}
	s, err := bolt.Create(path, boltOptions())
	if err != nil {
		return nil, err
	}
	return load(ctx, s)
}

func load(ctx context.Context, s *bolt.Store) (*register.Register, error) {
	r, err := register.Open(ctx, s, register.Options{Who: person.Name(), Now: time.Now, Entropy: rand.Reader})
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return r, nil
}

func backup(_ context.Context, r *register.Register, path string) error {
	s, ok := r.Store().(ledger.Backuper)
	if !ok {
		return fmt.Errorf("back up %T: it cannot copy itself", r.Store())
	}
	return s.Backup(path)
}

// exampleList reads the list of the example municipality from a file, as a user's own.
func exampleList(ctx context.Context) (*intake.Book, error) {
	folder, err := os.MkdirTemp("", "infoklass")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the example: %w", err)
	}
	defer os.RemoveAll(folder) //nolint:errcheck // a leftover in the temporary folder harms nobody
	path, err := example.Write(folder)
	if err != nil {
		return nil, err
	}
	return sheet.Open(ctx, path, func(int) {})
}

// saveDocument writes a document as what its name ends in. The dialog has asked
// before a file is replaced.
func saveDocument(ctx context.Context, path string, doc report.Document, progress func(done, total int)) error {
	return document.Save(ctx, path, doc, file.Over, progress)
}

// saveList writes a list as what its name ends in.
func saveList(ctx context.Context, path string, list exchange.List) error {
	return file.Write(path, file.Over, func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(path), ".csv") {
			return sheet.ExportCSV(ctx, w, list)
		}
		return sheet.Export(ctx, w, list)
	})
}

// saveUnread writes a copy of a list in which the rows that did not come in are marked.
func saveUnread(ctx context.Context, list, path string, read *intake.Proposal, p *text.Printer) error {
	return file.Write(path, file.Over, func(w io.Writer) error { return sheet.Unread(ctx, list, w, read, p) })
}
