package widgets_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"pgregory.net/rapid"

	"infoklass/gui/shots"
	"infoklass/gui/widgets"
)

// TestWrappedTextKeepsItsWords says that wrapping loses and cuts nothing, in any width.
func TestWrappedTextKeepsItsWords(t *testing.T) {
	begin(t)
	rapid.Check(t, func(rt *rapid.T) {
		word := rapid.StringMatching(`[A-ZÅÄÖa-zåäö0-9,.–]{1,18}`)
		words := rapid.SliceOfN(word, 1, 40).Draw(rt, "words")
		width := rapid.Float32Range(200, 900).Draw(rt, "width")
		text := widgets.NewWrapped(strings.Join(words, " "), widgets.Body, widgets.Plain)
		text.Resize(fyne.NewSize(width, 0))
		text.Resize(fyne.NewSize(width, text.MinSize().Height))
		var shown []string
		for _, line := range find[*canvas.Text](text) {
			shown = append(shown, line.Text)
			if w := line.MinSize().Width; w > width+2 {
				rt.Fatalf("a line is %v wide, has %v: %q", w, width, line.Text)
			}
		}
		if got := strings.Join(shown, " "); got != text.Text() {
			rt.Fatalf("shown %q, want %q", got, text.Text())
		}
	})
}

func TestElidedTextFits(t *testing.T) {
	begin(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.StringMatching(`[A-ZÅÄÖa-zåäö ]{0,60}`).Draw(rt, "text")
		width := rapid.Float32Range(40, 500).Draw(rt, "width")
		text := widgets.NewElided(s, widgets.Body, widgets.Plain)
		text.Resize(fyne.NewSize(width, 20))
		line := find[*canvas.Text](text)[0]
		if w := line.MinSize().Width; w > width+2 {
			rt.Fatalf("%q is %v wide, has %v", line.Text, w, width)
		}
		if line.Text != s && !strings.HasSuffix(line.Text, "…") {
			rt.Fatalf("%q was cut to %q without a mark", s, line.Text)
		}
	})
}

func TestColumnsGoOnBelow(t *testing.T) {
	begin(t)
	cards := make([]fyne.CanvasObject, 4)
	for i := range cards {
		cards[i] = widgets.Sized(150, 40, widgets.NewText("Kort", widgets.Body, widgets.Plain))
	}
	for _, tc := range []struct {
		width float32
		want  string
	}{{800, "0,0 1,0 2,0 3,0"}, {400, "0,0 1,0 0,1 1,1"}, {200, "0,0 0,1 0,2 0,3"}} {
		box := widgets.Columns(widgets.Near, nil, cards...)
		box.Resize(fyne.NewSize(tc.width, 400))
		box.Layout.Layout(cards, fyne.NewSize(tc.width, box.MinSize().Height))
		var got []string
		for _, c := range cards {
			got = append(got, fmt.Sprintf("%.0f,%.0f", c.Position().X/c.Size().Width, c.Position().Y/(c.Size().Height+8)))
			if end := c.Position().X + c.Size().Width; end > tc.width+1 {
				t.Errorf("width %v: a card ends at %v", tc.width, end)
			}
		}
		if s := strings.Join(got, " "); s != tc.want {
			t.Errorf("width %v: %s, want %s", tc.width, s, tc.want)
		}
	}
}

func TestTabScrollsToWhatGetsTheKeyboard(t *testing.T) {
	begin(t)
	var fields []fyne.CanvasObject
	for i := range 30 {
		fields = append(fields, widgets.NewFormRow(fmt.Sprint("Fält ", i), "", widgets.NewEntry("")))
	}
	fields = append(fields, widgets.NewButton("Sist", func() {}))
	page := widgets.NewPage("Sida", "", widgets.Scrolled(widgets.Column(widgets.Near, fields...))).Object()
	c := show(t, page, 500, 300)
	shots.Settle(page)
	scroll := find[*container.Scroll](page)[0]
	for i := range 31 {
		c.FocusNext()
		o := c.Focused().(fyne.CanvasObject)
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		view := fyne.CurrentApp().Driver().AbsolutePositionForObject(scroll).Y
		if top < view || top+o.Size().Height > view+scroll.Size().Height {
			t.Fatalf("object %d at %v is out of sight (%v–%v)", i, top, view, view+scroll.Size().Height)
		}
	}
	if scroll.Offset.Y == 0 {
		t.Error("the page did not need to scroll: the test proves nothing")
	}
}

func TestPageScrollsByKeysThatNothingTakes(t *testing.T) {
	begin(t)
	words := widgets.Column(widgets.Near)
	for i := range 40 {
		words.Add(widgets.NewText(fmt.Sprint("Rad ", i), widgets.Body, widgets.Plain))
	}
	page := widgets.NewPage("Hjälp", "", widgets.Scrolled(words)).Object()
	c := show(t, page, 500, 300)
	shots.Settle(page)
	scroll := find[*container.Scroll](page)[0]
	most := scroll.Content.MinSize().Height - scroll.Size().Height
	for _, step := range []struct {
		key fyne.KeyName
		ok  func(y float32) bool
	}{
		{fyne.KeyPageDown, func(y float32) bool { return y > scroll.Size().Height/2 && y < scroll.Size().Height }},
		{fyne.KeyPageUp, func(y float32) bool { return y == 0 }},
		{fyne.KeyEnd, func(y float32) bool { return y == most }},
		{fyne.KeyDown, func(y float32) bool { return y == most }},
		{fyne.KeyUp, func(y float32) bool { return y < most }},
		{fyne.KeyHome, func(y float32) bool { return y == 0 }},
	} {
		if !widgets.ScrollPage(c, step.key) || !step.ok(scroll.Offset.Y) {
			t.Errorf("after %s the page is at %v of %v", step.key, scroll.Offset.Y, most)
		}
	}
	if widgets.ScrollPage(c, fyne.KeyEscape) {
		t.Error("Esc scrolls nothing")
	}
}

// In a low window, or with large text, the buttons of a dialog are still seen.
func TestDialogFitsALowWindow(t *testing.T) {
	begin(t)
	c := show(t, widgets.NewText("Sida", widgets.Body, widgets.Plain), 800, 300)
	var fields []fyne.CanvasObject
	for i := range 10 {
		fields = append(fields, widgets.NewFormRow(fmt.Sprint("Fält ", i), "", widgets.NewEntry("")))
	}
	ok := widgets.NewPrimary("Spara", func() {})
	widgets.NewDialog(c, "Ny", 0, widgets.Column(widgets.Near, fields...), ok).Show(nil)
	shots.Settle(c.Overlays().Top())
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(ok).Y + ok.Size().Height
	if ok.Size().Height == 0 || bottom > c.Size().Height {
		t.Errorf("the button ends at %v, the window at %v", bottom, c.Size().Height)
	}
}
