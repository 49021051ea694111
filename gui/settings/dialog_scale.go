package settings

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// askScale makes a scale of the municipality's own: a name, and two to four
// levels with how each is written, what it is called and what it protects as.
func askScale(s stage.Stage, done func()) {
	t, f := s.Text, forms.New(s).Spaced(widgets.Apart)
	own, levels := "", slices.Clone(classify.Scale03.Levels)
	name := f.Line(t.T("settings.scale.name"), t.T("settings.scale.name.hint"), &own)
	caption := func(key string) fyne.CanvasObject {
		return widgets.NewWrapped(t.T(key), widgets.Caption, widgets.Muted)
	}
	rows := widgets.Column(widgets.Tight, scaleLine(caption("settings.scale.code"), caption("settings.scale.sv"), caption("settings.scale.en"), caption("settings.scale.rank")))
	for i := range levels {
		level := &levels[i]
		level.Code = strconv.Itoa(i + 1)
		rank := forms.Menu(&level.Level, forms.Choice[classify.Level]{Values: ranks, Words: func(l classify.Level) string { return rankWords(t, l) }})
		rows.Add(scaleLine(f.Cell(&level.Code), f.Cell(&level.Swedish), f.Cell(&level.English), widgets.Row(0, rank)))
	}
	trouble := f.Trouble(nil)
	f.Row(name)
	f.Put(widgets.NewWrapped(t.T("settings.scale.help"), widgets.Small, widgets.Muted), rows)
	f.Row(trouble)
	f.OnSave = func() {
		used := slices.DeleteFunc(slices.Clone(levels), func(l classify.ScaleLevel) bool { return l.Level == classify.Unset })
		scale := classify.OwnScale(own, used...)
		forms.Change(f, trouble, func(ctx context.Context) error { return s.Register.Classifications().AddScale(ctx, scale) }, func() {
			s.Tell(stage.Receipt{Message: text.Msg("settings.scale.added", "scale", scale.Name), Undo: true})
			done()
		})
	}
	f.Open(forms.Dialog{Title: t.T("settings.scale.title"), Width: 620, Cancel: t.T("settings.cancel"), Save: t.T("settings.scale.save")}, name)
}

func scaleLine(code, sv, en, rank fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Columns(widgets.Near, []float32{2, 5, 5, 3}, code, sv, en, rank)
}

// ranks are the protection ranks that a level may have; one without is left out of the scale.
func ranks() []classify.Level {
	var out []classify.Level
	for _, step := range classify.Scale03.Levels {
		out = append(out, step.Level)
	}
	return append(out, classify.Unset)
}

func rankWords(t *text.Printer, l classify.Level) string {
	if l == classify.Unset {
		return t.T("settings.scale.none")
	}
	return l.String()
}
