package requirements

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/requirement"
	"infoklass/gui/widgets"
)

// filterChips choose which requirements are listed, and how they are grouped.
type filterChips struct {
	open, gaps *widgets.Chip
	aspects    [4]*widgets.Chip
	target     *widgets.Chip
	group      *widgets.Chip
}

func (t *Tab) filters() fyne.CanvasObject {
	c := &t.chips
	c.open = widgets.NewChip("", func() { t.show.Open = !t.show.Open; t.apply() })
	c.gaps = widgets.NewChip("", func() { t.show.Gaps = !t.show.Gaps; t.apply() })
	row := widgets.Flow(widgets.Near, c.open, c.gaps)
	for _, a := range classify.Aspects {
		c.aspects[a] = widgets.NewChip(t.Text.T("aspect."+a.Key()+".letter"), func() { t.aspectShown(a) })
		row.Add(c.aspects[a])
	}
	c.target = widgets.NewMenuChip("", t.targets)
	c.target.OnClear = func() { t.show.Target = ""; t.apply() }
	c.group = widgets.NewMenuChip("", t.groups)
	row.Add(c.target)
	row.Add(c.group)
	return row
}

func (t *Tab) targets() []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItem(t.Text.T("requirements.filter.everything"), func() { t.show.Target = ""; t.apply() })}
	for _, target := range requirement.Targets {
		items = append(items, fyne.NewMenuItem(target.Label().In(t.Text), func() { t.show.Target = target; t.apply() }))
	}
	return items
}

func (t *Tab) groups() []*fyne.MenuItem {
	by := func(target bool) func() { return func() { t.show.ByTarget = target; t.apply() } }
	return []*fyne.MenuItem{
		fyne.NewMenuItem(t.Text.T("requirements.group.category"), by(false)),
		fyne.NewMenuItem(t.Text.T("requirements.group.target"), by(true)),
	}
}

// apply writes the filters with what each would show.
func (c *filterChips) apply(t *Tab) {
	p, all := t.Text, t.sheet.Figures.All
	c.open.Set(p.T("requirements.filter.open", "n", p.Int(all.Unassessed)), t.show.Open)
	c.gaps.Set(p.T("requirements.filter.gaps", "n", p.Int(all.Unmet+all.Partly)), t.show.Gaps)
	for _, a := range classify.Aspects {
		c.aspects[a].Set(p.T("aspect."+a.Key()+".letter"), t.show.Aspect != nil && *t.show.Aspect == a)
	}
	label := p.T("requirements.filter.target")
	if t.show.Target != "" {
		label = t.show.Target.Label().In(p)
	}
	c.target.Set(label, t.show.Target != "")
	group := "requirements.group.category"
	if t.show.ByTarget {
		group = "requirements.group.target"
	}
	c.group.Set(p.T(group), false)
}
