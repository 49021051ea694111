package register

import "infoklass/domain/ledger"

// The kinds of entities.
const (
	KindAsset          ledger.Kind = "asset"
	KindClassification ledger.Kind = "classification" // decided or imported; one entity a version
	KindDraft          ledger.Kind = "draft"          // a classification being worked on; its id is the asset's
	KindUnit           ledger.Kind = "unit"
	KindSettings       ledger.Kind = "settings"
	KindMapping        ledger.Kind = "mapping"     // how the columns of a list were understood; its id is the header's fingerprint
	KindAssessment     ledger.Kind = "assessment"  // an answer to a protection requirement; its id names the asset and the requirement
	KindException      ledger.Kind = "exception"   // a requirement not met by decision; its id is that of the assessment
	KindDocument       ledger.Kind = "document"    // a governing document
	KindCheck          ledger.Kind = "check"       // what a unit has looked into and recorded
	KindAction         ledger.Kind = "action"      // something to be done about an asset, a unit or neither
	KindMatrix         ledger.Kind = "matrix"      // words of the consequence matrix: the one in force, and each that a decision was made with
	KindScale          ledger.Kind = "scale"       // a scale of the municipality's own
	KindCommon         ledger.Kind = "common"      // a classification that all share, under a name
	KindRequirement    ledger.Kind = "requirement" // what the municipality has decided about one requirement of the catalogue; its id is the requirement's
	KindPlatform       ledger.Kind = "platform"    // an asset stands on a shared platform; its id names both
	KindLink           ledger.Kind = "link"        // a system holds an information set; its id names the system and the set
	KindAdjustment     ledger.Kind = "adjustment"  // a system's level raised or lowered; its id names the system and the aspect
)
