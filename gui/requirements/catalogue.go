package requirements

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// Catalogue is the page of the municipality's own catalogue: what is shipped
// with what has been changed, switched off and added.
type Catalogue struct {
	stage.Stage
	*listing.Page[entry, entryQuery, []entry]
	onClose func()

	title, facts, words, decision *widgets.Text
	change, toggle                *widgets.Button
	restore, remove               *widgets.Button
}

var _ stage.Page = (*Catalogue)(nil)

// changedStates are those that a filter is offered for.
var changedStates = []requirement.State{requirement.Own, requirement.Changed, requirement.SwitchedOff}

// NewCatalogue builds the page.
func NewCatalogue(s stage.Stage, onClose func()) *Catalogue {
	p := s.Text
	c := &Catalogue{Stage: s, onClose: onClose}
	head := listing.Head{Title: p.T("catalogue.title"), Subtitle: p.T("catalogue.subtitle"), Actions: []fyne.CanvasObject{
		widgets.NewButton(p.T("catalogue.close"), func() { c.Close() }), widgets.NewPrimary(p.T("catalogue.add"), c.askAdd),
	}}
	spec := listing.Spec[entry, entryQuery, []entry]{
		Name: "catalogue", Key: func(r entry) string { return r.ID }, Columns: catalogueColumns(p),
		Rows:   func(all []entry, q entryQuery, _ present.Sort) []entry { return shownEntries(p, all, q) },
		Search: p.T("catalogue.search"), Words: func(q *entryQuery) *string { return &q.text },
		Empty: func([]entry, entryQuery) fyne.CanvasObject { return listing.Quiet(p.T("catalogue.noHits")) },
		Open:  func(entry) { c.askChange() }, Marked: func([]entry) { c.applyDetail() },
		Around:   func(table fyne.CanvasObject) fyne.CanvasObject { return widgets.Panes(340, 430, table, c.detail()) },
		Scrolled: true,
	}
	for _, state := range changedStates {
		spec.Filters = append(spec.Filters, c.filter(state))
	}
	c.Page = listing.NewPage(s, head, spec)
	return c
}

// filter is the chip of a state, with how many requirements are in it.
func (c *Catalogue) filter(state requirement.State) listing.Filter[entryQuery] {
	return listing.Filter[entryQuery]{
		Say: func(q entryQuery) (string, bool) {
			n := len(shownEntries(c.Text, c.Data(), entryQuery{states: []requirement.State{state}}))
			return c.Text.T("catalogue.filter", "state", state.Label().In(c.Text), "n", c.Text.Int(n)), slices.Contains(q.states, state)
		},
		Press: func(q *entryQuery) { q.states = listing.Switched(q.states, state) },
	}
}

func catalogueColumns(p *text.Printer) []widgets.TableColumn[entry] {
	return []widgets.TableColumn[entry]{
		{ID: "id", Title: p.T("requirements.column.id"), Width: 92, Text: func(r entry) string { return r.ID }},
		{ID: "title", Title: p.T("requirements.column.title"), Width: 190, Grow: true, Text: func(r entry) string { return r.Title.In(p.Lang()) }},
		{ID: "aspects", Title: p.T("requirements.column.aspects"), Width: 70, Text: func(r entry) string { return r.Aspects.String() }},
		{ID: "rank", Title: p.T("requirements.column.rank"), Width: 60, Text: func(r entry) string { return p.Int(r.Rank) }},
		{ID: "state", Title: p.T("catalogue.column.state"), Width: 150, Text: func(r entry) string { return r.State.Label().In(p) }, Tone: stateTone, Mark: stateMark},
	}
}

func stateTone(r entry) widgets.Tone {
	if r.State == requirement.AsShipped {
		return widgets.Muted
	}
	return widgets.Plain
}

func stateMark(r entry) (mark.Sign, widgets.Tone) {
	switch {
	case r.Renewed:
		return mark.Alert, widgets.Warning
	case r.State == requirement.SwitchedOff:
		return mark.Cross, widgets.Muted
	case r.State == requirement.Own:
		return mark.Plus, widgets.Accent
	case r.State == requirement.Changed:
		return mark.Dot, widgets.Accent
	}
	return mark.None, widgets.Plain
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

func (c *Catalogue) applyDetail() {
	p := c.Text
	row, ok := c.Current()
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
	c.facts.SetText(entryFacts(p, row))
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
	c.Object().Refresh()
}

// do changes the requirement that the list is at. A refusal is shown above the page.
func (c *Catalogue) do(change func(context.Context, string) error) {
	if row, ok := c.Current(); ok {
		c.store(func(ctx context.Context) error { return change(ctx, row.ID) })
	}
}

func (c *Catalogue) store(change func(context.Context) error) {
	c.Do(change, text.Message{}, c.Refresh)
}

// switchIt switches a requirement off, for which it asks the reason, or on again.
func (c *Catalogue) switchIt() {
	row, ok := c.Current()
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

// Refresh is part of stage.Page.
func (c *Catalogue) Refresh() {
	notice := renewals(c.Stage, c.askMerge)
	if problems := c.Register.Requirements().CatalogueProblems(); notice == nil && len(problems) > 0 {
		notice = widgets.NewNotice(widgets.Warning, problems[0].Message.In(c.Text), "", nil, c.Text.T("requirements.closeNotice"))
	}
	c.Frame.Show(notice)
	c.Take(entries(c.Register))
}

// New is part of stage.Maker.
func (c *Catalogue) New() bool {
	c.askAdd()
	return true
}

// Close is part of stage.Closer.
func (c *Catalogue) Close() bool {
	if c.onClose != nil {
		c.onClose()
	}
	return c.onClose != nil
}
