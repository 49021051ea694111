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
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
)

func noID(string)          {}
func noIDs(string, string) {}

var tabOptions = requirements.TabOptions{OnAction: noIDs, OnPrint: noID, OnProcurement: func(string, bool) {}, OnClassify: noID}

// tabbed is the tab of an asset under the head of a page.
type tabbed struct {
	*requirements.Tab
	object fyne.CanvasObject
}

func (t tabbed) Object() fyne.CanvasObject { return t.object }

// tabScreen draws the tab of an asset; then may press something on it.
func tabScreen(t testing.TB, name string, r *register.Register, asset string, then func(*trial.Desk, tabbed)) shots.Screen {
	id := trial.Record(t, r, asset).Asset.ID
	return trial.Screen(t, "requirements-tab-"+name, r, func(s stage.Stage) tabbed {
		tab := requirements.NewTab(s, id, tabOptions)
		tab.Refresh()
		content := widgets.Border(widgets.Column(0, widgets.NewTabs(s.Text.T("assets.tab.overview"), tab.Title()), widgets.Inset(4, 0, widgets.Column(0))), nil, nil, nil, tab.Object())
		return tabbed{tab, widgets.NewPage(asset, "–", content).Object()}
	}, then)
}

// pageScreen draws a whole page, after what is called by a text of the catalogue was pressed.
func pageScreen(t testing.TB, name string, r *register.Register, build func(stage.Stage) stage.Page, key string) shots.Screen {
	return trial.Screen(t, "requirements-"+name, r, build, func(d *trial.Desk, _ stage.Page) {
		if key != "" {
			d.Press(d.T(key))
		}
	})
}

func newPage(s stage.Stage) stage.Page {
	return requirements.NewPage(s, requirements.PageOptions{OnOpen: noID, OnCatalogue: func() {}})
}

func newCatalogue(s stage.Stage) stage.Page { return requirements.NewCatalogue(s, func() {}) }

// pressed presses what is called by a text of the catalogue.
func pressed(key string) func(*trial.Desk, tabbed) {
	return func(d *trial.Desk, _ tabbed) { d.Press(d.T(key)) }
}

func screens(t testing.TB) []shots.Screen {
	r := sample(t)
	user, platform := trial.Record(t, r, "Avvikelserapportering").Asset.ID, trial.Record(t, r, "Lärplattform").Asset.ID
	if err := r.Requirements().UsePlatform(t.Context(), user, platform); err != nil {
		t.Fatal(err)
	}
	return []shots.Screen{
		tabScreen(t, "answered", r, "Journalsystem HSL", nil),
		tabScreen(t, "exception", r, "Journalsystem HSL", func(_ *trial.Desk, tab tabbed) {
			tab.Select(exceptedOf(r, trial.Record(t, r, "Journalsystem HSL").Asset.ID))
		}),
		tabScreen(t, "fresh", r, "Avvikelserapportering", nil),
		tabScreen(t, "several", r, "Ekonomisystem", func(_ *trial.Desk, tab tabbed) { tab.Select("BEH-01", "BEH-02") }),
		tabScreen(t, "except", r, "Journalsystem HSL", pressed("requirements.exception.add")),
		tabScreen(t, "procurement", buying(t), "Inköpssystem", pressed("requirements.procurement")),
		tabScreen(t, "refused", r, "Inköpssystem", pressed("requirements.procurement")),
		pageScreen(t, "page", r, newPage, ""),
		pageScreen(t, "catalogue", r, newCatalogue, ""),
		pageScreen(t, "catalogue-add", r, newCatalogue, "catalogue.add"),
		pageScreen(t, "catalogue-change", r, newCatalogue, "catalogue.change"),
		pageScreen(t, "catalogue-off", r, newCatalogue, "catalogue.off"),
		pageScreen(t, "catalogue-merge", r, newCatalogue, "requirements.renewals.choose"),
		tabScreen(t, "platforms", r, "Avvikelserapportering", pressed("requirements.platforms")),
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
	c, err := r.Classifications().StartDraft(trial.Record(t, r, "Inköpssystem").Asset.ID)
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Profile {
		c.Profile[i], c.Reasons[i] = classify.Level2, "skäl"
	}
	c.DecidedBy, c.NextReview = "Sektorchef", "2027-11-01"
	if _, err := r.Classifications().Decide(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPictures(t *testing.T) { shots.Prove(t, screens(t)) }
