package main

import (
	"cmp"
	"fmt"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var dutiesCommand = command{
	name: "duties", usage: "[--unit PATH|ID] [--asset ASSET]", help: "terminal.help.duties",
	json: `[{"duty": "P10.owner", "policy": "…", "severity": "high|medium|low", "asset|unit": "01J…", "name": "…",
  "missing": "…", "since": "2026-11-23", "responsible": "…", "remedy": "nameOwner"}]`,
	takes: []string{}, opens: reading,
	prepare: func(s *session, f flagSet) func([]string) error {
		unit := f.String("unit", "", "")
		name := f.String("asset", "", "")
		return func([]string) error {
			return policyCommands{s}.duties(*unit, *name)
		}
	},
}

// dutyView is a finding as printed: on an asset or on a unit, never both.
type dutyView struct {
	Duty        duty.ID     `json:"duty"`
	Policy      string      `json:"policy"`
	Severity    severityKey `json:"severity" column:"terminal.duties.severity"`
	Asset       string      `json:"asset,omitempty"`
	Unit        string      `json:"unit,omitempty"`
	Name        string      `json:"name" column:"terminal.duties.subject"`
	Missing     string      `json:"missing" column:"terminal.duties.missing"`
	Since       string      `json:"since" column:"terminal.duties.since"`
	Responsible string      `json:"responsible" column:"terminal.duties.responsible"`
	Remedy      duty.Remedy `json:"remedy" column:"terminal.duties.remedy"`
}

// severityKey is a severity by its name in JSON.
type severityKey string

func (k severityKey) Label() text.Message { return text.Msg("duty.severity." + string(k)) }

// duties prints what the policy still demands, the most serious first.
func (s policyCommands) duties(unitName, assetName string) error {
	r := s.register
	judgement := duty.NewJudge().Register(r, r.Today())
	keep, err := dutyFilter(r, judgement, unitName, assetName)
	if err != nil {
		return err
	}
	findings := judgement.Find(keep)
	if err := printEach(s.session, findings, func(f duty.Finding) dutyView { return s.viewDuty(r, f) }); err != nil || s.json {
		return err
	}
	fmt.Fprintln(s.out, s.p.N("terminal.duties.count", len(findings)))
	return nil
}

// dutyFilter keeps the findings on one asset, or on a unit, all below it and their assets.
func dutyFilter(r *register.Register, judgement *duty.Judgement, unitName, assetName string) (func(duty.Finding) bool, error) {
	id, err := assetID(r, assetName)
	if err != nil {
		return nil, err
	}
	unit, err := unitID(r, unitName)
	if err != nil {
		return nil, err
	}
	within := func(duty.Finding) bool { return true }
	if unit != "" {
		within = judgement.Within(unit)
	}
	return func(f duty.Finding) bool {
		return within(f) && (id == "" || f.Record != nil && f.Record.Asset.ID == id)
	}, nil
}

func (s policyCommands) viewDuty(r *register.Register, f duty.Finding) dutyView {
	v := dutyView{
		Duty: f.ID, Policy: f.Policy().In(s.p), Severity: severityKey(f.Severity.Key()), Name: subject(r, f),
		Missing: f.Missing().In(s.p), Since: f.Since, Responsible: f.Responsible, Remedy: f.Remedy,
	}
	if v.Unit = f.Unit; f.Record != nil {
		v.Asset, v.Unit = f.Record.Asset.ID, ""
	}
	return v
}

// subject names the asset or the unit that a finding is on.
func subject(r *register.Register, f duty.Finding) string {
	if f.Record != nil {
		return f.Record.Asset.Name
	}
	return cmp.Or(asset.Path(r.Organisation().UnitPath(f.Unit)), f.Unit)
}
