package files_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"infoklass/domain/text"
	"infoklass/gui/files"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
)

// disk is what the folders of a computer hold, by path.
type disk map[string][]files.Entry

func (d disk) list(_ context.Context, folder string) ([]files.Entry, error) {
	if entries, ok := d[folder]; ok {
		return entries, nil
	}
	return nil, &fs.PathError{Op: "open", Path: folder, Err: fs.ErrNotExist}
}

func file(name string) files.Entry { return files.Entry{Name: name, Size: 15_000, Changed: trial.Day} }
func folder(name string) files.Entry {
	return files.Entry{Name: name, Folder: true, Changed: trial.Day}
}

// at is a path as the system of the test writes it.
func at(path string) string { return filepath.FromSlash(path) }

// computer has two folders, one within the other, and a drive.
func computer() disk {
	return disk{
		at("/home/eva"): {
			file("zebra.xlsx"), file("ärenden.csv"), folder("Öppna data"), file("brev.docx"), file(".dold.xlsx"), file("~$zebra.xlsx"),
			folder(".cache"), file("Avtal.XLSX"), folder("Listor"),
		},
		at("/home/eva/Listor"): {file("system.xlsx")},
		at("/home"):            {folder("eva")},
		at("/mnt/gemensam"):    {file("alla.csv")},
	}
}

// desk is a window with the dialog, and the paths it gave.
type desk struct {
	*trial.Desk
	chosen []string
}

func ask(t *testing.T, change func(*files.Ask)) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, nil)}
	d.Show(widgets.NewText("Sida", widgets.Body, widgets.Plain))
	a := files.Ask{
		Text: d.Stage.Text, Jobs: d.Stage.Jobs, Canvas: d.Window.Canvas(), List: computer().list, Title: "Välj en fil",
		Places: []files.Place{{Name: text.Msg("window.places.documents"), Path: at("/mnt/gemensam")}},
		Folder: at("/home/eva"), Extensions: []string{".xlsx", ".csv"}, Chosen: func(path string) { d.chosen = append(d.chosen, path) },
	}
	if change != nil {
		change(&a)
	}
	files.Show(a)
	d.Settle()
	return d
}

// saving asks where a file named Rapport goes.
func saving(a *files.Ask) { a.Save, a.Name = true, "Rapport" }

func (d *desk) listed() []string {
	var out []string
	for _, e := range trial.The[*widgets.Table[files.Entry]](d.Desk).Rows() {
		out = append(out, e.Name)
	}
	return out
}

// pick selects a row as the mouse does.
func (d *desk) pick(name string) { trial.The[*widgets.Table[files.Entry]](d.Desk).SelectKeys(name) }

// gave fails the test unless the dialog is closed and gave one path.
func (d *desk) gave(t *testing.T, path string) {
	t.Helper()
	if !slices.Equal(d.chosen, []string{at(path)}) || d.Asking() {
		t.Errorf("gave %q, want %q; still open: %t", d.chosen, at(path), d.Asking())
	}
}

// stays fails the test unless the dialog is open, says something and gave nothing.
func (d *desk) stays(t *testing.T, says string) {
	t.Helper()
	if len(d.chosen) > 0 || !d.Asking() || !d.Shows(says) {
		t.Fatalf("gave %q, still open: %t, it says %q, want %q", d.chosen, d.Asking(), d.Says(), says)
	}
}

func TestAFolderShowsWhatCanBeChosenInSwedishOrder(t *testing.T) {
	d := ask(t, nil)
	if want := []string{"..", "Listor", "Öppna data", "Avtal.XLSX", "zebra.xlsx", "ärenden.csv"}; !slices.Equal(d.listed(), want) {
		t.Errorf("lists %q, want %q", d.listed(), want)
	}
}

func TestAFileIsChosenByKeyboard(t *testing.T) {
	d := ask(t, nil)
	d.Key(fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn) // into Listor
	if want := []string{"..", "system.xlsx"}; !slices.Equal(d.listed(), want) {
		t.Fatalf("lists %q, want %q", d.listed(), want)
	}
	d.Key(fyne.KeyHome, fyne.KeyReturn) // back up
	if !slices.Contains(d.listed(), "zebra.xlsx") {
		t.Fatalf("lists %q", d.listed())
	}
	d.Key(fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn)
	d.gave(t, "/home/eva/Listor/system.xlsx")
}

func TestTheTopFolderHasNoneAbove(t *testing.T) {
	d := ask(t, func(a *files.Ask) {
		a.Folder, a.List = at("/"), disk{at("/"): {folder("home")}}.list
	})
	if want := []string{"home"}; !slices.Equal(d.listed(), want) {
		t.Errorf("lists %q, want %q", d.listed(), want)
	}
}

func TestNothingIsOpenedUntilSomethingIsChosen(t *testing.T) {
	d := ask(t, nil)
	if d.Offers("Öppna") {
		t.Fatal("nothing is chosen, and it can be opened")
	}
	d.pick("zebra.xlsx")
	d.Press("Öppna")
	d.gave(t, "/home/eva/zebra.xlsx")
}

func TestAPlaceIsOneButtonAway(t *testing.T) {
	d := ask(t, nil)
	d.Press("Dokument")
	if want := []string{"..", "alla.csv"}; !slices.Equal(d.listed(), want) {
		t.Errorf("lists %q, want %q", d.listed(), want)
	}
}

func TestAPathIsTypedOrPasted(t *testing.T) {
	for typed, want := range map[string]string{
		"/mnt/gemensam/alla.csv":      "/mnt/gemensam/alla.csv",
		` "/mnt/gemensam/alla.CSV"  `: "/mnt/gemensam/alla.CSV", // as a file manager copies it
	} {
		d := ask(t, nil)
		d.Fill(at("/home/eva"), at(typed))
		d.Press("Öppna")
		d.gave(t, want)
	}
	d := ask(t, nil)
	d.Fill(at("/home/eva"), at("/mnt/gemensam/"))
	d.Press("Öppna")
	if want := []string{"..", "alla.csv"}; !slices.Equal(d.listed(), want) || len(d.chosen) > 0 {
		t.Errorf("lists %q, want %q; gave %q", d.listed(), want, d.chosen)
	}
}

func TestAFolderThatCannotBeReadIsSaidAndTheOldOneStays(t *testing.T) {
	d := ask(t, nil)
	d.Fill(at("/home/eva"), at("/finns/inte"))
	d.Press("Öppna")
	d.stays(t, "Mappen går inte att läsa")
	if !slices.Contains(d.listed(), "zebra.xlsx") {
		t.Errorf("lists %q", d.listed())
	}
	d.Press("Dokument")
	if d.Shows("Mappen går inte att läsa") {
		t.Error("it is said of a folder that can be read")
	}
}

func TestEscChoosesNothing(t *testing.T) {
	d := ask(t, nil)
	d.Key(fyne.KeyEscape)
	if d.Asking() || len(d.chosen) > 0 {
		t.Errorf("still open: %t, gave %q", d.Asking(), d.chosen)
	}
}

func TestAFileIsSavedUnderTheNameWritten(t *testing.T) {
	for written, want := range map[string]string{
		"":                      "Rapport.xlsx", // as offered
		"Klassning 2026":        "Klassning 2026.xlsx",
		"Klassning.csv":         "Klassning.csv",
		"KLASSNING.CSV":         "KLASSNING.CSV",
		"version 1.2":           "version 1.2.xlsx",
		"brev.docx":             "brev.docx.xlsx",
		`a/b\c: "d" <e>|f?*`:    "a-b-c- -d- -e--f--.xlsx",
		"  .. punkter . .xlsx ": "punkter.xlsx",
	} {
		d := ask(t, saving)
		if written != "" {
			d.Rewrite(written)
		}
		d.Key(fyne.KeyReturn)
		d.gave(t, "/home/eva/"+want)
	}
}

func TestANameIsAskedFor(t *testing.T) {
	for _, written := range []string{"", "   ", ".xlsx", " . .xlsx"} {
		d := ask(t, saving)
		d.Rewrite(written)
		d.Press("Spara")
		d.stays(t, "Skriv ett namn på filen.")
	}
}

func TestAnExistingFileIsReplacedOnlyAfterAQuestion(t *testing.T) {
	d := ask(t, saving)
	d.Rewrite("ZEBRA")
	d.Press("Spara")
	d.stays(t, "ZEBRA.xlsx. Vill du skriva över den?")
	d.Key(fyne.KeyReturn) // the answer at hand is no
	d.stays(t, "Välj en fil")
	d.Press("Spara")
	d.Press("Skriv över")
	d.gave(t, "/home/eva/ZEBRA.xlsx")
}

func TestAnExistingFileIsChosenAmongThose(t *testing.T) {
	d := ask(t, saving)
	d.pick("ärenden.csv")
	d.Press("Spara")
	d.stays(t, "ärenden.csv. Vill du skriva över den?")
}

func TestAHiddenFileIsNotReplacedUnasked(t *testing.T) {
	d := ask(t, func(a *files.Ask) {
		saving(a)
		a.Extensions = []string{".docx"}
		a.List = disk{at("/home/eva"): {file("brev.pdf"), file("Rapport.docx"), file("~$brev.docx")}}.list
	})
	d.Rewrite("~$brev")
	d.Press("Spara")
	d.stays(t, "Vill du skriva över den?")
}

func TestARegisterIsNeverReplaced(t *testing.T) {
	d := ask(t, func(a *files.Ask) {
		saving(a)
		a.Keep = true
	})
	d.Rewrite("zebra")
	d.Press("Spara")
	d.stays(t, "Det finns redan ett register som heter zebra.xlsx här.")
	d.Rewrite("zebra 2")
	d.Press("Spara")
	d.gave(t, "/home/eva/zebra 2.xlsx")
}

// A path that was typed is where the file goes, also when Enter was not pressed after it.
func TestAFileIsSavedInTheFolderTyped(t *testing.T) {
	d := ask(t, saving)
	d.Fill(at("/home/eva"), at("/mnt/gemensam"))
	d.Press("Spara")
	d.gave(t, "/mnt/gemensam/Rapport.xlsx")
}

func TestAFileInTheFolderTypedIsNotReplacedUnasked(t *testing.T) {
	d := ask(t, saving)
	d.Fill(at("/home/eva"), at("/mnt/gemensam"))
	d.Fill("Rapport.xlsx", "alla.csv")
	d.Press("Spara")
	d.stays(t, "alla.csv. Vill du skriva över den?")
}

// The folder remembered may be gone: nothing is saved into a folder that is not shown.
func TestNothingIsSavedWhereNoFolderCanBeRead(t *testing.T) {
	d := ask(t, func(a *files.Ask) {
		saving(a)
		a.Folder = at("/media/usb")
	})
	d.stays(t, "Mappen går inte att läsa")
	d.Press("Spara")
	d.stays(t, "Mappen går inte att läsa")
	d.Press("Dokument")
	d.Press("Spara")
	d.gave(t, "/mnt/gemensam/Rapport.xlsx")
}

func TestWhatIsChosenLiesInTheFolderShown(t *testing.T) {
	d := ask(t, nil)
	d.Fill(at("/home/eva"), at("/mnt/gemensam"))
	d.pick("zebra.xlsx")
	d.Press("Öppna")
	d.gave(t, "/home/eva/zebra.xlsx")
}

func TestAFileNameIsShortEnoughForEverySystem(t *testing.T) {
	long := "x"
	for range 50 {
		long += "åäö"
	}
	got := files.FileName(long)
	if len(got) > 120 || len(got) < 118 || !slices.Equal([]rune(got), []rune(long)[:len([]rune(got))]) {
		t.Errorf("%d bytes: %q", len(got), got)
	}
}

func TestSizesAreReadable(t *testing.T) {
	d := ask(t, func(a *files.Ask) {
		a.Folder = at("/")
		a.List = disk{at("/"): {
			{Name: "a.xlsx", Size: 1, Changed: time.Date(2026, 1, 2, 3, 4, 0, 0, time.Local)}, {Name: "b.xlsx", Size: 15_000}, {Name: "c.xlsx", Size: 5_000_000},
		}}.list
	})
	var cells []string
	for _, w := range trial.All[*canvas.Text](trial.The[*widgets.Table[files.Entry]](d.Desk)) {
		cells = append(cells, strings.ReplaceAll(w.Text, "\u00a0", " "))
	}
	for _, want := range []string{"1 kB", "15 kB", "5 MB", "2026-01-02 03:04"} {
		if !slices.Contains(cells, want) {
			t.Errorf("%q is not shown: %q", want, cells)
		}
	}
}
