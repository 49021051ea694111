package history

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// event is a line of the log: one commit.
type event struct {
	Revision ledger.Revision
	When     string // in the computer's own time
	Who      string
	What     string
	Count    int  // of changes
	Undone   bool // a later commit took it back, and has not been taken back itself
	folded   string
}

// readEvents reads the log, newest first: at most the number given, all for 0.
func readEvents(ctx context.Context, p *text.Printer, r *register.Register, most int) ([]event, error) {
	var out []event
	undone := map[ledger.Revision]bool{}
	err := r.History(ctx, "", func(e ledger.Entry) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		gone := undone[e.Revision]
		if e.Undoes != 0 && !gone {
			undone[e.Undoes] = true
		}
		out = append(out, newEvent(p, e, gone))
		if most > 0 && len(out) >= most {
			return ledger.ErrStop
		}
		return nil
	})
	return out, err
}

func newEvent(p *text.Printer, e ledger.Entry, undone bool) event {
	v := event{
		Revision: e.Revision, When: text.DateTime(e.When.Local()), Who: e.Who, What: e.Why.In(p), Count: e.Count, Undone: undone,
	}
	v.folded = text.Fold(v.When + " " + v.Who + " " + v.What)
	return v
}

// query chooses lines: by one person, or by everyone for "", with every word of text in them.
type query struct{ who, text string }

func (q query) narrows() bool { return q != query{} }

func (q query) choose(events []event) []event {
	who, words := q.who, strings.Fields(text.Fold(q.text))
	if who == "" && len(words) == 0 {
		return events
	}
	var out []event
	for _, e := range events {
		missing := func(w string) bool { return !strings.Contains(e.folded, w) }
		if (who == "" || e.Who == who) && !slices.ContainsFunc(words, missing) {
			out = append(out, e)
		}
	}
	return out
}

// persons returns everyone named in the log, in Swedish order.
func persons(events []event) []string {
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

// detail is what one commit changed.
type detail struct {
	Event  event
	Groups []group
	More   int // changes that are left out
}

// group is what changed about one asset, unit or setting.
type group struct {
	Title string
	Lines []line
}

// line is one field that changed.
type line struct{ Field, Words string }

// linesTold is how many fields a detail names: as many as fit a page.
const linesTold = 60

// readDetail reads one commit and returns what it changed, field by field.
func readDetail(ctx context.Context, p *text.Printer, r *register.Register, v event) (detail, error) {
	e, err := r.Entry(ctx, v.Revision)
	if err != nil {
		return detail{}, err
	}
	out := detail{Event: v}
	told := 0
	for i, ch := range e.Changes {
		if told >= linesTold {
			out.More = len(e.Changes) - i
			break
		}
		if present.BecameDecided(e, ch) {
			continue
		}
		fields, err := r.Describe(p, ch)
		if err != nil {
			return detail{}, err
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

// add puts lines after those about the same subject.
func (d *detail) add(title string, lines []line) {
	if n := len(d.Groups); n > 0 && d.Groups[n-1].Title == title {
		d.Groups[n-1].Lines = append(d.Groups[n-1].Lines, lines...)
		return
	}
	d.Groups = append(d.Groups, group{title, lines})
}

func changeLines(p *text.Printer, fields []register.FieldChange) []line {
	var out []line
	for _, f := range fields {
		words := p.T("history.changed", "old", f.Old, "new", f.New)
		switch {
		case f.Old == "":
			words = f.New
		case f.New == "":
			words = p.T("history.removed", "old", f.Old)
		}
		out = append(out, line{f.Field.In(p), words})
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
