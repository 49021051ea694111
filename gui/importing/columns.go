package importing

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"infoklass/domain/intake"
	"infoklass/gui/widgets"
)

// columns is the second step: what each column means.
type columns struct {
	w     *Wizard
	rows  *fyne.Container
	sums  *fyne.Container
	lines map[intake.ColumnRef]*columnLine
	shape string // which columns the lines are for
	whole fyne.CanvasObject
}

// columnLine is one column of the list: what it is called, what it becomes,
// how certain that is and why, and examples of what is in it.
type columnLine struct {
	becomes   *widgets.Button
	certainty *widgets.Text
	why       *widgets.Text
	examples  *widgets.Text
	object    fyne.CanvasObject
}

// weights divide the width between header, meaning, certainty and examples.
var weights = []float32{6, 8, 3, 7}

func newColumns(w *Wizard) *columns {
	c := &columns{w: w, rows: widgets.Column(widgets.Tight), sums: container.NewStack()}
	page := widgets.Beside(250, 520, widgets.NewCard("", c.rows), c.sums)
	c.whole = widgets.Scrolled(page)
	return c
}

func (c *columns) object() fyne.CanvasObject { return c.whole }

func (c *columns) focus() { c.w.focusOn(c.w.next) }

func (c *columns) apply() {
	if shape := c.shapeNow(); shape != c.shape {
		c.shape = shape
		c.build()
	}
	for i := range c.w.proposal.Tables {
		table := &c.w.proposal.Tables[i]
		for _, col := range table.Columns {
			c.lines[intake.ColumnRef{Sheet: table.Sheet, Column: col.Number}].show(c.w, col)
		}
	}
	c.rows.Refresh()
	c.sums.Objects = []fyne.CanvasObject{summary(c.w)}
	c.sums.Refresh()
}

// shapeNow names the columns there are: while they stay, so do the widgets
// and with them the keyboard and the place on the page.
func (c *columns) shapeNow() string {
	var b strings.Builder
	for i := range c.w.proposal.Tables {
		table := &c.w.proposal.Tables[i]
		b.WriteString("\x00" + table.Sheet)
		for _, col := range table.Columns {
			b.WriteString("\x01" + col.Name() + col.Group + "\x02" + col.Header)
		}
	}
	return b.String()
}

func (c *columns) build() {
	c.lines = map[intake.ColumnRef]*columnLine{}
	t := c.w.Text
	head := widgets.Columns(widgets.Near, weights,
		widgets.NewElided(t.T("importing.column.header"), widgets.Caption, widgets.Muted), widgets.NewElided(t.T("importing.column.becomes"), widgets.Caption, widgets.Muted),
		widgets.NewElided(t.T("importing.column.certainty"), widgets.Caption, widgets.Muted), widgets.NewElided(t.T("importing.column.examples"), widgets.Caption, widgets.Muted))
	rows := []fyne.CanvasObject{head}
	for i := range c.w.proposal.Tables {
		table := &c.w.proposal.Tables[i]
		if len(c.w.proposal.Tables) > 1 {
			rows = append(rows, widgets.Inset(widgets.Near, 0, widgets.NewElided(table.Sheet, widgets.Section, widgets.Plain)))
		}
		for _, col := range table.Columns {
			line := c.line(table.Sheet, col)
			c.lines[intake.ColumnRef{Sheet: table.Sheet, Column: col.Number}] = line
			rows = append(rows, line.object)
		}
	}
	c.rows.Objects = rows
}

func (c *columns) line(sheet string, col intake.Column) *columnLine {
	name, named := columnTitle(c.w.Text, col)
	tone := widgets.Plain
	if !named {
		tone = widgets.Muted
	}
	l := &columnLine{
		certainty: widgets.NewWrapped("", widgets.Body, widgets.Plain), why: widgets.NewWrapped("", widgets.Caption, widgets.Muted),
		examples: widgets.NewElided("", widgets.Body, widgets.Muted),
	}
	l.becomes = widgets.NewMenuButton("", nil).Compact()
	l.becomes.OnTapped = func() { c.ask(sheet, col, name) }
	header := widgets.NewWrapped(name, widgets.Body, tone)
	line := widgets.Columns(widgets.Near, weights, header, container.New(leftTop{}, l.becomes), l.certainty, l.examples)
	l.object = widgets.Column(1, line, l.why, widget.NewSeparator())
	return l
}

func (l *columnLine) show(w *Wizard, col intake.Column) {
	t := w.Text
	l.becomes.SetText(FieldLabel(t, Becomes(col)))
	l.certainty.SetText(t.T("importing.certainty." + string(col.Certainty)))
	l.certainty.SetTone(certaintyTones[col.Certainty])
	l.examples.SetText(strings.Join(col.Examples, " · "))
	if len(col.Examples) == 0 {
		l.examples.SetText(t.T("importing.column.empty"))
	}
	l.why.Hidden = col.Why.Key == "" || len(col.Examples) == 0
	if !l.why.Hidden {
		l.why.SetText(col.Why.In(t))
	}
}

var certaintyTones = map[intake.Certainty]widgets.Tone{
	intake.Certain: widgets.Good, intake.Likely: widgets.Warning, intake.Custom: widgets.Plain, intake.Ignored: widgets.Muted,
}

// ask lets the user say what a column means.
func (c *columns) ask(sheet string, col intake.Column, name string) {
	ref := intake.ColumnRef{Sheet: sheet, Column: col.Number}
	pickMeaning(c.w.Stage, name, func(field string) {
		c.w.options.Columns[ref] = field
		c.lines[ref].becomes.SetText(FieldLabel(c.w.Text, field))
		c.w.changed()
	})
}

// leftTop keeps an object at its own size, but no wider than its place.
type leftTop struct{}

func (leftTop) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (leftTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	need := objects[0].MinSize()
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(min(need.Width, size.Width), need.Height))
}
