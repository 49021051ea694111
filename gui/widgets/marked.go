package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// NewMarked puts a mark before a text that wraps: a line of a list.
func NewMarked(m mark.Sign, tone Tone, words *Text) fyne.CanvasObject {
	return container.New(&leading{gap: 6}, newSmallIcon(m, tone, 13), words)
}

// SeverityMark shows by its form, not only its colour, how serious something
// is: 0 for the least, 2 for the most.
func SeverityMark(severity int) (mark.Sign, Tone) {
	switch {
	case severity >= 2:
		return mark.Alert, Bad
	case severity == 1:
		return mark.Bang, Warning
	}
	return mark.Dot, Muted
}

// leading puts a small mark before words that may wrap, level with their first line.
type leading struct{ gap float32 }

func (l *leading) MinSize(objects []fyne.CanvasObject) fyne.Size {
	mark, words := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(mark.Width+theme.Scaled(l.gap)+words.Width, max(mark.Height, words.Height))
}

func (l *leading) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	mark := objects[0].MinSize()
	line := Body.face().height()
	put(objects[0], fyne.NewPos(0, max(0, (line-mark.Height)/2)), mark)
	x := mark.Width + theme.Scaled(l.gap)
	put(objects[1], fyne.NewPos(x, 0), fyne.NewSize(size.Width-x, size.Height))
}
