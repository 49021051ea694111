// Package ledger is what every store and every change of a register has in
// common, whatever the register is about. An entity is stored as one document;
// a change puts or deletes one entity; a commit is a group of changes with who,
// when and why, applied whole or not at all; the log keeps every commit, each
// entry sealed on the one before. Stores know this package and nothing else of
// the register.
package ledger

import (
	"encoding/json"
	"time"

	"infoklass/domain/text"
)

// Kind names the sort of entity a document is. The ledger gives kinds no meaning.
// They are stored: never rename one.
type Kind string

// Ref names an entity.
type Ref struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`
}

// Ref names the entity of this kind with an id.
func (k Kind) Ref(id string) Ref { return Ref{Kind: k, ID: id} }

// Revision numbers the commits of a register from 1. An entity has the revision
// of the commit that last changed it; 0 means that it does not exist.
type Revision uint64

// Entity is a stored document.
type Entity struct {
	Ref
	Revision Revision
	Data     json.RawMessage
}

// Change puts one entity, or deletes it where New is nil.
type Change struct {
	Ref
	// About is the id of the asset or unit whose history the change belongs to,
	// the entity's own id where it is about nothing else.
	About string `json:"about"`
	// Base is the entity's revision that the change was made from, 0 for a new
	// one. A store refuses the commit with ErrConflict when it has moved on.
	Base Revision        `json:"base"`
	New  json.RawMessage `json:"new,omitempty"`
	// Row is the row of the imported list that the change comes from, 0 otherwise.
	Row int `json:"row,omitempty"`
	// Old is the document before. A store fills it in when it reads the log and
	// ignores it in a commit.
	Old json.RawMessage `json:"-"`
}

// Commit is a group of changes that belong together.
type Commit struct {
	Who  string       `json:"who"`
	When time.Time    `json:"when"`
	Why  text.Message `json:"why"`
	// Undoes is the commit that this one takes back, 0 for an ordinary one.
	Undoes  Revision `json:"undoes,omitempty"`
	Changes []Change `json:"-"`
	// Next is the revision that the commit is to become, 0 for any. A store
	// refuses it with ErrBehind when others have committed since its author
	// looked: what was checked against the register may not hold any longer.
	Next Revision `json:"-"`
}

// Entry is a commit as the log keeps it.
type Entry struct {
	Commit
	Revision Revision
	Count    int  // number of changes, known also when Changes were not asked for
	Prev     Hash // of the entry before; zero for the first
	Hash     Hash
}
