package classify

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"infoklass/domain/text"
)

// MatrixRow is a municipality's own words for one category: its name, and what
// a consequence of rank 0–3 means. An empty text leaves the shipped one in force.
type MatrixRow struct {
	Name  string    `json:"name,omitempty"`
	Cells [4]string `json:"cells,omitzero"`
}

// Matrix is the consequence matrix as a municipality words it: the shipped one
// with the texts that it has replaced. The zero value is the shipped matrix. A
// Matrix is never changed in place.
type Matrix struct {
	Rows map[Category]MatrixRow `json:"rows,omitempty"`
}

// NameCell is the rank that stands for the category's name.
const NameCell = -1

// longestCell is how many characters a text of the matrix may have: more fits
// neither a level card nor a printed cell.
const longestCell = 240

// Own reports whether the municipality has replaced any text.
func (m Matrix) Own() bool { return len(m.Rows) > 0 }

// ID returns a hash of the texts: the same for equal matrices, empty for the
// shipped one.
func (m Matrix) ID() string {
	if !m.Own() {
		return ""
	}
	data, err := json.Marshal(m)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// Text returns the text of a cell, or the category's name for NameCell. A
// shipped text is in p's language.
func (m Matrix) Text(p *text.Printer, c Category, rank int) string {
	if own := m.Rows[c].at(rank); own != "" {
		return own
	}
	return Shipped(p, c, rank)
}

// Shipped returns the program's own text for a cell, or for NameCell the
// category's name.
func Shipped(p *text.Printer, c Category, rank int) string {
	if rank == NameCell {
		return p.T("matrix." + string(c))
	}
	return p.T("matrix." + string(c) + "." + strconv.Itoa(rank))
}

func (r MatrixRow) at(rank int) string {
	if rank == NameCell {
		return r.Name
	}
	return r.Cells[rank]
}

// Replaced reports whether a text is the municipality's own.
func (m Matrix) Replaced(c Category, rank int) bool { return m.Rows[c].at(rank) != "" }

// With returns the matrix with one text replaced. An empty text restores the
// shipped one.
func (m Matrix) With(c Category, rank int, words string) Matrix {
	row := m.Rows[c]
	words = strings.Join(strings.Fields(words), " ")
	if rank == NameCell {
		row.Name = words
	} else {
		row.Cells[rank] = words
	}
	rows := maps.Clone(m.Rows)
	if rows == nil {
		rows = map[Category]MatrixRow{}
	}
	rows[c] = row
	if row == (MatrixRow{}) {
		delete(rows, c)
	}
	if len(rows) == 0 {
		rows = nil
	}
	return Matrix{rows}
}

// Validate returns an error for an unknown category and for a text longer than
// forms and protocols have room for.
func (m Matrix) Validate() error {
	for c, row := range m.Rows {
		if !slices.Contains(Categories[:], c) {
			return text.Fail(nil, "matrix.problem.category", "category", string(c))
		}
		for rank := NameCell; rank < len(row.Cells); rank++ {
			if utf8.RuneCountInString(row.at(rank)) > longestCell {
				return text.Fail(nil, "matrix.problem.long", "count", longestCell)
			}
		}
	}
	return nil
}
