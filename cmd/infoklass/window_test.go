package main_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// person is someone at a computer of their own: a home folder, a display, and
// a viewer that only notes what it was asked to show.
type person struct {
	t      *testing.T
	d      *display
	home   string
	viewed string // the file that the viewer notes in
}

func newPerson(t *testing.T) *person { return newPersonAt(newDisplay(t)) }

// newPersonAt is somebody at a display that is there already.
func newPersonAt(d *display) *person {
	t := d.t
	t.Helper()
	p := &person{t: t, d: d, home: t.TempDir()}
	p.viewed = filepath.Join(p.home, "viewed")
	p.write("bin/xdg-open", "#!/bin/sh\necho \"$1\" >>'"+p.viewed+"'\n", 0o700)
	return p
}

func (p *person) write(name, content string, mode os.FileMode) {
	p.t.Helper()
	path := filepath.Join(p.home, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		p.t.Fatal(err)
	}
}

// opens starts the program.
func (p *person) opens(args ...string) *program {
	p.t.Helper()
	return p.d.start(p.env(), filepath.Join(built(p.t), "infoklass"), args...)
}

// env is what the person's computer is like.
func (p *person) env() []string {
	return []string{
		"HOME=" + p.home, "XDG_CONFIG_HOME=" + p.home + "/.config", "XDG_CACHE_HOME=" + p.home + "/.cache",
		"XDG_RUNTIME_DIR=" + p.home + "/run",
		"PATH=" + filepath.Join(p.home, "bin") + ":" + os.Getenv("PATH"), "LANG=sv_SE.UTF-8", "LC_CTYPE=C.UTF-8",
	}
}

// views returns the files that the viewer was asked to show, in order, and
// proves each to be a PDF.
func (p *person) views() []string {
	p.t.Helper()
	noted, err := os.ReadFile(p.viewed)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		p.t.Fatal(err)
	}
	shown := strings.Split(strings.TrimSuffix(string(noted), "\n"), "\n")
	for _, path := range shown {
		data, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			p.t.Errorf("the viewer was asked to show %s, which is no PDF: %v", path, err)
		}
	}
	return shown
}

const exampleList = "../../storage/example/systemlista.xlsx"

// comesIn is how many assets the example list holds, as the terminal brings them in.
func comesIn(t *testing.T) int {
	t.Helper()
	k := kept{t, filepath.Join(t.TempDir(), "terminal.infoklass")}
	for _, words := range [][]string{{"init"}, {"import", "--accept-suggestions", exampleList}} {
		out, err := exec.Command(filepath.Join(built(t), "infoklassctl"), append([]string{"--register", k.path}, words...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("infoklassctl %v: %v: %s", words, err, out)
		}
	}
	return len(k.assets())
}

// A whole day's work with the keyboard alone: an empty register, a list
// imported, an asset classified, documents printed, and all of it still there
// after a restart.
func TestAPersonImportsClassifiesAndPrints(t *testing.T) {
	built(t)
	p := newPerson(t)
	list, err := os.ReadFile(exampleList)
	if err != nil {
		t.Fatal(err)
	}
	p.write("Documents/lista.xlsx", string(list), 0o600)
	d := p.d
	w := p.opens() // the first start makes a register of one's own
	k := kept{t, filepath.Join(p.home, "Documents", "Infoklass", "register.infoklass")}
	d.photograph("1-empty")
	if n := len(k.assets()); n != 0 {
		t.Fatalf("a new register holds %d assets", n)
	}

	imports(d, func() { d.keys("End", "Return") }) // the only file in the folder
	want := comesIn(t)
	d.await("the list to be kept", stepLimit, func() bool { return len(k.assets()) == want })

	classifies(d, "Föreningsregister")
	d.await("the classification to be kept", stepLimit, func() bool { return k.asset("Föreningsregister").State == "decided" })
	if a := k.asset("Föreningsregister"); a.levels() != "1 2 1 0" || a.DecidedOn == "" {
		t.Errorf("Föreningsregister is kept as K R T S %s, decided on %q", a.levels(), a.DecidedOn)
	}

	d.keys("ctrl+p") // the record of what was decided
	d.await("the classification record", stepLimit, func() bool { return len(p.views()) == 1 })
	d.keys("ctrl+1", "ctrl+p")
	d.await("the classification overview", stepLimit, func() bool { return len(p.views()) == 2 })
	d.photograph("6-overview")
	w.close()

	before := k.assets()
	w = p.opens() // finds the register again by itself
	d.photograph("7-again")
	d.keys("ctrl+2", "ctrl+f")
	d.write("föreningsregister")
	d.settle(stillLong)
	d.photograph("8-found")
	w.close()
	if after := k.assets(); len(after) != want || !slices.EqualFunc(before, after, keptAsset.same) {
		t.Errorf("after a restart %d assets are kept, not the %d as they were", len(after), len(before))
	}
}

// imports brings in the example list, which choose takes in the file dialog.
func imports(d *display, choose func()) {
	d.t.Helper()
	d.keys("ctrl+i")
	d.settle(stillLong) // the folder is read
	choose()
	d.settle(stillLong) // the list is read
	d.photograph("2-list")
	d.keys("ctrl+Return") // past the sheets
	d.settle(stillLong)
	d.keys("ctrl+Return") // and the columns
	d.settle(stillLong)
	d.photograph("3-values")
	d.keys("Return") // the answer that is suggested
	d.settle(stillLong)
	d.keys("ctrl+Return")
	d.settle(stillLong)
	d.photograph("4-review")
	d.keys("ctrl+Return")
}

// classifies an asset in the guided form, each level with its reason.
func classifies(d *display, name string) {
	d.t.Helper()
	d.keys("ctrl+3")
	d.settle(stillLong)
	d.keys("ctrl+f")
	d.write(name)
	d.settle(stillLong) // it alone is left in the list
	d.keys("Down", "Return")
	d.settle(stillLong) // its form
	d.keys("Return")    // past what is to be classified
	for _, level := range []string{"1", "2", "1"} {
		d.keys(level, "Return") // a level above 0 wants a reason
		d.write("Så säger verksamheten")
		d.keys("ctrl+Return")
	}
	d.keys("0", "Return", "Return") // and deciding wants someone who decides
	d.write("Fritidschef")
	d.photograph("5-decision")
	d.keys("Return", "Return", "Return", "Return") // past the two dates that are proposed, and the button
}
