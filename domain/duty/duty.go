// Package duty holds what the municipality's policy demands of every asset and
// unit as rules, and finds where the register does not live up to it. A rule
// is a pure function of the register and a day; a finding is one duty that is
// not met, with the sentence of the policy that it comes from, who answers for
// it and the one step that mends it (DOMAIN sections 1 and 6).
package duty

import (
	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// ID names a duty: the policy's point as DOMAIN section 1 numbers them, and
// what of it. Ids are printed and may be relied on: never rename one.
type ID string

// The duties that the register can judge.
const (
	Assessed     ID = "P1.assessed"      // every protection requirement is answered
	Met          ID = "P1.met"           // what is not met has an exception in force
	Exception    ID = "P1.exception"     // no exception has run out
	Placed       ID = "P3.unit"          // the asset belongs to a part of the organisation
	Confirmed    ID = "P3.confirmed"     // a unit that a list brought is looked at
	Classified   ID = "P9.classified"    // someone has decided the classification
	Reviewed     ID = "P9.reviewed"      // and looked at it again in time
	Information  ID = "P9.information"   // a system is looked at again when the information in it changes
	Owner        ID = "P10.owner"        // an especially important asset has an information owner
	RiskAnalysis ID = "P10.riskAnalysis" // and a current risk analysis
	Manager      ID = "P11.manager"      // someone answers for the unit's assets
	SecurityPlan ID = "P12.securityPlan" // a critical system has a current system security plan
	OutagePlan   ID = "P13.outagePlan"   // high availability demands an exercised outage plan
	OutageHours  ID = "P13.outageHours"  // and a decided longest outage and loss
	Procurement  ID = "P14.procurement"  // classified before it is bought
)

// Severity is how serious a finding is.
type Severity int

// The severities.
const (
	// Low: the duty is begun, or what is there cannot be dated.
	Low Severity = iota
	// Medium: something that the policy says shall be there is not.
	Medium
	// High: so too, for what is especially important, critical or about to be bought.
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
	RenewException Remedy = "renewException" // decide anew on an exception that ran out
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
)

// Remedies lists the remedies.
var Remedies = []Remedy{
	Assess, MendGap, RenewException, ChooseUnit, ConfirmUnit, Classify, Review, NameOwner, StateRisk, NameManager, StatePlan, StateOutage, StateHours,
}

// Label names the words on the button that leads to the remedy.
func (r Remedy) Label() text.Message { return text.Msg("duty.remedy." + string(r)) }

// Duty is something that the policy demands.
type Duty struct {
	ID     ID
	Name   string // key of its short name
	Quote  string // key of the policy's own sentence
	Remedy Remedy
	// OwnerFirst is true where the owner answers for it, and the manager only
	// where there is none. Otherwise it is the other way round: the policy lays
	// classification and plans on the managers.
	OwnerFirst bool
}

// Label names the duty's short name.
func (d *Duty) Label() text.Message { return text.Msg(d.Name) }

// Policy names the sentence of the policy that the duty comes from.
func (d *Duty) Policy() text.Message { return text.Msg(d.Quote) }

// Settings are the thresholds and intervals of a municipality's own policy.
type Settings struct {
	// Demands: especially important from rank 3 in any aspect, risk analysis
	// within 24 months; critical system from rank 3 in integrity or
	// availability, plan reviewed within 12 months; outage plan from rank 3 in
	// availability, exercised within 24 months; review within 12 months from
	// rank 2, otherwise within 24 (DOMAIN section 6).
	classify.Demands
}

// Default is in force until the municipality decides otherwise.
var Default = Settings{Demands: classify.DefaultDemands}
