package page_test

import (
	"fmt"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/text"
)

var day = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func profile(k, r, t, s int) classify.Profile {
	var p classify.Profile
	for i, rank := range []int{k, r, t, s} {
		if rank >= 0 {
			p[i], _ = classify.LevelOf(rank)
		}
	}
	return p
}

// overview is a register of n assets as D1 shows it.
func overview(lang text.Lang, n int) report.Document {
	names := []string{"Avvikelserapportering", "Elevhälsojournal", "Bygglovsärenden", "Driftövervakning VA", "E-arkiv", "Försörjningsstöd", "Journalsystem HSL", "Närvaro och schemaläggning i gymnasieskolan"}
	boards := []string{"Socialnämnden", "Utbildningsnämnden", "Miljö- och byggnadsnämnden", "Tekniska nämnden", "Kommunstyrelsen"}
	units := []string{"Vård och omsorg / Hemsjukvård", "Elevhälsa", "Bygglov", "VA-verket / Drift", "Kansli"}
	kinds := []string{"Verksamhetssystem", "Informationsmängd"}
	owners := []string{"Eva Lind", "", "Verksamhetschef elevhälsa", "Per Ström", "Karin Ek"}
	in := report.OverviewInput{Municipality: "Exempelkommunen", Date: day, Total: n + 7, Filters: "alla nämnder, nivå 2 eller högre", Responsible: "Informationssäkerhetssamordnare"}
	for i := range n {
		row := report.OverviewRow{
			Name: names[i%len(names)], Kind: kinds[i%2], Board: boards[i%len(boards)], Unit: units[i%len(units)], Owner: owners[i%len(owners)],
			Profile: profile(i%4, (i/2)%4, (i/3)%5-1, (i/5)%4), State: classify.Decided, Review: "2027-03-01",
		}
		switch i % 9 {
		case 4:
			row.Profile, row.State, row.Review = classify.Profile{}, "", ""
		case 6:
			row.State, row.Review = classify.Imported, ""
		}
		if n > 100 {
			row.Name += fmt.Sprintf(" %d", i)
		}
		in.Rows = append(in.Rows, row)
	}
	return report.Overview(text.In(lang), in)
}

// protocol is one classified asset as D2 shows it.
func protocol(lang text.Lang, state classify.State) report.Document {
	outage, loss := 4.0, 0.5
	c := classify.Classification{
		State: state, Scale: "0-3", Profile: profile(3, 2, 3, 1), Answers: profile(3, 2, 2, 1),
		Reasons: [4]classify.Justification{
			"Journaluppgifter om hälsa för cirka 1 900 personer, däribland personer med skyddade personuppgifter.",
			"Beslut om insatser fattas direkt på uppgifterna.", "Hemsjukvården behöver uppgifterna dygnet runt.", "Det räcker att se vem som gjorde den senaste ändringen.",
		},
		OutageHours: &outage, LossHours: &loss,
		Participants: []classify.Participant{{Role: "Informationsägare", Name: "Eva Lind"}, {Role: "Systemförvaltare"}, {Role: "Informationssäkerhetssamordnare", Name: "Åke Öberg"}},
	}
	in := report.ProtocolInput{
		Municipality: "Exempelkommunen", Printed: day, Dnr: "SN 2026/114", Name: "Journalsystem HSL", Kind: "Verksamhetssystem", System: true, Status: "I drift",
		Board: "Socialnämnden", Unit: "Vård och omsorg / Hemsjukvård", Description: "Patientjournal för kommunal hälso- och sjukvård. Läkemedelslistor ingår, schemaläggning gör det inte.",
		Roles: []report.Fact{{Label: "Informationsägare", Value: "Verksamhetschef Eva Lind"}, {Label: "Systemförvaltare", Value: "Per Ström"}},
		Class: c,
	}
	switch state {
	case classify.Decided:
		in.Class.DecidedBy, in.Class.DecidedOn, in.Class.NextReview = "Verksamhetschef, Eva Lind", "2026-11-20", "2027-11-20"
		in.Marking = "Sekretess enligt 18 kap. 8 § OSL"
	case classify.Draft:
		for _, problem := range in.Class.Problems(day) {
			in.Open = append(in.Open, problem.Message)
		}
	case classify.Imported:
		in.Class.Source = "systemlista.xlsx, rad 14"
	}
	return report.Protocol(text.In(lang), in)
}
