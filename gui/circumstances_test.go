package gui_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui"
	"infoklass/gui/jobs"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

// begin opens the window with more of the computer than the world has.
func begin(t *testing.T, w *world, path string, more func(*gui.Outside)) *gui.Window {
	t.Helper()
	out := w.outside()
	more(&out)
	win := gui.New(test.NewApp(), out, jobs.AtOnce(), func(f func()) { f() })
	win.Handle().Resize(fyne.NewSize(1280, 720))
	win.Begin(path)
	return win
}

// made makes a register in the world.
func made(t *testing.T, w *world, path string) {
	t.Helper()
	if _, err := w.create(context.Background(), path); err != nil {
		t.Fatal(err)
	}
}

func TestARegisterOnANetworkDriveIsWarnedOfAndCopied(t *testing.T) {
	w := newWorld(t)
	made(t, w, "/net/r.infoklass")
	var asked gui.FileAsk
	win := begin(t, w, "/net/r.infoklass", func(out *gui.Outside) {
		out.OnNetwork = func(path string) bool { return path == "/net/r.infoklass" }
		out.Local = "/home/eva"
		out.AskFile = func(_ context.Context, a gui.FileAsk) (string, error) { asked = a; return "/home/eva/r.infoklass", nil }
		out.Backup = func(ctx context.Context, _ *register.Register, path string) error {
			_, err := w.create(ctx, path)
			return err
		}
	})
	sees(t, win, "nätverksenhet", "säkerhetskopiera")
	tap(t, win, text.In(text.Swedish).T("computer.copy.local"))
	if asked.Folder != "/home/eva" || !asked.Save || !asked.Keep || asked.Name != "r" {
		t.Errorf("asked for %+v", asked)
	}
	if got, want := win.Handle().Title(), "r.infoklass – Infoklass"; got != want || win.Register() != w.registers["/home/eva/r.infoklass"] {
		t.Errorf("the copy is not what is open: %q", got)
	}
}

// tap presses the button with these words.
func tap(t *testing.T, win *gui.Window, words string) {
	t.Helper()
	objects := test.LaidOutObjects(win.Handle().Canvas().Content())
	for _, over := range win.Handle().Canvas().Overlays().List() {
		objects = append(objects, test.LaidOutObjects(over)...)
	}
	for _, o := range objects {
		b, ok := o.(fyne.Tappable)
		a, named := o.(fyne.Accessible)
		if ok && named && a.AccessibilityLabel() == words {
			b.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Fatalf("there is no button %q", words)
}

// sealed is a register in memory that can only be read.
type sealed struct{ *memory.Store }

func (sealed) Facts() ledger.Facts { return ledger.Facts{ReadOnly: true} }

func TestARegisterThatCanOnlyBeReadSaysSo(t *testing.T) {
	w := newWorld(t)
	win := begin(t, w, "/r.infoklass", func(out *gui.Outside) {
		out.OpenRegister = func(ctx context.Context, _ string) (*register.Register, error) {
			return register.Open(ctx, sealed{memory.New()}, register.Options{Now: func() time.Time { return now }})
		}
	})
	sees(t, win, "skrivskyddad", "inga ändringar sparas", text.In(text.Swedish).T("computer.copy.writable"))
}

func TestACrashIsToldOfOnceAndAfterWhatMattersMore(t *testing.T) {
	w := newWorld(t)
	made(t, w, "/net/r.infoklass")
	made(t, w, "/s.infoklass")
	p := text.In(text.Swedish)
	win := begin(t, w, "/net/r.infoklass", func(out *gui.Outside) {
		out.OnNetwork = func(path string) bool { return path == "/net/r.infoklass" }
		out.Crash = "/local/crash-1.txt"
	})
	sees(t, win, "nätverksenhet")
	win.Go(gui.Reports) // the first has been read
	sees(t, win, "crash-1.txt", "finns kvar")
	tap(t, win, p.T("computer.crash.show"))
	if len(w.viewed) != 1 || w.viewed[0] != "/local/crash-1.txt" {
		t.Errorf("viewed %v", w.viewed)
	}
	win.Open("/s.infoklass")
	if said := texts(win.Handle().Canvas().Content()); strings.Contains(said, "crash-1.txt") {
		t.Error("the crash is told of again")
	}
}

func TestARegisterThatAnotherWindowHas(t *testing.T) {
	w := newWorld(t)
	made(t, w, "/s.infoklass")
	locked := text.Fail(ledger.ErrLocked, "store.locked", "file", "/r.infoklass")
	raised := 0
	world := func(out *gui.Outside) {
		out.Raise = func(path string) bool { raised++; return true }
		open := out.OpenRegister
		out.OpenRegister = func(ctx context.Context, path string) (*register.Register, error) {
			if path == "/r.infoklass" {
				return nil, locked
			}
			return open(ctx, path)
		}
	}
	ended := false
	begin(t, w, "/r.infoklass", func(out *gui.Outside) { world(out); out.Ended = func() { ended = true } })
	if raised != 1 || !ended {
		t.Errorf("at the start: raised %d times, ended %v; want the other window in front and this one gone", raised, ended)
	}
	win := begin(t, w, "/s.infoklass", world)
	win.Open("/r.infoklass")
	if raised != 2 {
		t.Error("the other window was not asked to come to the front")
	}
	sees(t, win, "ett annat fönster", "överst")
}

func TestTheShellIsToldWhichRegisterIsOpen(t *testing.T) {
	w := newWorld(t)
	made(t, w, "/a.infoklass")
	made(t, w, "/b.infoklass")
	var opened []string
	win := begin(t, w, "/a.infoklass", func(out *gui.Outside) { out.Opened = func(path string) { opened = append(opened, path) } })
	win.Open("/b.infoklass")
	if len(opened) != 2 || opened[0] != "/a.infoklass" || opened[1] != "/b.infoklass" {
		t.Errorf("told %v", opened)
	}
}

func TestTheSystemsOwnDialog(t *testing.T) {
	w := newWorld(t)
	var asked []gui.FileAsk
	answer, failing := "", error(nil)
	win := begin(t, w, "", func(out *gui.Outside) {
		out.AskFile = func(_ context.Context, a gui.FileAsk) (string, error) {
			asked = append(asked, a)
			return answer, failing
		}
	})
	last := func() gui.FileAsk { return asked[len(asked)-1] }
	win.AskImport()
	if f := last(); f.Save || f.Folder != "/home/eva/Dokument" || len(f.Filters) != 1 || !slices.Contains(f.Filters[0].Extensions, ".xlsx") {
		t.Errorf("asked for %+v", f)
	}
	sees(t, win, text.In(text.Swedish).T("overview.door.import")) // cancelled: as before
	answer = "/listor/systemlista.xlsx"
	win.AskImport()
	sees(t, win, "systemlista.xlsx")
	win.AskImport()
	if f := last(); f.Folder != filepath.FromSlash("/listor") {
		t.Errorf("the last folder is not remembered: %q", f.Folder)
	}
	failing = text.Fail(errors.New("no COM"), "computer.noDialog")
	win.AskImport()
	sees(t, win, "fildialog gick inte att öppna")
	win.AskExport()
	tap(t, win, text.In(text.Swedish).T("window.export.all"))
	if f := last(); !f.Save || f.Keep || len(f.Filters) != 2 || f.Filters[1].Extensions[0] != ".csv" || f.Filters[0].Name == f.Filters[1].Name {
		t.Errorf("asked for %+v", f)
	}
}

// What is being typed is stored when the session ends, and the register closed.
func TestTheEndOfTheSessionStoresWhatIsTyped(t *testing.T) {
	for name, end := range map[string]func(*gui.Window){
		"asked to end": (*gui.Window).Quit,
		"logged off":   func(win *gui.Window) { win.Settle(); win.EndNow(time.Second) },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			win := start(t, w, "")
			win.Go(gui.Settings)
			r := win.Register()
			typed := entry(t, win)
			win.Handle().Canvas().Focus(typed)
			for _, letter := range "Ås" {
				typed.TypedRune(letter)
			}
			end(win)
			if got := r.Settings().Municipality; got != "Ås" {
				t.Errorf("stored %q", got)
			}
			if _, err := r.AddAsset(context.Background(), asset.Asset{Name: "x", Kind: asset.System}); !errors.Is(err, ledger.ErrClosed) {
				t.Errorf("the register was not closed: %v", err)
			}
		})
	}
}

// entry is the first field on the page.
func entry(t *testing.T, win *gui.Window) *widgets.Entry {
	t.Helper()
	for _, o := range test.LaidOutObjects(win.Handle().Canvas().Content()) {
		if e, ok := o.(*widgets.Entry); ok {
			return e
		}
	}
	t.Fatal("there is no field")
	return nil
}
