// Package widgets holds the building blocks of every page. They know Fyne and
// the theme, and nothing of information security; texts are handed in.
//
// # Pages
//
//	page := widgets.NewPage(title, subtitle, content, widgets.NewButton(…), widgets.NewPrimary(…))
//	page.Object()                  // put this into the window
//	page.SetTitle, SetSubtitle     // after something changed
//	                               // ordinary buttons fold into a menu in a narrow window
//	NewNavItem(label, func()): SetCount("14"), SetChosen(on)
//	NewTabs(titles…): OnTab(i), Choose(i)   NewEmptyState(title, words, Door{Title, Words, Open}…)
//	page.Show(notice)              // a strip under the head; nil clears it
//
// # Layout: lengths are given at 100 % and grow with the scale
//
//	Column(gap, …)  Row(gap, …)    // stacked; layout.NewSpacer() takes what is left
//	Columns(gap, []float32{2, 1}, …) // side by side by weight, equally high; below each other where too narrow
//	Beside(side, least, main, right) // a side column of a fixed width, or below
//	Panes(side, least, main, right)  // the same for parts that scroll by themselves and share the height
//	Tiles(least, …)                // equal ones in as many rows as it takes
//	Border(top, bottom, left, right, middle) // as container.NewBorder, but Tab follows the eye
//	Flow(gap, …)                   // side by side at their own widths, going on below: chips
//	Inset(v, h, o)  Sized(w, h, o)
//	Scrolled(o)                    // up and down; scrolls by itself to what gets the keyboard
//	gaps: Tight 4, Near 8, Apart 14, Margin 24
//
// # Texts: never use canvas.Text or widget.Label directly, they do not follow the theme or have margins
//
//	NewText(s, role, tone)         // one line, never shortened: for short known words
//	NewWrapped(s, role, tone)      // as many lines as needed
//	NewElided(s, role, tone)       // one line ending in …
//	roles: Body Strong Small Caption Heading Section Huge Jumbo; tones: Plain Muted Good Warning Bad Accent
//	NewMarked(mark, tone, text)    // a line of a list: a mark before words that wrap
//	NewIcon(sign, tone)            // mark.Tick Cross Bang Info Alert Dot Ring Radio RadioOn Box BoxOn Down Up Next Plus Search Calendar
//
// The font lacks ✓ ✕ ▲ ▼ ▾ ● ○ ☐ ≥ ≤ and the like: use marks instead of them, and
// words ("nivå 2 eller högre"). It has … – · × › ‹ →.
//
// # Buttons and fields
//
//	NewButton, NewPrimary, newDanger (label, func())   NewLink(label, tone, func())
//	NewIconButton(mark, name, func())                  NewMenuButton(label, func() []*fyne.MenuItem)
//	button.Compact() for rows; SetText, Enable, Disable, SetPrimary
//	NewEntry(value), NewLongEntry(value, rows): OnCommit(string) by Enter or by leaving, only when changed
//	NewDateEntry(printer, day, required, today): OnDate(time.Time), OnFault(sentence)
//	NewNumberEntry(printer, NumberRule{Least, Most, Whole, Required}): SetNumber, OnNumber(number, set), OnFault
//	NewSearchEntry(placeholder): OnSearch(text), OnDown, Focus()
//	NewChip(label, func()), NewMenuChip(label, items): Set(label, active), OnClear
//	NewChoice(label, items)        // a drop-down box: Set(label, false)
//	row := NewFormRow(label, hint, field); row.Fault(sentence); field.OnFault = row.Fault
//
// # Cards and marks
//
//	NewCard(title, content)  NewCardWithNote(title, note, content)  NewPlate(table)
//	NewLevelBadge(Badge{Letter: "K", Rank: 3, Set: true})   NewProfileBadges(b, b, b, b)   newCount("14")
//	NewFigure(FigureTexts{…}, func())   NewBar   newStackedBar   NewStackedRow   NewLegend(names…)
//	NewChoiceCard(title, meaning, func()): SetChosen, OnArrow, OnAgain   NewPressLine
//	NewSteps(titles…): Set(current, done), OnStep(i)
//	NewProgressStrip(doing, stop, func()): Set(doing, share, far)
//	NewNotice(tone, sentence, action, func(), closing)
//
// # Dialogs and menus
//
//	Confirm(canvas, Question{Title, Words, Yes, No, Danger}, func(yes bool))
//	Message(canvas, tone, title, words, ok, closed)
//	d := NewDialog(canvas, title, width, content, cancel, primary); d.Show(firstField); d.Close(); d.OnClose
//	ShowMenu(canvas, at, items…)
//
// # Tables
//
//	t := widgets.NewTable(func(r Row) string { return r.ID },
//		widgets.TableColumn[Row]{ID: "name", Title: p.T("…"), Width: 180, Grow: true, Sortable: true, Text: func(r Row) string { return r.Name }},
//		widgets.TableColumn[Row]{ID: "class", Title: …, Width: 170, Badges: func(r Row) []widgets.Badge { … }},
//	).WithChecks()
//	t.SetRows(rows)                // sorted and filtered by the caller; the selection stays by key
//	t.SetSort(id, descending); t.OnSort = func(id string, descending bool)
//	t.OnOpen(row)  t.OnSelect(rows)  t.OnMenu(row, at)  t.OnDelete(rows)  t.OnRune(r) bool  t.OnBox(row, on)  t.OnWidth(id, width)
//	t.Selected()  t.SelectKeys(…)  t.Current()  t.ShowColumns(ids…)  t.ColumnsShown()  t.SetEmpty(object)  t.Focus()  t.ScrollToTop()
//	widgets.NewPlate(t)            // with the border of a card
//
// # Keys
//
// Whatever has the focus hands on what it has no use for: keys to the canvas'
// OnTypedKey, shortcuts to its AddShortcut. So F1, Esc and Ctrl+N work anywhere.
// Enter in a field of one line commits it and presses a dialog's default button.
//
// # Pictures
//
// A page proves that it fits by shots.Problems at 100 and 150 %. Make the app and
// its theme before any widget: shots does; in other tests call
// test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1)) first.
//
// All of it belongs to the window's goroutine.
package widgets
