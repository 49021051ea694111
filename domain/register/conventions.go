package register

import (
	"context"
	"maps"
	"slices"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// MatrixID is the id of the consequence matrix in force. Every other matrix is
// one that a decision was made with, named by what it says.
const MatrixID = "matrix"

// conventions are what a municipality has agreed on about classifying: its
// words in the consequence matrix, its own scales, and the classifications that
// all share. Each map is replaced, never changed, so that readers may keep it.
type conventions struct {
	matrices map[string]classify.Matrix
	scales   map[string]classify.Scale
	commons  map[string]classify.Common
}

// apply puts or takes away one of them.
func (c *conventions) apply(ref ledger.Ref, value any) {
	switch ref.Kind {
	case KindMatrix:
		replace(&c.matrices, ref.ID, value)
	case KindScale:
		replace(&c.scales, ref.ID, value)
	case KindCommon:
		replace(&c.commons, ref.ID, value)
	}
}

func replace[T any](m *map[string]T, id string, value any) {
	next := maps.Clone(*m)
	if v, ok := value.(T); ok {
		put(&next, id, v)
	} else {
		delete(next, id)
	}
	*m = next
}

// valueOf returns one of them, nil where there is none.
func (c *conventions) valueOf(ref ledger.Ref) any {
	switch ref.Kind {
	case KindMatrix:
		return stored(c.matrices, ref.ID)
	case KindScale:
		return stored(c.scales, ref.ID)
	}
	return stored(c.commons, ref.ID)
}

func stored[T any](m map[string]T, id string) any {
	if v, ok := m[id]; ok {
		return v
	}
	return nil
}

func (c *conventions) scale(id string) (classify.Scale, bool) {
	if s, ok := classify.ScaleByID(id); ok {
		return s, true
	}
	s, ok := c.scales[id]
	return s, ok
}

// PutMatrix stores the consequence matrix in force.
func PutMatrix(m classify.Matrix, base ledger.Revision) Edit {
	return Edit{ref: KindMatrix.Ref(MatrixID), about: SettingsID, base: base, value: m}
}

// PutScale stores a scale of the municipality's own.
func PutScale(s classify.Scale, base ledger.Revision) Edit {
	return Edit{ref: KindScale.Ref(s.ID), about: SettingsID, base: base, value: s}
}

// PutCommon shares an asset's classification under a name.
func PutCommon(c classify.Common, base ledger.Revision) Edit {
	return Edit{ref: KindCommon.Ref(c.ID), about: c.Asset, base: base, value: c}
}

// Matrix is the consequence matrix in force.
func (cs *Classifications) Matrix() classify.Matrix {
	cs.reg.mu.RLock()
	defer cs.reg.mu.RUnlock()
	return cs.agreed.matrices[MatrixID]
}

// MatrixOf is the consequence matrix that a classification was made with.
func (cs *Classifications) MatrixOf(c classify.Classification) classify.Matrix {
	if c.Matrix == "" {
		return classify.Matrix{}
	}
	cs.reg.mu.RLock()
	defer cs.reg.mu.RUnlock()
	if m, ok := cs.agreed.matrices[c.Matrix]; ok {
		return m
	}
	return cs.agreed.matrices[MatrixID]
}

// ChangeMatrix stores the consequence matrix. Nothing is written when it is as
// it was. Classifications decided before keep the one they were made with.
func (cs *Classifications) ChangeMatrix(ctx context.Context, m classify.Matrix) error {
	if sameDocument(cs.Matrix(), m) {
		return nil
	}
	_, err := cs.reg.Commit(ctx, text.Msg("why.matrix"), PutMatrix(m, cs.reg.RevisionOf(KindMatrix.Ref(MatrixID))))
	return err
}

// keepMatrix notes in c the matrix in force, and returns the edits that keep it for protocols to come.
func (cs *Classifications) keepMatrix(c *classify.Classification) []Edit {
	m := cs.Matrix()
	c.Matrix = m.ID()
	ref := KindMatrix.Ref(c.Matrix)
	if c.Matrix == "" || cs.reg.RevisionOf(ref) != 0 {
		return nil
	}
	return []Edit{{ref: ref, about: SettingsID, value: m}}
}

// Scales lists the shipped scales, then the municipality's own by name.
func (cs *Classifications) Scales() []classify.Scale {
	cs.reg.mu.RLock()
	own := slices.Collect(maps.Values(cs.agreed.scales))
	cs.reg.mu.RUnlock()
	text.SortBy(own, func(s classify.Scale) string { return s.Name }, false)
	return append(slices.Clone(classify.Scales), own...)
}

// Scale finds a scale, shipped or the municipality's own.
func (cs *Classifications) Scale(id string) (classify.Scale, bool) {
	cs.reg.mu.RLock()
	defer cs.reg.mu.RUnlock()
	return cs.agreed.scale(id)
}

// ScaleOf is the scale that a classification is written in, 0–3 where it names none.
func (cs *Classifications) ScaleOf(c classify.Classification) classify.Scale {
	if s, ok := cs.Scale(c.Scale); ok {
		return s
	}
	return classify.Scale03
}

// ScaleInForce is the scale that new classifications are made with.
func (cs *Classifications) ScaleInForce() classify.Scale {
	cs.reg.mu.RLock()
	defer cs.reg.mu.RUnlock()
	if s, ok := cs.agreed.scale(cs.reg.settings.Scale); ok {
		return s
	}
	return classify.Scale03
}

// AddScale stores a new scale of the municipality's own.
func (cs *Classifications) AddScale(ctx context.Context, s classify.Scale) error {
	if err := s.Validate(); err != nil {
		return err
	}
	if _, taken := cs.Scale(s.ID); taken {
		return text.Fail(nil, "scale.problem.taken", "scale", s.Name)
	}
	_, err := cs.reg.Commit(ctx, text.Msg("why.scale.add", "scale", s.Name), PutScale(s, 0))
	return err
}

// RemoveScale takes a scale of the municipality's own away. It fails while
// anything is written in it.
func (cs *Classifications) RemoveScale(ctx context.Context, id string) error {
	s, ok := cs.Scale(id)
	if !ok || s.Shipped() {
		return text.Fail(nil, "scale.problem.shipped")
	}
	ref := KindScale.Ref(id)
	_, err := cs.reg.Commit(ctx, text.Msg("why.scale.remove", "scale", s.Name), Delete(ref, SettingsID, cs.reg.RevisionOf(ref)))
	return err
}

// UseScale decides the scale of new classifications.
func (cs *Classifications) UseScale(ctx context.Context, id string) error {
	settings := cs.reg.Settings()
	settings.Scale = id
	return cs.reg.ChangeSettings(ctx, settings)
}

// Commons lists the shared classifications by name.
func (cs *Classifications) Commons() []classify.Common {
	cs.reg.mu.RLock()
	out := slices.Collect(maps.Values(cs.agreed.commons))
	cs.reg.mu.RUnlock()
	text.SortBy(out, func(c classify.Common) string { return c.Name }, false)
	return out
}

// Common finds a shared classification by its id or its name.
func (cs *Classifications) Common(word string) (classify.Common, bool) {
	for _, c := range cs.Commons() {
		if c.ID == word || strings.EqualFold(c.Name, strings.TrimSpace(word)) {
			return c, true
		}
	}
	return classify.Common{}, false
}

// CommonOf finds what an asset's classification is shared as.
func (cs *Classifications) CommonOf(assetID string) (classify.Common, bool) {
	for _, c := range cs.Commons() {
		if c.Asset == assetID {
			return c, true
		}
	}
	return classify.Common{}, false
}

// Share lets all reuse an asset's decided classification under a name. One
// shared already gets the new name.
func (cs *Classifications) Share(ctx context.Context, assetID, name string) (classify.Common, error) {
	name = strings.TrimSpace(name)
	rec, ok := cs.reg.Record(assetID)
	switch {
	case !ok:
		return classify.Common{}, text.Fail(nil, "register.problem.gone")
	case !rec.Classified():
		return classify.Common{}, text.Fail(nil, "common.problem.decided", "name", rec.Asset.Name)
	}
	c, shared := cs.CommonOf(assetID)
	if other, taken := cs.Common(name); taken && other.Asset != assetID {
		return c, text.Fail(nil, "common.problem.taken", "name", name)
	}
	if !shared {
		c = classify.Common{ID: cs.reg.NewID(), Asset: assetID}
	}
	if c.Name == name {
		return c, nil
	}
	c.Name = name
	_, err := cs.reg.Commit(ctx, text.Msg("why.share", "name", name), PutCommon(c, cs.reg.RevisionOf(KindCommon.Ref(c.ID))))
	return c, err
}

// Unshare stops sharing. Classifications that began from it stay as they are.
func (cs *Classifications) Unshare(ctx context.Context, id string) error {
	c, ok := cs.Common(id)
	if !ok {
		return nil
	}
	ref := KindCommon.Ref(c.ID)
	_, err := cs.reg.Commit(ctx, text.Msg("why.unshare", "name", c.Name), Delete(ref, c.Asset, cs.reg.RevisionOf(ref)))
	return err
}

// renewed tells the day on which the shared classification that a record's began
// from was replaced, empty where it was not. The caller holds mu, or has the register alone.
func (cs *Classifications) renewed(rec *Record) string {
	if rec.Class == nil || rec.Class.Common == "" {
		return ""
	}
	c, ok := cs.agreed.commons[rec.Class.Common]
	if !ok {
		return ""
	}
	vs := cs.versions[c.Asset]
	for i := len(vs) - 1; i >= 0; i-- {
		if vs[i].State == classify.Decided && vs[i].ID > rec.Class.CommonVersion {
			return vs[i].DecidedOn
		}
		if vs[i].State == classify.Decided {
			return ""
		}
	}
	return ""
}

// reusers adds to touched every asset whose classification began from one that
// edits change. Only such edits cost the walk.
func (cs *Classifications) reusers(edits []Edit, touched map[string]bool) {
	changed := map[string]bool{}
	for _, e := range edits {
		switch e.ref.Kind {
		case KindCommon:
			changed[e.ref.ID] = true
		case KindClassification:
			for id, c := range cs.agreed.commons {
				if c.Asset == e.about {
					changed[id] = true
				}
			}
		}
	}
	if len(changed) == 0 {
		return
	}
	for id, rec := range cs.reg.records {
		if rec.Class != nil && changed[rec.Class.Common] {
			touched[id] = true
		}
	}
}

// ownScale is the scale of the municipality's own that a record is written in,
// nil for a shipped one.
func (cs *Classifications) ownScale(rec *Record) *classify.Scale {
	if rec.Class == nil || len(cs.agreed.scales) == 0 {
		return nil
	}
	if s, ok := cs.agreed.scales[rec.Class.Scale]; ok {
		return &s
	}
	return nil
}
