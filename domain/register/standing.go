package register

import (
	"context"

	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

func put[T any](m *map[string]T, key string, value T) {
	if *m == nil {
		*m = map[string]T{}
	}
	(*m)[key] = value
}

// Assess stores an asset's answer to a requirement. Without a day it is given
// today. Nothing is written when it says what the stored answer says.
func (rq *Requirements) Assess(ctx context.Context, a requirement.Assessment) (requirement.Assessment, error) {
	if a.On == "" {
		a.On = text.Date(rq.reg.Today())
	}
	return a, rq.AssessAll(ctx, []requirement.Assessment{a})
}

// AssessAll stores answers to requirements of one asset in one commit. Without
// a day they are given today; those that say what the stored ones say are left out.
func (rq *Requirements) AssessAll(ctx context.Context, answers []requirement.Assessment) error {
	var edits []Edit
	var name string
	var last requirement.Assessment
	for _, a := range answers {
		rec, err := rq.standing(a.Asset, a.Requirement)
		if err != nil {
			return err
		}
		if a.On == "" {
			a.On = text.Date(rq.reg.Today())
		}
		if old, ok := rec.Standing.Assessments[a.Requirement]; ok && old == a {
			continue
		}
		name, last = rec.Asset.Name, a
		edits = append(edits, PutAssessment(a, rq.reg.RevisionOf(KindAssessment.Ref(a.ID()))))
	}
	why := text.Msg("why.assessMany", "n", len(edits), "name", name)
	switch len(edits) {
	case 0:
		return nil
	case 1:
		why = text.Msg("why.assess", "name", name, "requirement", last.Requirement, "answer", last.Answer.Label())
	}
	_, err := rq.reg.Commit(ctx, why, edits...)
	return err
}

// Except stores an exception from a requirement. Nothing is written when it
// says what the stored one says.
func (rq *Requirements) Except(ctx context.Context, x requirement.Exception) error {
	rec, err := rq.standing(x.Asset, x.Requirement)
	if err != nil {
		return err
	}
	if old, ok := rec.Standing.Exceptions[x.Requirement]; ok && old == x {
		return nil
	}
	why := text.Msg("why.except", "name", rec.Asset.Name, "requirement", x.Requirement, "ends", x.Ends)
	_, err = rq.reg.Commit(ctx, why, PutException(x, rq.reg.RevisionOf(KindException.Ref(x.ID()))))
	return err
}

// EndException takes an exception away; the log keeps it.
func (rq *Requirements) EndException(ctx context.Context, assetID, requirementID string) error {
	rec, ok := rq.reg.Record(assetID)
	if !ok {
		return text.Fail(nil, "register.problem.gone")
	}
	x, ok := rec.Standing.Exceptions[requirementID]
	if !ok {
		return nil
	}
	why := text.Msg("why.exceptEnd", "name", rec.Asset.Name, "requirement", requirementID)
	_, err := rq.reg.Commit(ctx, why, rq.reg.removal(KindException.Ref(x.ID())))
	return err
}

// standing finds the asset that a new answer or exception is for. The
// requirement is one that is known; a stored one may outlive its requirement.
func (rq *Requirements) standing(assetID, requirementID string) (*Record, error) {
	rec, ok := rq.reg.Record(assetID)
	if !ok {
		return nil, text.Fail(nil, "register.problem.gone")
	}
	if _, ok := rq.Catalogue().ByID(requirementID); !ok {
		return nil, text.Fail(nil, "requirement.problem.unknown", "requirement", requirementID)
	}
	return rec, nil
}
