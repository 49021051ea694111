package importing

import (
	"maps"

	"infoklass/domain/inventory"
)

// A job gets copies: the window goes on changing its own.

func cloneAnswers(a inventory.Answers) inventory.Answers { return maps.Clone(a) }

func cloneOptions(o inventory.Options) inventory.Options {
	o.Sheets, o.Header = maps.Clone(o.Sheets), maps.Clone(o.Header)
	o.Columns, o.Rows = maps.Clone(o.Columns), maps.Clone(o.Rows)
	return o
}

// sheet finds a sheet of the book by name.
func (w *Wizard) sheet(name string) *inventory.Sheet {
	for i := range w.book.Sheets {
		if w.book.Sheets[i].Name == name {
			return &w.book.Sheets[i]
		}
	}
	return nil
}

// table finds the table that was found in a sheet, nil for none.
func (w *Wizard) table(sheet string) *inventory.Table {
	for i := range w.proposal.Tables {
		if w.proposal.Tables[i].Sheet == sheet {
			return &w.proposal.Tables[i]
		}
	}
	return nil
}
