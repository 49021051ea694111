package classification

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/classify"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// participants lists who took part: a role, and a name where one is wanted.
type participants struct {
	form *Form
	box  *fyne.Container
	head *fyne.Container // what the columns are
	rows *fyne.Container
	list []*participantRow
}

// crossWidth is the width of the cross after a row, at 100 %.
const crossWidth = 24

func newParticipants(f *Form) *participants {
	p := f.stage.Text
	v := &participants{form: f, rows: widgets.Column(widgets.Tight)}
	cross := widgets.Sized(crossWidth, 0, widgets.Column(0))
	v.head = container.NewBorder(nil, nil, nil, cross, widgets.Columns(widgets.Near, []float32{3, 2},
		widgets.NewWrapped(p.T("classification.role"), widgets.Caption, widgets.Muted),
		widgets.NewWrapped(p.T("classification.name"), widgets.Caption, widgets.Muted)))
	add := widgets.NewMenuButton(p.T("classification.addParticipant"), v.menu).Compact()
	v.box = widgets.Column(widgets.Near, v.head, v.rows, widgets.Row(0, add))
	v.apply()
	return v
}

func (v *participants) now() []classify.Participant { return v.form.form.Class.Participants }

// menu offers roles that often take part, and an empty row.
func (v *participants) menu() []*fyne.MenuItem {
	p := v.form.stage.Text
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.T("classification.otherRole"), func() { v.add("") })}
	for _, role := range suggestedRoles(p, v.form.record.Asset) {
		if !slices.ContainsFunc(v.now(), func(at classify.Participant) bool { return at.Role == role }) {
			items = append(items, fyne.NewMenuItem(role, func() { v.add(role) }))
		}
	}
	return items
}

func (v *participants) add(role string) {
	v.form.form.Class.Participants = append(slices.Clone(v.now()), classify.Participant{Role: role})
	v.apply()
	row := v.list[len(v.list)-1]
	if role == "" {
		v.form.stage.Window.Canvas().Focus(row.role)
	} else {
		v.form.stage.Window.Canvas().Focus(row.name)
	}
}

func (v *participants) remove(i int) {
	v.form.unfocus()
	v.form.form.Class.Participants = slices.Delete(slices.Clone(v.now()), i, i+1)
	v.apply()
}

// participantRow is one row, with its fields at hand.
type participantRow struct {
	box        fyne.CanvasObject
	role, name *widgets.Entry
}

func (v *participants) apply() {
	v.rows.Objects, v.list = nil, nil
	for i := range v.now() {
		row := v.row(i)
		v.list = append(v.list, row)
		v.rows.Add(row.box)
	}
	v.head.Hidden, v.rows.Hidden = len(v.list) == 0, len(v.list) == 0
	v.form.body.Refresh()
}

func (v *participants) row(i int) *participantRow {
	p, at := v.form.stage.Text, v.now()[i]
	r := &participantRow{role: widgets.NewEntry(at.Role), name: widgets.NewEntry(at.Name)}
	r.role.OnChanged = func(s string) { v.change(i, func(at *classify.Participant) { at.Role = s }) }
	r.name.OnChanged = func(s string) { v.change(i, func(at *classify.Participant) { at.Name = s }) }
	r.role.OnNext = func() { v.form.stage.Window.Canvas().Focus(r.name) }
	r.name.OnNext = v.form.unfocus
	r.name.SetPlaceHolder(p.T("classification.name.optional"))
	away := widgets.NewIconButton(mark.Cross, p.T("classification.removeParticipant"), func() { v.remove(i) })
	r.box = widgets.Border(nil, nil, nil, away, widgets.Columns(widgets.Near, []float32{3, 2}, r.role, r.name))
	return r
}

// change edits one participant in a list of its own: what is being saved is left alone.
func (v *participants) change(i int, edit func(*classify.Participant)) {
	list := slices.Clone(v.now())
	if i < len(list) {
		edit(&list[i])
		v.form.form.Class.Participants = list
	}
}
