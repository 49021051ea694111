package duty

import "cmp"

// rule is one demand of the policy and the function that judges it. Exactly
// one function is set: it is the rule's scope.
type rule struct {
	Duty
	asset        func(*facts) verdict          // of every asset that is not retired
	unit         func(*unitFacts) verdict      // of every unit
	document     func(*documentFacts) verdict  // of every governing document in force; the late ones make one finding
	municipality func(*municipalFacts) verdict // of the municipality as a whole
}

// rules are all that is judged, the most pressing first among equally serious
// findings.
var rules = []rule{
	{Duty: Duty{ID: Procurement, Severity: High, Remedy: Classify, name: "duty.name.procurement", from: procurement}, asset: judgeProcurement},
	{Duty: Duty{ID: Owner, Severity: High, Remedy: NameOwner, name: "duty.name.owner", from: important}, asset: judgeOwner},
	{Duty: Duty{ID: RiskAnalysis, Severity: High, Remedy: StateRisk, OwnerFirst: true, name: "duty.name.riskAnalysis", from: important}, asset: judgeRisk},
	{Duty: Duty{ID: SecurityPlan, Severity: High, Remedy: StatePlan, name: "duty.name.securityPlan", from: securityPlan}, asset: judgePlan},
	{Duty: Duty{ID: OutagePlan, Severity: High, Remedy: StateOutage, name: "duty.name.outagePlan", from: outagePlan}, asset: judgeOutage},
	{Duty: Duty{ID: Exception, Severity: High, Remedy: RenewException, OwnerFirst: true, name: "duty.name.exception", from: protection}, asset: judgeException},
	{Duty: Duty{ID: Met, Severity: Medium, Remedy: MendGap, OwnerFirst: true, name: "duty.name.met", from: protection}, asset: judgeMet},
	{Duty: Duty{ID: Classified, Severity: Medium, Remedy: Classify, name: "duty.name.classified", from: classified}, asset: judgeClassified},
	{Duty: Duty{ID: Reviewed, Severity: Medium, Remedy: Review, name: "duty.name.reviewed", from: classified}, asset: judgeReviewed},
	{Duty: Duty{ID: Information, Severity: Medium, Remedy: Review, name: "duty.name.information", from: classified}, asset: judgeInformation},
	{Duty: Duty{ID: Renewed, Severity: Medium, Remedy: Review, name: "duty.name.renewed", from: classified}, asset: judgeRenewed},
	{Duty: Duty{ID: OutageHours, Severity: Medium, Remedy: StateHours, name: "duty.name.outageHours", from: outagePlan}, asset: judgeHours},
	{Duty: Duty{ID: Placed, Severity: Medium, Remedy: ChooseUnit, OwnerFirst: true, name: "duty.name.placed", from: boards}, asset: judgePlaced},
	{Duty: Duty{ID: Assessed, Severity: Low, Remedy: Assess, OwnerFirst: true, name: "duty.name.assessed", from: requirements}, asset: judgeAssessed},
	{Duty: Duty{ID: Manager, Severity: Medium, Remedy: NameManager, name: "duty.name.manager", from: managers}, unit: judgeManager},
	{Duty: Duty{ID: Confirmed, Severity: Low, Remedy: ConfirmUnit, name: "duty.name.confirmed", from: boards}, unit: judgeConfirmed},
	{Duty: Duty{ID: PolicyDecided, Severity: Medium, Remedy: StateDocument, name: "duty.name.policyDecided", from: council}, municipality: judgePolicyDecided},
	{Duty: Duty{ID: PolicyReviewed, Severity: Low, Remedy: StateDocument, name: "duty.name.policyReviewed", from: revision}, document: judgePolicyReviewed},
	{Duty: Duty{ID: RulesAdopted, Severity: Medium, Remedy: StateDocument, name: "duty.name.rulesAdopted", from: adopted}, municipality: judgeRulesAdopted},
	{Duty: Duty{ID: RulesReviewed, Severity: Low, Remedy: StateDocument, name: "duty.name.rulesReviewed", from: adopted}, document: judgeRulesReviewed},
	{Duty: Duty{ID: NeedsAnalysed, Severity: Medium, Remedy: RecordNeeds, name: "duty.name.needsAnalysed", from: needs}, unit: judgeNeeds},
	{Duty: Duty{ID: Trained, Severity: Medium, Remedy: RecordTraining, name: "duty.name.trained", from: training}, unit: judgeTraining},
	{Duty: Duty{ID: Checked, Severity: Medium, Remedy: RecordCheck, name: "duty.name.checked", from: compliance}, unit: judgeCompliance},
}

// All lists every duty as shipped, in the order of the rules.
var All []*Duty

var orderOf = map[ID]int{}

func init() { // rules refer to functions that refer to All
	for i := range rules {
		d := &rules[i].Duty
		d.order = i
		All, orderOf[d.ID] = append(All, d), i
	}
}

// ByID finds a duty as shipped.
func ByID(id ID) (*Duty, bool) {
	i, ok := orderOf[id]
	if !ok {
		return nil, false
	}
	return All[i], true
}

// verdict is what a rule found. The zero verdict: the duty does not apply, or
// what it asks about is not known yet, and then nothing is held to be met.
type verdict struct {
	applies  bool
	lack     lack // the zero lack means that the duty is met
	severity Severity
	since    string
	met      Fulfilment
}

// Fulfilment says how a duty is met, as far as the register knows.
type Fulfilment struct {
	On    string // ISO date
	By    string // a role or a name
	Until string // ISO date when it is to be done again
}

// ordinary is the severity of a verdict that is as serious as its duty says.
const ordinary Severity = -1

func unmet(l lack, since string) verdict {
	return verdict{applies: true, severity: ordinary, lack: l, since: since}
}

// as returns v with a severity of its own.
func (v verdict) as(s Severity) verdict {
	v.severity = s
	return v
}

func met(m Fulfilment) verdict { return verdict{applies: true, met: m} }

// finding makes what a duty lacks into a finding. The caller says what it is on.
func (v verdict) finding(d *Duty) Finding {
	f := Finding{Duty: d, Severity: v.severity, Since: v.since, lack: v.lack}
	if f.Severity == ordinary {
		f.Severity = d.Severity
	}
	return f
}

// due is the day by which what the verdict is about is, or was, to be done again.
func (v verdict) due() string { return cmp.Or(v.lack.day, v.met.Until) }

func earlier(a, b string) string {
	if a == "" || b == "" {
		return cmp.Or(a, b)
	}
	return min(a, b)
}
