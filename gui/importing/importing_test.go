package importing_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/intake"
	"infoklass/domain/text"
	"infoklass/gui/importing"
	"infoklass/gui/jobs"
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
	d.press("Nästa ›")
	d.press("Nästa ›")
	d.toReview()
	d.press(text.In(text.Swedish).N("importing.do", 3))
	if r.Len() != 3 {
		t.Fatalf("%d assets in the register, want 3", r.Len())
	}
	if !d.reads(text.In(text.Swedish).N("importing.done.created", 3)) {
		t.Error("the receipt does not tell of three new assets")
	}
	if !d.reads(text.In(text.Swedish).N("importing.done.units", 3)) {
		t.Error("the receipt does not tell where the new units wait")
	}
	d.press(d.text("importing.done.undo"))
	if r.Len() != 0 {
		t.Errorf("%d assets after undo, want none", r.Len())
	}
	d.press(d.text("importing.show"))
	if d.shown != 1 {
		t.Error("the list of assets was not opened")
	}
}

func TestAgainNextMonth(t *testing.T) {
	for _, name := range []string{"01_systemlista.xlsx", "06_skala_1-4.xlsx"} {
		r := newRegister(t)
		d := begin(t, r, list(name))
		d.toReview()
		do, ok := find(d, func(b *widgets.Button) bool { return strings.HasPrefix(b.Text(), "Importera ") })
		if !ok {
			t.Fatal("nothing to import")
		}
		d.press(do.Text())
		before := r.Revision()

		again := begin(t, r, list(name))
		again.press("Nästa ›")
		again.press("Nästa ›") // from the columns to the review: nothing is asked
		if b := again.button(text.In(text.Swedish).N("importing.do", 0)); !b.Disabled() {
			t.Errorf("%s: there is something to import the second time", name)
		}
		if r.Revision() != before {
			t.Errorf("%s: looking changed the register", name)
		}
	}
}

func TestColumnGivenAnotherMeaning(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, write(t, "system.csv", few))
	d.press("Nästa ›")
	d.press(importing.FieldLabel(text.In(text.Swedish), "supplier"))
	search, ok := find(d, func(*widgets.SearchEntry) bool { return true })
	if !ok {
		t.Fatal("no search for a meaning")
	}
	search.SetText("driftform")
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // the only one found is taken
	d.toReview()
	d.press(text.In(text.Swedish).N("importing.do", 3))
	for _, rec := range r.Records() {
		if rec.Asset.Fields["hosting"] == "" || rec.Asset.Fields[asset.Supplier] != "" {
			t.Errorf("%s: hosting %q, supplier %q", rec.Asset.Name, rec.Asset.Fields["hosting"], rec.Asset.Fields[asset.Supplier])
		}
	}
}

func TestRowLeftOut(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, write(t, "system.csv", few))
	d.toReview()
	table, _ := find(d, func(*widgets.Table[importing.ReviewRow]) bool { return true })
	table.SelectKeys(table.Rows()[1].Key)
	table.Focus()
	d.key(fyne.KeySpace)
	d.press(text.In(text.Swedish).N("importing.do", 2))
	if r.Len() != 2 {
		t.Fatalf("%d assets, want 2", r.Len())
	}
	d.press(d.text("importing.done.report"))
	if d.unread == nil || d.unread.Counts.Skip != 1 {
		t.Errorf("the report is not about the row left out: %+v", d.unread)
	}
}

func TestQuestionsAreAnsweredOnce(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, list("05_ord_nivaer_farger.xlsx"))
	d.press("Nästa ›")
	d.press("Nästa ›")
	c, ok := find(d, func(*widgets.ChoiceCard) bool { return true })
	if !ok {
		t.Fatal("the list asks nothing")
	}
	d.press("Nästa ›")
	if _, open := find(d, func(*widgets.Table[importing.ReviewRow]) bool { return true }); open {
		t.Error("went on with questions open")
	}
	c.Tapped(nil)
	if !c.Chosen() {
		t.Error("the answer does not show")
	}
	d.toReview()
	if _, open := find(d, func(*widgets.Table[importing.ReviewRow]) bool { return true }); !open {
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
		if _, review := find(d, func(*widgets.Table[importing.ReviewRow]) bool { return true }); review {
			d.window.Canvas().Focus(d.button(d.next()))
		}
		d.key(fyne.KeyReturn)
	}
	if r.Len() == 0 {
		t.Fatal("Enter alone did not lead through the import")
	}
	d.key(fyne.KeyReturn)
	if d.shown != 1 {
		t.Error("Enter on the receipt does not show the assets")
	}
}

func (d *desk) next() string {
	b, ok := find(d, func(b *widgets.Button) bool { return strings.HasPrefix(b.Text(), "Importera ") })
	if !ok {
		d.t.Fatal("no button to import")
	}
	return b.Text()
}

func TestUnreadableFile(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, write(t, "trasig.xlsx", "PK\x03\x04 this is no workbook"))
	if _, ok := find(d, func(x *widgets.Text) bool {
		return strings.Contains(x.Text(), "xlsx") || strings.Contains(x.Text(), "skad")
	}); !ok {
		t.Error("no sentence says what is wrong")
	}
	if b, ok := find(d, func(b *widgets.Button) bool { return b.Text() == d.text("importing.next") }); ok {
		t.Errorf("an empty wizard can be gone on in: %v", b.Text())
	}
	d.press(d.text("importing.other"))
	if d.other != 1 {
		t.Error("another file was not asked for")
	}
	d.key(fyne.KeyEscape)
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
	if !d.reads(d.text("importing.stopped")) {
		t.Fatal("nothing says that reading was stopped")
	}
	if r.Revision() != 0 {
		t.Error("something was saved")
	}
	d.press(d.text("importing.again"))
	d.toReview()
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

func TestRiskListIsNotTaken(t *testing.T) {
	d := begin(t, newRegister(t), write(t, "brev.csv", "Hej;Du\nVi;ses\n"))
	if !d.reads(d.text("importing.noTable")) {
		t.Error("nothing says that no list was found")
	}
	if b := d.button(d.text("importing.next")); !b.Disabled() {
		t.Error("one can go on without a list")
	}
}
