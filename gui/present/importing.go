package present

import (
	"slices"
	"strconv"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/inventory"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Review is a group of rows that an import would treat alike.
type Review string

// The groups in the order shown.
const (
	ReviewAll       Review = "all"
	ReviewCreate    Review = "create"
	ReviewUpdate    Review = "update"
	ReviewDoubt     Review = "doubt"
	ReviewStop      Review = "stop"
	ReviewUnchanged Review = "unchanged"
	ReviewSkip      Review = "skip"
)

// Reviews lists the groups in order.
var Reviews = []Review{ReviewAll, ReviewCreate, ReviewUpdate, ReviewDoubt, ReviewStop, ReviewUnchanged, ReviewSkip}

// Count tells how many rows a group has.
func (v Review) Count(c inventory.Counts) int {
	switch v {
	case ReviewAll:
		return c.Rows
	case ReviewCreate:
		return c.Create
	case ReviewUpdate:
		return c.Update
	case ReviewDoubt:
		return c.Doubt
	case ReviewStop:
		return c.Stop
	case ReviewUnchanged:
		return c.Unchanged
	}
	return c.Skip
}

// ReviewRow is a line of the review: a row of the list, or one more change of
// the row above.
type ReviewRow struct {
	Table  *inventory.Table
	Entry  *inventory.Entry
	Change int // place in Entry.Changes, -1 for none
	First  bool
}

// Key tells review rows apart.
func (r ReviewRow) Key() string {
	return r.Table.Sheet + "\x00" + strconv.Itoa(r.Entry.Row) + "\x00" + strconv.Itoa(r.Change)
}

// ReviewRows lists the rows of a group: an update has a line for each change.
func ReviewRows(p *inventory.Proposal, group Review) []ReviewRow {
	var out []ReviewRow
	for i := range p.Tables {
		t := &p.Tables[i]
		for j := range t.Rows {
			e := &t.Rows[j]
			if group != ReviewAll && string(e.Action) != string(group) {
				continue
			}
			if len(e.Changes) == 0 {
				out = append(out, ReviewRow{t, e, -1, true})
			}
			for k := range e.Changes {
				out = append(out, ReviewRow{t, e, k, k == 0})
			}
		}
	}
	return out
}

// Field is the label of the value that a line changes; for a new asset, where it stands in the list.
func (r ReviewRow) Field(p *text.Printer) string {
	if r.Change < 0 {
		switch r.Entry.Action {
		case inventory.Create:
			return p.T("importing.row.new", "row", r.Entry.Row)
		}
		return p.T("importing.row.at", "row", r.Entry.Row)
	}
	c := r.Entry.Changes[r.Change]
	if c.Header != "" {
		return c.Header
	}
	return FieldLabel(p, c.Field)
}

// Says is what happens with a line: old → new, the reason it is stopped, or
// the levels of a new asset.
func (r ReviewRow) Says(p *text.Printer) string {
	switch {
	case r.Change >= 0:
		c := r.Entry.Changes[r.Change]
		if c.Conflict {
			return p.T("importing.conflict", "old", shown(p, c.Field, c.Old), "new", shown(p, c.Field, c.New))
		}
		return p.T("importing.change", "old", shown(p, c.Field, c.Old), "new", shown(p, c.Field, c.New))
	case r.Entry.Reason.Key != "":
		return r.Entry.Reason.In(p)
	case r.Entry.Action == inventory.Create && !r.Entry.Levels.Empty():
		return r.Entry.Levels.String()
	}
	return ""
}

func shown(p *text.Printer, field, value string) string {
	switch {
	case value == "":
		return p.T("importing.nothing")
	case field == "kind" || field == string(asset.ListKind) && p.Has("kind."+value):
		return p.T("kind." + value)
	}
	return value
}

// FieldLabel is what a column's meaning is called.
func FieldLabel(p *text.Printer, field string) string {
	switch field {
	case inventory.FieldCustom:
		return p.T("importing.field.custom")
	case inventory.FieldIgnore, "":
		return p.T("importing.field.ignore")
	case inventory.FieldRegisterID:
		return p.T("importing.field.id")
	case inventory.FieldRegisterChanged:
		return p.T("importing.field.changed")
	case "kind":
		return p.T("field.kind")
	}
	return p.T("field." + field)
}

// Meaning is a group of fields that a column may be given, for a menu.
type Meaning struct {
	Label  string
	Fields []string
}

// Meanings lists what a column may mean, grouped as the form of an asset is.
func Meanings(p *text.Printer) []Meaning {
	out := []Meaning{
		{p.T("importing.group.identity"), []string{"name", string(asset.ListKind), string(asset.ListStatus), string(asset.ListID)}},
		{p.T("importing.group.unit"), []string{"org_path", "org_board", "org_department", "org_legal_entity"}},
		{p.T("importing.group.levels"), []string{"class_k", "class_r", "class_t", "class_s", "class_combined", "class_overall"}},
		{p.T("importing.group.reasons"), append([]string{"just_common", string(asset.ClassDate), "classified_by", string(asset.ApprovedBy), string(asset.ReviewDate), "last_reviewed"}, fieldNames(asset.Reasons[:])...)},
	}
	taken := map[string]bool{}
	for _, m := range out {
		for _, f := range m.Fields {
			taken[f] = true
		}
	}
	for _, g := range asset.Groups {
		m := Meaning{Label: p.T("group." + string(g))}
		for _, d := range asset.Definitions {
			if d.Group == g && !taken[string(d.Field)] {
				m.Fields = append(m.Fields, string(d.Field))
			}
		}
		out = append(out, m)
	}
	return out
}

func fieldNames(fields []asset.Field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = string(f)
	}
	return out
}

// ChoiceLabel writes an answer that a question offers.
func ChoiceLabel(p *text.Printer, q inventory.Question, choice string) string {
	if i := slices.Index(q.Choices, choice); i >= 0 && i < len(q.Labels) && q.Labels[i].Key != "" {
		return q.Labels[i].In(p)
	}
	switch q.Kind {
	case inventory.AskLevel:
		return levelChoice(p, choice)
	case inventory.AskColumn:
		return FieldLabel(p, choice)
	case inventory.AskScale:
		return p.T("scale." + choice)
	case inventory.AskKind:
		return p.T("kind." + choice)
	case inventory.AskConflict:
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
