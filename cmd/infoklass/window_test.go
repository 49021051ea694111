package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
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

func newPerson(t *testing.T) *person {
	t.Helper()
	p := &person{t: t, d: newDisplay(t), home: t.TempDir()}
	p.viewed = filepath.Join(p.home, "viewed")
	p.write("bin/xdg-open", "#!/bin/sh\necho \"$1\" >>'"+p.viewed+"'\n", 0o700)
	p.write("Documents/.keep", "", 0o600)
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
	env := []string{
		"HOME=" + p.home, "XDG_CONFIG_HOME=" + p.home + "/.config", "XDG_CACHE_HOME=" + p.home + "/.cache",
		"PATH=" + filepath.Join(p.home, "bin") + ":" + os.Getenv("PATH"), "LANG=sv_SE.UTF-8", "LC_CTYPE=C.UTF-8",
	}
	return p.d.start(env, filepath.Join(built(p.t), "infoklass"), args...)
}

const exampleList = "../../storage/example/systemlista.xlsx"

// comesIn is how many assets the example list holds, as the terminal brings them in.
func comesIn(t *testing.T) int {
	t.Helper()
	k := kept{t, filepath.Join(t.TempDir(), "terminal.infoklass")}
	for _, words := range [][]string{{"init"}, {"import", exampleList}} {
		out, err := exec.Command(filepath.Join(built(t), "infoklassctl"), append([]string{"--register", k.path}, words...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("infoklassctl %v: %v: %s", words, err, out)
		}
	}
	return len(k.assets())
}

func TestAPersonImportsClassifiesAndPrints(t *testing.T) {
	built(t)
	p := newPerson(t)
	list, err := os.ReadFile(exampleList)
	if err != nil {
		t.Fatal(err)
	}
	p.write("Documents/1-lista.xlsx", string(list), 0o600)
	d := p.d

	// The first start makes a register of one's own.
	w := p.opens()
	k := kept{t, filepath.Join(p.home, "Documents", "Infoklass", "register.infoklass")}
	d.photograph("1-empty")
	if n := len(k.assets()); n != 0 {
		t.Fatalf("a new register holds %d assets", n)
	}

	// Ctrl+I, the list in the folder of documents, and Enter through the steps.
	d.keys("ctrl+i")
	d.photograph("2-choose")
	d.keys("Tab", "Tab", "Right", "space", "shift+Tab", "shift+Tab", "space")
	d.photograph("3-sheets")
	for _, step := range []string{"4-columns", "5-values", "6-review", "7-done"} {
		d.keys("Return")
		d.photograph(step)
	}
	want := comesIn(t)
	d.await("the list to be kept", stepLimit, func() bool { return len(k.assets()) == want })
	w.close()
}
