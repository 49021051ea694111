package duties

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
)

// detail shows all about what is selected: what is missing, what the policy
// says, who answers, and the buttons that lead on.
type detail struct {
	page    *Page
	object  *fyne.Container
	title   *widgets.Text
	facts   *widgets.Text
	quote   *widgets.Text
	mend    *widgets.Button
	open    *widgets.Button
	act     *widgets.Button
	show    *widgets.Button
	sheet   *widgets.Button
	print   *widgets.Button
	finding duty.Finding
	group   group
}

// The width of the buttons and the least width of the words beside them, at
// 100 %. Where there is less room the buttons go below the words, which would
// otherwise grow tall and leave little room for the table.
const (
	buttonsSide = 440
	wordsLeast  = 480
)

func newDetail(p *Page) *detail {
	t := p.Text
	d := &detail{page: p}
	d.title = widgets.NewWrapped("", widgets.Strong, widgets.Plain)
	d.facts = widgets.NewWrapped("", widgets.Small, widgets.Plain)
	d.quote = widgets.NewWrapped("", widgets.Small, widgets.Muted)
	d.mend = widgets.NewPrimary("", func() { p.mend(d.finding) })
	d.open = widgets.NewButton(t.T("duties.open"), func() { p.opt.OnOpen(d.finding.On()) })
	d.act = widgets.NewButton(t.T("duties.action"), func() { p.opt.OnAction(d.finding) })
	d.show = widgets.NewPrimary(t.T("duties.show"), func() { p.openGroup(d.group) })
	d.sheet = widgets.NewButton(t.T("duties.sheet"), func() { p.opt.OnUnit(d.group.ID) })
	d.print = widgets.NewButton(t.T("duties.print"), func() { p.opt.OnPrint(d.group.ID) })
	buttons := widgets.Row(widgets.Near, layout.NewSpacer(), d.print, d.sheet, d.show, d.open, d.act, d.mend)
	words := widgets.Column(3, d.title, d.facts, d.quote)
	d.object = widgets.Column(0, widgets.NewCard("", widgets.Beside(buttonsSide, wordsLeast, words, buttons)))
	return d
}

// apply shows what is marked in the table.
func (d *detail) apply(rows []line) {
	for _, b := range []*widgets.Button{d.mend, d.open, d.act, d.show, d.sheet, d.print} {
		b.Hide()
	}
	switch {
	case len(rows) == 0:
		d.title.SetText(d.page.Text.T("duties.select"))
		d.facts.SetText("")
		d.quote.SetText("")
	case rows[0].gathered:
		d.gather(rows[0].group)
	default:
		d.tell(rows[0].finding)
	}
	d.object.Refresh()
}

func (d *detail) tell(f duty.Finding) {
	p, t := d.page, d.page.Text
	d.finding = f
	d.title.SetText(t.T("duties.detail.title", "subject", p.words.Subject(f), "missing", f.Missing().In(t)))
	facts := t.T("duties.detail.responsible", "who", p.words.Responsible(f))
	if f.Since != "" {
		facts += " · " + t.T("duties.detail.since", "day", f.Since)
	}
	if note := d.doing(f); note != "" {
		facts += " · " + note
	}
	d.facts.SetText(facts)
	d.quote.SetText(t.T("duties.detail.quote", "section", f.Section().In(t), "quote", f.Policy().In(t)))
	d.mend.SetText(f.Remedy.Label().In(t))
	listing.Visible(d.mend, p.opt.OnMend != nil)
	listing.Visible(d.act, p.opt.OnAction != nil)
	listing.Visible(d.open, f.Record != nil && p.opt.OnOpen != nil)
}

// doing shows what is being done about a finding already.
func (d *detail) doing(f duty.Finding) string {
	r := d.page.Register
	actions := r.Plan().Actions()
	if f.Record != nil {
		actions = r.Plan().ActionsOf(f.On())
	}
	return present.ActionNotes(d.page.Text, r, actions)[present.ActionKey{About: f.On(), Kind: action.Duty, ID: string(f.ID)}]
}

func (d *detail) gather(g group) {
	p, t := d.page, d.page.Text
	d.group = g
	d.title.SetText(g.Name)
	d.facts.SetText(t.N("duties.group", g.Total(), "high", t.Int(g.Counts[duty.High])))
	tally, unit := "", p.Query().By != byAsset && g.ID != ""
	if unit {
		tally = t.T("duties.group.share", "share", present.ShareWords(t, p.Data().Judgement.Tally(g.ID)))
	}
	d.quote.SetText(tally)
	listing.Visible(d.show, true)
	listing.Visible(d.sheet, unit && p.opt.OnUnit != nil)
	listing.Visible(d.print, unit && p.opt.OnPrint != nil)
}
