package register

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindClassification is a decided or imported classification, one entity a version.
// KindDraft is one being worked on; its id is the asset's.
const (
	KindClassification ledger.Kind = "classification"
	KindDraft          ledger.Kind = "draft"
)

var (
	classificationKind *kindOf[classify.Classification]
	draftKind          *kindOf[classify.Classification]
)

func init() {
	ofAsset := func(c classify.Classification) string { return c.Asset }
	assets := func(c classify.Classification) []string { return []string{c.Asset} }
	classificationKind = declare(kindOf[classify.Classification]{
		name: KindClassification,
		id:   func(c classify.Classification) string { return c.ID }, owner: ofAsset,
		clone: classify.Classification.Clone, read: (*reader).plainClassification,
		fits: classificationFits, home: versions{}, assets: assets, describe: classLines,
	})
	draftKind = declare(kindOf[classify.Classification]{
		name: KindDraft,
		id:   ofAsset, owner: ofAsset,
		clone: classify.Classification.Clone, read: (*reader).plainClassification,
		fits: draftFits, home: drafts{}, assets: assets, describe: classLines,
	})
}

// PutClassification stores a new version of an asset's classification.
func PutClassification(c classify.Classification) Edit { return classificationKind.put(c, 0) }

// PutDraft keeps a classification being worked on.
func PutDraft(c classify.Classification, base ledger.Revision) Edit { return draftKind.put(c, base) }

func classificationFits(c *checking, e Edit, v classify.Classification) error {
	if e.base != 0 && !c.undoing {
		// A version is replaced by a later one, never changed (policy: changes can be followed afterwards).
		return text.Fail(nil, "register.problem.decided")
	}
	if v.ID == "" || v.State == classify.Draft {
		return text.Fail(nil, "register.problem.classification")
	}
	return draftFits(c, e, v)
}

func draftFits(c *checking, _ Edit, v classify.Classification) error {
	if v.Asset == "" {
		return text.Fail(nil, "register.problem.classification")
	}
	if !c.scale(v.Scale) {
		return text.Fail(nil, "register.problem.scale", "scale", v.Scale)
	}
	return nil
}

// versions is the home of the classifications: by asset, in the order of their
// revisions, so that no clock decides which one is in force.
type versions struct{}

func (versions) put(r *Register, t *touched, _ change, v classify.Classification) {
	cs := r.classifications
	all := cs.without(v.Asset, v.ID)
	at := len(all)
	for at > 0 && cs.before(v, all[at-1]) {
		at--
	}
	cs.versions[v.Asset] = slices.Insert(all, at, v)
	cs.byClass[v.ID] = v.Asset
	cs.touchShared(t, v.Asset)
	t.record(r, v.Asset)
}

// before reports whether a is an older version than b. Two versions in the same
// commit are ordered by when they were made.
func (cs *Classifications) before(a, b classify.Classification) bool {
	return cmp.Or(cmp.Compare(cs.versionRevision(a), cs.versionRevision(b)), strings.Compare(a.ID, b.ID)) < 0
}

func (versions) drop(r *Register, t *touched, id string) {
	cs := r.classifications
	of := cs.byClass[id]
	delete(cs.byClass, id)
	if cs.versions[of] = cs.without(of, id); len(cs.versions[of]) == 0 {
		delete(cs.versions, of)
	}
	cs.touchShared(t, of)
	t.record(r, of)
}

func (versions) get(r *Register, id string) (classify.Classification, bool) {
	for _, c := range r.classifications.versions[r.classifications.byClass[id]] {
		if c.ID == id {
			return c, true
		}
	}
	return classify.Classification{}, false
}

func (versions) all(r *Register) iter.Seq2[string, classify.Classification] {
	return func(yield func(string, classify.Classification) bool) {
		for _, vs := range r.classifications.versions {
			for _, c := range vs {
				if !yield(c.ID, c) {
					return
				}
			}
		}
	}
}

func (versions) ofAsset(r *Register, assetID string) []string {
	var ids []string
	for _, c := range r.classifications.versions[assetID] {
		ids = append(ids, c.ID)
	}
	return ids
}

// without returns the versions of an asset less one, in memory of their own:
// readers may hold the old ones.
func (cs *Classifications) without(assetID, id string) []classify.Classification {
	vs := cs.versions[assetID]
	out := make([]classify.Classification, 0, len(vs)+1)
	for _, c := range vs {
		if c.ID != id {
			out = append(out, c)
		}
	}
	return out
}

func (cs *Classifications) versionRevision(c classify.Classification) ledger.Revision {
	return cs.reg.revs[KindClassification.Ref(c.ID)]
}

// laterVersions lists the edits that store again, unchanged, the versions of an
// asset after a revision, so that an older version that is restored does not
// become the newest.
func (cs *Classifications) laterVersions(assetID string, than ledger.Revision) []Edit {
	var edits []Edit
	for _, c := range cs.versions[assetID] {
		if rev := cs.versionRevision(c); rev > than {
			edits = append(edits, classificationKind.put(c, rev))
		}
	}
	return edits
}

func (cs *Classifications) makeRoom(n int) {
	cs.versions = make(map[string][]classify.Classification, n)
	cs.byClass = make(map[string]string, n)
}

// classify gives a record the classification in force and what follows from it.
func (cs *Classifications) classify(rec *Record) {
	rec.Class = nil
	if vs := cs.versions[rec.Asset.ID]; len(vs) > 0 {
		rec.Class = &vs[len(vs)-1]
	}
	rec.Renewed, rec.scale = cs.renewed(rec), cs.ownScale(rec)
}

// drafts is the home of the drafts: on the records of their assets.
type drafts struct{}

func (drafts) put(r *Register, t *touched, ch change, v classify.Classification) {
	if rec := t.record(r, v.Asset); rec != nil {
		rec.Draft, rec.DraftRevision = &v, ch.rev
	}
}

func (drafts) drop(r *Register, t *touched, id string) {
	if rec := t.record(r, id); rec != nil {
		rec.Draft, rec.DraftRevision = nil, 0
	}
}

func (drafts) get(r *Register, id string) (classify.Classification, bool) {
	if rec, ok := r.records[id]; ok && rec.Draft != nil {
		return *rec.Draft, true
	}
	return classify.Classification{}, false
}

func (drafts) all(r *Register) iter.Seq2[string, classify.Classification] {
	return func(yield func(string, classify.Classification) bool) {
		for rec := range r.order.all() {
			if rec.Draft != nil && !yield(rec.Asset.ID, *rec.Draft) {
				return
			}
		}
	}
}

func (drafts) ofAsset(r *Register, assetID string) []string {
	if rec, ok := r.records[assetID]; ok && rec.Draft != nil {
		return []string{assetID}
	}
	return nil
}

func classLines(r *Register, p *text.Printer, c classify.Classification) lines {
	cs := r.classifications
	scale := cs.ScaleOf(c)
	ls := lines{say("field.class_state", word(p, "state.", string(c.State)))}
	for _, a := range classify.Aspects {
		name := text.Msg("aspect." + a.Key())
		ls = append(ls, line{field: name, value: LevelText(p, scale, c.Profile.Of(a))},
			line{text.Msg("field.reason", "aspect", name), a.Key(), string(c.Reasons[a])},
			line{text.Msg("field.effects", "aspect", name), a.Key(), cs.EffectText(p, c, a)})
	}
	if c.OutageHours != nil {
		ls = append(ls, say("field.outage", p.Hours(*c.OutageHours)))
	}
	if c.LossHours != nil {
		ls = append(ls, say("field.loss", p.Hours(*c.LossHours)))
	}
	var who []string
	for _, participant := range c.Participants {
		who = append(who, participant.String())
	}
	return append(ls,
		say("field.participants", strings.Join(who, "; ")),
		say("field.approved_by", c.DecidedBy),
		say("field.class_date", c.DecidedOn),
		say("field.review_date", c.NextReview),
		say("field.class_source", sourceText(p, c)),
		say("field.common_from", cs.commonName(c.Common)),
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
