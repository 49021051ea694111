package asset_test

import (
	"testing"

	"infoklass/domain/asset"
)

func TestReadChoice(t *testing.T) {
	for value, want := range map[string]asset.Tri{
		"Ja": asset.Yes, " JA ": asset.Yes, "Ja, känsliga": asset.Yes, "x": asset.Yes, "true": asset.Yes, "Ja 2026-01-10": asset.Yes, "Finns": asset.Yes,
		"Nej": asset.No, "Ej": asset.No, "Inga personuppgifter": asset.No, "saknas": asset.No, "No.": asset.No,
		"": asset.NotStated, "ja/nej": asset.NotStated, "Nej (men ja för delsystem)": asset.NotStated, "?": asset.NotStated, "vet inte": asset.NotStated, "delvis": asset.NotStated,
	} {
		if got := asset.ReadChoice(value); got != want {
			t.Errorf("ReadChoice(%q) = %d, want %d", value, got, want)
		}
	}
}

func TestPersonalData(t *testing.T) {
	a := asset.Asset{ID: "1"}
	for _, test := range []struct {
		name  string
		asset asset.Asset
		want  asset.Tri
	}{
		{"nothing said", a, asset.NotStated},
		{"said", a.With("personal_data", "ja"), asset.Yes},
		{"denied", a.With("personal_data", "nej"), asset.No},
		{"only sensitive said", a.With("sensitive_personal_data", "ja"), asset.Yes},
		{"no sensitive ones says nothing of others", a.With("sensitive_personal_data", "nej"), asset.NotStated},
		{"the careful one of two that differ", a.With("personal_data", "nej").With("personal_id_number", "ja"), asset.Yes},
	} {
		if got := test.asset.PersonalData(); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}
