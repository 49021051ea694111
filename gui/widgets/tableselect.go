package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// How a row is chosen: alone, together with those up to the anchor, or in
// addition to the others.
type choosing int

const (
	alone choosing = iota
	upTo
	toggling
)

func choosingBy(m fyne.KeyModifier) choosing {
	switch {
	case m&fyne.KeyModifierShift != 0:
		return upTo
	case m&fyne.KeyModifierShortcutDefault != 0:
		return toggling
	}
	return alone
}

// choose makes a row current and selects it.
func (g *grid) choose(row int, how choosing) {
	if row < 0 || row >= g.source.count() {
		return
	}
	switch {
	case how == toggling:
		g.toggle(row)
		g.anchor = row
	case how == upTo && g.anchor >= 0:
		g.selectOnly(min(g.anchor, row), max(g.anchor, row))
	default:
		g.selectOnly(row, row)
		g.anchor = row
	}
	g.setCurrent(row)
	g.selectionMoved()
}

func (g *grid) setCurrent(row int) {
	g.current, g.curKey = row, g.source.rowKey(row)
	g.reveal(row)
}

func (g *grid) toggle(row int) {
	key := g.source.rowKey(row)
	if g.selected[key] {
		delete(g.selected, key)
	} else {
		g.selected[key] = true
	}
}

func (g *grid) selectOnly(from, to int) {
	clear(g.selected)
	for row := from; row <= to; row++ {
		g.selected[g.source.rowKey(row)] = true
	}
}

func (g *grid) selectAll() {
	if g.source.count() == 0 {
		return
	}
	g.selectOnly(0, g.source.count()-1)
	g.selectionMoved()
}

func (g *grid) selectNone() {
	clear(g.selected)
	g.selectionMoved()
}

func (g *grid) selectKeys(keys []string) {
	clear(g.selected)
	for _, key := range keys {
		g.selected[key] = true
	}
	g.forgetGone()
	for row := range g.source.count() {
		if g.selected[g.source.rowKey(row)] {
			g.anchor = row
			g.setCurrent(row)
			break
		}
	}
	g.selectionMoved()
}

// forgetGone drops what is selected but not shown any more: nothing must be
// done to a row that cannot be seen.
func (g *grid) forgetGone() {
	if len(g.selected) == 0 {
		return
	}
	before := len(g.selected)
	still := make(map[string]bool, before)
	for row := range g.source.count() {
		if key := g.source.rowKey(row); g.selected[key] {
			still[key] = true
		}
	}
	g.selected = still
	if len(still) != before {
		g.source.selectionChanged()
	}
}

func (g *grid) selectionMoved() {
	g.body.recolour()
	g.head.Refresh()
	g.source.selectionChanged()
}

// press is what Space does: the checkboxes of the rows selected if there are
// such, the selection of the current row otherwise.
func (g *grid) pressSpace() {
	if g.current < 0 {
		return
	}
	for column, c := range g.columns {
		if c.boxed {
			g.pressBoxes(column)
			return
		}
	}
	g.choose(g.current, toggling)
}

func (g *grid) pressBoxes(column int) {
	var rows []int
	for row := range g.source.count() {
		if g.selected[g.source.rowKey(row)] {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		rows = []int{g.current}
	}
	for _, row := range rows {
		g.source.boxPressed(row, column)
	}
	g.refresh()
}

// move goes to another row by keyboard.
func (g *grid) move(to int, extend bool) {
	if g.source.count() == 0 {
		return
	}
	to = max(0, min(to, g.source.count()-1))
	if extend {
		g.choose(to, upTo)
	} else {
		g.choose(to, alone)
	}
}

// seek goes to the next row whose first text begins with a prefix, from the
// current row on and around the end. Spaces only set a row of a tree in.
func (g *grid) seek(prefix string, fromNext bool) {
	n := g.source.count()
	if n == 0 {
		return
	}
	column := g.textColumn()
	if column < 0 {
		return
	}
	start := max(0, g.current)
	if fromNext {
		start++
	}
	for i := range n {
		row := (start + i) % n
		if hasPrefixFold(strings.TrimLeft(g.source.cell(row, column).text, " "), prefix) {
			g.choose(row, alone)
			return
		}
	}
}

// textColumn returns the column that type-ahead searches: the first with a title that shows text.
func (g *grid) textColumn() int {
	for i, c := range g.columns {
		if c.title != "" && !c.boxed && g.source.cell(0, i).badges == nil {
			return i
		}
	}
	return -1
}

func hasPrefixFold(s, prefix string) bool {
	rest := []rune(prefix)
	for _, r := range s {
		if len(rest) == 0 {
			return true
		}
		if unicode.ToLower(r) != unicode.ToLower(rest[0]) {
			return false
		}
		rest = rest[1:]
	}
	return len(rest) == 0
}

// sameLetters reports whether a prefix is one letter repeated, such as "aaa": the key is pressed again to go on.
func sameLetters(s string) bool {
	first := []rune(s)[0]
	return strings.Trim(s, string(first)) == ""
}
