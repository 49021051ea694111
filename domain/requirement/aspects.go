package requirement

import (
	"strings"

	"infoklass/domain/classify"
)

// Aspects are the aspects that a requirement protects, stored as letters: "K,R".
type Aspects []classify.Aspect

// String writes the letters together: KR.
func (a Aspects) String() string {
	var b strings.Builder
	for _, one := range a {
		b.WriteString(one.Letter())
	}
	return b.String()
}

// MarshalText writes the letters with commas between.
func (a Aspects) MarshalText() ([]byte, error) {
	letters := make([]string, len(a))
	for i, one := range a {
		letters[i] = one.Letter()
	}
	return []byte(strings.Join(letters, ",")), nil
}

// UnmarshalText reads letters with commas between, and returns an error for an
// unknown aspect and for one that is there twice.
func (a *Aspects) UnmarshalText(cell []byte) error {
	read, err := readAspects(string(cell))
	*a = read
	return err
}
