package report

import (
	"maps"
	"slices"
	"strings"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// RequirementsOf builds the protection requirements of an asset with how they
// are met, D3 Skyddskrav och uppfyllnad.
func RequirementsOf(r *register.Register, p *text.Printer, rec *register.Record) Document {
	b := fulfilment{r: r, p: p, rec: rec, today: r.Today(), list: r.Requirements().ListOf(rec)}
	doc := Document{
		Title: p.T("report.requirements.title"), Subtitle: rec.Asset.Name, Orientation: Landscape, Lang: p.Lang(),
		Legend: legend(newLevels(p, scaleOf(r, rec))),
		Meta:   Meta{Municipality: r.Settings().Municipality, Object: rec.Asset.Name, Date: text.Date(b.today), Responsible: rec.Owner()},
	}
	doc.Blocks = b.standing()
	for _, target := range requirement.Targets {
		doc.Blocks = append(doc.Blocks, b.target(target)...)
	}
	doc.Blocks = append(doc.Blocks, b.exceptions()...)
	return doc
}

func scaleOf(r *register.Register, rec *register.Record) classify.Scale {
	if rec.Class != nil {
		return r.Classifications().ScaleOf(*rec.Class)
	}
	return r.Classifications().ScaleInForce()
}

// fulfilment carries what every section needs.
type fulfilment struct {
	r     *register.Register
	p     *text.Printer
	rec   *register.Record
	today time.Time
	list  requirement.List
}

// standing is the class, the platforms and the share met per aspect.
func (b fulfilment) standing() []Block {
	p := b.p
	facts := stated(
		Fact{p.T("report.requirements.class"), classWords(b.r, p, b.rec)},
		Fact{p.T("report.requirements.platforms"), b.platforms()},
	)
	out := []Block{KeyValues{facts}}
	if len(b.list.Undecided) > 0 {
		out = append(out, Notice{p.T("report.requirements.undecided")})
	}
	return append(out, Heading{1, p.T("report.requirements.shares")}, b.shares(), Paragraph{Text: p.T("report.requirements.basis"), Tone: Muted})
}

// classWords writes the levels in force with their words, empty where there are none.
func classWords(r *register.Register, p *text.Printer, rec *register.Record) string {
	l := newLevels(p, scaleOf(r, rec))
	profile := rec.Profile()
	if profile.Empty() {
		return p.T("level.unset")
	}
	var parts []string
	for _, a := range classify.Aspects {
		parts = append(parts, p.T("aspect."+a.Key()+".letter")+" "+l.full(profile.Of(a)))
	}
	return strings.Join(parts, " · ")
}

func (b fulfilment) platforms() string {
	var names []string
	for _, platform := range b.r.Requirements().Platforms(b.rec.Asset.ID) {
		names = append(names, platform.Asset.Name)
	}
	return strings.Join(names, ", ")
}

func (b fulfilment) shares() Block {
	p := b.p
	t := Table{Title: p.T("report.requirements.shares"), RowHeads: true, Keep: true, Columns: []Column{{Header: p.T("report.column.aspect"), Width: 16}}}
	for _, key := range []string{"share", "met", "partly", "unmet", "inapplicable", "unassessed", "excepted", "inherited"} {
		t.Columns = append(t.Columns, Column{Header: p.T("report.requirements.column." + key), Kind: NumberColumn, Width: 9})
	}
	figures := b.list.Fulfil(b.rec.Standing, b.today)
	t.Rows = append(t.Rows, b.shareRow(p.T("report.requirements.all"), figures.All, Strong))
	for _, a := range classify.Aspects {
		t.Rows = append(t.Rows, b.shareRow(p.T("aspect."+a.Key()), figures.ByAspect[a], Plain))
	}
	return t
}

func (b fulfilment) shareRow(name string, f requirement.Fulfilment, tone Tone) Row {
	row := Row{{Text: name, Tone: tone}, {Text: "–"}}
	if share, ok := f.Share(); ok {
		row[1] = Cell{Text: b.p.T("requirements.percent", "n", b.p.Int(int(share*100+1e-9))), Number: &share, Tone: tone}
	}
	for _, n := range []int{f.Met, f.Partly, f.Unmet, f.Inapplicable, f.Unassessed, f.Excepted, f.Inherited} {
		figure := float64(n)
		row = append(row, Cell{Text: b.p.Int(n), Number: &figure, Tone: tone})
	}
	return row
}

// target are the requirements set on one thing, by category.
func (b fulfilment) target(target requirement.Target) []Block {
	p := b.p
	title := p.T("report.requirements.on", "target", strings.ToLower(target.Label().In(p)))
	t := Table{Title: title, RowHeads: true, Columns: []Column{
		{Header: p.T("report.requirements.column.id"), Width: 7},
		{Header: p.T("report.requirements.column.category"), Width: 11},
		{Header: p.T("report.requirements.column.requirement"), Kind: ProseColumn, Width: 34},
		{Header: p.T("report.column.aspect"), Width: 6},
		{Header: p.T("report.column.level"), Kind: NumberColumn, Width: 4.5},
		{Header: "ISO/IEC 27002:2022", Width: 8},
		{Header: p.T("report.requirements.column.answer"), Width: 11},
		{Header: p.T("report.requirements.column.comment"), Kind: ProseColumn, Width: 17},
		{Header: p.T("report.requirements.column.evidence"), Kind: ProseColumn, Width: 14},
	}}
	for _, s := range b.list.Requirements {
		if s.Target == target {
			t.Rows = append(t.Rows, b.row(s))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{Heading{1, title}, t}
}

func (b fulfilment) row(s requirement.Selected) Row {
	p := b.p
	a, inherited := b.rec.Standing.Of(s.ID)
	answer := a.Answer.Label().In(p)
	if inherited {
		answer = p.T("requirement.inherited", "answer", answer, "platform", b.r.NameOf(p, a.Asset))
	}
	tone := Plain
	if a.Answer == requirement.Unmet || a.Answer == requirement.Unassessed {
		tone = Strong
	}
	rank := float64(s.Rank)
	return Row{
		{Text: s.ID}, {Text: s.Category.Label().In(p)}, {Text: requirementWords(p, s)}, {Text: s.Aspects.String()},
		{Text: p.Int(s.Rank), Number: &rank}, {Text: s.ISO}, {Text: answer, Tone: tone}, {Text: a.Comment}, {Text: a.Evidence},
	}
}

// requirementWords is title and text, with what is not known of its condition.
func requirementWords(p *text.Printer, s requirement.Selected) string {
	words := p.T("report.requirements.words", "title", s.Title.In(p.Lang()), "text", s.Text.In(p.Lang()))
	if s.Perhaps {
		words += " (" + s.Condition.Label().In(p) + ")"
	}
	return words
}

// exceptions are those in force and those that have run out, the first to end first.
func (b fulfilment) exceptions() []Block {
	p := b.p
	out := []Block{Heading{1, p.T("report.requirements.exceptions")}}
	all := slices.SortedFunc(maps.Values(b.rec.Standing.Exceptions), func(x, y requirement.Exception) int {
		return strings.Compare(x.Ends+x.Requirement, y.Ends+y.Requirement)
	})
	if len(all) == 0 {
		return append(out, Paragraph{Text: p.T("report.requirements.noExceptions"), Tone: Muted})
	}
	t := Table{Title: p.T("report.requirements.exceptions"), RowHeads: true, Columns: []Column{
		{Header: p.T("report.requirements.column.id"), Width: 7},
		{Header: p.T("report.requirements.column.reason"), Kind: ProseColumn, Width: 22},
		{Header: p.T("report.requirements.column.measure"), Kind: ProseColumn, Width: 22},
		{Header: p.T("report.requirements.column.decidedBy"), Width: 12},
		{Header: p.T("report.requirements.column.decidedOn"), Kind: DateColumn, Width: 9},
		{Header: p.T("report.requirements.column.ends"), Kind: DateColumn, Width: 9},
		{Header: p.T("report.requirements.column.state"), Width: 10},
	}}
	for _, x := range all {
		state, tone := "report.requirements.holds", Plain
		if !x.Holds(b.today) {
			state, tone = "report.requirements.over", Strong
		}
		row := Cells(x.Requirement, x.Reason, x.Measure, x.DecidedBy, x.DecidedOn, x.Ends, p.T(state))
		row[6].Tone = tone
		t.Rows = append(t.Rows, row)
	}
	return append(out, t)
}
