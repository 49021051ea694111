package actions

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// columns are those of the plan; about adds the one that names the asset or the unit.
func columns(p *text.Printer, about bool) []widgets.TableColumn[row] {
	column := func(id, title string, width float32, text func(row) string) widgets.TableColumn[row] {
		return widgets.TableColumn[row]{ID: id, Title: p.T(title), Width: width, Sortable: about, Text: text}
	}
	what := column(columnWhat, "action.column.what", 220, func(r row) string { return r.What })
	what.Grow = true
	due := column(columnDue, "action.column.due", 114, func(r row) string { return r.Due })
	due.Tone, due.Mark = lateTone, lateMark
	cost := column(columnCost, "actions.column.cost", 104, func(r row) string { return r.Cost })
	cost.Align = fyne.TextAlignTrailing
	state := column(columnState, "action.column.status", 160, func(r row) string { return r.State })
	state.Tone = lateTone
	out := []widgets.TableColumn[row]{what, due, state, column(columnResponsible, "action.column.responsible", 130, func(r row) string { return r.Who() })}
	if about {
		out = append(out, column(columnAbout, "action.column.about", 130, func(r row) string { return r.About }))
	}
	return append(out, column(columnCause, "action.column.cause", 140, func(r row) string { return r.Answers }), cost)
}

// lateTone and lateMark go with the word Försenad; they are never used alone.
func lateTone(r row) widgets.Tone {
	switch {
	case r.IsLate:
		return widgets.Bad
	case !r.Status.Open():
		return widgets.Muted
	}
	return widgets.Plain
}

func lateMark(r row) (mark.Sign, widgets.Tone) {
	if r.IsLate {
		return mark.Alert, widgets.Bad
	}
	return mark.None, widgets.Plain
}
