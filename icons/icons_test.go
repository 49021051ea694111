package icons_test

import (
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"infoklass/icons"
)

// Every symbol takes the colour that the theme gives it, and nothing but that colour.
func TestSymbolsTakeTheThemesColour(t *testing.T) {
	test.NewTempApp(t)
	drawn, err := filepath.Glob("symbols/*.svg")
	if err != nil || len(drawn) < 30 {
		t.Fatalf("%d symbols: %v", len(drawn), err)
	}
	want := color.NRGBAModel.Convert(theme.Color(theme.ColorNameError)).(color.NRGBA)
	for _, path := range drawn {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		image := canvas.NewImageFromResource(theme.NewColoredResource(fyne.NewStaticResource(path, data), theme.ColorNameError))
		c := software.NewTransparentCanvas()
		c.SetPadded(false)
		c.SetContent(image)
		c.Resize(fyne.NewSize(48, 48))
		inked, picture := 0, c.Capture()
		for y := range picture.Bounds().Dy() {
			for x := range picture.Bounds().Dx() {
				if got := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA); got.A == 255 {
					inked++
					if got != want {
						t.Fatalf("%s: pixel %d,%d is %v, want %v", path, x, y, got, want)
					}
				}
			}
		}
		if inked < 40 {
			t.Errorf("%s shows only %d pixels", path, inked)
		}
	}
}

func TestTheSignIsAPicture(t *testing.T) {
	f, err := os.Open("infoklass-256.png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sign, err := png.DecodeConfig(f)
	if err != nil || sign.Width != 256 || sign.Height != 256 {
		t.Errorf("the sign is %d × %d: %v", sign.Width, sign.Height, err)
	}
	if icons.App.Name() == "" || len(icons.App.Content()) == 0 {
		t.Error("the sign is not embedded")
	}
}
