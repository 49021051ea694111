// Package governing is the page Styrdokument: the documents that the municipality
// governs its information security by, and what boards and managers look into and
// record every year.
package governing

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// The tabs of the page.
const (
	tabDocuments = iota
	tabChecks
)

// slotRows is the job that reads the rows, memoryLists what the lists remember their columns under.
const (
	slotRows    = "governance rows"
	memoryLists = "governance"
)

// Page is the page Styrdokument.
type Page struct {
	stage.Stage
	documents *listing.List[documentRow, struct{}, []documentRow]
	checks    *listing.List[checkRow, struct{}, []checkRow]

	page  *widgets.Page
	tabs  *widgets.Tabs
	place *fyne.Container
	want  string // the check that is to be recorded as soon as its row is there
}

// read is what the job reads.
type read struct {
	documents []documentRow
	checks    []checkRow
}

var _ stage.Page = (*Page)(nil)

// New builds the page.
func New(s stage.Stage) *Page {
	p := s.Text
	g := &Page{Stage: s, place: container.NewStack()}
	g.tabs = widgets.NewTabs(p.T("governance.tab.documents"), p.T("governance.tab.checks"))
	g.tabs.OnTab = g.show
	g.documents, g.checks = g.documentList(), g.checkList()
	content := widgets.Border(widgets.Column(0, g.tabs, widgets.Inset(4, 0, widgets.Column(0))), nil, nil, nil, g.place)
	g.page = widgets.NewPage(p.T("governance.title"), "", content, widgets.NewPrimary(p.T("governance.new"), g.startNew))
	g.show(tabDocuments)
	return g
}

func (g *Page) show(tab int) {
	g.tabs.Choose(tab)
	g.place.Objects = []fyne.CanvasObject{[]fyne.CanvasObject{g.documents.Object(), g.checks.Object()}[tab]}
	g.place.Refresh()
}

// ShowDocuments shows the documents.
func (g *Page) ShowDocuments() {
	g.show(tabDocuments)
	g.Entered()
}

// checkOf is the check that a remedy records.
var checkOf = map[duty.Remedy]governance.CheckKind{
	duty.RecordNeeds: governance.Needs, duty.RecordTraining: governance.Training, duty.RecordCheck: governance.Compliance,
}

// ShowCheck shows what a unit is to look into, and opens the form that a remedy asks for.
func (g *Page) ShowCheck(unit string, by duty.Remedy) {
	g.show(tabChecks)
	g.want = unit + "/" + string(checkOf[by])
	g.begin()
}

// begin opens the form of the check wanted, once its row is there.
func (g *Page) begin() {
	for _, row := range g.checks.Data() {
		if row.ID == g.want {
			g.want = ""
			g.checks.Mark(row.ID)
			g.record(row)
			return
		}
	}
}

// startNew begins a document: the policy first, then rules.
func (g *Page) startNew() {
	begin := governance.Document{Kind: governance.Rule, Body: governance.ManagementGroup, DecidedOn: text.Date(g.Register.Today())}
	if len(g.documents.Data()) == 0 {
		begin.Kind, begin.Body, begin.Title = governance.Policy, governance.Council, g.Text.T("governance.policyTitle")
	}
	editDocument(g.Stage, begin, func(d governance.Document) {
		g.show(tabDocuments)
		g.documents.Mark(d.ID)
	})
}

func (g *Page) record(row checkRow) {
	editCheck(g.Stage, row, beginCheck(g.Text, g.Register, row))
}

func (g *Page) deleteDocument(row documentRow) {
	g.askDelete(g.Text.T("governance.delete.document", "title", row.Title), text.Msg("governance.deleted", "what", row.Title), func(ctx context.Context) error {
		return g.Register.Governance().DeleteDocument(ctx, row.ID)
	})
}

func (g *Page) deleteCheck(row checkRow) {
	g.askDelete(g.Text.T("governance.delete.check", "check", row.What, "on", row.Made), text.Msg("governance.deleted", "what", row.What), func(ctx context.Context) error {
		return g.Register.Governance().DeleteCheck(ctx, row.Newest.ID)
	})
}

// askDelete deletes after a question whose safe answer is the default.
func (g *Page) askDelete(words string, done text.Message, do func(context.Context) error) {
	p := g.Text
	q := widgets.Question{Title: p.T("governance.delete.title"), Words: words, Yes: p.T("governance.delete.yes"), No: p.T("governance.delete.no"), Danger: true}
	g.Ask(q, func() { g.Do(do, done, nil) })
}

// Object is part of stage.Page.
func (g *Page) Object() fyne.CanvasObject { return g.page.Object() }

// Refresh is part of stage.Page.
func (g *Page) Refresh() {
	p, r := g.Text, g.Register
	stage.Read(g.Stage, slotRows, func(context.Context) (read, error) {
		return read{documentRows(p, r), checkRows(p, r)}, nil
	}, func(got read) {
		g.page.SetSubtitle(counts(p, got.documents, got.checks))
		g.documents.Take(got.documents)
		g.checks.Take(got.checks)
		g.page.Object().Refresh()
		g.begin()
	})
}

// Entered is part of stage.Page.
func (g *Page) Entered() { g.tabs.Focus() }

// Leave is part of stage.Page.
func (g *Page) Leave() bool { return true }

// New is part of stage.Maker.
func (g *Page) New() bool {
	g.startNew()
	return true
}
