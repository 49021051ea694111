package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"time"
)

// Hash seals a log entry: each entry's hash covers the one before, so that a
// change made behind the program's back shows (policy: "ändringar av
// information är möjlig att följa i efterhand").
type Hash [sha256.Size]byte

// String is the hash in hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Seal returns the hash of an entry that follows prev. It covers the revision,
// who, when, why, what it undoes, and every change with its new document, in
// order. The encoding is fixed for ever: length-prefixed fields, big endian.
func Seal(prev Hash, rev Revision, c Commit) (Hash, error) {
	why, err := json.Marshal(c.Why)
	if err != nil {
		return Hash{}, fmt.Errorf("ledger: seal revision %d: %w", rev, err)
	}
	s := sealer{sha256.New()}
	s.bytes(prev[:])
	s.number(uint64(rev))
	s.bytes([]byte(c.Who))
	s.bytes([]byte(c.When.UTC().Format(time.RFC3339Nano)))
	s.bytes(why)
	s.number(uint64(c.Undoes))
	s.number(uint64(len(c.Changes)))
	for _, ch := range c.Changes {
		s.bytes([]byte(ch.Kind))
		s.bytes([]byte(ch.ID))
		s.bytes([]byte(ch.About))
		s.number(uint64(ch.Base))
		s.number(uint64(ch.Row))
		s.bytes(ch.New)
	}
	return Hash(s.Sum(nil)), nil
}

type sealer struct{ hash.Hash }

func (s sealer) number(n uint64) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], n)
	s.Write(b[:])
}

func (s sealer) bytes(b []byte) {
	s.number(uint64(len(b)))
	s.Write(b)
}
