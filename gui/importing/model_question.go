package importing

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/intake"
	"infoklass/domain/text"
)

// aboutRow reports whether a question is about a single row, and so is answered
// where the row is reviewed, rather than about a value or column of the whole list.
func aboutRow(q intake.Question) bool {
	return q.Kind == intake.AskMatch || q.Kind == intake.AskConflict
}

// ValueQuestions keeps the questions about values and columns.
func ValueQuestions(all []intake.Question) []intake.Question {
	return slices.DeleteFunc(slices.Clone(all), aboutRow)
}

// rowQuestions finds the questions about rows by id, those answered among them.
func rowQuestions(p *intake.Proposal) map[string]intake.Question {
	out := map[string]intake.Question{}
	for _, q := range slices.Concat(p.Questions, p.Answered) {
		if aboutRow(q) {
			out[q.ID] = q
			if n := len(q.Sample); n > 0 && q.Kind == intake.AskMatch {
				out[matchKey(q.Sheet, q.Sample[n-1])] = q
			}
		}
	}
	return out
}

// matchKey finds the question which asset a row is, answered or not.
func matchKey(sheet string, row int) string { return sheet + "\x00" + strconv.Itoa(row) }

// Where says how many rows a question concerns and names a few of them.
func Where(p *text.Printer, proposal *intake.Proposal, q intake.Question) string {
	parts := []string{p.N("importing.values.rows", q.Rows)}
	if q.Sheet != "" && len(proposal.Tables) > 1 {
		parts = append([]string{q.Sheet}, parts...)
	}
	if names := exampleRows(p, proposal, q); names != "" {
		parts = append(parts, p.T("importing.values.example", "rows", names))
	}
	return strings.Join(parts, " · ")
}

// mostExamples is how many rows are named for a question.
const mostExamples = 3

func exampleRows(p *text.Printer, proposal *intake.Proposal, q intake.Question) string {
	var names []string
	for i := range proposal.Tables {
		t := &proposal.Tables[i]
		if q.Sheet != "" && t.Sheet != q.Sheet {
			continue
		}
		for _, row := range q.Sample {
			at, ok := slices.BinarySearchFunc(t.Rows, row, func(e intake.Entry, n int) int { return e.Row - n })
			if !ok || t.Rows[at].Action == intake.Stop || t.Rows[at].Name == "" {
				continue
			}
			name := p.T("importing.values.row", "row", p.Int(row), "name", t.Rows[at].Name)
			if slices.Contains(names, name) {
				continue // several columns of a row say the same
			}
			if names = append(names, name); len(names) == mostExamples {
				return strings.Join(names, ", ")
			}
		}
	}
	return strings.Join(names, ", ")
}

// Said is one thing that a row of a list says.
type Said struct{ Label, Value string }

// Says lists everything a row says, for a look at it before it comes in. A
// row that was stopped says nothing.
func Says(p *text.Printer, t *intake.Table, e *intake.Entry) []Said {
	if e.Action == intake.Stop {
		return nil
	}
	var out []Said
	add := func(field, value string) {
		if value != "" {
			out = append(out, Said{FieldLabel(p, field), value})
		}
	}
	add("name", e.Name)
	if e.Kind != "" {
		add("kind", Value(p, "kind", e.Kind))
	}
	add("unit", intake.UnitPath(e.Unit))
	for a, f := range levelFields {
		if e.Levels[a] != 0 {
			add(f, Value(p, f, e.Levels[a].String()))
		}
	}
	values := t.Values(e)
	for _, m := range meanings(p) {
		if !slices.Contains(levelFields, m.Field) && !strings.HasPrefix(m.Field, "org_") {
			add(m.Field, values[m.Field])
		}
	}
	own := t.Custom(e)
	for _, header := range slices.Sorted(maps.Keys(own)) {
		out = append(out, Said{header, own[header]})
	}
	return out
}
