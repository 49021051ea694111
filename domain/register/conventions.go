package register

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Matrix is the consequence matrix in force.
func (cs *Classifications) Matrix() classify.Matrix {
	m, _ := matrixKind.find(cs.reg, MatrixID)
	return m
}

// MatrixOf is the consequence matrix that a classification was made with.
func (cs *Classifications) MatrixOf(c classify.Classification) classify.Matrix {
	if c.Matrix == "" {
		return classify.Matrix{}
	}
	if m, ok := matrixKind.find(cs.reg, c.Matrix); ok {
		return m
	}
	return cs.Matrix()
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
	if c.Matrix == "" || cs.reg.RevisionOf(KindMatrix.Ref(c.Matrix)) != 0 {
		return nil
	}
	return []Edit{matrixKind.putAs(c.Matrix, m, 0)}
}

// Scales lists the shipped scales, then the municipality's own by name.
func (cs *Classifications) Scales() []classify.Scale {
	own := scaleKind.list(cs.reg)
	text.SortBy(own, func(s classify.Scale) string { return s.Name }, false)
	return append(slices.Clone(classify.Scales), own...)
}

// Scale finds a scale, shipped or the municipality's own.
func (cs *Classifications) Scale(id string) (classify.Scale, bool) {
	if s, ok := classify.ScaleByID(id); ok {
		return s, true
	}
	return scaleKind.find(cs.reg, id)
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
	if s, ok := cs.Scale(cs.reg.Settings().Scale); ok {
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
	_, err := cs.reg.Commit(ctx, text.Msg("why.scale.remove", "scale", s.Name), cs.reg.removal(KindScale.Ref(id)))
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
	out := commonKind.list(cs.reg)
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
	_, err := cs.reg.Commit(ctx, text.Msg("why.unshare", "name", c.Name), cs.reg.removal(KindCommon.Ref(c.ID)))
	return err
}

// renewed is the day on which the shared classification that a record's began
// from was replaced, empty where it was not. The caller holds mu.
func (cs *Classifications) renewed(rec *Record) string {
	if rec.Class == nil || rec.Class.Common == "" {
		return ""
	}
	c, ok := commonKind.get(cs.reg, rec.Class.Common)
	if !ok {
		return ""
	}
	vs := cs.versions[c.Asset]
	began := slices.IndexFunc(vs, func(v classify.Classification) bool { return v.ID == rec.Class.CommonVersion })
	for i := len(vs) - 1; i > began && began >= 0; i-- {
		if vs[i].State == classify.Decided {
			return vs[i].DecidedOn
		}
	}
	return ""
}

// touchShared notes that the classification of an asset, which may be shared, has changed.
func (cs *Classifications) touchShared(t *touched, assetID string) {
	for id, c := range commonKind.all(cs.reg) {
		if c.Asset == assetID {
			t.commons[id] = true
		}
	}
}

// touchReusers touches every asset whose classification began from a shared
// one that changed. Only such changes cost the walk.
func (cs *Classifications) touchReusers(t *touched) {
	if len(t.commons) == 0 {
		return
	}
	for id := range cs.reg.records {
		if vs := cs.versions[id]; len(vs) > 0 && t.commons[vs[len(vs)-1].Common] {
			t.record(cs.reg, id)
		}
	}
}

// ownScale is the scale of the municipality's own that a record is written in,
// nil for a shipped one. The caller holds mu.
func (cs *Classifications) ownScale(rec *Record) *classify.Scale {
	if rec.Class == nil {
		return nil
	}
	if s, ok := scaleKind.get(cs.reg, rec.Class.Scale); ok {
		return &s
	}
	return nil
}
