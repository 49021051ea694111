package intake

import (
	"strings"

	"infoklass/domain/classify"
)

// Value returns what a row says in a canonical field. Name, unit and the
// levels of the four aspects are not among them: they stand in the Entry.
func (t *Table) Value(e *Entry, field string) string {
	if i, ok := t.index[field]; ok && i < len(e.values) {
		return e.values[i]
	}
	return ""
}

// Values returns what a row says in canonical fields and the register keeps.
// Empty cells and placeholders are left out, and so are the texts that levels
// were read from: levels never go through the map.
func (t *Table) Values(e *Entry) map[string]string {
	m := map[string]string{}
	for i, v := range e.values {
		if f := t.fields[i]; f != FieldCustom && f != "class_combined" && !dots(v) {
			m[f] = v
		}
	}
	if e.ListID != "" {
		m["asset_id"] = e.ListID
	}
	return m
}

// written returns everything a row says in canonical fields, as it stands.
func (t *Table) written(e *Entry) map[string]string {
	m := map[string]string{}
	for i, v := range e.values {
		if v != "" && t.fields[i] != FieldCustom {
			m[t.fields[i]] = v
		}
	}
	if e.ListID != "" {
		m["asset_id"] = e.ListID
	}
	return m
}

// Custom returns the values of the user's own columns by their headers.
func (t *Table) Custom(e *Entry) map[string]string {
	m := map[string]string{}
	for i, v := range e.values {
		if v != "" && t.fields[i] == FieldCustom {
			m[t.heads[i]] = v
		}
	}
	return m
}

// HasAspect reports whether the table has levels for an aspect at all: one it
// lacks leaves the register's level alone.
func (e *Entry) HasAspect(a classify.Aspect) bool { return e.has[a] }

// UnitPath writes a unit's path in one line.
func UnitPath(unit []string) string { return strings.Join(unit, " / ") }

// SplitPeople divides a cell that names several persons or roles.
func SplitPeople(cell string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == ',' || r == '\n' }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
