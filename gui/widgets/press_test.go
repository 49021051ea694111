package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"infoklass/gui/shots"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

func TestButtonAnswersMouseAndKeys(t *testing.T) {
	begin(t)
	n := 0
	b := widgets.NewButton("Gör", func() { n++ })
	c := show(t, b, 200, 100)
	test.Tap(b)
	c.Focus(b)
	press(c, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
	if n != 4 {
		t.Errorf("pressed %d times, want 4", n)
	}
	b.Disable()
	test.Tap(b)
	press(c, fyne.KeyReturn)
	if n != 4 {
		t.Error("a button that is off was pressed")
	}
}

func TestFocusIsVisible(t *testing.T) {
	begin(t)
	steps := widgets.NewSteps("Ett", "Två")
	objects := []fyne.CanvasObject{
		widgets.NewButton("Knapp", nil), widgets.NewPrimary("Vidare", nil), widgets.NewLink("Länk", widgets.Accent, nil), widgets.NewIconButton(mark.Cross, "Stäng", nil),
		widgets.NewChip("Filter", nil), widgets.NewNavItem("Sida", nil), widgets.NewFigure(widgets.FigureTexts{Title: "Antal", Number: "3", Share: -1}, nil),
		widgets.NewTabs("A", "B"), steps, widgets.NewChoiceCard("Val", "Förklaring", nil),
	}
	column := widgets.Column(widgets.Near, objects...)
	c := show(t, column, 600, 800)
	shots.Settle(column)
	seen := map[fyne.Focusable]bool{}
	for range find[fyne.Focusable](column) {
		c.FocusNext()
		f := c.Focused()
		if f == nil || seen[f] {
			break
		}
		seen[f] = true
		with := rings(f.(fyne.CanvasObject))
		f.FocusLost()
		without := rings(f.(fyne.CanvasObject))
		if with <= without {
			t.Errorf("%T: %d rings with the focus, %d without", f, with, without)
		}
		f.FocusGained()
	}
	if len(seen) < len(objects) {
		t.Errorf("Tab reached %d objects, want at least %d", len(seen), len(objects))
	}
}

// rings counts the outlines that can be seen.
func rings(o fyne.CanvasObject) int {
	n := 0
	for _, r := range find[*canvas.Rectangle](o) {
		if r.StrokeWidth > 0 && r.StrokeColor != nil {
			if _, _, _, a := r.StrokeColor.RGBA(); a > 0 {
				n++
			}
		}
	}
	return n
}

func TestKeysGoOnToTheWindow(t *testing.T) {
	begin(t)
	b := widgets.NewButton("Gör", func() {})
	c := show(t, b, 200, 100)
	var got []fyne.KeyName
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, e.Name) })
	c.Focus(b)
	press(c, fyne.KeyF1, fyne.KeyEscape, fyne.KeyReturn)
	if diff := cmp.Diff([]fyne.KeyName{fyne.KeyF1, fyne.KeyEscape}, got); diff != "" {
		t.Error(diff)
	}
}

func TestChipClearsByCrossAndDelete(t *testing.T) {
	begin(t)
	pressed, cleared := 0, 0
	chip := widgets.NewChip("Nivå", func() { pressed++ })
	chip.OnClear = func() { cleared++ }
	chip.Set("Nivå 2", true)
	c := show(t, widgets.Row(0, chip), 300, 100)
	shots.Settle(c.Content())
	test.TapAt(chip, fyne.NewPos(chip.Size().Width-14, 10))
	c.Focus(chip)
	press(c, fyne.KeyDelete)
	test.TapAt(chip, fyne.NewPos(10, 10))
	if pressed != 1 || cleared != 2 {
		t.Errorf("pressed %d, cleared %d; want 1, 2", pressed, cleared)
	}
}

func TestChipCutsOnlyVeryLongNames(t *testing.T) {
	begin(t)
	row := widgets.Row(0, widgets.NewChip("Nämnd: Socialnämnden", nil), widgets.NewChip("Nämnd: Utbildnings-, fritids-, kultur- och arbetsmarknadsnämnden", nil))
	show(t, row, 900, 50)
	shots.Settle(row)
	shown := words(row)
	if !strings.HasPrefix(shown, "Nämnd: Socialnämnden|Nämnd: Utbildnings-") || !strings.HasSuffix(shown, "…") {
		t.Errorf("shown %q", shown)
	}
}

func TestMenuChipOpensByKeyboard(t *testing.T) {
	begin(t)
	chosen := ""
	item := func(s string) *fyne.MenuItem { return fyne.NewMenuItem(s, func() { chosen = s }) }
	chip := widgets.NewMenuChip("Nämnd", func() []*fyne.MenuItem { return []*fyne.MenuItem{item("alla"), item("Socialnämnden")} })
	c := show(t, chip, 400, 300)
	c.Focus(chip)
	press(c, fyne.KeyReturn)
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if chosen != "Socialnämnden" {
		t.Errorf("chosen %q", chosen)
	}
}

func TestStepsThatMayBeVisited(t *testing.T) {
	begin(t)
	steps := widgets.NewSteps("A", "B", "C", "D")
	var got []int
	steps.OnStep = func(i int) { got = append(got, i) }
	show(t, steps, 600, 100)
	steps.Set(1, []bool{true, true})
	for _, s := range find[fyne.Tappable](steps) {
		test.Tap(s)
	}
	if diff := cmp.Diff([]int{0, 2}, got); diff != "" {
		t.Errorf("a done one and the next can be visited, not the current one and not the last:\n%s", diff)
	}
}

func TestTabsAnswerArrows(t *testing.T) {
	begin(t)
	tabs := widgets.NewTabs("A", "B", "C")
	var got []int
	tabs.OnTab = func(i int) { got = append(got, i) }
	c := show(t, tabs, 400, 100)
	c.Focus(find[fyne.Focusable](tabs)[0])
	press(c, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	if diff := cmp.Diff([]int{1, 2, 1}, got); diff != "" || tabs.Chosen() != 1 {
		t.Errorf("%s chosen %d", diff, tabs.Chosen())
	}
}

func TestNoticeClosesAfterItsAction(t *testing.T) {
	begin(t)
	page := widgets.NewPage("Sida", "", widgets.NewText("Innehåll", widgets.Body, widgets.Plain))
	undone := 0
	page.Show(widgets.NewNotice(widgets.Good, "Klart.", "Ångra", func() { undone++ }, "Stäng"))
	object := page.Object()
	show(t, object, 600, 300)
	buttons := find[*widgets.Button](object)
	if len(buttons) != 2 {
		t.Fatalf("%d buttons, want Undo and the cross", len(buttons))
	}
	test.Tap(buttons[0])
	if undone != 1 || len(find[*widgets.Button](object)) != 0 {
		t.Errorf("undone %d, %d buttons left", undone, len(find[*widgets.Button](object)))
	}
}

func TestPageFoldsItsCommands(t *testing.T) {
	begin(t)
	exported := 0
	page := widgets.NewPage("Informationstillgångar", "", widgets.NewText("", widgets.Body, widgets.Plain),
		widgets.NewButton("Exportera till en fil", func() { exported++ }), widgets.NewButton("Importera från en fil", nil), widgets.NewPrimary("Ny tillgång", nil))
	object := page.Object()
	c := show(t, object, 1200, 400)
	shots.Settle(object)
	if n := len(find[*widgets.Button](object)); n != 3 {
		t.Fatalf("wide: %d buttons, want 3", n)
	}
	c.(interface{ Resize(fyne.Size) }).Resize(fyne.NewSize(560, 400))
	shots.Settle(object)
	buttons := find[*widgets.Button](object)
	if len(buttons) != 2 {
		t.Fatalf("narrow: %d buttons, want the menu and the primary one", len(buttons))
	}
	test.Tap(buttons[0])
	press(c, fyne.KeyDown, fyne.KeyReturn)
	if exported != 1 {
		t.Error("the menu should do what the button did")
	}
	if problems := shots.Check(object); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestDialogKeys(t *testing.T) {
	question := widgets.Question{Title: "Ta bort?", Words: "Det går att ångra.", Yes: "Ja", No: "Nej"}
	danger := question
	danger.Danger = true
	for _, tc := range []struct {
		name string
		q    widgets.Question
		keys []fyne.KeyName
		want bool
	}{
		{"Enter is yes", question, []fyne.KeyName{fyne.KeyReturn}, true},
		{"Esc is no", question, []fyne.KeyName{fyne.KeyEscape}, false},
		{"Enter in danger is no", danger, []fyne.KeyName{fyne.KeyReturn}, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			begin(t)
			entry := widgets.NewEntry("")
			c := show(t, entry, 800, 600)
			window := 0
			c.SetOnTypedKey(func(*fyne.KeyEvent) { window++ })
			c.Focus(entry)
			var answers []bool
			widgets.Confirm(c, tc.q, func(yes bool) { answers = append(answers, yes) })
			press(c, tc.keys...)
			if diff := cmp.Diff([]bool{tc.want}, answers); diff != "" {
				t.Error(diff)
			}
			if c.Overlays().Top() != nil || c.Focused() != fyne.Focusable(entry) {
				t.Error("the dialog should be gone and the keyboard back")
			}
			c.Unfocus()
			press(c, fyne.KeyEscape)
			if window != 1 {
				t.Errorf("the window got %d keys, want the one after the dialog", window)
			}
		})
	}
}

func TestDialogEnterInAFieldPressesTheDefaultButton(t *testing.T) {
	begin(t)
	c := show(t, widgets.NewText("Sida", widgets.Body, widgets.Plain), 800, 600)
	name, made := widgets.NewEntry(""), ""
	var d *widgets.Dialog
	d = widgets.NewDialog(c, "Ny", 0, widgets.NewFormRow("Namn", "", name), widgets.NewButton("Avbryt", func() { d.Close() }),
		widgets.NewPrimary("Skapa", func() { made = name.Text; d.Close() }))
	d.Show(name)
	write(c, "Lön")
	press(c, fyne.KeyReturn)
	if made != "Lön" || c.Overlays().Top() != nil {
		t.Errorf("made %q", made)
	}
}

func TestProgressStripStopsOnce(t *testing.T) {
	begin(t)
	stopped := 0
	strip := widgets.NewProgressStrip("Läser in", "Stoppa", func() { stopped++ })
	show(t, strip, 500, 80)
	stop := find[*widgets.Button](strip)[0]
	test.Tap(stop)
	test.Tap(stop)
	strip.Set("Läser in rad 20", 0.5, "20 av 40")
	if stopped != 1 {
		t.Errorf("stopped %d times", stopped)
	}
}
