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
	"infoklass/gui/widgets/mark"
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
	mark   mark.Sign
	tone   Tone
	size   float32
	onFill fyne.ThemeColorName // the colour instead of the tone's, on a filled surface
}

// NewIcon shows a mark in the colour of a tone.
func NewIcon(m mark.Sign, tone Tone) *Icon {
	i := &Icon{mark: m, tone: tone, size: 16}
	i.ExtendBaseWidget(i)
	return i
}

// newSmallIcon returns a mark with its size at 100 %.
func newSmallIcon(m mark.Sign, tone Tone, size float32) *Icon {
	i := NewIcon(m, tone)
	i.size = size
	return i
}

// Set changes the mark and the tone.
func (i *Icon) Set(m mark.Sign, tone Tone) {
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
	if r.icon.mark != mark.None {
		r.image.Resource = ink(string(r.icon.mark), r.icon.colour())
	}
	r.image.Hidden = r.icon.mark == mark.None
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
