package importing_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/gui/importing"
	"infoklass/gui/jobs"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
)

// has is a register that the list was imported into, with the first asset changed since.
func has(t *testing.T, fields map[asset.Field]string) *register.Register {
	t.Helper()
	r := newRegister(t)
	d := begin(t, r, write(t, "system.csv", few))
	importAll(d.Desk)
	rec := trial.Record(t, r, "Journalsystem HSL")
	a := rec.Asset
	for f, value := range fields {
		a = a.With(f, value)
	}
	if _, err := r.ChangeAsset(t.Context(), a, rec.Revision); err != nil {
		t.Fatal(err)
	}
	return r
}

// rows are the names of the assets in the review, one for each line.
func (d *desk) rows() []string {
	var out []string
	for _, row := range trial.The[reviewTable](d.Desk).Rows() {
		out = append(out, row.Entry.Name)
	}
	return out
}

func TestTheReviewShowsOneKindOfRowsAtATime(t *testing.T) {
	r := has(t, map[asset.Field]string{asset.Supplier: "Annan AB"})
	d := begin(t, r, write(t, "system.csv", few+"Badbokning;Fritid;Bad AB;1;1;1;\n"))
	toReview(d.Desk)
	for name, want := range map[string][]string{
		"Nya 1": {"Badbokning"}, "Ändrade 1": {"Journalsystem HSL"}, "Oförändrade 2": {"Lönesystem", "Kartdatabas"},
		"Alla 4": {"Journalsystem HSL", "Badbokning", "Lönesystem", "Kartdatabas"},
	} {
		d.Press(name)
		if got := d.rows(); !slices.Equal(got, want) {
			t.Errorf("%s: shows %q, want %q", name, got, want)
		}
	}
	if d.Offers("Stoppade 0") {
		t.Error("a group without rows is offered")
	}
}

func TestEmptyCellsEraseOnlyWhenAsked(t *testing.T) {
	emptied := strings.Replace(few, "Exempelvård AB", "", 1)
	for _, erase := range []bool{false, true} {
		r := has(t, nil)
		d := begin(t, r, write(t, "system.csv", emptied))
		toReview(d.Desk)
		want := "Exempelvård AB"
		if erase {
			d.Press(d.T("importing.erase"))
			d.Press(doIt(d.Desk))
			want = ""
		} else if name := doIt(d.Desk); name != "" {
			t.Errorf("there is something to import: %s", name)
		}
		if got := trial.Record(t, r, "Journalsystem HSL").Asset.Fields[asset.Supplier]; got != want {
			t.Errorf("erasing %t: the supplier is %q, want %q", erase, got, want)
		}
	}
}

// What is reviewed is what is saved, also when somebody changes the register meanwhile.
func TestTheReviewFollowsTheRegister(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, write(t, "system.csv", few))
	toReview(d.Desk)
	if got := doIt(d.Desk); got != d.Stage.Text.N("importing.do", 3) {
		t.Fatalf("the button says %q", got)
	}
	trial.Add(t, r, asset.Asset{Name: "Kartdatabas", Fields: map[asset.Field]string{asset.Supplier: "Annan AB"}})
	if !slices.Contains(d.Names(), "Nya 2") {
		t.Errorf("the review offers %q", d.Names())
	}
	d.Press(doIt(d.Desk))
	count := 0
	for _, rec := range r.Records() {
		if rec.Asset.Name == "Kartdatabas" {
			count++
		}
	}
	if count != 1 {
		t.Errorf("Kartdatabas is in the register %d times", count)
	}
}

// plain is a list that asks nothing.
const plain = "System;Förvaltning;Leverantör\nJournal;Vård;A AB\nArkiv;Vård;B AB\n"

func TestLeavingAsksWhenSomethingDecidedWouldBeLost(t *testing.T) {
	d := begin(t, newRegister(t), write(t, "system.csv", plain))
	toReview(d.Desk)
	table := trial.The[reviewTable](d.Desk)
	table.SelectKeys(table.Rows()[1].Key)
	table.Focus()
	d.Key(fyne.KeySpace) // a row is left out
	d.Press(d.T("importing.back"))
	if !d.Shows(d.T("importing.column.becomes")) {
		t.Fatal("back from the review leads past what was never asked, to the columns")
	}
	d.Press(d.T("importing.back"))
	d.Press(d.T("importing.cancel"))
	d.Press(d.T("importing.leave.no"))
	if d.closed != 0 || d.Asking() {
		t.Fatal("it is left although it was to go on")
	}
	toReview(d.Desk)
	if got := doIt(d.Desk); got != d.Stage.Text.N("importing.do", 1) {
		t.Errorf("the row left out is forgotten: %q", got)
	}
	for range 3 {
		d.wizard.Close() // Esc goes back a step
	}
	d.Press(d.T("importing.leave.yes"))
	if d.closed != 1 || d.Stage.Register.Len() != 0 {
		t.Errorf("closed %d times, %d assets saved", d.closed, d.Stage.Register.Len())
	}
}

func TestLeavingAsksNothingWhereNothingIsLost(t *testing.T) {
	d := begin(t, newRegister(t), write(t, "system.csv", few))
	d.Key(fyne.KeyEscape)
	if d.closed != 1 || d.Asking() {
		t.Errorf("closed %d times", d.closed)
	}
}

// sheetOf is a sheet of a book, its cells separated by semicolons.
func sheetOf(name, cells string) intake.Sheet { return intake.Sheet{Name: name, Rows: rows(cells)} }

// book begins the import of a book with some sheets.
func book(t *testing.T, r *register.Register, sheets ...intake.Sheet) *desk {
	t.Helper()
	return beginWith(t, r, "bok.xlsx", jobs.AtOnce(), func(context.Context, string, func(int)) (*intake.Book, error) {
		return &intake.Book{Name: "bok.xlsx", Format: "xlsx", Sheets: slices.Clone(sheets)}, nil
	})
}

func TestASheetIsLeftOut(t *testing.T) {
	r := newRegister(t)
	other := "System;Förvaltning;Leverantör\nBadbokning;Fritid;Bad AB\nArkiv;Fritid;Ark AB\n"
	d := book(t, r, sheetOf("Vård", few), sheetOf("Fritid", other))
	d.Key(fyne.KeyHome, fyne.KeyDown, fyne.KeySpace) // the keyboard begins on the sheets
	importAll(d.Desk)
	var names []string
	for _, rec := range r.Records() {
		names = append(names, rec.Asset.Name)
	}
	slices.Sort(names)
	if want := []string{"Journalsystem HSL", "Kartdatabas", "Lönesystem"}; !slices.Equal(names, want) {
		t.Errorf("saved %q, want %q", names, want)
	}
}

func TestTheHeaderIsAnotherRow(t *testing.T) {
	r := newRegister(t)
	d := book(t, r, sheetOf(intake.SingleSheet, strings.Replace(plain, "\n", "\nNamn;Enhet;Leverantör\n", 1)))
	look := trial.The[*widgets.Table[intake.Row]](d.Desk)
	look.SelectKeys("2")
	look.OnBox(look.Rows()[1], true)
	importAll(d.Desk)
	if r.Len() != 2 {
		t.Errorf("%d assets, want the two below the header", r.Len())
	}
}

// A digit answers with the choice of that number; where levels are asked for, with the level of that rank.
func TestADigitAnswersTheQuestionWithTheKeyboard(t *testing.T) {
	r := newRegister(t)
	d := begin(t, r, list("05_ord_nivaer_farger.xlsx"))
	d.Press(d.T("importing.next"))
	d.Press(d.T("importing.next"))
	open := func() int {
		for n := range 30 {
			if d.Shows(d.Stage.Text.N("importing.values.open", n)) {
				return n
			}
		}
		t.Fatalf("it does not say how many questions are open: %q", d.Says())
		return 0
	}
	before := open()
	if d.Write("9"); open() != before {
		t.Error("a digit that is no answer answers")
	}
	d.Write("2") // which scale it is
	d.Key(fyne.KeyReturn)
	d.Write("2") // what a word means
	var chosen []string
	for _, c := range trial.All[*widgets.ChoiceCard](d.Root()) {
		if c.Chosen() {
			chosen = append(chosen, c.AccessibilityLabel())
		}
	}
	if want := []string{"Fyra nivåer, 1–4", "2 Betydande (förslag)"}; !slices.Equal(chosen, want) || open() != before-2 {
		t.Errorf("%d questions were open, now %d; the answers chosen are %q, want %q", before, open(), chosen, want)
	}
}

// What is wrong and has no sentence of its own goes to the log, and the page still says that the file cannot be read.
func TestAFaultWithoutWordsIsLogged(t *testing.T) {
	broken := errors.New("disk on fire")
	d := beginWith(t, newRegister(t), "x.csv", jobs.AtOnce(), func(context.Context, string, func(int)) (*intake.Book, error) {
		return nil, broken
	})
	if failed := d.Failures(); len(failed) != 1 || !errors.Is(failed[0], broken) {
		t.Errorf("failed %v", failed)
	}
	if d.Offers(d.T("importing.next")) || !d.Offers(d.T("importing.again")) {
		t.Errorf("the page offers %q", d.Names())
	}
}

func TestARowIsShownWhole(t *testing.T) {
	d := begin(t, newRegister(t), write(t, "system.csv", few))
	toReview(d.Desk)
	d.Key(fyne.KeyHome, fyne.KeyReturn)
	for _, want := range []string{"Journalsystem HSL", "Exempelvård AB", "avtal 2027", importing.Value(d.Stage.Text, "class_k", "3")} {
		if !d.Shows(want) {
			t.Errorf("%q is not shown: %q", want, d.Says())
		}
	}
}
