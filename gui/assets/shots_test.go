package assets_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/assets"
	"infoklass/gui/present"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
)

// screen draws a page made on a register; then may press something on it.
func screen[P stage.Page](t testing.TB, name string, r *register.Register, build func(stage.Stage) P, then func(P, fyne.Canvas)) shots.Screen {
	var page P
	var place stage.Stage
	out := shots.Screen{Name: "assets-" + name}
	out.Make = func(set shots.Setting) fyne.CanvasObject {
		place, _ = newStage(r, set.Lang)
		place.Window = &pictured{}
		page = build(place)
		return shots.InShell(page.Object())
	}
	if then != nil {
		out.Then = func(c fyne.Canvas) {
			place.Window.(*pictured).canvas = c
			then(page, c)
		}
	}
	return out
}

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }

func nothing()                             {}
func noID(string)                          {}
func noRecords(string, []*register.Record) {}

var listOptions = assets.ListOptions{
	OnOpen: noID, OnClassify: noID, OnImport: nothing, OnExample: nothing, OnExport: noRecords, OnPrint: noRecords,
}

func newList(s stage.Stage) *assets.List { return assets.NewList(s, listOptions) }

// Screens lists the pictures of this package.
func screens(t testing.TB) []shots.Screen {
	r, none := sample(t), newRegister(t)
	availability := classify.Availability
	narrow := register.Query{AtLeast: classify.Level2, Aspect: &availability, Overdue: true, OwnerMissing: true}
	return []shots.Screen{
		screen(t, "list", r, newList, nil),
		screen(t, "list-filtered", r, newList, func(l *assets.List, _ fyne.Canvas) {
			l.Show(register.Query{Unit: r.Organisation().Boards()[2].ID, AtLeast: classify.Level2})
		}),
		screen(t, "list-nothing", r, newList, func(l *assets.List, _ fyne.Canvas) { l.Show(narrow) }),
		screen(t, "list-empty", none, newList, nil),
		screen(t, "list-selected", r, newList, func(l *assets.List, _ fyne.Canvas) { l.Select(r.Records()[3].Asset.ID, r.Records()[5].Asset.ID) }),
		screen(t, "new", r, newList, func(l *assets.List, _ fyne.Canvas) { l.New() }),
		screen(t, "change", r, newList, func(l *assets.List, c fyne.Canvas) {
			l.Select(r.Records()[3].Asset.ID, r.Records()[5].Asset.ID)
			press(t, c, "assets.do.change")
		}),
		screen(t, "columns", r, newList, func(_ *assets.List, c fyne.Canvas) { press(t, c, "assets.do.columns") }),
		screen(t, "unit", r, newList, func(l *assets.List, c fyne.Canvas) {
			l.New()
			press(t, c, "assets.unit.choose")
		}),
		screen(t, "delete", r, newList, func(l *assets.List, c fyne.Canvas) {
			l.Select(r.Records()[3].Asset.ID)
			press(t, c, "assets.do.delete")
		}),
	}
}

// The pictures of the page of an asset.
func pageScreens(t testing.TB) []shots.Screen {
	r := sample(t)
	edited(t, r)
	if err := example.Information(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	options := assets.PageOptions{OnClassify: noID, OnOpen: noID, OnPrintProtocol: noID, OnClose: nothing}
	named := func(name string) func(stage.Stage) *assets.Page {
		return func(s stage.Stage) *assets.Page { return assets.NewPage(s, id(t, r, name), options) }
	}
	page := func(i int) func(stage.Stage) *assets.Page {
		return func(s stage.Stage) *assets.Page { return assets.NewPage(s, r.Records()[i].Asset.ID, options) }
	}
	return []shots.Screen{
		screen(t, "page", r, page(0), nil),
		screen(t, "page-unclassified", r, page(15), nil),
		screen(t, "page-form", r, page(0), func(p *assets.Page, _ fyne.Canvas) { p.Edit(present.KeyName) }),
		screen(t, "page-form-all", r, page(0), func(p *assets.Page, c fyne.Canvas) {
			p.Edit(present.KeyName)
			press(t, c, "assets.form.all")
		}),
		screen(t, "page-own", r, page(0), func(p *assets.Page, c fyne.Canvas) {
			p.Edit(present.KeyName)
			press(t, c, "assets.own.add")
			press(t, c, "assets.own.save")
		}),
		screen(t, "page-versions", r, page(0), func(_ *assets.Page, c fyne.Canvas) { pressTab(t, c, "assets.tab.versions") }),
		screen(t, "page-information", r, named("Lärplattform"), func(p *assets.Page, _ fyne.Canvas) { p.Open(assets.InformationPart) }),
		screen(t, "page-information-new-look", r, named("Elevhälsojournal"), func(p *assets.Page, _ fyne.Canvas) { p.Open(assets.InformationPart) }),
		screen(t, "page-information-raised", r, named("Ekonomisystem"), nil),
		screen(t, "page-information-none", r, named("Fastighetssystem"), func(p *assets.Page, _ fyne.Canvas) { p.Open(assets.InformationPart) }),
		screen(t, "page-information-set", r, named("Elevuppgifter"), func(p *assets.Page, _ fyne.Canvas) { p.Open(assets.InformationPart) }),
		screen(t, "page-information-pick", r, named("Lärplattform"), func(p *assets.Page, c fyne.Canvas) {
			p.Open(assets.InformationPart)
			press(t, c, "information.add.set")
		}),
		screen(t, "page-information-make", r, named("Lärplattform"), func(p *assets.Page, c fyne.Canvas) {
			p.Open(assets.InformationPart)
			press(t, c, "information.new")
			press(t, c, "information.set.save")
		}),
		screen(t, "page-information-raise", r, named("Lärplattform"), func(p *assets.Page, c fyne.Canvas) {
			p.Open(assets.InformationPart)
			p.Adjust(classify.Integrity, false)
			press(t, c, "information.raise.save")
		}),
		screen(t, "page-information-lower", r, named("Lärplattform"), func(p *assets.Page, c fyne.Canvas) {
			p.Open(assets.InformationPart)
			p.Adjust(classify.Integrity, true)
			press(t, c, "information.lower.save")
		}),
		screen(t, "page-history", r, page(0), func(_ *assets.Page, c fyne.Canvas) { pressTab(t, c, "assets.tab.history") }),
	}
}

// edited makes a history for the first asset.
func edited(t testing.TB, r *register.Register) {
	t.Helper()
	id := r.Records()[0].Asset.ID
	for _, e := range []assets.AssetEdit{
		{Key: present.AssetKey(asset.Supplier), Value: "Exempelvård AB"},
		{Key: "personal_data", Value: "ja"},
		{Key: "hosting", Value: "Moln, inom EU/EES"},
		{Key: "contract_end", Value: "2028-06-30"},
		{Key: "sla", Value: "Dygnet runt, svar inom 30 minuter"},
		{Key: assets.OwnKey("Avtal 2"), Value: "option +2 år"},
		{Key: present.AssetKey(asset.SystemOwner), Value: "Verksamhetschef HSL"},
		{Key: present.AssetKey(asset.SystemManager), Value: "Mia Holm"},
	} {
		rec, _ := r.Record(id)
		if _, err := assets.ChangeOne(context.Background(), r, id, e.Key.Get(rec.Asset), e); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPictures(t *testing.T) {
	shots.Prove(t, append(screens(t), pageScreens(t)...))
}

func TestTabFollowsTheEye(t *testing.T) {
	r := sample(t)
	id := r.Records()[0].Asset.ID
	for name, build := range map[string]func(stage.Stage) stage.Page{
		"list": func(s stage.Stage) stage.Page {
			l := newList(s)
			l.Select(id)
			return l
		},
		"overview": func(s stage.Stage) stage.Page {
			return assets.NewPage(s, id, assets.PageOptions{OnClassify: noID, OnClose: nothing})
		},
		"form": func(s stage.Stage) stage.Page {
			p := assets.NewPage(s, id, assets.PageOptions{OnClassify: noID, OnClose: nothing})
			p.Edit(present.KeyName)
			return p
		},
	} {
		s, _ := newStage(r, text.Swedish)
		w := window(t, &s, func() fyne.CanvasObject { return build(s).Object() })
		shots.Settle(w.Canvas().Content())
		for _, p := range shots.TabOrder(w.Canvas().Content()) {
			t.Errorf("%s: %v", name, p)
		}
	}
}
