package listing_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"infoklass/gui/jobs"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
)

// ask chooses among fruits.
type ask struct {
	text string
	long bool
}

func (a ask) choose(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return !strings.Contains(s, a.text) || a.long && len(s) < 6 })
}

// later is a runner that keeps what is to wait until it is told.
type later struct {
	jobs.Runner
	waiting map[string]func()
}

func (l *later) After(slot string, _ time.Duration, f func()) { l.waiting[slot] = f }
func (l *later) Cancel(slot string)                           { delete(l.waiting, slot) }

type desk struct {
	*trial.Desk
	runner *later
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{trial.NewDesk(t, nil), &later{jobs.AtOnce(), map[string]func(){}}}
	d.Stage.Jobs = d.runner
	return d
}

type page = listing.Page[string, ask, []string]

// fruits is a page of fruits, filled.
func (d *desk) fruits(change func(*listing.Spec[string, ask, []string])) *page {
	spec := listing.Spec[string, ask, []string]{
		Name: "fruits", Remember: true, ThirdPress: true, Key: func(s string) string { return s },
		Columns: []widgets.TableColumn[string]{{ID: "name", Title: "Namn", Width: 100, Sortable: true, Text: func(s string) string { return s }}},
		Load:    func(context.Context) ([]string, error) { return []string{"päron", "banan", "apelsin"}, nil },
		Rows: func(all []string, a ask, s present.Sort) []string {
			rows := a.choose(all)
			present.SortRows(rows, s, map[string]present.By[string]{"name": {Text: func(s string) string { return s }}})
			return rows
		},
		Search: "Sök", Words: func(a *ask) *string { return &a.text }, Narrows: func(a ask) bool { return a != ask{} },
		Filters: []listing.Filter[ask]{listing.Toggle("Långa", func(a *ask) *bool { return &a.long })},
	}
	if change != nil {
		change(&spec)
	}
	p := listing.NewPage(d.Stage, listing.Head{Title: "Frukt"}, spec)
	d.Show(p.Object())
	p.Refresh()
	return p
}

func expect(t *testing.T, p *page, want ...string) {
	t.Helper()
	if got := p.Table.Rows(); !slices.Equal(got, want) {
		t.Errorf("shows %q, want %q", got, want)
	}
}

func TestTypingWaitsAndAFilterCountsWhatWasTyped(t *testing.T) {
	d := newDesk(t)
	p := d.fruits(nil)
	p.Search.SetText("an")
	expect(t, p, "päron", "banan", "apelsin")
	if len(d.runner.waiting) != 1 {
		t.Fatal("the search does not wait for a pause in typing")
	}
	p.Narrow(func(a *ask) { a.long = true })
	expect(t, p)
	if len(d.runner.waiting) != 0 || p.Query() != (ask{"an", true}) {
		t.Errorf("%d searches wait after the filter; the query is %+v", len(d.runner.waiting), p.Query())
	}
	p.Narrow(func(a *ask) { a.long = false })
	expect(t, p, "banan")
	if current, ok := p.Current(); !ok || current != "banan" {
		t.Errorf("%q is marked", current)
	}
}

func TestEscTakesAwayWhatWasTypedOnlyJustNow(t *testing.T) {
	d := newDesk(t)
	p := d.fruits(nil)
	p.Search.SetText("an")
	if !p.Close() || p.Close() || p.Search.Text != "" {
		t.Errorf("the search field says %q", p.Search.Text)
	}
	expect(t, p, "päron", "banan", "apelsin")
}

func TestAThirdPressBringsBackTheOwnOrder(t *testing.T) {
	d := newDesk(t)
	p := d.fruits(nil)
	p.Table.OnSort("name", false)
	expect(t, p, "apelsin", "banan", "päron")
	p.Table.OnSort("name", true)
	expect(t, p, "päron", "banan", "apelsin")
	p.Table.OnSort("name", false)
	expect(t, p, "päron", "banan", "apelsin")
	if p.Sort() != (present.Sort{}) {
		t.Errorf("sorted by %+v", p.Sort())
	}
}

func TestTheArrangementIsRemembered(t *testing.T) {
	d := newDesk(t)
	p := d.fruits(nil)
	p.Table.OnSort("name", false)
	p.Table.OnWidth("name", 321)
	again := d.fruits(nil)
	expect(t, again, "apelsin", "banan", "päron")
	if got := d.Stage.Memory.FloatWithFallback("fruits.width.name", 0); got != 321 {
		t.Errorf("the width remembered is %v", got)
	}
}

func TestARowIsMarkedAsSoonAsItIsThere(t *testing.T) {
	d := newDesk(t)
	all := []string{"päron"}
	p := d.fruits(func(s *listing.Spec[string, ask, []string]) {
		s.Load = func(context.Context) ([]string, error) { return all, nil }
	})
	p.Mark("kiwi")
	if current, _ := p.Current(); current != "päron" {
		t.Errorf("%q is marked", current)
	}
	all = []string{"päron", "kiwi"}
	p.Refresh()
	if current, _ := p.Current(); current != "kiwi" {
		t.Errorf("%q is marked when the row is there", current)
	}
}

func TestTheKeyboardWaitsForTheRows(t *testing.T) {
	d := newDesk(t)
	all := []string{}
	p := d.fruits(func(s *listing.Spec[string, ask, []string]) {
		s.Load = func(context.Context) ([]string, error) { return all, nil }
		s.Doors, s.None = widgets.NewEmptyState("Tomt", ""), func(all []string) bool { return len(all) == 0 }
	})
	p.Entered()
	if d.Window.Canvas().Focused() != nil {
		t.Fatal("the keyboard is at a table that is not shown")
	}
	all = []string{"päron"}
	p.Refresh()
	if d.Window.Canvas().Focused() == nil {
		t.Error("the keyboard did not come to the rows")
	}
}

func TestCommandsSuitTheRowsMarked(t *testing.T) {
	d := newDesk(t)
	var done []string
	p := d.fruits(func(s *listing.Spec[string, ask, []string]) {
		s.Commands = []listing.Command[string]{
			{Label: "Skala", Fits: func(s string) bool { return s != "päron" }, Do: func(s string) { done = append(done, "skala "+s) }},
			{Label: "Ät", All: func(rows []string) { done = append(done, "ät "+strings.Join(rows, ", ")) }},
		}
	})
	if d.Offers("Skala") {
		t.Error("what does not suit a row is offered")
	}
	p.Table.SelectKeys("banan")
	d.Press("Skala")
	p.Table.SelectKeys("banan", "apelsin")
	if d.Offers("Skala") {
		t.Error("with several rows marked, what is done with one of them is offered")
	}
	d.Press("Ät")
	if want := []string{"skala banan", "ät banan, apelsin"}; !slices.Equal(done, want) {
		t.Errorf("did %q, want %q", done, want)
	}
}
