package importing_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/intake"
	"infoklass/gui/importing"
	"infoklass/gui/jobs"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
)

const few = `System;Förvaltning;Leverantör;K;R;T;Övrigt
Journalsystem HSL;Socialförvaltningen;Exempelvård AB;3;2;3;avtal 2027
Lönesystem;Kommunledningskontoret;Lön i Norr AB;2;2;1;
Kartdatabas;Tekniska förvaltningen;Geodata AB;0;2;1;öppna data
`

// write makes a list.
func write(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheWholeWayAndBack(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, write(t, "system.csv", few))
	d.Press("Nästa ›")
	d.Press("Nästa ›")
	toReview(d.Desk)
	d.Press(d.Stage.Text.N("importing.do", 3))
	if r.Len() != 3 {
		t.Fatalf("%d assets in the register, want 3", r.Len())
	}
	if !d.Shows(d.Stage.Text.N("importing.done.created", 3)) {
		t.Error("the receipt does not tell of three new assets")
	}
	if !d.Shows(d.Stage.Text.N("importing.done.units", 3)) {
		t.Error("the receipt does not tell where the new units wait")
	}
	d.Press(d.T("importing.done.undo"))
	if r.Len() != 0 {
		t.Errorf("%d assets after undo, want none", r.Len())
	}
	d.Press(d.T("importing.show"))
	if d.shown != 1 {
		t.Error("the list of assets was not opened")
	}
}

func TestAgainNextMonth(t *testing.T) {
	for _, name := range []string{"01_systemlista.xlsx", "06_skala_1-4.xlsx"} {
		r := newRegister(t)
		d := begin(t, r, list(name))
		toReview(d.Desk)
		d.Press(doIt(d.Desk))
		before := r.Revision()

		again := begin(t, r, list(name))
		again.Press("Nästa ›")
		again.Press("Nästa ›") // from the columns to the review: nothing is asked
		if what := doIt(again.Desk); !reviewing(again.Desk) || what != "" {
			t.Errorf("%s: there is something to import the second time: %s", name, what)
		}
		if r.Revision() != before {
			t.Errorf("%s: looking changed the register", name)
		}
	}
}

func TestColumnGivenAnotherMeaning(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, write(t, "system.csv", few))
	d.Press("Nästa ›")
	d.Press(importing.FieldLabel(d.Stage.Text, "supplier"))
	d.Write("driftform")
	d.Key(fyne.KeyDown) // the only one found is taken
	toReview(d.Desk)
	d.Press(d.Stage.Text.N("importing.do", 3))
	for _, rec := range r.Records() {
		if rec.Asset.Fields["hosting"] == "" || rec.Asset.Fields[asset.Supplier] != "" {
			t.Errorf("%s: hosting %q, supplier %q", rec.Asset.Name, rec.Asset.Fields["hosting"], rec.Asset.Fields[asset.Supplier])
		}
	}
}

func TestRowLeftOut(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, write(t, "system.csv", few))
	toReview(d.Desk)
	table := trial.The[reviewTable](d.Desk)
	table.SelectKeys(table.Rows()[1].Key)
	table.Focus()
	d.Key(fyne.KeySpace)
	d.Press(d.Stage.Text.N("importing.do", 2))
	if r.Len() != 2 {
		t.Fatalf("%d assets, want 2", r.Len())
	}
	d.Press(d.T("importing.done.report"))
	if d.unread == nil || d.unread.Counts.Skip != 1 {
		t.Errorf("the report is not about the row left out: %+v", d.unread)
	}
}

func TestQuestionsAreAnsweredOnce(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, list("05_ord_nivaer_farger.xlsx"))
	d.Press("Nästa ›")
	d.Press("Nästa ›")
	c := trial.The[*widgets.ChoiceCard](d.Desk)
	d.Press("Nästa ›")
	if reviewing(d.Desk) {
		t.Error("went on with questions open")
	}
	c.Tapped(nil)
	if !c.Chosen() {
		t.Error("the answer does not show")
	}
	toReview(d.Desk)
	if !reviewing(d.Desk) {
		t.Error("the review did not come")
	}
}

func TestKeyboardAlone(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, list("05_ord_nivaer_farger.xlsx"))
	for range 80 {
		if r.Len() > 0 {
			break
		}
		if reviewing(d.Desk) {
			d.Window.Canvas().Focus(saving(d))
		}
		d.Key(fyne.KeyReturn)
	}
	if r.Len() == 0 {
		t.Fatal("Enter alone did not lead through the import")
	}
	d.Key(fyne.KeyReturn)
	if d.shown != 1 {
		t.Error("Enter on the receipt does not show the assets")
	}
}

// saving is the button that saves.
func saving(d *desk) *widgets.Button {
	all := trial.All[*widgets.Button](d.Root())
	return all[slices.IndexFunc(all, func(b *widgets.Button) bool { return b.Text() == doIt(d.Desk) })]
}

func TestUnreadableFile(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, write(t, "trasig.xlsx", "PK\x03\x04 this is no workbook"))
	if !d.Shows("xlsx") && !d.Shows("skad") {
		t.Errorf("no sentence says what is wrong: %q", d.Says())
	}
	if d.Offers(d.T("importing.next")) {
		t.Error("an empty wizard can be gone on in")
	}
	d.Press(d.T("importing.other"))
	if d.other != 1 {
		t.Error("another file was not asked for")
	}
	d.Key(fyne.KeyEscape)
	if d.closed != 1 {
		t.Error("Esc did not close")
	}
}

func TestStoppedReadingCanBeTakenUpAgain(t *testing.T) {
	r := newRegister(t)
	runner := jobs.AtOnce()
	times := 0
	d := beginWith(t, r, "stor.csv", runner, func(ctx context.Context, _ string, progress func(int)) (*intake.Book, error) {
		if times++; times == 1 {
			progress(10)
			runner.Stop("import")
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return &intake.Book{Name: "stor.csv", Format: "csv", Sheets: []intake.Sheet{{Name: intake.SingleSheet, Rows: rows(few)}}}, nil
	})
	if !d.Shows(d.T("importing.stopped")) {
		t.Fatal("nothing says that reading was stopped")
	}
	if r.Revision() != 0 {
		t.Error("something was saved")
	}
	d.Press(d.T("importing.again"))
	toReview(d.Desk)
	if r.Len() != 0 {
		t.Error("something was saved before the last step")
	}
}

// rows makes cells of a text.
func rows(s string) []intake.Row {
	var out []intake.Row
	for i, line := range strings.Split(strings.TrimSpace(s), "\n") {
		row := intake.Row{Number: i + 1}
		for c, cell := range strings.Split(line, ";") {
			if cell != "" {
				row.Cells = append(row.Cells, intake.Cell{Text: cell, Column: uint16(c + 1)})
			}
		}
		out = append(out, row)
	}
	return out
}

func TestALetterIsNotTakenForAList(t *testing.T) {
	d := begin(t, newRegister(t), write(t, "brev.csv", "Hej;Du\nVi;ses\n"))
	if !d.Shows(d.T("importing.noTable")) {
		t.Error("nothing says that no list was found")
	}
	if d.Offers(d.T("importing.next")) {
		t.Error("one can go on without a list")
	}
}
