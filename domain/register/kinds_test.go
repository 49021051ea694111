package register_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/governance"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

// stage is a small register that an entity of every kind can be put into.
type stage struct {
	*register.Register
	system, set, platform asset.Asset
	unit                  asset.Unit
}

func newStage(t fataler) stage {
	t.Helper()
	s := stage{Register: open(t, memory.New())}
	var err error
	if s.unit, err = s.Organisation().AddUnit(ctx, asset.Unit{Name: "Socialnämnden", Kind: asset.Committee}); err != nil {
		t.Fatal(err)
	}
	s.system, s.platform = add(t, s.Register, "Journal"), add(t, s.Register, "Driftplattform")
	if s.set, err = s.AddAsset(ctx, asset.Asset{Name: "Journaler", Kind: asset.InformationSet}); err != nil {
		t.Fatal(err)
	}
	decide(t, s.Register, s.system.ID, "1111")
	return s
}

// samples is one new entity of each kind.
var samples = map[ledger.Kind]func(t fataler, s stage) register.Edit{
	register.KindAsset: func(_ fataler, s stage) register.Edit {
		return register.PutAsset(asset.Asset{ID: s.NewID(), Name: "Lön", Kind: asset.System, Unit: s.unit.ID, Fields: map[asset.Field]string{asset.Supplier: "Alfa AB"}}, 0)
	},
	register.KindClassification: func(t fataler, s stage) register.Edit {
		c := classified(t, s.Register, s.set.ID, "2112")
		c.ID, c.State = s.NewID(), classify.Decided
		return register.PutClassification(c)
	},
	register.KindDraft: func(t fataler, s stage) register.Edit {
		return register.PutDraft(classified(t, s.Register, s.set.ID, "0123"), 0)
	},
	register.KindUnit: func(_ fataler, s stage) register.Edit {
		return register.PutUnit(asset.Unit{ID: s.NewID(), Name: "IFO", Kind: asset.Department, Parent: s.unit.ID, Manager: "Chef"}, 0)
	},
	register.KindSettings: func(_ fataler, s stage) register.Edit {
		return register.PutSettings(register.Settings{Municipality: "Åsmark", Policy: register.Policy{}.With("P9.classified", false)}, s.RevisionOf(register.KindSettings.Ref(register.SettingsID)))
	},
	register.KindMapping: func(_ fataler, s stage) register.Edit {
		return register.PutMapping("print", register.Mapping{Columns: map[string]string{"Namn": "name"}, Used: today}, 0)
	},
	register.KindAssessment: func(_ fataler, s stage) register.Edit {
		return register.PutAssessment(requirement.Assessment{Asset: s.system.ID, Requirement: "ORG-01", Answer: requirement.Met, Comment: "ja", On: "2026-11-01"}, 0)
	},
	register.KindException: func(_ fataler, s stage) register.Edit {
		return register.PutException(exception(s.system.ID, "ORG-01", "byts ut"), 0)
	},
	register.KindAction: func(_ fataler, s stage) register.Edit {
		return register.PutAction(action.Action{ID: s.NewID(), What: "Skriv avtal", Asset: s.system.ID, Status: action.Planned}, 0)
	},
	register.KindDocument: func(_ fataler, s stage) register.Edit {
		return register.PutDocument(governance.Document{ID: s.NewID(), Kind: governance.Policy, Title: "Policy", Body: governance.Council, DecidedOn: "2026-01-31", Unit: s.unit.ID}, 0)
	},
	register.KindCheck: func(_ fataler, s stage) register.Edit {
		return register.PutCheck(governance.Check{ID: s.NewID(), Kind: governance.Needs, Unit: s.unit.ID, On: "2026-10-01", By: "Förvaltningschef", Outcome: "Inga egna regler behövs"}, 0)
	},
	register.KindMatrix: func(_ fataler, s stage) register.Edit {
		return register.PutMatrix(classify.Matrix{}.With(classify.Categories[0], 1, "Egna ord"), 0)
	},
	register.KindScale: func(_ fataler, s stage) register.Edit { return register.PutScale(ownScale("egen"), 0) },
	register.KindCommon: func(_ fataler, s stage) register.Edit {
		return register.PutCommon(classify.Common{ID: s.NewID(), Name: "Journaler", Asset: s.system.ID}, 0)
	},
	register.KindRequirement: func(_ fataler, s stage) register.Edit {
		was, _ := s.Requirements().Catalogue().ByID("ORG-01")
		return register.PutRequirement(requirement.Change{ID: "ORG-01", Off: true, Reason: "görs av andra", Was: was}, 0)
	},
	register.KindPlatform: func(_ fataler, s stage) register.Edit {
		return register.PutPlatform(requirement.Use{Asset: s.system.ID, Platform: s.platform.ID}, 0)
	},
	register.KindLink: func(_ fataler, s stage) register.Edit {
		return register.PutLink(holding.Link{System: s.system.ID, Set: s.set.ID, Since: "2026-11-01"}, 0)
	},
	register.KindAdjustment: func(_ fataler, s stage) register.Edit {
		return register.PutAdjustment(holding.Adjustment{System: s.system.ID, Aspect: classify.Availability.Key(), Way: holding.Accumulation, Level: classify.Level3,
			Reason: "mycket på ett ställe", DecidedBy: "Systemägare", DecidedOn: "2026-11-01"}, 0)
	},
	register.KindNote: func(_ fataler, s stage) register.Edit {
		return register.PutNote(register.Note{ID: s.NewID(), Asset: s.system.ID, Words: "kom ihåg"}, 0)
	},
}

// everything is all values of all kinds, by kind and id.
func everything(r *register.Register) map[ledger.Kind]map[string]any {
	out := map[ledger.Kind]map[string]any{}
	for _, k := range register.Kinds() {
		if values := register.ValuesOf(r, k); len(values) > 0 {
			out[k] = values
		}
	}
	return out
}

func TestEveryKindIsStoredUndoneAndDescribed(t *testing.T) {
	for _, k := range register.Kinds() {
		t.Run(string(k), func(t *testing.T) {
			sample, ok := samples[k]
			if !ok {
				t.Fatal("the kind has no sample here")
			}
			s := newStage(t)
			before := everything(s.Register)
			edit := sample(t, s)
			rev, err := s.Commit(ctx, text.Msg("test.why"), edit)
			if err != nil {
				t.Fatal(err)
			}
			after := everything(s.Register)
			if _, there := after[k][edit.Ref().ID]; !there {
				t.Fatalf("%v is not in the register", edit.Ref())
			}
			equal(t, "what is loaded again", everything(open(t, s.Store())), after)
			change := changeIn(t, s.Register, rev, edit.Ref())
			refusesUnknownFields(t, k, change.New)
			isDescribed(t, s.Register, change)
			undo(t, s.Register)
			equal(t, "after an undo", everything(s.Register), before)
			redo(t, s.Register)
			equal(t, "after a redo", everything(s.Register), after)
			whole(t, s.Store())
		})
	}
}

func changeIn(t *testing.T, r *register.Register, rev ledger.Revision, ref ledger.Ref) ledger.Change {
	t.Helper()
	e, err := r.Entry(ctx, rev)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(e.Changes, func(ch ledger.Change) bool { return ch.Ref == ref })
	if i < 0 {
		t.Fatalf("%v is not in the log", ref)
	}
	return e.Changes[i]
}

// refusesUnknownFields demands that a field of a newer program is not lost.
func refusesUnknownFields(t *testing.T, k ledger.Kind, data []byte) {
	t.Helper()
	if _, err := register.DecodeAs(k, data); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	newer := append([]byte(`{"newField":1,`), bytes.TrimPrefix(data, []byte("{"))...)
	if _, err := register.DecodeAs(k, newer); !errors.Is(err, ledger.ErrNewer) {
		t.Errorf("%s: %v, want ErrNewer", newer, err)
	}
	if _, err := register.DecodeAs(k, append(bytes.Clone(data), "{}"...)); err == nil {
		t.Error("two documents were read as one")
	}
}

// isDescribed demands words of its own in each language for what was put and taken away.
func isDescribed(t *testing.T, r *register.Register, put ledger.Change) {
	t.Helper()
	gone := put
	gone.Old, gone.New = put.New, nil
	for _, lang := range text.Langs {
		p := text.In(lang)
		came, err := r.Describe(p, put)
		if err != nil {
			t.Fatal(err)
		}
		went, err := r.Describe(p, gone)
		if err != nil {
			t.Fatal(err)
		}
		if len(came) == 0 || len(came) != len(went) {
			t.Fatalf("%s: %d fields came, %d went", lang, len(came), len(went))
		}
		for i := range came {
			if came[i].New == "" || came[i].New != went[i].Old || came[i].Field.In(p) == came[i].Field.Key {
				t.Errorf("%s: came %+v, went %+v", lang, came[i], went[i])
			}
		}
	}
}

func TestWhatBelongsToAnAssetGoesWithIt(t *testing.T) {
	s := newStage(t)
	var edits []register.Edit
	for _, k := range register.Kinds() {
		if k != register.KindSettings {
			edits = append(edits, samples[k](t, s))
		}
	}
	for _, e := range edits {
		if _, err := s.Commit(ctx, text.Msg("test.why"), e); err != nil {
			t.Fatalf("%v: %v", e.Ref(), err)
		}
	}
	before := everything(s.Register)
	if _, err := s.DeleteAssets(ctx, []string{s.system.ID, s.set.ID, s.platform.ID}); err != nil {
		t.Fatal(err)
	}
	left := everything(s.Register)
	for _, k := range []ledger.Kind{
		register.KindClassification, register.KindDraft, register.KindAssessment, register.KindException, register.KindAction,
		register.KindCommon, register.KindPlatform, register.KindLink, register.KindAdjustment, register.KindNote,
	} {
		if len(left[k]) > 0 {
			t.Errorf("of kind %s is left: %v", k, left[k])
		}
	}
	undo(t, s.Register)
	equal(t, "after an undo", everything(s.Register), before)
}

func TestWhatBelongsToAUnitMovesWhenItIsMerged(t *testing.T) {
	s := newStage(t)
	heir, err := s.Organisation().AddUnit(ctx, asset.Unit{Name: "Vård- och omsorgsnämnden", Kind: asset.Committee})
	if err != nil {
		t.Fatal(err)
	}
	edits := []register.Edit{
		samples[register.KindAsset](t, s), samples[register.KindUnit](t, s), samples[register.KindDocument](t, s), samples[register.KindCheck](t, s),
		register.PutAction(action.Action{ID: s.NewID(), What: "Skriv avtal", Unit: s.unit.ID, Status: action.Planned}, 0),
		register.PutNote(register.Note{ID: s.NewID(), Unit: s.unit.ID, Words: "kom ihåg"}, 0),
	}
	if _, err := s.Commit(ctx, text.Msg("test.why"), edits...); err != nil {
		t.Fatal(err)
	}
	m, err := s.Organisation().MergeUnits(ctx, s.unit.ID, heir.ID)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the assets that moved", m.Assets, 1)
	after := everything(s.Register)
	of := func(e register.Edit) any { return after[e.Ref().Kind][e.Ref().ID] }
	equal(t, "the asset's unit", of(edits[0]).(asset.Asset).Unit, heir.ID)
	equal(t, "the unit's parent", of(edits[1]).(asset.Unit).Parent, heir.ID)
	equal(t, "the document's unit", of(edits[2]).(governance.Document).Unit, heir.ID)
	equal(t, "the check's unit", of(edits[3]).(governance.Check).Unit, heir.ID)
	equal(t, "the action's unit", of(edits[4]).(action.Action).Unit, heir.ID)
	equal(t, "the note's unit", of(edits[5]).(register.Note).Unit, heir.ID)
}

func TestAnEntityNeedsWhatItBelongsTo(t *testing.T) {
	s := newStage(t)
	_, err := s.Commit(ctx, text.Msg("test.why"), register.PutNote(register.Note{ID: "n", Asset: "nowhere", Words: "x"}, 0))
	says(t, err, "register.problem.gone")
	_, err = s.Commit(ctx, text.Msg("test.why"), register.PutNote(register.Note{ID: "n", Unit: "nowhere", Words: "x"}, 0))
	says(t, err, "governance.problem.unit")
}
