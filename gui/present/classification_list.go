package present

import (
	"slices"
	"strings"
	"time"

	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ClassTask is a line of the list of what is to be classified or looked at again.
type ClassTask struct {
	Record *register.Record
	Kind   register.TodoKind
	Words  string // what waits: "Utkast att göra klart"
	Board  string
	Late   bool
}

// ClassGroups are the groups of the list in their order. What is to be bought
// stands among what is not classified.
var ClassGroups = []register.TodoKind{
	register.TodoDraft, register.TodoUnclassified, register.TodoImported, register.TodoOverdue, register.TodoInformation, register.TodoRenewed, register.TodoSoon,
}

// classOrder decides which of several things that wait an asset is listed for.
var classOrder = []register.TodoKind{
	register.TodoDraft, register.TodoProcurement, register.TodoUnclassified, register.TodoImported, register.TodoOverdue, register.TodoInformation, register.TodoRenewed, register.TodoSoon,
}

// Group is the group that a line stands in.
func (t ClassTask) Group() register.TodoKind {
	if t.Kind == register.TodoProcurement {
		return register.TodoUnclassified
	}
	return t.Kind
}

// ClassTasks lists each asset that is to be classified or looked at again
// once, by group; within a group what is late first, then by name.
func ClassTasks(p *text.Printer, r *register.Register, today time.Time) []ClassTask {
	byKind, demands := map[register.TodoKind][]ClassTask{}, r.Settings().Demands()
	words := NewAssetWords(p, r)
	for _, rec := range r.Records() {
		kinds := rec.Todo(demands, today)
		for _, kind := range classOrder {
			if slices.Contains(kinds, kind) {
				byKind[kind] = append(byKind[kind], ClassTask{
					Record: rec, Kind: kind, Words: TodoWords(p, kind, rec), Board: words.Text(KeyBoard, rec), Late: words.Late(rec),
				})
				break
			}
		}
	}
	var out []ClassTask
	for _, kind := range classOrder {
		tasks := byKind[kind]
		text.SortBy(tasks, func(t ClassTask) string { return t.Record.Asset.Name }, false)
		if kind == register.TodoOverdue || kind == register.TodoSoon {
			slices.SortStableFunc(tasks, func(a, b ClassTask) int {
				return strings.Compare(a.Record.NextReview(), b.Record.NextReview())
			})
		}
		out = append(out, tasks...)
	}
	return out
}

// FilterTasks keeps the lines of a group, all for the empty one, in which every
// word is found.
func FilterTasks(tasks []ClassTask, group register.TodoKind, search string) []ClassTask {
	words := strings.Fields(text.Fold(search))
	var out []ClassTask
	for _, t := range tasks {
		if group != "" && t.Group() != group {
			continue
		}
		folded := text.Fold(t.Record.Asset.Name + " " + t.Board + " " + t.Words)
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, w) }) {
			out = append(out, t)
		}
	}
	return out
}

// CountTasks counts the lines of each group.
func CountTasks(tasks []ClassTask) map[register.TodoKind]int {
	out := map[register.TodoKind]int{}
	for _, t := range tasks {
		out[t.Group()]++
	}
	return out
}

// TodoWords says in a few words what waits about an asset.
func TodoWords(p *text.Printer, kind register.TodoKind, rec *register.Record) string {
	switch kind {
	case register.TodoProcurement:
		return p.T("todo.procurement")
	case register.TodoOverdue:
		return p.T("todo.overdue", "day", rec.NextReview())
	case register.TodoInformation:
		return p.T("todo.information")
	case register.TodoDraft:
		return p.T("todo.draft")
	case register.TodoUnclassified:
		return p.T("todo.unclassified")
	case register.TodoImported:
		return p.T("todo.imported")
	case register.TodoRenewed:
		return p.T("todo.renewed")
	}
	return p.T("todo.soon", "day", rec.NextReview())
}

// GroupLabel names a group of the list with how many stand in it.
func GroupLabel(p *text.Printer, group register.TodoKind, n int) string {
	switch group {
	case register.TodoDraft:
		return p.T("classification.group.draft", "count", p.Int(n))
	case register.TodoUnclassified:
		return p.T("classification.group.unclassified", "count", p.Int(n))
	case register.TodoImported:
		return p.T("classification.group.imported", "count", p.Int(n))
	case register.TodoOverdue:
		return p.T("classification.group.overdue", "count", p.Int(n))
	case register.TodoRenewed:
		return p.T("classification.group.renewed", "count", p.Int(n))
	case register.TodoInformation:
		return p.T("classification.group.information", "count", p.Int(n))
	case register.TodoSoon:
		return p.T("classification.group.soon", "count", p.Int(n))
	}
	return p.T("classification.group.all", "count", p.Int(n))
}
