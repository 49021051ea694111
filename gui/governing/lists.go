package governing

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

func (g *Page) documentList() *listing.List[documentRow, struct{}, []documentRow] {
	p := g.Text
	edit := func(r documentRow) { editDocument(g.Stage, r.Document, nil) }
	return listing.New(g.Stage, listing.Spec[documentRow, struct{}, []documentRow]{
		Name: memoryLists, Remember: true, Key: func(r documentRow) string { return r.ID }, Columns: documentColumns(p),
		Empty: func([]documentRow, struct{}) fyne.CanvasObject {
			return widgets.NewEmptyState(p.T("governance.empty"), p.T("governance.empty.words"),
				widgets.Door{Title: p.T("governance.empty.policy"), Words: p.T("governance.empty.policy.words"), Open: g.startNew})
		},
		Open: edit, Delete: func(rows []documentRow) { g.deleteDocument(rows[0]) },
		Commands: []listing.Command[documentRow]{
			{Label: p.T("governance.do.open"), Do: edit},
			{Label: p.T("governance.do.delete"), Do: g.deleteDocument},
		},
		Greyed: true,
	})
}

// The columns of a list begin with the list's name: both remember their widths together.
func documentColumns(p *text.Printer) []widgets.TableColumn[documentRow] {
	column := func(id, title string, width float32, say func(documentRow) string) widgets.TableColumn[documentRow] {
		return widgets.TableColumn[documentRow]{ID: "document." + id, Title: p.T(title), Width: width, Text: say, Tone: func(r documentRow) widgets.Tone {
			if r.Gone {
				return widgets.Muted
			}
			return widgets.Plain
		}}
	}
	title := column("title", "governance.column.title", 230, func(r documentRow) string { return r.Title })
	title.Grow = true
	state := column("state", "governance.column.state", 150, func(r documentRow) string { return r.State })
	state.Mark = func(r documentRow) (mark.Sign, widgets.Tone) {
		if r.Late {
			return mark.Alert, widgets.Bad
		}
		return mark.None, widgets.Plain
	}
	return []widgets.TableColumn[documentRow]{
		title,
		column("kind", "governance.column.kind", 86, func(r documentRow) string { return r.KindWords }),
		column("body", "governance.column.body", 180, func(r documentRow) string { return r.BodyWords }),
		column("decided", "governance.column.decidedOn", 104, func(r documentRow) string { return r.DecidedOn }),
		column("review", "governance.column.nextReview", 112, func(r documentRow) string { return r.NextReview }),
		state,
		column("for", "governance.column.for", 140, func(r documentRow) string { return r.For }),
	}
}

func (g *Page) checkList() *listing.List[checkRow, struct{}, []checkRow] {
	p := g.Text
	made := func(r checkRow) bool { return r.Newest.ID != "" }
	return listing.New(g.Stage, listing.Spec[checkRow, struct{}, []checkRow]{
		Name: memoryLists, Remember: true, Key: func(r checkRow) string { return r.ID }, Columns: checkColumns(p),
		Empty: func([]checkRow, struct{}) fyne.CanvasObject {
			return widgets.NewEmptyState(p.T("governance.checks.empty"), p.T("governance.checks.empty.words"))
		},
		Open: g.record, Commands: []listing.Command[checkRow]{
			{Label: p.T("governance.do.record"), Do: g.record},
			{Label: p.T("governance.do.correct"), Fits: made, Do: func(r checkRow) { editCheck(g.Stage, r, r.Newest) }},
			{Label: p.T("governance.do.deleteCheck"), Fits: made, Do: g.deleteCheck},
		},
		Greyed: true,
		Tools: func(fyne.CanvasObject, []fyne.CanvasObject) fyne.CanvasObject {
			return widgets.Inset(4, 0, widgets.NewWrapped(p.T("governance.checks.words"), widgets.Small, widgets.Muted))
		},
	})
}

func checkColumns(p *text.Printer) []widgets.TableColumn[checkRow] {
	column := func(id, title string, width float32, say func(checkRow) string) widgets.TableColumn[checkRow] {
		return widgets.TableColumn[checkRow]{ID: "check." + id, Title: p.T(title), Width: width, Text: say}
	}
	unit := column("unit", "field.unit", 190, func(r checkRow) string { return r.UnitName })
	unit.Grow = true
	state := column("state", "governance.column.state", 160, func(r checkRow) string { return r.State })
	state.Mark = func(r checkRow) (mark.Sign, widgets.Tone) {
		switch {
		case r.Missing:
			return mark.Ring, widgets.Warning
		case r.Late:
			return mark.Alert, widgets.Bad
		}
		return mark.Tick, widgets.Good
	}
	return []widgets.TableColumn[checkRow]{
		unit,
		column("what", "governance.column.what", 210, func(r checkRow) string { return r.What }), state,
		column("made", "governance.column.made", 100, func(r checkRow) string { return r.Made }),
		column("outcome", "governance.column.outcome", 220, func(r checkRow) string { return r.Outcome }),
		column("by", "governance.column.by", 150, func(r checkRow) string { return r.By }),
	}
}
