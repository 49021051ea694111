package widgets

import "fyne.io/fyne/v2"

// Picker is what a dialog needs that chooses one of many.
type Picker[R any] struct {
	Title, Hint  string // of the dialog, and in its search field
	Nothing      string // said when the search finds none
	Take, Cancel string // the buttons
	Key          func(R) string
	Columns      []TableColumn[R]
	// Find lists what a search finds; the first of it is marked.
	Find func(search string) []R
	// Taken is called with the chosen one, after the dialog has closed.
	Taken func(R)
	// Also is a further button, such as for none of them; empty for no such button.
	Also    string
	OnAlso  func()
	Content fyne.CanvasObject // above the search, such as a few words; may be nil
}

// Pick opens the dialog. The search has the keyboard, Down goes to the list,
// and Enter takes the one that is marked.
func Pick[R any](c fyne.Canvas, p Picker[R]) {
	d := &pick[R]{Picker: p}
	d.search = NewSearchEntry(p.Hint)
	d.search.OnSearch, d.search.OnDown = d.list, func() { d.table.Focus() }
	d.search.OnSubmitted = func(string) { d.take() }
	d.table = NewTable(p.Key, p.Columns...)
	d.table.OnOpen = func(R) { d.take() }
	d.table.SetEmpty(Inset(Apart, Apart, NewWrapped(p.Nothing, Body, Muted)))
	top := Column(10)
	if p.Content != nil {
		top.Add(p.Content)
	}
	top.Add(d.search)
	content := Border(top, nil, nil, nil, Inset(Near, 0, Sized(0, 260, NewPlate(d.table))))
	buttons := []*Button{NewButton(p.Cancel, func() { d.dialog.Close() })}
	if p.Also != "" {
		buttons = append(buttons, NewButton(p.Also, d.also))
	}
	d.dialog = NewDialog(c, p.Title, 600, content, append(buttons, NewPrimary(p.Take, d.take))...)
	d.list("")
	d.dialog.Show(d.search)
}

type pick[R any] struct {
	Picker[R]
	dialog *Dialog
	search *SearchEntry
	table  *Table[R]
}

func (d *pick[R]) list(search string) {
	found := d.Find(search)
	d.table.SetRows(found)
	if len(found) > 0 {
		d.table.SelectKeys(d.Key(found[0]))
	}
}

func (d *pick[R]) take() {
	if marked := d.table.Selected(); len(marked) == 1 {
		d.dialog.Close()
		d.Taken(marked[0])
	}
}

func (d *pick[R]) also() {
	d.dialog.Close()
	d.OnAlso()
}
