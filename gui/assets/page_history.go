package assets

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// historyTab shows who changed what, newest first, a part at a time.
type historyTab struct {
	page    *Page
	entries []present.HistoryEntry
	seen    ledger.Revision // of the asset's log when it was read

	list   *fyne.Container
	older  *widgets.Button
	object *widgets.Scroller
}

// historyPart is how many commits are read at a time.
const historyPart = 40

func newHistoryTab(p *Page) *historyTab {
	t := &historyTab{page: p, list: widgets.Column(widgets.Apart)}
	t.older = widgets.NewButton(p.Text.T("assets.history.older"), t.readOlder)
	t.older.Hide()
	t.object = widgets.Scrolled(widgets.Column(widgets.Apart, widgets.NewCard("", t.list), widgets.Row(0, t.older, layout.NewSpacer())))
	return t
}

// apply reads the history again if the register has moved on.
func (t *historyTab) apply() fyne.CanvasObject {
	if now := t.page.Register.Revision(); t.seen != now || len(t.entries) == 0 {
		t.seen = now
		t.read(0, max(historyPart, len(t.entries)))
	}
	return t.object
}

func (t *historyTab) readOlder() {
	if n := len(t.entries); n > 0 {
		t.read(t.entries[n-1].Revision, historyPart)
	}
}

func (t *historyTab) read(before ledger.Revision, limit int) {
	p := t.page
	jobs.Start(p.Jobs, "assets.history", func(ctx context.Context, _ *jobs.Progress) (present.History, error) {
		return present.ReadHistory(ctx, p.Text, p.Register, p.id, before, limit)
	}, func(h present.History, err error) { t.arrived(before, h, err) })
}

func (t *historyTab) arrived(before ledger.Revision, h present.History, err error) {
	if err != nil {
		t.page.Fail(err)
		return
	}
	if before == 0 {
		t.entries, t.list.Objects = nil, nil
	}
	t.entries = append(t.entries, h.Entries...)
	for _, e := range h.Entries {
		t.list.Add(historyEntry(t.page.Text, e, 0))
	}
	listing.Visible(t.older, h.More)
	t.object.Refresh()
}

// historyEntry writes a commit: when, who and why, and at most limit of its
// changes beneath; 0 for all.
func historyEntry(p *text.Printer, e present.HistoryEntry, limit int) fyne.CanvasObject {
	rows := widgets.Column(2,
		widgets.NewWrapped(p.T("assets.history.head", "when", e.When, "who", e.Who), widgets.Small, widgets.Muted),
		widgets.NewWrapped(e.Why, widgets.Body, widgets.Plain))
	for i, c := range e.Changes {
		if limit > 0 && i == limit {
			rows.Add(widgets.NewWrapped(p.N("assets.history.more", len(e.Changes)-limit), widgets.Small, widgets.Muted))
			break
		}
		rows.Add(widgets.NewWrapped(c.Words(p), widgets.Small, widgets.Muted))
	}
	return rows
}
