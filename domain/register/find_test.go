package register_test

import (
	"context"
	"errors"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// town fills a register with a small organisation and a few assets.
func town(t *testing.T) *register.Register {
	t.Helper()
	r := fresh(t)
	unit := func(name string, kind asset.UnitKind, parent string) string {
		u := asset.Unit{ID: r.NewID(), Name: name, Kind: kind, Parent: parent}
		if _, err := r.Commit(ctx, text.Msg("why.unit.add", "name", name), register.PutUnit(u, 0)); err != nil {
			t.Fatal(err)
		}
		return u.ID
	}
	top := unit("Åsmarks kommun", asset.Municipality, "")
	social := unit("Socialnämnden", asset.Committee, top)
	care := unit("Vård och omsorg", asset.Department, social)
	energy := unit("Åsmark Energi AB", asset.Company, top)
	put := func(name, unit string, kind asset.Kind, status asset.Status, owner string) asset.Asset {
		a, err := r.AddAsset(ctx, asset.Asset{Name: name, Unit: unit, Kind: kind, Status: status}.With(asset.InformationOwner, owner))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	journal := put("Journalsystem", care, asset.System, asset.InOperation, "Förvaltningschef")
	decide(t, r, journal.ID, "3230")
	file := put("Personakter", social, asset.InformationSet, "", "")
	decide(t, r, file.ID, "1000")
	grid := put("Elnätsövervakning", energy, asset.System, asset.InProcurement, "")
	if err := r.Classifications().SaveDraft(ctx, classified(t, r, grid.ID, "0033")); err != nil {
		t.Fatal(err)
	}
	imported := classified(t, r, put("Kafébokning", "", asset.System, asset.InOperation, "").ID, "0003")
	imported.State = classify.Imported
	imported.NextReview = "2026-11-01"
	if _, err := r.Commit(ctx, text.Msg("why.import", "file", "lista.xlsx", "n", 1), register.PutClassification(withID(imported, r.NewID()))); err != nil {
		t.Fatal(err)
	}
	put("Passersystem", "", asset.System, "", "")
	return r
}

func TestFind(t *testing.T) {
	r := town(t)
	unit := func(path ...string) string {
		u, ok := r.Organisation().FindUnit(path)
		if !ok {
			t.Fatalf("no unit %v", path)
		}
		return u.ID
	}
	social := unit("åsmarks kommun", "SOCIALNÄMNDEN")
	traceability := classify.Traceability
	for name, test := range map[string]struct {
		q    register.Query
		want string
	}{
		"everything":           {register.Query{}, "Jour Pers Elnä Kafé Pass "},
		"a word":               {register.Query{Text: "journal"}, "Jour "},
		"capitals and blanks":  {register.Query{Text: "  JOURNAL   system "}, "Jour "},
		"accents":              {register.Query{Text: "kafebok"}, "Kafé "},
		"å is no a":            {register.Query{Text: "elnatsov"}, ""},
		"the unit's path":      {register.Query{Text: "socialnämnden vård"}, "Jour "},
		"words in two fields":  {register.Query{Text: "chef journal"}, "Jour "},
		"a unit and below":     {register.Query{Unit: social}, "Jour Pers "},
		"without a unit":       {register.Query{NoUnit: true}, "Kafé Pass "},
		"a kind":               {register.Query{Kind: asset.InformationSet}, "Pers "},
		"a status":             {register.Query{Status: asset.InProcurement}, "Elnä "},
		"a level anywhere":     {register.Query{AtLeast: classify.Level3}, "Jour Kafé "},
		"a level in an aspect": {register.Query{AtLeast: classify.Level3, Aspect: &traceability}, "Kafé "},
		"exactly a level":      {register.Query{ByLevel: true, Exactly: classify.Level0, Aspect: &traceability}, "Jour Pers "},
		"no level":             {register.Query{ByLevel: true, Exactly: classify.Unset}, "Elnä Pass "},
		"unclassified":         {register.Query{States: []classify.State{""}}, "Pass "},
		"drafts and imported":  {register.Query{States: []classify.State{classify.Draft, classify.Imported}}, "Elnä Kafé "},
		"reviews overdue":      {register.Query{Overdue: true, Judgement: unclassified{}}, "Kafé "},
		"especially important": {register.Query{Trait: asset.Important}, "Jour Kafé "},
		"critical systems":     {register.Query{Trait: asset.Critical}, "Jour "},
		"what lacks something": {register.Query{Lacking: true, Judgement: unclassified{}}, "Elnä Pass "},
		"no owner":             {register.Query{OwnerMissing: true, AtLeast: classify.Level3}, "Kafé "},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := r.Find(ctx, test.q)
			if err != nil {
				t.Fatal(err)
			}
			if got := shortNames(found); got != test.want {
				t.Errorf("found %q, want %q", got, test.want)
			}
		})
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := r.Find(stopped, register.Query{}); !errors.Is(err, context.Canceled) {
		t.Errorf("an overtaken search: %v", err)
	}
}

// unclassified is a judgement by which an asset lacks a classification alone,
// and what a list brought is overdue.
type unclassified struct{}

func (unclassified) Lacks(rec *register.Record) bool { return rec.Class == nil }

func (unclassified) Overdue(rec *register.Record) bool { return rec.State() == classify.Imported }

// shortNames joins the first four letters of the assets found.
func shortNames(records []*register.Record) string {
	s := ""
	for _, rec := range records {
		name := []rune(rec.Asset.Name)
		s += string(name[:4]) + " "
	}
	return s
}

func TestFigures(t *testing.T) {
	r := town(t)
	f := r.Figures()
	equal(t, "the figures", [6]int{f.Assets, f.Systems, f.Decided, f.Imported, f.Drafts, f.Important}, [6]int{5, 4, 2, 1, 1, 2})
	equal(t, "the levels of availability", f.Levels[classify.Availability], [5]int{2, 2, 0, 0, 1})
	var boards []string
	for _, b := range f.Boards {
		boards = append(boards, b.Unit.Name)
	}
	equal(t, "the boards in Swedish order", boards, []string{"Socialnämnden", "Åsmark Energi AB", ""})
	equal(t, "assets of the board", [2]int{f.Boards[0].Assets, f.Boards[0].Decided}, [2]int{2, 2})
}

func TestUnits(t *testing.T) {
	r := town(t)
	var paths []string
	for _, u := range r.Organisation().Units() {
		paths = append(paths, asset.Path(r.Organisation().UnitPath(u.ID)))
	}
	equal(t, "the tree", paths, []string{"Åsmarks kommun", "Åsmarks kommun / Socialnämnden", "Åsmarks kommun / Socialnämnden / Vård och omsorg", "Åsmarks kommun / Åsmark Energi AB"})
	care := r.Organisation().Units()[2].ID
	board, _ := r.Organisation().Board(care)
	equal(t, "the board", board.Name, "Socialnämnden")
	if _, ok := r.Organisation().Board("nowhere"); ok {
		t.Error("an unknown unit has a board")
	}
	if !r.Organisation().Within(care, board.ID) || r.Organisation().Within(board.ID, care) {
		t.Error("within is the wrong way round")
	}
}
