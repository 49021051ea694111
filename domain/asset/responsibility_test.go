package asset_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/asset"
)

func TestTheDayOfAnOwner(t *testing.T) {
	before := asset.Asset{ID: "1"}.WithOwner("Socialchef", "2024-01-01")
	for name, test := range map[string]struct {
		edited            asset.Asset
		wantOwner, wantOn string
	}{
		"nothing else":       {before, "Socialchef", "2024-01-01"},
		"only capitals":      {before.With(asset.InformationOwner, "SOCIALCHEF"), "SOCIALCHEF", "2024-01-01"},
		"another owner":      {before.With(asset.InformationOwner, "Rektor"), "Rektor", "2026-11-23"},
		"another with a day": {before.WithOwner("Rektor", "2025-05-01"), "Rektor", "2025-05-01"},
		"no owner":           {before.With(asset.InformationOwner, ""), "", ""},
	} {
		got := test.edited.Dated(before, "2026-11-23")
		if got.Fields[asset.InformationOwner] != test.wantOwner || got.Fields[asset.OwnerSince] != test.wantOn {
			t.Errorf("%s: %q since %q", name, got.Fields[asset.InformationOwner], got.Fields[asset.OwnerSince])
		}
	}
}

func TestHolders(t *testing.T) {
	got := asset.Holders(" Rektor; IT-chef ;\nSocialchef;; ")
	if !slices.Equal(got, []string{"Rektor", "IT-chef", "Socialchef"}) {
		t.Errorf("%q", got)
	}
}

func TestReplaced(t *testing.T) {
	for _, test := range []struct {
		value, from, to, want string
		found                 bool
	}{
		{"Rektor; IT-chef", "rektor", "Skolchef", "Skolchef; IT-chef", true},
		{"Rektor; IT-chef", "Rektor", "IT-chef", "IT-chef", true},
		{"Rektor", "Socialchef", "IT-chef", "Rektor", false},
		{"", "", "IT-chef", "IT-chef", true},
		{"Rektor", "", "IT-chef", "Rektor", false},
	} {
		if got, found := asset.Replaced(test.value, test.from, test.to); got != test.want || found != test.found {
			t.Errorf("%+v: %q, %v", test, got, found)
		}
	}
}

// However many a value names, what is replaced is gone, and nobody else is.
func TestReplacedTakesNobodyElse(t *testing.T) {
	names := []string{"Rektor", "IT-chef", "Socialchef", "VA-chef"}
	rapid.Check(t, func(t *rapid.T) {
		value := strings.Join(rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, 4, rapid.ID).Draw(t, "named"), "; ")
		from := rapid.SampledFrom(names).Draw(t, "from")
		got, found := asset.Replaced(value, from, "Kommundirektör")
		before, after := asset.Holders(value), asset.Holders(got)
		if found != slices.Contains(before, from) || len(after) != len(before) || slices.Contains(after, from) {
			t.Fatalf("%q becomes %q, %v", value, got, found)
		}
		for _, name := range before {
			if name != from && !slices.Contains(after, name) {
				t.Fatalf("%q becomes %q: %s is gone", value, got, name)
			}
		}
	})
}
