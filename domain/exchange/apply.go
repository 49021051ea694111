package exchange

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/intake"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Receipt says what an import did.
type Receipt struct {
	File     string          `json:"file"`
	Revision ledger.Revision `json:"revision"` // 0 where nothing needed to be saved
	Created  int             `json:"created"`
	Updated  int             `json:"updated"`
	Units    int             `json:"units"` // units made, waiting to be confirmed
}

// Apply saves a proposal as one commit, which one undo takes back. Rows in
// doubt, stopped or skipped are left out; with open questions it is refused.
func Apply(ctx context.Context, r *register.Register, p *intake.Proposal) (Receipt, error) {
	if len(p.Questions) > 0 {
		return Receipt{}, text.Fail(nil, "exchange.questionsOpen", "n", len(p.Questions))
	}
	in := &importer{register: r, file: p.File, units: map[string]string{}, names: namesOf(r, p), linked: map[string]bool{}}
	for i := range p.Tables {
		for j := range p.Tables[i].Rows {
			row := &p.Tables[i].Rows[j]
			if err := in.row(&p.Tables[i], row); err != nil {
				return Receipt{}, rowError(row.Row, err)
			}
			if j%1000 == 0 && ctx.Err() != nil {
				return Receipt{}, ctx.Err()
			}
		}
	}
	receipt := Receipt{File: p.File, Created: in.created, Updated: in.updated, Units: len(in.newUnits)}
	if in.created+in.updated == 0 {
		return receipt, nil
	}
	if len(in.newUnits)+len(in.edits)+len(in.links) == 0 {
		receipt.Updated = 0
		return receipt, nil
	}
	edits := slices.Concat(in.newUnits, in.edits, in.links, mappingEdits(r, p.Mappings))
	why := text.Msg("why.import", "file", p.File, "n", in.created+in.updated)
	rev, err := r.Commit(ctx, why, edits...)
	receipt.Revision = rev
	return receipt, err
}

// rowError says which row of the list could not be saved.
func rowError(row int, err error) error {
	var told *text.Error
	if errors.As(err, &told) {
		return text.Fail(err, "exchange.row", "row", row, "problem", told.Message)
	}
	return err
}

func mappingEdits(r *register.Register, mappings []intake.Mapping) []register.Edit {
	var out []register.Edit
	have := r.Mappings()
	seen := map[string]bool{}
	for _, m := range mappings {
		old := have[m.Fingerprint]
		if m.Fingerprint == "" || seen[m.Fingerprint] {
			continue // the same header on several sheets is one mapping
		}
		seen[m.Fingerprint] = true
		if maps.Equal(old.Columns, m.Columns) && maps.Equal(old.Answers, m.Answers) {
			continue
		}
		base := r.RevisionOf(register.KindMapping.Ref(m.Fingerprint))
		out = append(out, register.PutMapping(m.Fingerprint, register.Mapping{Columns: m.Columns, Answers: m.Answers, Used: r.Now()}, base))
	}
	return out
}

// importer turns rows into edits.
type importer struct {
	register *register.Register
	file     string
	units    map[string]string // folded path → id, new units among them
	newUnits []register.Edit
	edits    []register.Edit
	links    []register.Edit // after the assets that they link
	names    names
	linked   map[string]bool // the links that a row has spoken of
	created  int
	updated  int
}

func (in *importer) row(t *intake.Table, e *intake.Entry) error {
	switch e.Action {
	case intake.Create:
		in.created++
		return in.create(t, e)
	case intake.Update:
		in.updated++
		return in.update(t, e)
	}
	return nil
}

func (in *importer) create(t *intake.Table, e *intake.Entry) error {
	a := asset.Asset{ID: in.names.made[e], Name: e.Name, Kind: asset.Kind(e.Kind), Unit: in.unit(e.Unit), Custom: t.Custom(e)}
	if a.Kind == "" {
		a.Kind = asset.System
	}
	values := t.Values(e)
	c := in.classification(a.ID, e.Row)
	c.Profile = e.Levels
	for name, v := range values {
		f := asset.Field(name)
		if _, ok := f.Definition(); !ok {
			continue
		}
		if !e.Levels.Empty() && setClass(&c, f, v) {
			continue
		}
		if f == linkField(a.Kind) {
			v = in.link(a, e.Row, v)
		}
		a = put(a, f, v)
	}
	if err := a.Validate(); err != nil {
		return err
	}
	in.edits = append(in.edits, register.PutAsset(a, 0).FromRow(e.Row))
	if !e.Levels.Empty() {
		in.edits = append(in.edits, register.PutClassification(c).FromRow(e.Row))
	}
	return nil
}

// put sets a particular in place; a status in plain words sets the status too.
func put(a asset.Asset, f asset.Field, v string) asset.Asset {
	if f == asset.ListStatus {
		if s, ok := asset.ReadStatus(v); ok || v == "" {
			a.Status = s
		}
	}
	return a.With(f, v)
}

// classification begins a version that came in with the list.
func (in *importer) classification(id string, row int) classify.Classification {
	return classify.Classification{
		ID: in.register.NewID(), Asset: id, State: classify.Imported, Scale: in.register.Classifications().ScaleInForce().ID,
		Source: in.file, SourceRow: row,
	}
}

// setClass puts a particular into a classification, where it belongs there and can be read.
func setClass(c *classify.Classification, f asset.Field, v string) bool {
	_, err := time.Parse(time.DateOnly, v)
	isDay := err == nil || v == ""
	switch f {
	case asset.ClassDate:
		if isDay {
			c.DecidedOn = v
		}
		return isDay
	case asset.ReviewDate:
		if isDay {
			c.NextReview = v
		}
		return isDay
	case asset.ApprovedBy:
		c.DecidedBy = v
		return true
	}
	if i := slices.Index(asset.Reasons[:], f); i >= 0 {
		c.Reasons[i] = classify.Justification(v)
		return true
	}
	return false
}

func (in *importer) update(t *intake.Table, e *intake.Entry) error {
	rec, ok := in.register.Record(e.Asset)
	if !ok {
		return text.Fail(ledger.ErrConflict, "register.conflict")
	}
	a := rec.Asset.Clone()
	c := in.classification(a.ID, e.Row)
	fresh := c
	if rec.Class != nil {
		c = rec.Class.Clone()
		c.ID, c.Source, c.SourceRow, c.State = fresh.ID, fresh.Source, fresh.SourceRow, classify.Imported
	}
	assetChanged, classChanged := false, false
	if rec.Classified() {
		c = c.Undecided()
	}
	var links []intake.Change
	for _, ch := range e.Changes {
		if ch.Conflict && ch.Take != "file" {
			continue
		}
		if in.changeClass(&c, ch, rec.Class != nil || !e.Levels.Empty()) {
			classChanged = true
			continue
		}
		if ch.Field == string(setsField) || ch.Field == string(systemsField) {
			links = append(links, ch)
			continue
		}
		assetChanged = true
		a = in.changeAsset(a, e, ch)
	}
	for _, ch := range links { // when it is known what kind the asset is
		words := ch.New
		if asset.Field(ch.Field) == linkField(a.Kind) {
			words = in.link(a, e.Row, words)
		}
		if words != a.Fields[asset.Field(ch.Field)] {
			assetChanged = true
			a = a.With(asset.Field(ch.Field), words)
		}
	}
	if t.Values(e)[string(asset.OwnerSince)] == "" {
		a = a.Dated(rec.Asset, "") // the list gives no day, and the former owner's does not apply to this one
	}
	if err := a.Validate(); err != nil {
		return err
	}
	if assetChanged {
		in.edits = append(in.edits, register.PutAsset(a, rec.Revision).FromRow(e.Row))
	}
	if classChanged {
		values := t.Values(e)
		for _, f := range asset.ClassFields { // what the list itself says, also where it is nothing new
			if v := values[string(f)]; v != "" {
				setClass(&c, f, v)
			}
		}
		in.edits = append(in.edits, register.PutClassification(c).FromRow(e.Row))
	}
	return nil
}

// changeClass makes a change that belongs to the classification.
func (in *importer) changeClass(c *classify.Classification, ch intake.Change, classified bool) bool {
	if i := slices.Index(levelColumns[:], ch.Field); i >= 0 {
		var l classify.Level
		if ch.New != "" && ch.New != classify.Unset.String() {
			if err := l.UnmarshalJSON([]byte(ch.New)); err != nil {
				return true // not a rank: the level stays as it is
			}
		}
		*c = c.At(classify.Aspect(i), l)
		return true
	}
	return classified && setClass(c, asset.Field(ch.Field), ch.New)
}

func (in *importer) changeAsset(a asset.Asset, e *intake.Entry, ch intake.Change) asset.Asset {
	switch {
	case ch.Field == "name":
		a.Name = ch.New
	case ch.Field == string(asset.ListKind):
		if e.Kind != "" {
			a.Kind = asset.Kind(e.Kind)
		}
		return a.With(asset.ListKind, ch.New)
	case ch.Field == intake.FieldCustom:
		return a.WithCustom(ch.Header, ch.New)
	case strings.HasPrefix(ch.Field, "org_") && ch.Field != "org_legal_entity" || ch.Field == "unit":
		a.Unit = in.unit(e.Unit)
	default:
		return put(a, asset.Field(ch.Field), ch.New)
	}
	return a
}

// unit returns the id of the unit with a path, made where it does not exist.
func (in *importer) unit(path []string) string {
	parent := ""
	for i, name := range path {
		key := text.Fold(asset.Path(path[:i+1]))
		id, ok := in.units[key]
		if !ok {
			id = in.findOrMake(path[:i+1], name, parent, i)
			in.units[key] = id
		}
		parent = id
	}
	return parent
}

func (in *importer) findOrMake(path []string, name, parent string, depth int) string {
	if u, ok := in.register.Organisation().ResolveUnit(path); ok {
		return u.ID
	}
	u := asset.Unit{ID: in.register.NewID(), Name: name, Kind: asset.GuessKind(name, depth), Parent: parent, Unconfirmed: true}
	in.newUnits = append(in.newUnits, register.PutUnit(u, 0))
	return u.ID
}
