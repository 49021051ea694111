package duty

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// TodoKind is what waits to be done about an asset's classification.
type TodoKind string

// What may wait.
const (
	// TodoProcurement: about to be bought without a decided classification.
	TodoProcurement TodoKind = "procurement"
	// TodoOverdue: the classification should have been reviewed.
	TodoOverdue TodoKind = "overdue"
	// TodoInformation: what a system holds has changed since the system was
	// decided, or a deviation holds no longer.
	TodoInformation TodoKind = "information"
	// TodoDraft: a classification was begun and not decided.
	TodoDraft TodoKind = "draft"
	// TodoUnclassified: no one has classified it.
	TodoUnclassified TodoKind = "unclassified"
	// TodoImported: the levels came with a list, and no one has decided them here.
	TodoImported TodoKind = "imported"
	// TodoRenewed: the shared classification that it began from has been replaced.
	TodoRenewed TodoKind = "renewed"
	// TodoSoon: the review is due within SoonDays.
	TodoSoon TodoKind = "soon"
)

// TodoKinds lists what may wait, the most important first.
var TodoKinds = []TodoKind{TodoProcurement, TodoOverdue, TodoInformation, TodoDraft, TodoUnclassified, TodoImported, TodoRenewed, TodoSoon}

// SoonDays is how many days ahead something that is to be done again is spoken of.
const SoonDays = 60

// Todo is one thing that waits to be done about an asset's classification.
type Todo struct {
	Kind   TodoKind
	Record *register.Record
	// Duty is the demand that it comes from, nil for a draft.
	Duty *Duty
	// Review is the ISO date by which the classification is to be reviewed,
	// empty for none.
	Review string
}

// Todo goes through what waits, by asset; about one asset the most important first.
func (j *Judgement) Todo() iter.Seq[Todo] {
	return func(yield func(Todo) bool) {
		var about []Todo
		soon := j.soon()
		for i := range j.assets {
			about = about[:0]
			j.assets[i].todo(j.duties, j.calendar.day, soon, func(t Todo) { about = append(about, t) })
			slices.SortFunc(about, func(a, b Todo) int {
				return cmp.Compare(slices.Index(TodoKinds, a.Kind), slices.Index(TodoKinds, b.Kind))
			})
			for _, t := range about {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// Waiting counts the assets about which something waits.
func (j *Judgement) Waiting() int {
	n, soon := 0, j.soon()
	for i := range j.assets {
		waits := false
		if j.assets[i].todo(j.duties, j.calendar.day, soon, func(Todo) { waits = true }); waits {
			n++
		}
	}
	return n
}

// soon is the last day that counts as soon.
func (j *Judgement) soon() string {
	if day, err := time.Parse(time.DateOnly, j.calendar.day); err == nil {
		return text.Date(day.AddDate(0, 0, SoonDays))
	}
	return ""
}

// todo calls do for everything that waits about an asset. A draft counts as the
// classification that it will become.
func (a *judged) todo(s *set, day, soon string, do func(Todo)) {
	add := func(kind TodoKind, d *Duty) { do(Todo{kind, a.record, d, a.review}) }
	if a.record.Draft != nil {
		add(TodoDraft, nil)
		return
	}
	late := a.review != "" && a.review < day
	for i := range a.findings {
		f := &a.findings[i]
		if kind := f.waits(); kind != "" && !(kind == TodoRenewed && late) { // one review mends both
			add(kind, f.Duty)
		}
	}
	if a.review != "" && !late && a.review <= soon {
		add(TodoSoon, s.of(Reviewed))
	}
}

// waits is what a finding has waiting about the classification, empty for nothing.
func (f *Finding) waits() TodoKind {
	switch f.ID {
	case Procurement:
		return TodoProcurement
	case Reviewed:
		return TodoOverdue
	case Information:
		return TodoInformation
	case Renewed:
		return TodoRenewed
	case Classified:
		if f.Record.State() == classify.Imported {
			return TodoImported
		}
		return TodoUnclassified
	}
	return ""
}
