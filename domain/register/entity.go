// Package register is the whole register of information assets in memory and
// the one mechanism that writes it. An entity is stored as one document; a
// change puts or deletes one entity; a commit is a group of changes with who,
// when and why, applied whole or not at all and kept in the log for ever.
// History, undo, audit trail and import receipts all come from that log.
package register

import (
	"encoding/json"
	"time"

	"infoklass/domain/text"
)

// Kind tells what an entity is. Kinds are stored: never rename one.
type Kind string

// The kinds of entities.
const (
	KindAsset          Kind = "asset"
	KindClassification Kind = "classification" // decided or imported; one entity a version
	KindDraft          Kind = "draft"          // a classification being worked on; its id is the asset's
	KindUnit           Kind = "unit"
	KindSettings       Kind = "settings"
	KindMapping        Kind = "mapping"     // how the columns of a list were understood; its id is the header's fingerprint
	KindAssessment     Kind = "assessment"  // an answer to a protection requirement; its id names the asset and the requirement
	KindException      Kind = "exception"   // a requirement not met by decision; its id is that of the assessment
	KindDocument       Kind = "document"    // a governing document
	KindCheck          Kind = "check"       // what a unit has looked into and recorded
	KindAction         Kind = "action"      // something to be done about an asset, a unit or neither
	KindMatrix         Kind = "matrix"      // words of the consequence matrix: the one in force, and each that a decision was made with
	KindScale          Kind = "scale"       // a scale of the municipality's own
	KindCommon         Kind = "common"      // a classification that all share, under a name
	KindRequirement    Kind = "requirement" // what the municipality has decided about one requirement of the catalogue; its id is the requirement's
	KindPlatform       Kind = "platform"    // an asset stands on a shared platform; its id names both
	KindLink           Kind = "link"        // a system holds an information set; its id names the system and the set
	KindAdjustment     Kind = "adjustment"  // a system's level raised or lowered; its id names the system and the aspect
)

// Ref names an entity.
type Ref struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`
}

// Revision numbers the commits of a register from 1. An entity's revision is
// that of the commit which last changed it; 0 means that it does not exist.
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
}

// Entry is a commit as the log keeps it.
type Entry struct {
	Commit
	Revision Revision
	Count    int  // number of changes, known also when Changes were not asked for
	Prev     Hash // of the entry before; zero for the first
	Hash     Hash
}
