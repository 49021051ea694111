package shots_test

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"infoklass/domain/text"
	"infoklass/gui/shots"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

const long = "En text som är mycket längre än den plats den har fått på sidan"

func words(s string) *canvas.Text {
	return canvas.NewText(s, theme.New(theme.Light, 1).Color(theme.ColorMuted, 0))
}

// at puts an object somewhere without asking how much room it needs.
func at(o fyne.CanvasObject, x, y, width, height float32) fyne.CanvasObject {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	return o
}

// fault is one that Check must find, or the absence of one.
type fault struct {
	name string
	make func() fyne.CanvasObject
	want shots.Kind // empty: nothing
	text string
}

func faults() []fault {
	return []fault{
		{"a text in its place", func() fyne.CanvasObject { return container.NewVBox(words("Kort")) }, "", ""},
		{"a text wider than its place", func() fyne.CanvasObject { return container.NewWithoutLayout(at(words(long), 0, 0, 100, 20)) }, shots.Clipped, long},
		{"a text higher than its place", func() fyne.CanvasObject { return container.NewWithoutLayout(at(words("Kort"), 0, 0, 100, 8)) }, shots.Clipped, "Kort"},
		{"a text beyond the window", func() fyne.CanvasObject { return container.NewWithoutLayout(at(words("Kort"), 390, 0, 100, 20)) }, shots.Clipped, "Kort"},
		{"a text below the window", func() fyne.CanvasObject { return container.NewWithoutLayout(at(words("Kort"), 0, 295, 100, 20)) }, shots.Clipped, "Kort"},
		{"a text below, but it scrolls", func() fyne.CanvasObject {
			column := container.NewVBox()
			for range 40 {
				column.Add(widget.NewLabel("Kort"))
			}
			return container.NewVScroll(column)
		}, "", ""},
		{"a page that scrolls sideways", func() fyne.CanvasObject { return container.NewScroll(widget.NewLabel(strings.Repeat(long, 3))) }, shots.Sideways, ""},
		{"a label cut short", func() fyne.CanvasObject {
			l := widget.NewLabel(long)
			l.Truncation = fyne.TextTruncateEllipsis
			return container.NewWithoutLayout(at(l, 0, 0, 120, 40))
		}, shots.Clipped, long},
		{"a text of ours that may be cut", func() fyne.CanvasObject {
			return container.NewWithoutLayout(at(widgets.NewElided(long, widgets.Body, widgets.Plain), 0, 0, 120, 40))
		}, "", ""},
		{"a text of ours that may not", func() fyne.CanvasObject {
			return container.NewWithoutLayout(at(widgets.NewText(long, widgets.Body, widgets.Plain), 0, 0, 120, 40))
		}, shots.Clipped, long},
		{"a text of ours that wraps", func() fyne.CanvasObject {
			return container.NewVBox(widgets.NewWrapped(strings.Repeat(long+" ", 4), widgets.Body, widgets.Plain))
		}, "", ""},
		{"a button too narrow", func() fyne.CanvasObject {
			return container.NewWithoutLayout(at(widgets.NewButton("Importera Excel…", nil), 0, 0, 60, 35))
		}, shots.Clipped, "Importera Excel…"},
		{"two labels in one place", func() fyne.CanvasObject {
			return container.NewWithoutLayout(at(widget.NewLabel("Ett"), 0, 0, 100, 40), at(widget.NewLabel("Två"), 50, 10, 100, 40))
		}, shots.Overlap, "Ett | Två"},
		{"two labels side by side", func() fyne.CanvasObject { return container.NewHBox(widget.NewLabel("Ett"), widget.NewLabel("Två")) }, "", ""},
		{"a rectangle beneath a label", func() fyne.CanvasObject {
			return container.NewWithoutLayout(at(canvas.NewRectangle(nil), 0, 0, 100, 40), at(widget.NewLabel("Ett"), 0, 0, 100, 40))
		}, "", ""},
		{"a pile that is meant", func() fyne.CanvasObject { return container.NewStack(widget.NewLabel("Ett"), widget.NewLabel("Två")) }, "", ""},
		{"what is hidden", func() fyne.CanvasObject {
			hidden := at(words(long), 0, 0, 10, 20)
			hidden.Hide()
			return container.NewWithoutLayout(hidden)
		}, "", ""},
	}
}

func TestCheckFindsPlantedFaults(t *testing.T) {
	for _, tc := range faults() {
		t.Run(tc.name, func(t *testing.T) {
			test.NewTempApp(t)
			screen := shots.Screen{Name: "planted", Window: fyne.NewSize(400, 300), Make: func(shots.Setting) fyne.CanvasObject { return tc.make() }}
			problems := shots.Problems(screen, shots.Setting{Lang: text.Swedish, Variant: theme.Light, Scale: 1})
			if tc.want == "" {
				if len(problems) > 0 {
					t.Errorf("found %v, want nothing", problems)
				}
				return
			}
			if len(problems) != 1 || problems[0].Kind != tc.want || problems[0].Text != tc.text {
				t.Errorf("found %v, want one %s %q", problems, tc.want, tc.text)
			}
		})
	}
}

func TestCheckLooksIntoDialogs(t *testing.T) {
	test.NewTempApp(t)
	screen := shots.Screen{
		Name: "dialog", Window: fyne.NewSize(400, 300),
		Make: func(shots.Setting) fyne.CanvasObject { return widgets.NewText("Sida", widgets.Body, widgets.Plain) },
		Then: func(c fyne.Canvas) {
			widget.NewModalPopUp(container.NewWithoutLayout(at(words(long), 0, 0, 50, 20)), c).Show()
		},
	}
	if problems := shots.Problems(screen, shots.Setting{Variant: theme.Light, Scale: 1}); len(problems) == 0 {
		t.Error("a clipped text in a dialog was not found")
	}
}

func TestWriteMakesPictures(t *testing.T) {
	test.NewTempApp(t)
	dir := t.TempDir()
	screen := shots.Screen{Name: "page", Make: func(s shots.Setting) fyne.CanvasObject {
		return widgets.NewText(string(s.Lang), widgets.Heading, widgets.Plain)
	}}
	problems, err := shots.Write(dir, []shots.Screen{screen}, []shots.Setting{{Lang: text.English, Variant: theme.Dark, Scale: 1.5}})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	f, err := os.Open(filepath.Join(dir, "page-en-dark-150.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != shots.Width || size.Y != shots.Height {
		t.Errorf("picture is %v", size)
	}
	colours := map[any]bool{}
	for x := range 200 {
		for y := range 720 {
			colours[img.At(x, y)] = true
		}
	}
	if len(colours) < 3 {
		t.Error("nothing is drawn")
	}
}
