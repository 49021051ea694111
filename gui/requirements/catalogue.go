package requirements

import (
	"context"

	"fyne.io/fyne/v2"

	"infoklass/domain/requirement"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// Catalogue is the page of the municipality's own catalogue: what is shipped
// with what has been changed, switched off and added.
type Catalogue struct {
	stage.Stage
	onClose func()
	rows    []present.CatalogueRow
	states  map[requirement.State]bool

	page                          *widgets.Page
	search                        *widgets.SearchEntry
	chips                         map[requirement.State]*widgets.Chip
	table                         *widgets.Table[present.CatalogueRow]
	title, facts, words, decision *widgets.Text
	change, toggle                *widgets.Button
	restore, remove               *widgets.Button
}

var (
	_ stage.Page = (*Catalogue)(nil)
	_ stage.Keys = (*Catalogue)(nil)
)

// changedStates are those that a filter is offered for.
var changedStates = []requirement.State{requirement.Own, requirement.Changed, requirement.SwitchedOff}

// NewCatalogue builds the page.
func NewCatalogue(s stage.Stage, onClose func()) *Catalogue {
	p := s.Text
	c := &Catalogue{Stage: s, onClose: onClose, states: map[requirement.State]bool{}, chips: map[requirement.State]*widgets.Chip{}}
	c.search = widgets.NewSearchEntry(p.T("catalogue.search"))
	c.search.OnSearch = func(string) { s.Jobs.After("catalogue.type", searchWait, c.apply) }
	c.search.OnDown = func() { c.table.Focus() }
	filters := widgets.Flow(widgets.Near)
	for _, state := range changedStates {
		c.chips[state] = widgets.NewChip("", func() { c.states[state] = !c.states[state]; c.apply() })
		filters.Add(c.chips[state])
	}
	c.table = widgets.NewTable(func(r present.CatalogueRow) string { return r.ID }, c.columns()...)
	c.table.OnSelect = func([]present.CatalogueRow) { c.applyDetail() }
	c.table.OnOpen = func(present.CatalogueRow) { c.askChange() }
	top := widgets.Column(10, c.search, filters, widgets.Column(0))
	content := widgets.Scrolled(widgets.Border(top, nil, nil, nil, widgets.Panes(340, 430, widgets.NewPlate(c.table), c.detail())))
	c.page = widgets.NewPage(p.T("catalogue.title"), p.T("catalogue.subtitle"), content,
		widgets.NewButton(p.T("catalogue.close"), c.close), widgets.NewPrimary(p.T("catalogue.add"), c.askAdd))
	return c
}

func (c *Catalogue) columns() []widgets.TableColumn[present.CatalogueRow] {
	p := c.Text
	type row = present.CatalogueRow
	return []widgets.TableColumn[row]{
		{ID: "id", Title: p.T("requirements.column.id"), Width: 92, Text: func(r row) string { return r.ID }},
		{ID: "title", Title: p.T("requirements.column.title"), Width: 190, Grow: true, Text: func(r row) string { return r.Title.In(p.Lang()) }},
		{ID: "aspects", Title: p.T("requirements.column.aspects"), Width: 70, Text: func(r row) string { return r.Aspects.String() }},
		{ID: "rank", Title: p.T("requirements.column.rank"), Width: 60, Text: func(r row) string { return p.Int(r.Rank) }},
		{ID: "state", Title: p.T("catalogue.column.state"), Width: 150, Text: func(r row) string { return r.State.Label().In(p) }, Tone: stateTone, Mark: stateMark},
	}
}

func stateTone(r present.CatalogueRow) widgets.Tone {
	if r.State == requirement.AsShipped {
		return widgets.Muted
	}
	return widgets.Plain
}

func stateMark(r present.CatalogueRow) (widgets.Mark, widgets.Tone) {
	switch {
	case r.Renewed:
		return widgets.Alert, widgets.Warning
	case r.State == requirement.SwitchedOff:
		return widgets.Cross, widgets.Muted
	case r.State == requirement.Own:
		return widgets.Plus, widgets.Accent
	case r.State == requirement.Changed:
		return widgets.Dot, widgets.Accent
	}
	return widgets.NoMark, widgets.Plain
}

// detail is the requirement that the list is at, with what can be done to it.
func (c *Catalogue) detail() fyne.CanvasObject {
	p := c.Text
	c.title = widgets.NewWrapped("", widgets.Section, widgets.Plain)
	c.facts = widgets.NewWrapped("", widgets.Small, widgets.Muted)
	c.words = widgets.NewWrapped("", widgets.Body, widgets.Plain)
	c.decision = widgets.NewWrapped("", widgets.Small, widgets.Plain)
	c.change = widgets.NewButton(p.T("catalogue.change"), c.askChange).Compact()
	c.toggle = widgets.NewButton("", c.switchIt).Compact()
	c.restore = widgets.NewButton(p.T("catalogue.restore"), func() { c.do(c.Register.Requirements().RestoreRequirement) }).Compact()
	c.remove = widgets.NewButton(p.T("catalogue.remove"), func() { c.do(c.Register.Requirements().RemoveRequirement) }).Compact()
	return widgets.Scrolled(widgets.NewCard("", widgets.Column(widgets.Near, c.title, c.facts, c.words, c.decision,
		widgets.Flow(widgets.Near, c.change, c.toggle, c.restore, c.remove))))
}

// apply shows the requirements that are asked for.
func (c *Catalogue) apply() {
	p := c.Text
	counts := map[requirement.State]int{}
	for _, row := range c.rows {
		counts[row.State]++
	}
	var states []requirement.State
	for _, state := range changedStates {
		c.chips[state].Set(p.T("catalogue.filter", "state", state.Label().In(p), "n", p.Int(counts[state])), c.states[state])
		if c.states[state] {
			states = append(states, state)
		}
	}
	rows := present.ShownCatalogue(p, c.rows, states, c.search.Text)
	c.table.SetEmpty(widgets.Inset(widgets.Apart, widgets.Apart, widgets.NewWrapped(p.T("catalogue.noHits"), widgets.Body, widgets.Muted)))
	c.table.SetRows(rows)
	if len(rows) > 0 && len(c.table.Selected()) == 0 {
		c.table.SelectKeys(rows[0].ID)
	}
	c.applyDetail()
	c.page.Object().Refresh()
}

func (c *Catalogue) current() (present.CatalogueRow, bool) {
	if rows := c.table.Selected(); len(rows) > 0 {
		return rows[0], true
	}
	return present.CatalogueRow{}, false
}

func (c *Catalogue) applyDetail() {
	p := c.Text
	row, ok := c.current()
	for _, b := range []*widgets.Button{c.change, c.toggle, c.restore, c.remove} {
		b.Hidden = !ok
	}
	if !ok {
		for _, t := range []*widgets.Text{c.title, c.facts, c.words, c.decision} {
			t.SetText("")
		}
		return
	}
	c.title.SetText(row.Title.In(p.Lang()))
	c.facts.SetText(present.CatalogueFacts(p, row))
	c.words.SetText(row.Text.In(p.Lang()))
	decision := ""
	if row.State != requirement.AsShipped {
		decision = row.State.Label().In(p)
		if row.Reason != "" {
			decision = p.T("catalogue.decision", "state", decision, "reason", row.Reason)
		}
	}
	c.decision.SetText(decision)
	c.decision.Hidden = decision == ""
	key := "catalogue.off"
	if row.State == requirement.SwitchedOff {
		key = "catalogue.on"
	}
	c.toggle.SetText(p.T(key))
	change, _ := c.Register.Requirements().Catalogue().Change(row.ID)
	c.restore.Hidden = row.State == requirement.AsShipped || change.Own != nil
	c.remove.Hidden = change.Own == nil
	c.page.Object().Refresh()
}

// do changes the requirement that the list is at. A refusal is told above the page.
func (c *Catalogue) do(change func(context.Context, string) error) {
	if row, ok := c.current(); ok {
		c.store(func(ctx context.Context) error { return change(ctx, row.ID) })
	}
}

func (c *Catalogue) store(change func(context.Context) error) {
	stage.Save(c.Stage, func(ctx context.Context) (struct{}, error) { return struct{}{}, change(ctx) }, func(struct{}) { c.Refresh() })
}

// switchIt switches a requirement off, for which it asks the reason, or on again.
func (c *Catalogue) switchIt() {
	row, ok := c.current()
	switch {
	case !ok:
	case row.State == requirement.SwitchedOff:
		c.store(func(ctx context.Context) error {
			return c.Register.Requirements().SwitchRequirement(ctx, row.ID, false, "")
		})
	default:
		c.askOff(row)
	}
}

// Object is part of stage.Page.
func (c *Catalogue) Object() fyne.CanvasObject { return c.page.Object() }

// Refresh is part of stage.Page.
func (c *Catalogue) Refresh() {
	c.rows = present.CatalogueRows(c.Register)
	c.page.Show(nil)
	if n := len(c.Register.Requirements().Renewals()); n > 0 {
		c.page.Show(widgets.NewNotice(widgets.Warning, c.Text.N("requirements.renewals", n), c.Text.T("requirements.renewals.choose"), c.askMerge, c.Text.T("requirements.closeNotice")))
	} else if problems := c.Register.Requirements().CatalogueProblems(); len(problems) > 0 {
		c.page.Show(widgets.NewNotice(widgets.Warning, problems[0].Message.In(c.Text), "", nil, c.Text.T("requirements.closeNotice")))
	}
	c.apply()
}

// Entered is part of stage.Page.
func (c *Catalogue) Entered() { c.table.Focus() }

// Leave is part of stage.Page.
func (c *Catalogue) Leave() bool { return true }

func (c *Catalogue) close() {
	if c.onClose != nil {
		c.onClose()
	}
}

// Find is part of stage.Keys.
func (c *Catalogue) Find() bool {
	c.search.Focus()
	return true
}

// New is part of stage.Keys.
func (c *Catalogue) New() bool {
	c.askAdd()
	return true
}

// Print is part of stage.Keys.
func (c *Catalogue) Print() bool { return false }

// Close is part of stage.Keys.
func (c *Catalogue) Close() bool {
	c.close()
	return c.onClose != nil
}

// Type is part of stage.Keys.
func (c *Catalogue) Type(rune, fyne.KeyName) bool { return false }
