package present

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Event is a line of the log: one commit.
type Event struct {
	Revision ledger.Revision
	When     string // in the computer's own time
	Who      string
	What     string
	Count    int  // of changes
	Undone   bool // a later commit took it back, and stands
	folded   string
}

// Events reads the log, newest first; at most so many, all for 0.
func Events(ctx context.Context, p *text.Printer, r *register.Register, most int) ([]Event, error) {
	var out []Event
	undone := map[ledger.Revision]bool{}
	err := r.History(ctx, "", func(e ledger.Entry) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		gone := undone[e.Revision]
		if e.Undoes != 0 && !gone {
			undone[e.Undoes] = true
		}
		out = append(out, event(p, e, gone))
		if most > 0 && len(out) >= most {
			return ledger.ErrStop
		}
		return nil
	})
	return out, err
}

func event(p *text.Printer, e ledger.Entry, undone bool) Event {
	v := Event{
		Revision: e.Revision, When: text.DateTime(e.When.Local()), Who: e.Who, What: e.Why.In(p), Count: e.Count, Undone: undone,
	}
	v.folded = text.Fold(v.When + " " + v.Who + " " + v.What)
	return v
}

// FilterEvents keeps the lines of one person, of everyone for "", in which
// every word is found.
func FilterEvents(events []Event, who, search string) []Event {
	words := strings.Fields(text.Fold(search))
	if who == "" && len(words) == 0 {
		return events
	}
	var out []Event
	for _, e := range events {
		missing := func(w string) bool { return !strings.Contains(e.folded, w) }
		if (who == "" || e.Who == who) && !slices.ContainsFunc(words, missing) {
			out = append(out, e)
		}
	}
	return out
}

// Persons lists everyone who stands in the log, in Swedish order.
func Persons(events []Event) []string {
	seen := map[string]bool{}
	var out []string
	for _, e := range events {
		if !seen[e.Who] {
			seen[e.Who] = true
			out = append(out, e.Who)
		}
	}
	text.SortStrings(out)
	return out
}

// EventDetail is what one commit changed.
type EventDetail struct {
	Event  Event
	Groups []ChangeGroup
	More   int // changes that are not told
}

// ChangeGroup is what changed about one asset, unit or setting.
type ChangeGroup struct {
	Title string
	Lines []ChangeLine
}

// ChangeLine is one field that changed.
type ChangeLine struct{ Field, Words string }

// linesTold is how many fields a detail tells of: what fits a page.
const linesTold = 60

// Detail reads one commit and tells what it changed, field by field.
func Detail(ctx context.Context, p *text.Printer, r *register.Register, v Event) (EventDetail, error) {
	e, err := r.Entry(ctx, v.Revision)
	if err != nil {
		return EventDetail{}, err
	}
	out := EventDetail{Event: v}
	told := 0
	for i, ch := range e.Changes {
		if told >= linesTold {
			out.More = len(e.Changes) - i
			break
		}
		if becameDecided(e, ch) {
			continue
		}
		fields, err := r.Describe(p, ch)
		if err != nil {
			return EventDetail{}, err
		}
		lines := changeLines(p, fields)
		if len(lines) == 0 {
			continue
		}
		told += len(lines)
		out.add(subject(p, r, e, ch), lines)
	}
	return out, nil
}

// becameDecided tells a draft that went because the same commit decided it. Told
// line by line that reads as if everything written were lost.
func becameDecided(e ledger.Entry, ch ledger.Change) bool {
	return ch.Kind == register.KindDraft && ch.New == nil && slices.ContainsFunc(e.Changes, func(other ledger.Change) bool {
		return other.Kind == register.KindClassification && other.About == ch.About && other.Old == nil && other.New != nil
	})
}

// add puts lines after those about the same subject.
func (d *EventDetail) add(title string, lines []ChangeLine) {
	if n := len(d.Groups); n > 0 && d.Groups[n-1].Title == title {
		d.Groups[n-1].Lines = append(d.Groups[n-1].Lines, lines...)
		return
	}
	d.Groups = append(d.Groups, ChangeGroup{title, lines})
}

func changeLines(p *text.Printer, fields []register.FieldChange) []ChangeLine {
	var out []ChangeLine
	for _, f := range fields {
		words := p.T("history.changed", "old", f.Old, "new", f.New)
		switch {
		case f.Old == "":
			words = f.New
		case f.New == "":
			words = p.T("history.removed", "old", f.Old)
		}
		out = append(out, ChangeLine{f.Field.In(p), words})
	}
	return out
}

// subject names what a change is about, as it is called now, or was called
// where it is gone.
func subject(p *text.Printer, r *register.Register, e ledger.Entry, ch ledger.Change) string {
	if rec, ok := r.Record(ch.About); ok {
		return rec.Asset.Name
	}
	if u, ok := r.Organisation().Unit(ch.About); ok {
		return u.Name
	}
	switch ch.Kind {
	case register.KindSettings:
		return p.T("history.settings")
	case register.KindMapping:
		return p.T("history.mapping")
	}
	for _, other := range e.Changes {
		if other.About == ch.About {
			if name := nameIn(other); name != "" {
				return name
			}
		}
	}
	return p.T("history.gone")
}

// nameIn reads the name that an asset or a unit has in a change.
func nameIn(ch ledger.Change) string {
	data := ch.New
	if data == nil {
		data = ch.Old
	}
	switch ch.Kind {
	case register.KindAsset:
		if a, err := register.Decode[asset.Asset](data); err == nil {
			return a.Name
		}
	case register.KindUnit:
		if u, err := register.Decode[asset.Unit](data); err == nil {
			return u.Name
		}
	}
	return ""
}
