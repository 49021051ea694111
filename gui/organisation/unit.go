package organisation

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/asset"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// UnitOptions are where the page of a unit leads.
type UnitOptions struct {
	// OnAssets shows the assets of the unit and all below it.
	OnAssets func(id string)
	// OnHandover opens the handing over of what someone answers for.
	OnHandover func(from, unit string)
	// OnPrint prints the sheet of the unit's manager; OnFindings shows what the
	// policy still demands of the unit.
	OnPrint, OnFindings func(id string)
	// OnClose leaves the page.
	OnClose func()
}

// Unit is the page of one unit: what it is, where it belongs, who answers for
// it, and what has happened to it. A value is stored when its field is left.
type Unit struct {
	stage.Stage
	opt  UnitOptions
	do   doings
	id   string
	unit asset.Unit

	page    *widgets.Page
	form    *unitForm
	facts   *fyne.Container
	history *history
	confirm *widgets.Button
	ordered []*widgets.Button // what is done with a unit in use
}

var (
	_ stage.Page = (*Unit)(nil)
	_ stage.Keys = (*Unit)(nil)
)

// NewUnit builds the page of a unit.
func NewUnit(s stage.Stage, id string, opt UnitOptions) *Unit {
	p := s.Text
	u := &Unit{Stage: s, opt: opt, do: doings{s}, id: id, facts: widgets.Column(6)}
	u.form = newUnitForm(u)
	u.history = newHistory(s, id)
	right := widgets.Column(widgets.Apart, widgets.NewCard(p.T("organisation.facts"), u.facts), widgets.NewCard(p.T("organisation.history"), u.history.object))
	content := widgets.Scrolled(widgets.Columns(widgets.Apart, []float32{3, 2}, u.form.object, right))
	u.confirm = widgets.NewPrimary(p.T("organisation.do.confirm"), func() { u.do.confirm(u.id) })
	u.ordered = []*widgets.Button{
		widgets.NewButton(p.T("organisation.do.move"), func() { u.do.askMove(u.unit) }),
		widgets.NewButton(p.T("organisation.do.merge"), func() { u.do.askMerge(u.unit) }),
		widgets.NewButton(p.T("organisation.do.retire"), func() { u.do.askRetire(u.unit) }),
	}
	actions := []fyne.CanvasObject{widgets.NewButton(p.T("organisation.close"), u.opt.OnClose)}
	for _, b := range u.ordered {
		actions = append(actions, b)
	}
	u.page = widgets.NewPage("", "", content, append(actions, u.confirm)...)
	u.Refresh()
	return u
}

// Refresh is part of stage.Page.
func (u *Unit) Refresh() {
	unit, ok := u.Register.Organisation().Unit(u.id)
	if !ok {
		u.gone()
		return
	}
	p := u.Text
	u.unit = unit
	u.page.SetTitle(unit.Name)
	u.page.SetSubtitle(unitKindLabel(p, unit.Kind) + " · " + unitAbove(p, u.Register, unit))
	u.notice()
	u.form.apply(unit)
	u.showFacts()
	u.confirm.Hidden = !unit.Unconfirmed
	for _, b := range u.ordered {
		listing.Enable(b, unit.Retired == "")
	}
	u.history.read()
	u.page.Object().Refresh()
}

// notice says what waits, with what is most likely right to do about it.
func (u *Unit) notice() {
	words := unitNotice(u.Text, u.Register, u.unit)
	if words == "" {
		u.page.Show(nil)
		return
	}
	label, act := u.Text.T("organisation.do.revive"), func() { u.do.revive(u.unit) }
	if u.unit.Unconfirmed {
		label, act = u.Text.T("organisation.do.merge"), func() { u.do.askMerge(u.unit) }
	}
	u.page.Show(widgets.NewNotice(widgets.Accent, words, label, act, u.Text.T("organisation.closeNotice")))
}

// gone shows that the unit has been deleted or merged. Undo brings it back.
func (u *Unit) gone() {
	for _, b := range u.ordered {
		b.Disable()
	}
	u.confirm.Hide()
	u.page.Show(widgets.NewNotice(widgets.Warning, u.Text.T("organisation.gone"), u.Text.T("organisation.close"), u.opt.OnClose, u.Text.T("organisation.closeNotice")))
}

// showFacts shows what belongs to the unit, with links.
func (u *Unit) showFacts() {
	u.facts.Objects = nil
	for _, line := range unitFacts(u.Text, u.Register, u.unit) {
		u.facts.Add(widgets.NewWrapped(line, widgets.Body, widgets.Plain))
	}
	show := widgets.NewButton(u.Text.T("organisation.do.assets"), func() { u.opt.OnAssets(u.id) }).Compact()
	hand := widgets.NewButton(u.Text.T("organisation.do.handover"), func() { u.opt.OnHandover(managerOf(u.unit), u.id) }).Compact()
	buttons := []fyne.CanvasObject{show, hand}
	if u.opt.OnFindings != nil {
		buttons = append(buttons, widgets.NewButton(u.Text.T("organisation.do.findings"), func() { u.opt.OnFindings(u.id) }).Compact())
	}
	if u.opt.OnPrint != nil {
		buttons = append(buttons, widgets.NewButton(u.Text.T("organisation.do.sheet"), func() { u.opt.OnPrint(u.id) }).Compact())
	}
	u.facts.Add(widgets.Flow(widgets.Near, buttons...))
	u.facts.Refresh()
}

// Object is part of stage.Page.
func (u *Unit) Object() fyne.CanvasObject { return u.page.Object() }

// Entered is part of stage.Page.
func (u *Unit) Entered() { u.Window.Canvas().Focus(u.form.first()) }

// Leave is part of stage.Page: what is being typed is stored when its field is left.
func (u *Unit) Leave() bool {
	u.Window.Canvas().Unfocus()
	if f := u.form.unstored(); f != nil {
		u.Window.Canvas().Focus(f.focus())
		return false
	}
	return true
}

// Find is part of stage.Keys.
func (u *Unit) Find() bool { return false }

// New is part of stage.Keys.
func (u *Unit) New() bool {
	askNew(u.Stage, u.id, func(asset.Unit) {})
	return true
}

// Print is part of stage.Keys.
func (u *Unit) Print() bool { return false }

// Close is part of stage.Keys.
func (u *Unit) Close() bool {
	u.opt.OnClose()
	return true
}

// Type is part of stage.Keys.
func (u *Unit) Type(rune, fyne.KeyName) bool { return false }

// unitForm is the values of a unit, in cards.
type unitForm struct {
	page   *Unit
	fields []*unitField
	kind   *widgets.Chip
	above  *widgets.Text
	object *fyne.Container
}

func newUnitForm(u *Unit) *unitForm {
	p := u.Text
	f := &unitForm{page: u, kind: widgets.NewChoice("", u.kinds), above: widgets.NewWrapped("", widgets.Body, widgets.Plain)}
	line := func(k unitKey, label, hint string) fyne.CanvasObject {
		return f.add(newUnitField(u, k, p.T(label), hint))
	}
	move := widgets.NewButton(p.T("organisation.choose"), func() { u.do.askMove(u.unit) }).Compact()
	about := widgets.Column(widgets.Apart, line(unitName, "field.name", ""),
		widgets.NewFormRow(p.T("field.unit_kind"), "", widgets.Row(0, f.kind, layout.NewSpacer())),
		widgets.NewFormRow(p.T("field.unit_parent"), "", besideButton(f.above, move)))
	manager := widgets.Column(widgets.Apart, widgets.NewWrapped(p.T("organisation.manager.words"), widgets.Small, widgets.Muted),
		line(unitManager, "organisation.manager.role", ""), line(unitManagerName, "organisation.manager.name", p.T("organisation.optional")))
	delegation := widgets.Column(widgets.Apart, widgets.NewWrapped(p.T("organisation.delegation.words"), widgets.Small, widgets.Muted),
		line(unitDelegatedTo, "field.delegation_role", ""),
		widgets.Columns(widgets.Apart, []float32{3, 2}, line(unitDecision, "field.delegation_decision", ""), line(unitDelegatedOn, "field.delegation_on", "")))
	f.object = widgets.Column(widgets.Apart, widgets.NewCard(p.T("organisation.about"), about),
		widgets.NewCard(p.T("organisation.manager"), manager), widgets.NewCard(p.T("organisation.delegation"), delegation))
	return f
}

func (f *unitForm) add(field *unitField) fyne.CanvasObject {
	f.fields = append(f.fields, field)
	return field.row
}

func (f *unitForm) first() fyne.Focusable { return f.fields[0].focus() }

// apply brings the form up to date: what is being written stays.
func (f *unitForm) apply(u asset.Unit) {
	for _, field := range f.fields {
		if value := field.key.Get(u); !field.pending() && !field.faulty && field.stored != value {
			field.show(value)
		}
	}
	f.kind.Set(unitKindLabel(f.page.Text, u.Kind), false)
	f.above.SetText(aboveLabel(f.page.Stage, u.Parent))
}

// unstored returns a field that holds something that could not be stored, or nil.
func (f *unitForm) unstored() *unitField {
	for _, field := range f.fields {
		if field.faulty && field.pending() {
			return field
		}
	}
	return nil
}

func (u *Unit) kinds() []*fyne.MenuItem {
	return kindItems(u.Text, u.unit.Kind, func(k asset.UnitKind) {
		u.change(unitKindKey, string(u.unit.Kind), string(k), func(err error) { u.Fail(err) })
	})
}
