package text

import "time"

// ParseDate reads a day written as ISO 8601 (2026-11-23). The error has a
// sentence for the person who wrote it.
func ParseDate(s string) (time.Time, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, Fail(err, "error.date", "value", s)
	}
	return t, nil
}
