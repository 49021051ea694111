package gui

import (
	"infoklass/domain/action"
	"infoklass/gui/actions"
	"infoklass/gui/stage"
)

// actionOptions are where the plan and the form of an action lead.
func (w *Window) actionOptions() actions.Options {
	return actions.Options{OnOpen: w.openAsset, OnPrint: w.printPlan}
}

// newAction opens the form for an action over the page at the front. It begins
// with what is known: the asset or the unit, and the requirement or the duty
// that it answers to.
func (w *Window) newAction(begin action.Action) {
	actions.New(w.stage(), begin, w.actionOptions(), nil)
}

func (w *Window) printPlan(words string, shown []action.Action) {
	w.view(w.documentName("report.actions.title", ""), w.planOf(words, shown), true)
}

// assetActions is the tab of an asset's actions.
func (w *Window) assetActions(id string) stage.Part {
	return actions.NewTab(w.stage(), id, w.actionOptions())
}
