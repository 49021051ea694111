package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ProgressStrip shows what long work does, how far it has come, and has a
// button to stop it. The window calls Set every now and then.
type ProgressStrip struct {
	widget.BaseWidget
	doing, far *Text
	bar        *Bar
	stop       *Button
	content    fyne.CanvasObject
}

// NewProgressStrip shows work under way; stop is what its button says.
func NewProgressStrip(doing, stop string, stopped func()) *ProgressStrip {
	p := &ProgressStrip{doing: NewElided(doing, Body, Plain), far: NewText("", Small, Muted), bar: NewBar(0, Accent, 8)}
	p.stop = NewButton(stop, nil).Compact()
	p.stop.OnTapped = func() {
		p.stop.Disable()
		stopped()
	}
	line := container.NewBorder(nil, nil, nil, p.far, p.doing)
	p.content = container.NewBorder(nil, nil, nil, Row(0, Inset(0, 6, p.stop)), Column(Tight, line, p.bar))
	p.ExtendBaseWidget(p)
	return p
}

// HideStop takes the button away, for work that cannot be stopped.
func (p *ProgressStrip) HideStop() { p.stop.Hide() }

// Set sets what is being done and how much of it is done: a share from 0 to 1, negative
// when nobody knows, and the same in words.
func (p *ProgressStrip) Set(doing string, share float32, far string) {
	p.doing.SetText(doing)
	p.far.SetText(far)
	p.bar.Hidden = share < 0
	p.bar.Set(share)
	p.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (p *ProgressStrip) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(p, p.content, 8, 14, cardDress)
}
