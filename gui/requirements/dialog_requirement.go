package requirements

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// requirementDialog changes a requirement, or adds one of the municipality's own.
type requirementDialog struct {
	page   *Catalogue
	now    requirement.Requirement
	own    bool // everything can be changed, not rank, weight and words alone
	add    bool
	dialog *widgets.Dialog

	id, title, iso, replaces *widgets.Entry
	words, reason            *widgets.Entry
	aspects                  [4]*widgets.Chip
	fault                    *widgets.Text // why it was refused; stands where the keyboard goes then
}

// askAdd adds a requirement of the municipality's own.
func (c *Catalogue) askAdd() {
	c.askRequirement(&requirementDialog{page: c, own: true, add: true, now: requirement.Requirement{
		ID: c.Register.Requirements().Catalogue().NextOwn(), Category: requirement.Categories[0], Target: requirement.OnSystem, Rank: 1, Aspects: classify.Aspects[:],
	}}, "")
}

// askChange changes the requirement that the list is at.
func (c *Catalogue) askChange() {
	row, ok := c.current()
	if !ok {
		return
	}
	change, _ := c.Register.Requirements().Catalogue().Change(row.ID)
	c.askRequirement(&requirementDialog{page: c, own: change.Own != nil, now: *row.Requirement}, change.Reason)
}

func (c *Catalogue) askRequirement(d *requirementDialog, reason string) {
	p := c.Text
	d.title, d.words = widgets.NewEntry(d.now.Title.In(p.Lang())), widgets.NewLongEntry(d.now.Text.In(p.Lang()), 3)
	d.reason = widgets.NewEntry(reason)
	d.id, d.iso, d.replaces = widgets.NewEntry(d.now.ID), widgets.NewEntry(d.now.ISO), widgets.NewEntry(strings.Join(d.now.Replaces, ", "))
	d.fault = widgets.NewWrapped("", widgets.Small, widgets.Bad)
	d.fault.Hide()
	rank := choice(p, 4, d.now.Rank, present.RankLabel, func(n int) { d.now.Rank = n })
	weight := choice(p, requirement.MaxWeight+1, d.now.Weight, present.WeightLabel, func(n int) { d.now.Weight = n })
	content := widgets.Column(10, d.fault)
	title := p.T("catalogue.change.title", "id", d.now.ID)
	first := d.title
	if d.add {
		title = p.T("catalogue.add.title")
		content.Add(widgets.NewFormRow(p.T("catalogue.id"), p.T("catalogue.id.hint"), d.id))
	}
	content.Add(widgets.NewFormRow(p.T("catalogue.name"), "", d.title))
	content.Add(widgets.NewFormRow(p.T("catalogue.words"), "", d.words))
	if d.own {
		d.place(content)
	}
	content.Add(widgets.Columns(widgets.Apart, []float32{1, 1}, widgets.NewFormRow(p.T("catalogue.rank"), "", rank), widgets.NewFormRow(p.T("catalogue.weight"), "", weight)))
	content.Add(widgets.NewFormRow(p.T("catalogue.reason"), p.T("catalogue.reason.hint"), d.reason))
	d.reason.OnNext = d.save
	d.dialog = widgets.NewDialog(c.Window.Canvas(), title, 580, content,
		widgets.NewButton(p.T("requirements.cancel"), func() { d.dialog.Close() }), widgets.NewPrimary(p.T("catalogue.save"), d.save))
	d.dialog.Show(first)
}

// place adds the fields that only a requirement of the municipality's own has.
func (d *requirementDialog) place(content *fyne.Container) {
	p := d.page.Text
	categories, targets := requirement.Categories, requirement.Targets
	category := choice(p, len(categories), indexOf(categories, d.now.Category), func(p *text.Printer, n int) string { return categories[n].Label().In(p) },
		func(n int) { d.now.Category = categories[n] })
	target := choice(p, len(targets), indexOf(targets, d.now.Target), func(p *text.Printer, n int) string { return targets[n].Label().In(p) },
		func(n int) { d.now.Target = targets[n] })
	conditions := append([]requirement.Condition{""}, requirement.Conditions...)
	condition := choice(p, len(conditions), indexOf(conditions, d.now.Condition), func(p *text.Printer, n int) string { return present.ConditionLabel(p, conditions[n]) },
		func(n int) { d.now.Condition = conditions[n] })
	aspects := widgets.Flow(widgets.Near)
	for _, a := range classify.Aspects {
		chip := widgets.NewChip("", nil)
		chip.OnTapped = func() { chip.Set(chip.Text(), !chip.Active()) }
		chip.Set(p.T("aspect."+a.Key()), indexOf(d.now.Aspects, a) >= 0)
		d.aspects[a] = chip
		aspects.Add(chip)
	}
	pair := func(left, right fyne.CanvasObject) {
		content.Add(widgets.Columns(widgets.Apart, []float32{1, 1}, left, right))
	}
	pair(widgets.NewFormRow(p.T("catalogue.category"), "", category), widgets.NewFormRow(p.T("catalogue.target"), "", target))
	content.Add(widgets.NewFormRow(p.T("catalogue.aspects"), "", aspects))
	pair(widgets.NewFormRow(p.T("catalogue.condition"), "", condition), widgets.NewFormRow(p.T("catalogue.iso"), p.T("catalogue.iso.hint"), d.iso))
	content.Add(widgets.NewFormRow(p.T("catalogue.replacing"), p.T("catalogue.replacing.hint"), d.replaces))
}

func indexOf[T comparable](all []T, one T) int {
	for i, v := range all {
		if v == one {
			return i
		}
	}
	return -1
}

// choice is a box with a menu of n choices.
func choice(p *text.Printer, n, chosen int, label func(*text.Printer, int) string, choose func(int)) *widgets.Chip {
	var box *widgets.Chip
	box = widgets.NewChoice(label(p, max(0, chosen)), func() []*fyne.MenuItem {
		items := make([]*fyne.MenuItem, n)
		for i := range items {
			items[i] = fyne.NewMenuItem(label(p, i), func() {
				box.Set(label(p, i), false)
				choose(i)
			})
		}
		return items
	})
	return box
}

// save stores the requirement. A refusal is told in the dialog, and what was written stays.
func (d *requirementDialog) save() {
	r, lang := d.page.Register, d.page.Text.Lang()
	now := d.now
	now.Title, now.Text = present.Reword(now.Title, lang, d.title.Text), present.Reword(now.Text, lang, d.words.Text)
	if d.own {
		now.ID, now.ISO, now.Replaces, now.Aspects = strings.ToUpper(strings.TrimSpace(d.id.Text)), strings.TrimSpace(d.iso.Text), nil, nil
		for ref := range strings.FieldsFuncSeq(d.replaces.Text, func(c rune) bool { return c == ',' || c == ' ' || c == ';' }) {
			now.Replaces = append(now.Replaces, strings.ToUpper(ref))
		}
		for _, a := range classify.Aspects {
			if d.aspects[a].Active() {
				now.Aspects = append(now.Aspects, a)
			}
		}
	}
	reason, add := d.reason.Text, d.add
	stage.SaveOr(d.page.Stage, func(ctx context.Context) (struct{}, error) {
		if add {
			return struct{}{}, r.Requirements().AddRequirement(ctx, now)
		}
		return struct{}{}, r.Requirements().ReviseRequirement(ctx, now, reason)
	}, func(_ struct{}, err error) {
		if err != nil {
			d.fault.SetText(text.Explain(d.page.Text, err))
			d.fault.Show()
			d.page.Window.Canvas().Focus(d.title)
			return
		}
		d.dialog.Close()
		d.page.Refresh()
		d.page.table.SelectKeys(now.ID)
	})
}
