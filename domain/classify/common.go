package classify

import (
	"strings"

	"infoklass/domain/text"
)

// Common is a classification that the whole municipality shares under a name,
// such as "Personalhandlingar i allmänhet": others begin from it instead of
// thinking the same thoughts again. It is always the newest decided
// classification of its asset; who reuses it is told when that is replaced.
type Common struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Asset string `json:"asset"` // the one whose classification is shared
}

// Validate refuses one that nobody could choose by its name.
func (c Common) Validate() error {
	if strings.TrimSpace(c.Name) == "" || c.Asset == "" {
		return text.Fail(nil, "common.problem.name")
	}
	return nil
}

// Reuse lets c begin from a shared classification: its levels with their reasons and all
// that led to them. Who decides, and when, is asked anew.
func (c *Classification) Reuse(of Common, v Classification) {
	v = v.Clone()
	c.Profile, c.Reasons, c.Answers, c.Effects, c.Noes = v.Profile, v.Reasons, v.Answers, v.Effects, [4]uint8{}
	c.OutageHours, c.LossHours = v.OutageHours, v.LossHours
	c.Common, c.CommonVersion = of.ID, v.ID
}
