package settings_test

import (
	"slices"
	"testing"

	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

func (d *desk) policy() register.Policy { return d.r.Settings().Policy }

// says is what is said of the field with a label.
func (d *desk) says(label string) []string {
	var out []string
	for _, w := range trial.All[*widgets.Text](d.Row(label)) {
		out = append(out, w.Text())
	}
	return out
}

func TestAnIntervalIsThePolicys(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	label := d.T("demand.reviewHigh")
	if d.Offers(d.T("settings.policy.reset")) {
		t.Error("what is as shipped can be restored")
	}
	d.FillIn(label, "6")
	if got := d.policy().Demands.ReviewHigh; got != 6 {
		t.Fatalf("stored as %d", got)
	}
	if !slices.Contains(d.says(label), "Från början: 12") {
		t.Errorf("of an interval of its own it says %q", d.says(label))
	}
	d.FillIn(label, "121")
	if got := d.policy().Demands.ReviewHigh; got != 6 || !d.Shows("120") {
		t.Errorf("an interval past all bounds is stored as %d; it says %q", got, d.says(label))
	}
	d.FillIn(label, "") // an empty field is the shipped number
	if got := d.policy().Demands.Filled().ReviewHigh; got != classify.DefaultDemands.ReviewHigh || d.ReadOff(label) != "12" {
		t.Errorf("emptied it is %d, and the field says %q", got, d.ReadOff(label))
	}
	if slices.Contains(d.says(label), "Från början: 12") {
		t.Error("the shipped number is said to be another")
	}
}

func TestAThresholdIsALevelOfTheScale(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	row := d.Row(d.T("demand.importantRank"))
	trial.All[*widgets.Chip](row)[0].Tapped(nil)
	d.Settle()
	d.Key("Down", "Down", "Return") // the second level that can be one
	if got := d.policy().Demands.ImportantRank; got != 2 {
		t.Errorf("stored as %d", got)
	}
}

// at is which place a duty has among those shown.
func at(id duty.ID) int {
	return slices.IndexFunc(duty.All, func(d *duty.Duty) bool { return d.ID == id })
}

// wording presses the button with the words of a duty.
func (d *desk) wording(id duty.ID) {
	d.t.Helper()
	var buttons []*widgets.Button
	for _, b := range trial.All[*widgets.Button](d.Root()) {
		if b.Text() == d.T("settings.policy.wording") {
			buttons = append(buttons, b)
		}
	}
	if len(buttons) != len(duty.All) {
		d.t.Fatalf("%d duties of %d have words", len(buttons), len(duty.All))
	}
	buttons[at(id)].Tapped(nil)
	d.Settle()
}

func TestADutyIsWordedAsThePolicyWordsIt(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	id := string(duty.Procurement)
	d.wording(duty.Procurement)
	d.FillIn(d.T("settings.policy.name"), "Klassa innan du köper")
	d.FillIn(d.T("settings.policy.section"), "4.2")
	d.Press(d.T("assets.mark.save"))
	if got, want := d.policy().Wordings[id], (register.Wording{Name: "Klassa innan du köper", Section: "4.2"}); got != want {
		t.Fatalf("stored %+v, want %+v", got, want)
	}
	if !d.Shows("Klassa innan du köper") {
		t.Error("the list has the old words")
	}
	d.wording(duty.Procurement)
	if got := d.ReadOff(d.T("settings.policy.name")); got != "Klassa innan du köper" {
		t.Errorf("the form begins with %q", got)
	}
	d.FillIn(d.T("settings.policy.name"), "Klassa före köp")
	d.Press(d.T("assets.mark.save"))
	if !d.Shows("Klassa före köp") {
		t.Error("the list has the words before the last")
	}
	d.wording(duty.Procurement)
	d.Press(d.T("settings.policy.restore"))
	if _, own := d.policy().Wordings[id]; own || d.Shows("Klassa före köp") {
		t.Error("the words are not as shipped")
	}
}

func TestADutyIsSwitchedOffExceptThoseThatTheRegisterNeeds(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	switches := func() (n int) {
		for _, name := range d.Names() {
			if name == d.T("settings.policy.on") {
				n++
			}
		}
		return n
	}
	optional := 0
	for _, one := range duty.All {
		if one.Optional() {
			optional++
		}
	}
	if n := switches(); n != optional {
		t.Fatalf("%d duties can be switched off, want %d", n, optional)
	}
	d.Press(d.T("settings.policy.on")) // the first that can be
	d.Choose(d.T("settings.policy.off"))
	if off := d.policy().Off; len(off) != 1 || off[0] == string(duty.Classified) {
		t.Fatalf("switched off %q", off)
	}
	if n := switches(); n != optional-1 || !d.Offers(d.T("settings.policy.off")) {
		t.Errorf("%d duties are on", n)
	}
	d.Press(d.T("settings.policy.off"))
	d.Choose(d.T("settings.policy.on"))
	if off := d.policy().Off; len(off) > 0 {
		t.Errorf("still off: %q", off)
	}
}

func TestTheWholePolicyIsRestoredAfterAQuestion(t *testing.T) {
	r := trial.Sample(t, memory.New())
	own := register.Policy{Demands: classify.Demands{ReviewHigh: 6}}.With(string(duty.Procurement), false).Worded(string(duty.Exception), register.Wording{Name: "Eget"})
	trial.SetPolicy(t, r, own)
	d := newDesk(t, r)
	d.Press(d.T("settings.policy.reset"))
	d.Press(d.T("assets.cancel"))
	if d.policy().Demands.ReviewHigh != 6 {
		t.Fatal("restored although it was cancelled")
	}
	d.Press(d.T("settings.policy.reset"))
	d.Press(d.T("settings.policy.restore"))
	p := d.policy()
	if p.Demands != (classify.Demands{}) || len(p.Off) > 0 || len(p.Wordings) > 0 || d.ReadOff(d.T("demand.reviewHigh")) != "12" {
		t.Errorf("it is %+v", p)
	}
	if d.Offers(d.T("settings.policy.reset")) {
		t.Error("it can be restored again")
	}
}
