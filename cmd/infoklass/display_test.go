package main_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The virtual display and what waits on it. Nothing here sleeps for a fixed
// time: a step waits until the picture has stopped changing.
const (
	windowWidth  = 1280
	windowHeight = 800
	screenWidth  = windowWidth + 20 // room for the window's frame
	screenHeight = windowHeight + 40

	startLimit = 60 * time.Second      // a window appears within
	stepLimit  = 20 * time.Second      // a step has been drawn within
	answers    = 3 * time.Second       // a step that draws nothing is given up after
	glance     = 60 * time.Millisecond // between two looks at the picture
	still      = 6                     // looks in a row that show the same
	stillLong  = 25                    // the same where a background job runs first: a start, a folder, a list
	caret      = 400                   // pixels that may differ all the same: a blinking text cursor
)

// display is a virtual X display with a window manager and a Swedish keyboard.
type display struct {
	t      *testing.T
	name   string // as DISPLAY says it
	screen string // the file that Xvfb keeps the picture in
	folder string // of the build folder, where photographs are kept
}

// newDisplay starts a display that ends with the test. More are words for
// Xvfb, such as what it is to do without.
func newDisplay(t *testing.T, more ...string) *display {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "openbox", "setxkbmap"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v: `make test` installs it", err)
		}
	}
	d := &display{t: t, folder: "e2e"}
	picture := t.TempDir()
	number, tell, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer number.Close()
	words := []string{"-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight),
		"-fbdir", picture, "-nolisten", "tcp", "-noreset"}
	server := exec.Command("Xvfb", append(words, more...)...)
	server.ExtraFiles = []*os.File{tell}
	d.background(server)
	tell.Close()
	if err := number.SetReadDeadline(time.Now().Add(startLimit)); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 16)
	n, err := number.Read(said)
	if err != nil {
		t.Fatalf("the virtual display did not start: %v", err)
	}
	d.name, d.screen = ":"+strings.TrimSpace(string(said[:n])), filepath.Join(picture, "Xvfb_screen0")
	d.background(d.command("openbox"))
	d.await("the window manager", startLimit, func() bool {
		return d.command("xdotool", "get_desktop").Run() == nil
	})
	d.xdotool("mousemove", strconv.Itoa(screenWidth), strconv.Itoa(screenHeight)) // where it points at nothing
	if out, err := d.command("setxkbmap", "se").CombinedOutput(); err != nil {
		t.Fatalf("the keyboard could not be made Swedish: %v: %s", err, out)
	}
	return d
}

// command prepares a program that runs on the display, in UTF-8 whatever the
// machine speaks: å ä ö are typed.
func (d *display) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append(without(os.Environ(), "DISPLAY", "WAYLAND_DISPLAY", "LC_ALL"), "DISPLAY="+d.name, "LC_CTYPE=C.UTF-8")
	return c
}

func without(env []string, names ...string) []string {
	var out []string
	for _, e := range env {
		keep := true
		for _, n := range names {
			keep = keep && !strings.HasPrefix(e, n+"=")
		}
		if keep {
			out = append(out, e)
		}
	}
	return out
}

// background starts c and ends it with the test. The channel closes when c has ended.
func (d *display) background(c *exec.Cmd) <-chan struct{} {
	d.t.Helper()
	if err := c.Start(); err != nil {
		d.t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = c.Wait() // how it ended is not asked here
	}()
	d.t.Cleanup(func() {
		_ = c.Process.Kill() // it may have ended already
		<-ended
	})
	return ended
}

// await looks again and again until done, and fails the test after limit.
func (d *display) await(what string, limit time.Duration, done func() bool) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	look := time.NewTicker(glance)
	defer look.Stop()
	for !done() {
		select {
		case <-ctx.Done():
			if d.screen != "" {
				d.photograph("failed")
			}
			d.t.Fatalf("waited %v in vain for %s", limit, what)
		case <-look.C:
		}
	}
}

func (d *display) xdotool(args ...string) string {
	d.t.Helper()
	out, err := d.command("xdotool", args...).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = fmt.Errorf("%w: %s", err, exit.Stderr)
		}
		d.t.Fatalf("xdotool %v: %v", args, err)
	}
	return strings.TrimSpace(string(out))
}

// pixels reads the picture as it is now: rows of bytes, four a pixel.
func (d *display) pixels() ([]byte, int) {
	d.t.Helper()
	data, err := os.ReadFile(d.screen)
	if err != nil {
		d.t.Fatal(err)
	}
	// The file is an X window dump: a header of big-endian numbers, a colour map, then the rows.
	header := make([]uint32, 25)
	if err := binary.Read(bytes.NewReader(data), binary.BigEndian, header); err != nil {
		d.t.Fatal(err)
	}
	size, bits, row, colours := header[0], header[11], header[12], header[19]
	if bits != 32 {
		d.t.Fatalf("the display draws %d bits a pixel", bits)
	}
	return data[size+12*colours:], int(row)
}

// photograph keeps the picture for eyes: build/e2e/<name>.png, or another folder.
func (d *display) photograph(name string) {
	d.t.Helper()
	data, row := d.pixels()
	img := image.NewNRGBA(image.Rect(0, 0, screenWidth, screenHeight))
	for y := range screenHeight {
		for x := range screenWidth {
			p := data[y*row+4*x:]
			img.SetNRGBA(x, y, color.NRGBA{R: p[2], G: p[1], B: p[0], A: 255})
		}
	}
	folder := filepath.Join(built(d.t), d.folder)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		d.t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		d.t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, img), f.Close()); err != nil {
		d.t.Fatal(err)
	}
}

// differing counts the pixels that differ between two pictures.
func differing(a, b []byte) int {
	n := 0
	for i := 0; i+3 < len(a) && i+3 < len(b); i += 4 {
		if a[i] != b[i] || a[i+1] != b[i+1] || a[i+2] != b[i+2] {
			n++
		}
	}
	return n
}

// settle waits until as many looks in a row show the same picture.
func (d *display) settle(looks int) {
	d.t.Helper()
	last, _ := d.pixels()
	same := 0
	d.await("the window to come to rest", stepLimit, func() bool {
		now, _ := d.pixels()
		if differing(last, now) > caret {
			same = 0
		} else {
			same++
		}
		last = now
		return same >= looks
	})
}

// act does something and waits until what it draws has been drawn.
func (d *display) act(do func()) {
	d.t.Helper()
	before, _ := d.pixels()
	do()
	until := time.Now().Add(answers)
	d.await("an answer", stepLimit, func() bool {
		now, _ := d.pixels()
		return differing(before, now) > 0 || time.Now().After(until)
	})
	d.settle(still)
}

// keys presses keys one after the other: "ctrl+i", "Tab", "3", "Return".
func (d *display) keys(names ...string) {
	d.t.Helper()
	for _, name := range names {
		d.act(func() { d.xdotool("key", "--clearmodifiers", name) })
	}
}

// write types a text.
func (d *display) write(s string) {
	d.t.Helper()
	d.act(func() { d.xdotool("type", "--delay", "20", s) })
}

// program is a program with a window on the display.
type program struct {
	command *exec.Cmd // its state may be read once it has ended
	d       *display
	process *os.Process
	window  string
	output  string // the file with what it wrote
	ended   <-chan struct{}
}

// start runs a program with more environment and waits for its window, which
// is given its place and size.
func (d *display) start(env []string, name string, args ...string) *program {
	d.t.Helper()
	p := d.launch(env, name, args...)
	d.xdotool("windowmove", p.window, "0", "0", "windowsize", p.window, strconv.Itoa(windowWidth), strconv.Itoa(windowHeight))
	d.xdotool("windowfocus", p.window)
	d.settle(stillLong)
	return p
}

// launch runs a program with more environment and waits for its window, which
// stays where it opens.
func (d *display) launch(env []string, name string, args ...string) *program {
	d.t.Helper()
	output, err := os.Create(filepath.Join(d.t.TempDir(), "output"))
	if err != nil {
		d.t.Fatal(err)
	}
	defer output.Close()
	c := d.command(name, args...)
	c.Env = append(c.Env, env...)
	c.Stdout, c.Stderr = output, output
	p := &program{d: d, output: output.Name(), command: c, ended: d.background(c)}
	p.process = c.Process
	d.await("the window of "+name, startLimit, func() bool {
		if p.gone() {
			d.t.Fatalf("%s ended before it showed a window: %s", name, p.said())
		}
		out, _ := d.command("xdotool", "search", "--onlyvisible", "--name", ".+").Output() // fails while there is none
		p.window, _, _ = strings.Cut(string(out), "\n")
		return p.window != ""
	})
	return p
}

func (p *program) gone() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// said returns what the program has written so far.
func (p *program) said() string {
	data, err := os.ReadFile(p.output)
	if err != nil {
		p.d.t.Fatal(err)
	}
	return string(data)
}

// close asks the window to close, as a person does, and waits until the program has ended.
func (p *program) close() {
	p.d.t.Helper()
	p.d.xdotool("key", "--clearmodifiers", "alt+F4")
	defer func() {
		if p.d.t.Failed() {
			p.tellStacks()
		}
	}()
	p.d.await("the program to end", stepLimit, p.gone)
}

// tellStacks shows what a program that does not end is doing: Go answers
// SIGQUIT with the stack of every goroutine.
func (p *program) tellStacks() {
	if err := p.process.Signal(syscall.SIGQUIT); err != nil {
		return // it has ended after all
	}
	select {
	case <-p.ended:
	case <-time.After(stepLimit):
	}
	p.d.t.Logf("the program wrote: %s", p.said())
}

// built returns the folder that `make build` filled, and skips the test where it is not run by `make test`.
func built(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("INFOKLASS_BUILD")
	if dir == "" {
		t.Skip("the window is tried on a virtual display by `make test`")
	}
	return dir
}

// What is typed arrives, å ä ö included, and a window closes when it is asked to.
func TestDisplayTypesSwedish(t *testing.T) {
	built(t)
	d := newDisplay(t)
	p := d.start(nil, "xev", "-event", "keyboard")
	d.write("åäö")
	for _, letter := range []string{"aring", "adiaeresis", "odiaeresis"} {
		d.await(letter, stepLimit, func() bool { return strings.Contains(p.said(), letter) })
	}
	p.close()
}
