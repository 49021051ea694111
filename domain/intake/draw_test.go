package intake_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"infoklass/domain/intake"

	"pgregory.net/rapid"
)

// drawnList is a random list and what a careful reader sees in it: which rows
// are assets, their names and their levels.
type drawnList struct {
	sheet  intake.Sheet
	names  map[int]string
	levels map[int][4]int
	base   int // the lowest digit of its scale
}

// drawnColumn is a column of a drawn list: its header, and what its cells hold.
type drawnColumn struct {
	header string
	value  func(t *rapid.T, i int) string
}

func oneOf(words ...string) func(t *rapid.T, i int) string {
	return func(t *rapid.T, _ int) string { return rapid.SampledFrom(words).Draw(t, "value") }
}

var (
	drawnNames   = []string{"System", "Systemets namn", "Digital tjänst", "Vad heter systemet?", "Informationsobjekt", "Fackprogram", "Benämning", "Xylopost"}
	drawnClasses = [][4]string{{"K", "R", "T", "S"}, {"Konfidentialitet", "Riktighet", "Tillgänglighet", "Spårbarhet"}, {"Insynsskydd", "Korrekthet", "Åtkomlighet", "Loggning"}, {"Krav på konf.", "Krav på rikt.", "Krav på tillg.", "Krav på spårb."}, {"Kuttra", "Rasla", "Tindra", "Sprätta"}, {"Alfa", "Beta", "Gamma", "Delta"}}
	drawnOthers  = []drawnColumn{
		{"Vem äger informationen?", oneOf("Socialchef", "Rektor", "IT-chef")}, {"Tekn. förv.", oneOf("IT-tekniker", "Driftansvarig")}, {"Avtalet går ut", oneOf("2026-01-31", "2027-12-01")},
		{"Innehåller pers.uppg. (J/N)", oneOf("Ja", "Nej")}, {"Övr. upplysningar", oneOf("Byts nästa år", "Se avtal", "")}, {"Köpt av", oneOf("Norr Data AB", "Syd System AB")}, {"Gurkfaktor", oneOf("grön", "lång")},
	}
)

// drawList draws a list: a title or none, a header perhaps repeated with its
// sections, hints, blank rows, a total and remarks, and levels in one notation.
func drawList(t *rapid.T) drawnList {
	d := drawnList{names: map[int]string{}, levels: map[int][4]int{}, base: rapid.IntRange(0, 1).Draw(t, "base")}
	classes := rapid.SampledFrom(drawnClasses).Draw(t, "classes")
	notation := rapid.SampledFrom([]string{"%d", "Nivå %d", "Klass %d", "%d."}).Draw(t, "notation")
	others := rapid.SliceOfNDistinct(rapid.IntRange(0, len(drawnOthers)-1), 1, 4, rapid.ID[int]).Draw(t, "others")
	name := rapid.SampledFrom(drawnNames).Draw(t, "name")
	number, start := 0, rapid.IntRange(1, 3).Draw(t, "start")
	row := func(cells ...string) {
		number++
		r := intake.Row{Number: number}
		for i, c := range cells {
			if c != "" {
				r.Cells = append(r.Cells, intake.Cell{Text: c, Column: uint16(start + i)})
			}
		}
		if len(r.Cells) > 0 {
			d.sheet.Rows = append(d.sheet.Rows, r)
		}
	}
	chance := func(what string) bool { return rapid.IntRange(0, 2).Draw(t, what) == 0 }
	header := append([]string{name}, classes[:]...)
	for _, o := range others {
		header = append(header, drawnOthers[o].header)
	}
	d.sheet.Name = "Blad1"
	if chance("title") {
		row("Förteckning 2024")
		number++
	}
	sections := chance("sections")
	i := 0
	for part := range rapid.IntRange(1, 3).Draw(t, "parts") {
		if part == 0 || sections && chance("again") {
			row(header...)
		}
		if part == 0 && chance("hint") {
			row("(namn)", "(0–3)", "(0–3)", "(0–3)", "(0–3)")
		}
		if sections {
			row([]string{"Socialnämnden", "Tekniska nämnden", "Kulturnämnden"}[part])
		}
		for range rapid.IntRange(3, 8).Draw(t, "rows") {
			levels := [4]int{}
			cells := []string{fmt.Sprintf("Tillämpning %c%d", 'A'+i%26, 100+i)}
			for a := range levels {
				levels[a] = rapid.IntRange(0, 3).Draw(t, "level")
				cells = append(cells, fmt.Sprintf(notation, levels[a]+d.base))
			}
			for _, o := range others {
				cells = append(cells, drawnOthers[o].value(t, i))
			}
			row(cells...)
			d.names[number], d.levels[number] = cells[0], levels
			i++
		}
	}
	if chance("total") {
		number++
		row("Antal", fmt.Sprint(i))
	}
	if chance("note") {
		number += 2
		row("* Uppgifterna är preliminära.")
		row("Frågor ställs till kansliet.")
	}
	return d
}

// TestNothingVanishes draws lists and holds the two promises: every row of the
// book is an asset, a header, or told about with its text, and every cell of an
// asset's row is read or told about; and no level or name is wrong without a question.
func TestNothingVanishes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawList(t)
		p, err := intake.Understand(context.Background(), bookOf(d.sheet), intake.Knowledge{}, nil, intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		told := accounted(p)
		for _, r := range d.sheet.Rows {
			if !told[r.Number] {
				t.Fatalf("row %d is told about nowhere: %v", r.Number, r.Cells)
			}
		}
		read := map[int]bool{}
		for i := range p.Tables {
			for j := range p.Tables[i].Rows {
				e := &p.Tables[i].Rows[j]
				if e.Action != intake.Skip {
					read[e.Row] = true
					d.holds(t, p, &p.Tables[i], e)
				}
			}
		}
		for row, name := range d.names {
			if !read[row] && len(p.Tables) > 0 {
				t.Fatalf("the asset %q in row %d is not read; outside %+v", name, row, p.Outside)
			}
		}
	})
}

// accounted are the rows that a proposal says something of.
func accounted(p *intake.Proposal) map[int]bool {
	told := map[int]bool{}
	for i := range p.Tables {
		for _, n := range p.Tables[i].HeaderRows {
			told[n] = true
		}
		for j := range p.Tables[i].Rows {
			told[p.Tables[i].Rows[j].Row] = true
		}
	}
	for _, o := range p.Outside {
		for _, n := range o.Rows {
			told[n] = true
		}
	}
	return told
}

// holds holds an entry against its row: names and levels are right or asked
// about, and what its cells say stands in a field or in one of its own.
func (d drawnList) holds(t *rapid.T, p *intake.Proposal, table *intake.Table, e *intake.Entry) {
	want, isAsset := d.names[e.Row]
	if !isAsset {
		t.Fatalf("row %d became an asset, %q", e.Row, e.Name)
	}
	asksName := slices.ContainsFunc(p.Questions, func(q intake.Question) bool { return q.Kind == intake.AskColumn && q.Suggestion == "name" })
	if e.Name != want && !asksName {
		t.Fatalf("row %d is called %q, want %q", e.Row, e.Name, want)
	}
	for a, l := range e.Levels {
		if l != 0 && int(l)-1 != d.levels[e.Row][a] {
			t.Fatalf("row %d: aspect %d is read as %v, want %d", e.Row, a, l, d.levels[e.Row][a])
		}
	}
	said := map[string]bool{e.Name: true, e.ListID: true}
	for _, v := range table.Values(e) {
		said[v] = true
	}
	for _, v := range table.Custom(e) {
		said[v] = true
	}
	levels := map[int]bool{}
	for _, c := range table.Columns {
		levels[c.Number] = strings.HasPrefix(c.Field, "class_") || strings.HasPrefix(c.Field, "org_")
	}
	for _, r := range d.sheet.Rows {
		for _, c := range r.Cells {
			if r.Number == e.Row && !levels[int(c.Column)] && !said[c.Text] {
				t.Fatalf("row %d: %q in column %d is read nowhere; %v", e.Row, c.Text, c.Column, table.Columns)
			}
		}
	}
}
