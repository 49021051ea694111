// Package help is the page that F1 opens: how to do the usual things, what the
// words mean, which keys there are, and where the files lie.
package help

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/text"
	"infoklass/gui/widgets"
)

// Facts are what the computer knows of itself.
type Facts struct {
	Version  string
	Register string   // path of the register that is open, empty for none
	Log      string   // path of the log file
	Places   []string // those that Ctrl+1 and onwards go to, by name
}

// Page is the help page.
type Page struct{ object fyne.CanvasObject }

// New builds the page.
func New(p *text.Printer, f Facts) *Page {
	steps := card(p, "help.steps", "help.steps.import", "help.steps.check", "help.steps.classify", "help.steps.act", "help.steps.print", "help.steps.undo")
	var words []fyne.CanvasObject
	for _, a := range classify.Aspects {
		words = append(words, term(p.T("aspect."+a.Key()), p.T("aspect."+a.Key()+".help")))
	}
	words = append(words, term(p.T("help.asset"), p.T("help.asset.text")), term(p.T("help.unclassified"), p.T("help.unclassified.text")),
		term(p.T("help.action"), p.T("help.action.text")))
	files := []fyne.CanvasObject{term(p.T("help.version"), f.Version)}
	if f.Register != "" {
		files = append(files, term(p.T("help.register"), f.Register))
	}
	files = append(files, term(p.T("help.log"), f.Log), widgets.NewWrapped(p.T("help.network"), widgets.Body, widgets.Muted))
	content := widgets.Column(widgets.Apart,
		steps,
		widgets.NewCard(p.T("help.words"), widgets.Column(widgets.Near, words...)),
		keys(p, f.Places),
		widgets.NewCard(p.T("help.files"), widgets.Column(widgets.Near, files...)),
	)
	return &Page{widgets.NewPage(p.T("help.title"), p.T("help.subtitle"), widgets.Scrolled(content)).Object()}
}

func card(p *text.Printer, title string, lines ...string) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range lines {
		rows = append(rows, widgets.NewWrapped(p.T(l), widgets.Body, widgets.Plain))
	}
	return widgets.NewCard(p.T(title), widgets.Column(widgets.Near, rows...))
}

func term(word, meaning string) fyne.CanvasObject {
	return widgets.Columns(widgets.Apart, []float32{1, 3},
		widgets.NewWrapped(word, widgets.Strong, widgets.Plain), widgets.NewWrapped(meaning, widgets.Body, widgets.Plain))
}

// shortcuts are the keys shown, each with its words in the catalogue under help.key.
var shortcuts = []struct{ keys, key string }{
	{"Ctrl+F", "find"}, {"Ctrl+N", "new"}, {"Ctrl+I", "import"}, {"Ctrl+E", "export"}, {"Ctrl+P", "print"},
	{"Ctrl+Z", "undo"}, {"Ctrl+Y", "redo"}, {"Ctrl+O", "open"}, {"0–3, Enter", "classify"}, {"1–4, Enter", "answer"}, {"Esc", "close"}, {"F1", "help"},
}

func keys(p *text.Printer, places []string) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	if n := len(places); n > 0 {
		rows = append(rows, term(fmt.Sprintf("Ctrl+1 … %d", n), p.T("help.key.places", "places", strings.Join(places, ", "))))
	}
	for _, s := range shortcuts {
		rows = append(rows, term(s.keys, p.T("help.key."+s.key)))
	}
	return widgets.NewCard(p.T("help.keys"), widgets.Column(widgets.Near, rows...))
}

// Object is part of stage.Page.
func (h *Page) Object() fyne.CanvasObject { return h.object }

// Refresh is part of stage.Page.
func (h *Page) Refresh() {}

// Entered is part of stage.Page.
func (h *Page) Entered() {}

// Leave is part of stage.Page.
func (h *Page) Leave() bool { return true }
