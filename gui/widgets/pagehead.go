package widgets

import (
	"fyne.io/fyne/v2"

	"infoklass/gui/theme"
)

// pageHead puts the words at the left and the commands at the right. Where the
// title would have to be cut for them, the ordinary buttons go into one menu,
// and if that is not enough, the commands go below.
type pageHead struct {
	title *Text
	folds []*Button // the buttons that go into the menu
	more  *Button   // opens it; nil when there is nothing to put into it
	width float32
}

func newPageHead(title *Text, actions []fyne.CanvasObject) *pageHead {
	h := &pageHead{title: title}
	for _, a := range actions {
		if b, ok := a.(*Button); ok && b.kind == ordinary {
			h.folds = append(h.folds, b)
		}
	}
	if len(h.folds) > 1 {
		h.more = NewMenuButton(ellipsis, h.items)
		h.more.Hide()
	}
	return h
}

// withMore puts the menu where the first button was that goes into it.
func (h *pageHead) withMore(actions []fyne.CanvasObject) []fyne.CanvasObject {
	if h.more == nil {
		return actions
	}
	var all []fyne.CanvasObject
	for _, a := range actions {
		if a == fyne.CanvasObject(h.folds[0]) {
			all = append(all, h.more)
		}
		all = append(all, a)
	}
	return all
}

func (h *pageHead) items() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, b := range h.folds {
		if b.withdrawn {
			continue
		}
		item := fyne.NewMenuItem(b.Text(), b.press)
		item.Disabled = b.Disabled()
		if b.items != nil {
			item.ChildMenu = fyne.NewMenu("", b.items()...)
		}
		items = append(items, item)
	}
	return items
}

// fold shows the menu or the buttons in it.
func (h *pageHead) fold(on bool) {
	if h.more == nil {
		return
	}
	offered := 0
	for _, b := range h.folds {
		b.Hidden = on || b.withdrawn
		if !b.withdrawn {
			offered++
		}
	}
	h.more.Hidden = !on || offered == 0
}

// arrange decides about the menu, and reports whether the commands go below.
func (h *pageHead) arrange(actions fyne.CanvasObject, width float32) (below bool) {
	h.fold(false)
	if width == 0 || h.fits(actions, width) {
		return false
	}
	h.fold(true)
	return !h.fits(actions, width)
}

func (h *pageHead) fits(actions fyne.CanvasObject, width float32) bool {
	wanted := h.title.face().width(h.title.text) + 2
	return wanted+theme.Scaled(Margin)+actions.MinSize().Width <= width
}

func (h *pageHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	below := h.arrange(objects[1], h.width)
	words, actions := objects[0].MinSize(), objects[1].MinSize()
	width := max(words.Width, actions.Width)
	if below {
		return fyne.NewSize(width, words.Height+theme.Scaled(Near)+actions.Height)
	}
	return fyne.NewSize(width, max(words.Height, actions.Height))
}

func (h *pageHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	below := h.arrange(objects[1], size.Width)
	words, actions := objects[0].MinSize(), objects[1].MinSize()
	objects[0].Move(fyne.Position{})
	if below {
		objects[0].Resize(fyne.NewSize(size.Width, words.Height))
		put(objects[1], fyne.NewPos(0, words.Height+theme.Scaled(Near)), actions)
		return
	}
	objects[0].Resize(fyne.NewSize(size.Width-actions.Width-theme.Scaled(Margin), size.Height))
	put(objects[1], fyne.NewPos(size.Width-actions.Width, 0), actions)
}
