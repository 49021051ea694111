package duty

import (
	"strings"

	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Finding is one duty that is not met on one asset or one unit.
type Finding struct {
	*Duty
	Severity Severity
	// Record is the asset, nil for a finding on a unit.
	Record *register.Record
	// Unit is the id of the unit; for an asset, of the unit that it belongs to.
	Unit string
	// Since is the ISO date from which the duty was not met, as far as the
	// register can tell; empty where it cannot.
	Since string
	// Responsible is the role that answers for it, empty where no one is named.
	Responsible string
	lack        lack
}

// Missing is the sentence that says what is missing.
func (f Finding) Missing() text.Message { return f.lack.message() }

// Short is what is missing in a few words, for a line of a table.
func (f Finding) Short() text.Message {
	m := f.lack.message()
	m.Key = "duty.short." + strings.TrimPrefix(m.Key, "duty.missing.")
	return m
}

// On is the id of what the finding is on: the asset, otherwise the unit.
func (f Finding) On() string {
	if f.Record != nil {
		return f.Record.Asset.ID
	}
	return f.Unit
}

// lack is what is missing: a sentence with a number or a day where it shows
// them. It is made into a message only when someone reads it.
type lack struct {
	key string
	n   int
	day string
}

func (l lack) message() text.Message {
	var args []any
	if l.n > 0 {
		args = append(args, "n", l.n)
	}
	if l.day != "" {
		args = append(args, "day", l.day)
	}
	return text.Msg(l.key, args...)
}
