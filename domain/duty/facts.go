package duty

import (
	"cmp"
	"time"

	"github.com/oklog/ulid/v2"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// facts is what the rules for an asset know.
type facts struct {
	*register.Record
	*brought
	around around
	today  time.Time
	day    string // today as an ISO date
}

// around is what an asset's place in the organisation says.
type around struct {
	placed  bool
	manager string // the role that answers for the unit, or for the nearest above it
}

// brought is what the levels of an asset bring. Assets alike share one.
type brought struct {
	months map[classify.Duty]int // the interval of each duty that is settled
	list   requirement.List
}

func bring(set Settings, o requirement.Object) *brought {
	b := &brought{months: map[classify.Duty]int{}, list: requirement.Shipped.Select(o)}
	for _, c := range set.Consequences(classify.Object{System: o.System, Procurement: o.Procurement}, o.Profile) {
		if c.Settled() {
			b.months[c.Duty] = c.Months
		}
	}
	return b
}

// brings tells whether the levels bring a duty.
func (b *brought) brings(d classify.Duty) bool {
	_, ok := b.months[d]
	return ok
}

// came is the day an asset or unit came into the register, as its id tells; empty where it does not.
func came(id string) string {
	made, err := ulid.ParseStrict(id)
	if err != nil {
		return ""
	}
	return text.Date(ulid.Time(made.Time()).UTC())
}

// classifiedOn is the day that the levels have been known from.
func (f *facts) classifiedOn() string {
	if f.Class != nil && f.Class.DecidedOn != "" {
		return f.Class.DecidedOn
	}
	return came(f.Asset.ID)
}

// responsible is the role that answers for a duty.
func (f *facts) responsible(d *Duty) string {
	if d.OwnerFirst {
		return cmp.Or(f.Record.Owner(), f.around.manager)
	}
	return cmp.Or(f.around.manager, f.Record.Owner())
}

func (f *facts) field(name asset.Field) string { return f.Asset.Fields[name] }

// due is the day some months after an ISO date, empty where it is none.
func due(from string, months int) string {
	t, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return ""
	}
	return text.Date(t.AddDate(0, months, 0))
}
