package classify

import (
	"strings"

	"infoklass/domain/text"
)

// Common is a classification that the whole municipality shares under a name,
// such as "Personalhandlingar i allmänhet", so that others can begin from it.
// It is always the newest decided classification of its asset. When that is
// replaced, the assets that began from the old one ask for a new look.
type Common struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Asset string `json:"asset"` // the one whose classification is shared
}

// Validate returns an error for a Common without a name or an asset.
func (c Common) Validate() error {
	if strings.TrimSpace(c.Name) == "" || c.Asset == "" {
		return text.Fail(nil, "common.problem.name")
	}
	return nil
}

// Reuse makes c begin from the version v of a shared classification: its levels,
// reasons, answers and hours. Who decided it, and when, is not taken over.
func (c *Classification) Reuse(of Common, v Classification) {
	v = v.Clone()
	c.Profile, c.Reasons, c.Answers, c.Effects, c.Noes = v.Profile, v.Reasons, v.Answers, v.Effects, [4]uint8{}
	c.OutageHours, c.LossHours = v.OutageHours, v.LossHours
	c.Common, c.CommonVersion = of.ID, v.ID
}
