package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// mostLeft is how many rows are listed; the report has them all.
const mostLeft = 30

// done is the last step: what was saved, and what was not.
type done struct {
	w     *Wizard
	whole *fyne.Container
}

func newDone(w *Wizard) *done { return &done{w: w, whole: container.NewStack()} }

func (d *done) object() fyne.CanvasObject { return d.whole }

func (d *done) focus() { d.w.focusOn(d.w.next) }

func (d *done) apply() {
	t := d.w.Text
	cards := []fyne.CanvasObject{widgets.NewCard(t.T("importing.done.title"), d.receipt())}
	if left, n := NotIn(t, d.w.saved, mostLeft); n > 0 {
		cards = append(cards, widgets.NewCard(t.N("importing.done.left", n), d.notIn(left, n)))
	}
	if notices := noticeLines(d.w); len(notices) > 0 {
		cards = append(cards, widgets.NewCard(t.T("importing.notices"), widgets.Column(widgets.Near, notices...)))
	}
	d.whole.Objects = []fyne.CanvasObject{widgets.Scrolled(widgets.Column(widgets.Apart, cards...))}
	d.whole.Refresh()
}

// receipt says what was saved and where the new units wait.
func (d *done) receipt() fyne.CanvasObject {
	t, r := d.w.Text, d.w.receipt
	var lines []fyne.CanvasObject
	tell := func(n int, key string) {
		if n > 0 {
			lines = append(lines, widgets.NewMarked(mark.Tick, widgets.Good, widgets.NewWrapped(t.N(key, n), widgets.Body, widgets.Plain)))
		}
	}
	tell(r.Created, "importing.done.created")
	tell(r.Updated, "importing.done.updated")
	tell(r.Units, "importing.done.units")
	return widgets.Column(widgets.Apart, widgets.Column(widgets.Tight, lines...),
		widgets.NewWrapped(t.T("importing.done.history"), widgets.Small, widgets.Muted), d.doors(r.Units > 0))
}

// doors lead on: to the units that wait, or back to before the import.
func (d *done) doors(units bool) fyne.CanvasObject {
	row := widgets.Flow(widgets.Near, widgets.NewButton(d.w.Text.T("importing.done.undo"), d.w.opt.OnUndo))
	if units && d.w.opt.OnUnits != nil {
		row.Add(widgets.NewButton(d.w.Text.T("importing.done.toUnits"), d.w.opt.OnUnits))
	}
	return row
}

// notIn lists the rows that did not come in, and offers them as a workbook.
func (d *done) notIn(left []string, n int) fyne.CanvasObject {
	t := d.w.Text
	var lines []fyne.CanvasObject
	for _, line := range left {
		lines = append(lines, widgets.NewWrapped(line, widgets.Body, widgets.Plain))
	}
	if n > len(left) {
		lines = append(lines, widgets.NewWrapped(t.N("importing.done.more", n-len(left)), widgets.Body, widgets.Muted))
	}
	content := widgets.Column(widgets.Tight, lines...)
	if d.w.opt.OnUnread == nil {
		return content
	}
	report := widgets.NewButton(t.T("importing.done.report"), func() { d.w.opt.OnUnread(d.w.path, d.w.saved) })
	return widgets.Column(widgets.Near, widgets.NewWrapped(t.T("importing.done.report.what"), widgets.Small, widgets.Muted), widgets.Row(widgets.Near, report), content)
}
