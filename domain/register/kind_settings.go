package register

import (
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// KindSettings is what the municipality has decided about its register. There is one.
const KindSettings ledger.Kind = "settings"

var settingsKind *kindOf[Settings]

func init() {
	settingsKind = declare(kindOf[Settings]{
		name:     KindSettings,
		id:       func(Settings) string { return SettingsID },
		fits:     func(c *checking, _ Edit, s Settings) error { return s.validate(c.scale) },
		describe: settingsLines,
	})
}

// PutSettings stores the settings.
func PutSettings(s Settings, base ledger.Revision) Edit { return settingsKind.put(s, base) }

// settingsNow are the settings for a caller that holds mu.
func (r *Register) settingsNow() Settings {
	s, _ := settingsKind.get(r, SettingsID)
	return s
}

func settingsLines(r *Register, p *text.Printer, s Settings) lines {
	return append(lines{
		say("settings.municipality", s.Municipality),
		say("settings.scale", r.classifications.scaleTitle(p, s.Scale)),
	}, s.Policy.lines()...)
}
