package exchange_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

var ctx = context.Background()

func fresh(t *testing.T) *register.Register {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	r, err := register.Open(ctx, memory.New(), register.Options{Who: "anna", Entropy: rand.Reader, Now: func() time.Time {
		now = now.Add(time.Second)
		return now
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		examined, err := register.Verify(ctx, r.Store())
		if err != nil || len(examined.Flaws) > 0 {
			t.Errorf("verify: %v, %v", examined.Flaws, err)
		}
	})
	return r
}

// book is a workbook of one sheet with rows of texts.
func book(rows ...[]string) *intake.Book {
	s := intake.Sheet{Name: "Systemlista"}
	for n, row := range rows {
		r := intake.Row{Number: n + 1}
		for i, v := range row {
			if v != "" {
				r.Cells = append(r.Cells, intake.Cell{Text: v, Column: uint16(i + 1)})
			}
		}
		s.Rows = append(s.Rows, r)
	}
	return &intake.Book{Name: "lista.xlsx", Format: "xlsx", Sheets: []intake.Sheet{s}}
}

func understand(t *testing.T, r *register.Register, b *intake.Book, o intake.Options) *intake.Proposal {
	t.Helper()
	k, err := exchange.Knowledge(ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	p, err := intake.Understand(ctx, b, k, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func apply(t *testing.T, r *register.Register, b *intake.Book, o intake.Options) exchange.Receipt {
	t.Helper()
	receipt, err := exchange.Apply(ctx, r, understand(t, r, b, o))
	if err != nil {
		t.Fatal(err)
	}
	return receipt
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

func named(t *testing.T, r *register.Register, name string) *register.Record {
	t.Helper()
	for _, rec := range r.Records() {
		if rec.Asset.Name == name {
			return rec
		}
	}
	t.Fatalf("the register has no %s", name)
	return nil
}

var list = [][]string{
	{"Systemnamn", "Nämnd", "Förvaltning", "Leverantör", "Status", "K", "R", "T", "S", "Klassningsdatum", "Motivering K", "Avtal 2"},
	{"Journalsystem", "Socialnämnden", "Socialförvaltningen", "Alfa AB", "I drift", "3", "2", "3", "3", "2024-03-01", "Sekretess", "ja"},
	{"Lönesystem", "Kommunstyrelsen", "Personalkontoret", "Beta AB", "Avvecklas", "2", "3", "2", "0", "", "", ""},
	{"Bokningssystem", "Socialnämnden", "Socialförvaltningen", "", "", "", "", "", "", "", "", "nej"},
}

var onScale = intake.Options{Scale: "0-3"}

func TestImportBecomesAssetsUnitsAndClassifications(t *testing.T) {
	r := fresh(t)
	receipt := apply(t, r, book(list...), onScale)
	equal(t, "the receipt", receipt, exchange.Receipt{File: "lista.xlsx", Revision: 1, Created: 3, Units: 4})

	journal := named(t, r, "Journalsystem")
	equal(t, "the unit", r.Organisation().UnitPath(journal.Asset.Unit), []string{"Socialnämnden", "Socialförvaltningen"})
	equal(t, "the status", journal.Asset.Status, asset.InOperation)
	equal(t, "the supplier", journal.Asset.Fields[asset.Supplier], "Alfa AB")
	equal(t, "the own column", journal.Asset.Custom, map[string]string{"Avtal 2": "ja"})
	equal(t, "the state", journal.State(), classify.Imported)
	equal(t, "the levels", journal.Profile().String(), "K3 R2 T3 S3")
	equal(t, "the reason", journal.Class.Reasons[0], classify.Justification("Sekretess"))
	equal(t, "the date", journal.Class.DecidedOn, "2024-03-01")
	equal(t, "the file it stands in", journal.Class.Source, "lista.xlsx")
	equal(t, "the row it stands on", journal.Class.SourceRow, 2)
	if named(t, r, "Bokningssystem").Class != nil {
		t.Error("an asset without levels was classified")
	}
	for _, u := range r.Organisation().Units() {
		if !u.Unconfirmed {
			t.Errorf("%s was never looked at, yet is confirmed", u.Name)
		}
	}
	var rows []int
	err := r.History(ctx, journal.Asset.ID, func(e ledger.Entry) error {
		for _, ch := range e.Changes {
			rows = append(rows, ch.Row)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the rows in the history", rows, []int{2, 2})
}

func TestImportAgainChangesNothingAndUndoTakesAllBack(t *testing.T) {
	r := fresh(t)
	apply(t, r, book(list...), onScale)
	receipt := apply(t, r, book(list...), intake.Options{})
	equal(t, "the second receipt", receipt, exchange.Receipt{File: "lista.xlsx"})
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if len(r.Records())+len(r.Organisation().Units())+len(r.Mappings()) != 0 {
		t.Errorf("undo left %d assets, %d units and %d mappings", len(r.Records()), len(r.Organisation().Units()), len(r.Mappings()))
	}
}

func TestUpdateTouchesOnlyWhatTheListSays(t *testing.T) {
	r := fresh(t)
	apply(t, r, book(list...), onScale)
	journal := named(t, r, "Journalsystem")
	edited := journal.Asset.With(asset.InformationOwner, "Förvaltningschef")
	if _, err := r.ChangeAsset(ctx, edited, journal.Revision); err != nil {
		t.Fatal(err)
	}
	edited = named(t, r, "Journalsystem").Asset // with the day of the new owner
	before := map[string]*register.Record{}
	for _, rec := range r.Records() {
		before[rec.Asset.Name] = rec
	}
	receipt := apply(t, r, book([][]string{
		{"Systemnamn", "Nämnd", "Förvaltning", "Leverantör", "K", "R", "T", "S"},
		{"Journalsystem", "Socialnämnden", "Socialförvaltningen", "Gamma AB", "", "1", "3", "3"},
		{"Lönesystem", "Kommunstyrelsen", "Personalkontoret", "", "2", "3", "2", "0"},
	}...), onScale)
	equal(t, "updated", receipt.Updated, 1)

	want := edited.With(asset.Supplier, "Gamma AB")
	now := named(t, r, "Journalsystem")
	equal(t, "the asset", now.Asset, want)
	equal(t, "the levels", now.Profile().String(), "K3 R1 T3 S3")
	equal(t, "the reason kept", now.Class.Reasons[0], classify.Justification("Sekretess"))
	equal(t, "the versions", len(r.Classifications().Versions(now.Asset.ID)), 2)
	for _, name := range []string{"Lönesystem", "Bokningssystem"} {
		if named(t, r, name) != before[name] {
			t.Errorf("%s was touched", name)
		}
	}
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	equal(t, "after the undo", named(t, r, "Journalsystem").Profile().String(), "K3 R2 T3 S3")
}

// decide puts a decision in the place of what a list said.
func decide(t *testing.T, r *register.Register, name string, p classify.Profile) {
	t.Helper()
	c, err := r.Classifications().StartDraft(named(t, r, name).Asset.ID)
	if err != nil {
		t.Fatal(err)
	}
	c.Profile = p
	for i := range c.Reasons {
		c.Reasons[i] = "beslutat här"
	}
	c.DecidedBy, c.DecidedOn, c.NextReview = "Förvaltningschef", "2026-11-20", "2027-11-20"
	if _, err := r.Classifications().Decide(ctx, c); err != nil {
		t.Fatal(err)
	}
}

func TestTheSameListAgainLeavesDecisionsAlone(t *testing.T) {
	r := fresh(t)
	apply(t, r, book(list...), onScale)
	decide(t, r, "Journalsystem", classify.Profile{classify.Level3, classify.Level3, classify.Level3, classify.Level2})
	p := understand(t, r, book(list...), onScale)
	equal(t, "unchanged", p.Counts.Unchanged, 3)

	changed := [][]string{list[0], append([]string(nil), list[1]...)}
	changed[1][5] = "1" // the list says something new
	p = understand(t, r, book(changed...), onScale)
	equal(t, "the changes", p.Tables[0].Rows[0].Changes, []intake.Change{{Field: "class_k", Old: "3", New: "1", Conflict: true}})

	l, rows := exported(t, r, text.Swedish, exchange.ExportOptions{})
	for i, c := range l.Columns {
		for _, row := range rows {
			if row[0] == "Journalsystem" && c.Field == "class_r" {
				row[i] = "2 - Betydande" // back to what the list once said, in our own export
			}
		}
	}
	p = understand(t, r, asFile(l, rows), intake.Options{})
	equal(t, "updates from our own export", p.Counts.Update, 1)
}

// A plain list that says otherwise than a decision is asked about, once for
// all that it says of the class; the decision is what is suggested.
func TestAListDoesNotTakeTheDecisionsPlaceUnasked(t *testing.T) {
	for answer, want := range map[string]struct {
		levels classify.Profile
		state  classify.State
		reason classify.Justification
	}{
		"":                  {classify.Profile{classify.Level3, classify.Level3, classify.Level3, classify.Level3}, classify.Decided, "beslutat här"},
		intake.TakeRegister: {classify.Profile{classify.Level3, classify.Level3, classify.Level3, classify.Level3}, classify.Decided, "beslutat här"},
		intake.TakeFile:     {classify.Profile{classify.Level0, classify.Level1, classify.Level1, classify.Level3}, classify.Imported, ""},
	} {
		t.Run("answered "+answer, func(t *testing.T) {
			r := fresh(t)
			if _, err := r.AddAsset(ctx, asset.Asset{Name: "Krisledning", Kind: asset.System}); err != nil {
				t.Fatal(err)
			}
			decide(t, r, "Krisledning", classify.Profile{classify.Level3, classify.Level3, classify.Level3, classify.Level3})
			id := named(t, r, "Krisledning").Asset.ID
			plain := book([]string{"System", "Leverantör", "K", "R", "T", "S"}, []string{"Krisledning", "Bolaget", "0", "1", "1", "3"}, []string{"Nytt", "", "2", "2", "2", "2"})
			o := onScale
			o.AcceptSuggestions = answer == ""
			answers := intake.Answers{"conflict:" + id + ":class": answer}
			know, err := exchange.Knowledge(ctx, r)
			if err != nil {
				t.Fatal(err)
			}
			p, err := intake.Understand(ctx, plain, know, answers, o)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := exchange.Apply(ctx, r, p); err != nil {
				t.Fatal(err)
			}
			rec := named(t, r, "Krisledning")
			equal(t, "the levels", rec.Profile(), want.levels)
			equal(t, "the state", rec.State(), want.state)
			equal(t, "the reason for the first level", rec.Class.Reasons[0], want.reason)
			equal(t, "the reason for the level that is the same", rec.Class.Reasons[3], classify.Justification("beslutat här"))
			equal(t, "the supplier, which nobody has decided", rec.Asset.Fields[asset.Supplier], "Bolaget")
			if (rec.Class.DecidedBy == "") != (want.state == classify.Imported) {
				t.Errorf("decided by %q", rec.Class.DecidedBy)
			}
		})
	}
}

func TestAnOpenQuestionSavesNothing(t *testing.T) {
	r := fresh(t)
	p := understand(t, r, book(list...), intake.Options{})
	if len(p.Questions) == 0 {
		t.Fatal("the scale is not asked for")
	}
	_, err := exchange.Apply(ctx, r, p)
	var told *text.Error
	if !errors.As(err, &told) || told.Message.Key != "exchange.questionsOpen" || r.Revision() != 0 {
		t.Errorf("the error is %v at revision %d", err, r.Revision())
	}
}

// asFile is an exported list as it would be read again, with the sheet that says what it is.
func asFile(l exchange.List, rows [][]string) *intake.Book {
	b := book(rows...)
	b.Sheets[0].Name = l.Title
	var lines [][]string
	for _, line := range l.About {
		lines = append(lines, []string{line.Label, line.Value})
	}
	about := book(lines...).Sheets[0]
	about.Name = l.AboutTitle
	b.Sheets = append(b.Sheets, about)
	return b
}

// exported is a whole register as a list, and its rows with the header above.
func exported(t *testing.T, r *register.Register, lang text.Lang, o exchange.ExportOptions) (exchange.List, [][]string) {
	t.Helper()
	l, err := exchange.Export(ctx, r, text.In(lang), r.Records(), o)
	if err != nil {
		t.Fatal(err)
	}
	var head []string
	for _, c := range l.Columns {
		head = append(head, c.Header)
	}
	return l, append([][]string{head}, l.Rows...)
}

// everything is a register with a value in every particular there is.
func everything(t *testing.T) *register.Register {
	t.Helper()
	r := fresh(t)
	apply(t, r, book(list...), onScale)
	rec := named(t, r, "Journalsystem")
	a := rec.Asset.WithCustom("Kommentar IT", "byts ut").WithCustom("Kod", "=1+1").WithCustom("Version", "sju")
	for _, d := range asset.Definitions {
		switch {
		case a.Fields[d.Field] != "" || rec.Value(d.Field) != "":
		case d.Form == asset.Day:
			a = a.With(d.Field, "2027-01-31")
		case d.Form == asset.Choice:
			a = a.With(d.Field, "Ja")
		default:
			a = a.With(d.Field, "Text om "+string(d.Field))
		}
	}
	a.Status, a.Kind = asset.BeingRetired, asset.InformationSet
	if _, err := r.ChangeAsset(ctx, a, rec.Revision); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAnExportedListComesBackUnchanged(t *testing.T) {
	for _, lang := range text.Langs {
		for _, noNames := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/%v", lang, noNames), func(t *testing.T) {
				r := everything(t)
				l, rows := exported(t, r, lang, exchange.ExportOptions{NoNames: noNames})
				p := understand(t, r, asFile(l, rows), intake.Options{})
				for i, c := range p.Tables[0].Columns {
					if want := l.Columns[i]; c.Field != want.Field {
						t.Errorf("%s is taken for %s (%s), want %s", c.Header, c.Field, c.Certainty, want.Field)
					}
				}
				for _, row := range p.Tables[0].Rows {
					for _, ch := range row.Changes {
						t.Errorf("%s: %s %q → %q", row.Name, ch.Field, ch.Old, ch.New)
					}
				}
				for _, q := range p.Questions {
					t.Errorf("asked %s: %s", q.ID, q.Message.In(text.In(text.Swedish)))
				}
				equal(t, "unchanged", p.Counts.Unchanged, 3)
			})
		}
	}
}

func TestLevelsComeBackInEveryScale(t *testing.T) {
	for _, scale := range classify.Scales {
		r := everything(t)
		if err := r.ChangeSettings(ctx, register.Settings{Scale: scale.ID}); err != nil {
			t.Fatal(err)
		}
		l, rows := exported(t, r, text.Swedish, exchange.ExportOptions{})
		p := understand(t, r, asFile(l, rows), intake.Options{})
		if len(p.Questions) > 0 || p.Counts.Unchanged != 3 {
			t.Errorf("scale %s: %+v, questions %v", scale.ID, p.Counts, p.Questions)
		}
	}
}

func TestThreeEditedCellsAreExactlyThreeChanges(t *testing.T) {
	r := everything(t)
	l, rows := exported(t, r, text.Swedish, exchange.ExportOptions{})
	cell := func(name, field string) *string {
		for _, row := range rows {
			for i, c := range l.Columns {
				if row[0] == name && c.Field == field {
					return &row[i]
				}
			}
		}
		t.Fatalf("no cell %s of %s", field, name)
		return nil
	}
	*cell("Journalsystem", "class_r") = "1 - Måttlig"
	*cell("Lönesystem", "lifecycle_status") = "Avvecklad"
	*cell("Lönesystem", string(asset.Supplier)) = "Delta AB"
	p := understand(t, r, asFile(l, rows), intake.Options{})
	var got []string
	for _, row := range p.Tables[0].Rows {
		for _, ch := range row.Changes {
			got = append(got, fmt.Sprintf("%s %s: %s → %s", row.Name, ch.Field, ch.Old, ch.New))
		}
	}
	equal(t, "the changes", got, []string{
		"Journalsystem class_r: 2 → 1",
		"Lönesystem lifecycle_status: Avvecklas → Avvecklad", "Lönesystem supplier: Beta AB → Delta AB",
	})
	if _, err := exchange.Apply(ctx, r, p); err != nil {
		t.Fatal(err)
	}
	equal(t, "the status", named(t, r, "Lönesystem").Asset.Status, asset.Retired)
	equal(t, "the levels", named(t, r, "Journalsystem").Profile().String(), "K3 R1 T3 S3")
}

func TestAChangeSinceTheExportIsAConflict(t *testing.T) {
	r := everything(t)
	l, rows := exported(t, r, text.Swedish, exchange.ExportOptions{})
	rec := named(t, r, "Lönesystem")
	if _, err := r.ChangeAsset(ctx, rec.Asset.With(asset.Supplier, "Registrets AB"), rec.Revision); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i, c := range l.Columns {
			if row[0] == "Lönesystem" && c.Field == string(asset.Supplier) {
				row[i] = "Filens AB"
			}
		}
	}
	p := understand(t, r, asFile(l, rows), intake.Options{})
	if len(p.Questions) != 1 || p.Questions[0].Kind != intake.AskConflict {
		t.Fatalf("the questions are %v", p.Questions)
	}
	k, err := exchange.Knowledge(ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	for answer, want := range map[string]string{"file": "Filens AB", "register": "Registrets AB"} {
		p, err := intake.Understand(ctx, asFile(l, rows), k, intake.Answers{p.Questions[0].ID: answer}, intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		before := r.Revision()
		if _, err := exchange.Apply(ctx, r, p); err != nil {
			t.Fatal(err)
		}
		equal(t, "the supplier when the "+answer+" holds", named(t, r, "Lönesystem").Asset.Fields[asset.Supplier], want)
		if r.Revision() > before {
			if _, err := r.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestAnExportWithoutNamesHasNoColumnForPeople(t *testing.T) {
	l, _ := exported(t, everything(t), text.Swedish, exchange.ExportOptions{NoNames: true})
	for _, c := range l.Columns {
		if d, ok := asset.Field(c.Field).Definition(); ok && d.Person {
			t.Errorf("the list has a column %s", c.Header)
		}
	}
}
