package requirements_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/gui/requirements"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

func noID(string)          {}
func noIDs(string, string) {}

var tabOptions = requirements.TabOptions{OnAction: noIDs, OnPrint: noID, OnProcurement: func(string, bool) {}, OnClassify: noID}

// tabScreen draws the tab of an asset under the head of a page; then may press something on it.
func tabScreen(t testing.TB, name string, r *register.Register, asset string, then func(*requirements.Tab, fyne.Canvas)) shots.Screen {
	var tab *requirements.Tab
	var place stage.Stage
	id := idOf(t, r, asset)
	return shots.Screen{
		Name: "requirements-tab-" + name,
		Make: func(set shots.Setting) fyne.CanvasObject {
			place, _ = newStage(r, set.Lang)
			place.Window = &pictured{}
			tab = requirements.NewTab(place, id, tabOptions)
			tab.Refresh()
			content := widgets.Border(widgets.Column(0, widgets.NewTabs(place.Text.T("assets.tab.overview"), tab.Title()), widgets.Inset(4, 0, widgets.Column(0))), nil, nil, nil, tab.Object())
			return shots.InShell(widgets.NewPage(asset, "–", content).Object())
		},
		Then: func(c fyne.Canvas) {
			place.Window.(*pictured).canvas = c
			if then != nil {
				then(tab, c)
			}
		},
	}
}

// pageScreen draws a whole page; then may press something on it.
func pageScreen(name string, r *register.Register, build func(stage.Stage) stage.Page, then func(fyne.Canvas)) shots.Screen {
	var place stage.Stage
	return shots.Screen{
		Name: "requirements-" + name,
		Make: func(set shots.Setting) fyne.CanvasObject {
			place, _ = newStage(r, set.Lang)
			place.Window = &pictured{}
			page := build(place)
			page.Refresh()
			return shots.InShell(page.Object())
		},
		Then: func(c fyne.Canvas) {
			place.Window.(*pictured).canvas = c
			if then != nil {
				then(c)
			}
		},
	}
}

func newPage(s stage.Stage) stage.Page {
	return requirements.NewPage(s, requirements.PageOptions{OnOpen: noID, OnCatalogue: func() {}})
}

func newCatalogue(s stage.Stage) stage.Page { return requirements.NewCatalogue(s, func() {}) }

func screens(t testing.TB) []shots.Screen {
	r := sample(t)
	user, platform := idOf(t, r, "Avvikelserapportering"), idOf(t, r, "Lärplattform")
	if err := r.Requirements().UsePlatform(ctx, user, platform); err != nil {
		t.Fatal(err)
	}
	return []shots.Screen{
		tabScreen(t, "answered", r, "Journalsystem HSL", nil),
		tabScreen(t, "exception", r, "Journalsystem HSL", func(tab *requirements.Tab, _ fyne.Canvas) { tab.Select(exceptedOf(r, idOf(t, r, "Journalsystem HSL"))) }),
		tabScreen(t, "fresh", r, "Avvikelserapportering", nil),
		tabScreen(t, "several", r, "Ekonomisystem", func(tab *requirements.Tab, _ fyne.Canvas) { tab.Select("BEH-01", "BEH-02") }),
		tabScreen(t, "except", r, "Journalsystem HSL", func(_ *requirements.Tab, c fyne.Canvas) { pressAny(t, c, "requirements.exception.add") }),
		tabScreen(t, "procurement", buying(t), "Inköpssystem", func(_ *requirements.Tab, c fyne.Canvas) { pressAny(t, c, "requirements.procurement") }),
		tabScreen(t, "refused", r, "Inköpssystem", func(_ *requirements.Tab, c fyne.Canvas) { pressAny(t, c, "requirements.procurement") }),
		pageScreen("page", r, newPage, nil),
		pageScreen("catalogue", r, newCatalogue, nil),
		pageScreen("catalogue-add", r, newCatalogue, func(c fyne.Canvas) { pressAny(t, c, "catalogue.add") }),
		pageScreen("catalogue-change", r, newCatalogue, func(c fyne.Canvas) { pressAny(t, c, "catalogue.change") }),
		pageScreen("catalogue-off", r, newCatalogue, func(c fyne.Canvas) { pressAny(t, c, "catalogue.off") }),
		pageScreen("catalogue-merge", r, newCatalogue, func(c fyne.Canvas) { pressAny(t, c, "requirements.renewals.choose") }),
		tabScreen(t, "platforms", r, "Avvikelserapportering", func(_ *requirements.Tab, c fyne.Canvas) { pressAny(t, c, "requirements.platforms") }),
	}
}

// exceptedOf is a requirement that an asset has an exception from.
func exceptedOf(r *register.Register, id string) string {
	rec, _ := r.Record(id)
	for req := range rec.Standing.Exceptions {
		return req
	}
	return string(requirement.OnSystem)
}

// buying is a register where an asset that is about to be bought has been classified.
func buying(t testing.TB) *register.Register {
	r := sample(t)
	c, err := r.Classifications().StartDraft(idOf(t, r, "Inköpssystem"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Profile {
		c.Profile[i], c.Reasons[i] = classify.Level2, "skäl"
	}
	c.DecidedBy, c.NextReview = "Sektorchef", "2027-11-01"
	if _, err := r.Classifications().Decide(ctx, c); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPictures(t *testing.T) { shots.Prove(t, screens(t)) }
