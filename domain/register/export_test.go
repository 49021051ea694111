package register

// From makes an edit that no face of the register offers: of a version that is there already.
func (e Edit) From(base Revision) Edit {
	e.base = base
	return e
}
