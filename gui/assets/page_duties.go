package assets

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/gui/jobs"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

var moodMarks = map[present.Mood]mark.Sign{present.MoodGood: mark.Tick, present.MoodNote: mark.Bang, present.MoodBad: mark.Cross}

var moodTones = map[present.Mood]widgets.Tone{present.MoodGood: widgets.Good, present.MoodNote: widgets.Warning, present.MoodBad: widgets.Bad}

// judge finds what the policy demands of the asset, off the UI goroutine, and shows it.
func (t *overviewTab) judge() {
	p := t.page
	s, id := p.Stage, p.id
	jobs.Start(p.Jobs, "assets.duties", func(context.Context, *jobs.Progress) ([]duty.Ruling, error) {
		return s.Judge().Rulings(id), nil
	}, func(rulings []duty.Ruling, err error) {
		if err != nil {
			p.Fail(err)
			return
		}
		t.judged(rulings)
	})
}

func (t *overviewTab) judged(rulings []duty.Ruling) {
	p := t.page
	t.duties.Objects = nil
	for _, line := range standingLines(p.Text, rulings) {
		t.duties.Add(p.standing(line))
	}
	if len(rulings) == 0 {
		t.duties.Add(widgets.NewWrapped(p.Text.T("assets.standing.retired"), widgets.Body, widgets.Muted))
	}
	if p.rec.Class == nil {
		t.duties.Add(widgets.NewWrapped(p.Text.T("securityprotection.line"), widgets.Small, widgets.Muted))
	}
	t.object.Refresh()
}

// standing is a line of what the policy demands, with the button that mends it.
func (p *Page) standing(l standingLine) fyne.CanvasObject {
	role := widgets.Body
	if l.Mood == present.MoodBad {
		role = widgets.Strong
	}
	words := widgets.Column(1, widgets.NewWrapped(l.Title, role, widgets.Plain))
	section := p.Text.T("assets.standing.section", "section", l.Section)
	switch {
	case l.Detail != "" && l.Mood == present.MoodGood:
		section = l.Detail + " · " + section // what is met takes little room
	case l.Detail != "":
		words.Add(widgets.NewWrapped(l.Detail, widgets.Small, widgets.Muted))
	}
	words.Add(widgets.NewWrapped(section, widgets.Caption, widgets.Muted))
	icon := widgets.Inset(2, 0, widgets.NewIcon(moodMarks[l.Mood], moodTones[l.Mood]))
	mark := widgets.Column(0, widgets.Row(widgets.Near, icon, widgets.Column(0)), layout.NewSpacer())
	var right fyne.CanvasObject
	if l.Do != "" && p.mends(l.Step) {
		button := widgets.NewButton(l.Do, func() { p.Mend(l.Step) }).Compact()
		right = widgets.Column(0, widgets.Row(0, layout.NewSpacer(), button), layout.NewSpacer())
	}
	return widgets.Border(nil, nil, mark, right, words)
}

// part that protection requirements are answered on.
const partRequirements = "requirements"

// mends reports whether the page, or what it leads to, can do a step.
func (p *Page) mends(s present.Step) bool {
	switch s.Remedy {
	case duty.Classify, duty.Review, duty.StateHours:
		return p.opt.OnClassify != nil
	case duty.Assess, duty.MendGap, duty.RenewException:
		return p.has(partRequirements)
	}
	return true
}

func (p *Page) has(name string) bool {
	for _, part := range p.opt.Parts {
		if part.Name() == name {
			return true
		}
	}
	return false
}

// Mend does the step that mends a finding on the asset, or goes to where it is done.
func (p *Page) Mend(s present.Step) {
	if key, stated := Stated(s.Remedy); stated {
		p.askStated(s.Remedy, key)
		return
	}
	switch s.Remedy {
	case duty.Classify, duty.Review, duty.StateHours:
		if p.opt.OnClassify != nil {
			p.opt.OnClassify(p.id)
		}
	case duty.NameOwner:
		p.Edit(present.AssetKey(asset.InformationOwner))
	case duty.ChooseUnit:
		p.Edit(present.KeyUnit)
	case duty.Assess, duty.MendGap, duty.RenewException:
		p.Open(partRequirements)
	}
}

// procurement is what must not be missed of an asset about to be bought.
func (p *Page) procurement() fyne.CanvasObject {
	words, done := procurementNotice(p.Text, p.Register, p.rec)
	switch {
	case words == "":
		return nil
	case done:
		return widgets.NewCard("", widgets.NewMarked(mark.Tick, widgets.Good, widgets.NewWrapped(words, widgets.Body, widgets.Plain)))
	}
	content := widgets.Column(widgets.Near, widgets.NewMarked(mark.Alert, widgets.Bad, widgets.NewWrapped(words, widgets.Strong, widgets.Plain)))
	if p.opt.OnClassify != nil {
		do := widgets.NewPrimary(present.ClassifyLabel(p.Text, p.rec), func() { p.opt.OnClassify(p.id) })
		content.Add(widgets.Row(0, do, layout.NewSpacer()))
	}
	return widgets.NewCard("", content)
}

// traits reports whether the asset is especially important, or critical, and why.
func (p *Page) traits() fyne.CanvasObject {
	lines := widgets.Column(widgets.Near)
	for _, l := range traitLines(p.Text, p.Register, p.rec) {
		change := widgets.NewLink(p.Text.T("assets.trait.change"), widgets.Accent, func() { p.askMark(l) })
		lines.Add(widgets.Column(1, widgets.NewWrapped(l.Label, widgets.Small, widgets.Muted),
			widgets.NewWrapped(l.Words, widgets.Small, widgets.Plain), widgets.Row(0, change, layout.NewSpacer())))
	}
	return lines
}
