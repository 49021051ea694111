package report

import (
	"strings"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// OverviewInput is what the classification overview (D1) is made of.
type OverviewInput struct {
	Municipality string
	Date         time.Time
	Dnr          string
	Responsible  string
	Marking      string
	// Filters describes in words what was chosen; empty means everything.
	Filters string
	// Total is the number of assets in the whole register, shown when the rows are fewer.
	Total int
	// Scale is the municipality's scale; the zero value is 0–3. A row that was
	// classified with another scale names that scale.
	Scale classify.Scale
	Rows  []OverviewRow
	// HideNames leaves out owners, for a list to hand out.
	HideNames bool
}

// OverviewRow is one asset of the overview.
type OverviewRow struct {
	Name    string
	Kind    string // the kind's label
	Unit    string // path of the unit below its board
	Board   string // nämnd or bolag that answers for it
	Owner   string
	Profile classify.Profile
	Scale   classify.Scale // the scale the classification was made with
	State   classify.State // empty when unclassified
	Review  string         // ISO date of the next review
	// Outstanding is what the policy still demands of the asset, empty when not assessed.
	Outstanding string
}

// Overview builds the classification overview, D1 Klassningsöversikt.
func Overview(p *text.Printer, in OverviewInput) Document {
	l := newLevels(p, orDefault(in.Scale))
	doc := Document{
		Title:       p.T("report.overview.title"),
		Subtitle:    selection(p, in),
		Orientation: Landscape,
		Lang:        p.Lang(),
		Meta: Meta{
			Municipality: in.Municipality, Date: text.Date(in.Date), Dnr: in.Dnr,
			Responsible: in.Responsible, Marking: in.Marking,
		},
	}
	if len(in.Rows) == 0 {
		doc.Blocks = []Block{Paragraph{Text: p.T("report.overview.empty")}}
		return doc
	}
	doc.Legend = legend(l)
	doc.Blocks = []Block{
		assetTable(l, in),
		Heading{Level: 1, Text: p.T("report.overview.figures")},
		Heading{Level: 2, Text: p.T("report.overview.perAspect")},
		levelBars(l, in.Rows),
		Heading{Level: 2, Text: p.T("report.overview.perBoard")},
		boardTable(l, in.Rows),
		Paragraph{Text: p.T("report.overview.basis"), Tone: Muted},
	}
	return doc
}

// selection says what the document shows of the register.
func selection(p *text.Printer, in OverviewInput) string {
	filters := in.Filters
	if filters == "" {
		filters = p.T("report.overview.all")
	}
	count := p.N("report.overview.count", len(in.Rows))
	if in.Total > len(in.Rows) {
		count = p.N("report.overview.countOf", in.Total, "shown", p.Int(len(in.Rows)))
	}
	return p.T("report.overview.selection", "filters", filters, "count", count)
}

// legend explains letters and digits once: a badge has room for neither word.
func legend(l *levels) string {
	aspects := make([]string, 0, 4)
	for _, a := range classify.Aspects {
		aspects = append(aspects, l.p.T("aspect."+a.Key()+".letter")+" "+strings.ToLower(l.p.T("aspect."+a.Key())))
	}
	steps := make([]string, 0, 5)
	for _, level := range l.steps() {
		steps = append(steps, l.scale.Code(level)+" "+strings.ToLower(l.word(level)))
	}
	steps = append(steps, "– "+strings.ToLower(l.word(classify.Unset)))
	return l.p.T("report.legend", "aspects", strings.Join(aspects, ", "), "levels", strings.Join(steps, ", "))
}

func assetTable(l *levels, in OverviewInput) Table {
	p := l.p
	outstanding := false
	for _, r := range in.Rows {
		outstanding = outstanding || r.Outstanding != ""
	}
	t := Table{Title: p.T("report.overview.assets"), RowHeads: true}
	t.Columns = append(t.Columns,
		Column{Header: p.T("report.column.asset"), Width: 26},
		Column{Header: p.T("report.column.kind"), Width: 9},
		Column{Header: p.T("report.column.board"), Width: 14},
		Column{Header: p.T("report.column.unit"), Width: 16})
	if !in.HideNames {
		t.Columns = append(t.Columns, Column{Header: p.T("report.column.owner"), Width: 13})
	}
	for _, a := range classify.Aspects {
		t.Columns = append(t.Columns, Column{Header: p.T("aspect." + a.Key() + ".letter"), Kind: LevelColumn, Width: 3.6})
	}
	t.Columns = append(t.Columns,
		Column{Header: p.T("report.column.state"), Width: 8.5},
		Column{Header: p.T("report.column.review"), Kind: DateColumn, Width: 8.5})
	if outstanding {
		t.Columns = append(t.Columns, Column{Header: p.T("report.column.outstanding"), Width: 14})
	}
	t.Rows = make([]Row, len(in.Rows))
	others := map[string]*levels{l.scale.ID: l}
	for i, r := range in.Rows {
		t.Rows[i] = assetRow(l, others, r, in.HideNames, outstanding)
	}
	return t
}

func assetRow(l *levels, scales map[string]*levels, r OverviewRow, hideNames, outstanding bool) Row {
	own := l
	if len(r.Scale.Levels) > 0 && r.Scale.ID != l.scale.ID {
		if scales[r.Scale.ID] == nil {
			scales[r.Scale.ID] = newLevels(l.p, r.Scale)
		}
		own = scales[r.Scale.ID]
	}
	row := make(Row, 0, 12)
	row = append(row, Cell{Text: r.Name}, Cell{Text: r.Kind}, Cell{Text: r.Board}, Cell{Text: r.Unit})
	if !hideNames {
		row = append(row, Cell{Text: r.Owner})
	}
	for _, a := range classify.Aspects {
		row = append(row, own.cell(a, r.Profile.Of(a)))
	}
	state := stateLabel(l.p, r.State)
	if own != l && !r.Profile.Empty() {
		state = l.p.T("report.overview.otherScale", "state", state, "scale", r.Scale.Title(l.p))
	}
	tone := Plain
	if r.State != classify.Decided {
		tone = Muted
	}
	row = append(row, Cell{Text: state, Tone: tone}, Cell{Text: r.Review})
	if outstanding {
		row = append(row, Cell{Text: r.Outstanding})
	}
	return row
}

func stateLabel(p *text.Printer, s classify.State) string {
	if s == "" {
		return p.T("state.none")
	}
	return p.T("state." + string(s))
}
