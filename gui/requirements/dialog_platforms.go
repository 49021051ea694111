package requirements

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// platformDialog says which shared platforms the asset stands on.
type platformDialog struct {
	tab    *Tab
	dialog *widgets.Dialog
	now    *fyne.Container // those it stands on
	search *widgets.SearchEntry
	table  *widgets.Table[*register.Record]
	add    *widgets.Button
	fault  *widgets.Text
}

func (t *Tab) askPlatforms() {
	p := t.Text
	d := &platformDialog{tab: t, now: widgets.Column(widgets.Tight), search: widgets.NewSearchEntry(p.T("requirements.platform.search")), fault: widgets.NewWrapped("", widgets.Small, widgets.Bad)}
	d.fault.Hide()
	d.table = widgets.NewTable(func(r *register.Record) string { return r.Asset.ID },
		widgets.TableColumn[*register.Record]{ID: "name", Title: p.T("field.name"), Width: 220, Grow: true, Text: func(r *register.Record) string { return r.Asset.Name }},
		widgets.TableColumn[*register.Record]{ID: "unit", Title: p.T("field.unit"), Width: 220, Text: func(r *register.Record) string { return present.UnitBelow(t.Register, r.Asset.Unit) }},
	)
	d.table.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(p.T("requirements.platform.none"), widgets.Body, widgets.Muted)))
	d.table.OnOpen = func(*register.Record) { d.use() }
	d.search.OnSearch = func(string) { d.find() }
	d.search.OnDown = d.table.Focus
	d.add = widgets.NewButton(p.T("requirements.platform.add"), d.use)
	content := widgets.Column(10,
		widgets.NewWrapped(p.T("requirements.platform.words"), widgets.Small, widgets.Muted),
		d.now, d.search, widgets.Sized(0, 190, widgets.NewPlate(d.table)), d.fault)
	d.dialog = widgets.NewDialog(t.Window.Canvas(), p.T("requirements.platform.title"), 560, content,
		d.add, widgets.NewPrimary(p.T("requirements.platform.done"), func() { d.dialog.Close() }))
	d.apply()
	d.dialog.Show(d.search)
	d.find()
}

// apply lists the platforms that the asset stands on.
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

// find lists the assets that may be a platform of this one.
func (d *platformDialog) find() {
	r, query := d.tab.Register, register.Query{Text: d.search.Text}
	jobs.Start(d.tab.Jobs, "requirements.platforms", func(ctx context.Context, _ *jobs.Progress) ([]*register.Record, error) {
		found, err := r.Find(ctx, query)
		text.SortBy(found, func(rec *register.Record) string { return rec.Asset.Name }, false)
		return found, err
	}, func(found []*register.Record, err error) {
		if err != nil {
			d.tab.Fail(err)
			return
		}
		var others []*register.Record
		for _, rec := range found {
			if rec.Asset.ID != d.tab.id {
				others = append(others, rec)
			}
		}
		d.table.SetRows(others)
	})
}

func (d *platformDialog) use() {
	if rows := d.table.Selected(); len(rows) == 1 {
		d.change(rows[0].Asset.ID, d.tab.Register.Requirements().UsePlatform)
	}
}

// change puts the asset on a platform or takes it off. A refusal is told in the dialog.
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
