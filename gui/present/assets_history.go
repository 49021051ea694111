package present

import (
	"context"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// HistoryEntry is one commit as an asset's history shows it.
type HistoryEntry struct {
	Revision       ledger.Revision
	When, Who, Why string
	Changes        []HistoryChange
}

// HistoryChange is one value that a commit changed, cut to a readable length.
type HistoryChange struct{ Field, Old, New string }

// History is a part of what has happened to an asset, newest first.
type History struct {
	Entries []HistoryEntry
	More    bool // there are older entries
}

// longValue is how many characters of a value the history shows.
const longValue = 240

// ReadHistory reads at most limit entries older than before; 0 begins with the newest.
func ReadHistory(ctx context.Context, p *text.Printer, r *register.Register, id string, before ledger.Revision, limit int) (History, error) {
	var h History
	err := r.History(ctx, id, func(e ledger.Entry) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if before != 0 && e.Revision >= before {
			return nil
		}
		if len(h.Entries) == limit {
			h.More = true
			return ledger.ErrStop
		}
		entry, err := historyEntry(p, r, e)
		h.Entries = append(h.Entries, entry)
		return err
	})
	return h, err
}

func historyEntry(p *text.Printer, r *register.Register, e ledger.Entry) (HistoryEntry, error) {
	out := HistoryEntry{Revision: e.Revision, When: text.DateTime(e.When.Local()), Who: e.Who, Why: e.Why.In(p)}
	for _, ch := range e.Changes {
		if BecameDecided(e, ch) {
			continue
		}
		changes, err := r.Describe(p, ch)
		if err != nil {
			return out, err
		}
		for _, c := range changes {
			out.Changes = append(out.Changes, HistoryChange{c.Field.In(p), shorten(c.Old), shorten(c.New)})
		}
	}
	return out, nil
}

func shorten(s string) string {
	if r := []rune(s); len(r) > longValue {
		return string(r[:longValue]) + "…"
	}
	return s
}

// Words writes a change: the field, and the value before and after where there was one.
func (c HistoryChange) Words(p *text.Printer) string {
	switch {
	case c.Old == "":
		return p.T("assets.history.set", "field", c.Field, "new", c.New)
	case c.New == "":
		return p.T("assets.history.removed", "field", c.Field, "old", c.Old)
	}
	return p.T("assets.history.changed", "field", c.Field, "old", c.Old, "new", c.New)
}
