package actions

import (
	"slices"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// The columns of imported lists that speak of an action.
const (
	listActionTitle  asset.Field = "action_title"
	listActionOwner  asset.Field = "action_owner"
	listActionDue    asset.Field = "action_due"
	listActionStatus asset.Field = "action_status"
	listRisk         asset.Field = "risk_title"
)

// listedAction is what an imported list says is to be done about an asset, to
// be made an action of. False where it says nothing, and where an action has
// been made of it already.
func listedAction(r *register.Register, rec *register.Record) (a action.Action, words string, ok bool) {
	f := rec.Asset.Fields
	title := strings.TrimSpace(f[listActionTitle])
	if title == "" {
		return a, "", false
	}
	var said []string
	for _, field := range []asset.Field{listActionTitle, listActionOwner, listActionDue, listActionStatus} {
		if v := strings.TrimSpace(f[field]); v != "" {
			said = append(said, v)
		}
	}
	words = strings.Join(said, " · ")
	if slices.ContainsFunc(r.Plan().ActionsOf(rec.Asset.ID), func(made action.Action) bool { return made.FromList == words }) {
		return a, "", false
	}
	a = action.Action{What: title, Asset: rec.Asset.ID, Responsible: f[listActionOwner], FromList: words}
	if _, err := text.ParseDate(f[listActionDue]); err == nil {
		a.Due = f[listActionDue]
	}
	if s, known := action.ReadStatus(f[listActionStatus]); known {
		a.Status = s
	}
	if risk := strings.TrimSpace(f[listRisk]); risk != "" {
		a.Cause = action.Cause{Kind: action.Risk, Text: risk}
	}
	return a, words, true
}
