package register

import (
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// Record is an asset with what belongs to it, as the register holds it at one
// moment. It is never changed: a commit puts a new one in its place, so a
// record may be read from any goroutine for as long as it is wanted.
type Record struct {
	Asset    asset.Asset
	Revision ledger.Revision
	// Class is the newest imported or decided classification, nil when unclassified.
	Class *classify.Classification
	// Draft is the classification being worked on, nil when there is none.
	Draft         *classify.Classification
	DraftRevision ledger.Revision
	// Standing is the answers to protection requirements and the exceptions from them.
	Standing requirement.Standing
	// Renewed is the ISO day on which the shared classification that this one began
	// from was replaced by a newer, which asks for a new look; empty where it was not.
	Renewed string
	// Holding is the information that a system holds, with what its levels owe
	// to it; nil where it holds none and nothing raises or lowers its levels.
	Holding *holding.Holding

	batch  *touched        // the batch that made it, while that lasts
	scale  *classify.Scale // the municipality's own that it is written in, nil for a shipped one
	folded string          // what a search looks in, apart from the unit's path
	marks  signature
}

// Profile returns the levels in force, empty when unclassified. A system's are at
// least as high as those of the information that it holds.
func (r *Record) Profile() classify.Profile {
	if r.Holding != nil {
		return r.Holding.Levels()
	}
	if r.Class == nil {
		return classify.Profile{}
	}
	return r.Class.Profile
}

// Scale is the scale that the levels in force are written in, 0–3 where there are none.
func (r *Record) Scale() classify.Scale {
	if r.scale != nil {
		return *r.scale
	}
	id := r.Holding.Scale()
	if r.Class != nil {
		id = r.Class.Scale
	}
	if s, ok := classify.ScaleByID(id); ok {
		return s
	}
	return classify.Scale03
}

// Origin says where the level of an aspect comes from.
func (r *Record) Origin(a classify.Aspect) holding.Origin {
	if r.Holding != nil {
		return r.Holding.Origin(a)
	}
	return holding.OriginOf(r.Class, a)
}

// NewLook reports whether the information in a decided system has changed
// since, or a deviation holds no longer.
func (r *Record) NewLook() bool {
	return r.Classified() && (len(r.Holding.Changes()) > 0 || slices.ContainsFunc(classify.Aspects[:], r.Holding.Lapsed))
}

// State says how far the asset's classification has come. A draft shows only
// where nothing else is in force; the empty state is unclassified.
func (r *Record) State() classify.State {
	switch {
	case r.Class != nil:
		return r.Class.State
	case r.Draft != nil:
		return classify.Draft
	}
	return ""
}

// Classified reports whether someone has decided the classification.
func (r *Record) Classified() bool {
	return r.Class != nil && r.Class.State == classify.Decided
}

// NextReview is the ISO date set for the next review, empty when none is set.
// When a review is due, and whether it is late, package duty judges.
func (r *Record) NextReview() string {
	if r.Class == nil {
		return ""
	}
	return r.Class.NextReview
}

// Owner is the information owner, or the system owner where none is named.
func (r *Record) Owner() string {
	if o := r.Asset.Fields[asset.InformationOwner]; o != "" {
		return o
	}
	return r.Asset.Fields[asset.SystemOwner]
}

// Value returns a particular by canonical field, wherever it is kept: what the
// classification says goes before what a list once said.
func (r *Record) Value(f asset.Field) string {
	if v := r.classValue(f); v != "" {
		return v
	}
	return r.Asset.Fields[f]
}

func (r *Record) classValue(f asset.Field) string {
	if r.Class == nil {
		return ""
	}
	switch f {
	case asset.ClassDate:
		return r.Class.DecidedOn
	case asset.ApprovedBy:
		return r.Class.DecidedBy
	case asset.ReviewDate:
		return r.Class.NextReview
	}
	if i := slices.Index(asset.Reasons[:], f); i >= 0 {
		return string(r.Class.Reasons[i])
	}
	return ""
}

// fold fills in what a search looks in.
func (r *Record) fold() {
	b := make([]byte, 0, 512)
	add := func(s string) {
		if s != "" {
			b = append(text.AppendFold(b, s), '\n')
		}
	}
	add(r.Asset.Name)
	for _, v := range r.Asset.Fields {
		add(v)
	}
	for _, v := range r.Asset.Custom {
		add(v)
	}
	if r.Class != nil {
		r.foldClass(add)
	}
	r.folded = string(b)
	r.marks = signatureOf(r.folded)
}

func (r *Record) foldClass(add func(string)) {
	for _, reason := range r.Class.Reasons {
		add(string(reason))
	}
	add(r.Class.DecidedBy)
	add(r.Class.DecidedOn)
	add(r.Class.NextReview)
	for _, who := range r.Class.Participants {
		add(who.String())
	}
}
