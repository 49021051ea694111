package importing

import (
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// FieldLabel is what a column's meaning is called.
func FieldLabel(p *text.Printer, field string) string {
	switch field {
	case intake.FieldCustom:
		return p.T("importing.field.custom")
	case intake.FieldIgnore, "":
		return p.T("importing.field.ignore")
	case intake.FieldRegisterID:
		return p.T("importing.field.id")
	case intake.FieldRegisterChanged:
		return p.T("importing.field.changed")
	case "kind":
		return p.T("field.kind")
	}
	return p.T("field." + field)
}

// Meaning is something a column may become, for a list that can be searched.
type Meaning struct {
	Field string
	Label string
	Group string // as the form of an asset is divided
}

// meanings lists what a column may become: the two ways of not being
// understood first, then every field in the order of the form of an asset.
func meanings(p *text.Printer) []Meaning {
	own := p.T("importing.group.own")
	out := []Meaning{
		{intake.FieldCustom, FieldLabel(p, intake.FieldCustom), own},
		{intake.FieldIgnore, FieldLabel(p, intake.FieldIgnore), own},
	}
	taken := map[string]bool{}
	add := func(group string, fields ...string) {
		for _, f := range fields {
			if !taken[f] {
				taken[f] = true
				out = append(out, Meaning{f, FieldLabel(p, f), group})
			}
		}
	}
	add(p.T("importing.group.identity"), "name", string(asset.ListKind), string(asset.ListStatus), string(asset.ListID))
	add(p.T("importing.group.unit"), "org_path", "org_board", "org_department", "org_legal_entity")
	add(p.T("importing.group.levels"), "class_k", "class_r", "class_t", "class_s", "class_combined", "class_overall")
	add(p.T("importing.group.reasons"), "just_common", string(asset.ClassDate), "classified_by", string(asset.ApprovedBy), string(asset.ReviewDate), "last_reviewed")
	add(p.T("importing.group.reasons"), fieldNames(asset.Reasons[:])...)
	for _, g := range asset.Groups {
		for _, d := range asset.Definitions {
			if d.Group == g {
				add(p.T("group."+string(g)), string(d.Field))
			}
		}
	}
	return out
}

// findMeanings keeps what a search finds: every word of it begins a word of
// the label or the group.
func findMeanings(all []Meaning, search string) []Meaning {
	words := strings.Fields(text.Fold(search))
	var out []Meaning
	for _, m := range all {
		if beginAll(strings.Fields(text.Fold(m.Label+" "+m.Group+" "+m.Field)), words) {
			out = append(out, m)
		}
	}
	return out
}

func beginAll(has, wanted []string) bool {
	for _, w := range wanted {
		if !slices.ContainsFunc(has, func(h string) bool { return strings.HasPrefix(h, w) }) {
			return false
		}
	}
	return true
}

func fieldNames(fields []asset.Field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = string(f)
	}
	return out
}

// choiceLabel writes an answer that a question offers.
func choiceLabel(p *text.Printer, q intake.Question, choice string) string {
	if i := slices.Index(q.Choices, choice); i >= 0 && i < len(q.Labels) && q.Labels[i].Key != "" {
		return q.Labels[i].In(p)
	}
	switch q.Kind {
	case intake.AskLevel:
		return levelChoice(p, choice)
	case intake.AskColumn:
		return FieldLabel(p, choice)
	case intake.AskScale:
		return p.T("scale." + choice)
	case intake.AskKind:
		return p.T("kind." + choice)
	case intake.AskConflict:
		return p.T("importing.take." + choice)
	}
	if choice == "new" {
		return p.T("importing.choice.new")
	}
	return choice
}

func levelChoice(p *text.Printer, choice string) string {
	if choice == "none" {
		return p.T("level.unset")
	}
	if l, ok := classify.Scale03.Read(choice); ok {
		return register.LevelText(p, classify.Scale03, l)
	}
	return choice
}
