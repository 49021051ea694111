package requirements

import (
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// askProcurement makes the procurement requirements, or says what must be done first.
func (t *Tab) askProcurement() {
	p := t.Text
	if err := report.Procurable(t.rec); err != nil {
		t.refuseProcurement(text.Explain(p, err))
		return
	}
	var d *widgets.Dialog
	as := func(excel bool) func() {
		return func() {
			d.Close()
			t.opt.OnProcurement(t.id, excel)
		}
	}
	content := widgets.Column(10,
		widgets.NewWrapped(procurementWords(p, t.Register, t.rec), widgets.Body, widgets.Plain),
		widgets.NewWrapped(p.T("requirements.procurement.words"), widgets.Small, widgets.Muted))
	d = widgets.NewDialog(t.Window.Canvas(), p.T("report.procurement.title"), 520, content,
		widgets.NewButton(p.T("requirements.cancel"), func() { d.Close() }),
		widgets.NewButton(p.T("requirements.procurement.show"), as(false)),
		widgets.NewPrimary(p.T("requirements.procurement.excel"), as(true)))
	d.Show(nil)
}

// refuseProcurement says why there are none yet, with the way to the classification.
func (t *Tab) refuseProcurement(why string) {
	p := t.Text
	var d *widgets.Dialog
	buttons := []*widgets.Button{widgets.NewButton(p.T("requirements.cancel"), func() { d.Close() })}
	if t.opt.OnClassify != nil {
		buttons = append(buttons, widgets.NewPrimary(present.ClassifyLabel(p, t.rec), func() {
			d.Close()
			t.opt.OnClassify(t.id)
		}))
	}
	d = widgets.NewDialog(t.Window.Canvas(), p.T("report.procurement.title"), 0, widgets.NewMarked(mark.Alert, widgets.Warning, widgets.NewWrapped(why, widgets.Body, widgets.Plain)), buttons...)
	d.Show(nil)
}
