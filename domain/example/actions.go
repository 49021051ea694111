package example

import (
	"context"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// step is an action of the example. Days are counted from today.
type step struct {
	what        string
	requirement string  // answered to, on the first asset that has it
	duty        duty.ID // answered to, on the first asset that lacks it
	risk        string
	onUnit      bool // about a sektor, not an asset
	who, name   string
	start, due  int
	cost        int // in SEK; 0 where not estimated
	status      action.Status
	closed      int
	notes       []note
}

// note is a follow-up.
type note struct {
	day  int
	said string
}

var steps = []step{
	{what: "Inför flerfaktorsinloggning för alla användare", requirement: "BEH-08", who: "Systemförvaltare", start: -160, due: -21, cost: 85000, status: action.Ongoing,
		notes: []note{{-120, "Leverantören har lämnat offert."}, {-40, "Pilot med tio användare är klar, resten väntar på nya telefoner."}}},
	{what: "Prova att läsa tillbaka säkerhetskopian", requirement: "TIL-04", who: "IT-chef", start: -30, due: 45, cost: 12000, status: action.Ongoing, notes: []note{{-12, "Tid är bokad med driftleverantören."}}},
	{what: "Skriv och öva reservrutin för avbrott", requirement: "TIL-06", who: "Verksamhetschef", start: 10, due: 120, status: action.Planned},
	{what: "Gå igenom behörighetsloggen varje kvartal", requirement: "LOG-05", who: "Systemförvaltare", start: -75, due: 200, status: action.Ongoing, notes: []note{{-20, "Första genomgången gjord, två konton spärrades."}}},
	{what: "Kryptera databasen hos driftleverantören", requirement: "KRY-03", who: "IT-chef", start: -300, due: -60, cost: 140000, status: action.Done, closed: -66,
		notes: []note{{-200, "Beställd."}, {-90, "Provdrift utan anmärkning."}}},
	{what: "Utse informationsägare", duty: duty.Owner, who: "Sektorchef", start: -10, due: 30, status: action.Planned},
	{what: "Gör en riskanalys med verksamheten", duty: duty.RiskAnalysis, who: "Informationssäkerhetssamordnare", start: 14, due: 90, cost: 20000, status: action.Planned},
	{what: "Skriv systemsäkerhetsplan", duty: duty.SecurityPlan, who: "Systemförvaltare", start: -5, due: 75, status: action.Ongoing},
	{what: "Skaffa reservkraft till serverrummet", risk: "Strömavbrott längre än två timmar stoppar larm och journaler", onUnit: true, who: "Fastighetschef", start: 30, due: 300, cost: 450000, status: action.Planned},
	{what: "Utbilda nya chefer i informationssäkerhet", onUnit: true, who: "HR-chef", start: -60, due: -7, cost: 15000, status: action.Planned},
	{what: "Byt ut det lokala registret i kalkylblad", who: "Sektorchef", start: -200, due: -30, status: action.Cancelled, closed: -45, notes: []note{{-45, "Ersätts av det nya verksamhetssystemet."}}},
}

// Actions adds an action plan to a register with assets: some late, some done,
// and some that answer to requirements, findings and a risk.
func Actions(ctx context.Context, r *register.Register) error {
	chosen := chooser{r: r, findings: duty.NewJudge().Register(r, r.Today()).Find(nil), taken: map[string]bool{}}
	var edits []register.Edit
	for _, s := range steps {
		if a, ok := chosen.action(s); ok {
			edits = append(edits, register.PutAction(a, 0))
		}
	}
	_, err := r.Commit(ctx, text.Msg("why.example.actions", "n", len(edits)), edits...)
	return err
}

// chooser finds the asset that each step is about, and takes no asset twice.
type chooser struct {
	r        *register.Register
	findings []duty.Finding
	taken    map[string]bool
}

func (c *chooser) action(s step) (action.Action, bool) {
	a := action.Action{
		ID: c.r.NewID(), What: s.what, Responsible: s.who, Name: s.name,
		Start: c.day(s.start), Due: c.day(s.due), Status: s.status,
	}
	if s.cost > 0 {
		a.Cost = &s.cost
	}
	if s.closed != 0 {
		a.Closed = c.day(s.closed)
	}
	for _, n := range s.notes {
		a = a.Follow(action.FollowUp{On: c.day(n.day), Note: n.said, By: s.who})
	}
	switch {
	case s.requirement != "":
		a.Cause = action.Cause{Kind: action.Requirement, ID: s.requirement}
		a.Asset = c.having(s.requirement)
		return a, a.Asset != ""
	case s.duty != "":
		a.Cause = action.Cause{Kind: action.Duty, ID: string(s.duty)}
		a.Asset = c.lacking(s.duty)
		return a, a.Asset != ""
	case s.risk != "":
		a.Cause = action.Cause{Kind: action.Risk, Text: s.risk}
	}
	if s.onUnit {
		a.Unit = c.sector()
	}
	return a, true
}

func (c *chooser) day(n int) string { return text.Date(c.r.Today().AddDate(0, 0, n)) }

// having returns the id of an asset that a requirement applies to, empty for none.
func (c *chooser) having(id string) string {
	for _, rec := range c.r.Records() {
		if c.taken[rec.Asset.ID] || rec.Profile().Empty() {
			continue
		}
		for _, req := range c.r.Requirements().Catalogue().Select(requirement.ObjectOf(rec.Asset, rec.Profile())).Requirements {
			if req.ID == id {
				c.taken[rec.Asset.ID] = true
				return rec.Asset.ID
			}
		}
	}
	return ""
}

// lacking returns the id of an asset that does not meet a duty, empty for none.
func (c *chooser) lacking(id duty.ID) string {
	for _, f := range c.findings {
		if f.ID == id && f.Record != nil && !c.taken[f.Record.Asset.ID] {
			c.taken[f.Record.Asset.ID] = true
			return f.Record.Asset.ID
		}
	}
	return ""
}

func (c *chooser) sector() string {
	for _, u := range c.r.Organisation().Units() {
		if u.Kind == asset.Department && !u.Unconfirmed && u.Retired == "" {
			return u.ID
		}
	}
	return ""
}
