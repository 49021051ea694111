package report

import (
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/holding"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// LevelOrigin is where the level of a system in one aspect comes from.
type LevelOrigin struct {
	Level classify.Level
	Words text.Message
}

// origins says for a system that holds information what each level is and where
// it comes from.
func (b protocol) origins() []Block {
	if len(b.in.Origins) == 0 {
		return nil
	}
	p := b.p
	t := Table{
		Title: p.T("report.protocol.origins"), RowHeads: true,
		Columns: []Column{
			{Header: p.T("report.column.aspect"), Width: 17},
			{Header: p.T("report.column.level"), Kind: LevelColumn, Width: 7},
			{Header: p.T("report.column.meaning"), Width: 14},
			{Header: p.T("holding.field.origin"), Width: 62},
		},
	}
	for i, o := range b.in.Origins {
		a := classify.Aspects[i]
		t.Rows = append(t.Rows, Row{{Text: p.T("aspect." + a.Key()), Tone: Strong}, b.cell(a, o.Level), {Text: b.word(o.Level)}, {Text: o.Words.In(p)}})
	}
	out := []Block{Heading{1, p.T("report.protocol.origins")}, Paragraph{Text: p.T("information.rule"), Tone: Muted}, t}
	if b.in.NewLook {
		out = append(out, Paragraph{Text: p.T("information.newLook")})
	}
	return out
}

// held fills in what a system holds, and where its levels come from once class
// is in force: the sets as they are now.
func (in *ProtocolInput) held(r *register.Register, p *text.Printer, rec *register.Record) {
	for _, set := range r.Holdings().Sets(rec.Asset.ID) {
		s := InformationSet{Name: set.Asset.Name, Profile: set.Profile()}
		if set.Class != nil {
			s.Reasons = setReasons(p, set)
		}
		in.Sets = append(in.Sets, s)
	}
	if rec.Holding == nil {
		return
	}
	h := holding.New(&in.Class, rec.Holding.Sets, adjustedBy(rec, in.Class))
	in.InForce = h.Levels()
	in.NewLook = in.Class.State == classify.Decided && duty.NewLook(r.Settings().Policy, rec)
	for _, a := range classify.Aspects {
		o := h.Origin(a)
		in.Origins = append(in.Origins, LevelOrigin{o.Level, holding.Words(o, in.Scale, r.Names(o.From))})
	}
}

// adjustedBy is how a system's levels are raised and lowered, with the
// deviations that a draft will become.
func adjustedBy(rec *register.Record, c classify.Classification) [4]*holding.Adjustment {
	adjusted := rec.Holding.Adjusted
	for _, a := range classify.Aspects {
		if reason := c.Deviations[a]; c.State == classify.Draft && reason != "" {
			adjusted[a] = &holding.Adjustment{
				Way: holding.Deviation, Level: c.Profile.Of(a), Against: rec.Holding.Demand().Of(a), Reason: string(reason), DecidedBy: c.DecidedBy, DecidedOn: c.DecidedOn,
			}
		}
	}
	return adjusted
}

// setReasons are the reasons for the levels of an information set, one line an aspect.
func setReasons(p *text.Printer, set *register.Record) string {
	var out []string
	for _, a := range classify.Aspects {
		if reason := set.Class.Reasons[a]; reason != "" {
			out = append(out, p.T("aspect."+a.Key()+".letter")+": "+string(reason))
		}
	}
	return strings.Join(out, "\n")
}
