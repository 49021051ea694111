package widgets_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/gui/shots"
	"infoklass/gui/widgets"
)

// rated is a rating of four levels that shows what is chosen, as a page does, and what it has told.
func rated(t *testing.T) (r *widgets.Rating, c fyne.Canvas, told *[]int) {
	t.Helper()
	begin(t)
	var levels []widgets.Badge
	for i, code := range []string{"0", "1", "2", "H"} {
		levels = append(levels, widgets.Badge{Code: code, Rank: i, Set: true})
	}
	told = &[]int{}
	chosen := -1
	r = widgets.NewRating("Hälsa", levels, func(i int) {
		*told = append(*told, i)
		if chosen == i {
			i = -1 // the one chosen is taken away
		}
		chosen = i
		r.Set(chosen, false)
	})
	c = show(t, r, 500, 60)
	c.Focus(r)
	return r, c, told
}

func TestARatingIsMovedByArrowsAndStopsAtItsEnds(t *testing.T) {
	r, c, told := rated(t)
	press(c, fyne.KeyLeft) // nothing is chosen
	press(c, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeySpace)
	press(c, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if want := []int{0, 1, 0, 1, 2, 3}; !slices.Equal(*told, want) || r.Text() != "Hälsa H" {
		t.Errorf("told %v, want %v; it says %q", *told, want, r.Text())
	}
}

func TestARatingIsChosenByItsCodeAndTakenAwayByDelete(t *testing.T) {
	r, c, told := rated(t)
	passed := ""
	c.SetOnTypedRune(func(r rune) { passed += string(r) })
	write(c, "h2")
	write(c, "2x") // chosen already; no level
	if want := []int{3, 2}; !slices.Equal(*told, want) || passed != "x" {
		t.Errorf("told %v, want %v; passed on %q", *told, want, passed)
	}
	press(c, fyne.KeyDelete)
	press(c, fyne.KeyBackspace) // nothing is left to take away
	if want := []int{3, 2, 2}; !slices.Equal(*told, want) || r.Text() != "Hälsa" {
		t.Errorf("told %v, want %v; it says %q", *told, want, r.Text())
	}
}

func TestARatingIsChosenWhereItIsClicked(t *testing.T) {
	r, _, told := rated(t)
	right := r.Size().Width
	for _, x := range []float32{right - 20, right - 60, right - 140, right - 200, 10} {
		test.TapAt(r, fyne.NewPos(x, r.Size().Height/2))
	}
	if want := []int{3, 2, 0}; !slices.Equal(*told, want) {
		t.Errorf("told %v, want %v", *told, want)
	}
}

func TestADisabledRatingKeepsItsLevel(t *testing.T) {
	r, c, told := rated(t)
	r.Disable()
	press(c, fyne.KeyRight)
	write(c, "2")
	test.TapAt(r, fyne.NewPos(r.Size().Width-20, 10))
	if len(*told) > 0 {
		t.Errorf("told %v", *told)
	}
}

func TestARatingLeadsToItsNeighbours(t *testing.T) {
	r, c, _ := rated(t)
	var moved []int
	r.OnMove = func(step int) { moved = append(moved, step) }
	press(c, fyne.KeyUp, fyne.KeyDown)
	if want := []int{-1, 1}; !slices.Equal(moved, want) {
		t.Errorf("moved %v, want %v", moved, want)
	}
}

func TestAChoiceIsMadeByEnterAndGoneOnFromByEnterAgain(t *testing.T) {
	begin(t)
	var did []string
	var card *widgets.ChoiceCard
	card = widgets.NewChoiceLine("Ja", func() { did = append(did, "chosen"); card.SetChosen(true) })
	card.OnAgain = func() { did = append(did, "on") }
	card.OnArrow = func(step int) { did = append(did, map[int]string{-1: "back", 1: "forth"}[step]) }
	c := show(t, card, 200, 60)
	c.Focus(card)
	press(c, fyne.KeyReturn, fyne.KeyReturn, fyne.KeySpace, fyne.KeyLeft, fyne.KeyUp, fyne.KeyRight, fyne.KeyDown)
	if want := []string{"chosen", "on", "chosen", "back", "back", "forth", "forth"}; !slices.Equal(did, want) {
		t.Errorf("did %q, want %q", did, want)
	}
}

// pick opens a dialog that chooses a fruit.
func pick(t *testing.T, also string) (c fyne.Canvas, did *[]string) {
	t.Helper()
	begin(t)
	c, did = show(t, widgets.NewText("Sida", widgets.Body, widgets.Plain), 800, 600), &[]string{}
	widgets.Pick(c, widgets.Picker[string]{
		Title: "Frukt", Hint: "Sök", Nothing: "Ingen", Take: "Välj", Cancel: "Avbryt", Key: func(s string) string { return s },
		Columns: []widgets.TableColumn[string]{{ID: "name", Title: "Namn", Text: func(s string) string { return s }}},
		Find: func(search string) []string {
			return slices.DeleteFunc([]string{"apelsin", "banan", "päron"}, func(s string) bool { return !strings.Contains(s, search) })
		},
		Taken: func(s string) { *did = append(*did, s) }, Also: also, OnAlso: func() { *did = append(*did, "also") },
	})
	shots.Settle(c.Overlays().Top())
	return c, did
}

func TestAPickerTakesTheFirstThatIsFound(t *testing.T) {
	c, did := pick(t, "")
	write(c, "an")
	press(c, fyne.KeyReturn)
	if want := []string{"banan"}; !slices.Equal(*did, want) || c.Overlays().Top() != nil {
		t.Errorf("took %q, want %q", *did, want)
	}
}

func TestAPickerIsWalkedDown(t *testing.T) {
	c, did := pick(t, "")
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if want := []string{"banan"}; !slices.Equal(*did, want) {
		t.Errorf("took %q, want %q", *did, want)
	}
}

func TestAPickerTakesNothingWhereNothingIsFound(t *testing.T) {
	c, did := pick(t, "")
	write(c, "kiwi")
	press(c, fyne.KeyReturn)
	if len(*did) > 0 || c.Overlays().Top() == nil || !strings.Contains(words(c.Overlays().Top()), "Ingen") {
		t.Errorf("took %q; it says %q", *did, words(c.Overlays().Top()))
	}
}

func TestALinkWithinAWidthIsCutAndStillNamed(t *testing.T) {
	begin(t)
	long := strings.Repeat("Informationstillgångar ", 9)
	link := widgets.NewLink(long, widgets.Accent, nil).Within(300)
	row := widgets.Row(0, link)
	show(t, row, 600, 60)
	shots.Settle(row)
	if link.MinSize().Width > 330 || !strings.HasSuffix(words(row), "…") || link.AccessibilityLabel() != long {
		t.Errorf("%v wide, says %q", link.MinSize().Width, words(row))
	}
	if short := widgets.NewLink("Kort", widgets.Accent, nil).Within(300).MinSize().Width; short > 100 {
		t.Errorf("a short one is %v wide", short)
	}
}
