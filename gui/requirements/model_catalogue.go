package requirements

import (
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// entry is one requirement of the municipality's catalogue.
type entry struct {
	*requirement.Requirement
	State   requirement.State
	Reason  string
	Renewed bool // the program ships it in other words since the municipality decided
}

// entries lists the catalogue in force.
func entries(r *register.Register) []entry {
	c := r.Requirements().Catalogue()
	renewed := map[string]bool{}
	for _, n := range r.Requirements().Renewals() {
		renewed[n.Change.ID] = true
	}
	all := c.All()
	out := make([]entry, len(all))
	for i := range all {
		change, _ := c.Change(all[i].ID)
		out[i] = entry{&all[i], c.State(all[i].ID), change.Reason, renewed[all[i].ID]}
	}
	return out
}

// entryQuery chooses requirements: those in one of the states, all where none is
// given, that hold every word searched for.
type entryQuery struct {
	text   string
	states []requirement.State
}

func shownEntries(p *text.Printer, rows []entry, q entryQuery) []entry {
	var out []entry
	for _, row := range rows {
		if len(q.states) > 0 && !slices.Contains(q.states, row.State) {
			continue
		}
		hay := text.Fold(strings.Join([]string{row.ID, row.Title.In(p.Lang()), row.Text.In(p.Lang()), row.Category.Label().In(p)}, "\n"))
		found := true
		for w := range strings.FieldsSeq(text.Fold(q.text)) {
			found = found && strings.Contains(hay, w)
		}
		if found {
			out = append(out, row)
		}
	}
	return out
}

// entryFacts are the particulars of a requirement of the catalogue.
func entryFacts(p *text.Printer, row entry) string {
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
	return present.Joined(" · ", row.ID, row.Category.Label().In(p), p.T("requirements.on", "target", strings.ToLower(row.Target.Label().In(p))), level, control(row.Requirement), replaces, weight)
}

// reword changes a text in the language it is shown in. A new Swedish text makes
// the English one wrong, so that is dropped; a new English text is used for both
// languages until there is a Swedish one.
func reword(w requirement.Words, lang text.Lang, now string) requirement.Words {
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

// rankLabel says what a least protection level means.
func rankLabel(p *text.Printer, rank int) string {
	return p.T("catalogue.rank." + strconv.Itoa(rank))
}

// weightLabel says what a weight in a procurement means.
func weightLabel(p *text.Printer, weight int) string {
	if weight == 0 {
		return p.T("catalogue.weight.must")
	}
	return p.T("catalogue.weight.wish", "weight", p.Int(weight))
}

// conditionLabel names a condition, or that there is none.
func conditionLabel(p *text.Printer, c requirement.Condition) string {
	if c == "" {
		return p.T("catalogue.condition.none")
	}
	return p.T("catalogue.condition.personal_data")
}
