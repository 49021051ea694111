package intake

import (
	"strings"

	"infoklass/domain/text"
)

// systemFields are columns that only systems have.
var systemFields = []string{"system_owner", "system_manager", "technical_manager", "supplier", "hosting", "product", "product_version", "sla", "access_control", "backup"}

// kindOf reports whether a list is one of systems or of information, and asks
// where it is a list of something else that holds assets.
func (u *understanding) kindOf(t *tableDraft) string {
	plan := t.has("retention_period", "retention_basis", "registration", "archive_delivery", "medium", "secrecy", "secrecy_section")
	processing := t.has("processing_id", "purpose", "legal_basis", "data_subjects", "data_categories", "recipients", "third_country", "controller")
	contract := false
	if t.name >= 0 {
		for _, w := range strings.Fields(fold(t.columns[t.name].text)) {
			contract = contract || w == "kontrakt" || w == "avtal" || w == "contract"
		}
	}
	switch {
	case t.isOwnExport():
		return KindSystem // each row says what it is
	case plan >= 4 && t.has(aspectFields[:]...) == 0:
		return u.askKind(t, KindInformation, "inventory.ask.kind.plan")
	case processing >= 4:
		return u.askKind(t, KindInformation, "inventory.ask.kind.processing")
	case contract:
		return u.askKind(t, KindSystem, "inventory.ask.kind.contract")
	}
	if t.name >= 0 {
		switch key := compact(t.columns[t.name].text); {
		case systemHeaders[key], strings.HasPrefix(key, "system"), strings.HasPrefix(key, "applikation"), strings.HasPrefix(key, "etjänst"), strings.HasSuffix(key, "system"):
			return KindSystem
		case strings.HasPrefix(key, "informationsmängd"), strings.HasPrefix(key, "handlingst"), strings.HasPrefix(key, "informationstyp"):
			return KindInformation
		}
	}
	if t.has(systemFields...) > 0 {
		return KindSystem
	}
	return KindInformation
}

// assets counts the rows that are assets.
func (d *draft) assets() int {
	n := 0
	for _, r := range d.rows {
		if r.kind == rowAsset {
			n++
		}
	}
	return n
}

func (u *understanding) askKind(t *tableDraft, suggestion, key string) string {
	answer := u.ask.ask(Question{
		ID: "kind:" + questionKey(t.sheet.Name), Kind: AskKind, Sheet: t.sheet.Name, Field: "asset_kind", Rows: t.assets(),
		Suggestion: suggestion, Choices: []string{KindInformation, KindSystem},
		Labels:  []text.Message{text.Msg("inventory.kind.information"), text.Msg("inventory.kind.system")},
		Message: text.Msg(key),
	})
	if answer == "" {
		return suggestion
	}
	return answer
}

// rowKinds are the words that say what a single row is.
var rowKinds = map[string]string{
	"system": KindSystem, "verksamhetssystem": KindSystem, "itsystem": KindSystem, "applikation": KindSystem, "etjänst": KindSystem, "tjänst": KindSystem, "molntjänst": KindSystem, "saas": KindSystem, "programvara": KindSystem, "databas": KindSystem, "infrastruktur": KindSystem, "server": KindSystem, "application": KindSystem, "software": KindSystem, "service": KindSystem,
	"information": KindInformation, "informationsmängd": KindInformation, "informationstyp": KindInformation, "handlingstyp": KindInformation, "handling": KindInformation, "register": KindInformation, "dokument": KindInformation, "informationset": KindInformation, "informationstillgång": KindInformation,
}
