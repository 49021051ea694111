package requirements_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/gui/requirements"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

func noID(string)          {}
func noIDs(string, string) {}

var tabOptions = requirements.TabOptions{OnAction: noIDs, OnPrint: noID, OnProcurement: noID, OnClassify: noID}

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

func screens(t testing.TB) []shots.Screen {
	r := sample(t)
	user, platform := idOf(t, r, "Avvikelserapportering"), idOf(t, r, "Lärplattform")
	if err := r.UsePlatform(ctx, user, platform); err != nil {
		t.Fatal(err)
	}
	return []shots.Screen{
		tabScreen(t, "answered", r, "Journalsystem HSL", nil),
		tabScreen(t, "exception", r, "Journalsystem HSL", func(tab *requirements.Tab, _ fyne.Canvas) { tab.Select(exceptedOf(r, idOf(t, r, "Journalsystem HSL"))) }),
		tabScreen(t, "fresh", r, "Avvikelserapportering", nil),
		tabScreen(t, "several", r, "Ekonomisystem", func(tab *requirements.Tab, _ fyne.Canvas) { tab.Select("BEH-01", "BEH-02") }),
		tabScreen(t, "except", r, "Journalsystem HSL", func(_ *requirements.Tab, c fyne.Canvas) { pressAny(t, c, "requirements.exception.add") }),
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

func TestPictures(t *testing.T) { shots.Prove(t, screens(t)) }
