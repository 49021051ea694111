package report_test

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

// planned is a register with an action plan.
func planned(t *testing.T) *register.Register {
	t.Helper()
	ctx := context.Background()
	r, err := register.Open(ctx, memory.New(), register.Options{Who: "anna", Entropy: rand.Reader, Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	a, err := r.AddAsset(ctx, asset.Asset{Name: "Journal", Kind: asset.System})
	if err != nil {
		t.Fatal(err)
	}
	cost := 25000
	for _, x := range []action.Action{
		{What: "Utbilda chefer"},
		{
			What: "Stark inloggning", Asset: a.ID, Cause: action.Cause{Kind: action.Requirement, ID: "BEH-08"}, Responsible: "Systemförvaltare", Name: "Åke Öberg",
			Start: "2026-01-01", Due: "2026-11-22", Cost: &cost, Status: action.Ongoing,
			FollowUps: []action.FollowUp{{On: "2025-12-01", Note: "i fjol"}, {On: "2026-03-31", Note: "beställd"}, {On: "2026-10-01", Note: "provas"}},
		},
		{What: "Utse ägare", Asset: a.ID, Cause: action.Cause{Kind: action.Duty, ID: "P10.owner"}, Status: action.Done, Closed: "2026-02-02"},
	} {
		if _, err := r.Plan().AddAction(ctx, x); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func TestActionPlanSaysWhoDoesWhatUntilWhen(t *testing.T) {
	r := planned(t)
	d := report.ActionsOf(r, swedish, r.Plan().Actions(), "")
	if d.Orientation != report.Landscape {
		t.Error("the plan is not landscape")
	}
	has(t, d,
		"Handlingsplan", "Alla åtgärder: 3 åtgärder", "Datum|2026-11-23",
		"Åtgärder|3", "Försenade|1", "Klara|1", "Kostnad|25\u00a0000 kr; 1 öppen åtgärd är inte kostnadsberäknad",
		"Stark inloggning|BEH-08 Flerfaktor för alla användare|Journal|Systemförvaltare, Åke Öberg|2026-01-01|2026-11-22|25\u00a0000|Försenad · Pågår",
		"Utbilda chefer|||||||Planerad",
		"Utse ägare|P10: Informationsägare är utsedd|Journal|||||Klar 2026-02-02",
		"# Kvartalsvis uppföljning 2026", "Stark inloggning|2027-01-01|2026-03-31: beställd|||2026-10-01: provas", "Utbilda chefer|||||",
		"# Beslut", "Roll|Datum|Underskrift och namnförtydligande",
	)
	lacks(t, d, "i fjol", "Utse ägare||")
}

func TestActionPlanOfWhatTheFiltersShow(t *testing.T) {
	r := planned(t)
	q := register.ActionQuery{Late: true, Responsible: "Systemförvaltare", Text: "inlogg", Statuses: []action.Status{action.Ongoing}, ByCause: true, Cause: action.Requirement, Asset: r.Records()[0].Asset.ID}
	d := report.ActionsOf(r, swedish, r.Plan().FindActions(q, day), report.ActionFilterWords(r, swedish, q))
	has(t, d, "Försenade · Status: Pågår · Gäller: Journal · Ansvarig: Systemförvaltare · Svarar mot: Skyddskrav · Sökning: inlogg: 1 åtgärd", "Stark inloggning|")
	lacks(t, d, "Utbilda chefer")
	none := report.ActionsOf(r, text.In(text.English), nil, "")
	has(t, none, "No actions match the selection.")
	lacks(t, none, "Decision")
}
