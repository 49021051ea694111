package register

import (
	"maps"
	"slices"
	"time"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindMapping is how the columns of a list were understood; its id is the fingerprint of the headers.
const KindMapping ledger.Kind = "mapping"

// Mapping remembers how the columns of a list were understood.
type Mapping struct {
	Columns map[string]string `json:"columns,omitempty"` // header → field
	Answers map[string]string `json:"answers,omitempty"` // question → answer
	Used    time.Time         `json:"used"`
}

var mappingKind *kindOf[Mapping]

func init() {
	mappingKind = declare(kindOf[Mapping]{
		name:     KindMapping,
		describe: mappingLines,
	})
}

// PutMapping remembers how a list was understood, under its header's fingerprint.
func PutMapping(fingerprint string, m Mapping, base ledger.Revision) Edit {
	return mappingKind.putAs(fingerprint, m, base)
}

// Mappings returns the remembered column mappings by header fingerprint.
func (r *Register) Mappings() map[string]Mapping {
	r.mu.RLock()
	defer r.mu.RUnlock()
	out := map[string]Mapping{}
	for id, m := range mappingKind.all(r) {
		out[id] = m
	}
	return out
}

func mappingLines(_ *Register, p *text.Printer, m Mapping) lines {
	var ls lines
	for _, header := range slices.Sorted(maps.Keys(m.Columns)) {
		ls = append(ls, sayOf("mapping.field.column", "header", header, word(p, "field.", m.Columns[header])))
	}
	return append(ls, say("mapping.field.used", text.Date(m.Used)))
}
