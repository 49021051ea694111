package requirement_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/requirement"
)

// levels is a profile of four digits, K R T S; a dash is no level.
func levels(digits string) classify.Profile {
	var p classify.Profile
	for i, d := range digits {
		p[i], _ = classify.Scale03.Read(string(d))
	}
	return p
}

func ids(l requirement.List) []string {
	out := make([]string, len(l.Requirements))
	for i, s := range l.Requirements {
		out[i] = s.ID
	}
	return out
}

func TestSelect(t *testing.T) {
	system := requirement.Object{System: true, PersonalData: asset.No}
	with := func(o requirement.Object, digits string) requirement.Object {
		o.Profile = levels(digits)
		return o
	}
	information := requirement.Object{PersonalData: asset.Yes}
	buying := requirement.Object{System: true, Procurement: true, PersonalData: asset.Yes}
	for name, test := range map[string]struct {
		object     requirement.Object
		has, lacks []string
	}{
		"grundskydd is for everything":               {with(system, "----"), []string{"ORG-01", "BEH-01", "RIK-06", "INC-01"}, []string{"ORG-03", "LEV-01", "DAT-01"}},
		"level 0 brings grundskydd alone":            {with(system, "0000"), []string{"ORG-01", "DRI-01"}, []string{"ORG-05", "BEH-02", "TIL-01"}},
		"any one of the aspects is enough":           {with(system, "0010"), []string{"TIL-01", "DRI-05", "ORG-05"}, []string{"INF-01", "BEH-02"}},
		"the stronger replaces the weaker":           {with(system, "2000"), []string{"ORG-06", "INF-04", "BEH-08"}, []string{"ORG-05", "INF-03", "BEH-07"}},
		"through a chain whose middle is not called": {with(system, "1003"), []string{"BEH-09"}, []string{"BEH-08", "BEH-07"}},
		"the weaker stays until then":                {with(system, "1000"), []string{"BEH-07", "INF-03"}, []string{"BEH-08", "BEH-09", "INF-04"}},
		"a system's are not set on information":      {with(information, "3333"), []string{"ORG-04", "INF-02", "DAT-01", "TIL-07"}, []string{"ORG-08", "BEH-09", "LEV-10"}},
		"a supplier's are set before procurement":    {with(buying, "3333"), []string{"LEV-01", "LEV-02", "LEV-10"}, nil},
		"conditions that do not hold":                {with(system, "3333"), nil, []string{"DAT-01", "DAT-02", "BEH-13", "LEV-02"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := ids(requirement.Shipped.Select(test.object))
			for _, id := range test.has {
				if !slices.Contains(got, id) {
					t.Errorf("%s is missing", id)
				}
			}
			for _, id := range test.lacks {
				if slices.Contains(got, id) {
					t.Errorf("%s should not be there", id)
				}
			}
		})
	}
}

func TestSelectTellsWhy(t *testing.T) {
	l := requirement.Shipped.Select(requirement.Object{System: true, Profile: levels("23-0")})
	s, ok := l.Find("BEH-09")
	if !ok || !slices.Equal(s.Because, []classify.Aspect{classify.Integrity}) || !slices.Equal(s.Instead, []string{"BEH-08", "BEH-07"}) || s.Perhaps {
		t.Errorf("BEH-09: %v because of %v instead of %v, perhaps %v", ok, s.Because, s.Instead, s.Perhaps)
	}
	if s, ok := l.Find("DAT-01"); !ok || !s.Perhaps {
		t.Errorf("personal data not stated: DAT-01 %v, perhaps %v; want it to stand until someone says no", ok, s.Perhaps)
	}
	if _, ok := l.Find("BEH-07"); ok {
		t.Error("what is replaced is found")
	}
	if !slices.Equal(l.Undecided, []classify.Aspect{classify.Availability}) {
		t.Errorf("undecided: %v", l.Undecided)
	}
}

func TestObjectOf(t *testing.T) {
	a := asset.Asset{ID: "1", Kind: asset.System, Status: asset.InProcurement}.With("personal_data", "Ja")
	want := requirement.Object{System: true, Procurement: true, PersonalData: asset.Yes, Profile: levels("1200")}
	if got := requirement.ObjectOf(a, levels("1200")); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

var anyLevel = rapid.SampledFrom([]classify.Level{classify.Unset, classify.Level0, classify.Level1, classify.Level2, classify.Level3})

func drawObject(t *rapid.T) requirement.Object {
	o := requirement.Object{
		System: rapid.Bool().Draw(t, "system"), Procurement: rapid.Bool().Draw(t, "procurement"),
		PersonalData: rapid.SampledFrom([]asset.Tri{asset.NotStated, asset.Yes, asset.No}).Draw(t, "personal data"),
	}
	for i := range o.Profile {
		o.Profile[i] = anyLevel.Draw(t, "level")
	}
	return o
}

// replacedBy reports whether one of the list's requirements stands instead of id, through chains.
func replacedBy(l requirement.List, id string) bool {
	return slices.ContainsFunc(l.Requirements, func(s requirement.Selected) bool { return slices.Contains(s.Instead, id) })
}

func TestAReplacedRequirementNeverShowsBesideItsReplacer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := requirement.Shipped.Select(drawObject(t))
		for _, id := range ids(l) {
			if replacedBy(l, id) {
				t.Fatalf("%s is there beside what replaces it", id)
			}
		}
	})
}

func TestRaisingALevelRemovesNothingExceptByReplacement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := drawObject(t)
		high := low
		for i := range high.Profile {
			high.Profile[i] = max(high.Profile[i], anyLevel.Draw(t, "raised"))
		}
		before, after := requirement.Shipped.Select(low), requirement.Shipped.Select(high)
		for _, id := range ids(before) {
			if _, stays := after.Find(id); !stays && !replacedBy(after, id) {
				t.Fatalf("%s at %v is gone at %v", id, low.Profile, high.Profile)
			}
		}
	})
}
