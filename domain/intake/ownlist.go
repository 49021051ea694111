package intake

import "infoklass/domain/text"

// isOwnExport knows a list that our own export has written.
func (d *draft) isOwnExport() bool { return d.find(FieldRegisterID) >= 0 }

// settleOwnExport takes the columns of the user's own in an exported list for
// what they are, also where their headers would mean something else: the
// export writes them after the particulars, so of two columns with one header
// the last is the user's.
func (d *draft) settleOwnExport(k *Knowledge) {
	if !d.isOwnExport() {
		return
	}
	own := map[string]bool{}
	for i := range k.Assets {
		for header := range k.Assets[i].Custom {
			own[tidy(header)] = true
		}
	}
	last := map[string]*draftColumn{}
	for i := range d.columns {
		if c := &d.columns[i]; own[tidy(c.text)] {
			last[tidy(c.text)] = c
		}
	}
	for _, c := range last {
		c.choose(FieldCustom, text.Msg("inventory.why.own"))
	}
}
