package classification

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// side shows, at the right, what the choices bring and what held before.
type side struct {
	p       *text.Printer
	card    *widgets.Card
	badges  *widgets.ProfileBadges
	brings  *fyne.Container
	before  *fyne.Container
	discard *widgets.Button
	lines   []consequenceLine
}

func newSide(p *text.Printer, discard func()) *side {
	s := &side{p: p, badges: widgets.NewProfileBadges(), brings: widgets.Column(widgets.Near), before: widgets.Column(widgets.Tight)}
	s.discard = widgets.NewLink(p.T("classification.discard"), widgets.Bad, discard)
	s.card = widgets.NewCard(p.T("classification.brings"), widgets.Column(widgets.Near,
		widgets.Row(0, s.badges),
		widgets.NewWrapped(p.T("classification.preliminary"), widgets.Caption, widgets.Muted),
		widget.NewSeparator(), s.brings, s.before, s.discard))
	return s
}

// apply shows a classification and what it brings.
func (s *side) apply(catalogue *requirement.Catalogue, rec *register.Record, f *classForm, draft bool) {
	s.badges.Set(listing.Levels(f.Scale, f.Class.Profile)...)
	brings := bringsOf(s.p, catalogue, f, rec)
	s.lines = brings.Lines
	s.brings.Objects = []fyne.CanvasObject{consequenceList(s.p, brings)}
	s.applyBefore(rec, f.Step)
	s.discard.Hidden = !draft
	s.card.Refresh()
}

// applyBefore shows the classification in force.
func (s *side) applyBefore(rec *register.Record, step classStep) {
	c := rec.Class
	s.before.Hidden = c == nil
	if c == nil {
		return
	}
	words := s.p.T("classification.before.imported")
	if c.State == classify.Decided {
		words = s.p.T("classification.before.decided", "day", c.DecidedOn, "by", c.DecidedBy)
	}
	s.before.Objects = []fyne.CanvasObject{
		widget.NewSeparator(),
		widgets.NewText(s.p.T("classification.before"), widgets.Strong, widgets.Plain),
		widgets.Row(0, widgets.NewProfileBadges(listing.Levels(rec.Scale(), c.Profile)...)),
		widgets.NewWrapped(words, widgets.Caption, widgets.Muted),
	}
	if a, ok := step.Aspect(); ok && c.Reasons[a] != "" {
		s.before.Add(widgets.NewWrapped(s.p.T("classification.before.reason", "reason", string(c.Reasons[a])), widgets.Caption, widgets.Plain))
	}
}

// consequenceList writes what a profile brings. What is not settled yet is muted,
// and what falls away comes last.
func consequenceList(p *text.Printer, b Brings) fyne.CanvasObject {
	list := widgets.Column(widgets.Near)
	for _, l := range b.Lines {
		sign, tone, ink := mark.Dot, widgets.Accent, widgets.Plain
		if !l.Settled {
			sign, tone, ink = mark.Ring, widgets.Muted, widgets.Muted
		}
		item := widgets.Column(1, widgets.NewMarked(sign, tone, widgets.NewWrapped(l.Words, widgets.Small, ink)))
		why := l.Why
		if l.New {
			why = strings.TrimSpace(p.T("classification.brings.new") + " " + why)
		}
		if why != "" {
			item.Add(widgets.Inset(0, 19, widgets.NewWrapped(why, widgets.Caption, widgets.Muted)))
		}
		list.Add(item)
	}
	list.Add(widgets.NewMarked(mark.Dot, widgets.Accent, widgets.NewWrapped(b.Requirements, widgets.Small, widgets.Plain)))
	for _, words := range b.Gone {
		list.Add(widgets.NewMarked(mark.Cross, widgets.Muted, widgets.NewWrapped(p.T("classification.brings.gone", "duty", words), widgets.Small, widgets.Muted)))
	}
	return list
}
