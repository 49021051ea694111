package importing

import (
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/intake"
	"infoklass/domain/text"
)

// Review is a group of rows that an import would treat alike.
type Review string

// The groups in the order shown.
const (
	reviewAll       Review = "all"
	reviewCreate    Review = "create"
	reviewUpdate    Review = "update"
	ReviewDecide    Review = "doubt"
	reviewStop      Review = "stop"
	reviewUnchanged Review = "unchanged"
	reviewSkip      Review = "skip"
)

// reviews lists the groups in order.
var reviews = []Review{reviewAll, reviewCreate, reviewUpdate, ReviewDecide, reviewStop, reviewUnchanged, reviewSkip}

// urgency is the order of the groups among all rows: what needs a decision
// first, what changes nothing last.
var urgency = []Review{ReviewDecide, reviewStop, reviewUpdate, reviewCreate, reviewSkip, reviewUnchanged}

// GroupOf returns the group of a row. A change that waits for an answer is to be
// decided, like a row in doubt.
func GroupOf(e *intake.Entry) Review {
	if e.Action == intake.Doubt || asksAboutRow(e) && e.Action != intake.Stop && e.Action != intake.Skip {
		return ReviewDecide
	}
	return Review(e.Action)
}

// asksAboutRow reports whether the row itself waits for an answer. Questions
// about values are asked before the review.
func asksAboutRow(e *intake.Entry) bool {
	return slices.ContainsFunc(e.Question, func(id string) bool {
		return strings.HasPrefix(id, intake.AskMatch+":") || strings.HasPrefix(id, intake.AskConflict+":")
	})
}

// ReviewRow is a line of the review: a row of the list, or one more change of
// the row above.
type ReviewRow struct {
	Key    string // identifies the line, however often the list is read
	Table  *intake.Table
	Entry  *intake.Entry
	Change int // place in Entry.Changes, -1 for none
}

// First reports whether this is the first line of its row.
func (r ReviewRow) First() bool { return r.Change <= 0 }

// Ref names the row of the list.
func (r ReviewRow) Ref() intake.RowRef {
	return intake.RowRef{Sheet: r.Table.Sheet, Row: r.Entry.Row}
}

// reviewCounts is the number of rows in each group.
type reviewCounts map[Review]int

// countReview counts the rows of every group.
func countReview(p *intake.Proposal) reviewCounts {
	n := reviewCounts{}
	for i := range p.Tables {
		for j := range p.Tables[i].Rows {
			n[GroupOf(&p.Tables[i].Rows[j])]++
			n[reviewAll]++
		}
	}
	return n
}

// reviewRows lists the rows of a group: an update has a line for each change.
func reviewRows(p *intake.Proposal, group Review) []ReviewRow {
	groups := []Review{group}
	if group == reviewAll {
		groups = urgency
	}
	var out []ReviewRow
	for _, g := range groups {
		for i := range p.Tables {
			t := &p.Tables[i]
			for j := range t.Rows {
				if e := &t.Rows[j]; GroupOf(e) == g {
					out = appendRow(out, strconv.Itoa(i)+":"+strconv.Itoa(e.Row), t, e)
				}
			}
		}
	}
	return out
}

func appendRow(out []ReviewRow, key string, t *intake.Table, e *intake.Entry) []ReviewRow {
	if len(e.Changes) == 0 {
		return append(out, ReviewRow{key, t, e, -1})
	}
	for k := range e.Changes {
		if k > 0 {
			key = strconv.Itoa(k) + "/" + key
		}
		out = append(out, ReviewRow{key, t, e, k})
	}
	return out
}

// Field is the label of the value that a line changes; for a new asset, where it stands in the list.
func (r ReviewRow) Field(p *text.Printer) string {
	if r.Change < 0 {
		if r.Entry.Action == intake.Create {
			return p.T("importing.row.new", "row", p.Int(r.Entry.Row))
		}
		return p.T("importing.row.at", "row", p.Int(r.Entry.Row))
	}
	return changeLabel(p, r.Entry.Changes[r.Change])
}

// changeLabel is what the changed field is called.
func changeLabel(p *text.Printer, c intake.Change) string {
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
		old, now := Value(p, c.Field, c.Old), Value(p, c.Field, c.New)
		switch {
		case c.Conflict && c.Take == intake.TakeRegister:
			return p.T("importing.conflict.kept", "old", old, "new", now)
		case c.Conflict && c.Take == "":
			return p.T("importing.conflict", "old", old, "new", now)
		}
		return p.T("importing.change", "old", old, "new", now)
	case r.Entry.Reason.Key != "":
		return r.Entry.Reason.In(p)
	case r.Entry.Action == intake.Create && !r.Entry.Levels.Empty():
		return r.Entry.Levels.String()
	case r.Entry.Action == intake.Create:
		return p.T("level.unset")
	}
	return ""
}

// levelFields are the fields of the four aspects.
var levelFields = []string{"class_k", "class_r", "class_t", "class_s"}

// Value writes a value of a field as a person reads it: K3 for a level, the
// word for a kind, and a word for nothing.
func Value(p *text.Printer, field, value string) string {
	aspect := slices.Index(levelFields, field)
	switch {
	case aspect >= 0 && (value == "" || value == classify.Unset.String()):
		return p.T("level.unset")
	case aspect >= 0 && len(value) == 1:
		return classify.Aspect(aspect).Letter() + value
	case value == "":
		return p.T("importing.nothing")
	case (field == "kind" || field == string(asset.ListKind)) && p.Has("kind."+value):
		return p.T("kind." + value)
	}
	return value
}

// actionLabel is what happens with a row, in a word.
func actionLabel(p *text.Printer, e *intake.Entry) string {
	if GroupOf(e) == ReviewDecide && e.Action == intake.Update {
		return p.T("importing.action.conflict")
	}
	return p.T("importing.action." + string(e.Action))
}

// rowName is what a row of the list is called: a stopped one by its number
// alone, whatever else it says.
func rowName(p *text.Printer, e *intake.Entry) string {
	if e.Action == intake.Stop || e.Name == "" {
		return p.T("importing.row.at", "row", p.Int(e.Row))
	}
	return e.Name
}

// canTake reports whether a row that was skipped can be taken all the same.
func canTake(e *intake.Entry) bool {
	return e.Name != "" && (e.Reason.Key == "inventory.skip.example" || e.Reason.Key == "inventory.skip.chosen" || e.Reason.Key == "inventory.skip.id-only")
}

// RowAsks are the ids of the questions that a line may be about, the likeliest first.
func RowAsks(r ReviewRow) []string {
	var ids []string
	if r.Change >= 0 && r.Entry.Changes[r.Change].Conflict {
		c := r.Entry.Changes[r.Change]
		field := c.Field
		if c.Header != "" {
			field = "custom:" + c.Header
		}
		ids = append(ids, "conflict:"+r.Entry.Asset+":"+field)
	}
	return append(append(ids, r.Entry.Question...), matchKey(r.Table.Sheet, r.Entry.Row))
}
