package main_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// installLimit is how long an installation, an upgrade or a removal may take.
const installLimit = 2 * time.Minute

// wine runs a program for Windows.
const wine = "../../.ci/windows/wine"

// workstation is a Windows of one's own under Wine, with a display and a
// viewer that only keeps what it was asked to show.
type workstation struct {
	t      *testing.T
	d      *display
	prefix string // the folder that is this Windows
	env    []string
}

// packages are the folders with the package to be tried and with that of a
// later version. The test is skipped where it is not run by `make test-windows`.
func packages(t *testing.T) (now, next string) {
	t.Helper()
	folder := os.Getenv("INFOKLASS_WINDOWS")
	if folder == "" {
		t.Skip("the program for Windows is tried by `make test-windows`")
	}
	return folder, filepath.Join(folder, "next")
}

// newWorkstation makes a Windows that ends with the test; its display takes more options for Xvfb.
func newWorkstation(t *testing.T, options ...string) *workstation {
	t.Helper()
	w := &workstation{t: t, d: newDisplay(t, options...), prefix: filepath.Join(t.TempDir(), "windows")}
	w.d.folder = "e2e-windows"
	w.env = []string{"WINEPREFIX=" + w.prefix, "HOME=" + t.TempDir(), "LANG=sv_SE.UTF-8"}
	t.Cleanup(func() { w.wine("--end") })
	w.wine("cmd", "/c", `mkdir C:\viewed`)
	w.wine("reg", "add", `HKLM\Software\Classes\.pdf`, "/ve", "/d", "Viewer", "/f")
	w.wine("reg", "add", `HKLM\Software\Classes\Viewer\shell\open\command`, "/ve", "/d", `C:\windows\system32\cmd.exe /c copy "%1" C:\viewed`, "/f")
	return w
}

// wine runs a program for Windows to its end and returns its exit status, of
// which only the last eight bits come through.
func (w *workstation) wine(args ...string) int {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), installLimit)
	defer cancel()
	c := exec.CommandContext(ctx, wine, args...)
	c.Env = append(w.d.command("").Env, w.env...)
	c.WaitDelay = time.Second // what Wine starts beside it holds on to the output
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && ctx.Err() == nil:
		w.t.Logf("%v: %v: %s", args, err, out)
		return exit.ExitCode()
	case err != nil && !errors.Is(err, exec.ErrWaitDelay):
		w.t.Fatalf("%v: %v: %s", args, err, out)
	}
	return 0
}

// msi runs the installer silently, as a deployment tool does, and returns the exit status.
func (w *workstation) msi(verb, folder string) int {
	w.t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "infoklass-*.msi"))
	if err != nil || len(found) != 1 {
		w.t.Fatalf("%d packages in %s, want one", len(found), folder)
	}
	return w.wine("msiexec", verb, found[0], "/qn")
}

// at is a file of this Windows, the one user's folder written as ~.
func (w *workstation) at(path string) string {
	w.t.Helper()
	if rest, own := strings.CutPrefix(path, "~/"); own {
		homes, err := filepath.Glob(filepath.Join(w.prefix, "drive_c/users/*"))
		homes = slices.DeleteFunc(homes, func(h string) bool { return filepath.Base(h) == "Public" })
		if err != nil || len(homes) != 1 {
			w.t.Fatalf("the folders of users are %v", homes)
		}
		return filepath.Join(homes[0], rest)
	}
	return filepath.Join(w.prefix, "drive_c", path)
}

func (w *workstation) has(path string) bool {
	w.t.Helper()
	_, err := os.Stat(w.at(path))
	return err == nil
}

// opens starts the installed program.
func (w *workstation) opens(args ...string) *program {
	w.t.Helper()
	return w.d.start(w.env, wine, append([]string{`C:\Program Files\Infoklass\infoklass.exe`}, args...)...)
}

// views counts the documents that the viewer was asked to show, each of which must be a PDF.
func (w *workstation) views() int {
	w.t.Helper()
	shown, err := filepath.Glob(w.at("viewed/*"))
	if err != nil {
		w.t.Fatal(err)
	}
	for _, path := range shown {
		if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			w.t.Errorf("the viewer was asked to show %s, which is no PDF: %v", filepath.Base(path), err)
		}
	}
	return len(shown)
}

// installed are the programs that the package installs, and must remove.
var installed = []string{"infoklass.exe", "infoklass-angle.exe", "infoklassctl.exe", "licens.txt", "licenser-tredje-part.txt"}

// holds checks that the programs of a folder are the installed ones.
func (w *workstation) holds(folder string) {
	w.t.Helper()
	for _, name := range installed {
		there, err := os.ReadFile(w.at("Program Files/Infoklass/" + name))
		if err != nil {
			w.t.Errorf("%s is not installed: %v", name, err)
			continue
		}
		if strings.HasSuffix(name, ".exe") {
			if want, err := os.ReadFile(filepath.Join(folder, name)); err != nil || !bytes.Equal(there, want) {
				w.t.Errorf("the %s that is installed is not that of %s: %v", name, folder, err)
			}
		}
	}
}

// windows writes a file of this Windows as it is called there.
func (w *workstation) windows(path string) string {
	w.t.Helper()
	inside, err := filepath.Rel(filepath.Join(w.prefix, "drive_c"), w.at(path))
	if err != nil {
		w.t.Fatal(err)
	}
	return `C:\` + strings.ReplaceAll(inside, "/", `\`)
}

// shortcut reports whether the start menu names the program. Wine keeps it with
// the user, Windows with all users.
func (w *workstation) shortcut() bool {
	w.t.Helper()
	const menu = "Microsoft/Windows/Start Menu/Programs/Infoklass.lnk"
	return w.has("~/AppData/Roaming/"+menu) || w.has("ProgramData/"+menu)
}

// associated reports whether a register opens in the program.
func (w *workstation) associated() bool {
	w.t.Helper()
	return w.wine("reg", "query", `HKLM\Software\Classes\.infoklass`) == 0
}

// From a silent installation to a silent removal, with a day's work between:
// a list imported, an asset classified, documents printed, an upgrade, the
// register opened as a file. The register survives it all.
func TestWindowsInstallsWorksUpgradesAndLeaves(t *testing.T) {
	now, next := packages(t)
	w := newWorkstation(t)
	d := w.d
	if status := w.msi("/i", now); status != 0 {
		t.Fatalf("the installation ended with status %d", status)
	}
	w.holds(now)
	if !w.shortcut() || !w.associated() {
		t.Error("the start menu does not name the program, or registers do not open in it")
	}
	k := w.works()
	before := k.assets()

	if status := w.msi("/i", next); status != 0 {
		t.Fatalf("the upgrade ended with status %d", status)
	}
	w.holds(next)
	if status := w.msi("/i", now); status == 0 {
		t.Error("an older version was installed over a newer one")
	}
	w.holds(next)

	moved := kept{t, w.at("~/Documents/Kommunens register åäö.infoklass")}
	if err := os.Rename(k.path, moved.path); err != nil {
		t.Fatal(err)
	}
	p := d.start(w.env, wine, "start", "/wait", w.windows("~/Documents/Kommunens register åäö.infoklass"))
	d.photograph("7-opened-as-a-file")
	d.keys("ctrl+2", "ctrl+f")
	d.write("föreningsregister")
	d.settle(stillLong)
	d.photograph("8-found")
	p.close()

	if status := w.msi("/x", next); status != 0 {
		t.Fatalf("the removal ended with status %d", status)
	}
	if w.has("Program Files/Infoklass") || w.shortcut() || w.associated() {
		t.Error("the removal left something of the program")
	}
	if after := moved.assets(); !slices.EqualFunc(before, after, keptAsset.same) {
		t.Errorf("after it all %d assets are kept, not the %d as they were", len(after), len(before))
	}
	for _, own := range []string{"~/AppData/Roaming/fyne/se.infoklass.app/preferences.json", "~/AppData/Local/Infoklass/infoklass.log"} {
		if !w.has(own) {
			t.Errorf("the removal took %s", own)
		}
	}
}

// works is a day with the installed program. It returns the register.
func (w *workstation) works() kept {
	t, d := w.t, w.d
	t.Helper()
	w.copy(exampleList, "~/Documents/lista.xlsx")
	p := w.opens()
	d.photograph("1-empty")
	imports(d, func() { // in Windows' own dialog
		d.photograph("2-dialog")
		d.write("lista.xlsx")
		d.keys("Return")
	})
	k := kept{t, w.at("~/Documents/Infoklass/register.infoklass")}
	want := comesIn(t)
	d.await("the list to be kept", stepLimit, func() bool { return len(k.assets()) == want })
	classifies(d, "Föreningsregister")
	d.await("the classification to be kept", stepLimit, func() bool { return k.asset("Föreningsregister").State == "decided" })
	if a := k.asset("Föreningsregister"); a.levels() != "1 2 1 0" {
		t.Errorf("Föreningsregister is kept as K R T S %s", a.levels())
	}
	d.keys("ctrl+p") // the record of what was decided
	d.await("the classification record", stepLimit, func() bool { return w.views() == 1 })
	d.settle(still) // the viewer that was started has given the keyboard back
	d.keys("ctrl+1")
	d.settle(still)
	d.keys("ctrl+p")
	d.await("the classification overview", stepLimit, func() bool { return w.views() == 2 })
	d.photograph("6-overview")
	p.close()
	return k
}

// Where there is nothing to draw with, the program says so in a box of
// Windows, and ends. It runs from a folder here, and leaves that as it was.
func TestWindowsWithoutOpenGLSaysWhatIsMissing(t *testing.T) {
	now, _ := packages(t)
	w := newWorkstation(t, "-extension", "GLX")
	const folder = "Infoklass på minnet"
	for _, name := range []string{"infoklass.exe", "infoklass-angle.exe", "infoklassctl.exe"} {
		w.copy(filepath.Join(now, name), folder+"/"+name)
	}
	p := w.d.launch(w.env, wine, w.windows(folder+"/infoklass.exe"))
	w.d.settle(stillLong)
	w.d.photograph("no-opengl")
	w.d.xdotool("key", "Return")
	w.d.await("the program to end", stepLimit, p.gone)
	log, err := os.ReadFile(w.at("~/AppData/Local/Infoklass/infoklass.log"))
	if err != nil || !bytes.Contains(log, []byte("way=none")) {
		t.Errorf("the log does not say that nothing was found to draw with: %v: %s", err, log)
	}
	left, err := os.ReadDir(w.at(folder))
	if err != nil || len(left) != 3 {
		t.Errorf("beside the program lie %v: %v", left, err)
	}
}

// copy puts a file into this Windows.
func (w *workstation) copy(from, to string) {
	w.t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		w.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(w.at(to)), 0o700); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(w.at(to), data, 0o700); err != nil {
		w.t.Fatal(err)
	}
}
