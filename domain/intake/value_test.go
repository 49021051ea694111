package intake_test

import (
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/intake"
)

// valueOf reads a list of one asset with one more column, and returns what the column holds.
func valueOf(t *testing.T, field asset.Field, header, written string) string {
	t.Helper()
	p := understand(t, bookOf(sheetOf("System", "\nSystemnamn|Leverantör|"+header+"\nJournal|Alfa AB|"+written+"\nLön|Beta AB|"+written)), intake.Answers{})
	if len(p.Tables) != 1 {
		t.Fatalf("%d tables", len(p.Tables))
	}
	for i := range p.Tables[0].Rows {
		if e := &p.Tables[0].Rows[i]; e.Name == "Journal" {
			return p.Tables[0].Values(e)[string(field)]
		}
	}
	t.Fatal("no row was read")
	return ""
}

// What sort of value a field holds is said once, in asset.Definitions: a day
// comes in as a day in every field of days, and a number as one.
func TestValuesComeInAsTheirFieldsAreDefined(t *testing.T) {
	for _, test := range []struct {
		field                 asset.Field
		header, written, want string
	}{
		{"contract_end", "Avtalsslut", "1 mars 2025", "2025-03-01"},
		{asset.OwnerSince, "Informationsägare sedan", "1 mars 2025", "2025-03-01"},
		{asset.OwnerSince, "Informationsägare sedan", "våren 2025", "våren 2025"},
		{"cost", "Kostnad", "1 250,50", "1250.50"},
		{"sla", "SLA", "1 mars 2025", "1 mars 2025"},
	} {
		if got := valueOf(t, test.field, test.header, test.written); got != test.want {
			t.Errorf("%s %q comes in as %q, want %q", test.header, test.written, got, test.want)
		}
	}
}
