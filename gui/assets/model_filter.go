package assets

import (
	"encoding/json"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// assetFilter writes the parts of a query as the chips above the list say
// them. An empty text means that the part does not narrow anything.
type assetFilter struct {
	p *text.Printer
	r *register.Register
	q register.Query
}

// newAssetFilter reads a query.
func newAssetFilter(p *text.Printer, r *register.Register, q register.Query) assetFilter {
	return assetFilter{p, r, q}
}

// Unit is the nämnd, bolag or other unit, or that the unit is missing.
func (f assetFilter) Unit() string {
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
func (f assetFilter) Kind() string { return present.KindLabel(f.p, f.q.Kind) }

// Status is the status.
func (f assetFilter) Status() string { return present.StatusLabel(f.p, f.q.Status) }

// Level is the condition on levels: "Nivå ≥ 2", "K ≥ 3", "K = 1".
func (f assetFilter) Level() string {
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
func (f assetFilter) States() string {
	var words []string
	for _, s := range classStates {
		if slices.Contains(f.q.States, s) {
			words = append(words, stateWord(f.p, s))
		}
	}
	return strings.Join(words, ", ")
}

// Review is the condition that a review is late.
func (f assetFilter) Review() string {
	if f.q.Overdue {
		return f.p.T("assets.filter.late")
	}
	return ""
}

// Owner is the condition that the information owner is missing.
func (f assetFilter) Owner() string {
	if f.q.OwnerMissing {
		return f.p.T("assets.filter.noOwner")
	}
	return ""
}

// Duties is the condition that the policy still demands something.
func (f assetFilter) Duties() string {
	if f.q.Lacking {
		return f.p.T("assets.filter.lacking")
	}
	return ""
}

// Trait is the condition that the asset is especially important, or critical.
func (f assetFilter) Trait() string {
	if f.q.Trait == "" {
		return ""
	}
	return f.q.Trait.Label().In(f.p)
}

// Search is what is searched for.
func (f assetFilter) Search() string {
	if s := strings.TrimSpace(f.q.Text); s != "" {
		return f.p.T("assets.filter.search", "text", s)
	}
	return ""
}

// Words describes the whole query, for the top of a printed list; empty where
// it chooses everything.
func (f assetFilter) Words() string {
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

// classStates lists how far a classification can have come, "" for not begun.
var classStates = []classify.State{"", classify.Draft, classify.Imported, classify.Decided}

// stateWord is a state in words, "Oklassad" for the empty one.
func stateWord(p *text.Printer, s classify.State) string {
	if s == "" {
		return p.T("state.none")
	}
	return p.T("state." + string(s))
}

// levelChoice is a condition on levels that can be chosen.
type levelChoice struct {
	Label  string
	Aspect *classify.Aspect // nil: any aspect
	Level  classify.Level
}

// levelChoices lists "at least" conditions in the municipality's own scale,
// without the lowest level, which every classified asset reaches.
func levelChoices(p *text.Printer, r *register.Register, aspect *classify.Aspect) []levelChoice {
	var out []levelChoice
	steps := r.Classifications().ScaleInForce().Levels
	for i, step := range steps {
		if i == 0 {
			continue
		}
		key := "assets.level.atLeast"
		if i == len(steps)-1 {
			key = "assets.level.highest"
		}
		out = append(out, levelChoice{p.T(key, "level", step.Code, "word", step.Label(string(p.Lang()))), aspect, step.Level})
	}
	return out
}

// rememberQuery writes the filters of a query for the next start; what was
// searched for is not among them.
func rememberQuery(q register.Query) string {
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

// recallQuery reads what RememberQuery wrote. A unit that is gone, or words of
// another version of the program, are left out: a list that is narrowed by
// something that cannot be seen would look as if assets were lost.
func recallQuery(r *register.Register, remembered string) register.Query {
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
