package shots_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"infoklass/gui/shots"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

func TestTabOrder(t *testing.T) {
	button := func(s string) fyne.CanvasObject { return widgets.NewButton(s, nil) }
	for _, tc := range []struct {
		name string
		make func() fyne.CanvasObject
		want int
	}{
		{"down a column", func() fyne.CanvasObject { return widgets.Column(4, button("A"), button("B")) }, 0},
		{"along a row", func() fyne.CanvasObject { return widgets.Row(4, button("A"), button("B")) }, 0},
		{"from one column to the next", func() fyne.CanvasObject {
			return widgets.Columns(4, nil, widgets.Column(4, button("A"), button("B")), widgets.Column(4, button("C")))
		}, 0},
		{"Fyne's border begins with the middle", func() fyne.CanvasObject {
			return container.NewBorder(button("Top"), nil, nil, nil, button("Middle"))
		}, 1},
		{"ours begins with the top", func() fyne.CanvasObject {
			return widgets.Border(button("Top"), button("Bottom"), button("Left"), button("Right"), button("Middle"))
		}, 0},
		{"what is off is no stop", func() fyne.CanvasObject {
			off := widgets.NewButton("Top", nil)
			off.Disable()
			return container.NewBorder(off, nil, nil, nil, button("Middle"))
		}, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
			o := tc.make()
			w := test.NewTempWindow(t, o)
			w.Resize(fyne.NewSize(400, 300))
			shots.Settle(o)
			if got := shots.TabOrder(o); len(got) != tc.want {
				t.Errorf("found %v, want %d", got, tc.want)
			}
		})
	}
}
