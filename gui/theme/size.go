package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// bodyText is the text size at 100 %; every other size is relative to it.
const bodyText = 14

// sizes are the sizes at 100 %, in Fyne's device-independent pixels. Names not
// listed keep Fyne's own size.
var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:               bodyText,
	fynetheme.SizeNameCaptionText:        12.5,
	fynetheme.SizeNameHeadingText:        22,
	fynetheme.SizeNameSubHeadingText:     17,
	fynetheme.SizeNamePadding:            4,
	fynetheme.SizeNameInnerPadding:       8,
	fynetheme.SizeNameInlineIcon:         18,
	fynetheme.SizeNameInputBorder:        1.5,
	fynetheme.SizeNameInputRadius:        6,
	fynetheme.SizeNameButtonRadius:       6,
	fynetheme.SizeNameCardRadius:         8,
	fynetheme.SizeNameDialogRadius:       8,
	fynetheme.SizeNameSelectionRadius:    4,
	fynetheme.SizeNameSeparatorThickness: 1,
	fynetheme.SizeNameScrollBar:          12,
	fynetheme.SizeNameScrollBarSmall:     5,
	// The page behind a dialog is darkened, not blurred: a remote desktop
	// without a graphics card would have to compute the blur at every frame.
	fynetheme.SizeNameModalBlurRadius: 0,
}

// Scaled turns a size drawn at 100 % into one of the theme in use now.
func Scaled(size float32) float32 {
	return size * fynetheme.Size(fynetheme.SizeNameText) / bodyText
}
