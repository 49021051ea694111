package intake

import (
	"strings"
	"sync"
)

// headerSpelling is a row of headers.tsv that means one field only.
type headerSpelling struct{ field, text, language string }

var headerSpellings = sync.OnceValue(func() []headerSpelling {
	var out []headerSpelling
	for line := range strings.Lines(headersTSV) {
		c := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(c) >= 3 && (len(c) < 5 || c[4] == "") && words().fields[compact(c[1])] == c[0] {
			out = append(out, headerSpelling{c[0], c[1], c[2]})
		}
	}
	return out
})

// Header returns how an exported list heads a column, so that a later import
// takes it for the same field: as preferred where that is understood,
// otherwise the first known spelling in the language, then in any.
func Header(field, preferred, language string) string {
	if words().fields[compact(preferred)] == field {
		return preferred
	}
	found := ""
	for _, s := range headerSpellings() {
		switch {
		case s.field != field:
		case s.language == language:
			return s.text
		case found == "":
			found = s.text
		}
	}
	if found == "" {
		return preferred
	}
	return found
}
