package gui_test

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/asset"
	"infoklass/domain/example"
	"infoklass/domain/intake"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui"
	"infoklass/gui/files"
	"infoklass/gui/jobs"
	"infoklass/storage/memory"
)

var now = time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)

// world stands in for files and the computer: registers are kept by path in memory.
type world struct {
	t         testing.TB
	registers map[string]*register.Register
	openError error
	viewed    []string
	documents map[string]report.Document
}

func newWorld(t testing.TB) *world {
	return &world{t: t, registers: map[string]*register.Register{}, documents: map[string]report.Document{}}
}

func (w *world) open(_ context.Context, path string) (*register.Register, error) {
	if w.openError != nil {
		return nil, w.openError
	}
	if r, ok := w.registers[path]; ok {
		return r, nil
	}
	return nil, text.Fail(fs.ErrNotExist, "store.missing", "file", path)
}

func (w *world) create(ctx context.Context, path string) (*register.Register, error) {
	r, err := register.Open(ctx, memory.New(), register.Options{
		Who: "Eva Lind", Now: func() time.Time { return now }, Entropy: rand.New(rand.NewSource(1)),
	})
	w.registers[path] = r
	return r, err
}

func (w *world) outside() gui.Outside {
	return gui.Outside{
		OpenRegister: w.open, CreateRegister: w.create,
		OnNetwork: func(path string) bool { return strings.HasPrefix(path, "/net/") },
		Drawings:  []string{"auto", "opengl", "angle"},
		ReadList:  func(context.Context, string, func(int)) (*intake.Book, error) { return list(), nil },
		SaveDocument: func(_ context.Context, path string, doc report.Document, _ func(int, int)) error {
			w.documents[path] = doc
			return nil
		},
		ListFolder: func(context.Context, string) ([]files.Entry, error) {
			return []files.Entry{{Name: "Listor", Folder: true, Changed: now}, {Name: "systemlista.xlsx", Size: 15_000, Changed: now}}, nil
		},
		Places:          []files.Place{{Name: text.Msg("window.places.documents"), Path: "/home/eva/Dokument"}},
		View:            func(path string) error { w.viewed = append(w.viewed, path); return nil },
		Scratch:         func(name string) (string, error) { return filepath.Join("/scratch", name), nil },
		DefaultRegister: "/home/eva/Dokument/Infoklass/register.infoklass", Documents: "/home/eva/Dokument",
		LogFile: "/home/eva/infoklass.log", Version: "0.1.0", Log: slog.New(slog.DiscardHandler),
	}
}

// list is a small clean list.
func list() *intake.Book {
	rows := [][]string{
		{"Systemnamn", "Nämnd", "Leverantör"},
		{"Ekonomisystem", "Kommunstyrelsen", "Nordkust AB"},
		{"Lönesystem", "Kommunstyrelsen", "Lönestöd AB"},
		{"Elevregister", "Utbildningsnämnden", "Skolstöd AB"},
	}
	sheet := intake.Sheet{Name: "Systemlista"}
	for i, cells := range rows {
		row := intake.Row{Number: i + 1}
		for c, s := range cells {
			row.Cells = append(row.Cells, intake.Cell{Text: s, Column: uint16(c + 1)})
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return &intake.Book{Name: "systemlista.xlsx", Format: "xlsx", Sheets: []intake.Sheet{sheet}}
}

// start opens the window in a fresh app of its own.
func start(t testing.TB, w *world, path string) *gui.Window {
	t.Helper()
	app := test.NewApp()
	win := gui.New(app, w.outside(), jobs.AtOnce(), func(f func()) { f() })
	win.Handle().Resize(fyne.NewSize(1280, 720))
	win.Begin(path)
	return win
}

// texts are all texts that can be seen beneath an object.
func texts(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, found := range test.LaidOutObjects(o) {
		if t, ok := found.(*canvas.Text); ok && t.Visible() {
			b.WriteString(t.Text + "\n")
		}
	}
	return b.String()
}

func sees(t *testing.T, win *gui.Window, words ...string) {
	t.Helper()
	all := strings.ReplaceAll(texts(win.Handle().Canvas().Content()), "\n", " ")
	for _, over := range win.Handle().Canvas().Overlays().List() {
		all += strings.ReplaceAll(texts(over), "\n", " ")
	}
	for _, w := range words {
		if !strings.Contains(all, w) {
			t.Errorf("the window does not say %q but: %s", w, all)
		}
	}
}

func TestFirstStartMakesARegisterAndShowsTheDoors(t *testing.T) {
	w := newWorld(t)
	win := start(t, w, "")
	if len(w.registers) != 1 {
		t.Fatalf("%d registers were made, want 1", len(w.registers))
	}
	sees(t, win, "register", "Importera", "exempel")
}

func TestARegisterThatCannotBeOpenedIsExplained(t *testing.T) {
	w := newWorld(t)
	w.openError = text.Fail(ledger.ErrLocked, "store.locked", "file", "a.infoklass")
	win := start(t, w, "a.infoklass")
	sees(t, win, "Välkommen", "redan öppet")
}

func TestAMissingRegisterIsNotMadeUnasked(t *testing.T) {
	w := newWorld(t)
	win := start(t, w, "gone.infoklass")
	if len(w.registers) != 0 {
		t.Error("a register was made in the place of one that is missing")
	}
	sees(t, win, "finns inte")
}

func TestUndoTakesBackByNameAndCanBeRedone(t *testing.T) {
	w := newWorld(t)
	win := start(t, w, "")
	r := w.registers[w.outside().DefaultRegister]
	if _, err := r.AddAsset(context.Background(), asset.Asset{Name: "Intranät", Kind: asset.System}); err != nil {
		t.Fatal(err)
	}
	win.Undo()
	if n := len(r.Records()); n != 0 {
		t.Errorf("%d assets after undo, want 0", n)
	}
	sees(t, win, "Ångrat", "Intranät")
	win.Redo()
	if n := len(r.Records()); n != 1 {
		t.Errorf("%d assets after redo, want 1", n)
	}
}

func TestLanguageIsTakenIntoUseAtOnceAndRemembered(t *testing.T) {
	w := newWorld(t)
	win := start(t, w, "")
	win.SetLang(text.English)
	sees(t, win, "Information assets")
	if got := fyne.CurrentApp().Preferences().String("look.lang"); got != "en" {
		t.Errorf("remembered language %q", got)
	}
}

func TestPrintOpensTheOverviewInTheViewer(t *testing.T) {
	w := newWorld(t)
	r, err := w.create(context.Background(), "/s.infoklass")
	if err != nil {
		t.Fatal(err)
	}
	if err := example.Sample(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	win := start(t, w, "/s.infoklass")
	win.PrintAll()
	if len(w.viewed) != 1 || !strings.HasSuffix(w.viewed[0], ".pdf") {
		t.Fatalf("viewed %v, want one PDF", w.viewed)
	}
	if doc := w.documents[w.viewed[0]]; doc.Title != "Klassningsöversikt" {
		t.Errorf("the document is called %q", doc.Title)
	}
}

func TestASecondRegisterReplacesTheFirst(t *testing.T) {
	w := newWorld(t)
	if _, err := w.create(context.Background(), "/b.infoklass"); err != nil {
		t.Fatal(err)
	}
	win := start(t, w, "")
	win.Open("/b.infoklass")
	if title := win.Handle().Title(); !strings.Contains(title, "b.infoklass") {
		t.Errorf("the title is %q", title)
	}
	first := w.registers[w.outside().DefaultRegister]
	if _, err := first.AddAsset(context.Background(), asset.Asset{Name: "x", Kind: asset.System}); !errors.Is(err, ledger.ErrClosed) {
		t.Errorf("the first register was not closed: %v", err)
	}
}
