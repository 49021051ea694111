package duty

import (
	"infoklass/domain/action"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// CauseWords says what an action answers to: a requirement with its title, the
// policy's point with the duty's name in the municipality's words, the risk;
// empty for nothing. An id that is no longer known is shown as it is.
func CauseWords(p *text.Printer, r *register.Register, c action.Cause) string {
	switch c.Kind {
	case action.Requirement:
		if req, ok := r.Requirements().Catalogue().ByID(c.ID); ok {
			return c.ID + " " + req.Title.In(p.Lang())
		}
		return c.ID
	case action.Duty:
		d, ok := In(r.Settings().Policy, ID(c.ID))
		if !ok {
			return c.ID
		}
		return p.T("action.cause.duty.named", "point", d.Point(), "duty", d.Label().In(p))
	case action.Risk:
		return p.T("action.cause.risk.of", "risk", c.Text)
	}
	return ""
}
