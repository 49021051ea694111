package actions

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// field is a field of the form of an action.
type field int

// The fields.
const (
	atWhat field = iota
	atCause
	atAbout
	atResponsible
	atName
	atStart
	atDue
	atCost
	atStatus
	atClosed
	atNote
)

// draft is an action being written: new, or changed from a revision.
type draft struct {
	Action action.Action
	Base   ledger.Revision // 0 for a new one
	Cost   string          // as it is written
	Note   string          // a follow-up to be added
	NoteOn string          // its ISO date
}

// newDraft begins with what is known already. What a requirement or a duty
// asks for is suggested as what is to be done, and whoever answers for the asset
// or the unit as responsible.
func newDraft(p *text.Printer, r *register.Register, a action.Action) draft {
	today := text.Date(r.Today())
	a.What = cmp.Or(a.What, suggestedWhat(p, r, a.Cause))
	if a.Status == "" {
		a.Status = action.Planned
	}
	a.Start = cmp.Or(a.Start, today)
	if a.Due != "" && a.Due < a.Start {
		a.Start = a.Due
	}
	a.Responsible = cmp.Or(a.Responsible, suggestedRole(r, a))
	return draft{Action: a, NoteOn: today}
}

// editDraft begins with a stored action; false where it is gone.
func editDraft(p *text.Printer, r *register.Register, id string) (draft, bool) {
	base := r.RevisionOf(register.KindAction.Ref(id))
	a, ok := r.Plan().Action(id)
	f := draft{Action: a.Clone(), Base: base, NoteOn: text.Date(r.Today())}
	if a.Cost != nil {
		f.Cost = p.Int(*a.Cost)
	}
	return f, ok
}

func suggestedWhat(p *text.Printer, r *register.Register, c action.Cause) string {
	switch c.Kind {
	case action.Requirement:
		if req, ok := r.Requirements().Catalogue().ByID(c.ID); ok {
			return req.Title.In(p.Lang())
		}
	case action.Duty:
		if d, ok := duty.ByID(duty.ID(c.ID)); ok {
			// The remedy states in the register that something is done; the action is to do it.
			if key := "action.suggest." + string(d.Remedy); p.Has(key) {
				return p.T(key)
			}
			return d.Remedy.Label().In(p)
		}
	}
	return ""
}

func suggestedRole(r *register.Register, a action.Action) string {
	if rec, ok := r.Record(a.Asset); ok {
		return cmp.Or(rec.Asset.Fields[asset.SystemManager], rec.Owner())
	}
	u, _ := r.Organisation().Unit(a.Unit)
	return u.Manager
}

// Problem is the first thing that keeps the form from being stored, and the
// field it is about; nil for none.
func (f *draft) Problem(r *register.Register) (field, error) {
	a, err := f.read(r)
	if err != nil {
		return atCost, err
	}
	if strings.TrimSpace(f.Note) != "" && f.NoteOn > text.Date(r.Today()) {
		return atNote, text.Fail(nil, "action.problem.noteLater")
	}
	if !a.Status.Open() && a.Closed != "" {
		if err := action.Closeable(a.Closed, r.Today()); err != nil {
			return atClosed, err
		}
	}
	if a.ID == "" {
		a.ID = "new" // it gets its own when it is stored
	}
	err = a.Validate()
	return fieldOf(err), err
}

// read is the action as the form says.
func (f *draft) read(r *register.Register) (action.Action, error) {
	a := f.Action.Clone()
	cost, err := action.ReadCost(f.Cost)
	if err != nil {
		return a, err
	}
	a.Cost = cost
	if a.Status.Open() {
		a.Closed = ""
	} else if a.Closed == "" {
		a.Closed = text.Date(r.Today())
	}
	if note := strings.TrimSpace(f.Note); note != "" {
		a = a.Follow(action.FollowUp{On: f.NoteOn, Note: note, By: r.Who()})
		if a.Status == action.Planned {
			a.Status = action.Ongoing
		}
	}
	return a, nil
}

var problemFields = map[string]field{
	"action.problem.requirement": atCause, "action.problem.duty": atCause, "action.problem.risk": atCause, "action.problem.cause": atCause,
	"action.problem.both": atAbout, "action.problem.due": atDue, "action.problem.cost": atCost, "action.problem.status": atStatus,
	"action.problem.closed": atClosed, "action.problem.closedLater": atClosed, "action.problem.note": atNote,
}

// fieldOf is the field that shows a problem, by default the first one.
func fieldOf(err error) field {
	var told *text.Error
	if errors.As(err, &told) {
		return problemFields[told.Message.Key]
	}
	return atWhat
}

// Store stores the form: a new action, or the changes of one.
func (f *draft) Store(ctx context.Context, r *register.Register) (action.Action, error) {
	if _, err := f.Problem(r); err != nil {
		return f.Action, err
	}
	a, err := f.read(r)
	if err != nil {
		return a, err
	}
	if f.Base == 0 {
		return r.Plan().AddAction(ctx, a)
	}
	return r.Plan().ChangeAction(ctx, a, f.Base)
}

// SetAbout says what the action concerns. What it answered to belongs to what
// it concerned before, apart from a risk.
//
// Whoever answers for it is suggested where nobody is responsible yet.
func (f *draft) SetAbout(r *register.Register, assetID, unitID string) {
	if f.Action.Asset == assetID && f.Action.Unit == unitID {
		return
	}
	f.Action.Asset, f.Action.Unit = assetID, unitID
	if f.Action.Cause.Kind == action.Requirement || f.Action.Cause.Kind == action.Duty {
		f.Action.Cause.ID = ""
	}
	if f.Action.Responsible == "" {
		f.Action.Responsible = suggestedRole(r, f.Action)
	}
}

// SetCause says what kind of thing the action answers to.
func (f *draft) SetCause(k action.CauseKind) {
	if f.Action.Cause.Kind != k {
		f.Action.Cause = action.Cause{Kind: k}
	}
}

// choice is something that can be chosen in the form.
type choice struct {
	ID   string
	Unit bool   // it is a unit, not an asset
	Name string // what it is called
	Note string // what more there is to say of it
}

// aboutShown is up to how many assets are offered; whoever wants another searches.
const aboutShown = 200

// aboutChoices lists assets and units that a search finds, units last. Assets
// whose own name holds the words come before those that say them elsewhere.
func aboutChoices(ctx context.Context, p *text.Printer, r *register.Register, search string) ([]choice, error) {
	found, err := r.Find(ctx, register.Query{Text: search})
	if err != nil {
		return nil, err
	}
	found = slices.Clone(found)
	text.SortBy(found, func(rec *register.Record) string { return rec.Asset.Name }, false)
	folded := text.Fold(search)
	slices.SortStableFunc(found, func(a, b *register.Record) int {
		return cmp.Compare(elsewhere(a, folded), elsewhere(b, folded))
	})
	var out []choice
	for _, rec := range found[:min(len(found), aboutShown)] {
		out = append(out, choice{ID: rec.Asset.ID, Name: rec.Asset.Name, Note: present.UnitBelow(r, rec.Asset.Unit)})
	}
	for _, u := range present.UnitChoices(p, r, search) {
		out = append(out, choice{ID: u.ID, Unit: true, Name: u.Path, Note: u.Kind})
	}
	return out, nil
}

// elsewhere is 0 for an asset whose own name holds the words searched for, 1 for one that says them elsewhere.
func elsewhere(rec *register.Record, folded string) int {
	if present.HoldsWords(rec.Asset.Name, folded) {
		return 0
	}
	return 1
}

// causeChoices lists the requirements that apply to an asset, those not met
// first, or the duties of the municipality's policy, those that are not met first.
func causeChoices(p *text.Printer, r *register.Register, j *duty.Judgement, a action.Action, search string) []choice {
	var out []choice
	if a.Cause.Kind == action.Requirement {
		out = requirementChoices(p, r, a.Asset)
	} else {
		out = dutyChoices(p, r, j, a)
	}
	return slices.DeleteFunc(out, func(c choice) bool { return !present.HoldsWords(c.ID+" "+c.Name+" "+c.Note, text.Fold(search)) })
}

func requirementChoices(p *text.Printer, r *register.Register, assetID string) []choice {
	rec, ok := r.Record(assetID)
	if !ok {
		return nil
	}
	var first, rest []choice
	for _, req := range r.Requirements().Catalogue().Select(requirement.ObjectOf(rec.Asset, rec.Profile())).Requirements {
		answer := rec.Standing.Answer(req.ID)
		c := choice{ID: req.ID, Name: req.ID + " " + req.Title.In(p.Lang()), Note: answer.Label().In(p)}
		if answer == requirement.Unmet || answer == requirement.Partly {
			first = append(first, c)
		} else {
			rest = append(rest, c)
		}
	}
	return append(first, rest...)
}

func dutyChoices(p *text.Printer, r *register.Register, j *duty.Judgement, a action.Action) []choice {
	missing := map[duty.ID]string{}
	for _, f := range j.Find(nil) {
		if f.Record != nil && f.Record.Asset.ID == a.Asset || f.Record == nil && f.Unit == a.Unit {
			missing[f.ID] = f.Missing().In(p)
		}
	}
	var first, rest []choice
	for _, d := range duty.By(r.Settings().Policy) {
		if d.Off && a.Cause.ID != string(d.ID) {
			continue
		}
		c := choice{ID: string(d.ID), Name: duty.CauseWords(p, r, action.Cause{Kind: action.Duty, ID: string(d.ID)}), Note: missing[d.ID]}
		if c.Note != "" {
			first = append(first, c)
		} else {
			rest = append(rest, c)
		}
	}
	return append(first, rest...)
}
