package register

import "infoklass/domain/ledger"

// From makes an edit that no face of the register offers: of a version that is there already.
func (e Edit) From(base ledger.Revision) Edit {
	e.base = base
	return e
}
