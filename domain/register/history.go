package register

import (
	"context"
	"slices"
	"time"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// FieldChange is one value that a commit changed, written for a person.
type FieldChange struct {
	Field    text.Message
	Old, New string
}

// History hands over the log entries about one asset or unit, newest first,
// each with just the changes that concern it; id "" asks for the whole log,
// without changes.
func (r *Register) History(ctx context.Context, id string, each func(ledger.Entry) error) error {
	return r.store.Log(ctx, ledger.LogQuery{About: id, Newest: true, Headers: id == ""}, each)
}

// Describe says what one change did, field by field in the order of the form.
// Words such as the name of a kind or a level are written by p.
func (r *Register) Describe(p *text.Printer, ch ledger.Change) ([]FieldChange, error) {
	old, err := r.lines(p, ch.Kind, ch.Old)
	if err != nil {
		return nil, err
	}
	now, err := r.lines(p, ch.Kind, ch.New)
	if err != nil {
		return nil, err
	}
	var out []FieldChange
	for _, l := range mergeLines(old, now) {
		was, is := old.value(l), now.value(l)
		if was != is {
			out = append(out, FieldChange{l.field, was, is})
		}
	}
	return out, nil
}

// line is a field of a document with its value in words.
type line struct {
	field text.Message
	// of separates fields with the same message: the requirement, day or header it is about.
	of    string
	value string
}

// say is a line whose message is its field alone.
func say(key, value string) line { return line{field: text.Msg(key), value: value} }

// sayOf is a line about one of several: its message names which.
func sayOf(key, arg, of, value string) line { return line{text.Msg(key, arg, of), of, value} }

func (l line) same(as line) bool { return l.field.Key == as.field.Key && l.of == as.of }

type lines []line

func (ls lines) value(of line) string {
	if i := slices.IndexFunc(ls, of.same); i >= 0 {
		return ls[i].value
	}
	return ""
}

// mergeLines lists every field of both documents once, in order.
func mergeLines(old, now lines) lines {
	out := slices.Clone(now)
	for _, l := range old {
		if !slices.ContainsFunc(out, l.same) {
			out = append(out, l)
		}
	}
	return out
}

// lines writes a document as fields in words; nil for one that does not exist.
func (r *Register) lines(p *text.Printer, kind ledger.Kind, data []byte) (lines, error) {
	if data == nil {
		return nil, nil
	}
	v, err := decode(kind, data)
	if err != nil {
		return nil, err
	}
	k, _ := kindNamed(kind)
	return k.lines(r, p, v), nil
}

func number(p *text.Printer, n *int) string {
	if n == nil {
		return ""
	}
	return p.Int(*n)
}

func word(p *text.Printer, prefix, key string) string {
	if key == "" {
		return ""
	}
	return p.T(prefix + key)
}

func (cs *Classifications) commonName(id string) string {
	if c, ok := cs.Common(id); ok && id != "" {
		return c.Name
	}
	return ""
}

func (cs *Classifications) scaleTitle(p *text.Printer, id string) string {
	if s, ok := cs.Scale(id); ok {
		return s.Title(p)
	}
	return id
}

// CommitTimes returns when each commit was made.
func (r *Register) CommitTimes(ctx context.Context) (map[ledger.Revision]time.Time, error) {
	times := map[ledger.Revision]time.Time{}
	err := r.store.Log(ctx, ledger.LogQuery{Headers: true}, func(e ledger.Entry) error {
		times[e.Revision] = e.When
		return nil
	})
	return times, err
}
