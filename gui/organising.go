package gui

import (
	"infoklass/domain/register"
	"infoklass/gui/duties"
	"infoklass/gui/organisation"
	"infoklass/gui/stage"
)

func (w organising) organisationOptions() organisation.Options {
	return organisation.Options{OnOpen: w.openUnit, OnAssets: w.showUnit, OnHandover: w.handOverIn, OnImport: w.AskImport}
}

// showWaitingUnits shows the units that an import made.
func (w organising) showWaitingUnits() {
	w.Go(Organisation)
	if list, ok := w.pages[Organisation].(*organisation.List); ok && w.place == Organisation {
		list.ShowWaiting()
	}
}

// showUnit shows the assets of a unit and all below it.
func (w organising) showUnit(id string) { w.showList(register.Query{Unit: id}) }

func (w organising) openUnit(id string) {
	w.showNew(UnitPage, func() stage.Page {
		return organisation.NewUnit(w.stage(), id, organisation.UnitOptions{OnAssets: w.showUnit, OnHandover: w.handOverIn, OnClose: w.Return,
			OnPrint: w.printUnit, OnFindings: func(unit string) { demanding(w).showFindings(duties.Query{Unit: unit}) },
		})
	})
}

func (w organising) handOverIn(from, unit string) {
	w.handOver(organisation.HandoverOptions{From: from, Unit: unit})
}

// handOverAssets hands over what someone answers for, with some assets marked at first.
func (w organising) handOverAssets(from string, ids []string) {
	w.handOver(organisation.HandoverOptions{From: from, Assets: ids})
}

func (w organising) handOver(opt organisation.HandoverOptions) {
	w.showNew(Handover, func() stage.Page {
		opt.OnClose = w.Return
		return organisation.NewHandover(w.stage(), opt)
	})
}
