package organisation

import "infoklass/gui/listing"

// commands are what can be done with the unit that is marked.
func (l *List) commands() []listing.Command[unitRow] {
	do := func(key string, fits func(unitRow) bool, do func(unitRow)) listing.Command[unitRow] {
		return listing.Command[unitRow]{Label: l.Text.T(key), Fits: fits, Do: do}
	}
	inUse := func(row unitRow) bool { return row.Unit.Retired == "" }
	holds := func(row unitRow) bool { return row.All > 0 }
	assets := do("organisation.do.assets", holds, func(row unitRow) { l.opt.OnAssets(row.Unit.ID) })
	assets.Apart = true
	return []listing.Command[unitRow]{
		do("organisation.do.open", nil, func(row unitRow) { l.opt.OnOpen(row.Unit.ID) }),
		do("organisation.do.confirm", func(row unitRow) bool { return row.Unit.Unconfirmed }, func(row unitRow) { l.do.confirm(row.Unit.ID) }),
		do("organisation.do.move", inUse, func(row unitRow) { l.do.askMove(row.Unit) }),
		do("organisation.do.merge", inUse, func(row unitRow) { l.do.askMerge(row.Unit) }),
		do("organisation.do.retire", inUse, func(row unitRow) { l.do.askRetire(row.Unit) }),
		do("organisation.do.revive", func(row unitRow) bool { return row.Unit.Retired != "" }, func(row unitRow) { l.do.revive(row.Unit) }),
		do("organisation.do.delete", l.deletable, func(row unitRow) { l.do.askDelete(row.Unit) }),
		assets,
		do("organisation.do.handover", holds, func(row unitRow) { l.opt.OnHandover(managerOf(row.Unit), row.Unit.ID) }),
		do("organisation.do.confirmAll", l.manyWait, func(unitRow) { l.confirmAll() }),
	}
}

// deletable reports whether nothing belongs to a unit.
func (l *List) deletable(row unitRow) bool {
	if row.All > 0 {
		return false
	}
	for _, other := range l.Data().rows {
		if other.Unit.Parent == row.Unit.ID {
			return false
		}
	}
	return true
}

// manyWait reports whether several units are shown that an import made.
func (l *List) manyWait(unitRow) bool {
	return l.Query().group == unitsWaiting && len(l.Table.Rows()) > 1
}
