package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
)

var backupCommand = command{
	name: "backup", usage: "FILE|FOLDER", help: "terminal.help.backup", json: `{"file": "…", "bytes": 131072}`,
	takes: []string{"FILE"},
	run:   func(s *session, words []string) error { return fileCommands{s}.backup(words[0]) },
}

var restoreCommand = command{
	name: "restore", usage: "FILE", help: "terminal.help.restore", json: `{"file": "…", "kept": "…", "revision": 12}`,
	takes: []string{"FILE"},
	run:   func(s *session, words []string) error { return fileCommands{s}.restore(words[0]) },
}

// stamp is the form of the time in the names of copies.
const stamp = "20060102-150405"

// dated names a file after another, with a mark and the time before the ending.
func dated(folder, file, mark string) string {
	base := strings.TrimSuffix(filepath.Base(file), bolt.Extension)
	return filepath.Join(folder, base+mark+time.Now().Format(stamp)+bolt.Extension)
}

// backup writes a copy; given a folder, it names the copy after the register and the time.
func (s fileCommands) backup(to string) error {
	if err := s.needFile(); err != nil {
		return err
	}
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		to = dated(to, s.file, "-")
	}
	store, err := bolt.Open(s.file, s.options(true))
	if err != nil {
		return err
	}
	if err := errors.Join(store.Backup(to), store.Close()); err != nil {
		return err
	}
	info, err := os.Stat(to)
	if err != nil {
		return writeError(to, err)
	}
	s.say("terminal.backup.done", "file", to)
	return s.result(map[string]any{"file": to, "bytes": info.Size()})
}

// restore puts a backup in the place of the register, which is kept under a
// name of its own. The backup is examined first.
func (s fileCommands) restore(from string) error {
	if err := s.needFile(); err != nil {
		return err
	}
	if same, err := sameFile(from, s.file); err == nil && same {
		return wrongUse("terminal.restore.same")
	}
	store, err := bolt.Open(from, s.options(true))
	if err != nil {
		return err
	}
	revision, kept, err := s.replace(store)
	if err := errors.Join(err, store.Close()); err != nil {
		return err
	}
	s.say("terminal.restore.done", "file", s.file)
	if kept != "" {
		s.say("terminal.restore.kept", "file", kept)
	}
	return s.result(map[string]any{"file": s.file, "kept": kept, "revision": revision})
}

func sameFile(a, b string) (bool, error) {
	x, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y), err
}

// replace puts a copy of the backup in place and returns its newest revision
// and the name that the register before was kept under.
func (s fileCommands) replace(backup *bolt.Store) (revision ledger.Revision, kept string, err error) {
	examined, err := register.Verify(s.ctx, backup)
	if err != nil {
		return 0, "", err
	}
	if len(examined.Flaws) > 0 {
		return 0, "", text.Fail(ledger.ErrDamaged, "terminal.restore.damaged", "file", backup.Path())
	}
	info, err := backup.Info()
	if err != nil {
		return 0, "", err
	}
	if kept, err = s.setAside(); err != nil {
		return 0, "", err
	}
	if err := backup.Backup(s.file); err != nil {
		if kept != "" {
			err = errors.Join(err, os.Rename(kept, s.file))
		}
		return 0, "", err
	}
	return info.Newest, kept, nil
}

// setAside renames the register that is to be replaced, if there is one. It
// refuses one that somebody has open; a damaged one may be replaced.
func (s fileCommands) setAside() (string, error) {
	if _, err := os.Lstat(s.file); errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	store, err := bolt.Open(s.file, s.options(false))
	switch {
	case err == nil:
		if err := store.Close(); err != nil {
			return "", err
		}
	case !errors.Is(err, ledger.ErrDamaged):
		return "", err
	}
	kept := dated(filepath.Dir(s.file), s.file, s.p.T("terminal.restore.mark"))
	if err := os.Rename(s.file, kept); err != nil {
		return "", writeError(kept, err)
	}
	return kept, nil
}
