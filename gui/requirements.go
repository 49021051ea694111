package gui

import (
	"context"

	"infoklass/domain/action"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/assets"
	"infoklass/gui/reports"
	"infoklass/gui/requirements"
	"infoklass/gui/stage"
)

// assetRequirements is the tab of an asset's protection requirements.
func (w *Window) assetRequirements(id string) stage.Part {
	return requirements.NewTab(w.stage(), id, requirements.TabOptions{
		OnPrint: func(id string) { w.requirementsAs(id, reports.Show) }, OnProcurement: w.procurementAs, OnClassify: w.classify,
		OnAction: func(id, requirement string) {
			planning{w}.newAction(action.Action{Asset: id, Cause: action.Cause{Kind: action.Requirement, ID: requirement}})
		},
	})
}

// openRequirements opens an asset at its protection requirements.
func (w *Window) openRequirements(id string) {
	w.openAsset(id)
	if page, ok := w.pages[AssetPage].(*assets.Page); ok && w.place == AssetPage {
		page.Open(requirements.TabName)
	}
}

// catalogue opens the municipality's own catalogue.
func (w *Window) catalogue() {
	w.showNew(Catalogue, func() stage.Page { return requirements.NewCatalogue(w.stage(), w.Return) })
}

func (w *Window) requirementsAs(id string, f reports.Format) {
	w.document(f, w.assetDocumentName("report.requirements.title", id), w.requirementsOf(id), true)
}

// procurementAs makes the procurement requirements, as Excel for the bidder to
// fill in or to be shown and printed.
func (w *Window) procurementAs(id string, excel bool) {
	f := reports.Show
	if excel {
		f = reports.SaveExcel
	}
	w.document(f, w.assetDocumentName("report.procurement.title", id), w.procurementOf(id), true)
}

func (w *Window) assetDocumentName(titleKey, id string) string {
	rec, ok := w.reg.Record(id)
	if !ok {
		return w.documentName(titleKey, "")
	}
	return w.documentName(titleKey, rec.Asset.Name)
}

// requirementsOf is the requirements of an asset with how they are met.
func (w *Window) requirementsOf(id string) build {
	r, p := w.reg, w.p
	return func(context.Context) (report.Document, error) {
		rec, ok := r.Record(id)
		if !ok {
			return report.Document{}, text.Fail(nil, "register.problem.gone")
		}
		return report.RequirementsOf(r, p, rec), nil
	}
}

func (w *Window) procurementOf(id string) build {
	r, p := w.reg, w.p
	return func(context.Context) (report.Document, error) {
		rec, ok := r.Record(id)
		if !ok {
			return report.Document{}, text.Fail(nil, "register.problem.gone")
		}
		return report.ProcurementOf(r, p, rec)
	}
}

// requirementDocuments are the documents about one asset's requirements.
func (w *Window) requirementDocuments() []reports.AssetDocument {
	p := w.p
	return []reports.AssetDocument{
		{Title: p.T("report.requirements.title"), What: p.T("reports.requirements.what"), Empty: p.T("reports.requirements.empty"), Excel: true, Open: w.requirementsAs},
		{Title: p.T("report.procurement.title"), What: p.T("reports.procurement.what"), Empty: p.T("reports.procurement.empty"), Excel: true,
			Has: func(rec *register.Record) bool { return report.Procurable(rec) == nil },
			Open: func(id string, f reports.Format) {
				w.document(f, w.assetDocumentName("report.procurement.title", id), w.procurementOf(id), true)
			}},
	}
}
