package sheet

import (
	"bytes"
)

// outline is what the records of a text file look like: how many fields most of
// them have, and what kind of value is in each. A record with another number of
// fields has values in the wrong columns.
type outline struct {
	fields int
	kinds  []fieldKind // by field
	trims  bool        // empty fields at the end of a record may be left out
}

// fieldKind is a set of the kinds of value seen in a field.
type fieldKind uint8

const (
	wordsField fieldKind = 1 << iota
	figuresField
	blankField
)

// outlined is how many records are looked at.
const outlined = 400

func kindOf(field []byte) fieldKind {
	field = bytes.TrimSpace(field)
	switch {
	case len(field) == 0:
		return blankField
	case len(bytes.Trim(field, "0123456789.,-:")) == 0:
		return figuresField
	}
	return wordsField
}

// outlineOf works out the outline from the first records.
func outlineOf(b []byte, delimiter byte) outline {
	counts, first := map[int]int{}, map[int]int{}
	total := 0
	eachRecord(b, delimiter, func(fields [][]byte) {
		if n := len(fields); n > 1 {
			if counts[n]++; counts[n] == 1 {
				first[n] = total
			}
			total++
		}
	})
	var o outline
	for n, times := range counts {
		if most := counts[o.fields]; times > most || times == most && first[n] < first[o.fields] {
			o.fields = n
		}
	}
	o.kinds = make([]fieldKind, o.fields)
	padded := false
	eachRecord(b, delimiter, func(fields [][]byte) {
		if len(fields) != o.fields {
			return
		}
		for i, f := range fields {
			o.kinds[i] |= kindOf(f)
		}
		padded = padded || kindOf(fields[len(fields)-1]) == blankField
	})
	short := 0
	for n, times := range counts {
		if n < o.fields {
			short += times
		}
	}
	o.trims = !padded && short*5 > total
	return o
}

func eachRecord(b []byte, delimiter byte, do func([][]byte)) {
	c := csvReader{rest: b, delimiter: delimiter}
	for range outlined {
		fields, ok := c.record()
		if !ok {
			return
		}
		do(fields)
	}
}

// mend returns the fields of a record in the columns that the other records have.
// It joins fields where a delimiter is inside a value without quotes, if exactly
// one way of doing so gives every column the kind of value that it otherwise has.
// It reports whether it changed the record, and whether the record is torn: no
// single reading of it fits.
func (o outline) mend(fields [][]byte, delimiter byte) (out [][]byte, mended, torn bool) {
	switch extra := len(fields) - o.fields; {
	case extra > 0 && allBlank(fields[o.fields:]):
		return fields, false, false
	case extra > 0:
		out = o.joined(fields, extra, delimiter)
		return out, len(out) == o.fields, len(out) != o.fields
	case extra < 0 && len(fields) > 1 && !o.trims:
		return fields, false, true
	}
	return fields, false, false
}

func allBlank(fields [][]byte) bool {
	for _, f := range fields {
		if kindOf(f) != blankField {
			return false
		}
	}
	return true
}

// joined joins extra fields to the field before them, if there is only one place
// where that fits. Among several places, one where the extra fields begin with a
// space, as after a comma in a sentence, is preferred. Otherwise it returns the
// fields unchanged.
func (o outline) joined(fields [][]byte, extra int, delimiter byte) [][]byte {
	var fitting, spaced [][][]byte
	for at := range o.fields {
		whole := make([][]byte, 0, o.fields)
		whole = append(whole, fields[:at]...)
		whole = append(whole, bytes.Join(fields[at:at+extra+1], []byte{delimiter}))
		whole = append(whole, fields[at+extra+1:]...)
		if !o.fits(whole) {
			continue
		}
		fitting = append(fitting, whole)
		if allSpaced(fields[at+1 : at+extra+1]) {
			spaced = append(spaced, whole)
		}
	}
	switch {
	case len(fitting) == 1:
		return fitting[0]
	case len(spaced) == 1:
		return spaced[0]
	}
	return fields
}

func allSpaced(fields [][]byte) bool {
	for _, f := range fields {
		if len(f) == 0 || f[0] != ' ' {
			return false
		}
	}
	return true
}

// fits reports whether every field has a kind of value that its column has.
func (o outline) fits(fields [][]byte) bool {
	for i, f := range fields {
		if k := kindOf(f); k != blankField && o.kinds[i]&k == 0 {
			return false
		}
	}
	return true
}

// otherwise divides a line without the usual delimiter by another one, if that
// gives the usual number of fields: lists that are pasted together have tabs in
// some of their lines.
func (o outline) otherwise(line []byte, usual byte, fields [][]byte) [][]byte {
	for _, d := range delimiters {
		if d == usual {
			continue
		}
		c := csvReader{rest: line, delimiter: d}
		if divided, _ := c.record(); len(divided) == o.fields {
			return divided
		}
	}
	return fields
}
