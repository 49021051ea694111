// Package stage is what every page of the window is given: the register, the
// words, the job runner and a few ways to speak to the user. A page gets what
// else it needs, such as where to go next, as callbacks in its constructor.
package stage

import (
	"fyne.io/fyne/v2"

	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/widgets"
)

// Stage is handed to a page when it is built. Language, theme and scale do not
// change while a page lives: the shell builds the pages again.
type Stage struct {
	Register *register.Register
	// Duties judges what the policy demands of the register. All pages share
	// one, so that an edit is judged once; nil judges for this page alone.
	Duties *duty.Judge
	Text   *text.Printer
	Jobs   jobs.Runner
	Saves  *Queue // changes of the register, in the order they were made
	Window fyne.Window
	Memory Memory
	// Tell shows a receipt without blocking the page; Undo offers to take it back.
	Tell func(Receipt)
	// Fail shows what went wrong in words and writes the details to the log.
	// It does nothing for a nil error and for work that was stopped.
	Fail func(error)
}

// Judge judges the register as it is today. A large one takes some
// hundred milliseconds the first time: it belongs in a job.
func (s Stage) Judge() *duty.Judgement {
	judge := s.Duties
	if judge == nil {
		judge = duty.NewJudge()
	}
	return judge.Register(s.Register, s.Register.Today())
}

// Ask does something if the user says yes to a question.
func (s Stage) Ask(q widgets.Question, do func()) {
	widgets.Confirm(s.Window.Canvas(), q, func(yes bool) {
		if yes {
			do()
		}
	})
}

// Receipt says what was done.
type Receipt struct {
	Message text.Message
	Undo    bool // the last commit is what the message speaks of: offer Ångra
	// Action is a further thing to do, with its words; nil for none.
	ActionLabel text.Message
	Action      func()
}

// Memory remembers what a person has arranged, between starts: widths of
// columns, the last folder per purpose, the last page. fyne.Preferences fits it.
type Memory interface {
	StringWithFallback(key, fallback string) string
	SetString(key, value string)
	FloatWithFallback(key string, fallback float64) float64
	SetFloat(key string, value float64)
	BoolWithFallback(key string, fallback bool) bool
	SetBool(key string, value bool)
	StringList(key string) []string
	SetStringList(key string, value []string)
}

// Page is one page of the window.
type Page interface {
	// Object is what the shell shows. It is asked for once.
	Object() fyne.CanvasObject
	// Refresh reads the register again after a commit, keeping selection and place.
	Refresh()
	// Entered is called each time the page comes to the front: it puts the
	// focus where the user will want it.
	Entered()
	// Leave is called before another page comes to the front; it stores what
	// is still being typed, and returns false to stay, having said why.
	Leave() bool
}

// A page may have any of the methods below too: the shell hands it the shortcuts
// that mean something on it. Each reports whether it did something.

// Finder answers to Ctrl+F.
type Finder interface{ Find() bool }

// Maker answers to Ctrl+N.
type Maker interface{ New() bool }

// Printer answers to Ctrl+P.
type Printer interface{ Print() bool }

// Closer answers to Esc, when no dialog or menu is open.
type Closer interface{ Close() bool }

// Typist answers to a key that no widget has taken: 0–3 and Enter in the guided form.
type Typist interface {
	Type(r rune, name fyne.KeyName) bool
}

// Keys is a page that answers to them all.
type Keys interface {
	Finder
	Maker
	Printer
	Closer
	Typist
}
