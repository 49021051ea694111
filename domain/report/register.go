package report

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// OverviewOf builds the classification overview of records in the order given.
// Filters says in words how they were chosen; empty means everything.
func OverviewOf(r *register.Register, p *text.Printer, j *duty.Judgement, records []*register.Record, filters string) Document {
	settings := r.Settings()
	in := OverviewInput{
		Municipality: settings.Municipality, Date: r.Today(), Filters: filters,
		Total: len(r.Records()), Scale: r.Classifications().ScaleInForce(),
	}
	for _, rec := range records {
		in.Rows = append(in.Rows, overviewRow(r, p, j, rec))
	}
	return Overview(p, in)
}

func overviewRow(r *register.Register, p *text.Printer, j *duty.Judgement, rec *register.Record) OverviewRow {
	row := OverviewRow{
		Name: rec.Asset.Name, Kind: p.T("kind." + string(rec.Asset.Kind)), Owner: rec.Owner(),
		Profile: rec.Profile(), State: rec.State(), Review: j.NextReview(rec),
	}
	if !rec.Profile().Empty() {
		row.Scale = rec.Scale()
	}
	if board, ok := r.Organisation().Board(rec.Asset.Unit); ok {
		row.Board = board.Name
		path := r.Organisation().UnitPath(rec.Asset.Unit)
		row.Unit = asset.Path(path[slices.Index(path, board.Name)+1:])
	}
	return row
}

// protocolRoles are the roles that a protocol names, in order.
var protocolRoles = []asset.Field{asset.InformationOwner, asset.SystemOwner, asset.SystemManager, asset.TechnicalManager}

// ProtocolOf builds the classification protocol of an asset from the
// classification in force, or from the draft where that is what there is or what is asked for.
func ProtocolOf(r *register.Register, p *text.Printer, rec *register.Record, draft bool) (Document, error) {
	a, o := rec.Asset, rec.Asset.Object()
	in := ProtocolInput{
		Municipality: r.Settings().Municipality, Printed: r.Today(), Name: a.Name,
		Kind: p.T("kind." + string(a.Kind)), System: o.System, Procurement: o.Procurement, Important: o.Important, Critical: o.Critical,
		Demands: r.Settings().Demands(),
		Unit:    asset.Path(r.Organisation().UnitPath(a.Unit)), Description: a.Fields[asset.Description],
	}
	if a.Status != "" {
		in.Status = p.T("status." + string(a.Status))
	}
	if board, ok := r.Organisation().Board(a.Unit); ok {
		in.Board = board.Name
	}
	for _, f := range protocolRoles {
		if who := a.Fields[f]; who != "" {
			in.Roles = append(in.Roles, Fact{f.Label().In(p), who})
		}
	}
	switch {
	case rec.Draft != nil && (draft || rec.Class == nil):
		in.Class = *rec.Draft
	case rec.Class != nil:
		in.Class = *rec.Class
	default:
		return Document{}, text.Fail(nil, "report.protocol.none", "name", a.Name)
	}
	in.Scale = r.Classifications().ScaleOf(in.Class)
	matrix := r.Classifications().Matrix()
	if in.Class.State == classify.Decided {
		matrix = r.Classifications().MatrixOf(in.Class)
	}
	in.Matrix = MatrixRows(p, matrix)
	in.held(r, p, rec)
	if in.Class.State != classify.Decided {
		for _, problem := range in.Class.Problems(r.Today()) {
			in.Open = append(in.Open, problem.Message)
		}
	}
	return Protocol(p, in), nil
}
