package requirements

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// platformDialog chooses which shared platforms the asset uses.
type platformDialog struct {
	tab   *Tab
	now   *fyne.Container // those it uses
	fault *widgets.Text
}

func (t *Tab) askPlatforms() {
	p := t.Text
	d := &platformDialog{tab: t, now: widgets.Column(widgets.Tight), fault: widgets.NewWrapped("", widgets.Small, widgets.Bad)}
	d.fault.Hide()
	use := func(r *register.Record) { d.change(r.Asset.ID, t.Register.Requirements().UsePlatform) }
	list := listing.New(t.Stage, listing.Spec[*register.Record, string, []*register.Record]{
		Name: "platforms", Unmarked: true, Key: func(r *register.Record) string { return r.Asset.ID },
		Columns: []widgets.TableColumn[*register.Record]{
			{ID: "name", Title: p.T("field.name"), Width: 220, Grow: true, Text: func(r *register.Record) string { return r.Asset.Name }},
			{ID: "unit", Title: p.T("field.unit"), Width: 220, Text: func(r *register.Record) string { return present.UnitBelow(t.Register, r.Asset.Unit) }},
		},
		Find: func(ctx context.Context, a listing.Ask[string, []*register.Record]) ([]*register.Record, error) {
			return t.others(ctx, a.Query)
		},
		Search: p.T("requirements.platform.search"), Words: func(search *string) *string { return search },
		Empty: func([]*register.Record, string) fyne.CanvasObject {
			return listing.Quiet(p.T("requirements.platform.none"))
		},
		Open: use,
		Tools: func(search fyne.CanvasObject, _ []fyne.CanvasObject) fyne.CanvasObject {
			return widgets.Column(6, search, widgets.Column(0))
		},
		Around: func(table fyne.CanvasObject) fyne.CanvasObject { return widgets.Sized(0, 190, table) },
	})
	content := widgets.Column(10, widgets.NewWrapped(p.T("requirements.platform.words"), widgets.Small, widgets.Muted), d.now, list.Object(), d.fault)
	var dialog *widgets.Dialog
	dialog = widgets.NewDialog(t.Window.Canvas(), p.T("requirements.platform.title"), 560, content,
		widgets.NewButton(p.T("requirements.platform.add"), list.WithCurrent(use)), widgets.NewPrimary(p.T("requirements.platform.done"), func() { dialog.Close() }))
	d.apply()
	dialog.Show(list.Search)
	list.Refresh()
}

// apply lists the platforms that the asset uses.
func (d *platformDialog) apply() {
	t := d.tab
	d.now.Objects = nil
	for _, platform := range t.Register.Requirements().Platforms(t.id) {
		remove := widgets.NewButton(t.Text.T("requirements.platform.remove"), func() { d.change(platform.Asset.ID, t.Register.Requirements().LeavePlatform) }).Compact()
		d.now.Add(widgets.Border(nil, nil, nil, remove, widgets.NewElided(platform.Asset.Name, widgets.Strong, widgets.Plain)))
	}
	if len(d.now.Objects) == 0 {
		d.now.Add(widgets.NewWrapped(t.Text.T("requirements.platform.nothing"), widgets.Body, widgets.Plain))
	}
	d.now.Refresh()
}

// others are the assets that a search finds and that may be a platform of this one, by name.
func (t *Tab) others(ctx context.Context, search string) ([]*register.Record, error) {
	found, err := t.Register.Find(ctx, register.Query{Text: search})
	found = slices.DeleteFunc(slices.Clone(found), func(rec *register.Record) bool { return rec.Asset.ID == t.id })
	text.SortBy(found, func(rec *register.Record) string { return rec.Asset.Name }, false)
	return found, err
}

// change puts the asset on a platform or takes it off. A refusal is shown in the dialog.
func (d *platformDialog) change(platform string, do func(context.Context, string, string) error) {
	id := d.tab.id
	stage.SaveOr(d.tab.Stage, func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx, id, platform) }, func(_ struct{}, err error) {
		d.fault.Hidden = err == nil
		if err != nil {
			d.fault.SetText(text.Explain(d.tab.Text, err))
		}
		d.apply()
		d.tab.Refresh()
	})
}
