package assets

import (
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// Version is one classification of an asset in words.
type Version struct {
	Title    string
	Note     string // in force, replaced, other scale
	Scale    classify.Scale
	Profile  classify.Profile
	Levels   []versionLevel
	Facts    []present.Fact
	InForce  bool
	Imported bool
}

// versionLevel is the level of one aspect with its reason.
type versionLevel struct {
	Aspect              classify.Aspect
	Name, Label, Reason string
}

// Versions writes an asset's classifications, newest first as they are given.
func Versions(p *text.Printer, r *register.Register, versions []classify.Classification) []Version {
	out := make([]Version, len(versions))
	for i := range versions {
		out[i] = newVersion(p, &versions[i], r.Classifications().ScaleOf(versions[i]))
		out[i].InForce = i == 0
		note := p.T("assets.version.replaced")
		if i == 0 {
			note = p.T("assets.version.inForce")
		}
		out[i].Note = present.Joined(" · ", note, out[i].Note)
	}
	return out
}

// newVersion writes one classification in its scale.
func newVersion(p *text.Printer, c *classify.Classification, scale classify.Scale) Version {
	v := Version{Scale: scale, Profile: c.Profile, Imported: c.State == classify.Imported}
	switch c.State {
	case classify.Decided:
		v.Title = p.T("assets.version.decided", "day", c.DecidedOn)
	case classify.Imported:
		v.Title = p.T("assets.version.imported")
	default:
		v.Title = p.T("assets.version.draft")
	}
	if scale.ID != classify.Scale03.ID {
		v.Note = scale.Title(p)
	}
	for _, a := range classify.Aspects {
		v.Levels = append(v.Levels, versionLevel{a, p.T("aspect." + a.Key()), present.LevelLabel(p, scale, c.Profile.Of(a)), string(c.Reasons[a])})
	}
	v.Facts = versionFacts(p, c)
	return v
}

func versionFacts(p *text.Printer, c *classify.Classification) []present.Fact {
	var who []string
	for _, w := range c.Participants {
		who = append(who, w.String())
	}
	facts := []present.Fact{
		{Label: p.T("field.approved_by"), Value: c.DecidedBy},
		{Label: p.T("field.participants"), Value: strings.Join(who, "; ")},
		{Label: p.T("field.review_date"), Value: c.NextReview},
		{Label: p.T("field.outage"), Value: hours(p, c.OutageHours)},
		{Label: p.T("field.loss"), Value: hours(p, c.LossHours)},
	}
	if from, ok := c.From(); ok {
		facts = append(facts, present.Fact{Label: p.T("field.class_source"), Value: from.In(p)})
	}
	var stated []present.Fact
	for _, f := range facts {
		if f.Value != "" {
			stated = append(stated, f)
		}
	}
	return stated
}

func hours(p *text.Printer, h *float64) string {
	if h == nil {
		return ""
	}
	return p.Hours(*h)
}
