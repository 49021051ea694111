package present

import (
	"strings"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Mood tells how well something stands.
type Mood int

// The moods.
const (
	MoodGood Mood = iota
	MoodNote
	MoodBad
)

// Remedy is what mends a finding.
type Remedy int

// The remedies.
const (
	RemedyNone Remedy = iota
	RemedyClassify
	RemedyOwner
	RemedyUnit
)

// Finding is one line of how an asset stands, with what mends it.
type Finding struct {
	Mood          Mood
	Title, Detail string
	Remedy        Remedy
	Do            string // the words of the remedy's button
}

// reviewSoon is how many days before a review it is spoken of.
const reviewSoon = 60

// Findings tells how an asset stands: its classification, the next review, who
// owns it, and where it belongs.
func Findings(p *text.Printer, r *register.Register, rec *register.Record) []Finding {
	out := []Finding{classFinding(p, rec)}
	if rec.Draft != nil && rec.Class != nil {
		out = append(out, Finding{MoodNote, p.T("assets.finding.draftToo"), "", RemedyClassify, ClassifyLabel(p, rec)})
	}
	if rec.NewLook() && rec.Draft == nil {
		out = append(out, Finding{MoodBad, p.T("todo.information"), p.T("information.newLook.detail"), RemedyClassify, ClassifyLabel(p, rec)})
	}
	if rec.Classified() || rec.NextReview() != "" {
		out = append(out, reviewFinding(p, r.Today(), rec))
	}
	out = append(out, ownerFinding(p, rec))
	if rec.Asset.Unit == "" {
		out = append(out, Finding{MoodNote, p.T("assets.finding.noUnit"), p.T("assets.finding.noUnit.detail"), RemedyUnit, p.T("assets.finding.unit.do")})
	}
	return out
}

// ClassifyLabel is what the button says that leads to the guided form.
func ClassifyLabel(p *text.Printer, rec *register.Record) string {
	switch {
	case rec.Draft != nil:
		return p.T("assets.classify.goOn")
	case rec.Classified():
		return p.T("assets.classify.again")
	}
	return p.T("assets.classify")
}

func classFinding(p *text.Printer, rec *register.Record) Finding {
	f := Finding{Mood: MoodNote, Remedy: RemedyClassify, Do: ClassifyLabel(p, rec)}
	switch rec.State() {
	case classify.Decided:
		return Finding{Mood: MoodGood, Title: p.T("assets.finding.decided"), Detail: Decision(rec.Class)}
	case classify.Imported:
		f.Title, f.Detail = p.T("assets.finding.imported"), missingLevels(p, rec.Class.Profile)
	case classify.Draft:
		f.Title = p.T("assets.finding.draft")
	default:
		f.Mood, f.Title = MoodBad, p.T("assets.finding.unclassified")
		if !rec.Profile().Empty() {
			f.Mood, f.Title = MoodNote, p.T("holding.state")
			f.Detail = missingLevels(p, rec.Profile())
		}
	}
	if rec.Asset.Status == asset.InProcurement {
		f.Mood, f.Detail = MoodBad, p.T("assets.finding.procurement")
	}
	return f
}

// Decision says when a classification was decided and by whom.
func Decision(c *classify.Classification) string {
	return joined(", ", c.DecidedOn, c.DecidedBy)
}

func joined(separator string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, separator)
}

func missingLevels(p *text.Printer, profile classify.Profile) string {
	var missing []string
	for _, a := range classify.Aspects {
		if profile.Of(a) == classify.Unset {
			missing = append(missing, strings.ToLower(p.T("aspect."+a.Key())))
		}
	}
	if len(missing) == 0 {
		return ""
	}
	return p.T("assets.finding.levelsMissing", "aspects", strings.Join(missing, ", "))
}

func reviewFinding(p *text.Printer, today time.Time, rec *register.Record) Finding {
	day := rec.NextReview()
	switch {
	case day == "":
		return Finding{Mood: MoodNote, Title: p.T("assets.finding.noReview"), Remedy: RemedyClassify, Do: ClassifyLabel(p, rec)}
	case day < text.Date(today):
		return Finding{MoodBad, p.T("assets.finding.reviewLate"), p.T("assets.finding.reviewLate.detail", "day", day), RemedyClassify, ClassifyLabel(p, rec)}
	case day < text.Date(today.AddDate(0, 0, reviewSoon)):
		return Finding{MoodNote, p.T("assets.finding.reviewSoon"), p.T("assets.finding.review.detail", "day", day), RemedyClassify, ClassifyLabel(p, rec)}
	}
	return Finding{Mood: MoodGood, Title: p.T("assets.finding.review"), Detail: p.T("assets.finding.review.detail", "day", day)}
}

func ownerFinding(p *text.Printer, rec *register.Record) Finding {
	if owner := rec.Asset.Fields[asset.InformationOwner]; owner != "" {
		return Finding{Mood: MoodGood, Title: p.T("assets.finding.owner"), Detail: owner}
	}
	f := Finding{Mood: MoodNote, Title: p.T("assets.finding.noOwner"), Remedy: RemedyOwner, Do: p.T("assets.finding.owner.do")}
	if rec.Profile().Highest().AtLeast(3) {
		f.Mood, f.Detail = MoodBad, p.T("assets.finding.noOwner.important")
	}
	return f
}

var responsible = []asset.Field{asset.InformationOwner, asset.OwnerSince, asset.SystemOwner, asset.SystemManager, asset.TechnicalManager, asset.Supplier}

// Responsible lists who answers for an asset; the information owner is always among them.
func Responsible(p *text.Printer, a asset.Asset) []Fact {
	var out []Fact
	for _, f := range responsible {
		v := a.Fields[f]
		if v == "" && f == asset.InformationOwner {
			v = "–"
		}
		if v != "" {
			out = append(out, Fact{f.Label().In(p), v})
		}
	}
	return out
}

// Particulars lists what else is stated of an asset, the municipality's own
// columns last: at most limit, and how many more there are.
func Particulars(p *text.Printer, r *register.Register, a asset.Asset, limit int) (facts []Fact, more int) {
	for _, g := range AssetForm(p, a, nil) {
		for _, f := range g.Fields {
			if f.Value == "" || isElsewhere(f.Key) {
				continue
			}
			facts = append(facts, Fact{f.Label, ChoiceText(p, r, f.Form, f.Value)})
		}
	}
	if len(facts) > limit {
		return facts[:limit], len(facts) - limit
	}
	return facts, 0
}

// isElsewhere tells what the overview shows in another place.
func isElsewhere(k AssetKey) bool {
	switch k {
	case KeyName, KeyKind, KeyUnit, KeyStatus, AssetKey(asset.Description):
		return true
	}
	for _, f := range responsible {
		if k == AssetKey(f) {
			return true
		}
	}
	return false
}

// Subtitle is the line beneath an asset's name: kind, unit, status.
func Subtitle(p *text.Printer, r *register.Register, a asset.Asset) string {
	unit := UnitBelow(r, a.Unit)
	if unit == "" {
		unit = p.T("assets.filter.noUnit")
	}
	// A status is not broken over two lines.
	status := strings.ReplaceAll(StatusLabel(p, a.Status), " ", "\u00a0")
	return joined(" · ", KindLabel(p, a.Kind), unit, status)
}
