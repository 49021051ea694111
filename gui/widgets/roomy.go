package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"infoklass/gui/theme"
)

// Roomy shows content that is drawn larger where there is more room: for a
// screen that is read from across a room. Fit is called with the height available, in
// units of 100 %, whenever that changes.
func Roomy(content fyne.CanvasObject, fit func(height float32)) *fyne.Container {
	return container.New(&roomy{fit: fit}, content)
}

type roomy struct {
	fit    func(float32)
	height float32
}

func (r *roomy) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (r *roomy) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if height := size.Height / theme.Scaled(1); height != r.height {
		r.height = height
		r.fit(height)
	}
	put(objects[0], fyne.Position{}, size)
}

// Enlarged shows a field of Fyne's with its text larger by a factor.
func Enlarged(factor float32, field fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(field, larger{fynetheme.Current(), factor})
}

type larger struct {
	fyne.Theme
	factor float32
}

func (l larger) Size(name fyne.ThemeSizeName) float32 {
	if name == fynetheme.SizeNameText {
		return l.Theme.Size(name) * l.factor
	}
	return l.Theme.Size(name)
}
