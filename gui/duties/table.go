package duties

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/duty"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// The columns of findings, and of groups of them.
var (
	findingColumns = []string{"severity", "subject", "missing", "responsible", "board", "since"}
	groupColumns   = []string{"name", duty.High.Key(), duty.Medium.Key(), duty.Low.Key(), "total", "detail"}
)

type column = widgets.TableColumn[line]

func (p *Page) columns() []column {
	t := p.Text
	of := func(words func(duty.Finding) string) func(line) string {
		return func(l line) string { return words(l.finding) }
	}
	muted := func(line) widgets.Tone { return widgets.Muted }
	return []column{
		{ID: "severity", Title: t.T("duties.column.severity"), Width: 98, Sortable: true, Text: of(func(f duty.Finding) string { return p.words.Severity(f) }), Mark: func(l line) (mark.Sign, widgets.Tone) {
			return widgets.SeverityMark(int(l.finding.Severity))
		}},
		{ID: "subject", Title: t.T("duties.column.subject"), Width: 170, Sortable: true, Grow: true, Text: of(func(f duty.Finding) string { return p.words.Subject(f) }), Bold: func(l line) bool { return l.finding.Severity == duty.High }},
		{ID: "missing", Title: t.T("duties.column.missing"), Width: 230, Sortable: true, Grow: true, Text: of(func(f duty.Finding) string { return p.words.Short(f) })},
		{ID: "responsible", Title: t.T("duties.column.responsible"), Width: 150, Sortable: true, Text: of(func(f duty.Finding) string { return p.words.Responsible(f) })},
		{ID: "board", Title: t.T("assets.column.board"), Width: 150, Sortable: true, Text: of(func(f duty.Finding) string { return p.words.Board(f) }), Tone: muted},
		{ID: "since", Title: t.T("duties.column.since"), Width: 96, Sortable: true, Text: of(func(f duty.Finding) string { return f.Since }), Tone: muted},

		{ID: "name", Title: t.T("field.name"), Width: 260, Hidden: true, Sortable: true, Grow: true, Text: func(l line) string { return l.group.Name }},
		p.countColumn(duty.High), p.countColumn(duty.Medium), p.countColumn(duty.Low),
		{ID: "total", Title: t.T("duties.column.total"), Width: 82, Hidden: true, Sortable: true, Align: fyne.TextAlignTrailing, Text: func(l line) string { return t.Int(l.group.Total()) }, Bold: func(line) bool { return true }},
		{ID: "detail", Title: t.T("duties.column.belongs"), Width: 240, Hidden: true, Sortable: true, Text: func(l line) string { return l.group.Detail }, Tone: muted},
	}
}

// countColumn is how many findings of one severity a group has.
func (p *Page) countColumn(s duty.Severity) column {
	return column{ID: s.Key(), Title: s.Label().In(p.Text), Width: 84, Hidden: true, Sortable: true, Align: fyne.TextAlignTrailing, Text: func(l line) string { return p.Text.Int(l.group.Counts[s]) }, Tone: func(l line) widgets.Tone {
		if l.group.Counts[s] == 0 {
			return widgets.Muted
		}
		return widgets.Plain
	}}
}

func (p *Page) open(l line) {
	if l.gathered {
		p.openGroup(l.group)
	} else {
		p.mend(l.finding)
	}
}

func (p *Page) mend(f duty.Finding) {
	if p.opt.OnMend != nil {
		p.opt.OnMend(present.MendOf(f))
	}
}

// openGroup shows the findings of a group; an asset's are on its own page.
func (p *Page) openGroup(g group) {
	by := p.Query().By
	if by == byAsset {
		if p.opt.OnOpen != nil {
			p.opt.OnOpen(g.ID)
		}
		return
	}
	p.Narrow(func(q *Query) {
		q.By = byFinding
		if by == byManager {
			q.Manager, q.NoManager = g.ID, g.ID == ""
		} else {
			q.Unit, q.NoUnit = g.ID, g.ID == ""
		}
	})
}

// menu is what can be done with a finding, by right click.
func (p *Page) menu(l line) []*fyne.MenuItem {
	if l.gathered {
		return nil
	}
	f := l.finding
	items := []*fyne.MenuItem{fyne.NewMenuItem(f.Remedy.Label().In(p.Text), func() { p.mend(f) })}
	if f.Record != nil && p.opt.OnOpen != nil {
		items = append(items, fyne.NewMenuItem(p.Text.T("duties.open"), func() { p.opt.OnOpen(f.Record.Asset.ID) }))
	}
	return append(items, fyne.NewMenuItem(p.Text.T("duties.same"), func() { p.Narrow(func(q *Query) { q.Duty = f.ID }) }))
}
