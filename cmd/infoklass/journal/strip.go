package journal

import (
	"bytes"
	"regexp"
)

// What the Go runtime writes of a crash, line by line, and what of a line is
// kept: its first group, or the whole where there is none. Everything else may
// hold what the register holds: the value of a panic, and even the arguments
// of a function, which are eight letters each where they are a piece of text.
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

// leftOut stands where a panic said something.
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
