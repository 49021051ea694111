package gui

import (
	"context"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/domain/report"
	"infoklass/gui/assets"
	"infoklass/gui/duties"
	"infoklass/gui/governing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
)

// policyPage is the page of what the policy demands.
func (w *Window) policyPage() stage.Page {
	return duties.New(w.stage(), duties.Options{OnMend: w.mend, OnOpen: w.openAsset, OnAction: w.actionFor, OnUnit: w.openUnit, OnPrint: w.printUnit})
}

// showDuties shows the findings of a duty, all for the empty one.
func (w *Window) showDuties(id duty.ID) { w.showFindings(duties.Query{Duty: id}) }

// showFindings shows the findings that a figure stands for.
func (w *Window) showFindings(q duties.Query) {
	w.Go(Duties)
	if page, ok := w.pages[Duties].(*duties.Page); ok && w.place == Duties {
		page.Show(q)
	}
}

// showGovernance goes to the governing documents and the yearly checks.
func (w *Window) showGovernance() *governing.Page {
	w.Go(Governance)
	page, _ := w.page(Governance).(*governing.Page)
	return page
}

// mend goes to where a finding is mended.
func (w *Window) mend(s present.Step) {
	switch s.Remedy {
	case duty.Classify, duty.Review, duty.StateHours:
		w.classify(s.Asset)
	case duty.StateDocument:
		w.showGovernance().ShowDocuments()
	case duty.RecordNeeds, duty.RecordTraining, duty.RecordCheck:
		w.showGovernance().ShowCheck(s.Unit, s.Remedy)
	case duty.ConfirmUnit, duty.NameManager:
		w.openUnit(s.Unit)
	default:
		w.openAsset(s.Asset)
		if page, ok := w.pages[AssetPage].(*assets.Page); ok && w.place == AssetPage {
			page.Mend(s)
		}
	}
}

// printUnit shows the sheet of a unit's manager, of every one for the empty id.
func (w *Window) printUnit(id string) {
	name := ""
	if u, ok := w.reg.Organisation().Unit(id); ok {
		name = u.Name
	}
	w.view(w.documentName("report.unit.title", name), w.unitSheet(id), true)
}

func (w *Window) unitSheet(id string) build {
	r, p, judge := w.reg, w.p, w.judge
	return func(context.Context) (report.Document, error) {
		judgement := judge.Register(r, r.Today())
		if u, ok := r.Organisation().Unit(id); ok {
			return report.UnitSheet(r, p, judgement, u), nil
		}
		return report.UnitSheets(r, p, judgement), nil
	}
}

// actionFor begins an action that answers to a finding.
func (w *Window) actionFor(f duty.Finding) {
	a := action.Action{Cause: action.Cause{Kind: action.Duty, ID: string(f.ID)}, Responsible: f.Responsible}
	if a.Unit = f.Unit; f.Record != nil {
		a.Asset, a.Unit = f.Record.Asset.ID, ""
	}
	w.newAction(a)
}
