package holding_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/holding"
)

func drawLevel(t *rapid.T, label string) classify.Level {
	return classify.Level(rapid.IntRange(int(classify.Unset), int(classify.Level3)).Draw(t, label))
}

func drawProfile(t *rapid.T, label string) classify.Profile {
	var p classify.Profile
	for i := range p {
		p[i] = drawLevel(t, label)
	}
	return p
}

func drawSets(t *rapid.T) []holding.Set {
	var out []holding.Set
	for i := range rapid.IntRange(0, 4).Draw(t, "sets") {
		out = append(out, holding.Set{Held: classify.Held{Set: fmt.Sprint("set", i), Profile: drawProfile(t, "set")}})
	}
	return out
}

func drawOwn(t *rapid.T) *classify.Classification {
	if !rapid.Bool().Draw(t, "classified") {
		return nil
	}
	state := rapid.SampledFrom([]classify.State{classify.Draft, classify.Imported, classify.Decided}).Draw(t, "state")
	return &classify.Classification{State: state, Profile: drawProfile(t, "own")}
}

// drawAdjustments draws valid adjustments: a deviation is to a level below the one it was decided against.
func drawAdjustments(t *rapid.T) [4]*holding.Adjustment {
	var out [4]*holding.Adjustment
	for _, a := range classify.Aspects {
		adj := holding.Adjustment{System: "system", Aspect: a.Key(), Reason: "skäl", DecidedBy: "Sektorchef", DecidedOn: "2026-11-01"}
		switch rapid.IntRange(0, 2).Draw(t, "adjustment") {
		case 0:
			continue
		case 1:
			adj.Way = rapid.SampledFrom(holding.Raises).Draw(t, "way")
			adj.Level = classify.Level(rapid.IntRange(1, 4).Draw(t, "raised to"))
		case 2:
			adj.Way = holding.Deviation
			adj.Level = classify.Level(rapid.IntRange(1, 3).Draw(t, "lowered to"))
			adj.Against = classify.Level(rapid.IntRange(int(adj.Level)+1, 4).Draw(t, "against"))
		}
		if err := adj.Validate(); err != nil {
			t.Fatalf("%+v: %v", adj, err)
		}
		out[a] = &adj
	}
	return out
}

// A system has at least the highest level of the information it holds, per aspect,
// except by a deviation. A deviation lapses when the level without it rises above
// the one that it was decided against.
func TestLevelsAreAtLeastTheInformations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		own, sets, adjusted := drawOwn(t), drawSets(t), drawAdjustments(t)
		h := holding.New(own, sets, adjusted)
		var floor classify.Profile
		if own != nil {
			floor = own.Profile
		}
		for _, s := range sets {
			floor = floor.Max(s.Profile)
		}
		for _, a := range classify.Aspects {
			got, adj := h.Levels().Of(a), adjusted[a]
			switch {
			case adj == nil && got != floor.Of(a):
				t.Fatalf("%s: nothing is adjusted, %v in force, %v demanded", a.Key(), got, floor.Of(a))
			case adj != nil && !adj.Lowers() && (got < floor.Of(a) || got < adj.Level):
				t.Fatalf("%s: raised to %v, %v in force, %v demanded", a.Key(), adj.Level, got, floor.Of(a))
			case adj != nil && adj.Lowers() && floor.Of(a) > adj.Against && (got != floor.Of(a) || !h.Lapsed(a)):
				t.Fatalf("%s: a deviation against %v hides %v: %v in force", a.Key(), adj.Against, floor.Of(a), got)
			case adj != nil && adj.Lowers() && floor.Of(a) <= adj.Against && (got > adj.Level || got > floor.Of(a) || h.Lapsed(a)):
				t.Fatalf("%s: lowered to %v, %v in force, %v demanded", a.Key(), adj.Level, got, floor.Of(a))
			}
		}
	})
}

// One more information set never lowers a system.
func TestMoreInformationNeverLowersASystem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		own, sets, adjusted := drawOwn(t), drawSets(t), drawAdjustments(t)
		before := holding.New(own, sets, adjusted)
		more := append(slices.Clone(sets), holding.Set{Held: classify.Held{Set: "setz", Profile: drawProfile(t, "one more")}})
		after := holding.New(own, more, adjusted)
		for _, a := range classify.Aspects {
			if after.Levels().Of(a) < before.Levels().Of(a) || after.Demand().Of(a) < before.Demand().Of(a) {
				t.Fatalf("%s: %v without it, %v with it", a.Key(), before.Levels(), after.Levels())
			}
		}
	})
}

// What an origin says adds up: its source explains its level.
func TestOriginExplainsTheLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		own, sets, adjusted := drawOwn(t), drawSets(t), drawAdjustments(t)
		h := holding.New(own, sets, adjusted)
		for _, a := range classify.Aspects {
			o := h.Origin(a)
			floor := max(o.Own, o.Demand)
			if o.Level != h.Levels().Of(a) || o.Demand != h.Demand().Of(a) || o.Lapsed != h.Lapsed(a) {
				t.Fatalf("%+v of %v, %v", o, h.Levels(), h.Demand())
			}
			fits := map[holding.Source]bool{
				holding.Nothing:  o.Level == classify.Unset,
				holding.Own:      o.Level == o.Own && o.Own > o.Demand,
				holding.Inherits: o.Level == o.Demand && o.Demand >= o.Own,
				holding.Raised:   o.Level > o.Demand && o.Adjustment != nil && !o.Adjustment.Lowers() && o.Level == o.Adjustment.Level,
				holding.Lowered:  o.Level < floor && o.Adjustment != nil && o.Adjustment.Lowers() && !o.Lapsed,
			}
			if !fits[o.Source] {
				t.Fatalf("the source is %s: %+v", o.Source, o)
			}
			for _, s := range sets {
				if slices.Contains(o.From, s.Set) != (s.Profile.Of(a) == o.Demand && o.Demand != classify.Unset) {
					t.Fatalf("%v demands %v, from %v", sets, o.Demand, o.From)
				}
			}
		}
	})
}

// New information in a system asks for a new look, and so does information
// that has got other levels; a system without a decision asks for none.
func TestChangesAskForANewLook(t *testing.T) {
	levels := func(l classify.Level) classify.Profile { return classify.Profile{l, l, l, l} }
	set := func(id string, l classify.Level) holding.Set {
		return holding.Set{Held: classify.Held{Set: id, Profile: levels(l)}}
	}
	known := []classify.Held{{Set: "a", Profile: levels(classify.Level1)}, {Set: "b", Profile: levels(classify.Level2)}}
	decided := &classify.Classification{State: classify.Decided, Information: known}
	draft := &classify.Classification{State: classify.Draft, Information: known}
	for name, test := range map[string]struct {
		own  *classify.Classification
		sets []holding.Set
		want []string
	}{
		"as decided":          {decided, []holding.Set{set("a", classify.Level1), set("b", classify.Level2)}, nil},
		"another level":       {decided, []holding.Set{set("a", classify.Level1), set("b", classify.Level1)}, []string{"b"}},
		"no level any longer": {decided, []holding.Set{set("a", classify.Unset), set("b", classify.Level2)}, []string{"a"}},
		"one more":            {decided, []holding.Set{set("a", classify.Level1), set("b", classify.Level2), set("c", classify.Level0)}, []string{"c"}},
		"one less":            {decided, []holding.Set{set("b", classify.Level2)}, nil},
		"not decided":         {draft, []holding.Set{set("c", classify.Level3)}, nil},
		"not classified":      {nil, []holding.Set{set("c", classify.Level3)}, nil},
	} {
		h := holding.New(test.own, test.sets, [4]*holding.Adjustment{})
		var got []string
		for _, s := range h.Changes() {
			got = append(got, s.Set)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v has changed, want %v", name, got, test.want)
		}
		if test.own == nil {
			continue
		}
		// Decided once more, knowing what it holds now, the system asks for nothing.
		looked := &classify.Classification{State: classify.Decided, Information: h.Held()}
		if again := holding.New(looked, test.sets, [4]*holding.Adjustment{}).Changes(); len(again) != 0 {
			t.Errorf("%s: %v has changed since the new look", name, again)
		}
	}
}

// A nil holding is a system that holds nothing.
func TestNilHoldingHoldsNothing(t *testing.T) {
	var h *holding.Holding
	if _, found := h.Find("a"); found || h.Held() != nil || h.Changes() != nil || h.Scale() != "" || h.Demand() != (classify.Profile{}) || h.Lapsed(classify.Integrity) {
		t.Error("nil holds something")
	}
}

func TestFindAndScale(t *testing.T) {
	sets := []holding.Set{{Held: classify.Held{Set: "a"}}, {Held: classify.Held{Set: "b"}, Scale: "1-4", Since: "2026-01-01"}, {Held: classify.Held{Set: "d"}, Scale: "0-2"}}
	h := holding.New(nil, sets, [4]*holding.Adjustment{})
	for _, s := range sets {
		if got, ok := h.Find(s.Set); !ok || got != s {
			t.Errorf("%s: found %+v, %v", s.Set, got, ok)
		}
	}
	if _, ok := h.Find("c"); ok {
		t.Error("a set that is not held is found")
	}
	if h.Scale() != "1-4" {
		t.Errorf("the scale is %q, want that of the first classified set", h.Scale())
	}
	if got := holding.New(nil, sets[:1], [4]*holding.Adjustment{}).Scale(); got != "" {
		t.Errorf("no set is classified, and the scale is %q", got)
	}
}
