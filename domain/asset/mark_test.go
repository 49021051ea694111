package asset_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
)

func TestAMarkSaysWhyAndWho(t *testing.T) {
	for name, test := range map[string]struct {
		mark asset.Mark
		key  string
	}{
		"holds":                {asset.Mark{Holds: true, Reason: "länets enda register"}, ""},
		"holds not, by":        {asset.Mark{Reason: "testmiljö", By: "Socialchef", On: "2026-11-23"}, ""},
		"holds not, by nobody": {asset.Mark{Reason: "testmiljö"}, "mark.problem.by"},
		"no reason":            {asset.Mark{Holds: true, Reason: " \t"}, "mark.problem.reason"},
		"no day":               {asset.Mark{Holds: true, Reason: "x", On: "2026-02-30"}, "mark.problem.on"},
		"too long":             {asset.Mark{Holds: true, Reason: strings.Repeat("å", asset.MaxReason+1)}, "mark.problem.long"},
		"just long enough":     {asset.Mark{Holds: true, Reason: strings.Repeat("å", asset.MaxReason)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			says(t, test.mark.Validate(), test.key)
			a := asset.Asset{ID: "1", Name: "Journal", Kind: asset.System}.Marked(asset.Important, &test.mark)
			says(t, a.Validate(), test.key)
		})
	}
	says(t, asset.Trait("fnord").Known(), "mark.problem.trait")
	odd := asset.Asset{ID: "1", Name: "Journal", Kind: asset.System, Marks: map[asset.Trait]asset.Mark{"fnord": {Holds: true, Reason: "x"}}}
	says(t, odd.Validate(), "mark.problem.trait")
}

// A mark decides over the levels, until it is taken away again; the asset it was put on stays as it was.
func TestAMarkDecides(t *testing.T) {
	plain := asset.Asset{ID: "1", Name: "Journal", Kind: asset.System, Status: asset.InProcurement}
	equal := func(what string, got, want any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	equal("unmarked", plain.Object(), classify.Object{System: true, Procurement: true})
	yes := plain.Marked(asset.Critical, &asset.Mark{Holds: true, Reason: "x"})
	equal("marked", yes.Object(), classify.Object{System: true, Procurement: true, Critical: classify.Holds})
	no := yes.Marked(asset.Important, &asset.Mark{Reason: "x", By: "Chef"})
	equal("marked twice", no.Object(), classify.Object{System: true, Procurement: true, Critical: classify.Holds, Important: classify.HoldsNot})
	equal("the one before", len(yes.Marks), 1)
	equal("unmarked again", no.Marked(asset.Important, nil).Marked(asset.Critical, nil), plain)
	equal("what critical brings", asset.Critical.Obligation(), classify.CriticalSystem)
	equal("what important brings", asset.Important.Obligation(), classify.Important)
}
