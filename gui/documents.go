package gui

import (
	"context"

	"infoklass/domain/action"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/reports"
)

// documents are those that the page of reports offers.
func (w *Window) documents() reports.Options {
	p := w.p
	return reports.Options{
		Documents: []reports.Document{
			{Title: p.T("report.overview.title"), What: p.T("reports.overview.what"), Tip: p.T("reports.overview.tip"), Excel: true,
				Open: func(f reports.Format) {
					w.document(f, w.documentName("report.overview.title", ""), w.wholeOverview(), true)
				}},
			{Title: p.T("report.actions.title"), What: p.T("reports.actions.what"), Tip: p.T("reports.actions.tip"), Excel: true,
				Open: func(f reports.Format) { w.document(f, w.documentName("report.actions.title", ""), w.wholePlan(), true) }},
			{Title: p.T("report.unit.title"), What: p.T("reports.unit.what"), Tip: p.T("reports.unit.tip"), Excel: true,
				Open: func(f reports.Format) {
					w.document(f, w.documentName("report.unit.title", ""), demanding{w}.unitSheet(""), true)
				}},
			{Title: p.T("report.worksheet.blank"), What: p.T("reports.worksheet.blank.what"),
				Open: func(f reports.Format) {
					w.document(f, w.documentName("report.worksheet.blank", ""), w.worksheetOf(""), false)
				}},
		},
		Assets: append([]reports.AssetDocument{
			{Title: p.T("report.protocol.title"), What: p.T("reports.protocol.what"), Empty: p.T("reports.protocol.empty"),
				Has:  func(rec *register.Record) bool { return rec.State() != "" },
				Open: func(id string, f reports.Format) { w.document(f, w.protocolName(id), w.protocolOf(id), false) }},
			{Title: p.T("reports.worksheet"), What: p.T("reports.worksheet.what"), Empty: p.T("reports.empty"),
				Open: func(id string, f reports.Format) { w.document(f, w.worksheetName(id), w.worksheetOf(id), false) }},
		}, w.requirementDocuments()...),
	}
}

// document shows or saves a document; excel says whether it can be had as Excel too.
func (w *Window) document(f reports.Format, name string, b build, excel bool) {
	switch f {
	case reports.SavePDF:
		w.save(name, b, PDF)
	case reports.SaveExcel:
		w.save(name, b, Excel)
	default:
		w.view(name, b, excel)
	}
}

// worksheetOf is the paper for a classification, empty for no asset.
func (w *Window) worksheetOf(id string) build {
	r, p := w.reg, w.p
	return func(context.Context) (report.Document, error) {
		rec, ok := r.Record(id)
		if !ok && id != "" {
			return report.Document{}, text.Fail(nil, "register.problem.gone")
		}
		return report.WorksheetOf(r, p, rec), nil
	}
}

func (w *Window) worksheetName(id string) string {
	return w.documentName("reports.worksheet", w.reg.NameOf(w.p, id))
}

// printWorksheet shows the worksheet of an asset, to be printed; empty for no asset.
func (w *Window) printWorksheet(id string) { w.view(w.worksheetName(id), w.worksheetOf(id), false) }

// planOf is the action plan of some actions; words say how they were chosen.
func (w *Window) planOf(words string, actions []action.Action) build {
	r, p := w.reg, w.p
	return func(context.Context) (report.Document, error) { return report.ActionsOf(r, p, actions, words), nil }
}

// wholePlan is the action plan of the whole register.
func (w *Window) wholePlan() build {
	r, p := w.reg, w.p
	return func(context.Context) (report.Document, error) {
		return report.ActionsOf(r, p, r.Plan().Actions(), ""), nil
	}
}
