package register

import (
	"slices"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Figures is where a register stands on a day.
type Figures struct {
	Assets     int
	Systems    int
	Decided    int       // assets whose classification someone has decided
	Imported   int       // classified only by a list that came in
	Drafts     int       // assets with a draft, whatever else they have
	Important  int       // särskilt viktiga, by their levels or by hand
	OwnerLacks int       // of the important ones, those without an information owner
	Overdue    int       // a decided classification that should have been looked at again
	Levels     [4][5]int // per aspect: number at Unset, 0, 1, 2, 3
	Boards     []BoardFigures
	Reviews    []*Record // the next reviews, soonest first, at most reviewsShown
}

// BoardFigures is how far one nämnd or bolag has come.
type BoardFigures struct {
	Unit    asset.Unit
	Assets  int
	Decided int
}

const reviewsShown = 8

// Figures counts the register as it stands. Assets without a unit are counted
// under the empty unit.
func (r *Register) Figures(today time.Time) Figures {
	var f Figures
	boards := map[string]*BoardFigures{}
	boardOf := r.organisation.boardLookup()
	demands, day := r.Settings().Demands(), text.Date(today)
	for rec := range r.roll().all() {
		f.count(rec, demands, day)
		b := boardOf(rec.Asset.Unit)
		if boards[b.ID] == nil {
			boards[b.ID] = &BoardFigures{Unit: b}
		}
		boards[b.ID].Assets++
		if rec.Classified() {
			boards[b.ID].Decided++
		}
		f.review(rec)
	}
	for _, b := range boards {
		f.Boards = append(f.Boards, *b)
	}
	text.SortBy(f.Boards, func(b BoardFigures) string { return b.Unit.Name }, false)
	return f
}

// review keeps rec among the next reviews if it is one of them.
func (f *Figures) review(rec *Record) {
	next := rec.NextReview()
	if next == "" || len(f.Reviews) == reviewsShown && next >= f.Reviews[reviewsShown-1].NextReview() {
		return
	}
	at, _ := slices.BinarySearchFunc(f.Reviews, next, func(rec *Record, next string) int {
		if rec.NextReview() <= next {
			return -1
		}
		return 1
	})
	f.Reviews = slices.Insert(f.Reviews, at, rec)
	f.Reviews = f.Reviews[:min(len(f.Reviews), reviewsShown)]
}

func (f *Figures) count(rec *Record, demands classify.Demands, today string) {
	f.Assets++
	if rec.Asset.Kind == asset.System {
		f.Systems++
	}
	switch rec.State() {
	case classify.Decided:
		f.Decided++
	case classify.Imported:
		f.Imported++
	}
	if rec.Draft != nil {
		f.Drafts++
	}
	if rec.Has(asset.Important, demands) {
		f.Important++
		if rec.Asset.Fields[asset.InformationOwner] == "" {
			f.OwnerLacks++
		}
	}
	if due := rec.ReviewDue(demands); due != "" && due < today {
		f.Overdue++
	}
	for i, l := range rec.Profile() {
		f.Levels[i][l]++
	}
}

// boardLookup remembers the board of each unit while a count lasts.
func (o *Organisation) boardLookup() func(unit string) asset.Unit {
	known := map[string]asset.Unit{}
	return func(unit string) asset.Unit {
		b, ok := known[unit]
		if !ok {
			b, _ = o.Board(unit)
			known[unit] = b
		}
		return b
	}
}
