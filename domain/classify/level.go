// Package classify knows how information is classified: the four aspects, the
// levels and the scales they are written in, the consequence matrix, the
// guided questions, and what a decided classification consists of.
package classify

import (
	"fmt"
	"strconv"
)

// Aspect is one of the four sides of protection that the policy demands
// ("med hänsyn till konfidentialitet, riktighet, tillgänglighet och spårbarhet").
type Aspect int

// The aspects in the order they are always shown: K R T S.
const (
	Confidentiality Aspect = iota
	Integrity
	Availability
	Traceability
)

// Aspects lists all four in order.
var Aspects = [4]Aspect{Confidentiality, Integrity, Availability, Traceability}

var aspectKeys = [4]string{"confidentiality", "integrity", "availability", "traceability"}
var aspectLetters = [4]string{"K", "R", "T", "S"}

// Key is the aspect's stable English name in files, messages and JSON.
func (a Aspect) Key() string { return aspectKeys[a] }

// Letter is the Swedish initial the aspect is known by: K, R, T or S.
func (a Aspect) Letter() string { return aspectLetters[a] }

// AspectOf returns the aspect with a key or a letter, and false for anything else.
func AspectOf(s string) (Aspect, bool) {
	for _, a := range Aspects {
		if s == aspectKeys[a] || s == aspectLetters[a] {
			return a, true
		}
	}
	return 0, false
}

// Level is a protection rank from 0 to 3, whatever scale it was chosen in. The
// zero value is Unset, oklassad: a state of its own, never level 0.
type Level uint8

// The protection ranks of the requirement catalogue.
const (
	Unset Level = iota
	Level0
	Level1
	Level2
	Level3
)

// LevelOf returns the level of a protection rank 0–3.
func LevelOf(rank int) (Level, error) {
	if rank < 0 || rank > 3 {
		return Unset, fmt.Errorf("classify: protection rank %d is outside 0–3", rank)
	}
	return Level(rank + 1), nil
}

// Rank returns the protection rank 0–3, and false for an unset level.
func (l Level) Rank() (int, bool) { return int(l) - 1, l != Unset }

// AtLeast reports whether the level is set and its rank is rank or higher.
func (l Level) AtLeast(rank int) bool { return l != Unset && int(l)-1 >= rank }

// String is the rank as a digit, "–" when unset.
func (l Level) String() string {
	if l == Unset {
		return "–"
	}
	return strconv.Itoa(int(l) - 1)
}

// MarshalJSON writes the rank, or null.
func (l Level) MarshalJSON() ([]byte, error) {
	if l == Unset {
		return []byte("null"), nil
	}
	return []byte(l.String()), nil
}

// UnmarshalJSON reads a rank 0–3 or null, and returns an error for anything else.
func (l *Level) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*l = Unset
		return nil
	}
	rank, err := strconv.Atoi(string(data))
	if err != nil {
		return fmt.Errorf("classify: level %s: %w", data, err)
	}
	*l, err = LevelOf(rank)
	return err
}

// Profile is the level in each aspect, in the order of Aspects.
type Profile [4]Level

// Of returns the level of an aspect.
func (p Profile) Of(a Aspect) Level { return p[a] }

// With returns the profile with one aspect changed.
func (p Profile) With(a Aspect, l Level) Profile {
	p[a] = l
	return p
}

// Complete reports whether every aspect has a level.
func (p Profile) Complete() bool {
	for _, l := range p {
		if l == Unset {
			return false
		}
	}
	return true
}

// Empty reports whether no aspect has a level.
func (p Profile) Empty() bool { return p == Profile{} }

// Highest returns the highest level, Unset where none is set.
func (p Profile) Highest() Level {
	return max(p[0], p[1], p[2], p[3])
}

// Max returns the higher level per aspect. A system has at least the Max of the
// information it holds.
func (p Profile) Max(q Profile) Profile {
	for i := range p {
		p[i] = max(p[i], q[i])
	}
	return p
}

// String writes the profile as K2 R1 T3 S1, with – for an aspect not set.
func (p Profile) String() string {
	b := make([]byte, 0, 16)
	for i, l := range p {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(append(b, aspectLetters[i]...), l.String()...)
	}
	return string(b)
}
