package widgets

import "fyne.io/fyne/v2"

// Keyboard is what takes the keys of the table, for a dialog that begins there.
func (t *Table[R]) Keyboard() fyne.Focusable { return t.grid.body }
