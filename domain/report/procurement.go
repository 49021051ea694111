package report

import (
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// onBidder are the targets that a bidder answers for. What is set on the
// information and the organisation is for the municipality itself.
var onBidder = []requirement.Target{requirement.OnSystem, requirement.InProcurement}

// municipalitys is the category of what the municipality itself answers for, also where it is set on the system.
const municipalitys requirement.Category = "ORG"

// ProcurementOf builds the requirements for the procurement of a planned asset,
// D8 Upphandlingskrav. It fails with a sentence for an asset that is not about
// to be procured, and while no decided classification says what to demand
// (policy: "Informationsklassificering ska genomföras innan upphandling").
func ProcurementOf(r *register.Register, p *text.Printer, rec *register.Record) (Document, error) {
	if err := Procurable(rec); err != nil {
		return Document{}, err
	}
	b := tender{r: r, p: p, rec: rec, list: r.Requirements().Catalogue().Select(requirement.Object{
		System: true, Procurement: true, PersonalData: rec.Asset.PersonalData(), Profile: rec.Profile(),
	})}
	doc := Document{
		Title: p.T("report.procurement.title"), Subtitle: rec.Asset.Name, Orientation: Landscape, Lang: p.Lang(),
		Legend: legend(newLevels(p, scaleOf(r, rec))),
		Meta:   Meta{Municipality: r.Settings().Municipality, Object: rec.Asset.Name, Date: text.Date(r.Today()), Responsible: rec.Owner()},
	}
	doc.Blocks = b.about()
	for _, target := range onBidder {
		doc.Blocks = append(doc.Blocks, b.target(target)...)
	}
	return doc, nil
}

// Procurable returns an error, with a sentence, for an asset that cannot have procurement requirements.
func Procurable(rec *register.Record) error {
	switch {
	case rec.Asset.Status != asset.InProcurement:
		return text.Fail(nil, "report.procurement.problem.status", "name", rec.Asset.Name)
	case !rec.Classified():
		return text.Fail(nil, "report.procurement.problem.classified", "name", rec.Asset.Name)
	}
	return nil
}

// tender carries what every section needs.
type tender struct {
	r    *register.Register
	p    *text.Printer
	rec  *register.Record
	list requirement.List
}

// about says what is to be bought, its class, and how to read the requirements.
func (b tender) about() []Block {
	p, a := b.p, b.rec.Asset
	facts := stated(
		Fact{p.T("report.procurement.object"), a.Name},
		Fact{asset.Description.Label().In(p), a.Fields[asset.Description]},
		Fact{p.T("report.requirements.class"), classWords(b.r, p, b.rec)},
		Fact{p.T("report.procurement.decided"), b.rec.Class.DecidedOn},
	)
	return []Block{
		KeyValues{facts},
		Paragraph{Text: p.T("report.procurement.how", "max", requirement.MaxWeight)},
		Paragraph{Text: p.T("report.procurement.fill"), Tone: Muted},
	}
}

// target are the requirements of the system or of the supplier, with room for the bidder's answers.
func (b tender) target(target requirement.Target) []Block {
	p := b.p
	title := p.T("report.procurement.on." + string(target))
	t := Table{Title: title, RowHeads: true, Columns: []Column{
		{Header: p.T("report.requirements.column.id"), Width: 7},
		{Header: p.T("report.requirements.column.category"), Width: 11},
		{Header: p.T("report.procurement.column.must"), Width: 5},
		{Header: p.T("report.requirements.column.requirement"), Kind: ProseColumn, Width: 34},
		{Header: p.T("report.procurement.column.shown"), Kind: ProseColumn, Width: 18},
		{Header: p.T("report.procurement.column.weight"), Kind: NumberColumn, Width: 4.5},
		{Header: p.T("report.procurement.column.answer"), Kind: FillColumn, Width: 8, Choices: []string{
			p.T("report.procurement.yes"), p.T("report.procurement.partly"), p.T("report.procurement.no"),
		}},
		{Header: p.T("report.procurement.column.comment"), Kind: FillColumn, Width: 20},
	}}
	for _, s := range b.list.Requirements {
		if s.Target == target && s.Category != municipalitys {
			t.Rows = append(t.Rows, b.row(s))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{Heading{1, title}, t}
}

func (b tender) row(s requirement.Selected) Row {
	p := b.p
	must, weight := Cell{Text: p.T("report.procurement.must"), Tone: Strong}, Cell{Text: "–"}
	if s.Weight > 0 {
		figure := float64(s.Weight)
		must, weight = Cell{Text: p.T("report.procurement.wish")}, Cell{Text: p.Int(s.Weight), Number: &figure}
	}
	return Row{
		{Text: s.ID}, {Text: s.Category.Label().In(p)}, must, {Text: requirementWords(p, s)},
		{Text: p.T("report.procurement.shown." + string(s.Category))}, weight, {}, {},
	}
}
