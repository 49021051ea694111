package gui

import (
	"infoklass/gui/classification"
	"infoklass/gui/stage"
)

func (w *Window) newAsset()        { w.Go(Assets) }
func (w *Window) openAsset(string) {}

// classify opens the guided form for an asset.
func (w *Window) classify(id string) {
	w.showNew(Form, func() stage.Page {
		return classification.NewForm(w.stage(), classification.FormOptions{
			Asset: id, OnClose: w.Return, OnOpen: w.openAsset, OnPrint: func(asset, _ string) { w.printProtocol(asset) },
		})
	})
}
