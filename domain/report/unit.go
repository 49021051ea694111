package report

import (
	"cmp"
	"strconv"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// UnitSheet builds the sheet of a unit's manager, D14 Enhetsblad: my assets,
// their levels, what is outstanding. It holds the unit and all below it.
func UnitSheet(r *register.Register, p *text.Printer, j *duty.Judgement, unit asset.Unit) Document {
	b := newUnitSheet(r, p, j)
	doc := b.document()
	doc.Subtitle = asset.Path(r.Organisation().UnitPath(unit.ID))
	doc.Meta.Object, doc.Meta.Responsible = unit.Name, managerOf(unit)
	doc.Blocks = b.unit(unit, 1)
	return doc
}

// UnitSheets builds the sheets of every unit that has a manager, one after the other.
func UnitSheets(r *register.Register, p *text.Printer, j *duty.Judgement) Document {
	b := newUnitSheet(r, p, j)
	doc := b.document()
	n := 0
	for _, u := range r.Organisation().Units() {
		if managerOf(u) == "" {
			continue
		}
		n++
		doc.Blocks = append(doc.Blocks, Heading{Level: 1, Text: asset.Path(r.Organisation().UnitPath(u.ID))})
		doc.Blocks = append(doc.Blocks, b.unit(u, 2)...)
	}
	doc.Subtitle = p.N("report.unit.all", n)
	if n == 0 {
		doc.Blocks = []Block{Paragraph{Text: p.T("report.unit.none")}}
	}
	return doc
}

func managerOf(u asset.Unit) string { return cmp.Or(u.Manager, u.ManagerName) }

// unitSheet carries what every section needs.
type unitSheet struct {
	r      *register.Register
	p      *text.Printer
	j      *duty.Judgement
	levels map[string]*levels // by scale
}

func newUnitSheet(r *register.Register, p *text.Printer, j *duty.Judgement) *unitSheet {
	return &unitSheet{r, p, j, map[string]*levels{}}
}

func (b *unitSheet) document() Document {
	l := b.scale(b.r.Classifications().ScaleInForce())
	return Document{
		Title: b.p.T("report.unit.title"), Lang: b.p.Lang(), Orientation: Landscape, Legend: legend(l),
		Meta: Meta{Municipality: b.r.Settings().Municipality, Date: text.Date(b.r.Today())},
	}
}

func (b *unitSheet) scale(s classify.Scale) *levels {
	s = orDefault(s)
	l := b.levels[s.ID]
	if l == nil {
		l = newLevels(b.p, s)
		b.levels[s.ID] = l
	}
	return l
}

// unit is the sheet of one unit; level is the level of its headings.
func (b *unitSheet) unit(u asset.Unit, level int) []Block {
	p := b.p
	records := b.records(u.ID)
	findings := b.j.Find(b.j.Within(u.ID))
	out := []Block{b.facts(u, records, findings), Heading{Level: level, Text: p.T("report.unit.assets")}}
	if len(records) == 0 {
		out = append(out, Paragraph{Text: p.T("report.unit.noAssets")})
	} else {
		out = append(out, b.assets(u, records))
	}
	out = append(out, Heading{Level: level, Text: p.T("report.unit.outstanding")})
	if len(findings) == 0 {
		return append(out, Paragraph{Text: p.T("report.unit.nothing")})
	}
	return append(out, b.findings(u, findings))
}

// records are the assets of a unit and all below it, by name. Retired ones ask nothing of the manager.
func (b *unitSheet) records(unit string) []*register.Record {
	var out []*register.Record
	for _, rec := range b.r.Records() {
		if rec.Asset.Status != asset.Retired && rec.Asset.Unit != "" && b.r.Organisation().Within(rec.Asset.Unit, unit) {
			out = append(out, rec)
		}
	}
	text.SortBy(out, func(rec *register.Record) string { return rec.Asset.Name }, false)
	return out
}

func (b *unitSheet) facts(u asset.Unit, records []*register.Record, findings []duty.Finding) Block {
	p, demands := b.p, b.r.Settings().Demands()
	decided, important := 0, 0
	for _, rec := range records {
		if rec.Classified() {
			decided++
		}
		if rec.Has(asset.Important, demands) {
			important++
		}
	}
	who := managerOf(u)
	if u.Manager != "" && u.ManagerName != "" {
		who = p.T("duties.roleAndName", "role", u.Manager, "name", u.ManagerName)
	}
	t := b.j.Tally(u.ID)
	return KeyValues{[]Fact{
		{p.T("field.manager"), cmp.Or(who, p.T("duties.noManager"))},
		{p.T("report.unit.count"), p.Int(len(records))},
		{p.T("report.unit.classified"), p.T("report.unit.share", "n", p.Int(decided), "share", p.Percent(decided, len(records)))},
		{p.T("report.unit.important"), p.Int(important)},
		{p.T("report.unit.met"), p.Percent(t.Met, t.Asked)},
		{p.T("report.unit.lacking"), p.Int(len(findings))},
	}}
}

func (b *unitSheet) assets(u asset.Unit, records []*register.Record) Block {
	p := b.p
	t := Table{Title: p.T("report.unit.assetsOf", "unit", u.Name), RowHeads: true, Columns: []Column{
		{Header: p.T("report.column.asset"), Width: 26}, {Header: p.T("report.column.kind"), Width: 12}, {Header: p.T("report.column.unit"), Width: 20},
	}}
	for _, a := range classify.Aspects {
		t.Columns = append(t.Columns, Column{Header: p.T("aspect." + a.Key() + ".letter"), Kind: LevelColumn, Width: 4})
	}
	t.Columns = append(t.Columns, Column{Header: p.T("report.column.state"), Width: 11}, Column{Header: p.T("report.column.review"), Kind: DateColumn, Width: 10},
		Column{Header: p.T("report.unit.left"), Kind: NumberColumn, Width: 9})
	for _, rec := range records {
		own := b.scale(rec.Scale())
		unit, _ := b.r.Organisation().Unit(rec.Asset.Unit)
		row := Row{{Text: rec.Asset.Name}, {Text: p.T("kind." + string(rec.Asset.Kind))}, {Text: unit.Name}}
		for _, a := range classify.Aspects {
			row = append(row, own.cell(a, rec.Profile().Of(a)))
		}
		left, _ := b.j.Worst(rec.Asset.ID)
		number := float64(left)
		t.Rows = append(t.Rows, append(row, Cell{Text: stateLabel(p, rec.State())}, Cell{Text: b.j.NextReview(rec)}, Cell{Text: strconv.Itoa(left), Number: &number}))
	}
	return t
}

func (b *unitSheet) findings(u asset.Unit, findings []duty.Finding) Block {
	p := b.p
	t := Table{Title: p.T("report.unit.outstandingOf", "unit", u.Name), Columns: []Column{
		{Header: p.T("duties.column.severity"), Width: 9}, {Header: p.T("duties.column.subject"), Width: 21}, {Header: p.T("duties.column.missing"), Width: 38},
		{Header: p.T("duties.column.responsible"), Width: 15}, {Header: p.T("duties.column.since"), Kind: DateColumn, Width: 10}, {Header: p.T("report.unit.remedy"), Width: 20},
	}}
	for _, f := range findings {
		name := ""
		if unit, ok := b.r.Organisation().Unit(f.Unit); ok {
			name = unit.Name
		}
		if f.Record != nil {
			name = f.Record.Asset.Name
		}
		tone := Plain
		if f.Severity == duty.High {
			tone = Strong
		}
		t.Rows = append(t.Rows, Row{
			{Text: f.Severity.Label().In(p), Tone: tone}, {Text: name, Tone: tone}, {Text: f.Missing().In(p)},
			{Text: cmp.Or(f.Responsible, "–")}, {Text: f.Since}, {Text: f.Remedy.Label().In(p)},
		})
	}
	return t
}
