package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// Notice is a strip with a sentence, at most one thing to do about it, and a
// cross to close it: news, warnings, errors, receipts with Undo.
type Notice struct {
	widget.BaseWidget
	// OnClose is called by the cross and after the action.
	OnClose func()

	tone    Tone
	content fyne.CanvasObject
	action  *Button
}

// NewNotice says a sentence. The tone picks the mark: Accent for news, Good,
// Warning or Bad. Action may be empty: then there is none. Closing is what the
// cross is called.
func NewNotice(tone Tone, sentence, action string, act func(), closing string) *Notice {
	n := &Notice{tone: tone}
	n.action = NewButton(action, func() {
		if act != nil {
			act()
		}
		n.closed()
	})
	n.action.compact = true
	n.action.Hidden = action == ""
	cross := NewIconButton(mark.Cross, closing, n.closed)
	right := Row(Near, n.action, cross)
	words := NewWrapped(sentence, Body, Plain)
	mark := Row(Near, NewIcon(noticeMarks[tone], tone), layout.NewSpacer())
	n.content = container.NewBorder(nil, nil, mark, right, middle(words))
	n.ExtendBaseWidget(n)
	return n
}

var noticeMarks = map[Tone]mark.Sign{Plain: mark.Info, Muted: mark.Info, Accent: mark.Info, Good: mark.Tick, Warning: mark.Alert, Bad: mark.Alert}

func (n *Notice) closed() {
	if n.OnClose != nil {
		n.OnClose()
	}
}

// CreateRenderer is part of fyne.Widget.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(n, n.content, 6, 12, func() dress {
		d := cardDress()
		d.border, d.thickness = toneColours[n.tone], 1.5
		if n.tone == Plain || n.tone == Muted {
			d.border = theme.ColorOutline
		}
		return d
	})
}

// middle centres an object in height and gives it the whole width.
func middle(o fyne.CanvasObject) fyne.CanvasObject { return container.New(centred{}, o) }

type centred struct{}

func (centred) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	put(objects[0], fyne.NewPos(0, max(0, (size.Height-height)/2)), fyne.NewSize(size.Width, height))
}
