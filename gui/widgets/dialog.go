package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"infoklass/gui/theme"
)

// Dialog is a question in front of the page. The keyboard stays inside; Enter
// presses the default button, Esc closes.
type Dialog struct {
	// OnClose is called when the dialog is closed without a button: by Esc.
	OnClose func()

	canvas  fyne.Canvas
	pop     *widget.PopUp
	content fyne.CanvasObject
	area    *fyne.Container // what the dialog is about, between title and buttons
	main    *Button
	keys    func(*fyne.KeyEvent) // what the window did with keys before
	back    fyne.Focusable
	open    bool
}

// NewDialog puts content under a title. The last button is the default one;
// each button closes the dialog itself, by calling Close, when it has done its work.
// Width is the width at 100 %; 0 means 460.
func NewDialog(c fyne.Canvas, title string, width float32, content fyne.CanvasObject, buttons ...*Button) *Dialog {
	if width == 0 {
		width = 460
	}
	d := &Dialog{canvas: c, area: container.NewStack(content)}
	row := []fyne.CanvasObject{layout.NewSpacer()}
	for _, b := range buttons {
		row = append(row, b)
		d.main = b
	}
	inner := container.NewBorder(NewWrapped(title, Section, Plain), Row(12, row...), nil, nil, Inset(12, 0, d.area))
	d.content = Inset(14, 18, Sized(width, 0, inner))
	return d
}

// Show opens the dialog. The keyboard goes to first, or to the default button when first is nil.
func (d *Dialog) Show(first fyne.Focusable) {
	d.back = d.canvas.Focused()
	d.keys = d.canvas.OnTypedKey()
	d.pop = widget.NewModalPopUp(d.content, d.canvas)
	d.pop.Show()
	d.pop.Resize(d.pop.MinSize()) // texts know their height only now
	d.fit()
	d.centre()
	d.open = true
	d.canvas.SetOnTypedKey(d.key)
	if first == nil && d.main != nil {
		first = d.main
	}
	if first != nil {
		d.canvas.Focus(first)
	}
}

// fit lets what the dialog is about scroll where the window is too low for all of
// it: the buttons must always be seen.
func (d *Dialog) fit() {
	least := d.pop.MinSize()
	over := least.Height + theme.Scaled(2*Near) - d.canvas.Size().Height
	if over <= 0 {
		return
	}
	height := max(theme.Scaled(60), d.area.MinSize().Height-over)
	d.area.Objects = []fyne.CanvasObject{Sized(0, height/theme.Scaled(1), Scrolled(d.area.Objects[0]))}
	d.area.Refresh()
	d.pop.Resize(fyne.NewSize(least.Width, d.pop.MinSize().Height))
}

// centre puts the dialog in the middle again, because Fyne did so before the
// height of its texts was known.
func (d *Dialog) centre() {
	room := d.canvas.Size().Subtract(d.pop.Size())
	d.pop.Move(fyne.NewPos(max(0, room.Width/2), max(0, room.Height/2)))
}

// Close takes the dialog away and gives the keyboard back.
func (d *Dialog) Close() {
	if !d.open {
		return
	}
	d.open = false
	d.pop.Hide()
	d.canvas.SetOnTypedKey(d.keys)
	if d.back != nil {
		d.canvas.Focus(d.back)
	}
}

func (d *Dialog) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.main != nil {
			d.main.press()
		}
	case fyne.KeyEscape:
		d.Close()
		if d.OnClose != nil {
			d.OnClose()
		}
	}
}

// Question is what Confirm asks. Danger makes the answer yes red, and no the default.
type Question struct {
	Title, Words, Yes, No string
	Danger                bool
}

// Confirm asks, and calls back with the answer; Esc is no.
func Confirm(c fyne.Canvas, q Question, answered func(yes bool)) *Dialog {
	var d *Dialog
	answer := func(yes bool) func() {
		return func() {
			d.Close()
			answered(yes)
		}
	}
	no := NewButton(q.No, answer(false))
	yes := NewPrimary(q.Yes, answer(true))
	var first fyne.Focusable
	if q.Danger {
		yes, first = newDanger(q.Yes, answer(true)), no
	}
	d = NewDialog(c, q.Title, 0, NewWrapped(q.Words, Body, Plain), no, yes)
	if q.Danger {
		d.main = no
	}
	d.OnClose = func() { answered(false) }
	d.Show(first)
	return d
}

// Message shows something that must be read. Closed may be nil.
func Message(c fyne.Canvas, tone Tone, title, words, ok string, closed func()) *Dialog {
	var d *Dialog
	over := func() {
		d.Close()
		if closed != nil {
			closed()
		}
	}
	content := NewMarked(noticeMarks[tone], tone, NewWrapped(words, Body, Plain))
	d = NewDialog(c, title, 0, content, NewPrimary(ok, over))
	d.OnClose = closed
	d.Show(nil)
	return d
}
