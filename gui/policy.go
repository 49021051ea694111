package gui

import (
	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/gui/assets"
	"infoklass/gui/duties"
	"infoklass/gui/governing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
)

// policyPage is the page of what the policy demands.
func (w demanding) policyPage() stage.Page {
	return duties.New(w.stage(), duties.Options{OnMend: w.mend, OnOpen: w.openAsset, OnAction: w.actionFor, OnUnit: organising(w).openUnit, OnPrint: w.printUnit})
}

// showDuties shows the findings of a duty, all for the empty one.
func (w demanding) showDuties(id duty.ID) { w.showFindings(duties.Query{Duty: id}) }

// showFindings shows the findings behind a figure.
func (w demanding) showFindings(q duties.Query) {
	w.Go(Duties)
	if page, ok := w.pages[Duties].(*duties.Page); ok && w.place == Duties {
		page.Show(q)
	}
}

// showGovernance goes to the governing documents and the yearly checks.
func (w demanding) showGovernance() *governing.Page {
	w.Go(Governance)
	page, _ := w.page(Governance).(*governing.Page)
	return page
}

// mend goes to where a finding is mended.
func (w demanding) mend(s present.Step) {
	switch s.Remedy {
	case duty.Classify, duty.Review, duty.StateHours:
		w.classify(s.Asset)
	case duty.StateDocument:
		w.showGovernance().ShowDocuments()
	case duty.RecordNeeds, duty.RecordTraining, duty.RecordCheck:
		w.showGovernance().ShowCheck(s.Unit, s.Remedy)
	case duty.ConfirmUnit, duty.NameManager:
		organising(w).openUnit(s.Unit)
	default:
		w.openAsset(s.Asset)
		if page, ok := w.pages[AssetPage].(*assets.Page); ok && w.place == AssetPage {
			page.Mend(s)
		}
	}
}

// actionFor begins an action that answers to a finding.
func (w demanding) actionFor(f duty.Finding) {
	a := action.Action{Cause: action.Cause{Kind: action.Duty, ID: string(f.ID)}, Responsible: f.Responsible}
	if a.Unit = f.Unit; f.Record != nil {
		a.Asset, a.Unit = f.Record.Asset.ID, ""
	}
	planning(w).newAction(a)
}
