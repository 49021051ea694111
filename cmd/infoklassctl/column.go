package main

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/text"
)

// column is a column of a printed table: the field that it shows of each row,
// the key of its heading, and its place (from 1) where that is not the field's.
type column struct {
	field   int
	heading string
	place   int
}

// columns reads the columns off a row's type. The fields of a row say both what
// is printed with --json and what stands in the table:
//
//	Name string `json:"name" column:"field.name"`
//
// One without a column is in the JSON alone, one with json:"-" in the table alone.
// The columns come in the order of the fields, but for those that say their place
// after a comma.
func columns(row reflect.Type) []column {
	var out, placed []column
	for i := range row.NumField() {
		tag, ok := row.Field(i).Tag.Lookup("column")
		heading, place, _ := strings.Cut(tag, ",")
		c := column{field: i, heading: heading}
		c.place, _ = strconv.Atoi(place) // empty: 0
		switch {
		case !ok:
		case c.place > 0:
			placed = append(placed, c)
		default:
			out = append(out, c)
		}
	}
	for _, c := range placed {
		out = slices.Insert(out, c.place-1, c)
	}
	return out
}

// cell is what a table shows of a value: its label where it has one.
func cell(p *text.Printer, v reflect.Value) string {
	switch v := v.Interface().(type) {
	case interface{ Label() text.Message }:
		return v.Label().In(p)
	case fmt.Stringer:
		return v.String()
	case int:
		return p.Int(v)
	}
	return v.String()
}

// printList prints rows, as JSON or as a table.
func printList[T any](s *session, rows []T) error {
	if s.json {
		return s.print(rows)
	}
	printTable(s, slices.Values(rows))
	return nil
}

// printEach prints rows made of things, as JSON or as a table.
func printEach[T, R any](s *session, of []T, row func(T) R) error { return printList(s, each(of, row)) }

// each lists what f makes of every one.
func each[T, R any](of []T, f func(T) R) []R {
	out := make([]R, len(of))
	for i, one := range of {
		out[i] = f(one)
	}
	return out
}

// printTable prints rows as a table.
func printTable[T any](s *session, rows iter.Seq[T]) {
	shown := columns(reflect.TypeFor[T]())
	header := each(shown, func(c column) string { return s.p.T(c.heading) })
	var cells [][]string
	for row := range rows {
		line, v := make([]string, len(shown)), reflect.ValueOf(row)
		for i, c := range shown {
			line[i] = cell(s.p, v.Field(c.field))
		}
		cells = append(cells, line)
	}
	s.table(header, cells)
}
