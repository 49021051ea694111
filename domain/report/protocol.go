package report

import (
	"slices"
	"strings"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// ProtocolInput is what a classification protocol (D2) is made of.
type ProtocolInput struct {
	Municipality string
	Printed      time.Time // the date of a protocol that is not decided
	Dnr          string
	Version      string
	Marking      string

	Name        string // the asset
	Kind        string // label of its kind
	System      bool   // a business system, which may be critical
	Procurement bool   // status inför upphandling
	// Important and Critical are what someone has decided by hand.
	Important, Critical classify.Decision
	// Demands are the municipality's own; what is left out is the default.
	Demands     classify.Demands
	Status      string // label of its status
	Unit        string // path from the top, the board included
	Board       string
	Description string // what is classified, and what is not
	// Roles are those who answer for the asset: label and who.
	Roles []Fact

	Class classify.Classification
	// Scale is the scale the classification was made with; the zero value is 0–3.
	Scale classify.Scale
	// Matrix is the consequence matrix used; nil means the default one.
	Matrix []MatrixRow
	// Sets are the information sets of a system, each with its own class.
	Sets []InformationSet
	// Origins is where the level of each aspect comes from, for a system that
	// holds information; InForce is those levels, and NewLook is true when the
	// information has changed since.
	Origins []LevelOrigin
	InForce classify.Profile
	NewLook bool
	// Open lists what is left before the classification can be decided.
	Open []text.Message
}

func (in ProtocolInput) object() classify.Object {
	return classify.Object{System: in.System, Procurement: in.Procurement, Important: in.Important, Critical: in.Critical}
}

// InformationSet is one set of information that the object holds.
type InformationSet struct {
	Name    string
	Profile classify.Profile
	Reasons string // for the levels, one line an aspect
}

// protocol carries what every section needs.
type protocol struct {
	*levels
	in ProtocolInput
}

// Protocol builds the classification protocol, D2 Klassningsprotokoll.
func Protocol(p *text.Printer, in ProtocolInput) Document {
	in.Scale = orDefault(in.Scale)
	b := protocol{levels: newLevels(p, in.Scale), in: in}
	doc := Document{
		Title: p.T("report.protocol.title"), Subtitle: in.Name, Lang: p.Lang(),
		Meta: Meta{
			Municipality: in.Municipality, Object: in.Name, Version: in.Version, Dnr: in.Dnr, Marking: in.Marking,
			Responsible: in.Class.DecidedBy, Date: in.Class.DecidedOn, Status: Status(in.Class.State),
		},
	}
	if in.Class.State != classify.Decided {
		doc.Meta.Date = text.Date(in.Printed)
	}
	if in.Class.State == "" {
		doc.Meta.Status = Draft
	}
	for _, section := range []func() []Block{
		b.standing, b.object, b.participants, b.sets, b.class, b.origins, b.duties, b.open, b.approval, b.matrix,
	} {
		doc.Blocks = append(doc.Blocks, section()...)
	}
	return doc
}

// standing is a notice for a protocol that does not bind anyone yet, nothing for others.
func (b protocol) standing() []Block {
	switch b.in.Class.State {
	case classify.Decided:
		return nil
	case classify.Imported:
		if from, ok := b.in.Class.From(); ok {
			return []Block{Notice{b.p.T("report.protocol.importedFrom", "source", from.In(b.p))}}
		}
		return []Block{Notice{b.p.T("report.protocol.imported")}}
	}
	return []Block{Notice{b.p.T("report.protocol.draft")}}
}

func (b protocol) object() []Block {
	p, in := b.p, b.in
	facts := stated(
		Fact{p.T("report.protocol.name"), in.Name},
		Fact{p.T("report.column.kind"), in.Kind},
		Fact{p.T("report.protocol.status"), in.Status},
		Fact{p.T("report.column.board"), in.Board},
		Fact{p.T("report.column.unit"), in.Unit},
		Fact{p.T("report.protocol.scope"), in.Description},
	)
	return []Block{
		Heading{1, p.T("report.protocol.object")},
		KeyValues{append(facts, stated(in.Roles...)...)},
	}
}

func (b protocol) participants() []Block {
	p := b.p
	out := []Block{Heading{1, p.T("report.protocol.participants")}}
	if len(b.in.Class.Participants) == 0 {
		return append(out, Paragraph{Text: p.T("report.protocol.noParticipants"), Tone: Muted})
	}
	t := Table{
		Title:    p.T("report.protocol.participants"),
		Columns:  []Column{{Header: p.T("report.column.role"), Width: 1}, {Header: p.T("report.column.name"), Width: 1}},
		RowHeads: true,
	}
	for _, who := range b.in.Class.Participants {
		t.Rows = append(t.Rows, Cells(who.Role, who.Name))
	}
	return append(out, t)
}

func (b protocol) sets() []Block {
	if len(b.in.Sets) == 0 {
		return nil
	}
	p := b.p
	t := Table{Title: p.T("report.protocol.sets"), RowHeads: true,
		Columns: []Column{{Header: p.T("report.column.set"), Width: 24}}}
	reasons := slices.ContainsFunc(b.in.Sets, func(s InformationSet) bool { return s.Reasons != "" })
	for _, a := range classify.Aspects {
		header := p.T("aspect." + a.Key())
		if reasons { // they need the room
			header = p.T("aspect." + a.Key() + ".letter")
		}
		t.Columns = append(t.Columns, Column{Header: header, Kind: LevelColumn, Width: 6})
	}
	if reasons {
		t.Columns = append(t.Columns, Column{Header: p.T("report.column.reason"), Width: 52})
	}
	for _, set := range b.in.Sets {
		row := Row{{Text: set.Name}}
		for _, a := range classify.Aspects {
			row = append(row, b.cell(a, set.Profile.Of(a)))
		}
		if reasons {
			row = append(row, Cell{Text: set.Reasons})
		}
		t.Rows = append(t.Rows, row)
	}
	return []Block{Heading{1, p.T("report.protocol.sets")}, t}
}

// class gives the level in each aspect with its reason and the question it rests on.
func (b protocol) class() []Block {
	p, c := b.p, b.in.Class
	t := Table{
		Title: p.T("report.protocol.class"), RowHeads: true,
		Columns: []Column{
			{Header: p.T("report.column.aspect"), Width: 17},
			{Header: p.T("report.column.level"), Kind: LevelColumn, Width: 7},
			{Header: p.T("report.column.meaning"), Width: 12},
			{Header: p.T("report.column.reason"), Width: 34},
			{Header: p.T("report.column.question"), Width: 30},
		},
	}
	for _, a := range classify.Aspects {
		level := c.Profile.Of(a)
		reason := Cell{Text: string(c.Reasons[a])}
		if reason.Text == "" {
			reason = Cell{Text: p.T("report.protocol.noReason"), Tone: Muted}
		}
		t.Rows = append(t.Rows, Row{
			{Text: p.T("aspect." + a.Key()), Tone: Strong}, b.cell(a, level),
			{Text: b.word(level)}, reason, {Text: b.ground(a)},
		})
	}
	out := []Block{
		Heading{1, p.T("report.protocol.class")},
		Paragraph{Text: p.T("report.protocol.scale", "scale", b.scale.Title(p)), Tone: Muted},
		t,
	}
	hours := stated(b.hours("report.protocol.outage", c.OutageHours), b.hours("report.protocol.loss", c.LossHours))
	if len(hours) > 0 {
		out = append(out, KeyValues{hours})
	}
	return out
}

func (b protocol) hours(key string, h *float64) Fact {
	if h == nil {
		return Fact{}
	}
	return Fact{b.p.T(key), b.p.Hours(*h)}
}

// ground is what the level rests on: the guiding question, the categories, and
// the level that they suggested where a person chose otherwise.
func (b protocol) ground(a classify.Aspect) string {
	parts := slices.DeleteFunc([]string{b.answer(a), b.effects(a)}, func(s string) bool { return s == "" })
	suggested, chosen := b.in.Class.Suggested(a), b.in.Class.Profile.Of(a)
	if step, ok := b.scale.Step(suggested); ok && chosen != step.Level && chosen != classify.Unset {
		parts = append(parts, b.p.T("report.protocol.otherwise", "suggested", b.full(step.Level), "chosen", b.full(chosen)))
	}
	return strings.Join(parts, "\n")
}

// effects is the level in each category that was thought of.
func (b protocol) effects(a classify.Aspect) string {
	rows := b.in.Matrix
	if rows == nil {
		rows = MatrixRows(b.p, classify.Matrix{})
	}
	var said []string
	for i, l := range b.in.Class.Effects[a] {
		if l != classify.Unset && i < len(rows) {
			said = append(said, rows[i].Category+" "+b.scale.Code(l))
		}
	}
	if said == nil {
		return ""
	}
	return b.p.T("report.protocol.effects", "effects", strings.Join(said, ", "))
}

// answer is the guiding question answered yes.
func (b protocol) answer(a classify.Aspect) string {
	suggested := b.in.Class.Answers.Of(a)
	if suggested == classify.Unset {
		return ""
	}
	said := b.p.T("report.protocol.yes", "question", b.p.T("question."+a.Key()+"."+suggested.String()))
	if suggested == classify.Level0 {
		said = b.p.T("question." + a.Key() + ".0")
	}
	return said
}

func (b protocol) duties() []Block {
	p := b.p
	items := obligationsOf(b.levels, b.in)
	out := []Block{Heading{1, p.T("report.protocol.duties")}}
	if len(items) == 0 {
		return append(out, Paragraph{Text: p.T("report.protocol.noDuties")})
	}
	return append(out, List{items})
}

func (b protocol) open() []Block {
	if len(b.in.Open) == 0 || b.in.Class.State == classify.Decided {
		return nil
	}
	var items []Item
	for _, m := range b.in.Open {
		items = append(items, Item{Text: m.In(b.p)})
	}
	return []Block{Heading{1, b.p.T("report.protocol.open")}, List{items}}
}

func (b protocol) approval() []Block {
	p, c := b.p, b.in.Class
	facts := stated(
		Fact{p.T("report.protocol.decidedBy"), c.DecidedBy},
		Fact{p.T("report.protocol.decidedOn"), c.DecidedOn},
		Fact{p.T("report.protocol.nextReview"), c.NextReview},
	)
	out := []Block{Heading{1, p.T("report.protocol.approval")}}
	if len(facts) > 0 {
		out = append(out, KeyValues{facts})
	}
	return append(out, Signatures{[]SignatureLine{{
		Role: c.DecidedBy, Date: c.DecidedOn,
		RoleLabel: p.T("report.sign.role"), DateLabel: p.T("report.sign.date"), SignLabel: p.T("report.sign.name"),
	}}})
}
