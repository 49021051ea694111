package register

import (
	"context"
	"slices"
	"sync"

	"infoklass/domain/ledger"
)

// trail keeps which of the user's own commits can be undone and which redone. It
// reads the log at the first use, and is updated by every commit after that.
type trail struct {
	who string // whose commits

	mu   sync.Mutex // guards everything below
	read bool
	last ledger.Revision // the newest entry it knows of
	undo []ledger.Entry  // ordinary commits in force, oldest first, without changes
	redo []ledger.Entry  // commits taken back since the newest ordinary one; Undoes names what took them back
}

// top returns the last entry of one of the two lists.
func (t *trail) top(ctx context.Context, log ledger.Store, list func(*trail) []ledger.Entry) (ledger.Entry, bool, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.read {
		if err := log.Log(ctx, ledger.LogQuery{Headers: true}, func(e ledger.Entry) error { t.take(e); return nil }); err != nil {
			t.last, t.undo, t.redo = 0, nil, nil
			return ledger.Entry{}, false, err
		}
		t.read = true
	}
	entries := list(t)
	if len(entries) == 0 {
		return ledger.Entry{}, false, nil
	}
	return entries[len(entries)-1], true, nil
}

// add follows a new commit.
func (t *trail) add(e ledger.Entry) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.read {
		t.take(e)
	}
}

// take follows the log by one entry: an ordinary commit, one that takes an
// ordinary one back, or one that takes such a taking back back.
func (t *trail) take(e ledger.Entry) {
	if e.Revision <= t.last {
		return
	}
	t.last = e.Revision
	if e.Who != t.who {
		t.others(e)
		return
	}
	if e.Undoes == 0 {
		t.undo, t.redo = append(t.undo, e), nil
		return
	}
	if i := slices.IndexFunc(t.redo, func(u ledger.Entry) bool { return u.Undoes == e.Undoes }); i >= 0 {
		back := t.redo[i]
		back.Undoes = 0
		t.redo = slices.Delete(t.redo, i, i+1)
		t.undo = append(t.undo, back)
		return
	}
	for i, u := range slices.Backward(t.undo) {
		if u.Revision == e.Undoes {
			t.undo = slices.Delete(t.undo, i, i+1)
			u.Undoes = e.Revision
			t.redo = append(t.redo, u)
			return
		}
	}
}

// others follows the log by an entry of somebody else: a commit of one's own
// that it takes back, or brings back, is no longer offered.
func (t *trail) others(e ledger.Entry) {
	if e.Undoes == 0 {
		return
	}
	t.undo = slices.DeleteFunc(t.undo, func(own ledger.Entry) bool { return own.Revision == e.Undoes })
	t.redo = slices.DeleteFunc(t.redo, func(own ledger.Entry) bool { return own.Undoes == e.Undoes })
}
