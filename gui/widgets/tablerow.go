package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// gridBodyRenderer draws the rows in view. It keeps one gridRow for each place
// in the view; a row that scrolls out hands its gridRow to one that scrolls in.
type gridBodyRenderer struct {
	body    *gridBody
	rows    []*gridRow
	objects []fyne.CanvasObject
	ring    *canvas.Rectangle
	tip     *cellTip
	look    gridLook
}

// gridLook holds what every cell asks the theme for, asked once.
type gridLook struct {
	plain, bold                  face
	row, text, margin, box       float32
	clear, chosen, hovered, line color.Color
	tones                        [Accent + 1]color.Color
}

func newGridBodyRenderer(b *gridBody) *gridBodyRenderer {
	r := &gridBodyRenderer{body: b, ring: canvas.NewRectangle(color.Transparent), tip: newCellTip()}
	r.readTheme()
	return r
}

func (r *gridBodyRenderer) readTheme() {
	l := &r.look
	l.plain, l.bold = Body.face(), Strong.face()
	l.row, l.text = r.body.grid.rowHeight(), l.plain.height()
	l.margin, l.box = theme.Scaled(cellMargin), theme.Scaled(boxSize)
	l.clear = color.Transparent
	l.chosen = fynetheme.Color(theme.ColorAccentSoft)
	l.hovered = fynetheme.Color(fynetheme.ColorNameHover)
	l.line = fynetheme.Color(fynetheme.ColorNameSeparator)
	for tone := range l.tones {
		l.tones[tone] = Tone(tone).colour()
	}
	r.ring.StrokeColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	r.ring.StrokeWidth = theme.Scaled(2)
	r.ring.CornerRadius = theme.Scaled(3)
}

func (r *gridBodyRenderer) Destroy()                     {}
func (r *gridBodyRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *gridBodyRenderer) Layout(fyne.Size)             { r.update() }

func (r *gridBodyRenderer) MinSize() fyne.Size {
	g := r.body.grid
	height := float32(g.source.count()) * g.rowHeight()
	if g.total > g.scroll.Size().Width {
		height += fynetheme.Size(fynetheme.SizeNameScrollBar) // the bar must not hide the last row
	}
	return fyne.NewSize(g.total, height)
}

func (r *gridBodyRenderer) Refresh() {
	r.readTheme()
	r.forget()
	r.update()
	canvas.Refresh(r.body)
}

// forget makes update draw every row again.
func (r *gridBodyRenderer) forget() {
	for _, row := range r.rows {
		row.shows = -1
	}
	r.tip.hide()
}

// update draws the rows that are in view and not drawn yet.
func (r *gridBodyRenderer) update() {
	g := r.body.grid
	view := g.scroll.Size().Height
	places := int(view/r.look.row) + 2
	if len(r.rows) != places || !r.fits() {
		r.build(places)
	}
	first := int(g.scroll.Offset.Y / r.look.row)
	for i := first; i < first+places; i++ {
		row := r.rows[i%places]
		if i >= g.source.count() {
			row.hide()
		} else if row.shows != i {
			row.show(i)
		}
	}
	r.mark()
}

// fits reports whether the rows were built for the columns there are now.
func (r *gridBodyRenderer) fits() bool {
	g := r.body.grid
	return len(r.rows) == 0 || len(r.rows[0].cells) == len(g.columns) && (r.rows[0].check != nil) == g.checks
}

func (r *gridBodyRenderer) build(places int) {
	r.rows = make([]*gridRow, places)
	for i := range r.rows {
		r.rows[i] = newGridRow(r)
	}
	r.collect()
}

// collect lists all pictures for Fyne.
func (r *gridBodyRenderer) collect() {
	r.objects = r.objects[:0]
	for _, row := range r.rows {
		r.objects = row.collect(r.objects)
	}
	r.objects = append(r.objects, r.ring, r.tip.back, r.tip.text)
}

// recolour shows another selection.
func (r *gridBodyRenderer) recolour() {
	for _, row := range r.rows {
		row.recolour()
	}
	r.mark()
	canvas.Refresh(r.body)
}

// mark puts the ring around the current row while the table has the focus.
func (r *gridBodyRenderer) mark() {
	g := r.body.grid
	if !r.body.focused || g.current < 0 || g.current >= g.source.count() {
		r.ring.Hide()
		return
	}
	put(r.ring, fyne.NewPos(g.scroll.Offset.X, float32(g.current)*r.look.row), fyne.NewSize(min(g.scroll.Size().Width, g.total), r.look.row))
	r.ring.Show()
}

// hover shows where the pointer is, and the full text of a cell cut short.
func (r *gridBodyRenderer) hover() {
	for _, row := range r.rows {
		row.recolour()
	}
	r.tip.hide()
	if r.body.hovered >= 0 {
		r.tipAt(r.body.hovered, r.body.grid.columnAt(r.body.pointer.X))
	}
	canvas.Refresh(r.body)
}

func (r *gridBodyRenderer) tipAt(row, column int) {
	if column < 0 || len(r.rows) == 0 {
		return
	}
	shown := r.rows[row%len(r.rows)]
	if shown.shows == row && shown.cells[column].cut {
		g := r.body.grid
		c := g.source.cell(row, column)
		r.tip.show(c.text, g.columns[column].left, float32(row)*r.look.row, g.scroll.Offset.X+g.scroll.Size().Width, r.look)
	}
}

// gridRow is the pictures of one row.
type gridRow struct {
	grid   *grid
	render *gridBodyRenderer
	shows  int // row of the table, -1 for none
	back   *canvas.Rectangle
	line   *canvas.Rectangle
	check  *canvas.Image
	cells  []*gridCell
}

// gridCell is the pictures of one cell. Badges and mark are made when first needed.
type gridCell struct {
	text   *canvas.Text
	badges []*badgeFace
	mark   *canvas.Image
	cut    bool
}

func newGridRow(r *gridBodyRenderer) *gridRow {
	g := r.body.grid
	row := &gridRow{grid: g, render: r, shows: -1, back: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(r.look.line)}
	if g.checks {
		row.check = &canvas.Image{FillMode: canvas.ImageFillContain}
	}
	for range g.columns {
		row.cells = append(row.cells, &gridCell{text: canvas.NewText("", color.Transparent)})
	}
	return row
}

func (row *gridRow) collect(all []fyne.CanvasObject) []fyne.CanvasObject {
	all = append(all, row.back, row.line)
	if row.check != nil {
		all = append(all, row.check)
	}
	for _, c := range row.cells {
		all = append(all, c.text)
		for _, b := range c.badges {
			all = append(all, b.objects()...)
		}
		if c.mark != nil {
			all = append(all, c.mark)
		}
	}
	return all
}

func (row *gridRow) hide() {
	row.shows = -1
	for _, o := range row.collect(nil) {
		o.Hide()
	}
}

// show draws a row of the table.
func (row *gridRow) show(i int) {
	look := &row.render.look
	row.shows = i
	y := float32(i) * look.row
	row.back.Show()
	put(row.back, fyne.NewPos(0, y), fyne.NewSize(row.grid.total, look.row))
	thin := theme.Scaled(1)
	row.line.FillColor = look.line
	row.line.Show()
	put(row.line, fyne.NewPos(0, y+look.row-thin), fyne.NewSize(row.grid.total, thin))
	if row.check != nil {
		row.check.Show()
		row.place(row.check, theme.Scaled(checkWidth)/2-look.box/2, y)
	}
	for column := range row.cells {
		row.fill(column, y)
	}
	row.recolour()
}

// place puts a picture as large as a checkbox into the row.
func (row *gridRow) place(o fyne.CanvasObject, x, y float32) {
	look := &row.render.look
	put(o, fyne.NewPos(x, y+(look.row-look.box)/2), fyne.NewSquareSize(look.box))
}

func (row *gridRow) recolour() {
	if row.shows < 0 || row.shows >= row.grid.source.count() {
		return
	}
	look := &row.render.look
	chosen := row.grid.selected[row.grid.source.rowKey(row.shows)]
	fill := look.clear
	switch {
	case chosen:
		fill = look.chosen
	case row.render.body.hovered == row.shows:
		fill = look.hovered
	}
	if row.back.FillColor != fill {
		row.back.FillColor = fill
		row.back.Refresh()
	}
	if row.check != nil {
		setBox(row.check, chosen, look)
	}
}

func setBox(i *canvas.Image, on bool, look *gridLook) {
	picture, colour := mark.Box, look.tones[Muted]
	if on {
		picture, colour = mark.BoxOn, look.tones[Accent]
	}
	setPicture(i, picture, colour)
}

func setPicture(i *canvas.Image, m mark.Sign, c color.Color) {
	if file := ink(string(m), c); i.Resource != file {
		i.Resource = file
		i.Refresh()
	}
}

// fill draws one cell.
func (row *gridRow) fill(column int, y float32) {
	g, look, pictures := row.grid, &row.render.look, row.cells[column]
	place := &g.columns[column]
	c := g.source.cell(row.shows, column)
	x, room := place.left+look.margin, place.wide-2*look.margin

	row.fillMark(pictures, c, x, y)
	if c.mark != mark.None {
		x, room = x+look.box+look.margin/2, room-look.box-look.margin/2
	}
	row.fillBadges(pictures, c.badges, x, y, place.left+place.wide)
	f := look.plain
	if c.bold {
		f = look.bold
	}
	t := pictures.text
	var shown string
	shown, pictures.cut = f.elide(c.text, room)
	ink := look.tones[c.tone]
	if t.Text != shown || t.Color != ink || t.TextStyle != f.style || t.TextSize != f.size || t.Alignment != place.align {
		t.Text, t.Color, t.TextStyle, t.TextSize, t.Alignment = shown, ink, f.style, f.size, place.align
		t.Refresh()
	}
	t.Show()
	put(t, fyne.NewPos(x, y+(look.row-look.text)/2), fyne.NewSize(max(0, room), look.text))
}

func (row *gridRow) fillMark(pictures *gridCell, c cell, x, y float32) {
	look := &row.render.look
	if c.mark == mark.None && !c.box {
		if pictures.mark != nil {
			pictures.mark.Hide()
		}
		return
	}
	if pictures.mark == nil {
		pictures.mark = &canvas.Image{FillMode: canvas.ImageFillContain}
		row.render.collect()
	}
	if c.box {
		setBox(pictures.mark, c.boxOn, look)
	} else {
		setPicture(pictures.mark, c.mark, look.tones[c.markTone])
	}
	pictures.mark.Show()
	row.place(pictures.mark, x, y)
}

// fillBadges draws as many badges as fit before the column ends.
func (row *gridRow) fillBadges(pictures *gridCell, badges []Badge, x, y, end float32) {
	if len(pictures.badges) < len(badges) {
		for len(pictures.badges) < len(badges) {
			pictures.badges = append(pictures.badges, newBadgeFace())
		}
		row.render.collect()
	}
	size := badgeSize()
	for i, b := range pictures.badges {
		if i >= len(badges) || x+size.Width > end {
			b.hide()
			continue
		}
		b.show(badges[i])
		b.move(fyne.NewPos(x, y+(row.render.look.row-size.Height)/2))
		x += size.Width + theme.Scaled(badgeGap)
	}
}

// cellTip shows the full text of a cell that was cut short, on top of its neighbours.
type cellTip struct {
	back *canvas.Rectangle
	text *canvas.Text
}

func newCellTip() *cellTip {
	t := &cellTip{canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Transparent)}
	t.hide()
	return t
}

func (t *cellTip) hide() {
	t.back.Hide()
	t.text.Hide()
}

// show puts the tip where the cell begins, further left where it would not fit before end.
func (t *cellTip) show(s string, x, y, end float32, look gridLook) {
	s, _ = look.plain.elide(s, end-2*look.margin)
	wide := look.plain.width(s) + 2*look.margin
	x = max(0, min(x, end-wide))
	t.back.FillColor = fynetheme.Color(theme.ColorCard)
	t.back.StrokeColor, t.back.StrokeWidth = fynetheme.Color(theme.ColorOutline), theme.Scaled(1)
	t.back.CornerRadius = theme.Scaled(4)
	put(t.back, fyne.NewPos(x, y+2), fyne.NewSize(wide, look.row-4))
	t.text.Text, t.text.Color, t.text.TextSize = s, look.tones[Plain], look.plain.size
	put(t.text, fyne.NewPos(x+look.margin, y+(look.row-look.text)/2), fyne.NewSize(wide, look.text))
	t.back.Show()
	t.text.Show()
	t.back.Refresh()
	t.text.Refresh()
}
