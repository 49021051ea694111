package example

import (
	"context"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// The information set with the shared classification, the name it is shared under,
// the set that began from it, and the municipality's own words for the economy in
// the consequence matrix.
const (
	sharedSet  = "Elevhälsojournaler"
	sharedName = "Journaler i allmänhet"
	sharedWith = "Patientjournaler"
	muchMoney  = "Mer än fem miljoner kronor, eller mer än nämnden själv kan omprioritera"
)

// Agreed adds a text of the municipality's own in the consequence matrix and a
// shared classification, which has been replaced since another asset began from it.
func Agreed(ctx context.Context, r *register.Register) error {
	if err := r.Classifications().ChangeMatrix(ctx, r.Classifications().Matrix().With("economy", 3, muchMoney)); err != nil {
		return err
	}
	source, user := find(r, sharedSet), find(r, sharedWith)
	if source == nil || user == nil || !source.Classified() {
		return nil
	}
	common, err := r.Classifications().Share(ctx, source.Asset.ID, sharedName)
	if err != nil {
		return err
	}
	for _, step := range []struct {
		rec   *register.Record
		reuse bool
		days  int // ago
	}{{user, true, 40}, {source, false, 5}} {
		if err := again(ctx, r, step.rec, common, step.reuse, step.days); err != nil {
			return err
		}
	}
	return nil
}

// again decides an asset once more, with the levels it has and a level in each
// category of the matrix.
func again(ctx context.Context, r *register.Register, rec *register.Record, common classify.Common, reuse bool, days int) error {
	c, err := r.Classifications().StartDraft(rec.Asset.ID)
	if err != nil {
		return err
	}
	if source, ok := r.Record(common.Asset); ok && reuse {
		c.Reuse(common, *source.Class)
	}
	for _, a := range classify.Aspects {
		c.Effects[a] = classify.EffectRow{c.Profile.Of(a), c.Profile.Of(a), classify.Level1, classify.Level2}
	}
	day := r.Today().AddDate(0, 0, -days)
	c.DecidedBy, c.DecidedOn, c.NextReview = "Sektorchef", text.Date(day), text.Date(classify.NextReview(c.Profile, day))
	_, err = r.Classifications().Decide(ctx, c)
	return err
}

func find(r *register.Register, name string) *register.Record {
	for _, rec := range r.Records() {
		if rec.Asset.Name == name {
			return rec
		}
	}
	return nil
}
