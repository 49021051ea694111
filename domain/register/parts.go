package register

import (
	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/requirement"
)

// The register keeps the door: opening, committing, undoing and following, and
// the assets themselves. What else is asked of it lies in parts, one for each
// subject. A part holds what it needs for its answers, guarded by the register's mu.

// Organisation is the units, and what becomes of them.
type Organisation struct {
	reg      *Register
	units    map[string]asset.Unit
	paths    map[string][]string // unit id → names from the top
	children map[string][]string // unit id → ids below, "" → the tops
	foldedU  map[string]string   // unit id → folded path
	formers  map[string][]former // unit id → units that have stood below it, "" → at the top
}

// Classifications is how assets are classified: versions, drafts, and the
// scales, matrix and shared classifications that the municipality has agreed on.
type Classifications struct {
	reg      *Register
	versions map[string][]classify.Classification // by asset, oldest first
	byClass  map[string]string                    // classification id → asset id
}

// Holdings is which systems hold which information sets, both ways, and how the
// systems' levels are adjusted from what they hold. The lists are in the order of
// the ids. They are not maps, because a large register has many short ones.
type Holdings struct {
	reg      *Register
	links    map[string][]holding.Link         // by system, in the order of the sets
	systems  map[string][]string               // by set
	adjusted map[string][4]*holding.Adjustment // by system
}

// Requirements is the catalogue of protection requirements as the municipality
// has it, the answers to it, and the platforms that answers are inherited from.
type Requirements struct {
	reg       *Register
	changes   map[string]requirement.Change // what the catalogue in force was made with; never changed in place
	catalogue *requirement.Catalogue        // in force: shipped, with changes
	problems  []requirement.BadReference    // of the catalogue in force
	platforms platforms
}

// Plan is the action plan: the actions, and which concern which asset.
type Plan struct {
	reg     *Register
	all     map[string]action.Action
	byAsset map[string][]string // ids, in order
}

// Governance is the governing documents and the yearly checks.
type Governance struct {
	reg *Register
}

func (r *Register) addParts() {
	r.organisation = &Organisation{reg: r, units: map[string]asset.Unit{}}
	r.classifications = &Classifications{reg: r, versions: map[string][]classify.Classification{}, byClass: map[string]string{}}
	r.holdings = &Holdings{reg: r, links: map[string][]holding.Link{}, systems: map[string][]string{}, adjusted: map[string][4]*holding.Adjustment{}}
	r.requirements = &Requirements{reg: r, changes: map[string]requirement.Change{}, platforms: newPlatforms()}
	r.plan = &Plan{reg: r, all: map[string]action.Action{}, byAsset: map[string][]string{}}
	r.governance = &Governance{reg: r}
}

// Organisation is the part about units.
func (r *Register) Organisation() *Organisation { return r.organisation }

// Classifications is the part about classifying.
func (r *Register) Classifications() *Classifications { return r.classifications }

// Holdings is the part about the information in systems.
func (r *Register) Holdings() *Holdings { return r.holdings }

// Requirements is the part about protection requirements.
func (r *Register) Requirements() *Requirements { return r.requirements }

// Plan is the part about actions.
func (r *Register) Plan() *Plan { return r.plan }

// Governance is the part about governing documents and checks.
func (r *Register) Governance() *Governance { return r.governance }
