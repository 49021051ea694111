package register

import (
	"cmp"
	"slices"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// TodoKind is something that waits to be done about an asset's classification.
// What else the policy demands is told by package duty.
type TodoKind string

// What may wait.
const (
	// TodoProcurement: about to be bought without a decided classification,
	// which the policy demands before procurement.
	TodoProcurement TodoKind = "procurement"
	// TodoOverdue: a decided classification should have been looked at again.
	TodoOverdue TodoKind = "overdue"
	// TodoInformation: what a system holds has changed since the system was
	// decided, or a deviation holds no longer.
	TodoInformation TodoKind = "information"
	// TodoDraft: a classification was begun and not decided.
	TodoDraft TodoKind = "draft"
	// TodoUnclassified: no one has classified it.
	TodoUnclassified TodoKind = "unclassified"
	// TodoImported: a list brought levels that no one has decided here.
	TodoImported TodoKind = "imported"
	// TodoRenewed: the shared classification that it began from has been replaced.
	TodoRenewed TodoKind = "renewed"
	// TodoSoon: the review is due within ReviewSoonDays.
	TodoSoon TodoKind = "soon"
)

// TodoKinds lists what may wait, the most important first.
var TodoKinds = []TodoKind{TodoProcurement, TodoOverdue, TodoInformation, TodoDraft, TodoUnclassified, TodoImported, TodoRenewed, TodoSoon}

// ReviewSoonDays is how many days ahead a review is told of.
const ReviewSoonDays = 60

// Todo is one thing that waits to be done about one asset.
type Todo struct {
	Kind   TodoKind
	Record *Record
}

// Todo lists what waits about an asset on a day, the most important first. A
// draft stands for the classification that it will become.
func (r *Record) Todo(d classify.Demands, today time.Time) []TodoKind {
	drafted := r.Draft != nil
	buying := r.Asset.Status == asset.InProcurement && !r.Classified()
	due, day := r.ReviewDue(d), text.Date(today)
	late := due != "" && due < day
	var out []TodoKind
	add := func(kind TodoKind, applies bool) {
		if applies {
			out = append(out, kind)
		}
	}
	add(TodoProcurement, buying && !drafted)
	add(TodoOverdue, late && !drafted)
	add(TodoInformation, r.NewLook() && !drafted)
	add(TodoDraft, drafted)
	add(TodoUnclassified, r.Class == nil && !drafted && !buying)
	add(TodoImported, r.State() == classify.Imported && !drafted && !buying)
	add(TodoRenewed, r.Renewed != "" && !drafted && !late)
	add(TodoSoon, due != "" && !late && !drafted && due <= text.Date(today.AddDate(0, 0, ReviewSoonDays)))
	return out
}

// Todo lists what waits in the whole register on a day: the most important
// first, reviews by their day, all else in the order of the assets.
func (r *Register) Todo(today time.Time) []Todo {
	byKind, demands := map[TodoKind][]Todo{}, r.Settings().Demands()
	for _, rec := range r.Records() {
		for _, kind := range rec.Todo(demands, today) {
			byKind[kind] = append(byKind[kind], Todo{kind, rec})
		}
	}
	for _, kind := range []TodoKind{TodoOverdue, TodoSoon} {
		slices.SortStableFunc(byKind[kind], func(a, b Todo) int {
			return cmp.Compare(a.Record.ReviewDue(demands), b.Record.ReviewDue(demands))
		})
	}
	var out []Todo
	for _, kind := range TodoKinds {
		out = append(out, byKind[kind]...)
	}
	return out
}

// Waiting counts the assets about which something waits on a day.
func (r *Register) Waiting(today time.Time) int {
	n, demands := 0, r.Settings().Demands()
	for _, rec := range r.Records() {
		if len(rec.Todo(demands, today)) > 0 {
			n++
		}
	}
	return n
}
