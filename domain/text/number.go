package text

import (
	"strconv"
	"strings"
	"time"
)

// nbsp separates thousands and units, so that a number is never broken over two lines.
const nbsp = "\u00a0"

// Int writes n with its thousands separated: 1 234 in Swedish, 1,234 in English.
func (p *Printer) Int(n int) string {
	sep := nbsp
	if p.lang == English {
		sep = ","
	}
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}

// Percent writes part of whole in whole percent. It rounds down, so that 100 %
// means that nothing is missing. A share of nothing is "–".
func (p *Printer) Percent(part, whole int) string {
	if whole <= 0 {
		return "–"
	}
	s := strconv.Itoa(part * 100 / whole)
	if p.lang == English {
		return s + "%"
	}
	return s + nbsp + "%"
}

// Hours writes a number of hours without trailing zeros: 0,25 h.
func (p *Printer) Hours(h float64) string {
	s := strconv.FormatFloat(h, 'f', -1, 64)
	if p.lang == Swedish {
		s = strings.ReplaceAll(s, ".", ",")
	}
	return s + nbsp + "h"
}

// Date writes a day as ISO 8601, as Swedish authorities do, in every language. The
// zero time is empty.
func Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// DateTime writes a day and the time to the minute. The zero time is empty.
func DateTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02 15:04")
}

// LongDate writes a day in words: 23 november 2026.
func (p *Printer) LongDate(t time.Time) string {
	month := p.T("month." + strconv.Itoa(int(t.Month())))
	return strconv.Itoa(t.Day()) + " " + month + " " + strconv.Itoa(t.Year())
}
