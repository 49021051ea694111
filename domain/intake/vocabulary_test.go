package intake

import (
	"strings"
	"testing"
)

// TestHeadersAreSpelled holds headers, some under a group, against the fields they mean.
func TestHeadersAreSpelled(t *testing.T) {
	for _, test := range []struct{ header, group, field string }{
		{"Systemnamn", "", "name"}, {"  SYSTEM-\u00a0ID ", "", "asset_id"}, {"Senast\nklassad", "", "class_date"}, {"#", "", "asset_id"},
		{"8.a Integrity", "", "class_r"}, {"3. Konfidentialitet\nNivå 0-3", "", "class_k"}, {"Riktighet (R)*", "", "class_r"}, {"DataClassification", "", "class_overall"},
		{"K", "Klassning", "class_k"}, {"K", "Motivering", "just_k"}, {"T", "Motivering", "just_t"},
		{"Klassning: Riktighet", "", "class_r"}, {"K-klass", "", "class_k"}, {"Bedömd nivå T", "", "class_t"}, {"Kommentar tillgänglighet", "", "just_t"},
		{"Har informationssäkerhetsklassning genomförts för systemet?", "", "class_done_flag"}, {"Har riskanalys gjorts under året?", "", "risk_done_flag"},
		{"Annual Cost", "", "cost"}, {"Systemägaren", "", "system_owner"}, {"Förvaltningsnamn", "", "org_department"}, {"Namn på informationsägare", "", "information_owner"},
		{"Förvaltning/enhet", "", "org_path"}, {"Konfidentialitet/sekretess", "", "class_k"}, {"Systemägare/systemförvaltare", "", "system_owner"}, {"Nämnd/förvaltning", "", "org_path"},
		{"Konfidentialtet", "", "class_k"}, {"Systemförvaltre", "", "system_manager"}, {"Leverantörer", "", "supplier"},
		// what only looks alike
		{"Integration Count", "", ""}, {"Backup_Available", "", ""}, {"Tillgänglighetsredogörelse", "", ""}, {"Tillgänglighetsanpassad webbplats", "", ""}, {"Konfidentialitetsavtal finns", "", ""},
		{"Verksamhetskritiskt", "", "criticality"}, {"AI Classification", "", "asset_kind"}, {"Länk till klassning", "", ""}, {"", "", ""}, {strings.Repeat("lång ", 500), "", ""},
	} {
		if got, _ := words().findNearly(test.header, test.group); got != test.field {
			t.Errorf("%.40q under %q is %q, want %q", test.header, test.group, got, test.field)
		}
	}
}

// TestEveryFieldIsNamed finds a header for every canonical field, and knows it again.
func TestEveryFieldIsNamed(t *testing.T) {
	fields := Fields()
	if len(fields) < 100 {
		t.Fatalf("only %d fields", len(fields))
	}
	seen := map[string]bool{}
	for _, f := range words().fields {
		seen[f] = true
	}
	for _, f := range fields {
		if !IsField(f) || !seen[f] {
			t.Errorf("%s has no spelling", f)
		}
	}
	for _, f := range []string{FieldCustom, FieldIgnore, FieldRegisterID, "nonsense"} {
		if IsField(f) {
			t.Errorf("%s is taken for a field of the register", f)
		}
	}
}

// TestLevelsAreRead holds every notation against what it says.
func TestLevelsAreRead(t *testing.T) {
	for _, test := range []struct {
		text     string
		notation notation
		digit    int
	}{
		{"3", levelDigit, 3}, {" 2\u00a0", levelDigit, 2}, {"2.0", levelDigit, 2}, {"1,0", levelDigit, 1}, {"'2", levelDigit, 2}, {"K3", levelDigit, 3}, {"T-1", levelDigit, 1},
		{"Nivå 3", levelDigit, 3}, {"Klass 2", levelDigit, 2}, {"3 - Allvarlig", levelBoth, 3}, {"2 (måttlig)", levelBoth, 2}, {"Försumbar", levelWord, 0}, {"Måttlig konsekvens", levelWord, 0},
		{"1-2", levelRange, 2}, {"2–3", levelRange, 3}, {"1 till 2", levelRange, 2}, {"2/3", levelRange, 3}, {"2024-01-02", levelDate, 0}, {"02-jan", levelDate, 0}, {"1 feb", levelDate, 0},
		{"Hög", levelVague, 0}, {"Röd", levelVague, 0}, {"Confidential", levelVague, 0}, {"Synnerligen allvarlig", levelGrave, 0},
		{"-", levelBlank, 0}, {"", levelBlank, 0}, {"Ej klassad", levelBlank, 0}, {"N/A", levelBlank, 0}, {"Vet ej", levelBlank, 0}, {"?", levelBlank, 0},
		{"2?", notLevel, 2}, {"3 (prel.)", notLevel, 3}, {"10", notLevel, 9}, {"Ja", notLevel, 9}, {"Treserva", notLevel, 9},
	} {
		r := readLevel(Cell{Text: test.text})
		if r.notation != test.notation || r.notation != levelWord && r.notation != levelBlank && r.digit != test.digit {
			t.Errorf("%q is read as %+v, want %d %d", test.text, r, test.notation, test.digit)
		}
	}
}

// TestProfilesAreRead holds classes in one cell against their digits: -1 is
// not written, -2 written as blank.
func TestProfilesAreRead(t *testing.T) {
	for _, test := range []struct {
		text   string
		ok     bool
		digits [4]int
	}{
		{"K2R1T3S1", true, [4]int{2, 1, 3, 1}}, {"K2 R1 T3", true, [4]int{2, 1, 3, -1}}, {"K:2, R:1, T:-", true, [4]int{2, 1, -2, -1}}, {"T3/K1/R2", true, [4]int{1, 2, 3, -1}},
		{"C3 I2 A1", true, [4]int{3, 2, 1, -1}}, {"Konfidentialitet 2, Riktighet 1", true, [4]int{2, 1, -1, -1}}, {"2/1/3", true, [4]int{2, 1, 3, -1}}, {"213", true, [4]int{2, 1, 3, -1}}, {"2-1-3-0", true, [4]int{2, 1, 3, 0}},
		{"2024", false, [4]int{-1, -1, -1, -1}}, {"K2", false, [4]int{-1, -1, -1, -1}}, {"Hög", false, [4]int{-1, -1, -1, -1}}, {"1.1.1", true, [4]int{1, 1, 1, -1}}, {"K2K3", false, [4]int{-1, -1, -1, -1}},
	} {
		p := readProfile(test.text)
		if p.ok != test.ok || p.ok && p.digits != test.digits {
			t.Errorf("%q is read as %v %v", test.text, p.ok, p.digits)
		}
	}
}

// TestProtectionIsFound holds the ways to write security protection against
// those that only speak of it, or say that it does not apply.
func TestProtectionIsFound(t *testing.T) {
	for text, want := range map[string]bool{
		"Säk.skyddsklassad": true, "säk. skyddskl.": true, "Begr. heml.": true, "Kval. hemlig": true, "Omfattas av säkerhetsskydd": true, "Säkerhetsskyddsklassificerad": true, "Rör Sveriges säkerhet": true, "HEMLIG": true,
		"Omfattas ej av säkerhetsskydd": false, "Ej säkerhetsskyddsklassad": false, "Säkerhetsskyddschef": false, "Innehåller företagshemligheter": false, "Hemsida": false, "Säkerhetsskydd: nej": false,
	} {
		if protected(text, "") != want {
			t.Errorf("%q stops its row: %v", text, !want)
		}
	}
}
