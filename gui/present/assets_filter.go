package present

import (
	"encoding/json"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// AssetFilter writes the parts of a query as the chips above the list say
// them. An empty text means that the part does not narrow anything.
type AssetFilter struct {
	p *text.Printer
	r *register.Register
	q register.Query
}

// NewAssetFilter reads a query.
func NewAssetFilter(p *text.Printer, r *register.Register, q register.Query) AssetFilter {
	return AssetFilter{p, r, q}
}

// Unit is the nämnd, bolag or other unit, or that the unit is missing.
func (f AssetFilter) Unit() string {
	if f.q.NoUnit {
		return f.p.T("assets.filter.noUnit")
	}
	if f.q.Unit == "" {
		return ""
	}
	u, ok := f.r.Organisation().Unit(f.q.Unit)
	if !ok {
		return f.p.T("assets.filter.unitGone")
	}
	return u.Name
}

// Kind is the kind.
func (f AssetFilter) Kind() string { return KindLabel(f.p, f.q.Kind) }

// Status is the status.
func (f AssetFilter) Status() string { return StatusLabel(f.p, f.q.Status) }

// Level is the condition on levels: "Nivå ≥ 2", "K ≥ 3", "K = 1".
func (f AssetFilter) Level() string {
	what := f.p.T("assets.filter.level")
	if f.q.Aspect != nil {
		what = f.p.T("aspect." + f.q.Aspect.Key() + ".letter")
	}
	code := f.r.Classifications().ScaleInForce().Code
	switch {
	case f.q.ByLevel && f.q.Exactly == classify.Unset:
		return f.p.T("assets.filter.levelUnset", "what", what)
	case f.q.ByLevel:
		return f.p.T("assets.filter.levelExactly", "what", what, "level", code(f.q.Exactly))
	case f.q.AtLeast != classify.Unset:
		return f.p.T("assets.filter.levelAtLeast", "what", what, "level", code(f.q.AtLeast))
	}
	return ""
}

// States lists how far the classification may have come.
func (f AssetFilter) States() string {
	var words []string
	for _, s := range ClassStates {
		if slices.Contains(f.q.States, s) {
			words = append(words, StateWord(f.p, s))
		}
	}
	return strings.Join(words, ", ")
}

// Review is the condition that a review is late.
func (f AssetFilter) Review() string {
	if f.q.Overdue {
		return f.p.T("assets.filter.late")
	}
	return ""
}

// Owner is the condition that the information owner is missing.
func (f AssetFilter) Owner() string {
	if f.q.OwnerMissing {
		return f.p.T("assets.filter.noOwner")
	}
	return ""
}

// Duties is the condition that the policy still demands something.
func (f AssetFilter) Duties() string {
	if f.q.Lacking {
		return f.p.T("assets.filter.lacking")
	}
	return ""
}

// Trait is the condition that the asset is especially important, or critical.
func (f AssetFilter) Trait() string {
	if f.q.Trait == "" {
		return ""
	}
	return f.q.Trait.Label().In(f.p)
}

// Search is what is searched for.
func (f AssetFilter) Search() string {
	if s := strings.TrimSpace(f.q.Text); s != "" {
		return f.p.T("assets.filter.search", "text", s)
	}
	return ""
}

// Words describes the whole query, for the top of a printed list; empty where
// it chooses everything.
func (f AssetFilter) Words() string {
	var parts []string
	for _, s := range []string{f.Unit(), f.Kind(), f.Level(), f.States(), f.Status(), f.Review(), f.Owner(), f.Trait(), f.Duties(), f.Search()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// Narrows reports whether a query leaves anything out.
func Narrows(q register.Query) bool {
	q.Text = strings.TrimSpace(q.Text)
	return q.Text != "" || q.Unit != "" || q.NoUnit || q.Kind != "" || q.Status != "" || q.AtLeast != classify.Unset ||
		q.ByLevel || len(q.States) > 0 || q.Overdue || q.OwnerMissing || q.Trait != "" || q.Lacking
}

// ClassStates lists how far a classification can have come, "" for not begun.
var ClassStates = []classify.State{"", classify.Draft, classify.Imported, classify.Decided}

// StateWord is a state in words, "Oklassad" for the empty one.
func StateWord(p *text.Printer, s classify.State) string {
	if s == "" {
		return p.T("state.none")
	}
	return p.T("state." + string(s))
}

// LevelChoice is a condition on levels that can be chosen.
type LevelChoice struct {
	Label  string
	Aspect *classify.Aspect // nil: any aspect
	Level  classify.Level
}

// LevelChoices lists "at least" conditions in the municipality's own scale,
// without the lowest level, which every classified asset reaches.
func LevelChoices(p *text.Printer, r *register.Register, aspect *classify.Aspect) []LevelChoice {
	var out []LevelChoice
	steps := r.Classifications().ScaleInForce().Levels
	for i, step := range steps {
		if i == 0 {
			continue
		}
		key := "assets.level.atLeast"
		if i == len(steps)-1 {
			key = "assets.level.highest"
		}
		out = append(out, LevelChoice{p.T(key, "level", step.Code, "word", step.Label(string(p.Lang()))), aspect, step.Level})
	}
	return out
}

// RememberQuery writes the filters of a query for the next start; what was
// searched for is not among them.
func RememberQuery(q register.Query) string {
	q.Text = ""
	if !Narrows(q) {
		return ""
	}
	data, err := json.Marshal(q)
	if err != nil {
		return ""
	}
	return string(data)
}

// RecallQuery reads what RememberQuery wrote. A unit that is gone, or words of
// another version of the program, are left out: a list that is narrowed by
// something that cannot be seen would look as if assets were lost.
func RecallQuery(r *register.Register, remembered string) register.Query {
	var known struct {
		register.Query
		ReviewBefore string // how an overdue review was once remembered
	}
	if remembered == "" || json.Unmarshal([]byte(remembered), &known) != nil {
		return register.Query{}
	}
	q := known.Query
	q.Overdue = q.Overdue || known.ReviewBefore != ""
	if _, ok := r.Organisation().Unit(q.Unit); !ok {
		q.Unit = ""
	}
	if q.Kind != "" && !slices.Contains(asset.Kinds, q.Kind) {
		q.Kind = ""
	}
	if q.Status != "" && !slices.Contains(asset.Statuses, q.Status) {
		q.Status = ""
	}
	if q.Trait != "" && q.Trait.Known() != nil {
		q.Trait = ""
	}
	if q.Aspect != nil && (*q.Aspect < 0 || int(*q.Aspect) >= len(classify.Aspects)) {
		q.Aspect = nil
	}
	return q
}
