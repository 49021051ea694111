package widgets

import (
	"math"
	"strconv"
	"strings"

	"infoklass/domain/text"
)

// NumberEntry is a field for a number, written with comma or point.
type NumberEntry struct {
	Entry
	// OnNumber is called with a number that has changed; set is false when the field was emptied.
	OnNumber func(number float64, set bool)
	// OnFault is called with a sentence when what was written is not a number, and with an empty one when that is corrected.
	OnFault func(string)

	printer *text.Printer
	rule    NumberRule
}

// NumberRule says which numbers a field takes.
type NumberRule struct {
	Least, Most float64 // both 0: any number
	Whole       bool
	Required    bool
}

// NewNumberEntry is an empty field for a number.
func NewNumberEntry(p *text.Printer, rule NumberRule) *NumberEntry {
	n := &NumberEntry{printer: p, rule: rule}
	n.ExtendBaseWidget(n)
	n.init(n, "")
	n.OnCommit = n.read
	return n
}

// SetNumber shows a number.
func (n *NumberEntry) SetNumber(number float64) {
	s := strconv.FormatFloat(number, 'f', -1, 64)
	if n.printer.Lang() == text.Swedish {
		s = strings.ReplaceAll(s, ".", ",")
	}
	n.SetValue(s)
}

func (n *NumberEntry) read(s string) {
	number, set, fault := n.rule.check(n.printer, s)
	if n.OnFault != nil {
		n.OnFault(fault)
	}
	if fault != "" {
		return
	}
	if set {
		n.SetNumber(number)
	}
	if n.OnNumber != nil {
		n.OnNumber(number, set)
	}
}

// check returns the number written, or the sentence that says why there is none.
func (r NumberRule) check(p *text.Printer, s string) (number float64, set bool, fault string) {
	s = strings.TrimSpace(s)
	if s == "" {
		if r.Required {
			fault = p.T("widgets.number.missing")
		}
		return 0, false, fault
	}
	number, ok := parseNumber(s)
	switch {
	case !ok:
		return 0, false, p.T("widgets.number.fault", "value", s)
	case r.Whole && number != math.Trunc(number):
		return 0, false, p.T("widgets.number.whole")
	case r.Least != r.Most && (number < r.Least || number > r.Most):
		return 0, false, p.T("widgets.number.range", "least", plainNumber(p, r.Least), "most", plainNumber(p, r.Most))
	}
	return number, true, ""
}

func plainNumber(p *text.Printer, f float64) string {
	if f == math.Trunc(f) && math.Abs(f) < 1e9 {
		return p.Int(int(f))
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if p.Lang() == text.Swedish {
		s = strings.ReplaceAll(s, ".", ",")
	}
	return s
}

// parseNumber reads digits, spaces between thousands, and one comma or point.
func parseNumber(s string) (float64, bool) {
	s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".", "−", "-").Replace(s)
	if strings.ContainsAny(s, "eExXpP_nNiI") {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil
}
