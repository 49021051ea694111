// Package history is the log of a register: who changed what, and when.
package history

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Page is the log.
type Page struct {
	stage.Stage
	*listing.Page[event, query, []event]
	count        *widgets.Text
	show, verify *widgets.Button
}

var _ stage.Page = (*Page)(nil)

// Names of the jobs of the page.
const (
	slotNewest = "history newest"
	slotAll    = "history all"
	slotDetail = "history detail"
	slotVerify = "history verify"
)

// newest is how many lines are read before the rest of a long log.
const newest = 200

// New builds the page.
func New(s stage.Stage) *Page {
	p := s.Text
	h := &Page{Stage: s, count: widgets.NewText("", widgets.Small, widgets.Muted)}
	h.show = widgets.NewPrimary(p.T("history.show"), func() { h.WithCurrent(h.open)() })
	h.verify = widgets.NewButton(p.T("history.verify"), h.verifyLog)
	head := listing.Head{Title: p.T("history.title"), Subtitle: p.T("history.subtitle"), Actions: []fyne.CanvasObject{h.verify, h.show}}
	h.Page = listing.NewPage(s, head, listing.Spec[event, query, []event]{
		Name: "history", Key: func(e event) string { return strconv.FormatUint(uint64(e.Revision), 10) }, Columns: columns(p),
		Rows:   func(all []event, q query, _ present.Sort) []event { return q.choose(all) },
		Search: p.T("history.search"), Words: func(q *query) *string { return &q.text },
		Filters: []listing.Filter[query]{{Say: h.person, Menu: h.persons, Clear: func(q *query) { q.who = "" }}}, Narrows: query.narrows,
		Empty: h.empty, Open: h.open, Beside: widgets.Inset(5, 4, h.count),
		Shown:  func(_ []event, rows []event) { h.count.SetText(p.N("history.shown", len(rows))) },
		Marked: func(rows []event) { listing.Enable(h.show, len(rows) == 1) },
	})
	return h
}

func columns(p *text.Printer) []widgets.TableColumn[event] {
	tone := func(e event) widgets.Tone {
		if e.Undone {
			return widgets.Muted
		}
		return widgets.Plain
	}
	return []widgets.TableColumn[event]{
		{ID: "when", Title: p.T("history.when"), Width: 140, Text: func(e event) string { return e.When }, Tone: tone},
		{ID: "who", Title: p.T("history.who"), Width: 120, Text: func(e event) string { return e.Who }, Tone: tone},
		{ID: "what", Title: p.T("history.what"), Width: 190, Grow: true, Text: func(e event) string { return e.What }, Tone: tone},
		{ID: "count", Title: p.T("history.count"), Width: 98, Align: fyne.TextAlignTrailing, Text: func(e event) string { return p.Int(e.Count) }, Tone: tone},
		{ID: "undone", Title: p.T("history.state"), Width: 76, Text: func(e event) string {
			if e.Undone {
				return p.T("history.undone")
			}
			return ""
		}, Tone: tone},
	}
}

// person says whose lines are shown.
func (h *Page) person(q query) (string, bool) {
	if q.who == "" {
		return h.Text.T("history.everyone"), false
	}
	return h.Text.T("history.by", "who", q.who), true
}

func (h *Page) persons(query) []listing.Choice[query] {
	everyone := listing.Choice[query]{Label: h.Text.T("history.everyone"), Change: func(q *query) { q.who = "" }}
	return append([]listing.Choice[query]{everyone}, listing.Choices(persons(h.Data()), func(who string) string { return who },
		func(string) bool { return false }, func(q *query, who string) { q.who = who })...)
}

func (h *Page) empty(all []event, _ query) fyne.CanvasObject {
	if len(all) == 0 {
		return widgets.NewEmptyState(h.Text.T("history.empty"), h.Text.T("history.empty.words"))
	}
	return widgets.NewEmptyState(h.Text.T("history.noHits"), h.Text.T("history.noHits.words"))
}

// Refresh is part of stage.Page: the newest lines come at once, the rest of a
// long log after them.
func (h *Page) Refresh() {
	h.read(slotNewest, newest, func(got int) {
		if got == newest {
			h.read(slotAll, 0, func(int) {})
		}
	})
}

func (h *Page) read(slot string, most int, then func(got int)) {
	r, p := h.Register, h.Text
	stage.Read(h.Stage, slot, func(ctx context.Context) ([]event, error) {
		return readEvents(ctx, p, r, most)
	}, func(events []event) {
		if most == 0 || len(events) < most || len(h.Data()) < len(events) {
			h.Take(events)
		}
		then(len(events))
	})
}

// verifyLog examines the chain that seals the log, and shows the result.
func (h *Page) verifyLog() {
	h.verify.Disable()
	store := h.Register.Store()
	jobs.Start(h.Jobs, slotVerify, func(ctx context.Context, _ *jobs.Progress) (ledger.Examined, error) {
		return register.Verify(ctx, store)
	}, func(got ledger.Examined, err error) {
		h.verify.Enable()
		if err != nil {
			h.Fail(err)
			return
		}
		h.tellVerified(got)
	})
}

func (h *Page) tellVerified(got ledger.Examined) {
	p := h.Text
	tone, words := widgets.Good, p.N("history.verified", got.Entries)
	if len(got.Flaws) > 0 {
		tone, words = widgets.Bad, p.N("history.damaged", len(got.Flaws), "first", got.Flaws[0].Message.In(p))
	}
	h.Frame.Show(widgets.NewNotice(tone, words, "", nil, p.T("history.close")))
}
