package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/google/go-cmp/cmp"

	"infoklass/domain/text"
	"infoklass/gui/widgets"
)

func TestEntryCommitsOnceWhenLeft(t *testing.T) {
	begin(t)
	entry, other := widgets.NewEntry("före"), widgets.NewEntry("")
	var got []string
	entry.OnCommit = func(s string) { got = append(got, s) }
	c := show(t, widgets.Column(widgets.Near, entry, other), 300, 200)
	c.Focus(entry)
	c.Focus(other) // nothing changed
	c.Focus(entry)
	entry.SetText("efter")
	press(c, fyne.KeyReturn)
	c.Focus(other) // committed by Enter already
	c.Focus(entry)
	entry.SetText("sist")
	c.Focus(other)
	if diff := cmp.Diff([]string{"efter", "sist"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestEntryEscapePutsTheValueBack(t *testing.T) {
	begin(t)
	entry := widgets.NewEntry("före")
	entry.OnCommit = func(s string) { t.Errorf("committed %q", s) }
	c := show(t, entry, 300, 100)
	passed := 0
	c.SetOnTypedKey(func(*fyne.KeyEvent) { passed++ })
	c.Focus(entry)
	entry.SetText("fel")
	press(c, fyne.KeyEscape)
	if entry.Text != "före" || passed != 0 {
		t.Errorf("text %q, keys passed on %d; want före, 0", entry.Text, passed)
	}
	press(c, fyne.KeyEscape, fyne.KeyF1)
	if passed != 2 {
		t.Errorf("%d keys reached the window, want Esc and F1", passed)
	}
}

// That the window gets what a field has no use for cannot be seen here: the
// canvas in memory takes no shortcuts.
func TestEntryUndoesWhatWasWrittenInIt(t *testing.T) {
	begin(t)
	entry := widgets.NewEntry("text")
	c := show(t, entry, 300, 100)
	c.Focus(entry)
	press(c, fyne.KeyEnd)
	write(c, "x")
	entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierControl})
	if entry.Text != "textx" {
		t.Errorf("text is %q, want textx", entry.Text)
	}
	entry.TypedShortcut(&fyne.ShortcutUndo{})
	if entry.Text != "text" {
		t.Errorf("after undo: %q, want text", entry.Text)
	}
}

func TestDateEntry(t *testing.T) {
	day := func(s string) time.Time {
		d, err := text.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, tc := range []struct {
		name, typed string
		required    bool
		want        time.Time
		told, fault bool
	}{
		{"ISO", "2027-01-31", false, day("2027-01-31"), true, false},
		{"digits only", "20270131", false, day("2027-01-31"), true, false},
		{"slashes", "2027/01/31", false, day("2027-01-31"), true, false},
		{"short", "2027-1-3", false, day("2027-01-03"), true, false},
		{"spaces around", " 2027-01-31 ", false, day("2027-01-31"), true, false},
		{"empty when optional", "", false, time.Time{}, true, false},
		{"empty when required", "", true, galleryDay, false, true},
		{"no such day", "2027-02-30", false, galleryDay, false, true},
		{"words", "imorgon", false, galleryDay, false, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			begin(t)
			entry := widgets.NewDateEntry(text.In(text.Swedish), galleryDay, tc.required, func() time.Time { return galleryDay })
			told, fault := false, ""
			entry.OnDate = func(time.Time) { told = true }
			entry.OnFault = func(s string) { fault = s }
			c := show(t, entry, 300, 100)
			c.Focus(entry)
			entry.SetText(tc.typed)
			press(c, fyne.KeyReturn)
			if !entry.Date().Equal(tc.want) || told != tc.told || (fault != "") != tc.fault {
				t.Errorf("date %v, told %v, fault %q; want %v, %v, %v", entry.Date(), told, fault, tc.want, tc.told, tc.fault)
			}
		})
	}
}

func TestCalendar(t *testing.T) {
	for _, tc := range []struct {
		name string
		keys []fyne.KeyName
		want string
	}{
		{"today", []fyne.KeyName{fyne.KeyReturn}, "2026-11-23"},
		{"a week on, a day back", []fyne.KeyName{fyne.KeyDown, fyne.KeyLeft, fyne.KeyReturn}, "2026-11-29"},
		{"over the end of the month", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeySpace}, "2026-12-07"},
		{"three months on: February is short", []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyReturn}, "2027-02-28"},
		{"Esc leaves it", []fyne.KeyName{fyne.KeyDown, fyne.KeyEscape}, "2026-11-23"},
		{"Home is today", []fyne.KeyName{fyne.KeyPageUp, fyne.KeyHome, fyne.KeyReturn}, "2026-11-23"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			begin(t)
			entry := widgets.NewDateEntry(text.In(text.Swedish), galleryDay, false, func() time.Time { return galleryDay })
			c := show(t, entry, 800, 600)
			c.Focus(entry)
			press(c, fyne.KeyDown)
			press(c, tc.keys...)
			if got := text.Date(entry.Date()); got != tc.want || entry.Text != tc.want {
				t.Errorf("got %s, shows %s, want %s", got, entry.Text, tc.want)
			}
			if c.Overlays().Top() != nil || c.Focused() != fyne.Focusable(entry) {
				t.Error("the calendar should be gone and the keyboard back in the field")
			}
		})
	}
}

func TestNumberEntry(t *testing.T) {
	for _, tc := range []struct {
		typed string
		rule  widgets.NumberRule
		want  float64
		set   bool
		fault bool
		shown string
	}{
		{"2,5", widgets.NumberRule{}, 2.5, true, false, "2,5"},
		{"2.5", widgets.NumberRule{}, 2.5, true, false, "2,5"},
		{"1 234", widgets.NumberRule{}, 1234, true, false, "1234"},
		{"1 234,5", widgets.NumberRule{}, 1234.5, true, false, "1234,5"},
		{"-3", widgets.NumberRule{}, -3, true, false, "-3"},
		{"", widgets.NumberRule{}, 0, false, false, ""},
		{"", widgets.NumberRule{Required: true}, 0, false, true, ""},
		{"tolv", widgets.NumberRule{}, 0, false, true, "tolv"},
		{"1e3", widgets.NumberRule{}, 0, false, true, "1e3"},
		{"NaN", widgets.NumberRule{}, 0, false, true, "NaN"},
		{"2,5", widgets.NumberRule{Whole: true}, 0, false, true, "2,5"},
		{"49", widgets.NumberRule{Least: 0, Most: 48}, 0, false, true, "49"},
		{"48", widgets.NumberRule{Least: 0, Most: 48}, 48, true, false, "48"},
	} {
		t.Run(tc.typed, func(t *testing.T) {
			begin(t)
			entry := widgets.NewNumberEntry(text.In(text.Swedish), tc.rule)
			entry.SetNumber(7)
			var got float64
			set, fault := false, ""
			entry.OnNumber = func(n float64, s bool) { got, set = n, s }
			entry.OnFault = func(s string) { fault = s }
			c := show(t, entry, 300, 100)
			c.Focus(entry)
			entry.SetText(tc.typed)
			press(c, fyne.KeyReturn)
			if got != tc.want || set != tc.set || (fault != "") != tc.fault || entry.Text != tc.shown {
				t.Errorf("got %v set %v fault %q shown %q", got, set, fault, entry.Text)
			}
		})
	}
}

func TestSearchEntry(t *testing.T) {
	begin(t)
	entry := widgets.NewSearchEntry("Sök")
	var got []string
	down := 0
	entry.OnSearch = func(s string) { got = append(got, s) }
	entry.OnDown = func() { down++ }
	c := show(t, entry, 300, 100)
	c.Focus(entry)
	write(c, "sk")
	press(c, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape)
	if diff := cmp.Diff([]string{"s", "sk", ""}, got); diff != "" || down != 2 {
		t.Errorf("%s, down %d", diff, down)
	}
}

func TestFormRowShowsAFault(t *testing.T) {
	begin(t)
	row := widgets.NewFormRow("Namn", "", widgets.NewEntry(""))
	show(t, row, 300, 200)
	before := row.MinSize().Height
	row.Fault("Namnet saknas.")
	if row.MinSize().Height <= before {
		t.Error("the sentence should take room")
	}
	row.Fault("")
	if row.MinSize().Height != before {
		t.Error("the sentence should be gone")
	}
}
