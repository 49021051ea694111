package present

import (
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Mood is how good or bad the state of something is.
type Mood int

// The moods.
const (
	MoodGood Mood = iota
	MoodNote
	MoodBad
)

// ClassifyLabel is what the button says that leads to the guided form.
func ClassifyLabel(p *text.Printer, rec *register.Record) string {
	switch {
	case rec.Draft != nil:
		return p.T("assets.classify.goOn")
	case rec.Classified():
		return p.T("assets.classify.again")
	}
	return p.T("assets.classify")
}
