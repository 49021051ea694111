package classification

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// commonChoice offers to begin from a classification that all share; nil where
// there is none beside the asset's own.
func commonChoice(s stage.Stage, asset string, chosen func(present.CommonLine)) fyne.CanvasObject {
	lines := slices.DeleteFunc(present.CommonLines(s.Text, s.Register), func(l present.CommonLine) bool { return l.Common.Asset == asset })
	if len(lines) == 0 {
		return nil
	}
	return widgets.NewMenuButton(s.Text.T("common.begin"), func() []*fyne.MenuItem {
		var items []*fyne.MenuItem
		for _, line := range lines {
			label := s.Text.T("common.choice", "name", line.Common.Name, "levels", present.ProfileWords(line.Scale, line.Class.Profile))
			items = append(items, fyne.NewMenuItem(label, func() { chosen(line) }))
		}
		return items
	})
}

// commonCard shows in the first step which shared classification this one begins
// from, and offers all there are; nil where there are none.
func (v *objectView) commonCard() fyne.CanvasObject {
	f, p := v.form, v.form.stage.Text
	choice := commonChoice(f.stage, f.opt.Asset, v.reuse)
	if choice == nil {
		return nil
	}
	words := p.T("common.begin.words")
	if c, ok := f.stage.Register.Classifications().Common(f.form.Class.Common); ok && f.form.Class.Common != "" {
		words = p.T("common.begun", "name", c.Name)
		if f.record.Renewed != "" {
			words += " " + p.T("common.renewed")
		}
	}
	return widgets.NewCard(p.T("common.title"), widgets.Column(widgets.Near,
		widgets.NewWrapped(words, widgets.Body, widgets.Plain), widgets.Row(0, choice)))
}

func (v *objectView) reuse(line present.CommonLine) {
	f := v.form
	f.form.Reuse(line)
	f.save()
	f.show(stepObject)
	f.steps.Focus()
}

// AskShare lets a person name an asset's decided classification, so that others
// can begin from it. Done is called when it is shared.
func AskShare(s stage.Stage, asset string, done func(classify.Common)) {
	p := s.Text
	name := widgets.NewEntry("")
	if c, shared := s.Register.Classifications().CommonOf(asset); shared {
		name.SetValue(c.Name)
	} else if rec, ok := s.Register.Record(asset); ok {
		name.SetValue(rec.Asset.Name)
	}
	row := widgets.NewFormRow(p.T("common.name"), p.T("common.name.hint"), name)
	var d *widgets.Dialog
	save := func() {
		stage.SaveOr(s, func(ctx context.Context) (classify.Common, error) {
			return s.Register.Classifications().Share(ctx, asset, name.Text)
		}, func(c classify.Common, err error) {
			if err != nil {
				row.Fault(text.Explain(p, err))
				return
			}
			d.Close()
			s.Tell(stage.Receipt{Message: text.Msg("common.shared", "name", c.Name), Undo: true})
			if done != nil {
				done(c)
			}
		})
	}
	d = widgets.NewDialog(s.Window.Canvas(), p.T("common.share"), 520,
		widgets.Column(widgets.Apart, widgets.NewWrapped(p.T("common.share.words"), widgets.Body, widgets.Plain), row),
		widgets.NewButton(p.T("classification.dismiss"), func() { d.Close() }), widgets.NewPrimary(p.T("common.share.do"), save))
	d.Show(name)
}
