package journal

import (
	"bytes"
	"regexp"
)

// The lines of a crash that are kept: the first group of the expression, or the
// whole line where it has none. Everything else may hold data of the register:
// the value of a panic, and even a function's arguments, where a piece of text
// shows eight letters at a time.
var (
	harmless = regexp.MustCompile(`^runtime error: (index out of range|slice bounds out of range|invalid memory address or nil pointer dereference|integer divide by zero|makeslice: |hash of unhashable type )[ -~]*$`)
	traces   = []struct {
		line *regexp.Regexp
		tail string
	}{
		{regexp.MustCompile(`^(goroutine \d+) [^"]*\[[a-zA-Z0-9 ,()-]+\]:$`), ":"},
		{regexp.MustCompile(`^([\w./*\-\[\]·~%…]+(?:\([\w./*\-\[\]·~%]+\)[\w.·\[\]…\-]*)?)\([^"]*\)$`), "(…)"},
		{regexp.MustCompile(`^(created by [^" (]+(?:\([\w./*\-\[\]·~%]+\)[\w.·\[\]…\-]*)?)( in goroutine \d+)?$`), ""},
		{regexp.MustCompile(`^(\t[^\t"]+\.(?:go|s|c|h|m):\d+)( \+0x[0-9a-f]+)?( fp=0x.*)?$`), ""},
		{regexp.MustCompile(`^(fatal error: [a-z -~]+)$`), ""},
		{regexp.MustCompile(`^(\[signal [A-Z]+)[ -~]*\]$`), "]"},
		{regexp.MustCompile(`^(Exception 0x[0-9a-f]+) [0-9a-f x]+$`), ""},
	}
)

// leftOut replaces what a panic said.
const leftOut = "panic (what it said is left out)"

// Strip returns what a crash wrote without the values it speaks of: which kind
// of end it was and where each goroutine stood.
func Strip(raw []byte) []byte {
	var out bytes.Buffer
	for line := range bytes.Lines(raw) {
		if s := strip(bytes.TrimRight(line, "\r\n")); s != "" {
			out.WriteString(s + "\n")
		}
	}
	return out.Bytes()
}

func strip(line []byte) string {
	if value, ok := bytes.CutPrefix(line, []byte("panic: ")); ok {
		if harmless.Match(value) {
			return string(line)
		}
		return leftOut
	}
	for _, t := range traces {
		if m := t.line.FindSubmatch(line); m != nil {
			return string(m[1]) + t.tail
		}
	}
	return ""
}
