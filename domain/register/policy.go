package register

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// Policy is what a municipality has decided about its own policy. The zero
// value is the policy of DOMAIN sections 1 and 6.
type Policy struct {
	// Demands holds the thresholds and intervals that differ from the default ones.
	Demands classify.Demands `json:"demands,omitzero"`
	// Off holds the ids of duties that the policy does not have, sorted.
	Off []string `json:"off,omitempty"`
	// Wordings are the policy's own words for a duty, by its id.
	Wordings map[string]Wording `json:"wordings,omitempty"`
}

// Wording is how a policy words a duty. What is empty is worded as shipped.
type Wording struct {
	Name    string `json:"name,omitempty"`    // its short name
	Section string `json:"section,omitempty"` // where it stands: "§ 4.2"
	Quote   string `json:"quote,omitempty"`   // the policy's own sentence
}

// MaxWording is how long a wording may be, in characters.
const MaxWording = 1000

// IsOff reports whether the policy does not have a duty.
func (p Policy) IsOff(id string) bool {
	_, off := slices.BinarySearch(p.Off, id)
	return off
}

// With returns a copy in which a duty is judged or not.
func (p Policy) With(id string, on bool) Policy {
	off := slices.DeleteFunc(slices.Clone(p.Off), func(other string) bool { return other == id })
	if !on {
		off = append(off, id)
	}
	slices.Sort(off)
	p.Off = off
	if len(off) == 0 {
		p.Off = nil
	}
	return p
}

// Worded returns a copy with a duty's wording; one that is empty is taken away.
func (p Policy) Worded(id string, w Wording) Policy {
	w = Wording{strings.TrimSpace(w.Name), strings.TrimSpace(w.Section), strings.TrimSpace(w.Quote)}
	words := maps.Clone(p.Wordings)
	if words == nil {
		words = map[string]Wording{}
	}
	words[id] = w
	if w == (Wording{}) {
		delete(words, id)
	}
	p.Wordings = words
	if len(words) == 0 {
		p.Wordings = nil
	}
	return p
}

// Demanding returns a copy with one threshold or interval; one that is the
// default is not kept, so that it follows the default.
func (p Policy) Demanding(d classify.Demand, n int) Policy {
	base := classify.DefaultDemands
	if n == *d.Of(&base) {
		n = 0
	}
	*d.Of(&p.Demands) = n
	return p
}

func (p Policy) validate() error {
	if err := p.Demands.Validate(); err != nil {
		return err
	}
	for _, w := range p.Wordings {
		for _, s := range []string{w.Name, w.Section, w.Quote} {
			if utf8.RuneCountInString(s) > MaxWording {
				return text.Fail(nil, "policy.problem.long", "max", MaxWording)
			}
		}
	}
	return nil
}

// lines lists what differs from the policy as shipped.
func (p Policy) lines() lines {
	var out lines
	for _, d := range classify.DemandList {
		if n := *d.Of(&p.Demands); n != 0 {
			out = append(out, line{text.Msg("policy.field.demand", "what", d.Label()), d.Label().Key, strconv.Itoa(n)})
		}
	}
	for _, id := range p.Off {
		out = append(out, sayOf("policy.field.off", "duty", id, id))
	}
	for _, id := range slices.Sorted(maps.Keys(p.Wordings)) {
		w := p.Wordings[id]
		out = append(out,
			sayOf("policy.field.name", "duty", id, w.Name),
			sayOf("policy.field.section", "duty", id, w.Section),
			sayOf("policy.field.quote", "duty", id, w.Quote))
	}
	return out
}
