package asset

import (
	"slices"

	"infoklass/domain/text"
)

// Field is a canonical particular of an asset. The names are those that the
// import recognises columns as; they are stored, so never rename one.
type Field string

// Form is how a field is edited.
type Form int

// The forms of a field.
const (
	Line   Form = iota // one line of text
	Prose              // several lines
	Day                // an ISO date where it is one; free text from a list is kept
	Choice             // ja or nej, free text from a list is kept
	Role               // who: a role, with a name where wanted
	Amount             // a number where it is one; free text from a list is kept
)

// Group is a heading in the form.
type Group string

// The groups in the order shown.
const (
	About          Group = "about"
	Responsibility Group = "responsibility"
	Information    Group = "information"
	Technology     Group = "technology"
	Contract       Group = "contract"
	Continuity     Group = "continuity"
	Other          Group = "other"
)

// Groups lists the groups in the order shown.
var Groups = []Group{About, Responsibility, Information, Technology, Contract, Continuity, Other}

// Definition says how a field is shown and edited.
type Definition struct {
	Field Field
	Group Group
	Form  Form
	// Person is true where the value may name people, so that an export can leave it out.
	Person bool
}

// Fields that the program itself speaks of.
const (
	ListID           Field = "asset_id" // the id that the municipality's own list gives
	Description      Field = "description"
	InformationOwner Field = "information_owner"
	// OwnerSince is the day from which the information owner is who it is.
	OwnerSince       Field = "information_owner_since"
	SystemOwner      Field = "system_owner"
	SystemManager    Field = "system_manager"
	TechnicalManager Field = "technical_manager"
	ProcessOwner     Field = "process_owner"
	Supplier         Field = "supplier"
	Note             Field = "note"
	// ListStatus and ListKind keep the words that a list used for the status and the kind.
	ListStatus Field = "lifecycle_status"
	ListKind   Field = "asset_kind"
	// What a list says of a classification.
	ClassDate  Field = "class_date"
	ApprovedBy Field = "approved_by"
	ReviewDate Field = "review_date"
)

// Reasons are the columns that hold the reason for the level of each aspect, in the order K R T S.
var Reasons = [4]Field{"just_k", "just_r", "just_t", "just_s"}

// ClassFields are the columns of a list that go to the classification when there is one.
var ClassFields = append([]Field{ClassDate, ApprovedBy, ReviewDate}, Reasons[:]...)

func define(g Group, form Form, fields ...Field) []Definition {
	out := make([]Definition, len(fields))
	for i, f := range fields {
		out[i] = Definition{Field: f, Group: g, Form: form, Person: form == Role}
	}
	return out
}

// Definitions lists every field in the order of the form. Name, kind, unit,
// status and the levels are not among them: an asset holds those by itself.
var Definitions = slices.Concat(
	define(About, Line, ListID, "alt_name"),
	define(About, Prose, Description),
	define(About, Line, "category", "process", "purpose", "tags"),
	define(Responsibility, Role, InformationOwner),
	define(Responsibility, Day, OwnerSince),
	define(Responsibility, Role, SystemOwner, SystemManager, TechnicalManager, ProcessOwner, "contact_email", "contact_phone"),
	define(Information, Choice, "personal_data", "sensitive_personal_data", "personal_id_number", "protected_identity", "secrecy"),
	define(Information, Line, "secrecy_section", "legal_basis", "processing_id", "data_subjects", "data_categories", "recipients", "third_country", "controller"),
	define(Information, Line, "processor_agreement"),
	define(Information, Role, "dpo"),
	define(Information, Line, "dpia", "information_sets", "retention_period", "retention_basis", "registration", "archive_delivery", "medium"),
	define(Technology, Line, Supplier, "product", "product_version", "hosting", "location", "linked_systems", "depends_on", "depended_by"),
	define(Technology, Amount, "users_count"),
	define(Technology, Line, "access_control", "link"),
	define(Contract, Day, "start_date", "end_date", "contract_end"),
	define(Contract, Line, "sla"),
	define(Contract, Amount, "cost"),
	define(Continuity, Line, "criticality"),
	define(Continuity, Amount, "rto", "rpo", "mtd"),
	define(Continuity, Line, "backup", "incidents"),
	define(Continuity, Choice, "societal_critical", "nis2", "ssp_flag", "outage_plan_flag", "risk_done_flag"),
	define(Continuity, Day, "last_restore_test", "risk_date"),
	define(Continuity, Line, "outage_supplier_note"),
	define(Continuity, Line, "risk_title", "risk_cause", "risk_consequence_text", "risk_likelihood", "risk_impact", "risk_value"),
	define(Continuity, Role, "risk_owner"),
	define(Continuity, Line, "risk_treatment", "risk_residual", "action_title"),
	define(Continuity, Role, "action_owner"),
	define(Continuity, Day, "action_due"),
	define(Continuity, Line, "action_status"),
	define(Other, Prose, Note),
	define(Other, Line, ListStatus, ListKind, "class_overall", "class_done_flag", "klassa_ref", "org_legal_entity"),
	// Particulars of a classification that a list brings without any level:
	// they wait here until the asset is classified.
	define(Other, Day, ClassDate, ReviewDate, "last_reviewed"),
	define(Other, Role, "classified_by", ApprovedBy),
	define(Other, Prose, "just_common", "just_k", "just_r", "just_t", "just_s"),
)

var byField = func() map[Field]Definition {
	m := make(map[Field]Definition, len(Definitions))
	for _, d := range Definitions {
		m[d.Field] = d
	}
	return m
}()

// Definition returns how f is shown, and false for a field unknown here.
func (f Field) Definition() (Definition, bool) {
	d, ok := byField[f]
	return d, ok
}

// Label names the field's label in the catalogue.
func (f Field) Label() text.Message { return text.Msg("field." + string(f)) }

// Validate returns an error for a field that is not defined. Values are free text: what a
// list says is kept even where a date or a yes was expected, and the form
// marks it instead.
func (f Field) Validate(string) error {
	if _, ok := byField[f]; !ok {
		return text.Fail(nil, "asset.problem.field", "field", string(f))
	}
	return nil
}
