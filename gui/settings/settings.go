// Package settings is the page where a municipality says who it is and which
// scale it uses, and where a person says how the window looks.
package settings

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

// scales are the sizes offered, in percent.
var scales = []int{100, 110, 125, 150, 175, 200}

// Options are what the page needs beside the stage.
type Options struct {
	// Register is the path of the register, shown so that a person can find it.
	Register string
	Lang     text.Lang
	Variant  theme.Variant
	Scale    float32
	OnLang   func(text.Lang)
	OnTheme  func(theme.Variant)
	OnScale  func(float32)
	// Drawings are the ways to draw the window, the usual one first; none where
	// there is nothing to choose. Drawing is the one wished for, "" for the usual.
	Drawings  []string
	Drawing   string
	OnDrawing func(string)
}

// Page is the settings page.
type Page struct {
	s      stage.Stage
	o      Options
	object fyne.CanvasObject
	name   *widgets.Entry
	drawn  *widgets.Chip // nil where there is nothing to choose
	matrix *matrixCard
	scales *scaleCard
	common *commonCard
	policy *policyCard
	lang   *widgets.Chip // where the keyboard begins: a key pressed there changes nothing
}

// New builds the page. Without a register only the looks can be set.
func New(s stage.Stage, o Options) *Page {
	p := &Page{s: s, o: o}
	content := []fyne.CanvasObject{p.looks()}
	if s.Register != nil {
		p.matrix, p.scales, p.common, p.policy = newMatrixCard(s), newScaleCard(s), newCommonCard(s), newPolicyCard(s)
		content = append([]fyne.CanvasObject{p.municipality()}, content...)
		content = append(content, p.scales.card, p.matrix.card, p.common.card, p.policy.card)
	}
	t := s.Text
	p.object = widgets.NewPage(t.T("settings.title"), t.T("settings.subtitle"),
		widgets.Scrolled(widgets.Column(widgets.Apart, content...))).Object()
	return p
}

func (p *Page) municipality() fyne.CanvasObject {
	t := p.s.Text
	p.name = widgets.NewEntry("")
	p.name.OnCommit = p.saveName
	rows := []fyne.CanvasObject{
		widgets.NewFormRow(t.T("settings.municipality"), t.T("settings.municipality.hint"), p.name),
	}
	if p.o.Register != "" {
		rows = append(rows, widgets.NewWrapped(t.T("settings.register", "path", p.o.Register), widgets.Small, widgets.Muted))
	}
	return widgets.NewCard(t.T("settings.ours"), widgets.Column(widgets.Apart, rows...))
}

func (p *Page) saveName(name string) {
	p.change(func(s *register.Settings) { s.Municipality = strings.TrimSpace(name) })
}

func (p *Page) change(edit func(*register.Settings)) {
	r := p.s.Register
	stage.Save(p.s, func(ctx context.Context) (struct{}, error) {
		settings := r.Settings()
		edit(&settings)
		return struct{}{}, r.ChangeSettings(ctx, settings)
	}, func(struct{}) { p.Refresh() })
}

func (p *Page) looks() fyne.CanvasObject {
	t := p.s.Text
	p.lang = widgets.NewChoice(t.T("lang."+string(p.o.Lang)), p.langItems)
	variant := widgets.NewChoice(t.T("theme."+string(p.o.Variant)), p.themeItems)
	size := widgets.NewChoice(percent(int(p.o.Scale*100+0.5)), p.sizeItems)
	rows := []fyne.CanvasObject{
		widgets.NewFormRow(t.T("settings.lang"), "", widgets.Row(0, p.lang)),
		widgets.NewFormRow(t.T("settings.theme"), "", widgets.Row(0, variant)),
		widgets.NewFormRow(t.T("settings.size"), t.T("settings.size.hint"), widgets.Row(0, size)),
	}
	if len(p.o.Drawings) > 0 {
		rows = append(rows, p.drawing())
	}
	return widgets.NewCard(t.T("settings.looks"), widgets.Column(widgets.Apart, rows...))
}

// drawing chooses how the window is drawn, which holds from the next start.
func (p *Page) drawing() fyne.CanvasObject {
	t := p.s.Text
	wish := p.o.Drawing
	if wish == "" {
		wish = p.o.Drawings[0]
	}
	p.drawn = widgets.NewChoice(t.T("drawing."+wish), p.drawingItems)
	return widgets.NewFormRow(t.T("settings.drawing"), t.T("settings.drawing.hint"), widgets.Row(0, p.drawn))
}

func (p *Page) drawingItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, d := range p.o.Drawings {
		items = append(items, fyne.NewMenuItem(p.s.Text.T("drawing."+d), func() {
			p.o.OnDrawing(d)
			p.drawn.Set(p.s.Text.T("drawing."+d), false)
		}))
	}
	return items
}

func percent(n int) string { return fmt.Sprintf("%d\u00a0%%", n) }

func (p *Page) langItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, l := range text.Langs {
		items = append(items, fyne.NewMenuItem(p.s.Text.T("lang."+string(l)), func() { p.o.OnLang(l) }))
	}
	return items
}

func (p *Page) themeItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, v := range theme.Variants {
		items = append(items, fyne.NewMenuItem(p.s.Text.T("theme."+string(v)), func() { p.o.OnTheme(v) }))
	}
	return items
}

func (p *Page) sizeItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, n := range scales {
		items = append(items, fyne.NewMenuItem(percent(n), func() { p.o.OnScale(float32(n) / 100) }))
	}
	return items
}

// Object is part of stage.Page.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Refresh is part of stage.Page.
func (p *Page) Refresh() {
	if p.s.Register == nil {
		return
	}
	settings := p.s.Register.Settings()
	if p.s.Window.Canvas().Focused() != fyne.Focusable(p.name) {
		p.name.SetValue(settings.Municipality)
	}
	p.matrix.apply()
	p.scales.apply()
	p.common.apply()
	p.policy.refresh()
}

// Entered is part of stage.Page.
func (p *Page) Entered() { p.s.Window.Canvas().Focus(p.lang) }

// Leave is part of stage.Page: leaving a field stores it.
func (p *Page) Leave() bool {
	p.s.Window.Canvas().Unfocus()
	return true
}
