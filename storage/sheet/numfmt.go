package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// format is what a cell's number format says about the number in it.
type format uint8

const (
	formatPlain format = iota
	formatDate
	formatDateTime
	formatTime
	formatPadded // zeros only, as for 0017; the width is kept separately
)

type numberFormat struct {
	format
	width int
}

// builtinFormat knows the formats that workbooks refer to by number alone.
func builtinFormat(id int) numberFormat {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return numberFormat{format: formatDate}
	case id == 22:
		return numberFormat{format: formatDateTime}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47, id == 55, id == 56:
		return numberFormat{format: formatTime}
	}
	return numberFormat{}
}

// parseFormat reads a format code such as yyyy\-mm\-dd;@.
func parseFormat(code string) numberFormat {
	code, _, _ = strings.Cut(code, ";")
	var days, hours, zeros, other bool
	width := 0
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return numberFormat{}
			}
			i += end + 1
			other = true
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return numberFormat{}
			}
			switch strings.ToLower(code[i+1 : i+end]) {
			case "h", "hh", "m", "mm", "s", "ss":
				return numberFormat{} // elapsed time is a number
			}
			i += end
		case '\\', '_', '*':
			i++
			other = true
		case 'y', 'Y', 'd', 'D', 'e', 'E':
			if (c == 'e' || c == 'E') && strings.ContainsAny(code, "0#") {
				return numberFormat{} // 0.00E+00
			}
			days = true
		case 'h', 'H', 's', 'S':
			hours = true
		case '0':
			zeros, width = true, width+1
		case 'm', 'M', '-', '/', ':', ' ', '.', ',', '@', 'A', 'P', 'a', 'p', 'T', 'Z':
			other = true
		default:
			other = true
		}
	}
	lower := strings.ToLower(code)
	switch {
	case lower == "general" || lower == "standard":
		return numberFormat{}
	case zeros && !other && !days && !hours && width > 1:
		return numberFormat{formatPadded, width}
	case zeros || strings.Contains(code, "#"):
		return numberFormat{}
	case days && hours:
		return numberFormat{format: formatDateTime}
	case days, !hours && monthOnly(lower):
		return numberFormat{format: formatDate}
	case hours:
		return numberFormat{format: formatTime}
	}
	return numberFormat{}
}

// monthOnly knows mmm and mmmm, month names without a day.
func monthOnly(lower string) bool { return strings.Contains(lower, "mmm") }

// write returns a number as the person who chose the format reads it.
func (f numberFormat) write(raw string, date1904 bool) (string, bool) {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return raw, false
	}
	switch f.format {
	case formatDate, formatDateTime, formatTime:
		if s, ok := serial(v, f.format, date1904); ok {
			return s, f.format != formatTime
		}
	case formatPadded:
		if v == math.Trunc(v) && v >= 0 && v < 1e15 {
			s := strconv.FormatFloat(v, 'f', 0, 64)
			return strings.Repeat("0", max(0, f.width-len(s))) + s, false
		}
	}
	return plainNumber(raw, v), false
}

// plainNumber writes a number without the noise of binary fractions.
func plainNumber(raw string, v float64) string {
	if len(raw) < 16 && !strings.ContainsAny(raw, "eE+") {
		return raw
	}
	if math.Abs(v) >= 1e21 {
		return raw
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if rounded := strconv.FormatFloat(v, 'g', 15, 64); len(s) > 16 {
		if w, err := strconv.ParseFloat(rounded, 64); err == nil {
			s = strconv.FormatFloat(w, 'f', -1, 64)
		}
	}
	return s
}

// serial writes a serial day number as ISO 8601. In the 1900 system day 60 is
// a 29 February that never was, so earlier numbers are one day off.
func serial(v float64, f format, date1904 bool) (string, bool) {
	if v < 0 || v > 2_958_466 { // year 9999
		return "", false
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if v < 60 {
		epoch = epoch.AddDate(0, 0, 1)
	}
	days, part := math.Modf(v)
	seconds := math.Round(part * 86400)
	t := epoch.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	switch {
	case f == formatTime && days == 0:
		return t.Format("15:04"), true
	case f == formatTime:
		return "", false
	case seconds == 0:
		return t.Format(time.DateOnly), true
	case f == formatDate:
		return t.Format(time.DateOnly), true
	}
	if t.Second() != 0 {
		return t.Format("2006-01-02 15:04:05"), true
	}
	return t.Format("2006-01-02 15:04"), true
}
