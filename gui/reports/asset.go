package reports

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// typing is how long to wait for the next letter before a search.
const typing = 120 * time.Millisecond

// assetCard is where a document about one asset is chosen: which document, and which asset.
type assetCard struct {
	s         stage.Stage
	documents []AssetDocument
	chosen    int

	chips             []*widgets.Chip
	what, empty       *widgets.Text
	search            *widgets.SearchEntry
	table             *widgets.Table[*register.Record]
	show, save, excel *widgets.Button
	object            fyne.CanvasObject
}

func newAssetCard(s stage.Stage, documents []AssetDocument) *assetCard {
	t := s.Text
	c := &assetCard{s: s, documents: documents}
	choice := widgets.Flow(widgets.Near)
	for i, d := range documents {
		chip := widgets.NewChip(d.Title, func() { c.choose(i) })
		c.chips = append(c.chips, chip)
		choice.Add(chip)
	}
	c.what = widgets.NewWrapped("", widgets.Body, widgets.Plain)
	c.search = widgets.NewSearchEntry(t.T("reports.search"))
	c.search.OnSearch = func(string) { s.Jobs.After("reports.type", typing, c.find) }
	c.search.OnDown = func() { c.table.Focus() }
	c.table = widgets.NewTable(func(r *register.Record) string { return r.Asset.ID },
		widgets.TableColumn[*register.Record]{ID: "name", Title: t.T("field.name"), Width: 200, Grow: true, Text: func(r *register.Record) string { return r.Asset.Name }},
		widgets.TableColumn[*register.Record]{ID: "unit", Title: t.T("field.unit"), Width: 160, Text: func(r *register.Record) string {
			return asset.Path(belowTop(s.Register.Organisation().UnitPath(r.Asset.Unit)))
		}},
		widgets.TableColumn[*register.Record]{ID: "state", Title: t.T("reports.state"), Width: 100, Text: func(r *register.Record) string { return t.T("state." + stateKey(r)) }},
	)
	c.empty = widgets.NewWrapped("", widgets.Body, widgets.Muted)
	c.table.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, c.empty))
	c.table.OnSelect = func([]*register.Record) { c.enable() }
	c.table.OnOpen = func(r *register.Record) { c.document().Open(r.Asset.ID, Show) }
	c.show = widgets.NewPrimary(t.T("reports.show"), func() { c.open(Show) })
	c.save = widgets.NewButton(t.T("reports.pdf"), func() { c.open(SavePDF) })
	c.excel = widgets.NewButton(t.T("reports.excel"), func() { c.open(SaveExcel) })
	head := widgets.Column(widgets.Near, choice, c.what, c.search)
	foot := widgets.Inset(8, 0, widgets.Flow(widgets.Near, c.show, c.save, c.excel))
	c.object = widgets.NewCard(t.T("reports.asset"), widgets.Border(head, foot, nil, nil, widgets.Inset(8, 0, widgets.NewPlate(c.table))))
	c.choose(0)
	return c
}

func (c *assetCard) document() AssetDocument { return c.documents[c.chosen] }

// choose takes another kind of document.
func (c *assetCard) choose(i int) {
	c.chosen = i
	for n, chip := range c.chips {
		chip.Set(c.documents[n].Title, n == i)
	}
	d := c.document()
	c.what.SetText(d.What)
	c.empty.SetText(d.Empty)
	c.excel.Hidden = !d.Excel
	c.object.Refresh()
	c.find()
}

// belowTop drops the municipality from a path, which every path begins with.
func belowTop(path []string) []string {
	if len(path) > 1 {
		return path[1:]
	}
	return path
}

func stateKey(r *register.Record) string {
	if st := r.State(); st != "" {
		return string(st)
	}
	return "none"
}

func (c *assetCard) open(f Format) {
	if rows := c.table.Selected(); len(rows) == 1 {
		c.document().Open(rows[0].Asset.ID, f)
	}
}

func (c *assetCard) enable() {
	for _, b := range []*widgets.Button{c.show, c.save, c.excel} {
		if len(c.table.Selected()) == 1 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// find lists the assets that have the document and match what was typed.
func (c *assetCard) find() {
	r, query, has := c.s.Register, register.Query{Text: c.search.Text}, c.document().Has
	jobs.Start(c.s.Jobs, "reports.find", func(ctx context.Context, _ *jobs.Progress) ([]*register.Record, error) {
		found, err := r.Find(ctx, query)
		var having []*register.Record
		for _, rec := range found {
			if has == nil || has(rec) {
				having = append(having, rec)
			}
		}
		text.SortBy(having, func(rec *register.Record) string { return rec.Asset.Name }, false)
		return having, err
	}, func(found []*register.Record, err error) {
		if err != nil {
			c.s.Fail(err)
			return
		}
		c.table.SetRows(found)
		c.enable()
	})
}
