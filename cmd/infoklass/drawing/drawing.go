// Package drawing decides how the window is drawn. The program draws through
// OpenGL. A session without a graphics driver, such as a remote desktop, has
// none; then a second program in the same folder, built to draw through EGL, takes
// over: on Windows on the ANGLE libraries that Edge and WebView2 bring, which
// need no graphics driver, elsewhere on the system's own EGL.
package drawing

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"
)

// Choice is how somebody wants the window drawn.
type Choice string

// The choices, as the command line and the settings name them. Auto takes
// OpenGL where it can be had and ANGLE where not.
const (
	Auto   Choice = "auto"
	OpenGL Choice = "opengl"
	ANGLE  Choice = "angle"
)

// Choices lists the choices in the order they are shown.
var Choices = []Choice{Auto, OpenGL, ANGLE}

// Parse reads a choice. It returns an error for an unknown one.
func Parse(s string) (Choice, error) {
	if c := Choice(s); slices.Contains(Choices, c) {
		return c, nil
	}
	return Auto, fmt.Errorf("drawing %q: want one of %v", s, Choices)
}

// Wish is a choice and how much it binds. One made on the command line is
// obeyed, to find faults with; one from the settings is tried first, so that
// a setting can never lock anybody out.
type Wish struct {
	Choice  Choice
	Binding bool
}

// CannotDraw is the exit status of a program that found nothing to draw with.
const CannotDraw = 69

// ErrNothing is returned when neither way of drawing works here.
var ErrNothing = errors.New("nothing to draw the window with")

// Computer is what deciding needs to know and do. All its functions may take time.
type Computer struct {
	// Probe tries to make a hidden window and names what draws it.
	Probe func() (renderer string, err error)
	// Second is the path of the program that draws through EGL, "" where this is
	// that program or there is none.
	Second string
	// Folders are where its libraries may lie, the best first; an empty name means the system's own.
	Folders func() ([]string, error)
	// Start runs the second program to its end with the libraries of a folder.
	// It may also never return, having become that program.
	Start func(program, folder string) (status int, err error)
	Log   *slog.Logger
}

// Outcome is what was decided.
type Outcome struct {
	Here   bool // this program draws
	Status int  // otherwise: the exit status of the one that did
}

// Decide finds a way to draw and logs which, and why. When it is the second
// program, that has been run to its end.
func (c Computer) Decide(w Wish) (Outcome, error) {
	ways := []func(Choice) (Outcome, error){c.here, c.second}
	if w.Choice == ANGLE && c.Second != "" {
		slices.Reverse(ways)
	}
	if w.Binding && w.Choice != Auto && c.Second != "" {
		ways = ways[:1]
	}
	tried := []error{ErrNothing}
	for _, way := range ways {
		o, err := way(w.Choice)
		if err == nil {
			return o, nil
		}
		tried = append(tried, err)
	}
	err := errors.Join(tried...)
	c.Log.Error("drawing", "way", "none", "choice", string(w.Choice), "error", err.Error())
	return Outcome{}, err
}

func (c Computer) here(choice Choice) (Outcome, error) {
	renderer, err := c.Probe()
	if err != nil {
		c.Log.Warn("drawing: this program cannot", "error", err.Error())
		return Outcome{}, fmt.Errorf("probe: %w", err)
	}
	c.Log.Info("drawing", "way", "this program", "renderer", renderer, "choice", string(choice))
	return Outcome{Here: true}, nil
}

// tries is how many folders are tried: the newest, and a few in case it is being replaced.
const tries = 4

func (c Computer) second(choice Choice) (Outcome, error) {
	if c.Second == "" {
		return Outcome{}, errors.New("there is no second program")
	}
	folders, err := c.Folders()
	if err != nil {
		c.Log.Warn("drawing: libraries refused", "error", err.Error())
	}
	if len(folders) == 0 {
		return Outcome{}, errors.Join(errors.New("no libraries for the second program"), err)
	}
	var failed []error
	for _, folder := range folders[:min(len(folders), tries)] {
		c.Log.Info("drawing", "way", "second program", "program", c.Second, "folder", folder, "choice", string(choice))
		status, err := c.Start(c.Second, folder)
		if err == nil && !cannot(status) {
			c.Log.Info("drawing: the second program has ended", "status", status)
			return Outcome{Status: status}, nil
		}
		failed = append(failed, fmt.Errorf("%s with %q: status %#x: %w", c.Second, folder, uint32(status), orSilent(err)))
		c.Log.Warn("drawing: the second program could not", "folder", folder, "status", status, "error", orSilent(err).Error())
	}
	return Outcome{}, errors.Join(failed...)
}

var errSilent = errors.New("it could not draw")

func orSilent(err error) error {
	if err == nil {
		return errSilent
	}
	return err
}

// loading are the statuses that Windows ends a program with whose libraries
// it could not load: not found, not for this kind of computer, an entry
// missing, one that refused to begin.
var loading = []uint32{0xC0000135, 0xC000007B, 0xC0000139, 0xC0000142}

// cannot reports whether a status says that the program never drew anything.
func cannot(status int) bool {
	return status == CannotDraw || slices.Contains(loading, uint32(status))
}
