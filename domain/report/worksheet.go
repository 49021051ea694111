package report

import (
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Lines to be written on by hand.
const (
	oneLine   = 2 // a short answer, in handwriting
	aFewLines = 4
)

// worksheet carries what every section needs. The record is nil for an empty sheet.
type worksheet struct {
	*levels
	r   *register.Register
	rec *register.Record
}

// WorksheetOf builds the invitation to a classification with its worksheet,
// D13, for those who prefer a pen: of an asset, or empty where rec is nil.
func WorksheetOf(r *register.Register, p *text.Printer, rec *register.Record) Document {
	b := worksheet{levels: newLevels(p, r.Classifications().ScaleInForce()), r: r, rec: rec}
	doc := Document{
		Title: p.T("report.worksheet.title"), Subtitle: p.T("report.worksheet.blank"), Lang: p.Lang(),
		Meta: Meta{Municipality: r.Settings().Municipality, Date: text.Date(r.Today())},
	}
	if rec != nil {
		doc.Subtitle, doc.Meta.Object = rec.Asset.Name, rec.Asset.Name
	}
	doc.Blocks = append(doc.Blocks, Notice{p.T("report.worksheet.stop")})
	for _, section := range []func() []Block{b.invitation, b.object, b.participants, b.matrix} {
		doc.Blocks = append(doc.Blocks, section()...)
	}
	for _, a := range classify.Aspects {
		doc.Blocks = append(doc.Blocks, b.aspect(a)...)
	}
	doc.Blocks = append(doc.Blocks, b.open()...)
	doc.Blocks = append(doc.Blocks, b.approval()...)
	return doc
}

// form is a table of labels with room to write; what is known is filled in.
func (b worksheet) form(title string, rows ...Row) Table {
	return Table{Title: title, RowHeads: true, Rows: rows, Columns: []Column{
		{Header: b.p.T("report.worksheet.particular"), Width: 30}, {Header: b.p.T("report.worksheet.answer"), Width: 70},
	}}
}

// row is one label; a short answer that is known needs no room.
func (b worksheet) row(key, known string, room int) Row {
	if known != "" && room == oneLine {
		room = 0
	}
	return Row{{Text: b.p.T(key)}, {Text: known, Room: room}}
}

func (b worksheet) invitation() []Block {
	p := b.p
	title := p.T("report.worksheet.invitation")
	return []Block{
		Heading{1, title},
		Paragraph{Text: p.T("report.worksheet.invitation.words")},
		b.form(title,
			b.row("report.worksheet.when", "", oneLine),
			b.row("report.worksheet.leader", "", oneLine),
			b.row("report.worksheet.prepare", p.T("report.worksheet.prepare.words"), 0)),
	}
}

func (b worksheet) object() []Block {
	p := b.p
	title := p.T("report.protocol.object")
	known := func(value func(asset.Asset) string) string {
		if b.rec == nil {
			return ""
		}
		return value(b.rec.Asset)
	}
	name := known(func(a asset.Asset) string { return a.Name })
	kind := known(func(a asset.Asset) string { return p.T("kind." + string(a.Kind)) })
	unit := known(func(a asset.Asset) string { return asset.Path(belowTop(b.r.Organisation().UnitPath(a.Unit))) })
	scope := known(func(a asset.Asset) string { return a.Fields[asset.Description] })
	var sets []string
	if b.rec != nil {
		for _, set := range b.r.Holdings().Sets(b.rec.Asset.ID) {
			sets = append(sets, set.Asset.Name)
		}
	}
	return []Block{Heading{1, title}, b.form(title,
		b.row("report.protocol.name", name, oneLine),
		b.row("report.column.kind", kind, oneLine),
		b.row("report.column.unit", unit, oneLine),
		b.row("report.protocol.scope", scope, aFewLines),
		b.row("report.worksheet.sets", strings.Join(sets, "\n"), aFewLines),
	)}
}

func (b worksheet) participants() []Block {
	p := b.p
	t := Table{
		Title: p.T("report.protocol.participants"), RowHeads: true,
		Columns: []Column{{Header: p.T("report.column.role"), Width: 1}, {Header: p.T("report.column.name"), Width: 1}},
	}
	for _, f := range []asset.Field{asset.InformationOwner, asset.SystemManager} {
		who := ""
		if b.rec != nil {
			who = b.rec.Asset.Fields[f]
		}
		t.Rows = append(t.Rows, Row{{Text: f.Label().In(p)}, {Text: who, Room: oneLine}})
	}
	t.Rows = append(t.Rows, Row{{Text: p.T("report.worksheet.coordinator")}, {Room: oneLine}})
	for range 2 {
		t.Rows = append(t.Rows, Row{{Room: oneLine}, {Room: oneLine}})
	}
	return []Block{Heading{1, t.Title}, t}
}

func (b worksheet) matrix() []Block {
	return matrixOf(b.levels, b.p.T("report.worksheet.matrix"), MatrixRows(b.p, b.r.Classifications().Matrix()))
}

// aspect is the ladder of questions, the levels to choose among, and room for the reason.
func (b worksheet) aspect(a classify.Aspect) []Block {
	p := b.p
	title := p.T("aspect." + a.Key())
	out := []Block{
		Heading{1, title},
		Paragraph{Text: p.T("aspect." + a.Key() + ".help")},
		Paragraph{Text: p.T("aspect." + a.Key() + ".ask"), Tone: Strong},
		b.ladder(a),
		b.choice(title),
	}
	needed := p.T("report.worksheet.reason", "level", b.full(b.atLeast(classify.Level1)))
	reason := b.form(title, Row{{Text: needed}, {Room: aFewLines - 1}})
	if before := b.before(a); before != "" {
		reason.Rows = append([]Row{b.row("report.worksheet.before", before, 0)}, reason.Rows...)
	}
	if a == classify.Availability {
		reason.Rows = append(reason.Rows, b.row("report.protocol.outage", "", oneLine), b.row("report.protocol.loss", "", oneLine))
	}
	reason.Keep = true
	return append(out, reason)
}

func (b worksheet) ladder(a classify.Aspect) Table {
	p := b.p
	t := Table{Title: p.T("report.worksheet.questions", "aspect", p.T("aspect."+a.Key())), RowHeads: true, Keep: true, Columns: []Column{
		{Header: p.T("report.worksheet.question"), Width: 60}, {Header: p.T("report.worksheet.suggests"), Width: 20},
		{Header: p.T("report.worksheet.yes"), Width: 9}, {Header: p.T("report.worksheet.no"), Width: 9},
	}}
	for _, q := range classify.Questions(a) {
		suggests := p.T("report.worksheet.outside")
		if !q.Stop {
			suggests = b.full(b.atLeast(q.Level))
		}
		t.Rows = append(t.Rows, Row{{Text: p.T(q.Key())}, {Text: suggests}, {Tick: true}, {Tick: true}})
	}
	otherwise := p.T("report.worksheet.otherwise", "words", p.T("question."+a.Key()+".0"))
	t.Rows = append(t.Rows, Row{{Text: otherwise}, {Text: b.full(classify.Level0)}, {Tick: true}, {}})
	return t
}

// atLeast is the lowest level of the scale that protects as well.
func (b worksheet) atLeast(l classify.Level) classify.Level {
	steps := b.steps()
	for _, step := range steps {
		if step >= l {
			return step
		}
	}
	return steps[len(steps)-1]
}

// choice is one box a level, beside each other.
func (b worksheet) choice(aspect string) Table {
	p := b.p
	t := Table{Title: p.T("report.worksheet.level", "aspect", aspect), RowHeads: true, Keep: true}
	t.Columns = []Column{{Header: p.T("report.worksheet.chosen"), Width: 1.2}}
	row := Row{{Text: p.T("report.worksheet.choose")}}
	for _, level := range b.steps() {
		t.Columns = append(t.Columns, Column{Header: b.full(level), Width: 1})
		row = append(row, Cell{Tick: true})
	}
	t.Rows = []Row{row}
	return t
}

// before is the level in force and why, for comparison.
func (b worksheet) before(a classify.Aspect) string {
	if b.rec == nil || b.rec.Profile().Of(a) == classify.Unset {
		return ""
	}
	own := newLevels(b.p, b.rec.Scale())
	said := own.full(b.rec.Profile().Of(a))
	if b.rec.Class == nil {
		return said
	}
	if why := string(b.rec.Class.Reasons[a]); why != "" {
		said += "\n" + why
	}
	return said
}

func (b worksheet) open() []Block {
	title := b.p.T("report.worksheet.open")
	return []Block{Heading{1, title}, b.form(title, b.row("report.worksheet.open.words", "", aFewLines), b.row("report.worksheet.raise", "", aFewLines))}
}

func (b worksheet) approval() []Block {
	p := b.p
	return []Block{
		Heading{1, p.T("report.protocol.approval")},
		Paragraph{Text: p.T("report.worksheet.approval"), Tone: Muted},
		b.form(p.T("report.protocol.approval"), b.row("report.protocol.nextReview", "", oneLine)),
		Signatures{[]SignatureLine{{RoleLabel: p.T("report.sign.role"), DateLabel: p.T("report.sign.date"), SignLabel: p.T("report.sign.name")}}},
	}
}
