package register

import (
	"maps"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// From makes an edit that no face of the register offers: of a version that is there already.
func (e Edit) From(base ledger.Revision) Edit {
	e.base = base
	return e
}

// KindNote is a kind that only these tests know. All that the register does
// with kinds, it does with this one.
const KindNote ledger.Kind = "note"

// Note is a remark about an asset, or about a unit.
type Note struct {
	ID    string `json:"id"`
	Asset string `json:"asset,omitempty"`
	Unit  string `json:"unit,omitempty"`
	Words string `json:"words"`
}

var noteKind *kindOf[Note]

func init() {
	noteKind = declare(kindOf[Note]{
		name: KindNote, id: func(n Note) string { return n.ID },
		assets: func(n Note) []string {
			if n.Asset == "" {
				return nil
			}
			return []string{n.Asset}
		},
		unit:     func(n *Note) *string { return &n.Unit },
		describe: func(_ *Register, _ *text.Printer, n Note) lines { return lines{say("field.note", n.Words)} },
	})
}

// PutNote stores a note.
func PutNote(n Note, base ledger.Revision) Edit { return noteKind.put(n, base) }

// ValuesOf returns every value of a kind, by id.
func ValuesOf(r *Register, name ledger.Kind) map[string]any {
	k, _ := kindNamed(name)
	r.mu.RLock()
	defer r.mu.RUnlock()
	return maps.Collect(k.values(r))
}

// DecodeAs reads a document as one of a kind.
func DecodeAs(name ledger.Kind, data []byte) (any, error) { return decode(name, data) }

// Ref names the entity of an edit.
func (e Edit) Ref() ledger.Ref { return e.ref }
