package widgets

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"infoklass/domain/text"
	"infoklass/gui/theme"
	"infoklass/gui/widgets/mark"
)

// calendar shows a month, Monday first, and takes a day. Arrows move by days
// and weeks, PgUp and PgDn by months, Enter takes the day, Esc closes.
type calendar struct {
	widget.BaseWidget
	printer  *text.Printer
	day      time.Time // the day the keyboard is at
	today    time.Time
	taken    func(time.Time)
	closed   func()
	title    *Text
	days     *fyne.Container
	contents fyne.CanvasObject
}

// weeks is how many weeks a month may touch.
const weeks = 6

func newCalendar(p *text.Printer, day, today time.Time, taken func(time.Time), closed func()) *calendar {
	c := &calendar{printer: p, day: day, today: today, taken: taken, closed: closed}
	c.title = NewText("", Strong, Plain)
	c.title.Align = fyne.TextAlignCenter
	before := NewIconButton(mark.Previous, p.T("widgets.date.before"), func() { c.months(-1) })
	after := NewIconButton(mark.Next, p.T("widgets.date.after"), func() { c.months(1) })
	head := container.NewBorder(nil, nil, before, after, c.title)
	c.days = container.NewGridWithColumns(7)
	c.contents = Inset(10, 12, Column(Near, head, c.days))
	c.ExtendBaseWidget(c)
	c.fill()
	return c
}

func (c *calendar) months(n int) {
	first := time.Date(c.day.Year(), c.day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	c.move(time.Date(first.Year(), first.Month(), min(c.day.Day(), last), 0, 0, 0, 0, time.UTC))
}

func (c *calendar) move(to time.Time) {
	c.day = to
	c.fill()
	c.Refresh()
}

func (c *calendar) fill() {
	c.title.SetText(c.printer.T("month."+strconv.Itoa(int(c.day.Month()))) + " " + strconv.Itoa(c.day.Year()))
	cells := make([]fyne.CanvasObject, 0, 7*(weeks+1))
	for _, key := range weekdays {
		name := NewText(c.printer.T(key), Caption, Muted)
		name.Align = fyne.TextAlignCenter
		cells = append(cells, name)
	}
	first := time.Date(c.day.Year(), c.day.Month(), 1, 0, 0, 0, 0, time.UTC)
	monday := first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
	for i := range 7 * weeks {
		cells = append(cells, c.cell(monday.AddDate(0, 0, i)))
	}
	c.days.Objects = cells
	c.days.Refresh()
}

// weekdays are the message keys of the short names.
var weekdays = [7]string{
	"widgets.weekday.1", "widgets.weekday.2", "widgets.weekday.3", "widgets.weekday.4",
	"widgets.weekday.5", "widgets.weekday.6", "widgets.weekday.7",
}

func (c *calendar) cell(day time.Time) fyne.CanvasObject {
	d := &calendarDay{label: NewText(strconv.Itoa(day.Day()), Small, Plain), tapped: func() { c.taken(day) }}
	d.label.Align = fyne.TextAlignCenter
	d.chosen = sameDay(day, c.day)
	d.today = sameDay(day, c.today)
	if day.Month() != c.day.Month() {
		d.label.tone = Muted
	}
	if d.chosen {
		d.label.onFill = fynetheme.ColorNameForegroundOnPrimary
	}
	d.ExtendBaseWidget(d)
	return d
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// CreateRenderer is part of fyne.Widget.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.contents) }

// FocusGained is part of fyne.Focusable.
func (c *calendar) FocusGained() {}

// FocusLost is part of fyne.Focusable.
func (c *calendar) FocusLost() {}

// TypedRune is part of fyne.Focusable.
func (c *calendar) TypedRune(rune) {}

// TypedKey is part of fyne.Focusable.
func (c *calendar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		c.move(c.day.AddDate(0, 0, -1))
	case fyne.KeyRight:
		c.move(c.day.AddDate(0, 0, 1))
	case fyne.KeyUp:
		c.move(c.day.AddDate(0, 0, -7))
	case fyne.KeyDown:
		c.move(c.day.AddDate(0, 0, 7))
	case fyne.KeyPageUp:
		c.months(-1)
	case fyne.KeyPageDown:
		c.months(1)
	case fyne.KeyHome:
		c.move(c.today)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.taken(c.day)
	case fyne.KeyEscape:
		c.closed()
	}
}

// calendarDay is a day that can be clicked. It takes no focus: the calendar has it.
type calendarDay struct {
	widget.BaseWidget
	label         *Text
	tapped        func()
	chosen, today bool
}

// Tapped is part of fyne.Tappable.
func (d *calendarDay) Tapped(*fyne.PointEvent) { d.tapped() }

// CreateRenderer is part of fyne.Widget.
func (d *calendarDay) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(d, d.label, 4, 6, func() dress {
		look := dress{radius: theme.Scaled(5)}
		if d.today {
			look.border = fynetheme.ColorNamePrimary
		}
		if d.chosen {
			look.fill = fynetheme.ColorNamePrimary
		}
		return look
	})
}

// showCalendar opens a calendar beneath a field and gives the keyboard back when it closes.
func showCalendar(under *DateEntry, p *text.Printer, day, today time.Time, taken func(time.Time)) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(under)
	if canvas == nil {
		return
	}
	var pop *widget.PopUp
	shut := func() {
		pop.Hide()
		canvas.Focus(under)
	}
	c := newCalendar(p, day, today, func(t time.Time) {
		shut()
		taken(t)
	}, shut)
	pop = widget.NewPopUp(c, canvas)
	pop.ShowAtRelativePosition(fyne.NewPos(0, under.Size().Height), under)
	canvas.Focus(c)
}
