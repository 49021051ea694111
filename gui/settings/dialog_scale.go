package settings

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// scaleDialog makes a scale of the municipality's own: a name, and two to four
// levels with how each is written, what it is called and what it protects as.
type scaleDialog struct {
	s      stage.Stage
	done   func()
	dialog *widgets.Dialog
	name   *widgets.Entry
	nameIn *widgets.FormRow
	levels []*levelFields
	rows   *fyne.Container
	fault  *widgets.Text
}

// levelFields are the fields of one level.
type levelFields struct {
	code, sv, en *widgets.Entry
	rank         *widgets.Chip
	level        classify.Level
}

func askScale(s stage.Stage, done func()) {
	t := s.Text
	d := &scaleDialog{s: s, done: done, name: widgets.NewEntry(""), rows: widgets.Column(widgets.Tight), fault: widgets.NewWrapped("", widgets.Small, widgets.Bad)}
	d.nameIn = widgets.NewFormRow(t.T("settings.scale.name"), t.T("settings.scale.name.hint"), d.name)
	d.fault.Hide()
	head := d.line(
		widgets.NewWrapped(t.T("settings.scale.code"), widgets.Caption, widgets.Muted), widgets.NewWrapped(t.T("settings.scale.sv"), widgets.Caption, widgets.Muted),
		widgets.NewWrapped(t.T("settings.scale.en"), widgets.Caption, widgets.Muted), widgets.NewWrapped(t.T("settings.scale.rank"), widgets.Caption, widgets.Muted))
	d.rows.Add(head)
	for i, step := range classify.Scale03.Levels {
		d.rows.Add(d.addLevel(strconv.Itoa(i+1), step))
	}
	content := widgets.Column(widgets.Apart, d.nameIn, widgets.NewWrapped(t.T("settings.scale.help"), widgets.Small, widgets.Muted), d.rows, d.fault)
	d.dialog = widgets.NewDialog(s.Window.Canvas(), t.T("settings.scale.title"), 620, content,
		widgets.NewButton(t.T("settings.cancel"), func() { d.dialog.Close() }), widgets.NewPrimary(t.T("settings.scale.save"), d.save))
	d.dialog.Show(d.name)
}

func (d *scaleDialog) line(code, sv, en, rank fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Columns(widgets.Near, []float32{2, 5, 5, 3}, code, sv, en, rank)
}

func (d *scaleDialog) addLevel(code string, like classify.ScaleLevel) fyne.CanvasObject {
	f := &levelFields{code: widgets.NewEntry(code), sv: widgets.NewEntry(like.Swedish), en: widgets.NewEntry(like.English), level: like.Level}
	f.rank = widgets.NewChoice(like.Level.String(), func() []*fyne.MenuItem { return d.ranks(f) })
	d.levels = append(d.levels, f)
	return d.line(f.code, f.sv, f.en, widgets.Row(0, f.rank))
}

// ranks are the protection ranks that a level may have; one without is left out of the scale.
func (d *scaleDialog) ranks(f *levelFields) []*fyne.MenuItem {
	set := func(l classify.Level, words string) *fyne.MenuItem {
		return fyne.NewMenuItem(words, func() {
			f.level = l
			f.rank.Set(words, false)
		})
	}
	items := []*fyne.MenuItem{}
	for _, step := range classify.Scale03.Levels {
		items = append(items, set(step.Level, step.Level.String()))
	}
	return append(items, set(classify.Unset, d.s.Text.T("settings.scale.none")))
}

func (d *scaleDialog) save() {
	var levels []classify.ScaleLevel
	for _, f := range d.levels {
		if f.level != classify.Unset {
			levels = append(levels, classify.ScaleLevel{Code: f.code.Text, Swedish: f.sv.Text, English: f.en.Text, Level: f.level})
		}
	}
	scale := classify.OwnScale(d.name.Text, levels...)
	stage.SaveOr(d.s, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, d.s.Register.Classifications().AddScale(ctx, scale)
	}, func(_ struct{}, err error) {
		if err != nil {
			d.fault.SetText(text.Explain(d.s.Text, err))
			d.fault.Show()
			d.rows.Refresh()
			return
		}
		d.dialog.Close()
		d.s.Tell(stage.Receipt{Message: text.Msg("settings.scale.added", "scale", scale.Name), Undo: true})
		d.done()
	})
}
