package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/text"
)

var swedish = text.In(text.Swedish)

func sample() report.OverviewInput {
	return report.OverviewInput{
		Municipality: "Exempelkommunen", Date: day, Dnr: "KS 2026/9", Filters: "Socialnämnden", Total: 12,
		Rows: []report.OverviewRow{
			{Name: "Journal", Kind: "Verksamhetssystem", Unit: "Hemsjukvård", Board: "Socialnämnden", Owner: "Eva Lind", Profile: levels(3, 2, 3, -1), State: classify.Decided, Review: "2027-01-01"},
			{Name: "Kartor", Kind: "Informationsmängd", Board: "Byggnadsnämnden", Profile: levels(0, 1, 0, 0), State: classify.Imported},
			{Name: "Arkiv", Board: "Socialnämnden"},
		},
	}
}

func TestOverviewShowsTheSelection(t *testing.T) {
	d := report.Overview(swedish, sample())
	if d.Orientation != report.Landscape || d.Title != "Klassningsöversikt" {
		t.Errorf("title %q, orientation %v", d.Title, d.Orientation)
	}
	has(t, d, "Urval: Socialnämnden · 3 av 12 tillgångar", "Datum|2026-11-23", "Diarienummer|KS 2026/9",
		"0 försumbar, 1 måttlig, 2 betydande, 3 allvarlig, – oklassad")
	want := [][]string{
		{"Journal|Verksamhetssystem|Socialnämnden|Hemsjukvård|Eva Lind|K3|R2|T3|S–|Beslutad|2027-01-01"},
		{"Kartor|Informationsmängd|Byggnadsnämnden|||K0|R1|T0|S0|Importerad|"},
		{"Arkiv||Socialnämnden|||K–|R–|T–|S–|Oklassad|"},
	}
	var got [][]string
	for _, row := range table(t, d, "Informationstillgångar").Rows {
		got = append(got, []string{cells(row)})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestOverviewOfEverythingAndOfNothing(t *testing.T) {
	in := sample()
	in.Filters, in.Total = "", 3
	has(t, report.Overview(swedish, in), "Urval: Alla informationstillgångar · 3 tillgångar")
	in.Rows = nil
	d := report.Overview(swedish, in)
	has(t, d, "Inga informationstillgångar stämmer med urvalet.")
	if len(d.Blocks) != 1 {
		t.Errorf("%d blocks about nothing", len(d.Blocks))
	}
}

func TestOverviewFigures(t *testing.T) {
	d := report.Overview(swedish, sample())
	tab := table(t, d, "Siffror per nämnd och bolag")
	var got []string
	for _, row := range tab.Rows {
		got = append(got, cells(row))
	}
	want := []string{
		"Byggnadsnämnden|1|0|1|0|0|0\u00a0%|0|1|0|0",
		"Socialnämnden|2|1|0|0|1|50\u00a0%|0|0|0|1",
		"Hela urvalet|3|1|1|0|1|33\u00a0%|0|1|0|1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	has(t, d, "Högst 3 Allvarlig")
}

func TestOverviewNamesAnotherScale(t *testing.T) {
	in := sample()
	in.Rows[0].Scale = classify.Scale14
	row := cells(table(t, report.Overview(swedish, in), "Informationstillgångar").Rows[0])
	if !strings.Contains(row, "K4|R3|T4|S–|Beslutad (Fyra nivåer, 1–4)") {
		t.Errorf("a level is shown in another scale than it was made with: %s", row)
	}
}

func TestOverviewLeavesNamesOut(t *testing.T) {
	in := sample()
	in.HideNames = true
	lacks(t, report.Overview(swedish, in), "Eva Lind", "Ägare")
}

// TestOverviewCountsEveryAssetOnce holds for any rows: each row has a cell for
// each column, and the figures add up to the number of assets.
func TestOverviewCountsEveryAssetOnce(t *testing.T) {
	level := rapid.SampledFrom([]classify.Level{classify.Unset, classify.Level0, classify.Level1, classify.Level2, classify.Level3})
	row := rapid.Custom(func(t *rapid.T) report.OverviewRow {
		return report.OverviewRow{
			Name: rapid.String().Draw(t, "name"), Board: rapid.SampledFrom([]string{"", "A", "B", "Ö"}).Draw(t, "board"),
			Profile: classify.Profile{level.Draw(t, "k"), level.Draw(t, "r"), level.Draw(t, "t"), level.Draw(t, "s")},
			Scale:   rapid.SampledFrom(classify.Scales).Draw(t, "scale"),
			State:   rapid.SampledFrom([]classify.State{"", classify.Draft, classify.Imported, classify.Decided}).Draw(t, "state"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		in := report.OverviewInput{
			Rows: rapid.SliceOfN(row, 1, 40).Draw(t, "rows"), Scale: rapid.SampledFrom(classify.Scales).Draw(t, "own"),
			HideNames: rapid.Bool().Draw(t, "hide"),
		}
		for _, b := range report.Overview(swedish, in).Blocks {
			switch b := b.(type) {
			case report.Bars:
				for _, bar := range b.Rows {
					if bar.Sum() != len(in.Rows) || len(bar.Values) != len(b.Parts) {
						t.Fatalf("%s counts %d of %d", bar.Label, bar.Sum(), len(in.Rows))
					}
				}
			case report.Table:
				for _, r := range b.Rows {
					if len(r) != len(b.Columns) {
						t.Fatalf("%s: %d cells under %d headers", b.Title, len(r), len(b.Columns))
					}
				}
				if b.Title == "Siffror per nämnd och bolag" {
					sum := 0.0
					for _, r := range b.Rows {
						if r[0].Text != "Hela urvalet" {
							sum += *r[1].Number
						}
					}
					if int(sum) != len(in.Rows) {
						t.Fatalf("the boards have %v assets of %d", sum, len(in.Rows))
					}
				}
			}
		}
	})
}
