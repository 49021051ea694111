package register

import (
	"context"

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
	// Policy is what the municipality's own policy demands.
	Policy Policy `json:"policy,omitzero"`
}

// Demands returns the thresholds and intervals in force.
func (s Settings) Demands() classify.Demands { return s.Policy.Demands.Filled() }

func (s Settings) validate(scales func(string) bool) error {
	if err := s.Policy.validate(); err != nil {
		return err
	}
	if s.Scale == "" || scales(s.Scale) {
		return nil
	}
	return text.Fail(nil, "register.problem.scale", "scale", s.Scale)
}

// ChangeSettings stores the settings. Nothing is written when they have not changed.
func (r *Register) ChangeSettings(ctx context.Context, s Settings) error {
	if sameDocument(r.Settings(), s) {
		return nil
	}
	why := text.Msg("why.settings")
	if before := r.Settings(); before.Municipality == s.Municipality && before.Scale == s.Scale {
		why = text.Msg("why.policy")
	}
	_, err := r.Commit(ctx, why, PutSettings(s, r.RevisionOf(KindSettings.Ref(SettingsID))))
	return err
}
