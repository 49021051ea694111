package present

import (
	"strings"
)

// Joined puts the parts that are not empty together.
func Joined(separator string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, separator)
}
