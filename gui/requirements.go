package gui

import (
	"infoklass/domain/action"
	"infoklass/gui/assets"
	"infoklass/gui/requirements"
	"infoklass/gui/stage"
)

// assetRequirements is the tab of an asset's protection requirements.
func (w *Window) assetRequirements(id string) stage.Part {
	return requirements.NewTab(w.stage(), id, requirements.TabOptions{
		OnPrint: w.printRequirements, OnProcurement: w.printProcurement, OnClassify: w.classify,
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
