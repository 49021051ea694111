package report

import (
	"strconv"
	"strings"
	"time"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ActionsOf builds the action plan, D4 Handlingsplan, of actions in the order
// given. Filters says in words how they were chosen; empty means everything.
func ActionsOf(r *register.Register, p *text.Printer, actions []action.Action, filters string) Document {
	b := actionPlan{r: r, p: p, today: r.Today(), actions: actions}
	if filters == "" {
		filters = p.T("report.actions.all")
	}
	doc := Document{
		Title: p.T("report.actions.title"), Orientation: Landscape, Lang: p.Lang(),
		Subtitle: p.N("report.actions.selection", len(actions), "filters", filters),
		Meta:     Meta{Municipality: r.Settings().Municipality, Date: text.Date(b.today)},
	}
	if len(actions) == 0 {
		doc.Blocks = []Block{Paragraph{Text: p.T("report.actions.empty")}}
		return doc
	}
	doc.Blocks = append([]Block{b.sums(), b.table()}, b.quarters()...)
	doc.Blocks = append(doc.Blocks, b.decision()...)
	return doc
}

// actionPlan carries what every section needs.
type actionPlan struct {
	r       *register.Register
	p       *text.Printer
	today   time.Time
	actions []action.Action
}

func (b actionPlan) sums() Block {
	p, s := b.p, action.Sum(b.actions, b.today)
	cost := p.T("action.cost", "sum", p.Int(s.Cost))
	if s.Unreckoned > 0 {
		cost = p.N("report.actions.unreckoned", s.Unreckoned, "cost", cost)
	}
	return KeyValues{[]Fact{
		{p.T("report.actions.count"), p.Int(s.Count)},
		{p.T("report.actions.open"), p.Int(s.Open)},
		{p.T("report.actions.late"), p.Int(s.Late)},
		{p.T("report.actions.done"), p.Int(s.Done)},
		{p.T("report.actions.cost"), cost},
	}}
}

func (b actionPlan) table() Block {
	p := b.p
	t := Table{Title: p.T("report.actions.title"), RowHeads: true, Columns: []Column{
		{Header: p.T("action.column.what"), Width: 25},
		{Header: p.T("action.column.cause"), Width: 18},
		{Header: p.T("action.column.about"), Width: 17},
		{Header: p.T("action.column.responsible"), Width: 14},
		{Header: p.T("action.column.start"), Kind: DateColumn, Width: 8.5},
		{Header: p.T("action.column.due"), Kind: DateColumn, Width: 8.5},
		{Header: p.T("report.actions.kr"), Kind: NumberColumn, Width: 8},
		{Header: p.T("action.column.status"), Width: 10},
	}}
	for _, a := range b.actions {
		t.Rows = append(t.Rows, Row{
			{Text: a.What}, {Text: duty.CauseWords(p, b.r, a.Cause)}, {Text: b.about(a)}, {Text: a.Who()},
			{Text: a.Start}, {Text: a.Due}, b.cost(a), b.status(a),
		})
	}
	return t
}

// about names the asset or the unit that an action concerns.
func (b actionPlan) about(a action.Action) string {
	if rec, ok := b.r.Record(a.Asset); ok {
		return rec.Asset.Name
	}
	return strings.Join(belowTop(b.r.Organisation().UnitPath(a.Unit)), " / ")
}

// belowTop drops the municipality from a path, which every path begins with.
func belowTop(path []string) []string {
	if len(path) > 1 {
		return path[1:]
	}
	return path
}

func (b actionPlan) cost(a action.Action) Cell {
	if a.Cost == nil {
		return Cell{}
	}
	n := float64(*a.Cost)
	return Cell{Text: b.p.Int(*a.Cost), Number: &n}
}

// status is the status in words; late is said by a word of its own.
func (b actionPlan) status(a action.Action) Cell {
	said := a.Status.Label().In(b.p)
	switch {
	case a.Late(b.today):
		return Cell{Text: b.p.T("action.late", "status", said), Tone: Strong}
	case a.Closed != "":
		return Cell{Text: b.p.T("action.closedOn", "status", said, "on", a.Closed), Tone: Muted}
	}
	return Cell{Text: said}
}

// quarters shows the follow-ups of the year, a column a quarter. What is empty is left for the pen.
func (b actionPlan) quarters() []Block {
	p := b.p
	year := b.today.Year()
	t := Table{Title: p.T("report.actions.quarters", "year", strconv.Itoa(year)), RowHeads: true, Columns: []Column{
		{Header: p.T("action.column.what"), Width: 24},
		{Header: p.T("action.column.nextFollowUp"), Kind: DateColumn, Width: 9},
	}}
	for q := 1; q <= 4; q++ {
		t.Columns = append(t.Columns, Column{Header: p.T("report.actions.quarter", "quarter", strconv.Itoa(q)), Width: 18})
	}
	for _, a := range b.actions {
		row := make(Row, len(t.Columns))
		row[0].Text, row[1].Text = a.What, a.NextFollowUp()
		any := a.Status.Open()
		for _, f := range a.FollowUps {
			day, err := text.ParseDate(f.On)
			if err != nil || day.Year() != year {
				continue
			}
			cell := &row[2+(int(day.Month())-1)/3]
			cell.Text = strings.TrimSpace(cell.Text + "\n" + p.T("report.actions.note", "on", f.On, "note", f.Note))
			any = true
		}
		if any {
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{Heading{1, t.Title}, Paragraph{Text: p.T("report.actions.quarters.help"), Tone: Muted}, t}
}

func (b actionPlan) decision() []Block {
	p := b.p
	sign := SignatureLine{RoleLabel: p.T("report.sign.role"), DateLabel: p.T("report.sign.date"), SignLabel: p.T("report.sign.name")}
	return []Block{
		Heading{1, p.T("report.actions.decision")},
		Paragraph{Text: p.T("report.actions.decision.words")},
		Signatures{[]SignatureLine{sign, sign}},
	}
}
