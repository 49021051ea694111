package duty

import "testing"

// Each rule has one function, which is what gives it its scope.
func TestEachRuleHasOneScope(t *testing.T) {
	scopes := map[int]int{}
	for i := range rules {
		r := &rules[i]
		functions := 0
		for scope, set := range []bool{r.asset != nil, r.unit != nil, r.document != nil, r.municipality != nil} {
			if set {
				functions++
				scopes[scope]++
			}
		}
		if functions != 1 {
			t.Errorf("%s has %d functions", r.ID, functions)
		}
		if d, ok := ByID(r.ID); !ok || d.order != i {
			t.Errorf("%s is not the duty that its rule is", r.ID)
		}
	}
	if len(scopes) != 4 {
		t.Errorf("a scope has no rule: %v", scopes)
	}
}
