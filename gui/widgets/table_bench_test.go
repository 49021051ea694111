package widgets_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/widgets"
)

// The two benchmarks scroll 100,000 rows of eight columns by a page at a time:
// ours, which cuts texts and selects rows, and Fyne's bare table of canvas.Text.

const benchRows = 100_000

func benchColumns() []widgets.TableColumn[person] {
	var columns []widgets.TableColumn[person]
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		columns = append(columns, widgets.TableColumn[person]{ID: id, Title: id, Width: 150, Text: func(p person) string { return p.name }})
	}
	return columns
}

func BenchmarkTableScroll(b *testing.B) {
	begin(b)
	table := widgets.NewTable(func(p person) string { return p.id }, benchColumns()...)
	table.SetRows(people(benchRows))
	show(b, table, 1280, 720)
	scroll := find[*container.Scroll](table)[0]
	row := 0
	for b.Loop() {
		row = (row + 19) % (benchRows - 100)
		scroll.ScrollToOffset(fyne.NewPos(0, float32(row)*testRow))
		scroll.OnScrolled(scroll.Offset)
	}
}

func BenchmarkTableSetRows(b *testing.B) {
	begin(b)
	table := widgets.NewTable(func(p person) string { return p.id }, benchColumns()...)
	rows := people(benchRows)
	show(b, table, 1280, 720)
	for b.Loop() {
		table.SetRows(rows)
	}
}

func BenchmarkFyneTableScroll(b *testing.B) {
	begin(b)
	rows := people(benchRows)
	table := widget.NewTable(func() (int, int) { return len(rows), 8 },
		func() fyne.CanvasObject { return canvas.NewText("", color.Black) },
		func(id widget.TableCellID, o fyne.CanvasObject) {
			text := o.(*canvas.Text)
			text.Text = rows[id.Row].name
			text.Refresh()
		})
	for i := range 8 {
		table.SetColumnWidth(i, 150)
	}
	show(b, table, 1280, 720)
	row := 0
	for b.Loop() {
		row = (row + 19) % (benchRows - 100)
		table.ScrollTo(widget.TableCellID{Row: row})
	}
}
