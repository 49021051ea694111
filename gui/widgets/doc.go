// Package widgets holds the building blocks of every page. They know Fyne and
// the theme, and nothing of information security; texts are handed in.
//
// # Pages
//
//	page := widgets.NewPage(title, subtitle, content, widgets.NewButton(…), widgets.NewPrimary(…))
//	page.Object()                  // put this into the window
//	page.SetTitle, SetSubtitle     // after something changed
//	page.Show(notice)              // a strip under the head; nil clears it
//
// # Layout: lengths are those of 100 % and grow with the scale
//
//	Column(gap, …)  Row(gap, …)    // stacked; layout.NewSpacer() takes what is left
//	Columns(gap, []float32{2, 1}, …) // side by side by weight, equally high
//	Flow(gap, …)                   // side by side, going on below: chips
//	Inset(v, h, o)  Sized(w, h, o)  Scrolled(o)
//	gaps: Tight 4, Near 8, Apart 14, Margin 24
//
// # Texts: never use canvas.Text or widget.Label directly, they do not follow the theme or have margins
//
//	NewText(s, role, tone)         // one line, never shortened: for short known words
//	NewWrapped(s, role, tone)      // as many lines as needed
//	NewElided(s, role, tone)       // one line ending in …
//	roles: Body Strong Small Caption Heading Section Huge Jumbo; tones: Plain Muted Good Warning Bad Accent
//	NewIcon(mark, tone)            // Tick Cross Bang Info Alert Dot Ring Radio RadioOn Box BoxOn Down Up Next Plus Search Calendar
//
// The font lacks ✓ ✕ ▲ ▼ ▾ ● ○ ☐ ≥ ≤ and the like: use marks instead of them, and
// words ("nivå 2 eller högre"). It has … – · × › ‹ →.
//
// # Buttons and fields
//
//	NewButton, NewPrimary, NewDanger (label, func())   NewLink(label, tone, func())
//	NewIconButton(mark, name, func())                  NewMenuButton(label, func() []*fyne.MenuItem)
//	button.Compact() for rows; SetText, Enable, Disable, SetPrimary
//	NewEntry(value), NewLongEntry(value, rows): OnCommit(string) by Enter or by leaving, only when changed
//	NewDateEntry(printer, day, required, today): OnDate(time.Time), OnFault(sentence)
//	NewChip(label, func()), NewMenuChip(label, items): Set(label, active), OnClear
//	NewChoice(label, items)        // a drop-down box: Set(label, false)
//	row := NewFormRow(label, hint, field); row.Fault(sentence); field.OnFault = row.Fault
//
// # Cards and marks
//
//	NewCard(title, content)  NewCardWithNote(title, note, content)  NewPlate(table)
//	NewLevelBadge(Badge{Letter: "K", Rank: 3, Set: true})   NewProfileBadges(b, b, b, b)   NewCount("14")
//	NewSteps(titles…): Set(current, done), OnStep(i)
//	NewNotice(tone, sentence, action, func(), closing)
//
// # Tables
//
//	t := widgets.NewTable(func(r Row) string { return r.ID },
//		widgets.TableColumn[Row]{ID: "name", Title: p.T("…"), Width: 180, Grow: true, Sortable: true, Text: func(r Row) string { return r.Name }},
//		widgets.TableColumn[Row]{ID: "class", Title: …, Width: 170, Badges: func(r Row) []widgets.Badge { … }},
//	).WithChecks()
//	t.SetRows(rows)                // sorted and filtered by the caller; the selection stays by key
//	t.SetSort(id, descending); t.OnSort = func(id string, descending bool)
//	t.OnOpen(row)  t.OnSelect(rows)  t.OnMenu(row, at)  t.OnDelete(rows)  t.OnBox(row, on)  t.OnWidth(id, width)
//	t.Selected()  t.SelectKeys(…)  t.Current()  t.SetWidths(map)  t.ShowColumns(ids…)  t.ColumnsShown()  t.SetEmpty(object)  t.Focus()
//	widgets.NewPlate(t)            // with the border of a card
//
// All of it belongs to the window's goroutine.
package widgets
