package bolt

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// note is a small file next to a register that says who has it open. It locks
// nothing: the register file has the lock. So it may be missing, or left behind
// by a program that was killed, or impossible to write.
type note struct {
	path  string
	owner owner
}

type owner struct {
	User  string    `json:"user"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`
	// Mark is random, so that a program knows its own note.
	Mark string `json:"mark"`
}

// notePath returns the path of the note, a hidden file like the lock files of office programs.
func notePath(path string) string {
	return filepath.Join(filepath.Dir(path), ".~lock."+filepath.Base(path)+"#")
}

// leaveNote writes the note of a register that is open for writing. A note that is
// there already was left behind, because only one program at a time may write.
func leaveNote(path string, o Options) *note {
	n := &note{path: notePath(path)}
	if o.ReadOnly || o.User == "" && o.Host == "" {
		_ = os.Remove(n.path)
		return nil
	}
	n.owner = owner{User: o.User, Host: o.Host, Since: o.now().UTC(), Mark: rand.Text()}
	data, err := json.Marshal(n.owner)
	if err != nil {
		return nil
	}
	if err := os.WriteFile(n.path, data, 0o660); err != nil {
		_ = os.Remove(n.path) // rather none than an old one or half of one
		return nil
	}
	return n
}

// remove takes the note away unless it has become somebody else's.
func (n *note) remove() {
	if n == nil {
		return
	}
	if there, ok := readNote(n.path); ok && there.Mark == n.owner.Mark {
		_ = os.Remove(n.path)
	}
}

// maxNote is the largest note that is read, in bytes.
const maxNote = 4096

func readNote(path string) (owner, bool) {
	info, err := os.Stat(path)
	if err != nil || info.Size() > maxNote {
		return owner{}, false
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return owner{}, false
	}
	var o owner
	if json.Unmarshal(data, &o) != nil {
		return owner{}, false
	}
	return o, true
}

// locked is the error for a register that is open elsewhere, with who has it where that is known.
func locked(path string, err error) error {
	err = fmt.Errorf("%w: %w", ledger.ErrLocked, err)
	o, ok := readNote(notePath(path))
	if !ok || o.User == "" || o.Host == "" {
		return text.Fail(err, "store.locked", "file", path)
	}
	return text.Fail(err, "store.lockedBy", "file", path, "user", o.User, "host", o.Host, "since", text.DateTime(o.Since.Local()))
}
