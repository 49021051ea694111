package main

import (
	"fmt"
	"os"
	"runtime"

	"infoklass/cmd/infoklass/drawing"
	"infoklass/gui"
)

// draw finds a way to draw the window, which may be another program.
func (p *program) draw() (drawing.Outcome, error) {
	wish := p.drawing
	if wish.Choice == "" {
		wish.Choice, _ = drawing.Parse(gui.RememberedDrawing(p.app.Preferences())) // an unknown one is auto
	}
	c := drawing.Computer{Probe: probe, Folders: drawing.Folders, Start: p.startSecond, Log: p.log}
	if !throughEGL {
		c.Second = drawing.Second()
	}
	outcome, err := c.Decide(wish)
	if library := drawing.Loaded(); throughEGL && library != "" {
		p.log.Info("drawing", "library", library)
	}
	return outcome, err
}

// startSecond runs the program that draws through EGL, with the same command.
func (p *program) startSecond(program, folder string) (int, error) {
	p.crashes.End() // the second watches for its own
	status, err := drawing.Start(program, folder, p.args())
	if watch := p.crashes.Watch(); watch != nil {
		p.log.Warn("crashes will leave no file", "error", watch)
	}
	return status, err
}

// cannotDraw says that no window can be shown, and what helps, in words.
func (p *program) cannotDraw() {
	if drawing.Awaited() {
		return // the first program says it, once it has tried everything
	}
	words := p.text().T("computer.noDisplay", "log", p.places.log)
	if runtime.GOOS == "windows" {
		words = p.text().T("computer.noDrawing", "log", p.places.log)
	}
	fmt.Fprintln(os.Stderr, words)
	alert(words)
}

// drawings are the ways to draw that the settings offer: none where there is nothing to choose.
func drawings() []string {
	if drawing.Second() == "" && !throughEGL {
		return nil
	}
	var out []string
	for _, c := range drawing.Choices {
		out = append(out, string(c))
	}
	return out
}
