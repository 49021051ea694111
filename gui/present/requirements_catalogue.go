package present

import (
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// CatalogueRow is one requirement of the municipality's catalogue.
type CatalogueRow struct {
	*requirement.Requirement
	State   requirement.State
	Reason  string
	Renewed bool // the program ships it in other words since the municipality decided
}

// CatalogueRows lists the catalogue in force.
func CatalogueRows(r *register.Register) []CatalogueRow {
	c := r.Requirements().Catalogue()
	renewed := map[string]bool{}
	for _, n := range r.Requirements().Renewals() {
		renewed[n.Change.ID] = true
	}
	all := c.All()
	out := make([]CatalogueRow, len(all))
	for i := range all {
		change, _ := c.Change(all[i].ID)
		out[i] = CatalogueRow{&all[i], c.State(all[i].ID), change.Reason, renewed[all[i].ID]}
	}
	return out
}

// ShownCatalogue keeps the rows in one of the states, all where none is given,
// that hold every word searched for.
func ShownCatalogue(p *text.Printer, rows []CatalogueRow, states []requirement.State, search string) []CatalogueRow {
	var out []CatalogueRow
	for _, row := range rows {
		if len(states) > 0 && !slices.Contains(states, row.State) {
			continue
		}
		hay := text.Fold(strings.Join([]string{row.ID, row.Title.In(p.Lang()), row.Text.In(p.Lang()), row.Category.Label().In(p)}, "\n"))
		found := true
		for w := range strings.FieldsSeq(text.Fold(search)) {
			found = found && strings.Contains(hay, w)
		}
		if found {
			out = append(out, row)
		}
	}
	return out
}

// CatalogueFacts are the particulars of a requirement of the catalogue.
func CatalogueFacts(p *text.Printer, row CatalogueRow) string {
	level := p.T("requirements.baseline")
	if !row.Baseline() {
		level = p.T("requirements.from", "rank", p.Int(row.Rank), "aspects", strings.Join(strings.Split(row.Aspects.String(), ""), " "))
	}
	weight := ""
	if row.Weight > 0 {
		weight = p.T("catalogue.wish", "weight", p.Int(row.Weight))
	}
	replaces := ""
	if len(row.Replaces) > 0 {
		replaces = p.T("catalogue.replaces", "ids", strings.Join(row.Replaces, ", "))
	}
	return joined(" · ", row.ID, row.Category.Label().In(p), p.T("requirements.on", "target", strings.ToLower(row.Target.Label().In(p))), level, control(row.Requirement), replaces, weight)
}

// Reword changes a text in the language it is shown in. Another Swedish text
// makes the English one untrue, which is left out then; a text that is new in
// English stands for both until there is a Swedish one.
func Reword(w requirement.Words, lang text.Lang, now string) requirement.Words {
	now = strings.TrimSpace(now)
	switch {
	case now == w.In(lang):
		return w
	case lang == text.English && w.Swedish != "":
		w.English = now
		return w
	}
	return requirement.Words{Swedish: now}
}

// RankLabel says what a least protection level means.
func RankLabel(p *text.Printer, rank int) string {
	return p.T("catalogue.rank." + strconv.Itoa(rank))
}

// WeightLabel says what a weight in a procurement means.
func WeightLabel(p *text.Printer, weight int) string {
	if weight == 0 {
		return p.T("catalogue.weight.must")
	}
	return p.T("catalogue.weight.wish", "weight", p.Int(weight))
}

// ConditionLabel names a condition, or that there is none.
func ConditionLabel(p *text.Printer, c requirement.Condition) string {
	if c == "" {
		return p.T("catalogue.condition.none")
	}
	return p.T("catalogue.condition.personal_data")
}
