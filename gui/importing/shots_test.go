package importing_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/importing"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/storage/sheet"
)

// pictured is the window of a picture, which exists only once the page is drawn.
type pictured struct {
	fyne.Window
	canvas fyne.Canvas
}

func (p *pictured) Canvas() fyne.Canvas { return p.canvas }

// screen draws the wizard of a file; then goes on in it.
func screen(t testing.TB, name string, r func() *register.Register, path string, then func(*desk)) shots.Screen {
	d := &desk{t: t}
	win := &pictured{}
	out := shots.Screen{Name: "importing-" + name}
	out.Make = func(set shots.Setting) fyne.CanvasObject {
		d.register = r()
		runner := jobs.AtOnce()
		s := stage.Stage{
			Register: d.register, Text: text.In(set.Lang), Jobs: runner, Saves: stage.NewQueue(runner), Memory: stage.NewForgetful(),
			Tell: func(stage.Receipt) {}, Fail: func(error) {},
		}
		s.Window = win
		read := sheet.Open
		if path == "" {
			read = func(context.Context, string, func(int)) (*intake.Book, error) { return nil, errStopped }
		}
		name := path
		if name == "" {
			name = "stor_lista.xlsx"
		}
		d.Wizard = importing.New(s, name, importing.Options{
			Read: read, OnClose: func() {}, OnShow: func() {}, OnUndo: func() {}, OnOther: func() {},
			OnUnread: func(string, *intake.Proposal) {}, OnWorking: func(string, text.Message) {}, OnIdle: func(string) {},
		})
		return shots.InShell(d.Object())
	}
	out.Then = func(c fyne.Canvas) {
		win.canvas = c
		d.window = win
		d.settle()
		d.Entered()
		if then != nil {
			then(d)
		}
	}
	return out
}

var errStopped = context.Canceled

// on presses the button that goes on, in any language.
func (d *desk) on() {
	b, ok := find(d, func(b *widgets.Button) bool { return says(b.Text(), "importing.next") })
	if !ok {
		d.t.Fatal("no button to go on")
	}
	test.Tap(b)
	d.settle()
}

func says(s, key string) bool {
	for _, lang := range text.Langs {
		if p := text.In(lang); s == p.T(key) {
			return true
		}
	}
	return false
}

func (d *desk) acceptAll() {
	for range 6 {
		if _, review := find(d, func(*widgets.Table[importing.ReviewRow]) bool { return true }); review {
			return
		}
		if b, ok := find(d, func(b *widgets.Button) bool { return says(b.Text(), "importing.values.accept") }); ok {
			test.Tap(b)
			d.settle()
		}
		d.on()
	}
}

func (d *desk) importAll() {
	d.acceptAll()
	b, ok := find(d, func(b *widgets.Button) bool {
		return strings.HasPrefix(b.Text(), "Import") && !b.Disabled()
	})
	if !ok {
		d.t.Fatal("no button to import")
	}
	test.Tap(b)
	d.settle()
}

// decideOne selects the first row that has to be decided.
func (d *desk) decideOne() {
	d.acceptAll()
	table, _ := find(d, func(*widgets.Table[importing.ReviewRow]) bool { return true })
	for _, row := range table.Rows() {
		if importing.GroupOf(row.Entry) == importing.ReviewDecide {
			table.SelectKeys(row.Key)
			d.settle()
			return
		}
	}
}

// updated is a register that the updated lists meet.
func updated(t testing.TB) func() *register.Register {
	r := newRegister(t)
	d := begin(t, r, list("01_systemlista.xlsx"))
	d.toReview()
	d.press(d.next())
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
		screen(t, "2-columns", none, list("01_systemlista.xlsx"), func(d *desk) { d.on() }),
		screen(t, "2-columns-many", none, list("03_tillgangar_per_forvaltning.xlsx"), func(d *desk) { d.on() }),
		screen(t, "2-meaning", none, list("01_systemlista.xlsx"), func(d *desk) {
			d.on()
			b, _ := find(d, func(b *widgets.Button) bool {
				return b.Text() == importing.FieldLabel(text.In(text.Swedish), "name") || b.Text() == importing.FieldLabel(text.In(text.English), "name")
			})
			test.Tap(b)
		}),
		screen(t, "3-values", none, list("05_ord_nivaer_farger.xlsx"), func(d *desk) { d.on(); d.on() }),
		screen(t, "3-values-units", none, list("13_skadade_klassvarden.xlsx"), func(d *desk) { d.on(); d.on(); d.on() }),
		screen(t, "4-review-new", none, list("01_systemlista.xlsx"), (*desk).acceptAll),
		screen(t, "4-review-update", updated(t), list("11b_systemlista_uppdaterad_utan_id.xlsx"), (*desk).acceptAll),
		screen(t, "4-review-decide", updated(t), list("11b_systemlista_uppdaterad_utan_id.xlsx"), (*desk).decideOne),
		screen(t, "4-review-conflict", func() *register.Register { return x.register }, x.path, (*desk).decideOne),
		screen(t, "4-review-row", none, list("01_systemlista.xlsx"), func(d *desk) {
			d.acceptAll()
			d.key(fyne.KeyReturn)
		}),
		screen(t, "5-done", none, list("01_systemlista.xlsx"), (*desk).importAll),
	}
}

func TestPictures(t *testing.T) {
	if testing.Short() {
		t.Skip("pictures")
	}
	shots.Prove(t, screens(t))
}
