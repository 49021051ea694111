// Package history is the log of a register: who changed what, and when.
package history

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Page is the log.
type Page struct {
	stage  stage.Stage
	events []present.Event
	who    string // whose lines are shown, empty for everyone's

	page   *widgets.Page
	search *widgets.SearchEntry
	person *widgets.Chip
	count  *widgets.Text
	table  *widgets.Table[present.Event]
	show   *widgets.Button
	verify *widgets.Button
}

// Names of the jobs of the page.
const (
	slotNewest = "history newest"
	slotAll    = "history all"
	slotSearch = "history search"
	slotDetail = "history detail"
	slotVerify = "history verify"
)

// newest is how many lines are read before the rest of a long log.
const newest = 200

// searchWait is how long the page waits for the next key before it searches.
const searchWait = 120 * time.Millisecond

// New builds the page.
func New(s stage.Stage) *Page {
	p := s.Text
	h := &Page{stage: s}
	h.search = widgets.NewSearchEntry(p.T("history.search"))
	h.search.OnSearch = func(string) { s.Jobs.After(slotSearch, searchWait, h.apply) }
	h.search.OnDown = func() { h.table.Focus() }
	h.person = widgets.NewMenuChip(p.T("history.everyone"), h.persons)
	h.person.OnClear = func() { h.choose("") }
	h.count = widgets.NewText("", widgets.Small, widgets.Muted)
	h.table = widgets.NewTable(eventKey, h.columns()...)
	h.table.OnOpen = h.open
	h.table.OnSelect = func([]present.Event) { h.applyButton() }
	h.show = widgets.NewPrimary(p.T("history.show"), h.openSelected)
	h.verify = widgets.NewButton(p.T("history.verify"), h.verifyLog)
	top := widgets.Column(10, h.search, widgets.Flow(widgets.Near, h.person, widgets.Inset(5, 4, h.count)), widgets.Column(0))
	h.page = widgets.NewPage(p.T("history.title"), p.T("history.subtitle"),
		widgets.Border(top, nil, nil, nil, widgets.NewPlate(h.table)), h.verify, h.show)
	h.applyButton()
	return h
}

func eventKey(e present.Event) string { return strconv.FormatUint(uint64(e.Revision), 10) }

func (h *Page) columns() []widgets.TableColumn[present.Event] {
	p := h.stage.Text
	tone := func(e present.Event) widgets.Tone {
		if e.Undone {
			return widgets.Muted
		}
		return widgets.Plain
	}
	return []widgets.TableColumn[present.Event]{
		{ID: "when", Title: p.T("history.when"), Width: 140, Text: func(e present.Event) string { return e.When }, Tone: tone},
		{ID: "who", Title: p.T("history.who"), Width: 120, Text: func(e present.Event) string { return e.Who }, Tone: tone},
		{ID: "what", Title: p.T("history.what"), Width: 190, Grow: true, Text: func(e present.Event) string { return e.What }, Tone: tone},
		{ID: "count", Title: p.T("history.count"), Width: 98, Align: fyne.TextAlignTrailing, Text: func(e present.Event) string { return p.Int(e.Count) }, Tone: tone},
		{ID: "undone", Title: p.T("history.state"), Width: 76, Text: func(e present.Event) string {
			if e.Undone {
				return p.T("history.undone")
			}
			return ""
		}, Tone: tone},
	}
}

// persons is the menu of whose lines to show.
func (h *Page) persons() []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItem(h.stage.Text.T("history.everyone"), func() { h.choose("") })}
	for _, who := range present.Persons(h.events) {
		items = append(items, fyne.NewMenuItem(who, func() { h.choose(who) }))
	}
	return items
}

func (h *Page) choose(who string) {
	h.who = who
	h.apply()
}

// apply shows the lines that are asked for.
func (h *Page) apply() {
	p := h.stage.Text
	label := p.T("history.everyone")
	if h.who != "" {
		label = p.T("history.by", "who", h.who)
	}
	h.person.Set(label, h.who != "")
	rows := present.FilterEvents(h.events, h.who, h.search.Text)
	h.count.SetText(p.N("history.shown", len(rows)))
	h.table.SetEmpty(h.empty())
	h.table.SetRows(rows)
	if len(rows) > 0 && len(h.table.Selected()) == 0 {
		h.table.SelectKeys(eventKey(rows[0])) // what the button and Enter are about
	}
	h.applyButton()
	h.page.Object().Refresh()
}

func (h *Page) empty() fyne.CanvasObject {
	p := h.stage.Text
	if len(h.events) == 0 {
		return widgets.NewEmptyState(p.T("history.empty"), p.T("history.empty.words"))
	}
	return widgets.NewEmptyState(p.T("history.noHits"), p.T("history.noHits.words"))
}

func (h *Page) applyButton() {
	if len(h.table.Selected()) == 1 {
		h.show.Enable()
	} else {
		h.show.Disable()
	}
}

func (h *Page) openSelected() {
	if rows := h.table.Selected(); len(rows) == 1 {
		h.open(rows[0])
	}
}

// Object is part of stage.Page.
func (h *Page) Object() fyne.CanvasObject { return h.page.Object() }

// Refresh is part of stage.Page: the newest lines come at once, the rest of a
// long log after them.
func (h *Page) Refresh() {
	h.read(slotNewest, newest, func(got int) {
		if got == newest {
			h.read(slotAll, 0, nil)
		}
	})
}

func (h *Page) read(slot string, most int, then func(got int)) {
	r, p := h.stage.Register, h.stage.Text
	jobs.Start(h.stage.Jobs, slot, func(ctx context.Context, _ *jobs.Progress) ([]present.Event, error) {
		return present.Events(ctx, p, r, most)
	}, func(events []present.Event, err error) {
		if err != nil {
			h.stage.Fail(err)
			return
		}
		if most == 0 || len(events) < most || len(h.events) < len(events) {
			h.events = events
			h.apply()
		}
		if then != nil {
			then(len(events))
		}
	})
}

// Entered is part of stage.Page.
func (h *Page) Entered() { h.table.Focus() }

// Leave is part of stage.Page.
func (h *Page) Leave() bool { return true }

// Find is part of stage.Keys.
func (h *Page) Find() bool {
	h.search.Focus()
	return true
}

// New is part of stage.Keys.
func (h *Page) New() bool { return false }

// Print is part of stage.Keys.
func (h *Page) Print() bool { return false }

// Close is part of stage.Keys: what was asked for goes away.
func (h *Page) Close() bool {
	if h.search.Text == "" && h.who == "" {
		return false
	}
	h.who = ""
	h.search.SetText("")
	h.apply()
	return true
}

// Type is part of stage.Keys.
func (h *Page) Type(rune, fyne.KeyName) bool { return false }

// verifyLog examines the chain that seals the log, and tells the outcome.
func (h *Page) verifyLog() {
	h.verify.Disable()
	store := h.stage.Register.Store()
	jobs.Start(h.stage.Jobs, slotVerify, func(ctx context.Context, _ *jobs.Progress) (ledger.Examined, error) {
		return register.Verify(ctx, store)
	}, func(got ledger.Examined, err error) {
		h.verify.Enable()
		if err != nil {
			h.stage.Fail(err)
			return
		}
		h.tellVerified(got)
	})
}

func (h *Page) tellVerified(got ledger.Examined) {
	p := h.stage.Text
	tone, words := widgets.Good, p.N("history.verified", got.Entries)
	if len(got.Flaws) > 0 {
		tone, words = widgets.Bad, p.N("history.damaged", len(got.Flaws), "first", got.Flaws[0].Message.In(p))
	}
	h.page.Show(widgets.NewNotice(tone, words, "", nil, p.T("history.close")))
}

var (
	_ stage.Page = (*Page)(nil)
	_ stage.Keys = (*Page)(nil)
)
