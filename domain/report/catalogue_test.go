package report_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

// varied is a register with a board and, in it, a system of every status: not
// classified, drafted, imported and decided.
func varied(t *testing.T) *register.Register {
	t.Helper()
	r, err := register.Open(t.Context(), memory.New(), register.Options{Who: "anna", Entropy: rand.Reader, Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	board := asset.Unit{ID: r.NewID(), Name: "Board", Kind: asset.Committee, Manager: "Chair"}
	edits := []register.Edit{register.PutUnit(board, 0)}
	for _, status := range append(asset.Statuses, "") {
		for _, state := range []classify.State{"", classify.Draft, classify.Imported, classify.Decided} {
			a := asset.Asset{ID: r.NewID(), Name: strings.TrimSpace("System " + string(status) + " " + string(state)), Kind: asset.System, Status: status, Unit: board.ID}
			edits = append(edits, register.PutAsset(a, 0))
			c := classify.Classification{ID: r.NewID(), Asset: a.ID, Scale: "0-3", State: state, Profile: levels(3, 2, 1, 0)}
			switch state {
			case classify.Draft:
				edits = append(edits, register.PutDraft(c, 0))
			case classify.Decided:
				c.DecidedOn = "2026-11-01"
				fallthrough
			case classify.Imported:
				edits = append(edits, register.PutClassification(c))
			}
		}
	}
	if _, err := r.Commit(t.Context(), text.Msg("why.settings"), edits...); err != nil {
		t.Fatal(err)
	}
	return r
}

// failure asks for a document and checks what every document must have; an
// error must have a sentence for the user.
func failure(t *testing.T, k report.Kind, q report.Request) error {
	t.Helper()
	d, err := k.Build(q)
	if err != nil {
		var said *text.Error
		if !errors.As(err, &said) {
			t.Errorf("%s: no sentence says %v", k.ID, err)
		}
		return err
	}
	if d.Title == "" || d.Lang != q.Printer.Lang() || d.Meta.Date == "" || len(d.Blocks) == 0 {
		t.Errorf("%s lacks something of %q, %q, %q and %d blocks", k.ID, d.Title, d.Lang, d.Meta.Date, len(d.Blocks))
	}
	if name := k.FileName(q); !strings.HasSuffix(name, text.Date(day)) || !strings.Contains(name, d.Meta.Object) {
		t.Errorf("%s of %q is called %q", k.ID, d.Meta.Object, name)
	}
	return nil
}

// TestCatalogueMakesEveryDocument asks for each kind of document in each way
// that it is offered: it is made, or there is a sentence why not, and an asset
// has a document just when it can be made.
func TestCatalogueMakesEveryDocument(t *testing.T) {
	r := varied(t)
	for _, lang := range text.Langs {
		q := report.Request{Register: r, Printer: text.In(lang), Judge: duty.NewJudge()}
		for _, k := range report.Catalogue {
			if err := failure(t, k, q); (k.Whole != nil) != (err == nil) {
				t.Errorf("%s without anything named: offered %t, made with %v", k.ID, k.Whole != nil, err)
			}
			if k.One == nil {
				continue
			}
			for _, rec := range r.Records() {
				q.Asset = rec.Asset.ID
				has := k.Has == nil || k.Has(rec)
				if err := failure(t, k, q); has != (err == nil) {
					t.Errorf("%s of %s: offered %t, made with %v", k.ID, rec.Asset.Name, has, err)
				}
			}
			q.Asset = "gone"
			if err := failure(t, k, q); err == nil {
				t.Errorf("%s of an asset that is gone is made", k.ID)
			}
			q.Asset = ""
		}
	}
}

// TestDocumentsOfASelection: what is selected stands in them in that order,
// with the words for how; a selection of nothing is not the whole register.
func TestDocumentsOfASelection(t *testing.T) {
	r := varied(t)
	q := report.Request{Register: r, Printer: text.In(text.Swedish), Judge: duty.NewJudge()}
	kind, _ := report.Find(report.KindOverview)
	chosen := r.Records()[3:5]
	q.Assets = &report.Selection[*register.Record]{Found: chosen, Words: "two of them"}
	d, err := kind.Build(q)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(lines(d), "\n")
	first, second := strings.Index(all, chosen[0].Asset.Name+"|"), strings.Index(all, chosen[1].Asset.Name+"|")
	if first < 0 || second < first || strings.Contains(all, r.Records()[0].Asset.Name+"|") || !strings.Contains(d.Subtitle, "two of them") {
		t.Error(all)
	}
	kind, _ = report.Find(report.KindActions)
	if _, err := r.Plan().AddAction(t.Context(), action.Action{Asset: chosen[0].Asset.ID, What: "encrypt", Responsible: "Eva", Due: "2027-01-01"}); err != nil {
		t.Fatal(err)
	}
	for want, selected := range map[bool]*report.Selection[action.Action]{true: nil, false: {}} {
		q.Actions = selected
		d, err := kind.Build(q)
		if got := strings.Contains(strings.Join(lines(d), "\n"), "encrypt"); err != nil || got != want {
			t.Errorf("the plan holds the action: %t, want %t, %v", got, want, err)
		}
	}
}

func TestUnknownDocument(t *testing.T) {
	if k, ok := report.Find("film"); ok {
		t.Errorf("found %+v", k)
	}
}
