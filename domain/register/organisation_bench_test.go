package register_test

import (
	"testing"

	"infoklass/domain/register"
	"infoklass/storage/memory"
)

// BenchmarkOrganisation measures what the pages of the organisation ask of a
// register of the largest size.
func BenchmarkOrganisation(b *testing.B) {
	r := open(b, memory.New())
	fill(b, r, 100_000)
	top := r.Organisation().Units()[0].ID
	other := r.Organisation().Boards()[1].ID
	for name, do := range map[string]func() error{
		"figures": func() error { r.Organisation().UnitFigures(); return nil },
		"holders": func() error { r.Organisation().Holders(); return nil },
		"merge":   func() error { _, err := r.Organisation().PlanMerge(top, other); return err },
		"retire":  func() error { _, err := r.Organisation().PlanRetirement(top, other); return err },
		"handover": func() error {
			_, err := r.Organisation().PlanHandover(register.Handover{From: "Förvaltningschef", To: "Sektorchef", Managers: true, Actions: true})
			return err
		},
		"likely": func() error { r.Organisation().LikelyUnit(top); return nil },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
