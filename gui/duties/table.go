package duties

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/duty"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

func (p *Page) makeTables() {
	t := p.Text
	type column = widgets.TableColumn[duty.Finding]
	p.findings = widgets.NewTable(present.DutyKey,
		column{ID: "severity", Title: t.T("duties.column.severity"), Width: 98, Sortable: true, Text: func(f duty.Finding) string { return p.words.Severity(f) }, Mark: severityMark},
		column{ID: "subject", Title: t.T("duties.column.subject"), Width: 170, Sortable: true, Grow: true, Text: func(f duty.Finding) string { return p.words.Subject(f) }, Bold: isHigh},
		column{ID: "missing", Title: t.T("duties.column.missing"), Width: 230, Sortable: true, Grow: true, Text: func(f duty.Finding) string { return p.words.Short(f) }},
		column{ID: "responsible", Title: t.T("duties.column.responsible"), Width: 150, Sortable: true, Text: func(f duty.Finding) string { return p.words.Responsible(f) }},
		column{ID: "board", Title: t.T("assets.column.board"), Width: 150, Sortable: true, Text: func(f duty.Finding) string { return p.words.Board(f) }, Tone: muted[duty.Finding]},
		column{ID: "since", Title: t.T("duties.column.since"), Width: 96, Sortable: true, Text: func(f duty.Finding) string { return f.Since }, Tone: muted[duty.Finding]},
	)
	p.findings.OnOpen = p.mend
	p.findings.OnSort = p.sortBy
	p.findings.OnSelect = func([]duty.Finding) { p.detail.apply() }
	p.findings.OnMenu = p.menu
	p.makeGroups()
}

func (p *Page) makeGroups() {
	t := p.Text
	type column = widgets.TableColumn[present.DutyGroup]
	count := func(s duty.Severity) column {
		return column{ID: s.Key(), Title: s.Label().In(t), Width: 84, Sortable: true, Align: fyne.TextAlignTrailing, Text: func(g present.DutyGroup) string { return t.Int(g.Counts[s]) }, Tone: func(g present.DutyGroup) widgets.Tone {
			if g.Counts[s] == 0 {
				return widgets.Muted
			}
			return widgets.Plain
		}}
	}
	p.groups = widgets.NewTable(groupKey,
		column{ID: "name", Title: t.T("field.name"), Width: 260, Sortable: true, Grow: true, Text: func(g present.DutyGroup) string { return g.Name }},
		count(duty.High), count(duty.Medium), count(duty.Low),
		column{ID: "total", Title: t.T("duties.column.total"), Width: 82, Sortable: true, Align: fyne.TextAlignTrailing, Text: func(g present.DutyGroup) string { return t.Int(g.Total()) }, Bold: func(present.DutyGroup) bool { return true }},
		column{ID: "detail", Title: t.T("duties.column.belongs"), Width: 240, Sortable: true, Text: func(g present.DutyGroup) string { return g.Detail }, Tone: muted[present.DutyGroup]},
	)
	p.groups.OnOpen = p.openGroup
	p.groups.OnSort = p.sortBy
	p.groups.OnSelect = func([]present.DutyGroup) { p.detail.apply() }
}

func (p *Page) sortBy(column string, descending bool) {
	q := p.query
	q.Sort, q.Descending = column, descending
	p.narrow(q)
}

func muted[R any](R) widgets.Tone { return widgets.Muted }

func isHigh(f duty.Finding) bool { return f.Severity == duty.High }

func severityMark(f duty.Finding) (widgets.Mark, widgets.Tone) {
	return widgets.SeverityMark(int(f.Severity))
}

func (p *Page) mend(f duty.Finding) {
	if p.opt.OnMend != nil {
		p.opt.OnMend(present.MendOf(f))
	}
}

// openGroup shows the findings of a group; those of an asset stand on its own page.
func (p *Page) openGroup(g present.DutyGroup) {
	q := p.query
	q.By = present.ByFinding
	switch p.query.By {
	case present.ByAsset:
		if p.opt.OnOpen != nil {
			p.opt.OnOpen(g.ID)
		}
		return
	case present.ByManager:
		q.Manager, q.NoManager = g.ID, g.ID == ""
	case present.ByUnit:
		q.Unit, q.NoUnit = g.ID, g.ID == ""
	}
	p.narrow(q)
}

// menu is what can be done with a finding, by right click.
func (p *Page) menu(f duty.Finding, at fyne.Position) {
	items := []*fyne.MenuItem{fyne.NewMenuItem(f.Remedy.Label().In(p.Text), func() { p.mend(f) })}
	if f.Record != nil && p.opt.OnOpen != nil {
		items = append(items, fyne.NewMenuItem(p.Text.T("duties.open"), func() { p.opt.OnOpen(f.Record.Asset.ID) }))
	}
	items = append(items, fyne.NewMenuItem(p.Text.T("duties.same"), func() {
		q := p.query
		q.Duty = f.ID
		p.narrow(q)
	}))
	widgets.ShowMenu(p.Window.Canvas(), at, items...)
}
