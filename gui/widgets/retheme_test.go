package widgets_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/google/go-cmp/cmp"

	"infoklass/domain/text"
	"infoklass/gui/shots"
	"infoklass/gui/theme"
)

// TestAnotherThemeAppliesAtOnce says that a page on screen looks the same after a
// change of theme and scale as one made afterwards.
func TestAnotherThemeAppliesAtOnce(t *testing.T) {
	for _, s := range gallery() {
		if s.Then != nil {
			continue
		}
		t.Run(s.Name, func(t *testing.T) {
			begin(t)
			set := shots.Setting{Lang: text.Swedish}
			old := s.Make(set)
			show(t, old, shots.Width, shots.Height)
			shots.Settle(old)
			fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, 1.5))
			shots.Settle(old)
			fresh := s.Make(set)
			show(t, fresh, shots.Width, shots.Height)
			shots.Settle(fresh)
			if diff := cmp.Diff(drawn(fresh), drawn(old)); diff != "" {
				t.Errorf("what is drawn differs (-fresh +changed):\n%s", diff)
			}
		})
	}
}

// drawn lists what can be seen: words and surfaces with place, size and colour.
func drawn(o fyne.CanvasObject) []string {
	var all []string
	for _, t := range find[*canvas.Text](o) {
		all = append(all, fmt.Sprintf("text %q %v %.1f %.0f,%.0f", t.Text, t.Color, t.TextSize, t.Size().Width, t.Size().Height))
	}
	for _, r := range find[*canvas.Rectangle](o) {
		all = append(all, fmt.Sprintf("rectangle %v %v %.1f %.0f,%.0f", r.FillColor, r.StrokeColor, r.CornerRadius, r.Size().Width, r.Size().Height))
	}
	for _, i := range find[*canvas.Image](o) {
		if i.Resource != nil {
			all = append(all, "image "+i.Resource.Name())
		}
	}
	return all
}
