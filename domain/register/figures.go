package register

import (
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Figures counts a register's assets, regardless of what the policy demands.
type Figures struct {
	Assets    int
	Systems   int
	Decided   int       // assets whose classification someone has decided
	Imported  int       // classified only by a list that came in
	Drafts    int       // assets with a draft, whatever else they have
	Important int       // särskilt viktiga, by their levels or by hand
	Levels    [4][5]int // per aspect: number at Unset, 0, 1, 2, 3
	Boards    []BoardFigures
}

// BoardFigures is how far one nämnd or bolag has come.
type BoardFigures struct {
	Unit    asset.Unit
	Assets  int
	Decided int
}

// Figures counts the register as it is now. Assets without a unit are counted
// under the empty unit.
func (r *Register) Figures() Figures {
	var f Figures
	boards := map[string]*BoardFigures{}
	boardOf := r.organisation.boardLookup()
	demands := r.Settings().Demands()
	for rec := range r.roll().all() {
		f.count(rec, demands)
		b := boardOf(rec.Asset.Unit)
		if boards[b.ID] == nil {
			boards[b.ID] = &BoardFigures{Unit: b}
		}
		boards[b.ID].Assets++
		if rec.Classified() {
			boards[b.ID].Decided++
		}
	}
	for _, b := range boards {
		f.Boards = append(f.Boards, *b)
	}
	text.SortBy(f.Boards, func(b BoardFigures) string { return b.Unit.Name }, false)
	return f
}

func (f *Figures) count(rec *Record, demands classify.Demands) {
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
