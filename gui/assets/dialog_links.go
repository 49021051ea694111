package assets

import (
	"context"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// linkDialog chooses what a system holds, or which systems hold an information
// set: several at once, and a set that is not in the register yet.
type linkDialog struct {
	page   *Page
	dialog *widgets.Dialog
	chosen map[string]bool

	search *widgets.SearchEntry
	table  *widgets.Table[*register.Record]
	make   *widgets.Button
	take   *widgets.Button
}

// pickLinks asks what to link to the asset of a page.
func pickLinks(p *Page) {
	w := p.Text
	d := &linkDialog{page: p, chosen: map[string]bool{}}
	title, search := w.T("information.pick.systems"), w.T("information.pick.searchSystem")
	if d.system() {
		title, search = w.T("information.pick.sets"), w.T("information.pick.searchSet")
	}
	d.search = widgets.NewSearchEntry(search)
	d.search.OnSearch = d.list
	d.search.OnDown = func() { d.table.Focus() }
	d.search.OnSubmitted = func(string) { d.submitted() }
	d.table = widgets.NewTable(func(rec *register.Record) string { return rec.Asset.ID },
		widgets.TableColumn[*register.Record]{ID: "box", Width: 36, Box: func(rec *register.Record) (bool, bool) { return d.chosen[rec.Asset.ID], true }},
		widgets.TableColumn[*register.Record]{ID: "name", Title: w.T("field.name"), Width: 230, Grow: true, Text: func(rec *register.Record) string { return rec.Asset.Name }},
		widgets.TableColumn[*register.Record]{ID: "unit", Title: w.T("field.unit"), Width: 190, Grow: true, Text: d.unit, Tone: muted},
		widgets.TableColumn[*register.Record]{ID: "class", Title: w.T("assets.column.class"), Width: 170, Badges: func(rec *register.Record) []widgets.Badge {
			return listing.Levels(rec.Scale(), rec.Profile())
		}},
	)
	d.table.OnBox = func(rec *register.Record, on bool) { d.choose(rec, on) }
	d.table.OnOpen = func(rec *register.Record) { d.choose(rec, !d.chosen[rec.Asset.ID]) }
	d.table.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(w.T("information.pick.nothing"), widgets.Body, widgets.Muted)))
	d.make = widgets.NewButton("", d.makeSet)
	d.take = widgets.NewPrimary(w.T("information.pick.take"), d.save)
	d.take.Disable()
	top := widgets.Column(widgets.Near, d.search, d.make)
	content := widgets.Border(top, nil, nil, nil, widgets.Inset(widgets.Near, 0, widgets.Sized(0, 280, widgets.NewPlate(d.table))))
	d.dialog = widgets.NewDialog(p.Window.Canvas(), title, 760, content,
		widgets.NewButton(w.T("assets.cancel"), func() { d.dialog.Close() }), d.take)
	d.make.Hide()
	d.list("")
	d.dialog.Show(d.search)
}

func (d *linkDialog) system() bool { return d.page.rec.Asset.Kind == asset.System }

func (d *linkDialog) unit(rec *register.Record) string {
	return present.UnitBelow(d.page.Register, rec.Asset.Unit)
}

// list shows what a search finds. A set can be created if none has the name typed.
func (d *linkDialog) list(search string) {
	p := d.page
	jobs.Start(p.Jobs, "assets.links", func(ctx context.Context, _ *jobs.Progress) ([]*register.Record, error) {
		return linkChoices(ctx, p.Register, p.rec, search)
	}, func(found []*register.Record, err error) {
		if err != nil {
			p.Fail(err)
			return
		}
		d.table.SetRows(found)
		name := strings.TrimSpace(search)
		listing.Visible(d.make, d.system() && name != "" && !Known(found, name) && !Known(p.Register.Holdings().Sets(p.id), name))
		d.make.SetText(p.Text.T("information.pick.make", "name", name))
	})
}

func (d *linkDialog) choose(rec *register.Record, on bool) {
	if on {
		d.chosen[rec.Asset.ID] = true
	} else {
		delete(d.chosen, rec.Asset.ID)
	}
	d.table.SetRows(d.table.Rows())
	listing.Enable(d.take, len(d.chosen) > 0)
	d.take.SetText(d.page.Text.T("information.pick.take"))
	if n := len(d.chosen); n > 0 {
		d.take.SetText(d.page.Text.N("information.pick.takeMany", n))
	}
}

// submitted takes the only one that a search finds: Enter means what is seen.
func (d *linkDialog) submitted() {
	switch rows := d.table.Rows(); {
	case len(rows) == 1:
		d.choose(rows[0], true)
	case len(rows) == 0 && d.make.Visible():
		d.page.Window.Canvas().Focus(d.make)
	default:
		d.table.Focus()
	}
}

func (d *linkDialog) save() {
	p := d.page
	var ids []string
	for id := range d.chosen {
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return
	}
	d.dialog.Close()
	system := d.system()
	stage.Save(p.Stage, func(ctx context.Context) (int, error) {
		if system {
			return p.Register.Holdings().Link(ctx, p.id, ids...)
		}
		return p.Register.Holdings().Place(ctx, p.id, ids...)
	}, func(n int) {
		p.Tell(stage.Receipt{Message: text.Msg("information.added", "n", n), Undo: true})
	})
}

func (d *linkDialog) makeSet() {
	name := strings.TrimSpace(d.search.Text)
	d.dialog.Close()
	addSet(d.page, asset.Asset{Name: name}, func(asset.Asset, error) {})
}

// addSet stores a new information set in the system of a page, in the unit of the system.
func addSet(p *Page, a asset.Asset, done func(asset.Asset, error)) {
	a.Unit = p.rec.Asset.Unit
	if owner := p.rec.Asset.Fields[asset.InformationOwner]; owner != "" {
		a = a.With(asset.InformationOwner, owner)
	}
	stage.SaveOr(p.Stage, func(ctx context.Context) (asset.Asset, error) {
		return p.Register.Holdings().AddSet(ctx, p.id, a)
	}, func(made asset.Asset, err error) {
		done(made, err)
		if err != nil {
			p.Fail(err)
			return
		}
		p.Tell(stage.Receipt{Message: text.Msg("information.made", "name", made.Name), Undo: true})
	})
}
