package register

// UnitFigures is what belongs to a unit.
type UnitFigures struct {
	Own     int // assets of the unit itself
	All     int // and of all below it
	Decided int // of All, those whose classification someone has decided
}

// UnitFigures counts the assets of every unit, by id; "" holds those without a unit.
func (o *Organisation) UnitFigures() map[string]UnitFigures {
	o.reg.mu.RLock()
	defer o.reg.mu.RUnlock()
	own := map[string]*UnitFigures{}
	for rec := range o.reg.order.all() {
		f := own[rec.Asset.Unit]
		if f == nil {
			f = &UnitFigures{}
			own[rec.Asset.Unit] = f
		}
		f.Own++
		if rec.Classified() {
			f.Decided++
		}
	}
	out := make(map[string]UnitFigures, len(o.units)+1)
	for id, f := range own {
		line := o.lineOf(id)
		if len(line) == 0 {
			out[""] = UnitFigures{f.Own, f.Own, f.Decided}
		}
		for _, u := range line {
			sum := out[u.ID]
			if u.ID == id {
				sum.Own = f.Own
			}
			sum.All += f.Own
			sum.Decided += f.Decided
			out[u.ID] = sum
		}
	}
	return out
}
