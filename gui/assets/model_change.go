package assets

import (
	"context"
	"reflect"
	"strings"
	"unicode/utf8"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// AssetEdit sets one value of assets.
type AssetEdit struct {
	Key   present.AssetKey
	Value string
	// Path names a unit that is to be made and chosen, from the top; only with KeyUnit.
	Path []string
}

// edits are what stores e on some assets as they are now. An asset that has
// the value already is left alone.
func (e AssetEdit) edits(r *register.Register, ids []string) (edits []register.Edit, changed int) {
	value, today := e.Value, text.Date(r.Today())
	var units []register.Edit
	if len(e.Path) > 0 {
		value, units = unitAt(r, e.Path)
	}
	for _, id := range ids {
		rec, ok := r.Record(id)
		if !ok {
			continue
		}
		a := e.Key.Set(rec.Asset, value).Dated(rec.Asset, today)
		if reflect.DeepEqual(a, rec.Asset) {
			continue
		}
		edits = append(edits, register.PutAsset(a, rec.Revision))
	}
	if len(edits) == 0 {
		return nil, 0
	}
	return append(units, edits...), len(edits)
}

// ChangeOne stores an edit of one asset whose value was seen to be was. It
// fails with register.ErrConflict where it has become another since: what
// someone else wrote is never overwritten unseen. False: there was nothing to change.
func ChangeOne(ctx context.Context, r *register.Register, id, was string, e AssetEdit) (bool, error) {
	rec, ok := r.Record(id)
	if !ok {
		return false, text.Fail(nil, "register.problem.gone")
	}
	if e.Key.Get(rec.Asset) != was {
		return false, text.Fail(ledger.ErrConflict, "register.conflict")
	}
	edits, n := e.edits(r, []string{id})
	if n == 0 {
		return false, nil
	}
	_, err := r.Commit(ctx, text.Msg("why.change", "name", rec.Asset.Name), edits...)
	return err == nil, err
}

// ChangeMany stores an edit of several assets in one commit and returns how many it changed.
func ChangeMany(ctx context.Context, p *text.Printer, r *register.Register, ids []string, e AssetEdit) (int, error) {
	edits, n := e.edits(r, ids)
	if n == 0 {
		return 0, nil
	}
	_, err := r.Commit(ctx, text.Msg("assets.why.changeMany", "n", n, "field", e.Key.Label(p)), edits...)
	return n, err
}

// addAsset stores a new asset, in the unit at path where one is given.
func addAsset(ctx context.Context, r *register.Register, a asset.Asset, path []string) (asset.Asset, error) {
	var edits []register.Edit
	if len(path) > 0 {
		a.Unit, edits = unitAt(r, path)
	}
	a.ID, a.Name = r.NewID(), strings.TrimSpace(a.Name)
	_, err := r.Commit(ctx, text.Msg("why.add", "name", a.Name), append(edits, register.PutAsset(a, 0))...)
	return a, err
}

// unitAt returns the unit at a path, with the edits that make what is missing
// of it. A path that does not name the municipality is looked for below it.
func unitAt(r *register.Register, path []string) (string, []register.Edit) {
	if tops := municipalities(r); len(tops) == 1 && text.Fold(path[0]) != text.Fold(tops[0].Name) {
		if _, ok := r.Organisation().FindUnit(path); !ok {
			path = append([]string{tops[0].Name}, path...)
		}
	}
	parent := ""
	var edits []register.Edit
	for depth := range path {
		if u, ok := r.Organisation().FindUnit(path[:depth+1]); ok {
			parent = u.ID
			continue
		}
		u := asset.Unit{ID: r.NewID(), Name: path[depth], Kind: asset.GuessKind(path[depth], depth), Parent: parent}
		edits = append(edits, register.PutUnit(u, 0))
		parent = u.ID
	}
	return parent, edits
}

func municipalities(r *register.Register) []asset.Unit {
	var out []asset.Unit
	for _, u := range r.Organisation().Units() {
		if u.Kind == asset.Municipality && u.Parent == "" {
			out = append(out, u)
		}
	}
	return out
}

// sameName returns an asset of the same name in the same unit or in one above
// or below it, other than the one of id.
func sameName(r *register.Register, name, unit, id string) (*register.Record, bool) {
	want := text.Fold(name)
	if want == "" {
		return nil, false
	}
	for _, rec := range r.Records() {
		if rec.Asset.ID != id && text.Fold(rec.Asset.Name) == want && related(r, rec.Asset.Unit, unit) {
			return rec, true
		}
	}
	return nil, false
}

// related reports whether two units are the same, or one belongs to the other.
func related(r *register.Register, a, b string) bool {
	return a == b || a != "" && b != "" && (r.Organisation().Within(a, b) || r.Organisation().Within(b, a))
}

// valueProblem says what keeps a value from being stored, empty where nothing does.
func valueProblem(p *text.Printer, k present.AssetKey, value string) string {
	switch {
	case k == present.KeyName && strings.TrimSpace(value) == "":
		return p.T("asset.problem.name")
	case k == present.KeyName && utf8.RuneCountInString(value) > asset.MaxName:
		return p.T("asset.problem.nameLong", "max", asset.MaxName)
	case len(value) > asset.MaxValue:
		return p.T("asset.problem.valueLong", "field", k.Label(p))
	}
	return ""
}

// samePath reports whether a path as shown names the units of another.
func samePath(shown string, path []string) bool {
	return text.Fold(asset.Path(present.ReadPath(shown))) == text.Fold(asset.Path(path))
}

// newOwnKey reads the header of a field of the municipality's own. A header
// that another asset has already, in whatever capitals, is that one. The
// sentence says why it cannot be used, empty where it can.
func newOwnKey(p *text.Printer, a asset.Asset, headers []string, header string) (present.AssetKey, string) {
	header = strings.Join(strings.Fields(header), " ")
	folded := text.Fold(header)
	if folded == "" {
		return "", p.T("assets.own.problem.header")
	}
	for _, known := range headers {
		if text.Fold(known) == folded {
			header = known
		}
	}
	if a.Custom[header] != "" {
		return "", p.T("assets.own.problem.same", "header", header)
	}
	standing := []present.AssetKey{present.KeyName, present.KeyKind, present.KeyUnit, present.KeyStatus}
	for _, d := range asset.Definitions {
		standing = append(standing, present.AssetKey(d.Field))
	}
	for _, k := range standing {
		if text.Fold(k.Label(p)) == folded {
			return "", p.T("assets.own.problem.standing", "header", header)
		}
	}
	return OwnKey(header), ""
}
