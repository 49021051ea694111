// Package duty judges whether a register lives up to what the municipality's
// policy demands: whether something is missing, overdue, lapsed, met or about
// to fall due. Every page, list, document and command asks it; nothing else
// works such an answer out.
//
// Each demand is a rule: one value in the table of rules, with a pure function
// of the register and a day. A finding is one duty that is not met, with the
// policy's sentence, who answers for it and the step that mends it (DOMAIN
// sections 1 and 6).
package duty

import (
	"slices"
	"strings"

	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ID names a duty: the policy's point as DOMAIN section 1 numbers them, and
// what of it. Ids are printed and may be relied on: never rename one.
type ID string

// The duties that the register can judge.
const (
	Assessed       ID = "P1.assessed"      // every protection requirement is answered
	Met            ID = "P1.met"           // what is not met has an exception in force
	Exception      ID = "P1.exception"     // no exception has run out
	PolicyDecided  ID = "P2.policy"        // kommunfullmäktige has decided a policy
	PolicyReviewed ID = "P2.reviewed"      // and it is reviewed in time
	NeedsAnalysed  ID = "P4.needs"         // a nämnd or a bolagsstyrelse has analysed its need of rules
	Trained        ID = "P6.training"      // staff is informed and trained
	Checked        ID = "P7.compliance"    // that the rules are followed is checked
	RulesAdopted   ID = "P8.rules"         // rules and routines are adopted by the management group
	RulesReviewed  ID = "P8.reviewed"      // and reviewed in time
	Placed         ID = "P3.unit"          // the asset belongs to a part of the organisation
	Confirmed      ID = "P3.confirmed"     // a unit that came with a list is confirmed
	Classified     ID = "P9.classified"    // someone has decided the classification
	Reviewed       ID = "P9.reviewed"      // and reviews it in time
	Information    ID = "P9.information"   // a system is reviewed when the information in it changes
	Renewed        ID = "P9.common"        // a classification is reviewed when the shared one it began from is replaced
	Owner          ID = "P10.owner"        // an especially important asset has an information owner
	RiskAnalysis   ID = "P10.riskAnalysis" // and a current risk analysis
	Manager        ID = "P11.manager"      // someone answers for the unit's assets
	SecurityPlan   ID = "P12.securityPlan" // a critical system has a current system security plan
	OutagePlan     ID = "P13.outagePlan"   // high availability demands an exercised outage plan
	OutageHours    ID = "P13.outageHours"  // and a decided longest outage and loss
	Procurement    ID = "P14.procurement"  // classified before it is bought
)

// Severity is how serious a finding is.
type Severity int

// The severities.
const (
	// Low: the duty is begun, or what is there cannot be dated.
	Low Severity = iota
	// Medium: something that the policy demands is missing.
	Medium
	// High: the same, for what is especially important, critical or about to be bought.
	High
)

var severityKeys = [...]string{"low", "medium", "high"}

// Key is the severity's stable name in JSON.
func (s Severity) Key() string { return severityKeys[s] }

// Label names the severity's word.
func (s Severity) Label() text.Message { return text.Msg("duty.severity." + severityKeys[s]) }

// Remedy is the one step that mends a finding. Its words lie in the catalogue
// of texts under duty.remedy.<remedy>.
type Remedy string

// The remedies.
const (
	Assess         Remedy = "assess"         // answer the protection requirements
	MendGap        Remedy = "mendGap"        // meet what is not met, or decide an exception
	RenewException Remedy = "renewException" // decide again on an exception that ran out
	ChooseUnit     Remedy = "chooseUnit"
	ConfirmUnit    Remedy = "confirmUnit"
	Classify       Remedy = "classify"
	Review         Remedy = "review"
	NameOwner      Remedy = "nameOwner"
	StateRisk      Remedy = "stateRisk" // state that a risk analysis is made, and when
	NameManager    Remedy = "nameManager"
	StatePlan      Remedy = "statePlan"   // state that a system security plan exists, and when it was reviewed
	StateOutage    Remedy = "stateOutage" // state that an outage plan exists, and when it was exercised
	StateHours     Remedy = "stateHours"
	StateDocument  Remedy = "stateDocument"  // enter a governing document, or when it was reviewed
	RecordNeeds    Remedy = "recordNeeds"    // record an analysis of the need of rules
	RecordTraining Remedy = "recordTraining" // record who is trained
	RecordCheck    Remedy = "recordCheck"    // record a compliance check
)

// Remedies lists the remedies.
var Remedies = []Remedy{
	Assess, MendGap, RenewException, ChooseUnit, ConfirmUnit, Classify, Review, NameOwner, StateRisk, NameManager, StatePlan, StateOutage, StateHours,
	StateDocument, RecordNeeds, RecordTraining, RecordCheck,
}

// Label names the words on the button that leads to the remedy.
func (r Remedy) Label() text.Message { return text.Msg("duty.remedy." + string(r)) }

// Duty is something that the policy demands.
type Duty struct {
	ID ID
	// Severity is how serious it is when the duty is not met, unless the rule
	// finds that this case is more or less so.
	Severity Severity
	Remedy   Remedy
	// OwnerFirst is true where the owner answers for it, and the manager only
	// where there is none. Otherwise it is the other way round: the policy lays
	// classification and plans on the managers.
	OwnerFirst bool
	// Off is true where the municipality's policy does not have it.
	Off bool

	name  string // key of its short name
	from  sentence
	words register.Wording // the municipality's own
	order int              // in the table
}

// sentence is a sentence of the policy and the heading above it, as keys of texts.
type sentence struct{ quote, section string }

// The sentences that duties come from.
var (
	protection   = sentence{"duty.policy.protection", "duty.section.aim"}
	council      = sentence{"duty.policy.council", "duty.section.responsibility"}
	boards       = sentence{"duty.policy.boards", "duty.section.responsibility"}
	needs        = sentence{"duty.policy.needs", "duty.section.responsibility"}
	training     = sentence{"duty.policy.training", "duty.section.responsibility"}
	compliance   = sentence{"duty.policy.compliance", "duty.section.responsibility"}
	adopted      = sentence{"duty.policy.adopted", "duty.section.documents"}
	revision     = sentence{"duty.policy.revision", "duty.section.revision"}
	requirements = sentence{"duty.policy.requirements", "duty.section.classification"}
	classified   = sentence{"duty.policy.classified", "duty.section.classification"}
	important    = sentence{"duty.policy.important", "duty.section.classification"}
	managers     = sentence{"duty.policy.managers", "duty.section.classification"}
	securityPlan = sentence{"duty.policy.securityPlan", "duty.section.classification"}
	outagePlan   = sentence{"duty.policy.outagePlan", "duty.section.classification"}
	procurement  = sentence{"duty.policy.procurement", "duty.section.classification"}
)

// always are the duties without which a register would be none: they cannot be
// switched off.
var always = []ID{Classified, Placed}

// Optional reports whether a municipality may leave the duty out of its policy.
func (d *Duty) Optional() bool { return !slices.Contains(always, d.ID) }

// Renamed reports whether the municipality has its own name for the duty.
func (d *Duty) Renamed() bool { return d.words.Name != "" }

// Label names the duty's short name.
func (d *Duty) Label() text.Message { return worded(d.words.Name, d.name) }

// Policy names the sentence of the policy that the duty comes from.
func (d *Duty) Policy() text.Message { return worded(d.words.Quote, d.from.quote) }

// Section names where in the policy the sentence is: its heading, or the
// municipality's own numbering.
func (d *Duty) Section() text.Message { return worded(d.words.Section, d.from.section) }

// Point is the point of DOMAIN section 1 that the duty belongs to: "P10".
func (d *Duty) Point() string {
	point, _, _ := strings.Cut(string(d.ID), ".")
	return point
}

// worded returns the municipality's own words, or else the catalogue's.
func worded(own, key string) text.Message {
	if own != "" {
		return text.Msg("duty.own", "words", own)
	}
	return text.Msg(key)
}

// By returns every duty as a municipality's policy words it, in the order of
// All. Those that it leaves out are Off.
func By(policy register.Policy) []*Duty {
	out := make([]*Duty, len(All))
	for i, d := range All {
		out[i] = d.by(policy)
	}
	return out
}

// In returns one duty as a municipality's policy words it; false for an
// unknown id.
func In(policy register.Policy, id ID) (*Duty, bool) {
	i, ok := orderOf[id]
	if !ok {
		return nil, false
	}
	return All[i].by(policy), true
}

func (d *Duty) by(policy register.Policy) *Duty {
	own := *d
	own.words = policy.Wordings[string(d.ID)]
	own.Off = d.Optional() && policy.IsOff(string(d.ID))
	return &own
}

// Asks reports whether a municipality's policy has a duty.
func Asks(policy register.Policy, id ID) bool {
	d, ok := In(policy, id)
	return ok && !d.Off
}
