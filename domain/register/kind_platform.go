package register

import (
	"iter"
	"maps"
	"slices"

	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// KindPlatform records that an asset runs on a shared platform; its id names both.
const KindPlatform ledger.Kind = "platform"

var platformKind *kindOf[requirement.Use]

func init() {
	platformKind = declare(kindOf[requirement.Use]{
		name: KindPlatform,
		id:   requirement.Use.ID, owner: func(u requirement.Use) string { return u.Asset },
		valid: func(u requirement.Use) error { return u.Validate() },
		fits:  platformFits, home: uses{},
		assets: func(u requirement.Use) []string { return []string{u.Asset, u.Platform} },
		describe: func(r *Register, p *text.Printer, u requirement.Use) lines {
			return lines{say("platform.field", r.assetName(p, u.Platform))}
		},
	})
}

// PutPlatform records that an asset runs on a shared platform.
func PutPlatform(u requirement.Use, base ledger.Revision) Edit { return platformKind.put(u, base) }

// platformFits returns an error for a ring of platforms.
func platformFits(c *checking, _ Edit, u requirement.Use) error {
	if c.runsOn(u.Platform, u.Asset, map[string]bool{}) {
		return text.Fail(nil, "platform.problem.ring", "name", c.assetName(u.Asset), "platform", c.assetName(u.Platform))
	}
	return nil
}

// runsOn reports whether an asset will run on a platform, directly or through others.
func (c *checking) runsOn(from, to string, seen map[string]bool) bool {
	if from == to {
		return true
	}
	if seen[from] {
		return false
	}
	seen[from] = true
	next := slices.DeleteFunc(slices.Clone(c.r.requirements.platforms.of[from]), func(platform string) bool {
		return !c.stays(KindPlatform.Ref(requirement.EntityID(from, platform)))
	})
	for _, value := range c.after {
		if u, ok := value.(requirement.Use); ok && u.Asset == from {
			next = append(next, u.Platform)
		}
	}
	return slices.ContainsFunc(next, func(platform string) bool { return c.runsOn(platform, to, seen) })
}

// uses is the home of the platforms: both ways.
type uses struct{}

func (uses) put(r *Register, t *touched, _ change, u requirement.Use) {
	r.requirements.platforms.put(u)
	t.record(r, u.Asset)
}

func (uses) drop(r *Register, t *touched, id string) {
	if u, ok := r.requirements.platforms.uses[id]; ok {
		r.requirements.platforms.drop(u)
		t.record(r, u.Asset)
	}
}

func (uses) get(r *Register, id string) (requirement.Use, bool) {
	u, ok := r.requirements.platforms.uses[id]
	return u, ok
}

func (uses) all(r *Register) iter.Seq2[string, requirement.Use] {
	return maps.All(r.requirements.platforms.uses)
}

func (uses) ofAsset(r *Register, assetID string) []string {
	var ids []string
	for _, u := range r.requirements.platforms.around(assetID) {
		ids = append(ids, u.ID())
	}
	return ids
}
