// Package settings is the page where a municipality says who it is and which
// scale it uses, and where a person says how the window looks.
package settings

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/widgets"
)

// scales are the sizes offered, in percent.
var scales = []int{100, 110, 125, 150, 175, 200}

// Options are what the page needs besides the stage.
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
	p.s.Do(func(ctx context.Context) error {
		settings := r.Settings()
		edit(&settings)
		return r.ChangeSettings(ctx, settings)
	}, text.Message{}, p.Refresh)
}

func (p *Page) looks() fyne.CanvasObject {
	t, lang, variant, size := p.s.Text, p.o.Lang, p.o.Variant, int(p.o.Scale*100+0.5)
	p.lang = forms.Menu(&lang, forms.Choice[text.Lang]{
		Values: forms.Among(text.Langs...), Words: func(l text.Lang) string { return t.T("lang." + string(l)) }, Changed: func() { p.o.OnLang(lang) },
	})
	themes := forms.Menu(&variant, forms.Choice[theme.Variant]{
		Values: forms.Among(theme.Variants...), Words: func(v theme.Variant) string { return t.T("theme." + string(v)) }, Changed: func() { p.o.OnTheme(variant) },
	})
	sizes := forms.Menu(&size, forms.Choice[int]{Values: forms.Among(scales...), Words: percent, Changed: func() { p.o.OnScale(float32(size) / 100) }})
	rows := []fyne.CanvasObject{
		widgets.NewFormRow(t.T("settings.lang"), "", widgets.Row(0, p.lang)),
		widgets.NewFormRow(t.T("settings.theme"), "", widgets.Row(0, themes)),
		widgets.NewFormRow(t.T("settings.size"), t.T("settings.size.hint"), widgets.Row(0, sizes)),
	}
	if len(p.o.Drawings) > 0 {
		rows = append(rows, p.drawing())
	}
	return widgets.NewCard(t.T("settings.looks"), widgets.Column(widgets.Apart, rows...))
}

// drawing chooses how the window is drawn, which holds from the next start.
func (p *Page) drawing() fyne.CanvasObject {
	t, wish := p.s.Text, cmp.Or(p.o.Drawing, p.o.Drawings[0])
	ways := forms.Menu(&wish, forms.Choice[string]{
		Values: forms.Among(p.o.Drawings...), Words: func(way string) string { return t.T("drawing." + way) }, Changed: func() { p.o.OnDrawing(wish) },
	})
	return widgets.NewFormRow(t.T("settings.drawing"), t.T("settings.drawing.hint"), widgets.Row(0, ways))
}

func percent(n int) string { return fmt.Sprintf("%d\u00a0%%", n) }

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
