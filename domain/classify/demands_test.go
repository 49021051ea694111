package classify_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

func drawProfile(t *rapid.T) classify.Profile {
	var p classify.Profile
	for i := range p {
		p[i] = drawLevel(t)
	}
	return p
}

func drawDemands(t *rapid.T) classify.Demands {
	var d classify.Demands
	for _, one := range classify.DemandList {
		least, most := one.Bounds()
		*one.Of(&d) = rapid.IntRange(least, most).Draw(t, one.Key)
	}
	return d
}

func drawClassified(t *rapid.T) classify.Object {
	decision := rapid.SampledFrom([]classify.Decision{classify.ByRule, classify.HoldsNot, classify.Holds})
	return classify.Object{
		System: rapid.Bool().Draw(t, "system"), Procurement: rapid.Bool().Draw(t, "procurement"),
		Important: decision.Draw(t, "important"), Critical: decision.Draw(t, "critical"),
	}
}

var obligations = []classify.Obligation{classify.Important, classify.CriticalSystem, classify.Outage, classify.Procurement, classify.Review}

// Brings is the quick form of Consequences: both answer the same for every
// object, profile and municipality.
func TestBringsAgreesWithConsequences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, o, p := drawDemands(t), drawClassified(t), drawProfile(t)
		told := map[classify.Obligation]classify.Consequence{}
		for _, c := range d.Consequences(o, p) {
			told[c.Obligation] = c
		}
		for _, b := range obligations {
			c, listed := told[b]
			settled := listed && c.Settled()
			if b == classify.Review {
				settled = listed // holds from the first level; only its interval is open
			}
			if got := d.Brings(b, o, p); got != settled {
				t.Fatalf("%s for %+v at %v: brought %v, told %+v", b, o, p, got, c)
			}
			if got := d.Because(b, o, p); !slices.Equal(got, c.Because) {
				t.Fatalf("%s for %+v at %v: because of %v, told %v", b, o, p, got, c.Because)
			}
		}
	})
}

// A decision by hand settles what the levels leave open.
func TestADecisionByHandGoesBeforeTheLevels(t *testing.T) {
	low, high := levels(0, 0, 0, 0), levels(3, 3, 3, 3)
	for name, test := range map[string]struct {
		object classify.Object
		levels classify.Profile
		of     classify.Obligation
		want   bool
	}{
		"important at low levels":          {classify.Object{Important: classify.Holds}, low, classify.Important, true},
		"not important at high levels":     {classify.Object{Important: classify.HoldsNot}, high, classify.Important, false},
		"critical at low levels":           {classify.Object{System: true, Critical: classify.Holds}, low, classify.CriticalSystem, true},
		"not critical at high levels":      {classify.Object{System: true, Critical: classify.HoldsNot}, high, classify.CriticalSystem, false},
		"information is never critical":    {classify.Object{Critical: classify.Holds}, high, classify.CriticalSystem, false},
		"nobody decides about outages":     {classify.Object{Important: classify.HoldsNot, Critical: classify.HoldsNot}, high, classify.Outage, true},
		"by the levels, where they are so": {classify.Object{System: true}, high, classify.CriticalSystem, true},
	} {
		d := classify.DefaultDemands
		if got := d.Brings(test.of, test.object, test.levels); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
		for _, c := range d.Consequences(test.object, test.levels) {
			byHand := test.of == classify.Important && test.object.Important == classify.Holds || test.of == classify.CriticalSystem && test.object.Critical == classify.Holds
			if c.Obligation == test.of && c.ByHand != byHand {
				t.Errorf("%s: by hand %v", name, c.ByHand)
			}
		}
	}
}

// A higher level never lengthens the review interval and never takes an obligation away.
func TestAHigherLevelDemandsNoLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, o := drawDemands(t), drawClassified(t)
		d.ReviewHigh, d.ReviewLow = min(d.ReviewHigh, d.ReviewLow), max(d.ReviewHigh, d.ReviewLow)
		low := drawProfile(t)
		high := low.Max(drawProfile(t))
		if d.ReviewMonths(high) > d.ReviewMonths(low) {
			t.Fatalf("%v is reviewed after %d months, %v after %d", low, d.ReviewMonths(low), high, d.ReviewMonths(high))
		}
		for _, b := range obligations {
			if d.Brings(b, o, low) && !d.Brings(b, o, high) {
				t.Fatalf("%v brings %s, %v does not", low, b, high)
			}
		}
	})
}

func TestDemandsValidate(t *testing.T) {
	for _, one := range classify.DemandList {
		least, most := one.Bounds()
		for n, valid := range map[int]bool{least: true, most: true, 0: true, least - 2: false, most + 1: false} {
			d := classify.DefaultDemands
			*one.Of(&d) = n
			if got := key(d.Validate()); (got == "") != valid {
				t.Errorf("%s = %d: %q", one.Key, n, got)
			}
		}
		if found, ok := classify.DemandByKey(one.Key); !ok || found.Key != one.Key {
			t.Errorf("%s is not found", one.Key)
		}
		for _, lang := range text.Langs {
			if !text.In(lang).Has(one.Label().Key) {
				t.Errorf("%s has no label in %s", one.Key, lang)
			}
		}
	}
	if _, ok := classify.DemandByKey("ranks"); ok {
		t.Error("an unknown demand is found")
	}
}

// A number left out of the stored demands is the default one; a stored one stays.
func TestDemandsFilled(t *testing.T) {
	if got := (classify.Demands{}).Filled(); got != classify.DefaultDemands {
		t.Errorf("nothing stored is filled to %+v", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := drawDemands(t)
		if got := d.Filled(); got != d {
			t.Fatalf("%+v is filled to %+v", d, got)
		}
	})
}
