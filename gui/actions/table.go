package actions

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// newTable is the plan as a table; about adds the column that names the asset or the unit.
func newTable(s stage.Stage, memory string, about bool) *widgets.Table[present.ActionRow] {
	p := s.Text
	column := func(id, title string, width float32, text func(present.ActionRow) string) widgets.TableColumn[present.ActionRow] {
		w := float32(s.Memory.FloatWithFallback(memory+id, float64(width)))
		return widgets.TableColumn[present.ActionRow]{ID: id, Title: p.T(title), Width: w, Sortable: about, Text: text}
	}
	what := column(present.ActionWhat, "action.column.what", 220, func(r present.ActionRow) string { return r.What })
	what.Grow = true
	due := column(present.ActionDue, "action.column.due", 114, func(r present.ActionRow) string { return r.Due })
	due.Tone, due.Mark = lateTone, lateMark
	cost := column(present.ActionCost, "actions.column.cost", 104, func(r present.ActionRow) string { return r.Cost })
	cost.Align = fyne.TextAlignTrailing
	state := column(present.ActionState, "action.column.status", 160, func(r present.ActionRow) string { return r.State })
	state.Tone = lateTone
	columns := []widgets.TableColumn[present.ActionRow]{what, due, state, column(present.ActionResponsible, "action.column.responsible", 130, func(r present.ActionRow) string { return r.Who() })}
	if about {
		columns = append(columns, column(present.ActionOn, "action.column.about", 130, func(r present.ActionRow) string { return r.About }))
	}
	columns = append(columns, column(present.ActionAnswers, "action.column.cause", 140, func(r present.ActionRow) string { return r.Answers }), cost)
	t := widgets.NewTable(func(r present.ActionRow) string { return r.ID }, columns...)
	t.OnWidth = func(id string, width float32) { s.Memory.SetFloat(memory+id, float64(width)) }
	return t
}

// lateTone and lateMark go with the word Försenad; they never stand alone.
func lateTone(r present.ActionRow) widgets.Tone {
	switch {
	case r.IsLate:
		return widgets.Bad
	case !r.Status.Open():
		return widgets.Muted
	}
	return widgets.Plain
}

func lateMark(r present.ActionRow) (widgets.Mark, widgets.Tone) {
	if r.IsLate {
		return widgets.Alert, widgets.Bad
	}
	return widgets.NoMark, widgets.Plain
}
