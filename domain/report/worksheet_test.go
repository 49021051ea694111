package report_test

import (
	"strings"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/report"
)

func TestWorksheetHasRoomForThePen(t *testing.T) {
	r := planned(t)
	rec := r.Records()[0]
	if _, err := r.ChangeAsset(t.Context(), rec.Asset.With(asset.InformationOwner, "Verksamhetschef").With(asset.Description, "Journaler"), rec.Revision); err != nil {
		t.Fatal(err)
	}
	c, err := r.Classifications().StartDraft(rec.Asset.ID)
	if err != nil {
		t.Fatal(err)
	}
	c.Profile, c.Reasons = levels(3, 1, 2, 1), [4]classify.Justification{"Hälsouppgifter", "a", "b", "c"}
	c.DecidedBy, c.DecidedOn, c.NextReview = "Chef", "2026-11-01", "2027-11-01"
	if _, err := r.Classifications().Decide(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	rec, _ = r.Record(rec.Asset.ID)
	d := report.WorksheetOf(r, swedish, rec)
	has(t, d, "! Information som rör Sveriges säkerhet", "Informationstillgång|Journal", "Informationsägare|Verksamhetschef", "Beskrivning och avgränsning|Journaler",
		"Kan Sveriges säkerhet påverkas?|Sluta|☐|☐", "Räcker det att se när och av vem senaste ändring gjordes?|1 Måttlig|☐|☐", "Annars: Inget behov|0 Försumbar|☐|",
		"Vald nivå|0 Försumbar|1 Måttlig|2 Betydande|3 Allvarlig", "Kryssa för en|☐|☐|☐|☐", "Gäller i dag|3 Allvarlig\nHälsouppgifter",
		"Motivering (behövs från 1 Måttlig)|", "Längsta godtagbara avbrott|", "Enskilda|Ingen märker något", "Roll|Datum|Underskrift")

	blank := report.WorksheetOf(r, swedish, nil)
	has(t, blank, "Tomt arbetsblad", "Kan Sveriges säkerhet påverkas?|Sluta|☐|☐")
	lacks(t, blank, "Journal", "Gäller i dag")
	if n := strings.Count(strings.Join(lines(blank), "\n"), "Kryssa för en"); n != len(classify.Aspects) {
		t.Errorf("a level can be chosen in %d aspects", n)
	}
}
