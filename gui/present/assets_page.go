package present

import (
	"strings"

	"infoklass/domain/classify"
)

// Decision says when a classification was decided and by whom.
func Decision(c *classify.Classification) string {
	return Joined(", ", c.DecidedOn, c.DecidedBy)
}

func Joined(separator string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, separator)
}
