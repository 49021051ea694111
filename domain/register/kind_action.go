package register

import (
	"cmp"
	"iter"
	"maps"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindAction is something to be done about an asset, a unit or neither.
const KindAction ledger.Kind = "action"

var actionKind *kindOf[action.Action]

func init() {
	actionKind = declare(kindOf[action.Action]{
		name:  KindAction,
		id:    func(a action.Action) string { return a.ID },
		owner: func(a action.Action) string { return cmp.Or(a.Asset, a.Unit) },
		clone: action.Action.Clone,
		valid: func(a action.Action) error { return a.Validate() },
		fits:  actionFits, home: planned{},
		unit:     func(a *action.Action) *string { return &a.Unit },
		follows:  func(a action.Action) bool { return a.Status.Open() },
		describe: actionLines,
	})
}

// PutAction stores an action; base is the revision it was edited from, 0 for a
// new one. The change is in the history of the asset or unit it concerns.
func PutAction(a action.Action, base ledger.Revision) Edit { return actionKind.put(a, base) }

// actionFits returns an error for an action about an asset or a unit that will not exist.
func actionFits(c *checking, _ Edit, a action.Action) error {
	if a.Asset != "" && !c.there(KindAsset.Ref(a.Asset)) || a.Unit != "" && !c.there(KindUnit.Ref(a.Unit)) {
		return text.Fail(nil, "action.problem.about")
	}
	return nil
}

// planned is the home of the actions: the plan.
type planned struct{}

func (planned) put(r *Register, _ *touched, _ change, a action.Action) { r.plan.put(a) }
func (planned) drop(r *Register, _ *touched, id string)                { r.plan.drop(id) }

func (planned) get(r *Register, id string) (action.Action, bool) {
	a, ok := r.plan.all[id]
	return a, ok
}

func (planned) all(r *Register) iter.Seq2[string, action.Action] { return maps.All(r.plan.all) }

func (planned) ofAsset(r *Register, assetID string) []string { return r.plan.byAsset[assetID] }

func actionLines(r *Register, p *text.Printer, a action.Action) lines {
	ls := lines{
		say("action.field.what", a.What),
		say("action.field.cause", r.plan.causeWords(p, a.Cause)),
		say("action.field.asset", r.assetName(p, a.Asset)),
		say("action.field.unit", r.organisation.unitName(p, a.Unit)),
		say("action.field.responsible", a.Responsible),
		say("action.field.name", a.Name),
		say("action.field.start", a.Start),
		say("action.field.due", a.Due),
		say("action.field.cost", CostText(p, a.Cost)),
		say("action.field.status", a.Status.Label().In(p)),
		say("action.field.closed", a.Closed),
	}
	for i, f := range a.FollowUps {
		if i > 0 && a.FollowUps[i-1].On == f.On { // the notes of a day are joined
			ls[len(ls)-1].value += "; " + f.Note
			continue
		}
		ls = append(ls, sayOf("action.field.followUp", "on", f.On, f.Note))
	}
	return ls
}

// causeWords says what an action answers to, the policy's point by its number.
func (pl *Plan) causeWords(p *text.Printer, c action.Cause) string {
	switch c.Kind {
	case action.Requirement:
		return p.T("action.cause.requirement.of", "id", c.ID)
	case action.Duty:
		point, _, _ := strings.Cut(c.ID, ".")
		return p.T("action.cause.duty.of", "point", point)
	case action.Risk:
		return p.T("action.cause.risk.of", "risk", c.Text)
	}
	return ""
}

// CostText writes a cost in SEK, empty where none is stated.
func CostText(p *text.Printer, cost *int) string {
	if cost == nil {
		return ""
	}
	return p.T("action.cost", "sum", p.Int(*cost))
}
