package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/text"
)

// journal is a protocol's input with everything in it.
func journal(state classify.State) report.ProtocolInput {
	outage, loss := 4.0, 0.5
	return report.ProtocolInput{
		Municipality: "Exempelkommunen", Printed: day, Name: "Journal", Kind: "Verksamhetssystem", System: true,
		Unit: "Hemsjukvård", Board: "Socialnämnden", Description: "Patientjournaler",
		Roles: []report.Fact{{Label: "Informationsägare", Value: "Verksamhetschef"}},
		Class: classify.Classification{
			State: state, Profile: levels(3, 2, 3, 0), Answers: levels(3, 2, 2, 0),
			Reasons:      [4]classify.Justification{"Hälsouppgifter", "Beslut fattas", "Dygnet runt"},
			Effects:      classify.Effects{{classify.Level3, classify.Unset, classify.Level1}},
			OutageHours:  &outage,
			LossHours:    &loss,
			Participants: []classify.Participant{{Role: "Systemförvaltare", Name: "Åke Öberg"}},
			DecidedBy:    "Verksamhetschef", DecidedOn: "2026-11-20", NextReview: "2027-11-20",
		},
		Open: []text.Message{text.Msg("classify.problem.decidedBy")},
	}
}

func TestProtocolSections(t *testing.T) {
	var got []string
	for _, line := range lines(report.Protocol(swedish, journal(classify.Decided))) {
		if name, ok := strings.CutPrefix(line, "# "); ok {
			got = append(got, name)
		}
	}
	want := []string{
		"Objekt och avgränsning", "Deltagare och roller", "Klass och motivering", "Vad nivåerna innebär",
		"Godkännande och nästa översyn", "Konsekvensmatris som har använts",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestProtocolSaysWhatWasDecided(t *testing.T) {
	d := report.Protocol(swedish, journal(classify.Decided))
	has(t, d,
		"Status|Beslutad", "Datum|2026-11-20", "Informationsägare|Verksamhetschef", "Systemförvaltare|Åke Öberg",
		"Konfidentialitet|K3|Allvarlig|Hälsouppgifter|Ja på frågan: Kan någon utsättas för fara",
		"Följder: Enskilda 3, Ekonomi 1.",
		"Tillgänglighet|T3|Allvarlig|Dygnet runt|Ja på frågan: Blir det betydande problem inom några dagar?\nSvaren ledde till 2 Betydande; 3 Allvarlig valdes.",
		"Spårbarhet|S0|Försumbar|Ingen motivering angiven|Inget behov",
		"Längsta godtagbara avbrott|4\u00a0h", "Godtagbar dataförlust|0,5\u00a0h", "Nästa översyn|2027-11-20", "Verksamhetschef|2026-11-20",
		"Enskilda|Ingen märker något som spelar roll|Besvär",
	)
	lacks(t, d, "UTKAST", "Skriv vem som beslutar")
}

func TestProtocolNotDecidedSaysSoFirst(t *testing.T) {
	draft := report.Protocol(swedish, journal(classify.Draft))
	if n, ok := draft.Blocks[0].(report.Notice); !ok || !strings.HasPrefix(n.Text, "UTKAST") {
		t.Errorf("a draft begins with %v", draft.Blocks[0])
	}
	if draft.Meta.Status != report.Draft || draft.Meta.Date != "2026-11-23" {
		t.Errorf("status %q, date %q", draft.Meta.Status, draft.Meta.Date)
	}
	has(t, draft, "# Kvar innan klassningen kan beslutas", "- Skriv vem som beslutar")

	in := journal(classify.Imported)
	in.Class.Source, in.Class.SourceRow = "lista.xlsx", 4
	imported := report.Protocol(swedish, in)
	has(t, imported, "! Nivåerna kommer från en importerad lista (lista.xlsx, rad 4)", "Status|Importerad, inte beslutad")
}

func TestProtocolDuties(t *testing.T) {
	const important, critical, outage, procurement, twelve, twentyFour = "Särskilt viktig", "Kritiskt verksamhetssystem", "avbrottsplan", "upphandlingskraven", "inom 12 månader", "ses över inom 24 månader"
	for _, tc := range []struct {
		name        string
		profile     classify.Profile
		system      bool
		procurement bool
		want, not   []string
	}{
		{"nothing set", levels(-1, -1, -1, -1), true, false, []string{"Nivåerna är inte satta"}, []string{important, twelve, twentyFour}},
		{"low", levels(1, 0, 1, 1), true, false, []string{twentyFour}, []string{important, critical, outage, twelve}},
		{"two", levels(1, 2, 1, 1), true, false, []string{twelve, "klassen är R2."}, []string{important, critical, outage, twentyFour}},
		{"secret system", levels(3, 1, 1, 1), true, false, []string{important, "klassen är K3."}, []string{critical, outage}},
		{"right system", levels(1, 3, 1, 1), true, false, []string{important, critical}, []string{outage}},
		{"available system", levels(1, 1, 3, 1), true, false, []string{important, critical, outage}, nil},
		{"available information", levels(1, 1, 3, 1), false, false, []string{important, outage}, []string{critical}},
		{"half done", levels(1, -1, -1, -1), true, false, []string{"Kan tillkomma: Kritiskt", "har en nivå: R, T."}, []string{"Klassningen ska ses över"}},
		{"to be bought", levels(0, 0, 0, 0), true, true, []string{procurement, twentyFour}, []string{important}},
	} {
		in := journal(classify.Decided)
		in.Class.Profile, in.System, in.Procurement = tc.profile, tc.system, tc.procurement
		t.Run(tc.name, func(t *testing.T) {
			d := report.Protocol(swedish, in)
			has(t, d, tc.want...)
			lacks(t, d, tc.not...)
		})
	}
}

func TestProtocolKeepsItsScale(t *testing.T) {
	in := journal(classify.Decided)
	in.Scale = classify.Scale02
	in.Class.Profile = levels(3, 1, 0, -1)
	d := report.Protocol(swedish, in)
	has(t, d, "Skala: Tre nivåer, 0–2", "|K2|Allvarlig|", "|R1|Måttlig|", "|T0|Försumbar|", "|S–|Oklassad|")
	m := table(t, d, "Konsekvensmatris som har använts")
	if len(m.Columns) != 4 || m.Columns[3].Header != "2 Allvarlig" || !strings.HasPrefix(m.Rows[0][3].Text, "Fara för liv") {
		t.Errorf("a scale of three levels has the matrix %v, %v", m.Columns, m.Rows[0])
	}
}

func TestProtocolWithOwnMatrixAndSets(t *testing.T) {
	in := journal(classify.Decided)
	in.Matrix = []report.MatrixRow{{Category: "Miljö", Cells: [4]string{"a", "b", "c", "d"}}}
	in.Sets = []report.InformationSet{{Name: "Läkemedelslistor", Profile: levels(3, 3, 2, 1)}}
	has(t, report.Protocol(swedish, in), "Miljö|a|b|c|d", "# Informationsmängder", "Läkemedelslistor|K3|R3|T2|S1")
}
