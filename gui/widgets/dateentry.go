package widgets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/text"
	"infoklass/gui/widgets/mark"
)

// DateEntry is a field for a day, written 2026-11-23 in every language. A
// button, or the Down key, opens a calendar.
type DateEntry struct {
	Entry
	// OnDate is called with a day that has changed, the zero time for none.
	OnDate func(time.Time)
	// OnFault is called with a sentence when what was written is not a day, and
	// with an empty one when that is mended: for FormRow.Fault.
	OnFault func(string)

	printer  *text.Printer
	required bool
	day      time.Time
	today    func() time.Time
}

// NewDateEntry is a field for a day; the zero time shows an empty one. Required
// makes an empty value a fault. Today is where the calendar opens without a value.
func NewDateEntry(p *text.Printer, day time.Time, required bool, today func() time.Time) *DateEntry {
	d := &DateEntry{printer: p, required: required, day: day, today: today}
	d.ExtendBaseWidget(d)
	d.PlaceHolder = p.T("widgets.date.pattern")
	d.OnCommit = d.read
	d.ActionItem = NewIconButton(mark.Calendar, p.T("widgets.date.open"), d.openCalendar)
	d.init(d, text.Date(day))
	return d
}

// SetDate shows a day.
func (d *DateEntry) SetDate(day time.Time) {
	d.day = day
	d.SetValue(text.Date(day))
	d.fault("")
}

// Date returns the day shown, the zero time when the field is empty or its text is not a day.
func (d *DateEntry) Date() time.Time { return d.day }

func (d *DateEntry) fault(sentence string) {
	if d.OnFault != nil {
		d.OnFault(sentence)
	}
}

func (d *DateEntry) read(s string) {
	s = strings.TrimSpace(s)
	if s == "" && d.required {
		d.fault(d.printer.T("widgets.date.missing"))
		return
	}
	day, ok := parseDay(s)
	if !ok {
		d.fault(d.printer.T("widgets.date.fault", "value", s))
		return
	}
	d.SetDate(day)
	if d.OnDate != nil {
		d.OnDate(day)
	}
}

// parseDay reads 2026-11-23, 20261123 and 2026/11/23; an empty text is neither a day nor a fault.
func parseDay(s string) (time.Time, bool) {
	if s == "" {
		return time.Time{}, true
	}
	for _, layout := range []string{time.DateOnly, "20060102", "2006/01/02", "2006.01.02", "2006-1-2"} {
		if day, err := time.Parse(layout, s); err == nil {
			return day, true
		}
	}
	return time.Time{}, false
}

func (d *DateEntry) openCalendar() {
	start := d.day
	if start.IsZero() {
		start = d.today()
	}
	showCalendar(d, d.printer, start, d.today(), func(day time.Time) {
		d.SetDate(day)
		if d.OnDate != nil {
			d.OnDate(day)
		}
	})
}

// TypedKey is part of fyne.Focusable: Down opens the calendar.
func (d *DateEntry) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDown {
		d.openCalendar()
		return
	}
	d.Entry.TypedKey(e)
}
