package present

import (
	"strings"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Overview is what the overview says of a register: all of it in words and
// numbers, each with the assets that it stands for.
type Overview struct {
	Empty    bool
	Subtitle string
	Figures  []OverviewFigure
	Todo     []TodoLine
	Aspects  []AspectLine
	Legend   []string // of the bars, by rank; nil where the scale has fewer levels
	Boards   []BoardLine
	Reviews  []ReviewLine
}

// OverviewFigure is one large number.
type OverviewFigure struct {
	Title, Number, Beside, Note string
	Bad                         bool    // the note tells of something to mend
	Share                       float32 // 0 to 1; negative: no bar
	Query                       register.Query
}

// TodoLine is one thing that waits, or how many more of its kind do.
type TodoLine struct {
	Kind  register.TodoKind
	Asset string // empty on a line that stands for several
	Name  string
	Words string
	Board string
}

// AspectLine is how many assets have each level of one aspect.
type AspectLine struct {
	Label  string
	Counts [4]int // by protection rank
	Words  string // the same in words, for black and white
	Query  register.Query
}

// BoardLine is how far one nämnd or bolag has come.
type BoardLine struct {
	Label  string
	Share  float32
	Number string
	Query  register.Query
}

// ReviewLine is a review to come, or one that is late.
type ReviewLine struct {
	Asset, Name, Words string
	Late               bool
}

// MakeOverview counts a register as it stands today.
func MakeOverview(p *text.Printer, r *register.Register) Overview {
	today := r.Today()
	f := r.Figures(today)
	scale := r.ScaleInForce()
	return Overview{
		Empty:    f.Assets == 0,
		Subtitle: p.T("overview.subtitle", "day", p.LongDate(today)),
		Figures:  figures(p, r, f, today),
		Todo:     todoLines(p, r, today),
		Aspects:  aspectLines(p, scale, f),
		Legend:   legend(p, scale),
		Boards:   boardLines(p, f),
		Reviews:  reviewLines(p, f, today),
	}
}

func figures(p *text.Printer, r *register.Register, f register.Figures, today time.Time) []OverviewFigure {
	classified := OverviewFigure{
		Title: p.T("overview.classified"), Number: p.Int(f.Decided), Beside: p.Percent(f.Decided, f.Assets),
		Query: register.Query{States: []classify.State{classify.Decided}},
	}
	if f.Assets > 0 {
		classified.Share = float32(f.Decided) / float32(f.Assets)
	}
	if f.Imported > 0 {
		classified.Note = p.N("overview.imported", f.Imported)
	}
	important := OverviewFigure{
		Title: p.T("overview.important"), Number: p.Int(f.Important), Share: -1,
		Note: p.T("overview.owners"), Query: register.Query{Trait: asset.Important},
	}
	if f.OwnerLacks > 0 {
		important.Note, important.Bad = p.N("overview.ownerLacks", f.OwnerLacks), true
	}
	if f.Important == 0 {
		important.Note = p.T("overview.noneImportant")
	}
	overdue := OverviewFigure{
		Title: p.T("overview.overdue"), Number: p.Int(f.Overdue), Share: -1,
		Note: reviewsAhead(p, r, today), Query: register.Query{ReviewBefore: text.Date(today)},
	}
	assets := OverviewFigure{Title: p.T("overview.assets"), Number: p.Int(f.Assets), Share: -1, Note: p.N("overview.systems", f.Systems)}
	return []OverviewFigure{assets, classified, important, overdue}
}

// reviewsAhead tells how many reviews come soon.
func reviewsAhead(p *text.Printer, r *register.Register, today time.Time) string {
	n := 0
	last := text.Date(today.AddDate(0, 0, register.ReviewSoonDays))
	for _, rec := range r.Records() {
		if day := rec.NextReview(); day >= text.Date(today) && day <= last {
			n++
		}
	}
	return p.N("overview.ahead", n, "days", register.ReviewSoonDays)
}

// shownPerKind is how many lines a kind of thing to do gets at most.
const shownPerKind = 3

// todoLines lists what waits, the most important first: some of each kind, and
// how many more there are.
func todoLines(p *text.Printer, r *register.Register, today time.Time) []TodoLine {
	words := NewAssetWords(p, r)
	byKind := map[register.TodoKind][]*register.Record{}
	for _, t := range r.Todo(today) {
		byKind[t.Kind] = append(byKind[t.Kind], t.Record)
	}
	var out []TodoLine
	for _, kind := range register.TodoKinds {
		if kind == register.TodoSoon {
			continue // the next reviews stand in a list of their own
		}
		records := byKind[kind]
		show := len(records)
		if show > shownPerKind {
			show = shownPerKind - 1
		}
		for _, rec := range records[:show] {
			out = append(out, TodoLine{Kind: kind, Asset: rec.Asset.ID, Name: rec.Asset.Name, Words: TodoWords(p, kind, rec), Board: words.Text(KeyBoard, rec)})
		}
		if rest := len(records) - show; rest > 0 {
			out = append(out, TodoLine{Kind: kind, Name: p.N("overview.more", rest), Words: todoKindWords(p, kind)})
		}
	}
	return out
}

// todoKindWords says what waits about several assets.
func todoKindWords(p *text.Printer, kind register.TodoKind) string {
	switch kind {
	case register.TodoProcurement:
		return p.T("todo.procurement")
	case register.TodoOverdue:
		return p.T("overview.todo.overdue")
	case register.TodoInformation:
		return p.T("todo.information")
	case register.TodoDraft:
		return p.T("todo.draft")
	case register.TodoUnclassified:
		return p.T("todo.unclassified")
	}
	return p.T("todo.imported")
}

// TodoQuery chooses the assets that a line which stands for several means;
// false where only the list of classifications can show them.
func TodoQuery(kind register.TodoKind, today time.Time) (register.Query, bool) {
	switch kind {
	case register.TodoOverdue:
		return register.Query{ReviewBefore: text.Date(today)}, true
	}
	return register.Query{}, false
}

// aspectLines counts levels as the scale in force writes them.
func aspectLines(p *text.Printer, scale classify.Scale, f register.Figures) []AspectLine {
	var out []AspectLine
	for _, a := range classify.Aspects {
		line := AspectLine{Label: p.T("aspect." + a.Key()), Query: register.Query{Aspect: &a, AtLeast: classify.Level0}}
		for l := classify.Level0; l <= classify.Level3; l++ {
			if step, ok := scale.Step(l); ok {
				rank, _ := step.Level.Rank()
				line.Counts[rank] += f.Levels[a][l]
			}
		}
		var words []string
		for _, step := range scale.Levels {
			rank, _ := step.Level.Rank()
			words = append(words, p.T("overview.levelCount", "level", step.Code, "count", p.Int(line.Counts[rank])))
		}
		words = append(words, p.N("overview.unclassified", f.Levels[a][classify.Unset]))
		line.Words = strings.Join(words, " · ")
		out = append(out, line)
	}
	return out
}

func legend(p *text.Printer, scale classify.Scale) []string {
	if len(scale.Levels) != 4 {
		return nil
	}
	var out []string
	for _, step := range scale.Levels {
		out = append(out, step.Code+" "+step.Label(string(p.Lang())))
	}
	return out
}

func boardLines(p *text.Printer, f register.Figures) []BoardLine {
	var out []BoardLine
	for _, b := range f.Boards {
		line := BoardLine{
			Label: b.Unit.Name, Share: float32(b.Decided) / float32(max(1, b.Assets)),
			Number: p.Percent(b.Decided, b.Assets), Query: register.Query{Unit: b.Unit.ID},
		}
		if b.Unit.ID == "" {
			line.Label, line.Query = p.T("overview.noBoard"), register.Query{NoUnit: true}
		}
		out = append(out, line)
	}
	return out
}

func reviewLines(p *text.Printer, f register.Figures, today time.Time) []ReviewLine {
	var out []ReviewLine
	for _, rec := range f.Reviews {
		line := ReviewLine{Asset: rec.Asset.ID, Name: rec.Asset.Name, Words: rec.NextReview(), Late: rec.Overdue(today)}
		if line.Late {
			line.Words = p.T("overview.late", "day", rec.NextReview())
		}
		out = append(out, line)
	}
	return out
}
