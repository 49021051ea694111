package duty_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/holding"
	"infoklass/domain/register"
)

// setIn stores an information set with its levels in the scene's system, and
// returns it as the system holds it.
func setIn(t *testing.T, r *register.Register, s *scene, digits, decided string) classify.Held {
	t.Helper()
	a := asset.Asset{ID: r.NewID(), Name: "Patientjournaler", Kind: asset.InformationSet, Status: asset.Retired}
	commit(t, r, register.PutAsset(a, 0),
		register.PutClassification(classify.Classification{ID: r.NewID(), Asset: a.ID, State: classify.Decided, Scale: "0-3", Profile: levels(digits), DecidedOn: decided, NextReview: "2027-12-01"}),
		register.PutLink(holding.Link{System: s.asset.ID, Set: a.ID, Since: "2026-02-01"}, 0))
	return classify.Held{Set: a.ID, Profile: levels(digits)}
}

// A system is reviewed when the information in it changes (DOMAIN
// section 5), so that it stays classified as the policy says.
func TestInformationAsksForANewLook(t *testing.T) {
	const chief = "Socialchef"
	one := found{duty.Information, "medium", classified, "1 informationsmängd har tillkommit eller klassats om sedan systemet klassades.", "2026-05-01", chief, "review"}
	for name, test := range map[string]struct {
		own, set string
		knew     string // levels of the set when the system was decided, empty for none
		adjust   *holding.Adjustment
		decided  bool
		want     []found
	}{
		"the decision knew the information":  {"2222", "2222", "2222", nil, true, nil},
		"the information came afterwards":    {"2222", "2222", "", nil, true, []found{one}},
		"the information was reclassified":   {"2222", "2220", "2222", nil, true, []found{one}},
		"and rose above what anyone decided": {"2222", "2322", "2222", nil, true, []found{{one.Duty, "high", one.Policy, one.Missing, one.Since, chief, "review"}}},
		"levels that no one has decided":     {"2222", "2222", "", nil, false, []found{{duty.Classified, "low", classified, "Nivåerna kom in med en lista, och ingen har beslutat dem.", arrived, chief, "classify"}}},
		"a deviation in force":               {"1222", "2222", "2222", &holding.Adjustment{Level: classify.Level1, Against: classify.Level2}, true, nil},
		"information above what it deviates from": {"1222", "3222", "2222", &holding.Adjustment{Level: classify.Level1, Against: classify.Level2}, true, []found{
			{one.Duty, "high", classified, "Informationen har höjts över det som avvikelsen beslutades mot, så avvikelsen gäller inte längre.", one.Since, chief, "review"},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			r := fresh(t)
			s := sound(r, test.own)
			class := *s.class
			s.class = nil
			s.store(t, r)
			held := setIn(t, r, s, test.set, "2026-05-01")
			if test.knew != "" {
				class.Information = []classify.Held{{Set: held.Set, Profile: levels(test.knew)}}
			}
			if !test.decided {
				class.State = classify.Imported
			}
			edits := []register.Edit{register.PutClassification(class)}
			if a := test.adjust; a != nil {
				a.System, a.Aspect, a.Way, a.Reason, a.DecidedBy, a.DecidedOn = s.asset.ID, "confidentiality", holding.Deviation, "skäl", chief, "2026-03-01"
				edits = append(edits, register.PutAdjustment(*a, 0))
			}
			commit(t, r, edits...)
			judgement := duty.NewJudge().Register(r, today)
			var got []found
			for _, f := range told(on(judgement, s.asset.ID)) {
				if f.Duty != duty.Assessed { // higher levels bring requirements that no one has answered
					got = append(got, f)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLevelsThatOnlyFollowFromInformation(t *testing.T) {
	r := fresh(t)
	s := sound(r, "3333")
	s.class = nil
	s.store(t, r)
	setIn(t, r, s, "2233", "2026-05-01")
	var got []found
	for _, f := range told(on(duty.NewJudge().Register(r, today), s.asset.ID)) {
		if f.Duty == duty.Classified || f.Duty == duty.OutageHours {
			got = append(got, f)
		}
	}
	want := []found{
		{duty.OutageHours, "medium", outage, "Längsta godtagbara avbrott och dataförlust är inte angivna, och avbrottsplanen behöver båda.", arrived, "Socialchef", "stateHours"},
		{duty.Classified, "low", classified, "Nivåerna följer av informationen i systemet, men ingen har beslutat dem.", arrived, "Socialchef", "classify"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
