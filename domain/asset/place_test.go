package asset_test

import (
	"fmt"
	"slices"
	"testing"

	"infoklass/domain/asset"
)

func TestWhereAUnitHasStood(t *testing.T) {
	u := asset.Unit{ID: "u", Name: "IFO", Parent: "soc"}
	renamed := u
	renamed.Name = "Individ och familj"
	renamed = renamed.Once(u.Now())
	if len(renamed.Earlier) != 1 || !renamed.Earlier[0].Equal(asset.Place{Under: "soc", Names: []string{"ifo"}}) {
		t.Fatalf("a renamed unit has stood at %+v", renamed.Earlier)
	}
	again := renamed.Once(u.Now())
	if len(again.Earlier) != 1 {
		t.Errorf("the same place is remembered twice: %+v", again.Earlier)
	}
	back := renamed
	back.Name = "Ifo"
	if back = back.Once(renamed.Now()); len(back.Earlier) != 1 || back.Earlier[0].Names[0] != "Individ och familj" {
		t.Errorf("a unit that is back has stood at %+v: where it stands is no place before", back.Earlier)
	}
	if ways := renamed.Ways(); len(ways) != 2 || !ways[1].Equal(renamed.Now()) {
		t.Errorf("the ways are %+v", ways)
	}
}

// Where a unit above is going, what stood below it is found below all the places of that one.
func TestPlacesBelowAUnitThatGoes(t *testing.T) {
	u := asset.Unit{ID: "u", Name: "IFO", Parent: "top", Earlier: []asset.Place{{Under: "old", Names: []string{"Ifo"}}, {Under: "other", Names: []string{"Ifo"}}}}
	ways := []asset.Place{{Under: "top", Names: []string{"Soc"}}, {Under: "", Names: []string{"Socialtjänst"}}, {Under: "old", Names: []string{"Gammal"}}}
	got := u.Rerouted("old", ways).Earlier
	want := []asset.Place{{Under: "top", Names: []string{"Soc", "Ifo"}}, {Under: "", Names: []string{"Socialtjänst", "Gammal", "Ifo"}},
		{Under: "top", Names: []string{"Soc", "Gammal", "Ifo"}}, {Under: "", Names: []string{"Socialtjänst", "Ifo"}}, {Under: "other", Names: []string{"Ifo"}}}
	if !slices.EqualFunc(got, want, asset.Place.Equal) {
		t.Errorf("rerouted to %+v, want %+v", got, want)
	}
}

func TestUnitsAreEqualInEverything(t *testing.T) {
	u := asset.Unit{ID: "u", Name: "IFO", Kind: asset.LocalUnit, Earlier: []asset.Place{{Names: []string{"Ifo"}}}}
	if !u.Equal(u) {
		t.Error("a unit is not its own equal")
	}
	for i, change := range []func(*asset.Unit){
		func(u *asset.Unit) { u.Name = "Ifo" }, func(u *asset.Unit) { u.Manager = "Chef" }, func(u *asset.Unit) { u.Retired = "2026-01-01" },
		func(u *asset.Unit) { u.Delegation.Role = "Chef" }, func(u *asset.Unit) { u.Earlier = nil }, func(u *asset.Unit) { u.Unconfirmed = true },
	} {
		other := u
		if change(&other); u.Equal(other) {
			t.Errorf("change %d is not seen", i)
		}
	}
	if got := asset.Path([]string{"Kommun", "Socialnämnden"}); got != "Kommun / Socialnämnden" {
		t.Errorf("the path is %q", got)
	}
}

// Many reorganisations are remembered, all of them, and no more than there is room for.
func TestNoPlaceIsForgottenBeforeItsTime(t *testing.T) {
	u := asset.Unit{ID: "u", Name: "IFO"}
	for i := range 200 {
		u = u.Once(asset.Place{Under: "old", Names: []string{fmt.Sprint("Enhet ", i)}})
	}
	if n := len(u.Rerouted("old", []asset.Place{{Under: "new"}}).Earlier); n != 200 {
		t.Errorf("%d places of 200 are left", n)
	}
	var ways []asset.Place
	for i := range 200 {
		ways = append(ways, asset.Place{Under: "new", Names: []string{fmt.Sprint("Väg ", i)}})
	}
	if n := len(u.Rerouted("old", ways).Earlier); n > 1000 {
		t.Errorf("%d places are kept", n)
	}
}

// Places multiply with those of a unit that is deleted, but not beyond bounds,
// and each of them stays known by where that unit stood last.
func TestReroutedPlacesAreBoundedAndNoneIsForgotten(t *testing.T) {
	var u asset.Unit
	var ways []asset.Place
	for i := range 40 {
		u.Earlier = append(u.Earlier, asset.Place{Under: "gone", Names: []string{fmt.Sprint("name ", i)}})
		ways = append(ways, asset.Place{Names: []string{fmt.Sprint("above ", i)}})
	}
	got := u.Rerouted("gone", ways).Earlier
	if len(got) != 1000 {
		t.Errorf("%d places, want 1000", len(got))
	}
	for _, p := range u.Earlier {
		want := asset.Place{Names: []string{"above 39", p.Names[0]}}
		if !slices.ContainsFunc(got, want.Equal) {
			t.Errorf("%v is forgotten", want.Names)
		}
	}
}
