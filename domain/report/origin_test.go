package report_test

import (
	"testing"

	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/report"
)

func TestProtocolTellsWhereLevelsComeFrom(t *testing.T) {
	in := journal(classify.Decided)
	in.Class.Profile = levels(2, 2, 1, 0)
	in.Sets = []report.InformationSet{{Name: "Läkemedelslistor", Profile: levels(3, 3, 2, 1), Reasons: "K: Hälsouppgifter\nR: Fel dos"}}
	in.InForce = levels(2, 3, 2, 1)
	adj := &holding.Adjustment{Way: holding.Deviation, Level: classify.Level2, Reason: "Bara täcknamn", DecidedBy: "Skolchef", DecidedOn: "2026-11-02"}
	for i, o := range []holding.Origin{
		{Source: holding.Lowered, Level: classify.Level2, Demand: classify.Level3, Adjustment: adj},
		{Source: holding.Inherits, Level: classify.Level3, Demand: classify.Level3},
		{Source: holding.Own, Level: classify.Level2, Own: classify.Level2},
		{Source: holding.Nothing},
	} {
		in.Origins = append(in.Origins, report.LevelOrigin{Level: in.InForce[i], Words: holding.Words(o, classify.Scale03, []string{"Läkemedelslistor"})})
	}
	in.NewLook = true
	d := report.Protocol(swedish, in)
	has(t, d,
		"Läkemedelslistor|K3|R3|T2|S1|K: Hälsouppgifter\nR: Fel dos",
		"# Systemets nivåer och var de kommer ifrån",
		"Konfidentialitet|K2|Betydande|Sänkt från 3 genom avvikelse: Bara täcknamn (Skolchef, 2026-11-02)",
		"Riktighet|R3|Allvarlig|Informationen: Läkemedelslistor",
		"Tillgänglighet|T2|Betydande|Systemets egen klassning",
		"har ändrats sedan systemet klassades",
		"systemsäkerhetsplan", // what binds is the level in force
	)
}
