package main

import (
	"fmt"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
)

// actionView is an action as printed.
type actionView struct {
	ID            string            `json:"id" column:"terminal.column.id"`
	What          string            `json:"what" column:"action.column.what"`
	Asset         string            `json:"asset"`
	Unit          string            `json:"unit"`
	About         string            `json:"about" column:"action.column.about,4"`
	AnswersTo     action.CauseKind  `json:"answersTo"`
	AnswersToID   string            `json:"answersToId"`
	AnswersToText string            `json:"answersToText" column:"action.column.cause"`
	Responsible   string            `json:"responsible"`
	Name          string            `json:"name"`
	Who           string            `json:"-" column:"action.column.responsible"`
	Start         string            `json:"start"`
	Due           string            `json:"due" column:"action.column.due"`
	Cost          *int              `json:"cost"`
	Status        action.Status     `json:"status"`
	Standing      string            `json:"-" column:"action.column.status"`
	Closed        string            `json:"closed"`
	Late          bool              `json:"late"`
	NextFollowUp  string            `json:"nextFollowUp"`
	FollowUps     []action.FollowUp `json:"followUps"`
}

func (s actionCommands) viewAction(r *register.Register, a action.Action) actionView {
	v := actionView{
		ID: a.ID, What: a.What, Asset: a.Asset, Unit: a.Unit, About: actionAbout(r, a),
		AnswersTo: a.Cause.Kind, AnswersToID: a.Cause.ID, AnswersToText: duty.CauseWords(s.p, r, a.Cause),
		Responsible: a.Responsible, Name: a.Name, Who: a.Who(), Start: a.Start, Due: a.Due, Cost: a.Cost, Status: a.Status, Closed: a.Closed,
		Standing: a.Status.Label().In(s.p), Late: a.Late(r.Today()), NextFollowUp: a.NextFollowUp(), FollowUps: append([]action.FollowUp{}, a.FollowUps...),
	}
	if v.Late {
		v.Standing = s.p.T("action.late", "status", v.Standing)
	}
	return v
}

func actionAbout(r *register.Register, a action.Action) string {
	if rec, ok := r.Record(a.Asset); ok {
		return rec.Asset.Name
	}
	return asset.Path(r.Organisation().UnitPath(a.Unit))
}

// listActions prints the action plan, what is late first.
func (s actionCommands) listActions(c *actionFlags) error {
	r := s.register
	q, err := c.find(r)
	if err != nil {
		return err
	}
	found := r.Plan().FindActions(q, r.Today())
	if err := printEach(s.session, found, func(a action.Action) actionView { return s.viewAction(r, a) }); err != nil || s.json {
		return err
	}
	sums := action.Sum(found, r.Today())
	fmt.Fprintln(s.out, s.p.N("action.sums", sums.Count, "late", s.p.Int(sums.Late), "cost", s.p.T("action.cost", "sum", s.p.Int(sums.Cost))))
	return nil
}

// findAction finds the action that an argument names: by id, or by its exact
// text where only one has it.
func findAction(r *register.Register, name string) (action.Action, error) {
	if a, ok := r.Plan().Action(name); ok {
		return a, nil
	}
	var found []action.Action
	for _, a := range r.Plan().Actions() {
		if a.What == name {
			found = append(found, a)
		}
	}
	return only(found, name, "terminal.action.none", "terminal.action.several", func(a action.Action) string { return a.ID })
}

func (s actionCommands) addAction(what string, c *actionFlags) error {
	r := s.register
	a, err := c.apply(r, action.Action{What: what, Status: action.Planned})
	if err != nil {
		return err
	}
	a, err = r.Plan().AddAction(s.ctx, a)
	return s.told(r, "terminal.action.added", a, err)
}

func (s actionCommands) changeAction(name string, c *actionFlags) error {
	return s.onAction(name, "terminal.action.changed", func(r *register.Register, id string) (action.Action, error) {
		base := r.RevisionOf(register.KindAction.Ref(id))
		old, _ := r.Plan().Action(id)
		a, err := c.apply(r, old.Clone())
		if err != nil {
			return a, err
		}
		return r.Plan().ChangeAction(s.ctx, a, base)
	})
}

func (s actionCommands) followAction(name, note string, c *actionFlags) error {
	return s.onAction(name, "terminal.action.followed", func(r *register.Register, id string) (action.Action, error) {
		return r.Plan().FollowAction(s.ctx, id, action.FollowUp{On: c.onDay, Note: note, By: s.who})
	})
}

func (s actionCommands) closeAction(name string, c *actionFlags) error {
	as := action.Done
	if c.cancelled {
		as = action.Cancelled
	}
	return s.onAction(name, "terminal.action.closed", func(r *register.Register, id string) (action.Action, error) {
		return r.Plan().CloseAction(s.ctx, id, as, c.onDay)
	})
}

func (s actionCommands) reopenAction(name string) error {
	return s.onAction(name, "terminal.action.reopened", func(r *register.Register, id string) (action.Action, error) {
		return r.Plan().ReopenAction(s.ctx, id)
	})
}

// onAction does something with the action that a word names.
func (s actionCommands) onAction(name, key string, do func(*register.Register, string) (action.Action, error)) error {
	r := s.register
	a, err := findAction(r, name)
	if err != nil {
		return err
	}
	a, err = do(r, a.ID)
	return s.told(r, key, a, err)
}

func (s actionCommands) told(r *register.Register, key string, a action.Action, err error) error {
	if err != nil {
		return err
	}
	s.say(key, "what", a.What, "id", a.ID, "status", a.Status.Label().In(s.p))
	return s.result(s.viewAction(r, a))
}

func (s actionCommands) deleteActions(words []string) error {
	if len(words) == 0 {
		return wrongUse("terminal.use.missing", "what", "ACTION")
	}
	r, err := s.open(false)
	if err != nil {
		return err
	}
	ids := make([]string, len(words))
	for i, word := range words {
		a, err := findAction(r, word)
		if err != nil {
			return err
		}
		ids[i] = a.ID
	}
	if err := r.Plan().DeleteActions(s.ctx, ids); err != nil {
		return err
	}
	s.count("terminal.action.deleted", len(ids))
	return s.result(map[string]any{"deleted": ids})
}
