package duty

import (
	"time"

	"github.com/oklog/ulid/v2"

	"infoklass/domain/text"
)

// calendar holds the day that is judged on, and remembers the days it has
// worked out: a large register has few different ones. It belongs to one
// goroutine.
type calendar struct {
	day  string // the one judged on, as an ISO date
	dues map[term]string
	days map[uint64]string // by days since 1970
}

// term is some months after an ISO date.
type term struct {
	from   string
	months int
}

func newCalendar(today time.Time) *calendar { return (&calendar{day: text.Date(today)}).fresh() }

// fresh returns a calendar of the same day that remembers nothing.
func (c *calendar) fresh() *calendar {
	return &calendar{day: c.day, dues: map[term]string{}, days: map[uint64]string{}}
}

// due is the day some months after an ISO date, empty for anything else.
func (c *calendar) due(from string, months int) string {
	t := term{from, months}
	day, known := c.dues[t]
	if !known {
		if date, err := time.Parse(time.DateOnly, from); err == nil {
			day = text.Date(date.AddDate(0, months, 0))
		}
		c.dues[t] = day
	}
	return day
}

// came is the day an asset or unit came into the register, which its id holds; empty for another kind of id.
func (c *calendar) came(id string) string {
	made, err := ulid.ParseStrict(id)
	if err != nil {
		return ""
	}
	n := made.Time() / uint64(24*time.Hour/time.Millisecond)
	day, known := c.days[n]
	if !known {
		day = text.Date(ulid.Time(made.Time()).UTC())
		c.days[n] = day
	}
	return day
}
