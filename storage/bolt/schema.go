package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"infoklass/domain/ledger"
	"infoklass/storage/entry"
)

// The buckets of a register file. A document is stored once, where its change
// was logged; the entity bucket only points at it.
//
//	meta      name                → value
//	entity    kind 0 id           → place of the document it has now
//	log       revision            → hash, hash before, number of changes, header
//	step      place               → kind, id, about, place of the document before
//	document  place               → document; none where the step deletes
//	trail     about 0 revision    → positions of the steps about it
//
// A place is a revision and a position in its commit, 8 and 4 bytes, big endian.
var (
	bucketMeta     = []byte("meta")
	bucketEntity   = []byte("entity")
	bucketLog      = []byte("log")
	bucketStep     = []byte("step")
	bucketDocument = []byte("document")
	bucketTrail    = []byte("trail")
)

const (
	placeSize    = 12
	logFixedSize = 2*len(ledger.Hash{}) + 4
)

// errShape is returned for a stored value that does not have the form it was written in.
var errShape = errors.New("a stored value has the wrong form")

// place says where a document lies. The zero place means none.
type place struct {
	rev   ledger.Revision
	index uint32
}

func (p place) append(b []byte) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(p.rev))
	return binary.BigEndian.AppendUint32(b, p.index)
}

func (p place) key() []byte { return p.append(make([]byte, 0, placeSize)) }

func readPlace(b []byte) (place, error) {
	if len(b) != placeSize {
		return place{}, fmt.Errorf("place: %w", errShape)
	}
	return place{ledger.Revision(binary.BigEndian.Uint64(b)), binary.BigEndian.Uint32(b[8:])}, nil
}

func revisionKey(rev ledger.Revision) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(rev))
}

func readRevision(b []byte) (ledger.Revision, error) {
	if len(b) != 8 {
		return 0, fmt.Errorf("revision: %w", errShape)
	}
	return ledger.Revision(binary.BigEndian.Uint64(b)), nil
}

func appendEntityKey(b []byte, ref ledger.Ref) []byte {
	b = append(b, ref.Kind...)
	b = append(b, 0)
	return append(b, ref.ID...)
}

func appendTrailKey(b []byte, about string, rev ledger.Revision) []byte {
	b = append(b, about...)
	b = append(b, 0)
	return binary.BigEndian.AppendUint64(b, uint64(rev))
}

// step is a change as stored, without its document.
type step struct {
	ledger.Ref
	about string
	row   uint64 // of the list that the change came from
	base  place
}

func (s step) append(b []byte) []byte {
	for _, part := range [...]string{string(s.Kind), s.ID, s.about} {
		b = binary.AppendUvarint(b, uint64(len(part)))
		b = append(b, part...)
	}
	b = binary.AppendUvarint(b, s.row)
	return s.base.append(b)
}

func readStep(b []byte) (step, error) {
	var parts [3]string
	for i := range parts {
		n, size := binary.Uvarint(b)
		if size <= 0 || n > entry.MaxID || n > uint64(len(b)-size) {
			return step{}, fmt.Errorf("step: %w", errShape)
		}
		parts[i] = string(b[size : size+int(n)])
		b = b[size+int(n):]
	}
	row, size := binary.Uvarint(b)
	if size <= 0 || row > math.MaxInt32 {
		return step{}, fmt.Errorf("step: %w", errShape)
	}
	base, err := readPlace(b[size:])
	if err != nil {
		return step{}, fmt.Errorf("step: %w", err)
	}
	return step{ledger.Ref{Kind: ledger.Kind(parts[0]), ID: parts[1]}, parts[2], row, base}, nil
}

// logValue writes an entry without its changes. header is its commit as entry.Admit writes it.
func logValue(e ledger.Entry, header []byte) []byte {
	b := make([]byte, 0, logFixedSize+len(header))
	b = append(b, e.Hash[:]...)
	b = append(b, e.Prev[:]...)
	b = binary.BigEndian.AppendUint32(b, uint32(e.Count))
	return append(b, header...)
}

func readLogHash(b []byte) (ledger.Hash, error) {
	var h ledger.Hash
	if len(b) < logFixedSize {
		return h, fmt.Errorf("log entry: %w", errShape)
	}
	copy(h[:], b)
	return h, nil
}

func readLogValue(rev ledger.Revision, b []byte) (ledger.Entry, error) {
	hash, err := readLogHash(b)
	if err != nil {
		return ledger.Entry{}, err
	}
	c, err := entry.ReadHeader(b[logFixedSize:])
	if err != nil {
		return ledger.Entry{}, fmt.Errorf("log entry %d: %w: %w", rev, errShape, err)
	}
	e := ledger.Entry{Commit: c, Revision: rev, Hash: hash}
	copy(e.Prev[:], b[len(hash):])
	e.Count = int(binary.BigEndian.Uint32(b[2*len(hash):]))
	return e, nil
}
