// Package gui is the window: navigation, menu, register files, and the way the
// pages are put together. What it needs of files and of the computer is handed
// in as an Outside; it knows no storage.
package gui

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/files"
)

// Extension ends the name of a register file.
const Extension = ".infoklass"

// Outside is what the window needs of the world. The functions are called
// off the UI goroutine, unless said otherwise.
type Outside struct {
	// OpenRegister opens a register file, and CreateRegister makes a new one.
	OpenRegister   func(ctx context.Context, path string) (*register.Register, error)
	CreateRegister func(ctx context.Context, path string) (*register.Register, error)
	// OnNetwork reports whether a path is on a network drive; nil where that cannot be known.
	OnNetwork func(path string) bool
	// Raise brings another window that has the register open to the front, and
	// reports whether there is one. Opened is called, on the window's goroutine,
	// with the path of the register that this window has now. Both may be nil.
	Raise  func(path string) bool
	Opened func(path string)
	// Backup copies an open register to a file.
	Backup func(ctx context.Context, r *register.Register, path string) error
	// ReadList reads a list of the municipality; progress is called with the number of rows read.
	ReadList func(ctx context.Context, path string, progress func(rows int)) (*intake.Book, error)
	// ExampleList is the list of the example municipality.
	ExampleList func(ctx context.Context) (*intake.Book, error)
	// SaveDocument writes a document as what its file name ends in: .pdf or .xlsx.
	SaveDocument func(ctx context.Context, path string, doc report.Document, progress func(done, total int)) error
	// SaveList writes assets as a list that can be edited and imported again, .xlsx or .csv.
	SaveList func(ctx context.Context, path string, list exchange.List) error
	// SaveUnread writes a copy of a list with the rows marked that did not come in, and why.
	SaveUnread func(ctx context.Context, list, path string, read *intake.Proposal, p *text.Printer) error
	// AskFile shows the system's own file dialog and returns "" when no file was
	// chosen. Where it is nil, the window shows its own dialog.
	AskFile func(ctx context.Context, a FileAsk) (string, error)
	// ListFolder lists a folder, and Places are the folders to begin from.
	ListFolder func(ctx context.Context, folder string) ([]files.Entry, error)
	Places     []files.Place
	// View opens a file in the computer's own program for it, from where it is printed.
	View func(path string) error
	// Scratch returns a path for a document that is only to be viewed.
	Scratch func(name string) (string, error)
	// Ended is called on the window's goroutine once everything is stored and the window closes; nil does nothing.
	Ended func()
	// Leaving is called on the window's goroutine just before the window
	// closes, to remember where it was. It reports whether the size is to be
	// remembered too: not when it fills the monitor. It may be nil.
	Leaving func(win fyne.Window) bool
	// DefaultRegister is where the first register is made: in the user's documents.
	DefaultRegister string
	// Documents is the folder that dialogs begin in.
	Documents string
	// Local is a folder on this computer, for a copy of a register on a network drive.
	Local string
	// Drawings are the ways to draw the window that the settings offer, none
	// where there is nothing to choose.
	Drawings []string
	// Crash is the file about a crash since the last time, "" for none, and
	// KeepCrash keeps a file about a panic that did not end the program; it may be nil.
	Crash     string
	KeepCrash func(value any, stack []byte)
	// LogFile is where the log is, to be named in help.
	LogFile string
	Version string
	Log     *slog.Logger
}
