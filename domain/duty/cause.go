package duty

import (
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ByID finds a duty as shipped.
func ByID(id ID) (*Duty, bool) {
	i, ok := orderOf[id]
	if !ok {
		return nil, false
	}
	return All[i], true
}

// CauseWords says what an action answers to: a requirement with its title, the
// policy's point with the duty's name, the risk; empty for nothing. An id that
// is not known any more is shown as it is.
func CauseWords(p *text.Printer, r *register.Register, c action.Cause) string {
	switch c.Kind {
	case action.Requirement:
		if req, ok := r.Requirements().Catalogue().ByID(c.ID); ok {
			return c.ID + " " + req.Title.In(p.Lang())
		}
		return c.ID
	case action.Duty:
		d, ok := ByID(ID(c.ID))
		if !ok {
			return c.ID
		}
		point, _, _ := strings.Cut(c.ID, ".")
		return p.T("action.cause.duty.named", "point", point, "duty", d.Label().In(p))
	case action.Risk:
		return p.T("action.cause.risk.of", "risk", c.Text)
	}
	return ""
}
