package importing_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/importing"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
	"infoklass/storage/sheet"
)

// screen draws the wizard of a file, of one whose reading was stopped where path is empty; then goes on in it.
func screen(t testing.TB, name string, r func() *register.Register, path string, then func(*trial.Desk)) shots.Screen {
	read := sheet.Open
	if path == "" {
		path, read = "stor_lista.xlsx", func(context.Context, string, func(int)) (*intake.Book, error) { return nil, context.Canceled }
	}
	return trial.Screen(t, "importing-"+name, nil, func(s stage.Stage) *importing.Wizard {
		s.Register = r()
		return importing.New(s, path, importing.Options{
			Read: read, OnClose: func() {}, OnShow: func() {}, OnUndo: func() {}, OnOther: func() {},
			OnUnread: func(string, *intake.Proposal) {}, OnWorking: func(string, text.Message) {}, OnIdle: func(string) {},
		})
	}, func(d *trial.Desk, _ *importing.Wizard) {
		if then != nil {
			d.Settle()
			then(d)
		}
	})
}

// on goes on to the next step, n times.
func on(n int) func(*trial.Desk) {
	return func(d *trial.Desk) {
		for range n {
			d.Press(d.T("importing.next"))
		}
	}
}

// updated is a register that the updated lists meet.
func updated(t testing.TB) func() *register.Register {
	r := newRegister(t)
	d := begin(t, r, list("01_systemlista.xlsx"))
	importAll(d.Desk)
	return func() *register.Register { return r }
}

func screens(t testing.TB) []shots.Screen {
	none := func() *register.Register { return newRegister(t) }
	x := export(t)
	x.edit(t, "Kartdatabas", "Före AB", "Filen AB")
	x.supplier(t, "Kartdatabas", "Registret AB")
	broken := write(t, "trasig.xlsx", "PK\x03\x04 this is no workbook")
	return []shots.Screen{
		screen(t, "1-sheets", none, list("03_tillgangar_per_forvaltning.xlsx"), nil),
		screen(t, "1-sheets-one", none, list("01_systemlista.xlsx"), nil),
		screen(t, "1-unreadable", none, broken, nil),
		screen(t, "1-stopped", none, "", nil),
		screen(t, "1-nothing", none, write(t, "brev.csv", "Hej;Du\nVi;ses\n"), nil),
		screen(t, "2-columns", none, list("01_systemlista.xlsx"), on(1)),
		screen(t, "2-columns-many", none, list("03_tillgangar_per_forvaltning.xlsx"), on(1)),
		screen(t, "2-meaning", none, list("01_systemlista.xlsx"), func(d *trial.Desk) {
			on(1)(d)
			d.Press(importing.FieldLabel(d.Stage.Text, "name"))
		}),
		screen(t, "3-values", none, list("05_ord_nivaer_farger.xlsx"), on(2)),
		screen(t, "3-values-units", none, list("13_skadade_klassvarden.xlsx"), on(3)),
		screen(t, "4-review-new", none, list("01_systemlista.xlsx"), toReview),
		screen(t, "4-review-update", updated(t), list("11b_systemlista_uppdaterad_utan_id.xlsx"), toReview),
		screen(t, "4-review-decide", updated(t), list("11b_systemlista_uppdaterad_utan_id.xlsx"), decideOne),
		screen(t, "4-review-conflict", func() *register.Register { return x.register }, x.path, decideOne),
		screen(t, "4-review-row", none, list("01_systemlista.xlsx"), func(d *trial.Desk) {
			toReview(d)
			d.Key(fyne.KeyReturn)
		}),
		screen(t, "5-done", none, list("01_systemlista.xlsx"), importAll),
	}
}

func TestPictures(t *testing.T) {
	if testing.Short() {
		t.Skip("pictures")
	}
	shots.Prove(t, screens(t))
}
