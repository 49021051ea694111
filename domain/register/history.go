package register

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/governance"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// FieldChange is one value that a commit changed, written for a person.
type FieldChange struct {
	Field    text.Message
	Old, New string
}

// History hands over the log entries about one asset or unit, newest first,
// each with just the changes that concern it; id "" asks for the whole log,
// without changes.
func (r *Register) History(ctx context.Context, id string, each func(ledger.Entry) error) error {
	return r.store.Log(ctx, ledger.LogQuery{About: id, Newest: true, Headers: id == ""}, each)
}

// Describe tells what one change did, field by field in the order of the form.
// Words such as the name of a kind or a level are written by p.
func (r *Register) Describe(p *text.Printer, ch ledger.Change) ([]FieldChange, error) {
	old, err := r.lines(p, ch.Kind, ch.Old)
	if err != nil {
		return nil, err
	}
	now, err := r.lines(p, ch.Kind, ch.New)
	if err != nil {
		return nil, err
	}
	var out []FieldChange
	for _, l := range mergeLines(old, now) {
		was, is := old.value(l.field), now.value(l.field)
		if was != is {
			out = append(out, FieldChange{l.field, was, is})
		}
	}
	return out, nil
}

// line is a field of a document with its value in words.
type line struct {
	field text.Message
	value string
}

type lines []line

func fieldKey(m text.Message) string {
	if len(m.Args) > 1 {
		if s, ok := m.Args[1].(string); ok {
			return m.Key + "\x00" + s
		}
		if sub, ok := m.Args[1].(text.Message); ok {
			return m.Key + "\x00" + sub.Key
		}
	}
	return m.Key
}

func (ls lines) value(field text.Message) string {
	for _, l := range ls {
		if fieldKey(l.field) == fieldKey(field) {
			return l.value
		}
	}
	return ""
}

// mergeLines lists every field of both documents once, in order.
func mergeLines(old, now lines) lines {
	seen := map[string]bool{}
	var out lines
	for _, l := range slices.Concat(now, old) {
		if key := fieldKey(l.field); !seen[key] {
			seen[key] = true
			out = append(out, l)
		}
	}
	return out
}

// lines writes a document as fields in words; nil for one that does not exist.
func (r *Register) lines(p *text.Printer, kind ledger.Kind, data []byte) (lines, error) {
	if data == nil {
		return nil, nil
	}
	v, err := decodeValue(kind, data)
	if err != nil {
		return nil, err
	}
	switch v := v.(type) {
	case asset.Asset:
		return r.assetLines(p, v), nil
	case classify.Classification:
		return r.classifications.classLines(p, v), nil
	case asset.Unit:
		return r.organisation.unitLines(p, v), nil
	case Settings:
		return append(lines{{text.Msg("settings.municipality"), v.Municipality}, {text.Msg("settings.scale"), r.classifications.scaleTitle(p, v.Scale)}}, v.Policy.lines()...), nil
	case requirement.Assessment:
		return assessmentLines(p, v), nil
	case requirement.Exception:
		return exceptionLines(v), nil
	case action.Action:
		return r.plan.actionLines(p, v), nil
	case governance.Document:
		return r.governance.documentLines(p, v), nil
	case governance.Check:
		return checkLines(p, v), nil
	case classify.Matrix:
		return matrixLines(p, v), nil
	case classify.Scale:
		return scaleLines(p, v), nil
	case classify.Common:
		return lines{{text.Msg("field.common"), v.Name}}, nil
	case requirement.Change:
		return changeLines(p, v), nil
	case requirement.Use:
		return lines{{text.Msg("platform.field"), r.assetName(p, v.Platform)}}, nil
	case holding.Link:
		return r.holdings.linkLines(p, v), nil
	case holding.Adjustment:
		return adjustmentLines(p, v), nil
	}
	return nil, nil
}

func word(p *text.Printer, prefix, key string) string {
	if key == "" {
		return ""
	}
	return p.T(prefix + key)
}

// unitName is a unit's path as it is called now; the log knows its id only.
func (o *Organisation) unitName(p *text.Printer, id string) string {
	if id == "" {
		return ""
	}
	if path := o.UnitPath(id); path != nil {
		return asset.Path(path)
	}
	return p.T("unit.gone")
}

func (r *Register) assetLines(p *text.Printer, a asset.Asset) lines {
	ls := lines{
		{text.Msg("field.name"), a.Name},
		{text.Msg("field.kind"), word(p, "kind.", string(a.Kind))},
		{text.Msg("field.unit"), r.organisation.unitName(p, a.Unit)},
		{text.Msg("field.status"), word(p, "status.", string(a.Status))},
	}
	for _, t := range asset.Traits {
		if m, marked := a.Marks[t]; marked {
			ls = append(ls, line{t.Label(), MarkText(p, m)})
		}
	}
	for _, d := range asset.Definitions {
		if v := a.Fields[d.Field]; v != "" {
			ls = append(ls, line{d.Field.Label(), v})
		}
	}
	for _, header := range slices.Sorted(maps.Keys(a.Custom)) {
		ls = append(ls, line{text.Msg("field.custom", "header", header), a.Custom[header]})
	}
	return ls
}

func (cs *Classifications) classLines(p *text.Printer, c classify.Classification) lines {
	scale := cs.ScaleOf(c)
	ls := lines{{text.Msg("field.class_state"), word(p, "state.", string(c.State))}}
	for _, a := range classify.Aspects {
		name := text.Msg("aspect." + a.Key())
		ls = append(ls, line{name, LevelText(p, scale, c.Profile.Of(a))},
			line{text.Msg("field.reason", "aspect", name), string(c.Reasons[a])},
			line{text.Msg("field.effects", "aspect", name), cs.EffectText(p, c, a)})
	}
	if c.OutageHours != nil {
		ls = append(ls, line{text.Msg("field.outage"), p.Hours(*c.OutageHours)})
	}
	if c.LossHours != nil {
		ls = append(ls, line{text.Msg("field.loss"), p.Hours(*c.LossHours)})
	}
	var who []string
	for _, participant := range c.Participants {
		who = append(who, participant.String())
	}
	return append(ls,
		line{text.Msg("field.participants"), strings.Join(who, "; ")},
		line{text.Msg("field.approved_by"), c.DecidedBy},
		line{text.Msg("field.class_date"), c.DecidedOn},
		line{text.Msg("field.review_date"), c.NextReview},
		line{text.Msg("field.class_source"), sourceText(p, c)},
		line{text.Msg("field.common_from"), cs.commonName(c.Common)},
	)
}

// EffectText writes the levels per category that were thought of: "Enskilda 2, Ekonomi 1".
func (cs *Classifications) EffectText(p *text.Printer, c classify.Classification, a classify.Aspect) string {
	scale, matrix := cs.ScaleOf(c), cs.MatrixOf(c)
	var out []string
	for i, l := range c.Effects[a] {
		if l != classify.Unset {
			out = append(out, matrix.Text(p, classify.Categories[i], classify.NameCell)+" "+scale.Code(l))
		}
	}
	return strings.Join(out, ", ")
}

func (cs *Classifications) commonName(id string) string {
	if c, ok := cs.Common(id); ok && id != "" {
		return c.Name
	}
	return ""
}

func (cs *Classifications) scaleTitle(p *text.Printer, id string) string {
	if s, ok := cs.Scale(id); ok {
		return s.Title(p)
	}
	return id
}

func matrixLines(p *text.Printer, m classify.Matrix) lines {
	var ls lines
	for _, c := range classify.Categories {
		name := classify.Shipped(p, c, classify.NameCell)
		ls = append(ls, line{text.Msg("field.matrix.name", "category", name), m.Text(p, c, classify.NameCell)})
		for rank := range 4 {
			ls = append(ls, line{text.Msg("field.matrix.cell", "cell", name+" "+strconv.Itoa(rank)), m.Text(p, c, rank)})
		}
	}
	return ls
}

func scaleLines(p *text.Printer, s classify.Scale) lines {
	ls := lines{{text.Msg("field.name"), s.Name}}
	for _, l := range s.Levels {
		ls = append(ls, line{text.Msg("field.scale.level", "code", l.Code), l.Label(string(p.Lang())) + " → " + l.Level.String()})
	}
	return ls
}

func sourceText(p *text.Printer, c classify.Classification) string {
	if from, ok := c.From(); ok {
		return from.In(p)
	}
	return ""
}

// LevelText writes a level as its code and word in a scale: "2 Betydande"; empty when unset.
func LevelText(p *text.Printer, s classify.Scale, l classify.Level) string {
	step, ok := s.Step(l)
	if !ok {
		return ""
	}
	return step.Code + " " + step.Label(string(p.Lang()))
}

func (o *Organisation) unitLines(p *text.Printer, u asset.Unit) lines {
	return lines{
		{text.Msg("field.name"), u.Name},
		{text.Msg("field.unit_kind"), word(p, "unit.", string(u.Kind))},
		{text.Msg("field.unit_parent"), o.unitName(p, u.Parent)},
		{text.Msg("field.manager"), u.Manager},
		{text.Msg("field.manager_name"), u.ManagerName},
		{text.Msg("field.delegation_role"), u.Delegation.Role},
		{text.Msg("field.delegation_decision"), u.Delegation.Decision},
		{text.Msg("field.delegation_on"), u.Delegation.On},
		{text.Msg("field.unit_retired"), u.Retired},
		{text.Msg("field.unit_successor"), o.unitName(p, u.Successor)},
	}
}

// CommitTimes tells when each commit was made.
func (r *Register) CommitTimes(ctx context.Context) (map[ledger.Revision]time.Time, error) {
	times := map[ledger.Revision]time.Time{}
	err := r.store.Log(ctx, ledger.LogQuery{Headers: true}, func(e ledger.Entry) error {
		times[e.Revision] = e.When
		return nil
	})
	return times, err
}
