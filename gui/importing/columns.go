package importing

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/inventory"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// columns is the second step: what each column means.
type columns struct {
	w     *Wizard
	rows  *fyne.Container
	sums  *fyne.Container
	whole fyne.CanvasObject
}

// weights divide the width between header, meaning, certainty and examples.
var weights = []float32{3, 4, 2, 4}

func newColumns(w *Wizard) *columns {
	c := &columns{w: w, rows: widgets.Column(widgets.Tight), sums: container.NewStack()}
	list := widgets.NewCard("", widgets.Scrolled(c.rows))
	c.whole = widgets.Columns(widgets.Apart, []float32{7, 3}, list, widgets.Scrolled(c.sums))
	return c
}

func (c *columns) object() fyne.CanvasObject { return c.whole }

func (c *columns) apply() {
	t := c.w.Text
	head := widgets.Columns(widgets.Near, weights,
		widgets.NewText(t.T("importing.column.header"), widgets.Caption, widgets.Muted), widgets.NewText(t.T("importing.column.becomes"), widgets.Caption, widgets.Muted),
		widgets.NewText(t.T("importing.column.certainty"), widgets.Caption, widgets.Muted), widgets.NewText(t.T("importing.column.examples"), widgets.Caption, widgets.Muted))
	rows := []fyne.CanvasObject{head}
	for i := range c.w.proposal.Tables {
		table := &c.w.proposal.Tables[i]
		if len(c.w.proposal.Tables) > 1 {
			rows = append(rows, widgets.NewElided(table.Sheet, widgets.Strong, widgets.Plain))
		}
		for _, col := range table.Columns {
			rows = append(rows, c.row(table, col))
		}
	}
	c.rows.Objects = rows
	c.rows.Refresh()
	c.sums.Objects = []fyne.CanvasObject{summary(c.w)}
	c.sums.Refresh()
}

func (c *columns) row(table *inventory.Table, col inventory.Column) fyne.CanvasObject {
	t := c.w.Text
	header := strings.Join(strings.Fields(col.Header), " ")
	tone := widgets.Plain
	if header == "" {
		header, tone = t.T("importing.column.nameless", "column", col.Name()), widgets.Muted
	}
	if col.Group != "" {
		header = col.Group + " › " + header
	}
	becomes := widgets.NewChoice(present.FieldLabel(t, col.Field), func() []*fyne.MenuItem { return c.meanings(table.Sheet, col.Number) })
	certainty := widgets.NewText(t.T("importing.certainty."+string(col.Certainty)), widgets.Body, certaintyTones[col.Certainty])
	examples := widgets.NewElided(strings.Join(col.Examples, " · "), widgets.Body, widgets.Muted)
	line := widgets.Columns(widgets.Near, weights, widgets.NewElided(header, widgets.Body, tone), container.NewBorder(nil, nil, becomes, nil), certainty, examples)
	if col.Why.Key == "" {
		return line
	}
	why := widgets.NewElided(col.Why.In(t), widgets.Caption, widgets.Muted)
	return widgets.Column(0, line, why)
}

var certaintyTones = map[inventory.Certainty]widgets.Tone{
	inventory.Certain: widgets.Good, inventory.Likely: widgets.Warning, inventory.Custom: widgets.Plain, inventory.Ignored: widgets.Muted,
}

// meanings is the menu of what a column may become.
func (c *columns) meanings(sheet string, column int) []*fyne.MenuItem {
	t := c.w.Text
	choose := func(field string) func() {
		return func() {
			c.w.options.Columns[inventory.ColumnRef{Sheet: sheet, Column: column}] = field
			c.w.again()
		}
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(present.FieldLabel(t, inventory.FieldCustom), choose(inventory.FieldCustom)),
		fyne.NewMenuItem(present.FieldLabel(t, inventory.FieldIgnore), choose(inventory.FieldIgnore)),
		fyne.NewMenuItemSeparator(),
	}
	for _, m := range present.Meanings(t) {
		group := fyne.NewMenuItem(m.Label, nil)
		var fields []*fyne.MenuItem
		for _, f := range m.Fields {
			fields = append(fields, fyne.NewMenuItem(present.FieldLabel(t, f), choose(f)))
		}
		group.ChildMenu = fyne.NewMenu("", fields...)
		items = append(items, group)
	}
	return items
}

// summary is what the import would do as it is understood now.
func summary(w *Wizard) fyne.CanvasObject {
	t, n := w.Text, w.proposal.Counts
	lines := []fyne.CanvasObject{
		widgets.NewWrapped(t.N("importing.sum.create", n.Create), widgets.Body, widgets.Plain),
		widgets.NewWrapped(t.N("importing.sum.update", n.Update), widgets.Body, widgets.Plain),
		widgets.NewWrapped(t.N("importing.sum.unchanged", n.Unchanged), widgets.Body, widgets.Plain),
	}
	if n.Stop > 0 {
		lines = append(lines, widgets.NewWrapped(t.N("importing.sum.stop", n.Stop), widgets.Body, widgets.Bad))
	}
	if open := len(w.proposal.Questions); open > 0 {
		lines = append(lines, widgets.NewWrapped(t.N("importing.sum.questions", open), widgets.Body, widgets.Warning))
	}
	lines = append(lines, widgets.NewWrapped(t.T("importing.promise"), widgets.Small, widgets.Muted))
	cards := []fyne.CanvasObject{widgets.NewCard(t.T("importing.sum"), widgets.Column(widgets.Tight, lines...))}
	if notices := noticeLines(w); len(notices) > 0 {
		cards = append(cards, widgets.NewCard(t.T("importing.notices"), widgets.Column(widgets.Near, notices...)))
	}
	cards = append(cards, widgets.NewCard(t.T("importing.mapping"), widgets.NewWrapped(t.T("importing.mapping.what"), widgets.Small, widgets.Muted)))
	return widgets.Column(widgets.Apart, cards...)
}

func noticeLines(w *Wizard) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, m := range w.book.Notices {
		out = append(out, widgets.NewWrapped(m.In(w.Text), widgets.Small, widgets.Plain))
	}
	for _, n := range w.proposal.Notices {
		out = append(out, widgets.NewWrapped(n.Message.In(w.Text), widgets.Small, widgets.Plain))
	}
	if len(w.proposal.Missing) > 0 {
		out = append(out, widgets.NewWrapped(w.Text.N("importing.missing", len(w.proposal.Missing)), widgets.Small, widgets.Plain))
	}
	return out
}
