package classification

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// objectView is the first step: what is classified, and what must never be here.
type objectView struct {
	form    *Form
	content fyne.CanvasObject
}

// factWidth is the least width of a fact about the asset, at 100 %.
const factWidth = 240

func newObjectView(f *Form) *objectView {
	p := f.stage.Text
	var told []fyne.CanvasObject
	for _, fact := range objectFacts(p, f.stage.Register, f.record) {
		told = append(told, widgets.Column(1,
			widgets.NewWrapped(fact.Label, widgets.Caption, widgets.Muted),
			widgets.NewWrapped(fact.Value, widgets.Body, widgets.Plain)))
	}
	edit := widgets.NewLink(p.T("classification.object.edit"), widgets.Accent, f.openAsset)
	edit.Hidden = f.opt.OnOpen == nil
	paper := widgets.NewLink(p.T("classification.worksheet"), widgets.Accent, func() { f.opt.OnWorksheet(f.record.Asset.ID) })
	paper.Hidden = f.opt.OnWorksheet == nil
	facts := widgets.Column(widgets.Near, widgets.Tiles(factWidth, told...), widgets.Flow(widgets.Apart, edit, paper))
	how := widgets.Column(widgets.Near,
		widgets.NewWrapped(p.T("classification.object.how"), widgets.Body, widgets.Plain),
		widgets.NewWrapped(p.T("classification.object.keys"), widgets.Small, widgets.Muted))
	if f.form.FromCurrent() {
		how.Objects = append([]fyne.CanvasObject{widgets.NewWrapped(p.T("classification.object.again"), widgets.Body, widgets.Plain)}, how.Objects...)
	}
	v := &objectView{form: f}
	parts := []fyne.CanvasObject{
		widgets.NewCard("", widgets.NewMarked(mark.Alert, widgets.Bad, widgets.NewWrapped(p.T("securityprotection.line"), widgets.Strong, widgets.Plain))),
		widgets.NewCard(p.T("classification.object.title"), facts),
	}
	if common := v.commonCard(); common != nil {
		parts = append(parts, common)
	}
	v.content = widgets.Column(widgets.Apart, append(parts, widgets.NewCard(p.T("classification.object.howTitle"), how))...)
	return v
}

func (v *objectView) object() fyne.CanvasObject { return v.content }
func (v *objectView) apply()                    {}
func (v *objectView) ready() bool               { return true }
func (v *objectView) settled() bool             { return true }
func (v *objectView) typed(rune) bool           { return false }
func (v *objectView) focus(string)              {}
