// Package icons holds the pictures of the program: its sign and the symbols of
// the window. All are drawn for it; `make icons` draws them again.
package icons

import (
	"embed"

	"fyne.io/fyne/v2"
)

//go:embed infoklass-256.png symbols/*.svg
var files embed.FS

// App is the sign of the program, for the window's frame and the page about it.
var App = read("infoklass-256.png")

// The symbols of the pages.
var (
	Overview     = symbol("overview")
	Assets       = symbol("assets")
	Classify     = symbol("classify")
	Reports      = symbol("reports")
	Log          = symbol("log")
	Organisation = symbol("organisation")
	Settings     = symbol("settings")
	Help         = symbol("help")
)

// The symbols of what a person can do.
var (
	Import   = symbol("import")
	Export   = symbol("export")
	Print    = symbol("print")
	Undo     = symbol("undo")
	Redo     = symbol("redo")
	Search   = symbol("search")
	Filter   = symbol("filter")
	Add      = symbol("add")
	Edit     = symbol("edit")
	Delete   = symbol("delete")
	Open     = symbol("open")
	Copy     = symbol("copy")
	Refresh  = symbol("refresh")
	Columns  = symbol("columns")
	History  = symbol("history")
	Table    = symbol("table")
	Document = symbol("document")
	More     = symbol("more")
)

// The symbols for the state or the kind of something.
var (
	Check    = symbol("check")
	Cross    = symbol("cross")
	Warning  = symbol("warning")
	Stop     = symbol("stop")
	Info     = symbol("info")
	Calendar = symbol("calendar")
	Person   = symbol("person")
	Lock     = symbol("lock")
	Shield   = symbol("shield")
	System   = symbol("system")
)

// The arrows.
var (
	Up    = symbol("up")
	Down  = symbol("down")
	Left  = symbol("left")
	Right = symbol("right")
)

// symbol is black on nothing; theme.NewThemedResource and
// theme.NewColoredResource give it a colour of the theme.
func symbol(name string) fyne.Resource { return read("symbols/" + name + ".svg") }

// read returns an embedded picture. One that is missing is a fault of the
// build, which the package's test meets before any user does.
func read(name string) fyne.Resource {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return fyne.NewStaticResource("infoklass-"+name, data)
}
