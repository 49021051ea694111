package register

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"infoklass/domain/action"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

func (pl *Plan) put(a action.Action) {
	pl.drop(a.ID)
	pl.all[a.ID] = a
	if a.Asset != "" {
		pl.byAsset[a.Asset] = insert(pl.byAsset[a.Asset], a.ID)
	}
}

func (pl *Plan) drop(id string) {
	if old, ok := pl.all[id]; ok {
		delete(pl.all, id)
		take(pl.byAsset, old.Asset, id)
	}
}

// Actions returns every action in the order of a plan.
func (pl *Plan) Actions() []action.Action {
	pl.reg.mu.RLock()
	out := slices.Collect(maps.Values(pl.all))
	pl.reg.mu.RUnlock()
	slices.SortFunc(out, action.Compare)
	return out
}

// ActionsOf returns the actions that concern an asset, in the order of a plan.
func (pl *Plan) ActionsOf(assetID string) []action.Action {
	pl.reg.mu.RLock()
	var out []action.Action
	for _, id := range pl.byAsset[assetID] {
		out = append(out, pl.all[id])
	}
	pl.reg.mu.RUnlock()
	slices.SortFunc(out, action.Compare)
	return out
}

// Action returns one action.
func (pl *Plan) Action(id string) (action.Action, bool) {
	pl.reg.mu.RLock()
	defer pl.reg.mu.RUnlock()
	a, ok := pl.all[id]
	return a, ok
}

// AddAction stores a new action, gives it an id and returns it. One without a status is planned.
func (pl *Plan) AddAction(ctx context.Context, a action.Action) (action.Action, error) {
	a = tidy(a)
	a.ID = pl.reg.NewID()
	if a.Status == "" {
		a.Status = action.Planned
	}
	if err := pl.checkCause(a); err != nil {
		return a, err
	}
	_, err := pl.reg.Commit(ctx, text.Msg("why.action.add", "what", short(a.What)), PutAction(a, 0))
	return a, err
}

// ChangeAction stores an edited action; base is the revision that its editor
// saw. Nothing is written when the action is as it was.
func (pl *Plan) ChangeAction(ctx context.Context, a action.Action, base ledger.Revision) (action.Action, error) {
	a = tidy(a)
	old, ok := pl.Action(a.ID)
	if !ok {
		return a, text.Fail(nil, "action.problem.gone")
	}
	if pl.reg.RevisionOf(KindAction.Ref(a.ID)) == base && sameDocument(old, a) {
		return a, nil
	}
	if old.Cause != a.Cause {
		if err := pl.checkCause(a); err != nil {
			return a, err
		}
	}
	_, err := pl.reg.Commit(ctx, text.Msg("why.action.change", "what", short(a.What)), PutAction(a, base))
	return a, err
}

// FollowAction adds a dated note to an action. Without a day it is of today;
// one that was planned has begun thereby.
func (pl *Plan) FollowAction(ctx context.Context, id string, f action.FollowUp) (action.Action, error) {
	return pl.editAction(ctx, id, "why.action.follow", func(a *action.Action) error {
		if f.On == "" {
			f.On = text.Date(pl.reg.Today())
		}
		if f.On > text.Date(pl.reg.Today()) {
			return text.Fail(nil, "action.problem.noteLater")
		}
		if a.Status == action.Planned {
			a.Status = action.Ongoing
		}
		*a = a.Follow(f)
		return nil
	})
}

// CloseAction ends an action: it is done, or cancelled. Without a day it ends today.
func (pl *Plan) CloseAction(ctx context.Context, id string, as action.Status, on string) (action.Action, error) {
	return pl.editAction(ctx, id, "why.action.close", func(a *action.Action) error {
		if as.Open() {
			return text.Fail(nil, "action.problem.status", "value", string(as))
		}
		if on == "" {
			on = text.Date(pl.reg.Today())
		}
		a.Status, a.Closed = as, on
		return action.Closeable(on, pl.reg.Today())
	})
}

// ReopenAction takes up an action again that was closed.
func (pl *Plan) ReopenAction(ctx context.Context, id string) (action.Action, error) {
	return pl.editAction(ctx, id, "why.action.reopen", func(a *action.Action) error {
		if !a.Status.Open() {
			a.Status, a.Closed = action.Ongoing, ""
		}
		return nil
	})
}

// editAction changes an action as it is now. Nothing is written when it stays as it was.
func (pl *Plan) editAction(ctx context.Context, id, why string, edit func(*action.Action) error) (action.Action, error) {
	base := pl.reg.RevisionOf(KindAction.Ref(id))
	old, ok := pl.Action(id)
	if !ok {
		return old, text.Fail(nil, "action.problem.gone")
	}
	a := old.Clone()
	if err := edit(&a); err != nil {
		return old, err
	}
	if sameDocument(old, a) {
		return a, nil
	}
	_, err := pl.reg.Commit(ctx, text.Msg(why, "what", short(a.What), "status", a.Status.Label()), PutAction(a, base))
	return a, err
}

// DeleteActions takes actions away in one commit; the log keeps them.
func (pl *Plan) DeleteActions(ctx context.Context, ids []string) error {
	var edits []Edit
	what := ""
	for _, id := range uniqueIDs(ids) {
		if a, ok := pl.Action(id); ok {
			what = short(a.What)
			edits = append(edits, pl.reg.removal(KindAction.Ref(id)))
		}
	}
	var why text.Message
	switch len(edits) {
	case 0:
		return text.Fail(nil, "action.problem.gone")
	case 1:
		why = text.Msg("why.action.delete", "what", what)
	default:
		why = text.Msg("why.action.deleteMany", "n", len(edits))
	}
	_, err := pl.reg.Commit(ctx, why, edits...)
	return err
}

// checkCause returns an error for an unknown requirement; a stored cause may outlive its requirement.
func (pl *Plan) checkCause(a action.Action) error {
	if a.Cause.Kind != action.Requirement {
		return nil
	}
	if _, ok := pl.reg.requirements.Catalogue().ByID(a.Cause.ID); !ok {
		return text.Fail(nil, "requirement.problem.unknown", "requirement", a.Cause.ID)
	}
	return nil
}

// tidy trims what was written.
func tidy(a action.Action) action.Action {
	a = a.Clone()
	a.What = strings.Join(strings.Fields(a.What), " ") // one line: it stands in tables and names commits
	for _, s := range []*string{&a.Responsible, &a.Name, &a.Cause.Text} {
		*s = strings.TrimSpace(*s)
	}
	return a
}

// short is a text that fits where a commit is named.
func short(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most-1])) + "…"
}

// assetName is an asset's name as it is now; the log knows its id only.
func (r *Register) assetName(p *text.Printer, id string) string {
	if id == "" {
		return ""
	}
	if rec, ok := r.Record(id); ok {
		return rec.Asset.Name
	}
	return p.T("action.asset.gone")
}
