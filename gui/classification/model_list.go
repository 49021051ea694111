package classification

import (
	"iter"
	"slices"
	"strings"

	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// classTask is a line of the list of what is to be classified or looked at again.
type classTask struct {
	duty.Todo
	Words string // what waits: "Utkast att göra klart"
	Board string
	Late  bool
}

// taskQuery is what the list is asked for: words, and a group, all for the empty one.
type taskQuery struct {
	text  string
	group duty.TodoKind
}

// classGroups are the groups of the list in their order. What is to be bought
// belongs to the unclassified.
var classGroups = []duty.TodoKind{
	duty.TodoDraft, duty.TodoUnclassified, duty.TodoImported, duty.TodoOverdue, duty.TodoInformation, duty.TodoRenewed, duty.TodoSoon,
}

// classOrder decides which of several things that wait an asset is listed for.
var classOrder = []duty.TodoKind{
	duty.TodoDraft, duty.TodoProcurement, duty.TodoUnclassified, duty.TodoImported, duty.TodoOverdue, duty.TodoInformation, duty.TodoRenewed, duty.TodoSoon,
}

// Group is the group of the list that a line is in.
func (t classTask) Group() duty.TodoKind {
	if t.Kind == duty.TodoProcurement {
		return duty.TodoUnclassified
	}
	return t.Kind
}

// classTasks lists each asset that is to be classified or looked at again
// once, by group; within a group what is late first, then by name.
func classTasks(p *text.Printer, r *register.Register, j *duty.Judgement) []classTask {
	byKind := map[duty.TodoKind][]classTask{}
	words := present.NewAssetWords(p, r)
	for t := range firstTodo(j.Todo()) {
		byKind[t.Kind] = append(byKind[t.Kind], classTask{t, TodoWords(p, t), words.Text(present.KeyBoard, t.Record), j.Overdue(t.Record)})
	}
	var out []classTask
	for _, kind := range classOrder {
		tasks := byKind[kind]
		text.SortBy(tasks, func(t classTask) string { return t.Record.Asset.Name }, false)
		if kind == duty.TodoOverdue || kind == duty.TodoSoon {
			slices.SortStableFunc(tasks, func(a, b classTask) int {
				return strings.Compare(a.Review, b.Review)
			})
		}
		out = append(out, tasks...)
	}
	return out
}

// firstTodo keeps the one thing that each asset is listed for. What waits about
// one asset comes together.
func firstTodo(all iter.Seq[duty.Todo]) iter.Seq[duty.Todo] {
	rank := func(t duty.Todo) int { return slices.Index(classOrder, t.Kind) }
	return func(yield func(duty.Todo) bool) {
		var first duty.Todo
		for t := range all {
			switch {
			case t.Record != first.Record:
				if first.Record != nil && !yield(first) {
					return
				}
				first = t
			case rank(t) < rank(first):
				first = t
			}
		}
		if first.Record != nil {
			yield(first)
		}
	}
}

// filterTasks keeps the lines of a group, all for the empty one, in which every
// word is found.
func filterTasks(tasks []classTask, group duty.TodoKind, search string) []classTask {
	words := strings.Fields(text.Fold(search))
	var out []classTask
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

// countTasks counts the lines of each group.
func countTasks(tasks []classTask) map[duty.TodoKind]int {
	out := map[duty.TodoKind]int{}
	for _, t := range tasks {
		out[t.Group()]++
	}
	return out
}

// TodoWords says in a few words what waits about an asset, after the duty's
// name where the municipality has its own.
func TodoWords(p *text.Printer, t duty.Todo) string {
	words := todoWords(p, t)
	if t.Duty != nil && t.Duty.Renamed() {
		return p.T("todo.named", "duty", t.Duty.Label().In(p), "words", words)
	}
	return words
}

func todoWords(p *text.Printer, t duty.Todo) string {
	switch t.Kind {
	case duty.TodoProcurement:
		return p.T("todo.procurement")
	case duty.TodoOverdue:
		return p.T("todo.overdue", "day", t.Review)
	case duty.TodoInformation:
		return p.T("todo.information")
	case duty.TodoDraft:
		return p.T("todo.draft")
	case duty.TodoUnclassified:
		return p.T("todo.unclassified")
	case duty.TodoImported:
		return p.T("todo.imported")
	case duty.TodoRenewed:
		return p.T("todo.renewed")
	}
	return p.T("todo.soon", "day", t.Review)
}

// groupLabel is the name of a group of the list and the number of lines in it.
func groupLabel(p *text.Printer, group duty.TodoKind, n int) string {
	switch group {
	case duty.TodoDraft:
		return p.T("classification.group.draft", "count", p.Int(n))
	case duty.TodoUnclassified:
		return p.T("classification.group.unclassified", "count", p.Int(n))
	case duty.TodoImported:
		return p.T("classification.group.imported", "count", p.Int(n))
	case duty.TodoOverdue:
		return p.T("classification.group.overdue", "count", p.Int(n))
	case duty.TodoRenewed:
		return p.T("classification.group.renewed", "count", p.Int(n))
	case duty.TodoInformation:
		return p.T("classification.group.information", "count", p.Int(n))
	case duty.TodoSoon:
		return p.T("classification.group.soon", "count", p.Int(n))
	}
	return p.T("classification.group.all", "count", p.Int(n))
}
