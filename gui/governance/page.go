// Package governance shows what the municipality governs its information
// security by: the governing documents, and what boards and managers look into
// and record every year.
package governance

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/governance"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// The tabs of the page.
const (
	tabDocuments = iota
	tabChecks
)

// slotRows is the job that reads the rows, memoryWidth what the widths of columns are remembered under.
const (
	slotRows    = "governance rows"
	memoryWidth = "governance.width."
)

// Page is the page Styrdokument.
type Page struct {
	stage.Stage
	rows read

	page      *widgets.Page
	tabs      *widgets.Tabs
	place     *fyne.Container
	documents *widgets.Table[present.DocumentRow]
	checks    *widgets.Table[present.CheckRow]
	ofDoc     []*widgets.Button // commands about the document that is marked
	ofCheck   []*widgets.Button
	parts     [2]fyne.CanvasObject
	want      string // the check that is to be recorded as soon as its row is there
}

// read is what the job brings.
type read struct {
	documents []present.DocumentRow
	checks    []present.CheckRow
}

var (
	_ stage.Page = (*Page)(nil)
	_ stage.Keys = (*Page)(nil)
)

// New builds the page.
func New(s stage.Stage) *Page {
	p := s.Text
	g := &Page{Stage: s, place: container.NewStack()}
	g.tabs = widgets.NewTabs(p.T("governance.tab.documents"), p.T("governance.tab.checks"))
	g.tabs.OnTab = g.show
	g.documents, g.checks = g.documentTable(), g.checkTable()
	g.parts = [2]fyne.CanvasObject{g.documentPart(), g.checkPart()}
	content := widgets.Border(widgets.Column(0, g.tabs, widgets.Inset(4, 0, widgets.Column(0))), nil, nil, nil, g.place)
	g.page = widgets.NewPage(p.T("governance.title"), "", content, widgets.NewPrimary(p.T("governance.new"), g.startNew))
	g.show(tabDocuments)
	return g
}

func (g *Page) documentTable() *widgets.Table[present.DocumentRow] {
	column := func(id, title string, width float32, say func(present.DocumentRow) string) widgets.TableColumn[present.DocumentRow] {
		return widgets.TableColumn[present.DocumentRow]{
			ID: id, Title: g.Text.T(title), Width: g.width("document."+id, width), Text: say,
			Tone: func(r present.DocumentRow) widgets.Tone {
				if r.Gone {
					return widgets.Muted
				}
				return widgets.Plain
			},
		}
	}
	title := column("title", "governance.column.title", 230, func(r present.DocumentRow) string { return r.Title })
	title.Grow = true
	state := column("state", "governance.column.state", 150, func(r present.DocumentRow) string { return r.State })
	state.Mark = func(r present.DocumentRow) (widgets.Mark, widgets.Tone) {
		if r.Late {
			return widgets.Alert, widgets.Bad
		}
		return widgets.NoMark, widgets.Plain
	}
	t := widgets.NewTable(func(r present.DocumentRow) string { return r.ID }, title,
		column("kind", "governance.column.kind", 86, func(r present.DocumentRow) string { return r.KindWords }),
		column("body", "governance.column.body", 180, func(r present.DocumentRow) string { return r.BodyWords }),
		column("decided", "governance.column.decidedOn", 104, func(r present.DocumentRow) string { return r.DecidedOn }),
		column("review", "governance.column.nextReview", 112, func(r present.DocumentRow) string { return r.NextReview }),
		state,
		column("for", "governance.column.for", 140, func(r present.DocumentRow) string { return r.For }))
	t.OnWidth = func(id string, width float32) { g.Memory.SetFloat(memoryWidth+"document."+id, float64(width)) }
	t.OnOpen = func(r present.DocumentRow) { editDocument(g.Stage, r.Document, nil) }
	t.OnSelect = func([]present.DocumentRow) { g.enable() }
	t.OnDelete = func(rows []present.DocumentRow) { g.deleteDocument(rows[0]) }
	t.SetEmpty(widgets.NewEmptyState(g.Text.T("governance.empty"), g.Text.T("governance.empty.words"),
		widgets.Door{Title: g.Text.T("governance.empty.policy"), Words: g.Text.T("governance.empty.policy.words"), Open: g.startNew}))
	return t
}

func (g *Page) checkTable() *widgets.Table[present.CheckRow] {
	column := func(id, title string, width float32, say func(present.CheckRow) string) widgets.TableColumn[present.CheckRow] {
		return widgets.TableColumn[present.CheckRow]{ID: id, Title: g.Text.T(title), Width: g.width("check."+id, width), Text: say}
	}
	unit := column("unit", "field.unit", 190, func(r present.CheckRow) string { return r.UnitName })
	unit.Grow = true
	state := column("state", "governance.column.state", 160, func(r present.CheckRow) string { return r.State })
	state.Mark = func(r present.CheckRow) (widgets.Mark, widgets.Tone) {
		switch {
		case r.Missing:
			return widgets.Ring, widgets.Warning
		case r.Late:
			return widgets.Alert, widgets.Bad
		}
		return widgets.Tick, widgets.Good
	}
	t := widgets.NewTable(func(r present.CheckRow) string { return r.ID }, unit,
		column("what", "governance.column.what", 210, func(r present.CheckRow) string { return r.What }), state,
		column("made", "governance.column.made", 100, func(r present.CheckRow) string { return r.Made }),
		column("outcome", "governance.column.outcome", 220, func(r present.CheckRow) string { return r.Outcome }),
		column("by", "governance.column.by", 150, func(r present.CheckRow) string { return r.By }))
	t.OnWidth = func(id string, width float32) { g.Memory.SetFloat(memoryWidth+"check."+id, float64(width)) }
	t.OnOpen = g.record
	t.OnSelect = func([]present.CheckRow) { g.enable() }
	t.SetEmpty(widgets.NewEmptyState(g.Text.T("governance.checks.empty"), g.Text.T("governance.checks.empty.words")))
	return t
}

func (g *Page) width(id string, otherwise float32) float32 {
	return float32(g.Memory.FloatWithFallback(memoryWidth+id, float64(otherwise)))
}

func (g *Page) documentPart() fyne.CanvasObject {
	of := func(key string, do func(present.DocumentRow)) *widgets.Button {
		b := widgets.NewLink(g.Text.T(key), widgets.Accent, func() {
			if rows := g.documents.Selected(); len(rows) == 1 {
				do(rows[0])
			}
		})
		g.ofDoc = append(g.ofDoc, b)
		return b
	}
	commands := widgets.Flow(widgets.Apart,
		of("governance.do.open", func(r present.DocumentRow) { editDocument(g.Stage, r.Document, nil) }),
		of("governance.do.delete", g.deleteDocument))
	return widgets.Border(nil, widgets.Inset(8, 0, commands), nil, nil, widgets.NewPlate(g.documents))
}

func (g *Page) checkPart() fyne.CanvasObject {
	of := func(key string, made bool, do func(present.CheckRow)) *widgets.Button {
		b := widgets.NewLink(g.Text.T(key), widgets.Accent, func() {
			if rows := g.checks.Selected(); len(rows) == 1 && (!made || rows[0].Newest.ID != "") {
				do(rows[0])
			}
		})
		g.ofCheck = append(g.ofCheck, b)
		return b
	}
	commands := widgets.Flow(widgets.Apart, of("governance.do.record", false, g.record),
		of("governance.do.correct", true, func(r present.CheckRow) { editCheck(g.Stage, r, r.Newest) }),
		of("governance.do.deleteCheck", true, g.deleteCheck))
	words := widgets.Inset(4, 0, widgets.NewWrapped(g.Text.T("governance.checks.words"), widgets.Small, widgets.Muted))
	return widgets.Border(words, widgets.Inset(8, 0, commands), nil, nil, widgets.NewPlate(g.checks))
}

// enable lets only those commands be chosen that have something to be about.
func (g *Page) enable() {
	for _, b := range g.ofDoc {
		able(b, len(g.documents.Selected()) == 1)
	}
	rows := g.checks.Selected()
	for i, b := range g.ofCheck {
		able(b, len(rows) == 1 && (i == 0 || rows[0].Newest.ID != ""))
	}
}

func able(b *widgets.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (g *Page) show(tab int) {
	g.tabs.Choose(tab)
	g.place.Objects = []fyne.CanvasObject{g.parts[tab]}
	g.place.Refresh()
}

// ShowDocuments shows the documents, ShowCheck what a unit is to look into, and opens its form.
func (g *Page) ShowDocuments() {
	g.show(tabDocuments)
	g.Entered()
}

// ShowCheck shows what a unit is to look into, and opens its form.
func (g *Page) ShowCheck(unit string, kind governance.CheckKind) {
	g.show(tabChecks)
	g.want = unit + "/" + string(kind)
	g.apply()
}

// startNew begins a document: the policy first, then rules.
func (g *Page) startNew() {
	begin := governance.Document{Kind: governance.Rule, Body: governance.ManagementGroup, DecidedOn: text.Date(g.Register.Today())}
	if len(g.rows.documents) == 0 {
		begin.Kind, begin.Body, begin.Title = governance.Policy, governance.Council, g.Text.T("governance.policyTitle")
	}
	editDocument(g.Stage, begin, func(d governance.Document) {
		g.show(tabDocuments)
		g.documents.SelectKeys(d.ID)
	})
}

func (g *Page) record(row present.CheckRow) {
	editCheck(g.Stage, row, present.BeginCheck(g.Text, g.Register, row))
}

func (g *Page) deleteDocument(row present.DocumentRow) {
	g.askDelete(g.Text.T("governance.delete.document", "title", row.Title), text.Msg("governance.deleted", "what", row.Title), func(ctx context.Context) error {
		return g.Register.Governance().DeleteDocument(ctx, row.ID)
	})
}

func (g *Page) deleteCheck(row present.CheckRow) {
	g.askDelete(g.Text.T("governance.delete.check", "check", row.What, "on", row.Made), text.Msg("governance.deleted", "what", row.What), func(ctx context.Context) error {
		return g.Register.Governance().DeleteCheck(ctx, row.Newest.ID)
	})
}

// askDelete deletes after a question whose safe answer is the default.
func (g *Page) askDelete(words string, done text.Message, do func(context.Context) error) {
	p := g.Text
	q := widgets.Question{Title: p.T("governance.delete.title"), Words: words, Yes: p.T("governance.delete.yes"), No: p.T("governance.delete.no"), Danger: true}
	widgets.Confirm(g.Window.Canvas(), q, func(yes bool) {
		if !yes {
			return
		}
		stage.Save(g.Stage, func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(struct{}) {
			g.Tell(stage.Receipt{Message: done, Undo: true})
		})
	})
}

// Object is part of stage.Page.
func (g *Page) Object() fyne.CanvasObject { return g.page.Object() }

// Refresh is part of stage.Page.
func (g *Page) Refresh() {
	p, r := g.Text, g.Register
	jobs.Start(g.Jobs, slotRows, func(context.Context, *jobs.Progress) (read, error) {
		return read{present.DocumentRows(p, r), present.CheckRows(p, r)}, nil
	}, func(got read, err error) {
		if err != nil {
			g.Fail(err)
			return
		}
		g.rows = got
		g.apply()
	})
}

func (g *Page) apply() {
	g.page.SetSubtitle(present.GovernanceCounts(g.Text, g.rows.documents, g.rows.checks))
	g.documents.SetRows(g.rows.documents)
	g.checks.SetRows(g.rows.checks)
	if len(g.rows.documents) > 0 && len(g.documents.Selected()) == 0 {
		g.documents.SelectKeys(g.rows.documents[0].ID)
	}
	if len(g.rows.checks) > 0 && len(g.checks.Selected()) == 0 {
		g.checks.SelectKeys(g.rows.checks[0].ID)
	}
	g.enable()
	g.page.Object().Refresh()
	for _, row := range g.rows.checks {
		if row.ID == g.want {
			g.want = ""
			g.checks.SelectKeys(row.ID)
			g.record(row)
			return
		}
	}
}

// Entered is part of stage.Page.
func (g *Page) Entered() { g.tabs.Focus() }

// Leave is part of stage.Page.
func (g *Page) Leave() bool { return true }

// Find is part of stage.Keys.
func (g *Page) Find() bool { return false }

// New is part of stage.Keys.
func (g *Page) New() bool {
	g.startNew()
	return true
}

// Print is part of stage.Keys.
func (g *Page) Print() bool { return false }

// Close is part of stage.Keys.
func (g *Page) Close() bool { return false }

// Type is part of stage.Keys.
func (g *Page) Type(rune, fyne.KeyName) bool { return false }

// gap keeps what stands beside it to the left.
func gap() fyne.CanvasObject { return layout.NewSpacer() }
