package duty_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/holding"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

// line is a finding with what it is on.
type line struct {
	Found       found
	Asset, Unit string
}

func lines(findings []duty.Finding) []line {
	words := told(findings)
	var out []line
	for i, f := range findings {
		l := line{Found: words[i], Unit: f.Unit}
		if f.Record != nil {
			l.Asset = f.Record.Asset.ID
		}
		out = append(out, l)
	}
	return out
}

// judgedAfresh judges by a judge that remembers nothing.
func judgedAfresh(r *register.Register) []line {
	return lines(duty.NewJudge().Register(r, today).Find(nil))
}

var (
	someWords = rapid.SampledFrom([]string{"", "ja", "nej", "Ja, 2026-03-01", "2020-01-01", "2030-01-01", "vet ej"})
	someDay   = rapid.SampledFrom([]string{"2023-01-01", "2025-12-01", "2026-11-22", "2026-11-23"})
	someLater = rapid.SampledFrom([]string{"2026-11-22", "2026-11-23", "2027-05-01"})
	someField = rapid.SampledFrom([]asset.Field{asset.InformationOwner, asset.SystemOwner, "personal_data", "risk_done_flag", "ssp_flag", "outage_plan_flag"})
	someReq   = rapid.SampledFrom([]string{"ORG-01", "ORG-06", "BEH-01", "BEH-09", "INF-01"})
)

// drawEdit draws one change of a register, nil where it has nothing to change.
func drawEdit(t *rapid.T, r *register.Register) []register.Edit {
	var units []string
	for _, u := range r.Organisation().Units() {
		units = append(units, u.ID)
	}
	anyUnit := rapid.SampledFrom(append(units, ""))
	records := r.Records()
	what := rapid.IntRange(0, 11).Draw(t, "what")
	if what == 11 {
		return []register.Edit{drawPolicy(t, r)}
	}
	if len(records) == 0 || what == 0 {
		a := asset.Asset{ID: r.NewID(), Name: "Tillgång", Kind: rapid.SampledFrom(asset.Kinds).Draw(t, "kind"), Unit: anyUnit.Draw(t, "unit")}
		return []register.Edit{register.PutAsset(a, 0)}
	}
	rec := rapid.SampledFrom(records).Draw(t, "asset")
	id := rec.Asset.ID
	switch what {
	case 1:
		a := rec.Asset.With(someField.Draw(t, "field"), someWords.Draw(t, "words"))
		a.Unit, a.Status = anyUnit.Draw(t, "unit"), rapid.SampledFrom(asset.Statuses).Draw(t, "status")
		return []register.Edit{register.PutAsset(a, rec.Revision)}
	case 2, 3:
		return []register.Edit{register.PutClassification(drawClass(t, r, id))}
	case 4:
		return []register.Edit{register.PutDraft(classify.Classification{Asset: id, State: classify.Draft, Scale: "0-3"}, rec.DraftRevision)}
	case 5:
		a := requirement.Assessment{Asset: id, Requirement: someReq.Draw(t, "requirement"), Answer: rapid.SampledFrom(requirement.Answers).Draw(t, "answer"), Comment: "sett", On: someDay.Draw(t, "on")}
		return []register.Edit{register.PutAssessment(a, r.RevisionOf(register.KindAssessment.Ref(a.ID())))}
	case 6:
		x := except(someReq.Draw(t, "requirement"), "2023-01-01", someLater.Draw(t, "ends"))
		x.Asset = id
		return []register.Edit{register.PutException(x, r.RevisionOf(register.KindException.Ref(x.ID())))}
	}
	if what == 10 {
		a := rec.Asset.Marked(rapid.SampledFrom(asset.Traits).Draw(t, "trait"), rapid.SampledFrom([]*asset.Mark{
			nil, {Holds: true, Reason: "så är det"}, {Reason: "så är det inte", By: "Socialchef", On: "2026-05-02"},
		}).Draw(t, "mark"))
		return []register.Edit{register.PutAsset(a, rec.Revision)}
	}
	if rec.Asset.Kind != asset.System || what == 7 {
		return []register.Edit{drawUnit(t, r, units)}
	}
	return []register.Edit{drawHeld(t, r, id)}
}

// drawHeld draws what a system holds or how it is adjusted.
func drawHeld(t *rapid.T, r *register.Register, id string) register.Edit {
	adj := holding.Adjustment{
		System: id, Aspect: "integrity", Way: holding.Deviation, Level: classify.Level1, Against: rapid.SampledFrom([]classify.Level{classify.Level2, classify.Level3}).Draw(t, "against"),
		Reason: "skäl", DecidedBy: "Socialchef", DecidedOn: someDay.Draw(t, "on"),
	}
	if rapid.Bool().Draw(t, "raise") {
		adj.Way, adj.Level = holding.Integration, classify.Level3
	}
	var sets []string
	for _, rec := range r.Records() {
		if rec.Asset.Kind == asset.InformationSet {
			sets = append(sets, rec.Asset.ID)
		}
	}
	if len(sets) == 0 || rapid.IntRange(0, 3).Draw(t, "adjusted") == 0 {
		return register.PutAdjustment(adj, r.RevisionOf(register.KindAdjustment.Ref(adj.ID())))
	}
	l := holding.Link{System: id, Set: rapid.SampledFrom(sets).Draw(t, "set"), Since: someDay.Draw(t, "since")}
	ref := register.KindLink.Ref(l.ID())
	if base := r.RevisionOf(ref); base != 0 && rapid.Bool().Draw(t, "unlink") {
		return register.Delete(ref, id, base)
	}
	return register.PutLink(l, r.RevisionOf(ref))
}

func drawPolicy(t *rapid.T, r *register.Register) register.Edit {
	s := r.Settings()
	d := rapid.SampledFrom(duty.All).Draw(t, "duty")
	s.Policy = s.Policy.With(string(d.ID), rapid.Bool().Draw(t, "on"))
	s.Policy = s.Policy.Demanding(classify.DemandList[0], rapid.IntRange(1, 3).Draw(t, "rank"))
	return register.PutSettings(s, r.RevisionOf(register.KindSettings.Ref(register.SettingsID)))
}

func drawClass(t *rapid.T, r *register.Register, id string) classify.Classification {
	c := classify.Classification{
		ID: r.NewID(), Asset: id, State: rapid.SampledFrom([]classify.State{classify.Decided, classify.Imported}).Draw(t, "state"), Scale: "0-3",
		DecidedOn: someDay.Draw(t, "decided"), NextReview: someLater.Draw(t, "review"),
	}
	for i := range c.Profile {
		c.Profile[i] = rapid.SampledFrom([]classify.Level{classify.Level0, classify.Level1, classify.Level2, classify.Level3}).Draw(t, "level")
	}
	if rapid.Bool().Draw(t, "hours") {
		c.OutageHours, c.LossHours = hours(8), hours(4)
	}
	return c
}

func drawUnit(t *rapid.T, r *register.Register, units []string) register.Edit {
	u := asset.Unit{ID: r.NewID(), Name: "Enhet", Kind: asset.Department}
	if len(units) > 0 && rapid.Bool().Draw(t, "existing") {
		u, _ = r.Organisation().Unit(rapid.SampledFrom(units).Draw(t, "changed unit"))
	} else if len(units) > 0 {
		u.Parent = rapid.SampledFrom(units).Draw(t, "parent")
	}
	u.Manager = rapid.SampledFrom([]string{"", "Socialchef", "Enhetschef"}).Draw(t, "manager")
	u.Unconfirmed = rapid.Bool().Draw(t, "unconfirmed")
	return register.PutUnit(u, r.RevisionOf(register.KindUnit.Ref(u.ID)))
}

// After every edit and every undo, a judge that remembers says what one that
// has forgotten everything says, undo brings the findings back, and so does opening again.
func TestFindingsFollowTheRegister(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		store := memory.New()
		r := over(t, store)
		judge := duty.NewJudge()
		past := [][]line{judgedAfresh(r)}
		for range rapid.IntRange(1, 25).Draw(rt, "edits") {
			if len(past) > 1 && rapid.IntRange(0, 3).Draw(rt, "undo") == 0 {
				if _, err := r.Undo(ctx); err != nil {
					rt.Fatal(err)
				}
				past = past[:len(past)-1]
				if diff := cmp.Diff(past[len(past)-1], judgedAfresh(r)); diff != "" {
					rt.Fatalf("undo does not bring the findings back (-before +after):\n%s", diff)
				}
			} else {
				commit(t, r, drawEdit(rt, r)...)
				past = append(past, judgedAfresh(r))
			}
			if diff := cmp.Diff(past[len(past)-1], lines(judge.Register(r, today).Find(nil))); diff != "" {
				rt.Fatalf("what the judge remembers is wrong (-fresh +remembered):\n%s", diff)
			}
		}
		if diff := cmp.Diff(past[len(past)-1], judgedAfresh(over(t, store.Reopen()))); diff != "" {
			rt.Fatalf("opening again changes the findings:\n%s", diff)
		}
	})
}

// The same register and day give the same findings, whatever the order that
// edits of different entities came in.
func TestTheOrderOfEditsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		maker := fresh(t)
		var units, assets, rest []register.Edit
		for i := range rapid.IntRange(1, 6).Draw(rt, "assets") {
			s := sound(maker, "1111")
			s.unit.Manager = rapid.SampledFrom([]string{"", "Socialchef"}).Draw(rt, "manager")
			s.with(someField.Draw(rt, "field"), someWords.Draw(rt, "words"))
			units, assets = append(units, register.PutUnit(s.unit, 0)), append(assets, register.PutAsset(s.asset, 0))
			rest = append(rest, register.PutClassification(drawClass(rt, maker, s.asset.ID)))
			for _, id := range []string{"ORG-01", "BEH-01"} {
				a := requirement.Assessment{Asset: s.asset.ID, Requirement: id, Answer: rapid.SampledFrom(requirement.Answers).Draw(rt, "answer"), Comment: "sett", On: someDay.Draw(rt, fmt.Sprint("on", i))}
				x := except(id, "2023-01-01", someLater.Draw(rt, "ends"))
				x.Asset = a.Asset
				rest = append(rest, register.PutAssessment(a, 0), register.PutException(x, 0))
			}
		}
		build := func(rest []register.Edit) []line {
			r := fresh(t)
			for _, group := range [][]register.Edit{units, assets, rest} {
				for _, e := range group {
					commit(t, r, e)
				}
			}
			return judgedAfresh(r)
		}
		if diff := cmp.Diff(build(rest), build(rapid.Permutation(rest).Draw(rt, "order"))); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestTheMostSeriousComesFirst(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := fresh(t)
		for range rapid.IntRange(1, 20).Draw(rt, "edits") {
			commit(t, r, drawEdit(rt, r)...)
		}
		j := duty.NewJudge().Register(r, today)
		all := j.Find(nil)
		if !slices.IsSortedFunc(all, func(a, b duty.Finding) int { return int(b.Severity - a.Severity) }) {
			rt.Fatal("a less serious finding stands before a more serious one")
		}
		for _, u := range r.Organisation().Units() {
			want := j.Find(func(f duty.Finding) bool { return f.Unit != "" && r.Organisation().Within(f.Unit, u.ID) })
			if diff := cmp.Diff(lines(want), lines(j.Find(j.Within(u.ID)))); diff != "" {
				rt.Fatalf("the findings of one unit: %s", diff)
			}
		}
		serious := 0
		for _, f := range all {
			if f.Severity == duty.High {
				serious++
			}
		}
		if j.Serious() != serious {
			rt.Fatalf("%d serious findings are counted, %d found", j.Serious(), serious)
		}
		p := text.In(text.English)
		for _, f := range all {
			if m := f.Missing().In(p); m == "" || m[0] == '[' {
				rt.Fatalf("%s says %q", f.ID, m)
			}
		}
	})
}
