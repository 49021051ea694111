package example

import (
	"context"
	_ "embed"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

//go:embed sample.tsv
var sample string

// Sample adds some twenty assets to an empty register without reading a list, for
// tests and pictures. Every second classification is decided, the others imported.
func Sample(ctx context.Context, r *register.Register) error {
	if err := r.ChangeSettings(ctx, register.Settings{Municipality: Municipality}); err != nil {
		return err
	}
	s := &sampler{register: r, units: map[string]string{}}
	s.unit(Municipality, asset.Municipality, "")
	for i, line := range strings.Split(strings.TrimSpace(sample), "\n") {
		s.asset(i, strings.Split(line, "\t"))
	}
	_, err := r.Commit(ctx, text.Msg("why.example.units"), s.edits...)
	return err
}

type sampler struct {
	register *register.Register
	units    map[string]string
	edits    []register.Edit
}

func (s *sampler) unit(name string, kind asset.UnitKind, parent string) string {
	if name == "" {
		return parent
	}
	key := parent + "/" + name
	if id, ok := s.units[key]; ok {
		return id
	}
	u := asset.Unit{ID: s.register.NewID(), Name: name, Kind: kind, Parent: parent}
	s.units[key] = u.ID
	s.edits = append(s.edits, register.PutUnit(u, 0))
	return u.ID
}

// asset reads the columns name, kind, board, department, levels, owner, supplier, description.
func (s *sampler) asset(n int, col []string) {
	top := s.units["/"+Municipality]
	board := s.unit(col[2], asset.GuessKind(col[2], 1), top)
	a := asset.Asset{ID: s.register.NewID(), Name: col[0], Kind: asset.Kind(col[1]), Unit: s.unit(col[3], asset.Department, board), Status: asset.InOperation}
	a = a.With(asset.InformationOwner, col[5]).With(asset.Supplier, col[6]).With(asset.Description, col[7])
	c := classify.Classification{ID: s.register.NewID(), Asset: a.ID, State: classify.Imported, Scale: classify.Scale03.ID}
	for i, digit := range col[4][:4] {
		c.Profile[i], _ = classify.Scale03.Read(string(digit))
	}
	if c.Profile.Empty() {
		a.Status = asset.InProcurement
	}
	s.edits = append(s.edits, register.PutAsset(a, 0))
	if c.Profile.Complete() && n%2 == 0 {
		decide(&c, s.register, n)
	}
	if !c.Profile.Empty() {
		s.edits = append(s.edits, register.PutClassification(c))
	}
}
