package main_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// windows is a Windows by Wine, and the programs built for it.
type windows struct {
	t      *testing.T
	prefix string
	built  string // infoklass.exe as it is handed on, and what .ci/windows/trial made
	runner string
}

func newWindows(t *testing.T) *windows {
	t.Helper()
	w := &windows{t: t, prefix: os.Getenv("WINEPREFIX"), built: os.Getenv("INFOKLASS_TRIAL")}
	if w.built == "" || w.prefix == "" {
		t.Skip("drawing under Wine is tried by .ci/windows/trial")
	}
	var err error
	if w.runner, err = filepath.Abs("../../.ci/windows/wine"); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(w.runner, "cmd", "/c", "ver").CombinedOutput(); err != nil { // makes it where there is none
		t.Fatalf("%v: %s", err, out)
	}
	for _, old := range w.logs() {
		if err := os.Remove(old); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

func (w *windows) logs() []string {
	files, err := filepath.Glob(filepath.Join(w.prefix, "drive_c/users/*/AppData/Local/Infoklass/infoklass.log"))
	if err != nil {
		w.t.Fatal(err)
	}
	return files
}

// log is what the programs have logged.
func (w *windows) log() string {
	w.t.Helper()
	var all strings.Builder
	for _, file := range w.logs() {
		data, err := os.ReadFile(file)
		if err != nil {
			w.t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}

// lay copies a file to a folder of the C drive, for as long as the test runs.
func (w *windows) lay(file, folder string) {
	w.t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	to := filepath.Join(w.prefix, "drive_c", folder)
	if err := os.MkdirAll(to, 0o755); err != nil {
		w.t.Fatal(err)
	}
	path := filepath.Join(to, filepath.Base(file))
	if err := os.WriteFile(path, data, 0o755); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = os.Remove(path) })
}

// edge lays the stand-in where WebView2 keeps the real libraries, and half of
// a newer version, as while it is being updated.
func (w *windows) edge() (folder string) {
	w.t.Helper()
	versions := "Program Files (x86)/Microsoft/EdgeWebView/Application/"
	for _, dll := range []string{"libEGL.dll", "libGLESv2.dll"} {
		w.lay(filepath.Join(w.built, "trial", dll), versions+"120.0.2210.91")
		w.lay(filepath.Join(w.built, "trial", dll), versions+"99.0.1150.55")
	}
	w.lay(filepath.Join(w.built, "trial", "libEGL.dll"), versions+"121.0.1.1")
	return strings.ReplaceAll(`C:\`+versions+"120.0.2210.91", "/", `\`)
}

// register makes a register on the C drive and returns its path there.
func (w *windows) register(name string) string {
	w.t.Helper()
	p := &person{t: w.t, home: w.t.TempDir()}
	w.lay(p.register(name), "Åsas mapp")
	return `C:\Åsas mapp\` + name
}

func (w *windows) says(words ...string) {
	w.t.Helper()
	log := strings.ReplaceAll(w.log(), `\\`, `\`)
	for _, word := range words {
		if !strings.Contains(log, word) {
			w.t.Errorf("the log does not say %q:\n%s", word, log)
		}
	}
}

// The first program finds the libraries of the newest whole version, and hands
// the register and its other words to the second, which draws through them;
// its exit status comes back.
func TestTheSecondProgramDrawsUnderWine(t *testing.T) {
	w := newWindows(t)
	folder := w.edge()
	d := newDisplay(t)
	path := w.register("Åsas register.infoklass")
	p := d.start([]string{"WINEPREFIX=" + w.prefix}, w.runner, filepath.Join(w.built, "trial/program/infoklass.exe"), "-drawing", "angle", path)
	d.await("the register", startLimit, func() bool {
		return d.command("xdotool", "search", "--onlyvisible", "--name", "Åsas register.infoklass").Run() == nil
	})
	d.settle(stillLong)
	d.photograph("10-angle")
	w.says(`way="second program"`, "infoklass-angle.exe", folder, `egl=true`, folder+`\libEGL.dll`, "OpenGL ES", "choice=angle")
	p.close()
	if code := p.command.ProcessState.ExitCode(); code != 0 {
		t.Errorf("it ended with status %d", code)
	}
	w.says("the second program has ended")
}

// Without OpenGL, and with libraries that nobody has signed, the program that
// is handed on starts nothing, says what helps, and does not end with status 0.
func TestUnsignedLibrariesAreRefusedUnderWine(t *testing.T) {
	w := newWindows(t)
	w.edge()
	d := newDisplay(t, "-extension", "GLX")
	p := d.launch([]string{"WINEPREFIX=" + w.prefix}, w.runner, filepath.Join(w.built, "infoklass.exe"), w.register("r.infoklass"))
	d.settle(stillLong)
	d.photograph("11-message")
	w.says("No Signature", "way=none")
	d.xdotool("windowfocus", p.window)
	d.xdotool("key", "Return")
	d.await("the program to end", stepLimit, p.gone)
	if code := p.command.ProcessState.ExitCode(); code != 69 {
		t.Errorf("it ended with status %d", code)
	}
	if !strings.Contains(p.said(), "WebView2") {
		t.Errorf("it said %s", p.said())
	}
}

// Started again with the same register in another spelling, the program ends
// and leaves the first window; at the end of the session that one stores what
// is being typed and lets go of the register.
func TestOneWindowAndTheEndOfTheSessionUnderWine(t *testing.T) {
	w := newWindows(t)
	d := newDisplay(t)
	path := w.register("Åsas register.infoklass")
	env := []string{"WINEPREFIX=" + w.prefix}
	exe := filepath.Join(w.built, "infoklass.exe")
	d.start(env, w.runner, exe, path)
	c := d.command(w.runner, exe, strings.ToUpper(path))
	c.Env = append(c.Env, env...)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("the second start: %v: %s", err, out)
	}
	w.says("asked to come to the front")
	d.settle(still)

	note := filepath.Join(w.prefix, "drive_c", "Åsas mapp", ".~lock.Åsas register.infoklass#") // who has it open
	if _, err := os.Stat(note); err != nil {
		t.Error(err)
	}
	end := d.command(w.runner, filepath.Join(w.built, "trial/end.exe"))
	end.Env = append(end.Env, env...)
	if out, err := end.CombinedOutput(); err != nil || !strings.Contains(string(out), "may end: 1") {
		t.Fatalf("the end of the session: %v: %s", err, out)
	}
	w.says("the session is about to end", "end: the session ended")
	if _, err := os.Stat(note); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the register was not closed: %v", err)
	}
}
