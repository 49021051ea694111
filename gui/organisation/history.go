package organisation

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/ledger"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// history shows the newest of what has happened to a unit.
type history struct {
	stage.Stage
	id     string
	seen   ledger.Revision
	object *fyne.Container
}

// historyShown is how many commits are shown; all of them are in the log.
const historyShown = 12

// changesShown is how many values of a commit are shown.
const changesShown = 6

func newHistory(s stage.Stage, id string) *history {
	return &history{Stage: s, id: id, object: widgets.Column(widgets.Apart)}
}

// read reads the history again if the register has moved on.
func (h *history) read() {
	now := h.Register.Revision()
	if h.seen == now {
		return
	}
	h.seen = now
	jobs.Start(h.Jobs, "organisation history", func(ctx context.Context, _ *jobs.Progress) (present.History, error) {
		return present.ReadHistory(ctx, h.Text, h.Register, h.id, 0, historyShown)
	}, h.arrived)
}

func (h *history) arrived(got present.History, err error) {
	if err != nil {
		h.Fail(err)
		return
	}
	h.object.Objects = nil
	for _, e := range got.Entries {
		rows := widgets.Column(2, widgets.NewWrapped(h.Text.T("assets.history.head", "when", e.When, "who", e.Who), widgets.Small, widgets.Muted),
			widgets.NewWrapped(e.Why, widgets.Body, widgets.Plain))
		for i, c := range e.Changes {
			if i == changesShown {
				rows.Add(widgets.NewWrapped(h.Text.N("assets.history.more", len(e.Changes)-i), widgets.Small, widgets.Muted))
				break
			}
			rows.Add(widgets.NewWrapped(c.Words(h.Text), widgets.Small, widgets.Muted))
		}
		h.object.Add(rows)
	}
	if got.More {
		h.object.Add(widgets.NewWrapped(h.Text.T("organisation.history.more"), widgets.Small, widgets.Muted))
	}
	h.object.Refresh()
}
