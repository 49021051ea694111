package intake

import (
	"strconv"
	"strings"
	"time"
)

var months = map[string]int{
	"jan": 1, "januari": 1, "january": 1, "feb": 2, "februari": 2, "february": 2, "mar": 3, "mars": 3, "march": 3, "apr": 4, "april": 4,
	"maj": 5, "may": 5, "jun": 6, "juni": 6, "june": 6, "jul": 7, "juli": 7, "july": 7, "aug": 8, "augusti": 8, "august": 8,
	"sep": 9, "sept": 9, "september": 9, "okt": 10, "oct": 10, "oktober": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
}

// parseDay reads a day whose order of year, month and day is beyond doubt:
// 2024-01-02, 2024/1/2, 20240102, 2 januari 2024, and 27.2.2024 where no month
// can be the first number. 01/08/2026 stays the text it is.
func parseDay(s string) (time.Time, bool) {
	if len(s) < 6 || len(s) > 30 {
		return time.Time{}, false
	}
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		t, err := time.Parse(time.DateOnly, s)
		return t, err == nil
	}
	if s[0] < '0' || s[0] > '9' {
		return time.Time{}, false
	}
	date, _, _ := strings.Cut(s, "T")
	if i := strings.IndexByte(date, ' '); i > 0 && strings.Contains(date[i:], ":") {
		date = date[:i]
	}
	f := strings.FieldsFunc(strings.ToLower(date), func(r rune) bool { return r == '-' || r == '/' || r == '.' || r == ' ' })
	switch {
	case len(f) == 1 && len(f[0]) == 8:
		return dayOf(f[0][:4], f[0][4:6], f[0][6:])
	case len(f) != 3:
		return time.Time{}, false
	case len(f[0]) == 4:
		return dayOf(f[0], f[1], f[2])
	case len(f[2]) == 4 && months[f[1]] > 0:
		return dayOf(f[2], strconv.Itoa(months[f[1]]), f[0])
	case len(f[2]) == 4 && len(f[0]) <= 2 && len(f[1]) <= 2 && strings.Contains(date, "."):
		return dayOf(f[2], f[1], f[0]) // with points, the day is always first
	}
	return time.Time{}, false
}

func dayOf(year, month, day string) (time.Time, bool) {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || err3 != nil || y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31 {
		return time.Time{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d
}

// dayText writes a day as ISO 8601 and leaves every other text as it is.
func dayText(s string) string {
	if t, ok := parseDay(s); ok {
		return t.Format(time.DateOnly)
	}
	return s
}

func looksLikeYear(s string) bool {
	y, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && y >= 1980 && y <= 2049
}
