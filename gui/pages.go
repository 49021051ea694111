package gui

import (
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/gui/actions"
	"infoklass/gui/assets"
	"infoklass/gui/classification"
	"infoklass/gui/governing"
	"infoklass/gui/help"
	"infoklass/gui/history"
	"infoklass/gui/importing"
	"infoklass/gui/organisation"
	"infoklass/gui/overview"
	"infoklass/gui/requirements"
	"infoklass/gui/settings"
	"infoklass/gui/stage"
	"infoklass/gui/start"
)

// page returns the page of a place, built when it is first wanted.
func (w *Window) page(place Place) stage.Page {
	if page, ok := w.pages[place]; ok {
		return page
	}
	page := w.build(place)
	w.pages[place] = page
	return page
}

func (w *Window) build(place Place) stage.Page {
	switch place {
	case Overview:
		return overview.New(w.stage(), overview.Options{
			OnList: w.showList, OnOpen: w.openAsset, OnMend: demanding{w}.mend, OnDuties: demanding{w}.showDuties,
			OnImport: w.AskImport, OnPrint: w.PrintAll, OnNew: w.newAsset, OnExample: w.openExample,
		})
	case Classification:
		return classification.NewList(w.stage(), classification.ListOptions{
			OnClassify: w.classify, OnOpen: w.openAsset, OnImport: w.AskImport, OnNew: w.newAsset, OnWorksheet: w.printWorksheet,
		})
	case Requirements:
		return requirements.NewPage(w.stage(), requirements.PageOptions{OnOpen: w.openRequirements, OnCatalogue: w.catalogue})
	case Assets:
		return assets.NewList(w.stage(), assets.ListOptions{
			OnOpen: w.openAsset, OnClassify: w.classify, OnAlike: w.classifyAlike, OnImport: w.AskImport, OnExport: exchanging{w}.askExport,
			OnPrint: w.printShown, OnExample: w.openExample, OnHandover: organising{w}.handOverAssets,
		})
	case Actions:
		return actions.NewList(w.stage(), planning{w}.actionOptions())
	case Organisation:
		return organisation.New(w.stage(), organising{w}.organisationOptions())
	case Duties:
		return demanding{w}.policyPage()
	case Governance:
		return governing.New(w.stage())
	case Log:
		return history.New(w.stage())
	case Reports:
		return w.reports()
	case Settings:
		return settings.New(w.stage(), settings.Options{
			Register: w.path, Lang: w.look.Lang, Variant: w.look.Variant, Scale: w.look.Scale,
			OnLang: w.SetLang, OnTheme: w.setVariant, OnScale: w.setScale,
			Drawings: w.out.Drawings, Drawing: RememberedDrawing(w.memory), OnDrawing: func(d string) { w.memory.SetString(keyDrawing, d) },
		})
	case Help:
		facts := help.Facts{Version: w.out.Version, Register: w.path, Log: w.out.LogFile}
		for _, place := range keyedPlaces {
			facts.Places = append(facts.Places, w.p.T("window.place."+string(place)))
		}
		return help.New(w.p, facts)
	}
	return w.startPage()
}

func (w *Window) startPage() stage.Page {
	recent := w.memory.StringList(keyRecent)
	var names []string
	for _, path := range recent {
		names = append(names, baseName(path))
	}
	return start.New(w.p, start.Options{
		OnNew: exchanging{w}.askNewRegister, OnOpen: exchanging{w}.askOpenRegister, Recent: names,
		OnRecent: func(i int) { w.Open(recent[i]) },
	})
}

// showNew builds a page about one thing and shows it.
func (w *Window) showNew(place Place, build func() stage.Page) {
	if !w.leave() {
		return
	}
	w.hush()
	if w.place != place {
		w.back = append(w.back, w.place)
	}
	w.pages[place] = build()
	w.enter(place)
}

func (w *Window) importList(path string) {
	w.showNew(Import, func() stage.Page {
		return importing.New(w.stage(), path, importing.Options{
			Read: w.out.ReadList, OnClose: w.Return, OnOther: w.AskImport, OnShow: func() { w.Go(Assets) }, OnUndo: w.Undo, OnUnits: organising{w}.showWaitingUnits,
			OnUnread: w.saveUnread(), OnWorking: w.working, OnIdle: w.idle,
		})
	})
}

// saveUnread returns a function that saves the rows that were not imported, nil where that is not possible.
func (w *Window) saveUnread() func(string, *intake.Proposal) {
	if w.out.SaveUnread == nil {
		return nil
	}
	return exchanging{w}.askUnread
}

// showList shows the assets behind a figure of the overview.
func (w *Window) showList(q register.Query) {
	w.Go(Assets)
	if list, ok := w.pages[Assets].(*assets.List); ok && w.place == Assets {
		list.Show(q)
	}
}

// newAsset opens the form for a new asset, over the list of assets.
func (w *Window) newAsset() {
	w.Go(Assets)
	if list, ok := w.pages[Assets].(*assets.List); ok && w.place == Assets {
		list.New()
	}
}

func (w *Window) openAsset(id string) {
	w.showNew(AssetPage, func() stage.Page {
		return assets.NewPage(w.stage(), id, assets.PageOptions{
			OnClassify: w.classify, OnPrintProtocol: w.printProtocol, OnClose: w.Return, OnShare: w.share,
			OnOpen:     w.openAsset,
			OnHandover: func(from string) { organising{w}.handOverAssets(from, []string{id}) },
			Parts:      []stage.Part{w.assetRequirements(id), planning{w}.assetActions(id)},
		})
	})
}

// classify opens the guided form for an asset.
func (w *Window) classify(id string) {
	w.showNew(Form, func() stage.Page {
		return classification.NewForm(w.stage(), classification.FormOptions{
			Asset: id, OnClose: w.Return, OnOpen: w.openAsset, OnPrint: func(asset, _ string) { w.printProtocol(asset) },
			OnProject: w.project, OnWorksheet: w.printWorksheet,
		})
	})
}

// classifyAlike opens the page that classifies several assets at once.
func (w *Window) classifyAlike(ids []string) {
	w.showNew(Form, func() stage.Page {
		return classification.NewAlike(w.stage(), classification.AlikeOptions{Assets: ids, OnClose: w.Return})
	})
}

// share asks for a name under which an asset's classification can be reused.
func (w *Window) share(id string) { classification.AskShare(w.stage(), id, nil) }
