package register

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

func (rq *Requirements) shipped() *requirement.Catalogue {
	if rq.reg.opt.Shipped != nil {
		return rq.reg.opt.Shipped
	}
	return requirement.Shipped
}

// Catalogue returns the requirements in force: those shipped, with what the
// municipality has decided. It is another one after every change of it.
func (rq *Requirements) Catalogue() *requirement.Catalogue {
	rq.reg.mu.RLock()
	defer rq.reg.mu.RUnlock()
	return rq.catalogue
}

// CatalogueProblems lists what in the municipality's own catalogue does not
// hold together with the one that the program ships, and is left out.
func (rq *Requirements) CatalogueProblems() []requirement.BadReference {
	rq.reg.mu.RLock()
	defer rq.reg.mu.RUnlock()
	return rq.problems
}

// Renewals lists the requirements that the program ships in another wording
// than when the municipality changed them or switched them off.
func (rq *Requirements) Renewals() []requirement.Renewal {
	rq.reg.mu.RLock()
	defer rq.reg.mu.RUnlock()
	return rq.shipped().Renewals(rq.changes)
}

// ListOf returns the requirements that an asset has.
func (rq *Requirements) ListOf(rec *Record) requirement.List {
	return rq.Catalogue().Select(requirement.ObjectOf(rec.Asset, rec.Profile()))
}

// AddRequirement stores a requirement of the municipality's own.
func (rq *Requirements) AddRequirement(ctx context.Context, own requirement.Requirement) error {
	own.ID = strings.ToUpper(strings.TrimSpace(own.ID))
	if requirement.Reserved(own.ID) {
		return text.Fail(nil, "catalogue.problem.reserved", "id", own.ID, "example", rq.Catalogue().NextOwn())
	}
	if _, taken := rq.Catalogue().ByID(own.ID); taken {
		return text.Fail(nil, "catalogue.problem.taken", "id", own.ID)
	}
	_, err := rq.reg.Commit(ctx, text.Msg("why.catalogue.add", "id", own.ID, "title", own.Title.Swedish),
		PutRequirement(requirement.Change{ID: own.ID, Own: &own}, 0))
	return err
}

// ReviseRequirement makes a requirement say what now says: for one of the
// municipality's own in everything, for a shipped one in rank, weight and
// words. Reason says why, and may be empty. Nothing is written when it is as it was.
func (rq *Requirements) ReviseRequirement(ctx context.Context, now requirement.Requirement, reason string) error {
	change, err := rq.changeOf(now.ID)
	if err != nil {
		return err
	}
	if change.Own != nil {
		change.Own = &now
	} else {
		was := *change.Was
		change.Rank, change.Weight = differing(was.Rank, now.Rank), differing(was.Weight, now.Weight)
		change.Title, change.Text = differing(was.Title, now.Title), differing(was.Text, now.Text)
	}
	change.Reason = strings.TrimSpace(reason)
	return rq.storeChange(ctx, "why.catalogue.change", change)
}

func differing[T comparable](was, now T) *T {
	if was == now {
		return nil
	}
	return &now
}

// SwitchRequirement switches a requirement off, with a reason, or on again.
func (rq *Requirements) SwitchRequirement(ctx context.Context, id string, off bool, reason string) error {
	change, err := rq.changeOf(id)
	if err != nil {
		return err
	}
	change.Off, change.Reason = off, strings.TrimSpace(reason)
	key := "why.catalogue.on"
	if off {
		key = "why.catalogue.off"
	}
	return rq.storeChange(ctx, key, change)
}

// changeOf returns what is decided about a requirement so far, ready to be changed further.
func (rq *Requirements) changeOf(id string) (requirement.Change, error) {
	rq.reg.mu.RLock()
	defer rq.reg.mu.RUnlock()
	if c, ok := rq.changes[id]; ok {
		return c, nil
	}
	shipped, ok := rq.shipped().ByID(id)
	if !ok {
		return requirement.Change{}, text.Fail(nil, "requirement.problem.unknown", "requirement", id)
	}
	was := *shipped
	return requirement.Change{ID: id, Was: &was}, nil
}

// storeChange stores what is decided, or takes it away where the requirement is as shipped.
func (rq *Requirements) storeChange(ctx context.Context, why string, c requirement.Change) error {
	ref := KindRequirement.Ref(c.ID)
	rq.reg.mu.RLock()
	old, known := rq.changes[c.ID]
	rq.reg.mu.RUnlock()
	edit := PutRequirement(c, rq.reg.RevisionOf(ref))
	switch {
	case known && sameDocument(old, c), !known && c.Empty():
		return nil
	case c.Empty():
		edit = rq.reg.removal(ref)
	}
	_, err := rq.reg.Commit(ctx, text.Msg(why, "id", c.ID), edit)
	return err
}

// RestoreRequirement makes a shipped requirement as the program ships it.
func (rq *Requirements) RestoreRequirement(ctx context.Context, id string) error {
	change, err := rq.changeOf(id)
	if err != nil || change.Empty() {
		return err
	}
	if change.Own != nil {
		return text.Fail(nil, "catalogue.problem.own", "id", id)
	}
	_, err = rq.reg.Commit(ctx, text.Msg("why.catalogue.restore", "id", id), rq.reg.removal(KindRequirement.Ref(id)))
	return err
}

// RemoveRequirement takes a requirement of the municipality's own away. One
// that has been answered is switched off instead: answers are not thrown away.
func (rq *Requirements) RemoveRequirement(ctx context.Context, id string) error {
	change, err := rq.changeOf(id)
	if err != nil {
		return err
	}
	if change.Own == nil {
		return text.Fail(nil, "catalogue.problem.shipped", "id", id)
	}
	for _, rec := range rq.reg.Records() {
		_, answered := rec.Standing.Assessments[id]
		_, excepted := rec.Standing.Exceptions[id]
		if answered || excepted {
			return text.Fail(nil, "catalogue.problem.answered", "id", id, "name", rec.Asset.Name)
		}
	}
	_, err = rq.reg.Commit(ctx, text.Msg("why.catalogue.remove", "id", id), rq.reg.removal(KindRequirement.Ref(id)))
	return err
}

// MergeRequirement settles a renewal: the shipped wording is taken, or the
// municipality's own is kept.
func (rq *Requirements) MergeRequirement(ctx context.Context, id string, takeNew bool) error {
	all := rq.Renewals()
	i := slices.IndexFunc(all, func(n requirement.Renewal) bool { return n.Change.ID == id })
	if i < 0 {
		return text.Fail(nil, "catalogue.problem.noRenewal", "id", id)
	}
	ref := KindRequirement.Ref(id)
	why, edit := text.Msg("why.catalogue.kept", "id", id), PutRequirement(all[i].Kept(), rq.reg.RevisionOf(ref))
	if takeNew {
		why, edit = text.Msg("why.catalogue.taken", "id", id), rq.reg.removal(ref)
	}
	_, err := rq.reg.Commit(ctx, why, edit)
	return err
}
