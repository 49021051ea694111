package intake_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/intake"
)

var exportedOn = time.Date(2026, 11, 20, 9, 30, 0, 0, time.UTC)

// smallRegister holds three assets of one unit.
func smallRegister() intake.Knowledge {
	unit := []string{"Socialnämnden", "Socialförvaltningen"}
	return intake.Knowledge{
		Units: [][]string{{"Socialnämnden"}, unit, {"Kommunstyrelsen"}},
		Assets: []intake.Known{
			{ID: "01A", ListID: "S1", Name: "Treserva", Unit: unit, Levels: classify.Profile{classify.Level3, classify.Level3, classify.Level2}, Fields: map[string]string{"supplier": "Leverantör A AB", "note": "Byts ut"}, Custom: map[string]string{"Avtal 2": "Ja"}, Changed: exportedOn},
			{ID: "01B", ListID: "S2", Name: "Procapita", Unit: unit, Fields: map[string]string{"supplier": "Leverantör B AB"}, Changed: exportedOn.Add(48 * time.Hour)},
			{ID: "01C", ListID: "S3", Name: "Phoniro", Unit: unit, Fields: map[string]string{"supplier": "Leverantör C AB"}},
		},
	}
}

func changes(p *intake.Proposal) string {
	var out []string
	for i := range p.Tables {
		for _, e := range p.Tables[i].Rows {
			for _, c := range e.Changes {
				s := itoa(e.Row) + " " + c.Field + c.Header + " " + c.Old + "→" + c.New
				if c.Conflict {
					s += " (" + c.Take + ")"
				}
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, "; ")
}

func actions(p *intake.Proposal) string {
	var out []string
	for i := range p.Tables {
		for _, e := range p.Tables[i].Rows {
			out = append(out, string(e.Action)+":"+e.Asset)
		}
	}
	return strings.Join(out, " ")
}

// TestMeetingTheRegister holds rows against the assets they meet and the cells they change.
func TestMeetingTheRegister(t *testing.T) {
	for _, test := range []struct {
		name    string
		lines   string
		answers intake.Answers
		options intake.Options
		actions string
		changes string
		asks    string
	}{
		{
			name: "by id, whatever the name; empty cells and absent columns change nothing",
			lines: `
System-ID|Systemnamn|Leverantör|K|R|T|Avtal 2
S1|Treserva Omsorg|||[3]|[2]|Ja
S2|Procapita|Leverantör Ny AB|[1]|-||`,
			answers: intake.Answers{"scale": "0-3"},
			actions: "update:01A update:01B",
			changes: "2 name Treserva→Treserva Omsorg; 3 class_k →1; 3 supplier Leverantör B AB→Leverantör Ny AB",
		},
		{
			name: "an empty cell erases when told to",
			lines: `
System-ID|Systemnamn|Leverantör|Kommentar
S1|Treserva|Leverantör A AB|
S2|Procapita|Leverantör B AB|Ny`,
			options: intake.Options{EmptyErases: true},
			actions: "update:01A update:01B",
			changes: "2 note Byts ut→; 3 note →Ny",
		},
		{
			name: "by name in the unit, by name alone, and a row number that proves nothing",
			lines: `
Nr|System|Förvaltning|Leverantör
[1]|TRESERVA |Socialförvaltningen|Leverantör A AB
[2]|Phoniro||Leverantör D AB
[3]|Diariet|Kommunstyrelsen|`,
			actions: "update:01A update:01C create:",
			changes: "2 name Treserva→TRESERVA; 3 supplier Leverantör C AB→Leverantör D AB",
		},
		{
			name: "nearly the same name, and the same name in another unit",
			lines: `
System|Förvaltning
Pro-Capita|Socialförvaltningen
Phoniro|Kommunstyrelsen`,
			actions: "doubt: doubt:",
			asks:    "match:Pro-Capita=01B; match:Phoniro=01C",
		},
		{
			name: "the same asset on two rows",
			lines: `
System-ID|System|Leverantör
S1|Treserva|Leverantör A AB
S1|Treserva|Leverantör E AB`,
			actions: "unchanged:01A doubt:",
			asks:    "match:Treserva=",
		},
		{
			name: "a value changed in the register since the export",
			lines: `
Infoklass-id|Systemnamn|Leverantör|Senast ändrad
01A|Treserva|Leverantör F AB|2026-11-20 09:30
01B|Procapita|Leverantör G AB|2026-11-20 09:30`,
			actions: "update:01A update:01B",
			changes: "2 supplier Leverantör A AB→Leverantör F AB; 3 supplier Leverantör B AB→Leverantör G AB ()",
			asks:    "conflict:Procapita=",
		},
		{
			name: "a conflict that the register wins",
			lines: `
Infoklass-id|Systemnamn|Leverantör|Senast ändrad
01B|Procapita|Leverantör G AB|2026-11-20 09:30`,
			answers: intake.Answers{"conflict:01B:supplier": "register"},
			actions: "unchanged:01B",
			changes: "2 supplier Leverantör B AB→Leverantör G AB (register)",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := intake.Understand(context.Background(), bookOf(sheetOf("Blad1", test.lines)), smallRegister(), test.answers, test.options)
			if err != nil {
				t.Fatal(err)
			}
			if got := actions(p); got != test.actions {
				t.Errorf("actions %s\nwant %s", got, test.actions)
			}
			if got := changes(p); got != test.changes {
				t.Errorf("changes %s\nwant %s", got, test.changes)
			}
			if got := questionsOf(p); got != test.asks {
				t.Errorf("asks %s\nwant %s", got, test.asks)
			}
		})
	}
}

// TestTheUserDecides overrides what is proposed: the header, a column's
// meaning, a row, a sheet.
func TestTheUserDecides(t *testing.T) {
	list := sheetOf("Blad1", `
System|Ansvarig|Övrig info
Kartan|GIS-chef|x
Skolan|Rektor|y`)
	hidden := sheetOf("Gömd", `
System|Leverantör
Diariet|Bolaget`)
	hidden.Hidden = true
	p, err := intake.Understand(context.Background(), bookOf(list, hidden), intake.Knowledge{}, nil, intake.Options{
		Sheets:  map[string]bool{"Gömd": true},
		Columns: map[intake.ColumnRef]string{{Sheet: "Blad1", Column: 2}: "system_owner", {Sheet: "Blad1", Column: 3}: intake.FieldIgnore},
		Rows:    map[intake.RowRef]bool{{Sheet: "Blad1", Row: 3}: false},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `2|create|Kartan||K–R–T–S–
3|skip|Skolan||K–R–T–S–
2|create|Diariet||K–R–T–S–
`
	if got := summary(p); got != want {
		t.Errorf("rows\n%swant\n%s", got, want)
	}
	if got := fieldsOf(p); got != "name system_owner ignore" {
		t.Errorf("fields %s", got)
	}
	if len(p.Questions) > 0 {
		t.Errorf("asks %s", questionsOf(p))
	}
	if v := p.Tables[0].Values(&p.Tables[0].Rows[0]); v["system_owner"] != "GIS-chef" || len(p.Tables[0].Custom(&p.Tables[0].Rows[0])) > 0 {
		t.Errorf("values %v", v)
	}
}

// TestTheHeaderIsPointedOut takes a row that is not known to be a header
// because the user says so, and asks which column holds the names.
func TestTheHeaderIsPointedOut(t *testing.T) {
	b := bookOf(sheetOf("Blad1", `
Lista från it
Grej|Sak
Kartan|Blå
Skolan|Blå`))
	if p := understand(t, b, nil); len(p.Tables) > 0 {
		t.Fatalf("taken for a list: %s", summary(p))
	}
	p, err := intake.Understand(context.Background(), b, intake.Knowledge{}, nil, intake.Options{Header: map[string]int{"Blad1": 2}})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Tables) != 1 || p.Tables[0].HeaderRow() != 2 || questionsOf(p) != "column:Grej=name" {
		t.Fatalf("%d tables, asks %s", len(p.Tables), questionsOf(p))
	}
	if got := summary(p); got != "3|create|Kartan||K–R–T–S–\n4|create|Skolan||K–R–T–S–\n" {
		t.Errorf("rows\n%s", got)
	}
}

// TestNextMonthAsksNothing remembers what was answered under the header's fingerprint.
func TestNextMonthAsksNothing(t *testing.T) {
	lines := `
System|Ägare|K|R|T
Kartan|GIS-chef|Hög|[1]|[2]
Skolan|Rektor|Låg|[2]|[2]`
	first := understand(t, bookOf(sheetOf("Blad1", lines)), intake.Answers{"column:ägare": "system_owner", "scale": "1-4", "level:hög": "3", "level:låg": "1"})
	if len(first.Questions) > 0 {
		t.Fatalf("asks %s", questionsOf(first))
	}
	again, err := intake.Understand(context.Background(), bookOf(sheetOf("November", lines+"\nBadet|Badchef|Medel|[1]|[1]")), intake.Knowledge{Mappings: first.Mappings}, nil, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := questionsOf(again); got != "level:Medel=2" {
		t.Errorf("asks %s, want only what is new", got)
	}
	if got := again.Tables[0].Rows[0].Levels.String(); got != "K3 R0 T1 S–" {
		t.Errorf("levels %s", got)
	}
}

// TestAnswersAreChecked refuses an answer that means nothing.
func TestAnswersAreChecked(t *testing.T) {
	b := bookOf(sheetOf("Blad1", "System|K|R|T\nKartan|[1]|[2]|[3]\nSkolan|[1]|[1]|[1]"))
	if _, err := intake.Understand(context.Background(), b, intake.Knowledge{}, intake.Answers{"scale": "0-9"}, intake.Options{}); err == nil {
		t.Error("a scale that is none was taken")
	}
	p, err := intake.Understand(context.Background(), b, intake.Knowledge{}, nil, intake.Options{AcceptSuggestions: true})
	if err != nil || len(p.Questions) > 0 || p.Tables[0].ScaleBy != "asked" {
		t.Errorf("%v %v %s", err, p.Questions, p.Tables[0].ScaleBy)
	}
}
