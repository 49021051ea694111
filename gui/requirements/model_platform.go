package requirements

import (
	"strings"

	"infoklass/domain/register"
	"infoklass/domain/text"
)

// platformWords says which platforms an asset uses and how much it inherits, and
// how many assets use it; empty for an asset with neither.
func platformWords(p *text.Printer, r *register.Register, rec *register.Record, sheet sheet) string {
	var out []string
	if on := r.Requirements().Platforms(rec.Asset.ID); len(on) > 0 {
		names := make([]string, len(on))
		for i, platform := range on {
			names[i] = platform.Asset.Name
		}
		out = append(out, p.N("requirements.platform.on", sheet.Figures.All.Inherited, "platforms", strings.Join(names, ", ")))
	}
	if users := len(r.Requirements().PlatformUsers(rec.Asset.ID)); users > 0 {
		out = append(out, p.N("requirements.platform.users", users))
	}
	return strings.Join(out, " ")
}
