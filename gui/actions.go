package gui

import (
	"infoklass/domain/action"
	"infoklass/gui/actions"
	"infoklass/gui/assets"
	"infoklass/gui/requirements"
	"infoklass/gui/stage"
)

// actionOptions are where the plan and the form of an action lead.
func (w planning) actionOptions() actions.Options {
	return actions.Options{OnOpen: w.openAsset, OnPrint: w.printPlan, OnAnswer: w.answerAnew}
}

// answerAnew opens an asset at one of its protection requirements.
func (w planning) answerAnew(asset, requirement string) {
	w.openAsset(asset)
	page, ok := w.pages[AssetPage].(*assets.Page)
	if !ok || w.place != AssetPage {
		return
	}
	if tab, ok := page.Open(requirements.TabName).(*requirements.Tab); ok {
		tab.Select(requirement)
		tab.Focus()
	}
}

// newAction opens the form for an action over the page at the front. begin holds
// what is known: the asset or the unit, and the requirement or the duty that the
// action answers to.
func (w planning) newAction(begin action.Action) {
	actions.New(w.stage(), begin, w.actionOptions(), nil)
}

// assetActions is the tab of an asset's actions.
func (w planning) assetActions(id string) stage.Part {
	return actions.NewTab(w.stage(), id, w.actionOptions())
}
