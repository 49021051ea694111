package overview

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// contents is what the overview says about a register: words and numbers, each
// with the query for the assets behind it.
type contents struct {
	Empty    bool
	Subtitle string
	Figures  []figure
	Todo     []todoLine
	Aspects  []aspectLine
	Legend   []string // of the bars, by rank; nil where the scale has fewer levels
	Boards   []boardLine
	Reviews  []reviewLine
}

// figure is one large number.
type figure struct {
	Title, Number, Beside, Note string
	Bad                         bool    // the note is about something to mend
	Share                       float32 // 0 to 1; negative: no bar
	Query                       register.Query
	Duties                      bool // it counts findings, not assets
}

// aspectLine is how many assets have each level of one aspect.
type aspectLine struct {
	Label  string
	Counts [4]int // by protection rank
	Words  string // the same in words, for black and white
	Query  register.Query
}

// boardLine is how far one nämnd or bolag has come.
type boardLine struct {
	Label  string
	Share  float32
	Number string
	Query  register.Query
}

// reviewLine is a review to come, or one that is late.
type reviewLine struct {
	Asset, Name, Words string
	Late               bool
}

// count counts a register as it is today, and what it was judged to lack.
func count(p *text.Printer, r *register.Register, j *duty.Judgement) contents {
	today := r.Today()
	f := r.Figures()
	scale := r.Classifications().ScaleInForce()
	return contents{
		Empty:    f.Assets == 0,
		Subtitle: p.T("overview.subtitle", "day", p.LongDate(today)),
		Figures:  figures(p, f, j),
		Todo:     todoLines(p, r, j),
		Aspects:  aspectLines(p, scale, f),
		Legend:   legend(p, scale),
		Boards:   boardLines(p, f),
		Reviews:  reviewLines(p, j),
	}
}

func figures(p *text.Printer, f register.Figures, j *duty.Judgement) []figure {
	classified := figure{
		Title: p.T("overview.classified"), Number: p.Int(f.Decided), Beside: p.Percent(f.Decided, f.Assets),
		Query: register.Query{States: []classify.State{classify.Decided}},
	}
	if f.Assets > 0 {
		classified.Share = float32(f.Decided) / float32(f.Assets)
	}
	if f.Imported > 0 {
		classified.Note = p.N("overview.imported", f.Imported)
	}
	important := figure{
		Title: p.T("overview.important"), Number: p.Int(f.Important), Share: -1,
		Note: p.T("overview.owners"), Query: register.Query{Trait: asset.Important},
	}
	if n := ownersMissing(j); n > 0 {
		important.Note, important.Bad = p.N("overview.ownerLacks", n), true
	}
	if f.Important == 0 {
		important.Note = p.T("overview.noneImportant")
	}
	assets := figure{Title: p.T("overview.assets"), Number: p.Int(f.Assets), Share: -1, Note: p.N("overview.systems", f.Systems)}
	return []figure{assets, classified, important, dutyFigure(p, j)}
}

// dutyFigure is how much of what the policy demands is met.
func dutyFigure(p *text.Printer, j *duty.Judgement) figure {
	t := j.Tally("")
	f := figure{Title: p.T("overview.duties"), Number: present.ShareWords(p, t), Share: -1, Note: p.T("overview.duties.none"), Duties: true}
	if n := t.Asked - t.Met; n > 0 {
		f.Note, f.Bad = p.N("overview.duties.lacking", n), true
	}
	return f
}

// ownersMissing counts the especially important assets that the policy asks an owner of.
func ownersMissing(j *duty.Judgement) int {
	n := 0
	for f := range j.Findings() {
		if f.ID == duty.Owner {
			n++
		}
	}
	return n
}

// aspectLines counts levels as the scale in force writes them.
func aspectLines(p *text.Printer, scale classify.Scale, f register.Figures) []aspectLine {
	var out []aspectLine
	for _, a := range classify.Aspects {
		line := aspectLine{Label: p.T("aspect." + a.Key()), Query: register.Query{Aspect: &a, AtLeast: classify.Level0}}
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

func boardLines(p *text.Printer, f register.Figures) []boardLine {
	var out []boardLine
	for _, b := range f.Boards {
		line := boardLine{
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

// shownReviews is how many of the next reviews are shown.
const shownReviews = 8

func reviewLines(p *text.Printer, j *duty.Judgement) []reviewLine {
	var out []reviewLine
	for _, rec := range j.Reviews(shownReviews) {
		line := reviewLine{Asset: rec.Asset.ID, Name: rec.Asset.Name, Words: j.NextReview(rec), Late: j.Overdue(rec)}
		if line.Late {
			line.Words = p.T("overview.late", "day", line.Words)
		}
		out = append(out, line)
	}
	return out
}
