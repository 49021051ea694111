package reports

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// query is which document is wanted, by its place, and of what asset.
type query struct {
	document int
	text     string
}

// assetCard is where a document about one asset is chosen: which document, and which asset.
type assetCard struct {
	*listing.List[*register.Record, query, []*register.Record]
	text  *text.Printer
	open  Open
	kinds []report.Kind

	what, empty *widgets.Text
	buttons     []*widgets.Button // shows, and saves in each of the formats there are
	object      fyne.CanvasObject
}

func newAssetCard(s stage.Stage, open Open) *assetCard {
	t := s.Text
	c := &assetCard{text: t, open: open, what: widgets.NewWrapped("", widgets.Body, widgets.Plain), empty: widgets.NewWrapped("", widgets.Body, widgets.Muted)}
	for _, k := range report.Catalogue {
		if k.One != nil {
			c.kinds = append(c.kinds, k)
		}
	}
	c.buttons = buttons(t, report.Formats, c.make)
	spec := listing.Spec[*register.Record, query, []*register.Record]{
		Name: "reports", Unmarked: true, Key: func(r *register.Record) string { return r.Asset.ID }, Columns: columns(s),
		Find: func(ctx context.Context, a listing.Ask[query, []*register.Record]) ([]*register.Record, error) {
			return having(ctx, s.Register, a.Query.text, c.kinds[a.Query.document].Has)
		},
		Search: t.T("reports.search"), Words: func(q *query) *string { return &q.text }, Changed: c.choose,
		Empty: func([]*register.Record, query) fyne.CanvasObject {
			return widgets.Inset(widgets.Apart, widgets.Apart, c.empty)
		},
		Open: func(r *register.Record) { c.open(c.kind(), r.Asset.ID, "") }, Marked: c.enable,
		Beneath: widgets.Inset(8, 0, widgets.Flow(widgets.Near, objects(c.buttons)...)),
		Tools: func(search fyne.CanvasObject, choice []fyne.CanvasObject) fyne.CanvasObject {
			return widgets.Column(widgets.Near, widgets.Flow(widgets.Near, choice...), c.what, search)
		},
		Around: func(table fyne.CanvasObject) fyne.CanvasObject { return widgets.Inset(8, 0, table) },
	}
	for i, k := range c.kinds {
		spec.Filters = append(spec.Filters, listing.Filter[query]{
			Say: func(q query) (string, bool) { return t.T(k.One.Title), q.document == i }, Press: func(q *query) { q.document = i },
		})
	}
	c.List = listing.New(s, spec)
	c.object = widgets.NewCard(t.T("reports.asset"), c.Object())
	c.choose(query{})
	c.Refresh()
	return c
}

func columns(s stage.Stage) []widgets.TableColumn[*register.Record] {
	t := s.Text
	return []widgets.TableColumn[*register.Record]{
		{ID: "name", Title: t.T("field.name"), Width: 200, Grow: true, Text: func(r *register.Record) string { return r.Asset.Name }},
		{ID: "unit", Title: t.T("field.unit"), Width: 160, Text: func(r *register.Record) string {
			return asset.Path(belowTop(s.Register.Organisation().UnitPath(r.Asset.Unit)))
		}},
		{ID: "state", Title: t.T("reports.state"), Width: 100, Text: func(r *register.Record) string { return t.T("state." + stateKey(r)) }},
	}
}

func (c *assetCard) kind() report.Kind { return c.kinds[c.Query().document] }

// choose shows what a kind of document holds.
func (c *assetCard) choose(q query) {
	k := c.kinds[q.document]
	c.what.SetText(c.text.T(k.One.What))
	c.empty.SetText(c.text.T(k.One.Note))
	for i, f := range report.Formats {
		c.buttons[i+1].Hidden = !slices.Contains(k.Formats, f)
	}
	c.object.Refresh()
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

func (c *assetCard) make(f report.Format) {
	c.WithCurrent(func(r *register.Record) { c.open(c.kind(), r.Asset.ID, f) })()
}

func (c *assetCard) enable(rows []*register.Record) {
	for _, b := range c.buttons {
		listing.Enable(b, len(rows) == 1)
	}
}

// having lists the assets that a search finds and that have a document, by name.
func having(ctx context.Context, r *register.Register, search string, has func(*register.Record) bool) ([]*register.Record, error) {
	found, err := r.Find(ctx, register.Query{Text: search})
	var out []*register.Record
	for _, rec := range found {
		if has == nil || has(rec) {
			out = append(out, rec)
		}
	}
	text.SortBy(out, func(rec *register.Record) string { return rec.Asset.Name }, false)
	return out, err
}
