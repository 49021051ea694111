package register

import (
	"infoklass/domain/classify"
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

// ScaleOrDefault returns the scale in force, 0–3 where none was chosen.
func (s Settings) ScaleOrDefault() classify.Scale {
	if scale, ok := classify.ScaleByID(s.Scale); ok {
		return scale
	}
	return classify.Scale03
}

func (s Settings) validate() error {
	if s.Scale == "" {
		return nil
	}
	if _, ok := classify.ScaleByID(s.Scale); !ok {
		return text.Fail(nil, "register.problem.scale", "scale", s.Scale)
	}
	return nil
}
