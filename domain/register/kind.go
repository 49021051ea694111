package register

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// kind is what the register must know about one kind of entity. Checking,
// entering memory, undo, history, merging of units and deletion are loops over
// the table of kinds; a new kind is its type and one file that declares it.
type kind interface {
	called() ledger.Kind
	goesFirst() bool
	decode(d *reader, data []byte) (any, error)
	about(id string, v any) string
	check(c *checking, e Edit) error
	checkAll(c *checking) error
	enter(r *Register, t *touched, ch change)
	value(r *Register, id string) any
	values(r *Register) iter.Seq2[string, any]
	ofAsset(r *Register, assetID string) []string
	inUnit(r *Register, unit string) iter.Seq[string]
	bequeath(r *Register, heirs map[string]string, gone map[string]bool) []Edit
	undone(id string) bool
	lines(r *Register, p *text.Printer, v any) lines
}

// kindOf describes the kind whose documents are values of T. Only name, id
// and describe are needed; every other field may be nil.
type kindOf[T any] struct {
	name ledger.Kind
	// first enters memory before the other kinds, which belong to it.
	first bool
	// id names the entity that v is; nil where the id is not in the document.
	id func(v T) string
	// owner is the asset or unit whose history includes v; nil for v itself.
	owner func(v T) string
	clone func(v T) T
	// read reads a document in the form that this program writes, faster than JSON.
	read func(d *reader, data []byte) (T, bool)

	// valid returns an error for a value that is wrong by itself.
	valid func(v T) error
	// fits returns an error for a value that does not fit the rest of the register after the edits.
	fits func(c *checking, e Edit, v T) error
	// leaves returns an error for the deletion of an entity that something depends on.
	leaves func(c *checking, id string) error
	// together checks all edits of the kind at once.
	together func(c *checking) error

	// home is where the values lie in memory; nil for a shelf of their own.
	home home[T]
	// assets are those that v belongs to: it needs them, and is deleted with them.
	assets func(v T) []string
	// unit is the one that v belongs to: it needs it, and moves where the unit is merged.
	unit func(v *T) *string
	// follows reports whether v goes to the successor of a unit that is retired.
	follows func(v T) bool
	// kept reports whether undo leaves an entity, because others rest on it.
	kept func(id string) bool

	describe func(r *Register, p *text.Printer, v T) lines
}

// home is where the values of a kind lie in memory. The register's mu is held.
type home[T any] interface {
	put(r *Register, t *touched, ch change, v T)
	drop(r *Register, t *touched, id string)
	get(r *Register, id string) (T, bool)
	all(r *Register) iter.Seq2[string, T]
}

// byAsset is a home that finds what belongs to an asset without a search.
type byAsset interface {
	ofAsset(r *Register, assetID string) []string
}

// table is every kind, those that go first before the others, by name.
var (
	table  []kind
	byName = map[ledger.Kind]kind{}
)

// declare puts a kind into the table.
func declare[T any](k kindOf[T]) *kindOf[T] {
	if k.home == nil {
		k.home = shelf[T]{kind: k.name}
	}
	table = append(table, &k)
	byName[k.name] = &k
	slices.SortFunc(table, func(a, b kind) int {
		if a.goesFirst() != b.goesFirst() {
			if a.goesFirst() {
				return -1
			}
			return 1
		}
		return strings.Compare(string(a.called()), string(b.called()))
	})
	return &k
}

// kindNamed finds a kind, and false for one that this program does not know.
func kindNamed(name ledger.Kind) (kind, bool) {
	k, ok := byName[name]
	return k, ok
}

// Kinds lists the kinds of entities that a register holds.
func Kinds() []ledger.Kind {
	out := make([]ledger.Kind, len(table))
	for i, k := range table {
		out[i] = k.called()
	}
	return out
}

func (k *kindOf[T]) called() ledger.Kind   { return k.name }
func (k *kindOf[T]) goesFirst() bool       { return k.first }
func (k *kindOf[T]) undone(id string) bool { return k.kept == nil || !k.kept(id) }

// put is the edit that stores a value; base is the revision it was edited from, 0 for a new one.
func (k *kindOf[T]) put(v T, base ledger.Revision) Edit { return k.putAs(k.id(v), v, base) }

func (k *kindOf[T]) putAs(id string, v T, base ledger.Revision) Edit {
	if k.clone != nil {
		v = k.clone(v)
	}
	return Edit{ref: k.name.Ref(id), about: k.about(id, v), base: base, value: v}
}

func (k *kindOf[T]) about(id string, v any) string {
	if k.owner != nil {
		if owner := k.owner(v.(T)); owner != "" {
			return owner
		}
	}
	return id
}

func (k *kindOf[T]) decode(d *reader, data []byte) (any, error) {
	if k.read != nil {
		if v, ok := k.read(d, data); ok {
			return v, nil
		}
	}
	return Decode[T](data)
}

// errUnknownField is what encoding/json says of a field that the type lacks.
const errUnknownField = "json: unknown field"

// Decode reads a document as a T. It refuses a field that T does not have, with
// ErrNewer: writing the value back would lose what a newer program stored.
func Decode[T any](data []byte) (T, error) {
	var v T
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&v); err != nil {
		if strings.HasPrefix(err.Error(), errUnknownField) {
			err = text.Fail(fmt.Errorf("%w: %w", ledger.ErrNewer, err), "register.newer")
		}
		return v, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return v, errors.New("something follows the document")
	}
	return v, nil
}

func (k *kindOf[T]) enter(r *Register, t *touched, ch change) {
	if v, ok := ch.value.(T); ok {
		k.home.put(r, t, ch, v)
		return
	}
	k.home.drop(r, t, ch.ID)
}

// get returns a value. The caller holds mu.
func (k *kindOf[T]) get(r *Register, id string) (T, bool) { return k.home.get(r, id) }

// all goes through the values, in no order. The caller holds mu.
func (k *kindOf[T]) all(r *Register) iter.Seq2[string, T] { return k.home.all(r) }

// find is get for a caller that does not hold mu.
func (k *kindOf[T]) find(r *Register, id string) (T, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return k.get(r, id)
}

// list collects the values for a caller that does not hold mu, in no order.
func (k *kindOf[T]) list(r *Register) []T {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []T
	for _, v := range k.all(r) {
		out = append(out, v)
	}
	return out
}

func (k *kindOf[T]) value(r *Register, id string) any {
	if v, ok := k.get(r, id); ok {
		return v
	}
	return nil
}

func (k *kindOf[T]) values(r *Register) iter.Seq2[string, any] {
	return func(yield func(string, any) bool) {
		for id, v := range k.all(r) {
			if !yield(id, v) {
				return
			}
		}
	}
}

// ofAsset lists the ids of what goes when an asset goes, in a fixed order.
func (k *kindOf[T]) ofAsset(r *Register, assetID string) []string {
	if h, ok := k.home.(byAsset); ok {
		return h.ofAsset(r, assetID)
	}
	if k.assets == nil {
		return nil
	}
	var ids []string
	for id, v := range k.all(r) {
		if slices.Contains(k.assets(v), assetID) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// inUnit goes through the ids of what belongs to a unit, in no order.
func (k *kindOf[T]) inUnit(r *Register, unit string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if k.unit == nil {
			return
		}
		for id, v := range k.all(r) {
			if *k.unit(&v) == unit && !yield(id) {
				return
			}
		}
	}
}

// bequeath moves what belongs to units to their heirs, in a fixed order: all of
// it where the unit is gone, otherwise what follows.
func (k *kindOf[T]) bequeath(r *Register, heirs map[string]string, gone map[string]bool) []Edit {
	if k.unit == nil {
		return nil
	}
	var edits []Edit
	for id, v := range k.all(r) {
		unit := k.unit(&v)
		heir, ok := heirs[*unit]
		if !ok || !gone[*unit] && (k.follows == nil || !k.follows(v)) {
			continue
		}
		*unit = heir
		edits = append(edits, k.putAs(id, v, r.revisionOf(k.name.Ref(id))))
	}
	slices.SortFunc(edits, func(a, b Edit) int { return strings.Compare(a.ref.ID, b.ref.ID) })
	return edits
}

func (k *kindOf[T]) lines(r *Register, p *text.Printer, v any) lines { return k.describe(r, p, v.(T)) }

// shelf is a home for values that nothing is derived from, or little.
type shelf[T any] struct {
	kind ledger.Kind
	// of is the map that a part keeps them in; nil for one of the register's own.
	of func(r *Register) map[string]T
	// changed notes what is to be derived again.
	changed func(t *touched, id string)
}

// values are what lies there, nil for nothing yet: readers must not make the map.
func (s shelf[T]) values(r *Register) map[string]T {
	if s.of != nil {
		return s.of(r)
	}
	values, _ := r.shelves[s.kind].(map[string]T)
	return values
}

func (s shelf[T]) put(r *Register, t *touched, ch change, v T) {
	values := s.values(r)
	if values == nil {
		values = map[string]T{}
		r.shelves[s.kind] = values
	}
	values[ch.ID] = v
	if s.changed != nil {
		s.changed(t, ch.ID)
	}
}

func (s shelf[T]) drop(r *Register, t *touched, id string) {
	delete(s.values(r), id)
	if s.changed != nil {
		s.changed(t, id)
	}
}

func (s shelf[T]) get(r *Register, id string) (T, bool) {
	v, ok := s.values(r)[id]
	return v, ok
}

func (s shelf[T]) all(r *Register) iter.Seq2[string, T] { return maps.All(s.values(r)) }
