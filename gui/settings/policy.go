package settings

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/listing"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// policyCard is what the municipality's own policy demands: from which level,
// how often, which demands it has and in which words.
type policyCard struct {
	s       stage.Stage
	card    fyne.CanvasObject
	levels  map[string]*widgets.Chip
	numbers map[string]*widgets.NumberEntry
	hints   map[string]*widgets.Text
	duties  *fyne.Container
	reset   *widgets.Button
	shown   register.Policy
	known   bool
}

func newPolicyCard(s stage.Stage) *policyCard {
	t := s.Text
	c := &policyCard{s: s, levels: map[string]*widgets.Chip{}, numbers: map[string]*widgets.NumberEntry{}, hints: map[string]*widgets.Text{}, duties: widgets.Column(0)}
	var demands []fyne.CanvasObject
	for _, d := range classify.DemandList {
		demands = append(demands, c.demand(d))
	}
	rows := widgets.Tiles(demandLeast, demands...)
	c.reset = widgets.NewButton(t.T("settings.policy.reset"), c.askReset)
	c.card = widgets.NewCard(t.T("settings.policy"), widgets.Column(widgets.Apart,
		widgets.NewWrapped(t.T("settings.policy.words"), widgets.Small, widgets.Muted), rows,
		widgets.NewWrapped(t.T("settings.policy.duties"), widgets.Strong, widgets.Plain), c.duties,
		widgets.Row(0, c.reset, layout.NewSpacer())))
	return c
}

// demandLeast is the least width of a threshold or interval, at 100 %: they are
// in two columns where that fits.
const demandLeast = 420

// numberWidth is how wide a field for months or a level is, at 100 %.
const numberWidth = 190

// demand is the row of one threshold or interval, with what is shipped beside it.
func (c *policyCard) demand(d classify.Demand) fyne.CanvasObject {
	c.hints[d.Key] = widgets.NewText("", widgets.Small, widgets.Muted)
	var field fyne.CanvasObject
	if d.Rank {
		chip := widgets.NewChoice("", func() []*fyne.MenuItem { return c.levelMenu(d) })
		c.levels[d.Key], field = chip, widgets.Row(0, chip, layout.NewSpacer())
	} else {
		least, most := d.Bounds()
		entry := widgets.NewNumberEntry(c.s.Text, widgets.NumberRule{Least: float64(least), Most: float64(most), Whole: true})
		entry.OnNumber = func(n float64, _ bool) { c.set(d, int(n)) } // an empty field is the shipped number
		c.numbers[d.Key], field = entry, entry
	}
	row := widgets.NewFormRow(d.Label().In(c.s.Text), "", widgets.Border(nil, nil, widgets.Sized(numberWidth, 0, field), nil, widgets.Inset(8, 8, c.hints[d.Key])))
	if entry := c.numbers[d.Key]; entry != nil {
		entry.OnFault = row.Fault
	}
	return row
}

func (c *policyCard) levelMenu(d classify.Demand) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, step := range c.s.Register.Classifications().ScaleInForce().Levels {
		if rank, ok := step.Level.Rank(); ok && rank >= classify.LeastRank {
			items = append(items, fyne.NewMenuItem(c.level(rank), func() { c.set(d, rank) }))
		}
	}
	return items
}

// level is a protection rank as the scale in force writes it.
func (c *policyCard) level(rank int) string {
	level, err := classify.LevelOf(rank)
	if err != nil {
		return strconv.Itoa(rank)
	}
	if words := register.LevelText(c.s.Text, c.s.Register.Classifications().ScaleInForce(), level); words != "" {
		return words
	}
	return strconv.Itoa(rank)
}

func (c *policyCard) set(d classify.Demand, n int) {
	c.change(func(p register.Policy) register.Policy { return p.Demanding(d, n) })
}

// change stores another policy.
func (c *policyCard) change(edit func(register.Policy) register.Policy) {
	r := c.s.Register
	c.s.Do(func(ctx context.Context) error {
		settings := r.Settings()
		settings.Policy = edit(settings.Policy)
		return r.ChangeSettings(ctx, settings)
	}, text.Message{}, c.refresh)
}

// refresh shows the policy in force.
func (c *policyCard) refresh() {
	policy := c.s.Register.Settings().Policy
	now, base := policy.Demands.Filled(), classify.DefaultDemands
	t := c.s.Text
	for _, d := range classify.DemandList {
		n, shipped := *d.Of(&now), *d.Of(&base)
		hint := t.T("settings.policy.shipped", "value", strconv.Itoa(shipped))
		if d.Rank {
			hint = t.T("settings.policy.shipped", "value", c.level(shipped))
			c.levels[d.Key].Set(c.level(n), false)
		} else if c.s.Window.Canvas().Focused() != fyne.Focusable(c.numbers[d.Key]) {
			c.numbers[d.Key].SetNumber(float64(n))
		}
		if n == shipped {
			hint = ""
		}
		c.hints[d.Key].SetText(hint)
	}
	if !c.known || !samePolicy(c.shown, policy) {
		c.known, c.shown = true, policy
		c.list(policy)
	}
	listing.Enable(c.reset, !samePolicy(policy, register.Policy{}) || policy.Demands != (classify.Demands{}))
}

func samePolicy(a, b register.Policy) bool {
	return slices.Equal(a.Off, b.Off) && maps.Equal(a.Wordings, b.Wordings)
}

// list shows every duty with whether the policy has it, and in which words.
func (c *policyCard) list(policy register.Policy) {
	t := c.s.Text
	c.duties.Objects = nil
	for _, d := range duty.By(policy) {
		on := !d.Off
		state := forms.Menu(&on, forms.Choice[bool]{
			Values: forms.Among(true, false), Words: func(on bool) string { return t.T(stateKeys[on]) },
			Changed: func() { c.change(func(p register.Policy) register.Policy { return p.With(string(d.ID), on) }) },
		})
		if !d.Optional() {
			state.Hide()
		}
		words := widgets.NewButton(t.T("settings.policy.wording"), func() { c.askWords(d) }).Compact()
		tone := widgets.Plain
		if d.Off {
			tone = widgets.Muted
		}
		said := widgets.Column(1, widgets.NewWrapped(t.T("duties.filter.point", "point", d.Point(), "duty", d.Label().In(t)), widgets.Body, tone),
			widgets.NewWrapped(t.T("duties.detail.quote", "section", d.Section().In(t), "quote", d.Policy().In(t)), widgets.Small, widgets.Muted))
		right := widgets.Column(0, widgets.Row(widgets.Near, state, words), layout.NewSpacer())
		c.duties.Add(widgets.Inset(5, 0, widgets.Border(nil, nil, nil, right, said)))
	}
	c.duties.Refresh()
}

// stateKeys say whether the policy has a duty.
var stateKeys = map[bool]string{true: "settings.policy.on", false: "settings.policy.off"}

// askWords asks for the municipality's own words for a duty; empty fields are worded as shipped.
func (c *policyCard) askWords(d *duty.Duty) {
	t, id := c.s.Text, string(d.ID)
	own, shipped := c.s.Register.Settings().Policy.Wordings[id], *d
	if plain, ok := duty.ByID(d.ID); ok {
		shipped = *plain
	}
	f := forms.New(c.s).Spaced(widgets.Apart)
	hint := func(shipped string) {
		f.Put(widgets.NewWrapped(t.T("settings.policy.shipped", "value", shipped), widgets.Caption, widgets.Muted))
	}
	f.Put(widgets.NewWrapped(t.T("settings.policy.wording.words"), widgets.Small, widgets.Muted))
	name := f.Line(t.T("settings.policy.name"), "", &own.Name)
	f.Row(name)
	hint(shipped.Label().In(t))
	f.Row(f.Line(t.T("settings.policy.section"), "", &own.Section))
	hint(shipped.Section().In(t))
	f.Row(f.Long(t.T("settings.policy.quote"), "", 4, &own.Quote))
	hint(shipped.Policy().In(t))
	save := func(w register.Wording) {
		f.Close()
		c.change(func(p register.Policy) register.Policy { return p.Worded(id, w) })
	}
	f.OnSave = func() { save(own) }
	f.Open(forms.Dialog{
		Title: d.Label().In(t), Width: 560, Cancel: t.T("assets.cancel"), Save: t.T("assets.mark.save"),
		More: []*widgets.Button{widgets.NewButton(t.T("settings.policy.restore"), func() { save(register.Wording{}) })},
	}, name)
}

func (c *policyCard) askReset() {
	t := c.s.Text
	c.s.Ask(widgets.Question{
		Title: t.T("settings.policy.reset"), Words: t.T("settings.policy.reset.words"), Yes: t.T("settings.policy.restore"), No: t.T("assets.cancel"),
	}, func() { c.change(func(register.Policy) register.Policy { return register.Policy{} }) })
}
