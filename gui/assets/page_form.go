package assets

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/ledger"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// formTab is Uppgifter: every particular, edited in place. A value is stored
// when its field is left.
type formTab struct {
	page   *Page
	all    bool // empty fields are shown too
	fields map[present.AssetKey]*field
	order  []present.AssetKey
	// headers are the municipality's own columns, once all fields are shown.
	headers []string

	groups *fyne.Container
	notice *fyne.Container // of an asset about to be bought
	told   string          // what the notice says
	toggle *widgets.Button
	scroll *widgets.Scroller
	object fyne.CanvasObject
}

func newFormTab(p *Page) *formTab {
	t := &formTab{page: p, fields: map[present.AssetKey]*field{}, groups: widgets.Column(widgets.Apart), notice: widgets.Column(0)}
	t.toggle = widgets.NewLink("", widgets.Accent, t.switchAll)
	hint := widgets.Inset(3, 0, widgets.NewWrapped(p.Text.T("assets.form.hint"), widgets.Small, widgets.Muted))
	head := widgets.Border(nil, nil, nil, t.toggle, hint)
	t.scroll = widgets.Scrolled(t.groups)
	t.object = widgets.Border(widgets.Inset(2, 0, head), nil, nil, nil, t.scroll)
	return t
}

// apply brings the form up to date: what is being written stays.
func (t *formTab) apply() fyne.CanvasObject {
	t.tellProcurement()
	groups := t.wanted()
	if !t.shows(groups) {
		t.build(groups)
		return t.object
	}
	for _, g := range groups {
		for _, f := range g.Fields {
			if have := t.fields[f.Key]; !have.pending() && !have.faulty && have.spec.Value != f.Value {
				have.show(f.Value)
			}
		}
	}
	return t.object
}

// tellProcurement warns where the status says that the asset is about to be
// bought: that is where it is chosen.
func (t *formTab) tellProcurement() {
	words, _ := procurementNotice(t.page.Text, t.page.Register, t.page.rec)
	if words == t.told && len(t.groups.Objects) > 0 {
		return
	}
	t.told, t.notice.Objects = words, nil
	t.notice.Hide()
	if notice := t.page.procurement(); notice != nil {
		t.notice.Add(notice)
		t.notice.Show()
	}
	t.groups.Refresh()
}

// wanted are the groups with the fields to show: those with a value, those
// every asset should have, and those on the form already.
func (t *formTab) wanted() []formGroup {
	p := t.page
	var out []formGroup
	for _, g := range assetForm(p.Text, p.rec.Asset, t.headers) {
		for i := range g.Fields {
			if _, on := t.fields[g.Fields[i].Key]; on {
				g.Fields[i].Always = true
			}
		}
		g.Fields = g.Shown(t.all)
		if len(g.Fields) > 0 || g.Own {
			out = append(out, g)
		}
	}
	return out
}

func (t *formTab) shows(groups []formGroup) bool {
	n := 0
	for _, g := range groups {
		for _, f := range g.Fields {
			if t.fields[f.Key] == nil {
				return false
			}
			n++
		}
	}
	return n > 0 && n == len(t.fields)
}

// build makes the fields that are missing and lays all of them out.
func (t *formTab) build(groups []formGroup) {
	fields := map[present.AssetKey]*field{}
	t.groups.Objects, t.order = []fyne.CanvasObject{t.notice}, nil
	for _, g := range groups {
		var row []*field
		for _, spec := range g.Fields {
			f := t.fields[spec.Key]
			if f == nil {
				f = newField(t.page.Stage, spec, nil)
				f.commit = func(e AssetEdit) { t.store(f, e) }
				f.onFault = t.groups.Refresh
			}
			fields[spec.Key] = f
			t.order = append(t.order, spec.Key)
			row = append(row, f)
		}
		t.groups.Add(widgets.NewCard(g.Title, t.body(g, row)))
	}
	remove := widgets.NewButton(t.page.Text.T("assets.page.delete"), t.page.askDelete)
	t.groups.Add(widgets.Row(0, layout.NewSpacer(), remove))
	t.fields = fields
	t.toggle.SetText(t.page.Text.T("assets.form.all"))
	if t.all {
		t.toggle.SetText(t.page.Text.T("assets.form.filled"))
	}
	t.groups.Refresh()
}

func (t *formTab) body(g formGroup, fields []*field) fyne.CanvasObject {
	rows := arrange(fields)
	if g.Own {
		add := widgets.NewButton(t.page.Text.T("assets.own.add"), t.askOwn).Compact()
		rows = append(rows, widgets.Row(0, add, layout.NewSpacer()))
	}
	return widgets.Column(widgets.Apart, rows...)
}

// switchAll shows or folds away the empty fields.
func (t *formTab) switchAll() {
	p := t.page
	if !t.all {
		jobs.Start(p.Jobs, "assets.headers", func(context.Context, *jobs.Progress) ([]string, error) {
			return p.Register.CustomHeaders(), nil
		}, t.showAll)
		return
	}
	t.all, t.headers = false, nil
	for k, f := range t.fields {
		if !f.spec.Always && f.spec.Value == "" && !f.pending() {
			delete(t.fields, k)
		}
	}
	t.build(t.wanted())
}

func (t *formTab) showAll(headers []string, _ error) {
	t.all, t.headers = true, headers
	t.build(t.wanted())
}

// store saves a value. What was shown is named as the base: if someone else
// has changed it meanwhile, the form says so and keeps theirs.
func (t *formTab) store(f *field, e AssetEdit) {
	p, was := t.page, f.spec.Value
	if len(e.Path) == 0 {
		f.spec.Value = e.Value // a second edit of the field starts from this one
	}
	stage.SaveOr(p.Stage, func(ctx context.Context) (bool, error) {
		return ChangeOne(ctx, p.Register, p.id, was, e)
	}, func(_ bool, err error) { t.stored(f, was, e, err) })
}

func (t *formTab) stored(f *field, was string, e AssetEdit, err error) {
	p := t.page
	rec, ok := p.Register.Record(p.id)
	switch {
	case err == nil && ok:
		if len(e.Path) > 0 {
			f.show(e.Key.Get(rec.Asset))
		}
		p.warned = false
	case errors.Is(err, ledger.ErrConflict) && ok:
		f.show(e.Key.Get(rec.Asset))
		f.fault(p.Text.T("assets.conflict", "reason", text.Explain(p.Text, err), "mine", choiceText(p.Text, p.Register, f.spec.Form, e.Value)))
	case err != nil:
		f.refused(was, text.Explain(p.Text, err))
	}
	p.Refresh()
}

// unstored returns a field that holds something that is not stored, or nil.
func (t *formTab) unstored() *field {
	for _, k := range t.order {
		if f := t.fields[k]; f != nil && f.faulty && f.pending() {
			return f
		}
	}
	return nil
}

// focus moves the keyboard to a field, which brings it into view.
func (t *formTab) focus(key present.AssetKey) {
	f := t.fields[key]
	if f == nil {
		return
	}
	t.page.Window.Canvas().Focus(f.focus())
}
