package register

import (
	"infoklass/domain/text"
)

// SettingsID is the id of the one settings entity.
const SettingsID = "settings"

// Settings are what a municipality decides about its register.
type Settings struct {
	Municipality string `json:"municipality,omitempty"`
	// Scale is the id of the scale that new classifications are made with.
	Scale string `json:"scale,omitempty"`
}

func (s Settings) validate(scales func(string) bool) error {
	if s.Scale == "" || scales(s.Scale) {
		return nil
	}
	return text.Fail(nil, "register.problem.scale", "scale", s.Scale)
}
