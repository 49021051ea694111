package organisation

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// HandoverOptions are what a handover begins with, and where the page leads.
type HandoverOptions struct {
	// From is who hands over, empty if that is to be chosen.
	From string
	// Unit keeps to a unit and all below it, "" for everywhere.
	Unit string
	// Assets are the ones marked at first; nil marks all.
	Assets []string
	// OnClose leaves the page.
	OnClose func()
}

// Handover is the page that hands over what one role or person answers for to
// another. Above: who, what and since when; below: the assets it concerns, each
// of which can be left out.
type Handover struct {
	stage.Stage
	opt   HandoverOptions
	h     register.Handover
	scope handoverScope
	begun bool // the first list has come, and Assets have been marked in it

	page  *widgets.Page
	from  *widgets.Text
	to    *widgets.Entry
	toRow *widgets.FormRow
	since *widgets.DateEntry
	what  *widgets.Chip
	where *widgets.Chip
	count *widgets.Text
	table *widgets.Table[handoverRow]
	give  *widgets.Button
	pick  *widgets.Button
}

var (
	_ stage.Page = (*Handover)(nil)
	_ stage.Keys = (*Handover)(nil)
)

// NewHandover builds the page.
func NewHandover(s stage.Stage, opt HandoverOptions) *Handover {
	p := s.Text
	v := &Handover{Stage: s, opt: opt, scope: handoverScopes(p)[0]}
	v.h = v.scope.Narrow(register.Handover{From: opt.From, Unit: opt.Unit})
	v.from = widgets.NewWrapped("", widgets.Body, widgets.Plain)
	v.pick = widgets.NewButton(p.T("organisation.choose"), v.askFrom).Compact()
	v.to = widgets.NewEntry("")
	v.to.OnChanged = func(string) { v.applyCount() }
	v.toRow = widgets.NewFormRow(p.T("organisation.handover.to"), p.T("organisation.handover.to.hint"),
		widgets.Border(nil, nil, nil, widgets.Inset(0, widgets.Tight, widgets.NewButton(p.T("organisation.choose"), v.askTo).Compact()), v.to))
	v.since = widgets.NewDateEntry(p, s.Register.Today(), true, s.Register.Today)
	sinceRow := widgets.NewFormRow(p.T("organisation.handover.since"), p.T("organisation.handover.since.hint"), v.since)
	v.since.OnFault = func(sentence string) { sinceRow.Fault(sentence); v.page.Object().Refresh() }
	v.what = widgets.NewMenuChip("", v.scopes)
	v.where = widgets.NewChip("", v.askWhere)
	v.where.OnClear = func() { v.within("") }
	v.count = widgets.NewText("", widgets.Small, widgets.Muted)
	v.table = v.newTable()
	v.give = widgets.NewPrimary("", v.save)
	form := widgets.Columns(widgets.Apart, nil,
		widgets.NewFormRow(p.T("organisation.handover.from"), "", besideButton(v.from, v.pick)), v.toRow, sinceRow)
	top := widgets.Column(widgets.Apart, widgets.NewCard("", form), widgets.Flow(widgets.Near, v.what, v.where, widgets.Inset(5, 4, v.count)), widgets.Column(0))
	v.page = widgets.NewPage(p.T("organisation.handover.title"), p.T("organisation.handover.subtitle"),
		widgets.Border(top, nil, nil, nil, widgets.NewPlate(v.table)), widgets.NewButton(p.T("organisation.close"), opt.OnClose), v.give)
	return v
}

func (v *Handover) newTable() *widgets.Table[handoverRow] {
	p := v.Text
	t := widgets.NewTable(func(row handoverRow) string { return row.ID },
		widgets.TableColumn[handoverRow]{ID: "name", Title: p.T("organisation.handover.what"), Width: 240, Grow: true, Text: func(row handoverRow) string { return row.Name }},
		widgets.TableColumn[handoverRow]{ID: "roles", Title: p.T("organisation.handover.roles"), Width: 260, Grow: true, Text: func(row handoverRow) string { return row.Roles }},
		widgets.TableColumn[handoverRow]{ID: "unit", Title: p.T("field.unit"), Width: 260, Grow: true, Text: func(row handoverRow) string { return row.Unit }},
	).WithChecks()
	t.OnSelect = func([]handoverRow) { v.applyCount() }
	return t
}

// named reports whether it is chosen who hands over, or which responsibility is handed out.
func (v *Handover) named() bool { return v.h.From != "" || v.scope.Field != "" }

// apply shows what has been chosen, and looks up what it concerns.
func (v *Handover) apply() {
	p := v.Text
	from := v.h.From
	switch {
	case from == "" && v.scope.Field == "":
		from = p.T("organisation.handover.from.none")
	case from == "":
		from = p.T("organisation.handover.from.nobody")
	}
	v.from.SetText(from)
	v.what.Set(v.scope.Label, v.scope.Field != "")
	where := p.T("organisation.handover.everywhere")
	if v.h.Unit != "" {
		where = present.UnitBelow(v.Register, v.h.Unit)
	}
	v.where.Set(where, v.h.Unit != "")
	v.table.SetEmpty(v.empty())
	if !v.named() {
		v.show(nil)
		return
	}
	r, h := v.Register, v.h
	jobs.Start(v.Jobs, "organisation handover", func(context.Context, *jobs.Progress) ([]handoverRow, error) {
		plan, err := r.Organisation().PlanHandover(h)
		return handoverRows(p, r, plan), err
	}, func(rows []handoverRow, err error) {
		if err != nil {
			v.Fail(err)
			return
		}
		v.show(rows)
	})
}

// show lists what would be handed over. All of it is marked, except what has
// been left out.
func (v *Handover) show(rows []handoverRow) {
	left := map[string]bool{}
	for _, row := range v.table.Rows() {
		left[row.ID] = true
	}
	for _, row := range v.table.Selected() {
		delete(left, row.ID)
	}
	var marked []string
	for _, row := range rows {
		if left[row.ID] || !v.begun && v.opt.Assets != nil && !slices.Contains(v.opt.Assets, row.ID) {
			continue
		}
		marked = append(marked, row.ID)
	}
	v.begun = v.begun || len(rows) > 0
	v.table.SetRows(rows)
	v.table.SelectKeys(marked...)
	v.applyCount()
	v.page.Object().Refresh()
}

func (v *Handover) applyCount() {
	n := len(v.table.Selected())
	v.count.SetText("")
	if total := len(v.table.Rows()); total > 0 {
		v.count.SetText(v.Text.N("organisation.handover.count", total, "marked", v.Text.Int(n)))
	}
	v.give.SetText(v.Text.T("organisation.handover.give"))
	if n > 0 {
		v.give.SetText(v.Text.T("organisation.handover.giveSome", "count", v.Text.Int(n)))
	}
	listing.Enable(v.give, n > 0 && strings.TrimSpace(v.to.Text) != "")
}

func (v *Handover) empty() fyne.CanvasObject {
	p := v.Text
	if !v.named() {
		return widgets.NewEmptyState(p.T("organisation.handover.begin"), p.T("organisation.handover.begin.words"))
	}
	return widgets.NewEmptyState(p.T("organisation.handover.nothing"), p.T("organisation.handover.nothing.words"))
}

func (v *Handover) scopes() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, s := range handoverScopes(v.Text) {
		item := fyne.NewMenuItem(s.Label, func() { v.narrow(s) })
		item.Checked = s.Field == v.scope.Field
		items = append(items, item)
	}
	return items
}

func (v *Handover) narrow(s handoverScope) {
	v.scope = s
	v.h = s.Narrow(v.h)
	v.apply()
}

func (v *Handover) within(unit string) {
	v.h.Unit = unit
	v.apply()
}

func (v *Handover) askWhere() {
	doings{v.Stage}.pick("organisation.handover.where", nil, "", func(string) bool { return false }, v.Text.T("organisation.handover.everywhere"), v.within)
}

// askFrom asks who hands over. The answer "nobody" hands out one responsibility
// where it is empty.
func (v *Handover) askFrom() {
	v.pickHolder("organisation.handover.from", v.Text.T("organisation.handover.from.nobody"), func() {
		v.h.From = ""
		if v.scope.Field == "" {
			v.scope = v.scopeOf(asset.InformationOwner)
		}
		v.narrow(v.scope)
	}, func(h register.Holder) {
		v.h.From = h.Name
		v.apply()
		v.Window.Canvas().Focus(v.to)
	})
}

func (v *Handover) scopeOf(f asset.Field) handoverScope {
	scopes := handoverScopes(v.Text)
	return scopes[slices.IndexFunc(scopes, func(s handoverScope) bool { return s.Field == f })]
}

func (v *Handover) askTo() {
	v.pickHolder("organisation.handover.to", "", nil, func(h register.Holder) {
		v.to.SetText(h.Name)
		v.Window.Canvas().Focus(v.to)
	})
}

// pickHolder looks up who answers for something, and asks for one of them.
func (v *Handover) pickHolder(titleKey, also string, onAlso func(), taken func(register.Holder)) {
	r := v.Register
	jobs.Start(v.Jobs, "organisation holders", func(context.Context, *jobs.Progress) ([]register.Holder, error) {
		return r.Organisation().Holders(), nil
	}, func(holders []register.Holder, _ error) { v.showHolders(holders, titleKey, also, onAlso, taken) })
}

func (v *Handover) showHolders(holders []register.Holder, titleKey, also string, onAlso func(), taken func(register.Holder)) {
	p := v.Text
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return p.Int(n)
	}
	widgets.Pick(v.Window.Canvas(), widgets.Picker[register.Holder]{
		Title: p.T(titleKey), Hint: p.T("organisation.handover.search"), Nothing: p.T("organisation.handover.nobody"),
		Take: p.T("organisation.pick.take"), Cancel: p.T("organisation.cancel"), Also: also, OnAlso: onAlso,
		Key: func(h register.Holder) string { return text.Fold(h.Name) },
		Columns: []widgets.TableColumn[register.Holder]{
			{ID: "name", Title: p.T("organisation.handover.who"), Width: 280, Grow: true, Text: func(h register.Holder) string { return h.Name }},
			{ID: "assets", Title: p.T("organisation.column.assets"), Width: 110, Align: fyne.TextAlignTrailing, Text: func(h register.Holder) string { return number(h.Assets) }},
			{ID: "units", Title: p.T("organisation.handover.units"), Width: 130, Align: fyne.TextAlignTrailing, Text: func(h register.Holder) string { return number(h.Units) }},
		},
		Find:  func(search string) []register.Holder { return findHolders(holders, search) },
		Taken: taken,
	})
}

// save hands over what is marked.
func (v *Handover) save() {
	h := v.h
	h.To, h.Except = v.to.Text, map[string]bool{}
	if day := v.since.Date(); !day.Equal(time.Time{}) {
		h.Since = text.Date(day)
	}
	for _, row := range v.table.Rows() {
		h.Except[row.ID] = true
	}
	for _, row := range v.table.Selected() {
		delete(h.Except, row.ID)
	}
	stage.SaveOr(v.Stage, func(ctx context.Context) (register.HandoverPlan, error) {
		return v.Register.Organisation().HandOver(ctx, h)
	}, v.saved)
}

// saved says what was done, or why it was not.
func (v *Handover) saved(plan register.HandoverPlan, err error) {
	if err != nil {
		v.toRow.Fault(text.Explain(v.Text, err))
		v.page.Object().Refresh()
		return
	}
	v.toRow.Fault("")
	to := strings.TrimSpace(v.to.Text)
	v.opt.OnClose()
	tellUndo(v.Stage, text.Msg("organisation.handed", "n", plan.Len(), "to", to))
}

// Object is part of stage.Page.
func (v *Handover) Object() fyne.CanvasObject { return v.page.Object() }

// Refresh is part of stage.Page.
func (v *Handover) Refresh() { v.apply() }

// Entered is part of stage.Page.
func (v *Handover) Entered() {
	if v.named() {
		v.Window.Canvas().Focus(v.to)
		return
	}
	v.Window.Canvas().Focus(v.pick)
}

// Leave is part of stage.Page.
func (v *Handover) Leave() bool { return true }

// Find is part of stage.Keys.
func (v *Handover) Find() bool { return false }

// New is part of stage.Keys.
func (v *Handover) New() bool { return false }

// Print is part of stage.Keys.
func (v *Handover) Print() bool { return false }

// Close is part of stage.Keys.
func (v *Handover) Close() bool {
	v.opt.OnClose()
	return true
}

// Type is part of stage.Keys.
func (v *Handover) Type(rune, fyne.KeyName) bool { return false }
