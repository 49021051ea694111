package duty_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
)

// What began from a classification that all share is reviewed when that
// is replaced, so that it stays classified as the policy says.
func TestSharedClassificationAsksForANewLook(t *testing.T) {
	for name, test := range map[string]struct {
		replaced bool
		want     []found
	}{
		"as it was": {false, nil},
		"replaced": {true, []found{{duty.Renewed, "medium", classified,
			"Den kommungemensamma klassning som tillgången utgår från har ersatts av en nyare.", "2026-09-01", "Socialchef", "review"}}},
	} {
		t.Run(name, func(t *testing.T) {
			r := fresh(t)
			s := sound(r, "1111")
			source := asset.Asset{ID: r.NewID(), Name: "Personalhandlingar", Kind: asset.InformationSet, Status: asset.Retired}
			version := func(day string) classify.Classification {
				return classify.Classification{ID: r.NewID(), Asset: source.ID, State: classify.Decided, Scale: "0-3", Profile: levels("1111"), DecidedOn: day, NextReview: "2027-12-01"}
			}
			first := version("2026-05-01")
			common := classify.Common{ID: r.NewID(), Name: "Personalhandlingar i allmänhet", Asset: source.ID}
			commit(t, r, register.PutAsset(source, 0), register.PutClassification(first), register.PutCommon(common, 0))
			s.class.Common, s.class.CommonVersion = common.ID, first.ID
			s.store(t, r)
			if test.replaced {
				commit(t, r, register.PutClassification(version("2026-09-01")))
			}
			var got []found
			for _, f := range told(on(duty.NewJudge().Register(r, today), s.asset.ID)) {
				if f.Duty == duty.Renewed {
					got = append(got, f)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
