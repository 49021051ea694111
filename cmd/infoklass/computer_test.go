package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// log is what the program has logged for a person.
func (p *person) log() string {
	p.t.Helper()
	data, err := os.ReadFile(filepath.Join(p.home, ".cache", "Infoklass", "infoklass.log"))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(data)
}

// register makes an empty register by the terminal program.
func (p *person) register(name string) string {
	p.t.Helper()
	path := filepath.Join(p.home, name)
	if out, err := exec.Command(filepath.Join(built(p.t), "infoklassctl"), "--register", path, "init").CombinedOutput(); err != nil {
		p.t.Fatalf("%v: %s", err, out)
	}
	return path
}

// A display without GLX is what a remote desktop without graphics is: the
// program built to draw through EGL takes over, in the same process, with the
// same register.
func TestWithoutGLXTheSecondProgramDraws(t *testing.T) {
	built(t)
	p := newPersonAt(newDisplay(t, "-extension", "GLX"))
	path := p.register("Åsas register.infoklass")
	w := p.opens(path)
	if title := p.d.xdotool("getwindowname", w.window); !strings.Contains(title, "Åsas register.infoklass") {
		t.Errorf("the window is called %q", title)
	}
	p.d.photograph("9-egl")
	if pid := p.d.xdotool("getwindowpid", w.window); pid != strconv.Itoa(w.command.Process.Pid) {
		t.Errorf("the window belongs to process %s, not to %d that was started", pid, w.command.Process.Pid)
	}
	w.close()
	if code := w.command.ProcessState.ExitCode(); code != 0 {
		t.Errorf("it ended with status %d", code)
	}
	for _, want := range []string{"GLX extension not found", `way="second program"`, "infoklass-egl", "OpenGL ES"} {
		if !strings.Contains(p.log(), want) {
			t.Errorf("the log does not say %q: %s", want, p.log())
		}
	}
}

// Where nothing can draw, the program says so and what helps, and not with status 0.
func TestWithoutAnythingToDrawWithItSaysSo(t *testing.T) {
	p := newPersonAt(newDisplay(t, "-extension", "GLX"))
	c := p.d.command(filepath.Join(built(t), "infoklass"), "-drawing", "opengl")
	c.Env = append(c.Env, p.env()...)
	out, _ := c.CombinedOutput() // how it ended is asked below
	if code := c.ProcessState.ExitCode(); code != 69 || !strings.Contains(string(out), "kan inte öppna sitt fönster") {
		t.Errorf("status %d: %s", code, out)
	}
	if !strings.Contains(p.log(), "way=none choice=opengl") {
		t.Errorf("the log: %s", p.log())
	}
}

// Started again with the same register, the program brings its window to the
// front and ends; the window then stands where it stood, at the next start.
func TestOneWindowForARegister(t *testing.T) {
	built(t)
	p := newPerson(t)
	path := p.register("a.infoklass")
	w := p.opens(path)
	other := p.d.launch(p.env(), filepath.Join(built(t), "infoklass"), p.register("b.infoklass"))
	p.d.await("another window for another register", stepLimit, func() bool { return p.windows() == 2 })
	c := p.d.command(filepath.Join(built(t), "infoklass"), path)
	c.Env = append(c.Env, p.env()...)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if n := p.windows(); n != 2 {
		t.Errorf("there are %d windows", n)
	}
	p.d.await("the first window at the front", stepLimit, func() bool { return p.d.xdotool("getactivewindow") == w.window })
	p.d.xdotool("windowmove", w.window, "14", "30")
	p.d.settle(still)
	before := p.d.xdotool("getwindowgeometry", w.window)
	p.d.xdotool("windowactivate", "--sync", w.window) // not the one that happens to lie beneath the pointer
	w.close()
	w = p.d.launch(p.env(), filepath.Join(built(t), "infoklass"), path)
	p.d.await("the window again", stepLimit, func() bool { return p.windows() == 2 })
	for _, id := range strings.Fields(p.d.xdotool("search", "--onlyvisible", "--name", "a.infoklass")) {
		w.window = id
	}
	p.d.await("the window where it stood: "+before, stepLimit, func() bool {
		return place(p.d.xdotool("getwindowgeometry", w.window)) == place(before)
	})
	signal(t, other, syscall.SIGTERM)
	signal(t, w, syscall.SIGHUP)
	if !strings.Contains(p.log(), "asked to end") {
		t.Errorf("the log: %s", p.log())
	}
}

// place is a window's place and size, without its number.
func place(geometry string) string {
	_, rest, _ := strings.Cut(geometry, "\n")
	return rest
}

// windows counts the windows of registers.
func (p *person) windows() int {
	out, _ := p.d.command("xdotool", "search", "--onlyvisible", "--name", `\.infoklass`).Output() // fails while there is none
	return len(strings.Fields(string(out)))
}

// signal asks a program to end, as the end of a session does: it does so well.
func signal(t *testing.T, w *program, s syscall.Signal) {
	t.Helper()
	if err := w.command.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
	w.d.await("the program to end", stepLimit, w.gone)
	if code := w.command.ProcessState.ExitCode(); code != 0 {
		t.Errorf("after %v it ended with status %d", s, code)
	}
}
