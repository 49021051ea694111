package widgets

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Mark is a small picture in the colour of a tone. Marks stand in for signs such
// as ✓ and ▾ that the program's font lacks, and that another computer may lack too.
type Mark string

// The marks.
const (
	NoMark   Mark = ""
	Tick     Mark = `<path fill="none" stroke="#000" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="M4.5 12.5l5 5 10-11"/>`
	Cross    Mark = `<path fill="none" stroke="#000" stroke-width="2.6" stroke-linecap="round" d="M6 6l12 12M18 6L6 18"/>`
	Bang     Mark = `<path fill="none" stroke="#000" stroke-width="3" stroke-linecap="round" d="M12 4v10M12 19.4v.2"/>`
	Info     Mark = `<path fill="none" stroke="#000" stroke-width="2" d="M12 2.5a9.5 9.5 0 1 0 .01 0z"/><path fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" d="M12 11v6M12 7.2v.2"/>`
	Alert    Mark = `<path fill="none" stroke="#000" stroke-width="2" stroke-linejoin="round" d="M12 3L2 20.5h20z"/><path fill="none" stroke="#000" stroke-width="2.2" stroke-linecap="round" d="M12 9.5v5M12 17.4v.2"/>`
	Dot      Mark = `<path fill="#000" d="M12 5.5a6.5 6.5 0 1 0 .01 0z"/>`
	Ring     Mark = `<path fill="none" stroke="#000" stroke-width="2" d="M12 5a7 7 0 1 0 .01 0z"/>`
	Radio    Mark = `<path fill="none" stroke="#000" stroke-width="2" d="M12 4a8 8 0 1 0 .01 0z"/>`
	RadioOn  Mark = `<path fill="none" stroke="#000" stroke-width="2" d="M12 4a8 8 0 1 0 .01 0z"/><path fill="#000" d="M12 7.7a4.3 4.3 0 1 0 .01 0z"/>`
	Box      Mark = `<path fill="none" stroke="#000" stroke-width="2" d="M4.5 4.5h15v15h-15z"/>`
	BoxOn    Mark = `<path fill="none" stroke="#000" stroke-width="2" d="M4.5 4.5h15v15h-15z"/><path fill="none" stroke="#000" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="M8 12l3 3 5.2-6"/>`
	BoxSome  Mark = `<path fill="none" stroke="#000" stroke-width="2" d="M4.5 4.5h15v15h-15z"/><path fill="#000" d="M8 10.8h8v2.4H8z"/>`
	Down     Mark = `<path fill="#000" d="M5 9h14l-7 8z"/>`
	Up       Mark = `<path fill="#000" d="M5 16h14l-7-8z"/>`
	Next     Mark = `<path fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" d="M9 5l7 7-7 7"/>`
	Previous Mark = `<path fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" d="M15 5l-7 7 7 7"/>`
	Plus     Mark = `<path fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" d="M12 5v14M5 12h14"/>`
	Search   Mark = `<path fill="none" stroke="#000" stroke-width="2.2" stroke-linecap="round" d="M10.5 4a6.5 6.5 0 1 0 .01 0zM15.5 15.5l5 5"/>`
	Calendar Mark = `<path fill="none" stroke="#000" stroke-width="2" stroke-linejoin="round" d="M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4"/>`
)

type inked struct {
	picture string
	colour  color.NRGBA
}

// inkedFiles keeps the pictures made so far: Fyne draws one of the same name only once.
var inkedFiles = map[inked]fyne.Resource{}

// ink is a picture of 24×24 in a colour. Fyne's own themed resources colour
// only areas, not lines.
func ink(picture string, c color.Color) fyne.Resource {
	key := inked{picture, color.NRGBAModel.Convert(c).(color.NRGBA)}
	if file, ok := inkedFiles[key]; ok {
		return file
	}
	hex := fmt.Sprintf("#%02x%02x%02x", key.colour.R, key.colour.G, key.colour.B)
	svg := `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">` +
		strings.ReplaceAll(picture, "#000", hex) + `</svg>`
	file := fyne.NewStaticResource(fmt.Sprintf("ink%d.svg", len(inkedFiles)), []byte(svg))
	inkedFiles[key] = file
	return file
}

// Icon shows a mark, as large as a line of body text.
type Icon struct {
	widget.BaseWidget
	mark   Mark
	tone   Tone
	size   float32
	onFill fyne.ThemeColorName // the colour instead of the tone's, on a filled surface
}

// NewIcon shows a mark in the colour of a tone.
func NewIcon(m Mark, tone Tone) *Icon {
	i := &Icon{mark: m, tone: tone, size: 16}
	i.ExtendBaseWidget(i)
	return i
}

// newSmallIcon returns a mark with its size at 100 %.
func newSmallIcon(m Mark, tone Tone, size float32) *Icon {
	i := NewIcon(m, tone)
	i.size = size
	return i
}

// Set changes the mark and the tone.
func (i *Icon) Set(m Mark, tone Tone) {
	if m != i.mark || tone != i.tone {
		i.mark, i.tone = m, tone
		i.Refresh()
	}
}

func (i *Icon) colour() color.Color {
	if i.onFill != "" {
		return fynetheme.Color(i.onFill)
	}
	return i.tone.colour()
}

// CreateRenderer is part of fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	r := &iconRenderer{icon: i, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.draw()
	return r
}

type iconRenderer struct {
	icon  *Icon
	image *canvas.Image
}

func (r *iconRenderer) draw() {
	if r.icon.mark != NoMark {
		r.image.Resource = ink(string(r.icon.mark), r.icon.colour())
	}
	r.image.Hidden = r.icon.mark == NoMark
	r.image.Refresh()
}

func (r *iconRenderer) Destroy() {}

func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }

func (r *iconRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(theme.Scaled(r.icon.size))
}

func (r *iconRenderer) Layout(size fyne.Size) { r.image.Resize(size) }

func (r *iconRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.icon)
}
