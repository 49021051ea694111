package main

import (
	"bytes"
	"strings"
	"testing"

	"infoklass/domain/asset"
)

// The fields of a row are its columns, in their order but for those that say their place.
func TestARowsFieldsAreItsColumns(t *testing.T) {
	type row struct {
		State asset.Kind `json:"state" column:"field.kind,3"`
		Name  string     `json:"name" column:"field.name"`
		Owner string     `json:"owner"`
		Shown string     `json:"-" column:"field.unit"`
		Count int        `json:"count" column:"terminal.column.rows"`
	}
	rows := []row{{asset.System, "Ett", "Anna", "Skola", 1234}}
	for _, c := range []struct {
		json   bool
		want   []string
		absent string
	}{
		{false, []string{"Namn", "Enhet", "Typ", "Rader", "Ett", "Skola", "Verksamhetssystem", "1 234"}, "Anna"},
		{true, []string{`"state": "system"`, `"name": "Ett"`, `"owner": "Anna"`, `"count": 1234`}, "Skola"},
	} {
		var out bytes.Buffer
		s := newSession(t.Context(), &out, nil)
		s.json = c.json
		if err := printList(s, rows); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), c.absent) {
			t.Errorf("json %v: %s is not to be in\n%s", c.json, c.absent, out.String())
		}
		rest := strings.ReplaceAll(out.String(), "\u00a0", " ")
		for _, want := range c.want {
			_, after, ok := strings.Cut(rest, want)
			if !ok {
				t.Errorf("json %v: no %s where it should be in\n%s", c.json, want, out.String())
			}
			rest = after
		}
	}
}
