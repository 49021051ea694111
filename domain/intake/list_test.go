package intake_test

import (
	"context"
	"strings"
	"testing"

	"infoklass/domain/intake"
)

// sheetOf writes a sheet down as text: a line a row, cells parted by "|". A
// cell in brackets is a number, one in slashes a day. Merged areas follow.
func sheetOf(name, lines string, merges ...intake.Area) intake.Sheet {
	s := intake.Sheet{Name: name, Merges: merges}
	for i, line := range strings.Split(strings.Trim(lines, "\n"), "\n") {
		r := intake.Row{Number: i + 1}
		for j, cell := range strings.Split(line, "|") {
			cell = strings.TrimSpace(cell)
			if cell == "" {
				continue
			}
			c := intake.Cell{Text: strings.ReplaceAll(cell, "¶", "\n"), Column: uint16(j + 1)}
			switch {
			case strings.HasPrefix(cell, "[") && strings.HasSuffix(cell, "]"):
				c.Kind, c.Text = intake.Number, strings.Trim(cell, "[]")
			case strings.HasPrefix(cell, "/") && strings.HasSuffix(cell, "/"):
				c.Kind, c.Text = intake.Date, strings.Trim(cell, "/")
			}
			r.Cells = append(r.Cells, c)
		}
		if len(r.Cells) > 0 {
			s.Rows = append(s.Rows, r)
		}
	}
	return s
}

func bookOf(sheets ...intake.Sheet) *intake.Book {
	return &intake.Book{Name: "lista.xlsx", Format: "xlsx", Sheets: sheets}
}

func understand(t *testing.T, b *intake.Book, a intake.Answers) *intake.Proposal {
	t.Helper()
	p, err := intake.Understand(context.Background(), b, intake.Knowledge{}, a, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// summary writes the rows of a proposal down, one a line: row, action, name,
// unit and levels.
func summary(p *intake.Proposal) string {
	var b strings.Builder
	for i := range p.Tables {
		t := &p.Tables[i]
		for j := range t.Rows {
			e := &t.Rows[j]
			b.WriteString(strings.TrimRight(strings.Join([]string{itoa(e.Row), string(e.Action), e.Name, intake.UnitPath(e.Unit), strings.ReplaceAll(e.Levels.String(), " ", "")}, "|"), "|"))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

func fieldsOf(p *intake.Proposal) string {
	var out []string
	for _, c := range p.Tables[0].Columns {
		out = append(out, c.Field)
	}
	return strings.Join(out, " ")
}

func questionsOf(p *intake.Proposal) string {
	var out []string
	for _, q := range p.Questions {
		out = append(out, q.Kind+":"+q.Value+"="+q.Suggestion)
	}
	return strings.Join(out, "; ")
}

// TestLists holds lists of every shape against what a careful reader sees in them.
func TestLists(t *testing.T) {
	for _, test := range []struct {
		name    string
		sheet   intake.Sheet
		answers intake.Answers
		fields  string
		want    string
		asks    string
	}{
		{
			name: "title, table in column B, hint row, numbered empty rows, total and legend",
			sheet: sheetOf("Blad1", `
|Systemlista 2024
|
|Nr|Systemets namn|Förvaltn.|Konfid.|Riktighet (0-3)|Tillgängl.|Spårb.
|  |t.ex. Treserva|Ange förvaltning|0-3|0-3|0-3|0-3
|[1]|Treserva|Socialförvaltningen|[3]|[3]|[2]|[3]
|[2]|Vklass|Utbildningsförvaltningen|[2]|[2]|[1]|[0]
|[3]
|[4]
|Summa|2`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "asset_id name org_department class_k class_r class_t class_s",
			want: `4|skip|t.ex. Treserva||K–R–T–S–
5|create|Treserva|Socialförvaltningen|K3R3T2S3
6|create|Vklass|Utbildningsförvaltningen|K2R2T1S0
`,
		},
		{
			name: "header repeated for each section, sections in the column of names",
			sheet: sheetOf("Lista", `
Systemnamn|Leverantör|K|R|T
Socialnämnden
Treserva|Leverantör A AB|[3]|[3]|[2]
Procapita|Leverantör B AB|[3]|[2]|[2]
Systemnamn|Leverantör|K|R|T
Bygg- och miljönämnden
Castor|Leverantör C AB|[1]|[2]|[0]`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "name supplier class_k class_r class_t",
			want: `3|create|Treserva|Socialnämnden|K3R3T2S–
4|create|Procapita|Socialnämnden|K3R2T2S–
7|create|Castor|Bygg- och miljönämnden|K1R2T0S–
`,
		},
		{
			name: "one column for each level, marked",
			sheet: sheetOf("Lista", `
Informationsmängd|K0|K1|K2|K3|R0|R1|R2|R3|T0|T1|T2|T3
Elevakter||||x|||x|||x
Menyer|X||||x||||x|||`),
			fields: "name class_k class_k class_k class_k class_r class_r class_r class_r class_t class_t class_t class_t",
			want: `2|create|Elevakter||K3R2T1S–
3|create|Menyer||K0R0T0S–
`,
			answers: intake.Answers{"scale": "0-3"},
		},
		{
			name: "groups without merged cells, reasons under letters",
			sheet: sheetOf("Lista", `
||Klassning|||Motivering
System|Enhet|K|R|T|K|R|T
Bokning|Kulturskolan|[1]|[2]|[0]|Namn och adress|Fel tid|Kan vänta
Lönesystem|HR-avdelningen|[2]|[3]|[2]|Löner|Fel lön|Månadsvis`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "name org_department class_k class_r class_t just_k just_r just_t",
			want: `3|create|Bokning|Kulturskolan|K1R2T0S–
4|create|Lönesystem|HR-avdelningen|K2R3T2S–
`,
		},
		{
			name: "digits without letters, the order unknown",
			sheet: sheetOf("Lista", `
Benämning|Ansvarig nämnd|Klassning
Diariet|Kommunstyrelsen|2-3-1
Hemsidan|Kommunstyrelsen|0-2-2
Elevregister|Utbildningsnämnden|322`),
			fields: "name org_board class_combined",
			want: `2|create|Diariet|Kommunstyrelsen|K–R–T–S–
3|create|Hemsidan|Kommunstyrelsen|K–R–T–S–
4|create|Elevregister|Utbildningsnämnden|K–R–T–S–
`,
			asks: "scale:0, 1, 2, 3=0-3; order:Klassning=KRT",
		},
		{
			name: "headers that only look like classes",
			sheet: sheetOf("Lista", `
System|Integration Count|Backup_Available|AI Classification|Har informationssäkerhetsklassning genomförts för systemet? Ja/Nej|Tillgänglighetsanpassad|Verksamhetskritiskt
Treserva|[3]|Yes|Generative AI|Nej|Ja|Helt
Vklass|[2]|No|Computer vision|Ja|Nej|Delvis`),
			fields: "name custom custom asset_kind class_done_flag custom criticality",
			want: `2|create|Treserva||K–R–T–S–
3|create|Vklass||K–R–T–S–
`,
		},
		{
			name: "words that organisations order differently",
			sheet: sheetOf("Lista", `
Asset Name|Owner|Confidentiality|Integrity|Availability
Intranet|IT|Internal|High|Low
Payroll|HR|Restricted|High|Medium
Website|Comms|Public|Low|Very high
Case files|Social|Confidential|High|High`),
			fields: "name information_owner class_k class_r class_t",
			want: `2|create|Intranet||K–R–T–S–
3|create|Payroll||K–R–T–S–
4|create|Website||K–R–T–S–
5|create|Case files||K–R–T–S–
`,
			asks: "column:Owner=information_owner; level:Internal=1; level:High=2; level:Low=0; level:Restricted=none; level:Medium=1; level:Public=0; level:Very high=3; level:Confidential=2",
		},
		{
			name: "security protection",
			sheet: sheetOf("Lista", `
System|Säkerhetsskydd|Kommentar|K|R|T
Kartan|Nej|Hemligt telefonnummer förekommer|[1]|[1]|[1]
Larmet|Ja|x|[3]|[3]|[3]
Vattnet||Uppgifterna är begränsat hemliga|[3]|[3]|[3]
Skolan|-|Ej säkerhetsskyddsklassad|[1]|[1]|[1]
Depån||Innehåller säkerhetsskyddsklassificerade uppgifter|[1]|[1]|[1]`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "name security_protection_BLOCK note class_k class_r class_t",
			want: `2|create|Kartan||K1R1T1S–
3|stop|||K–R–T–S–
4|stop|||K–R–T–S–
5|create|Skolan||K1R1T1S–
6|stop|||K–R–T–S–
`,
		},
		{
			name: "a unit that several rows share in one merged cell",
			sheet: sheetOf("Lista", `
Förvaltning|System|Systemägare
Tekniska kontoret|Kartor|GIS-chef
|Ritningar|Byggchef
|Vattenkartan|VA-chef
Kulturkontoret|Biblioteket|Bibliotekschef`, intake.Area{Row: 2, Column: 1, LastRow: 4, LastColumn: 1}),
			fields: "org_department name system_owner",
			want: `2|create|Kartor|Tekniska kontoret|K–R–T–S–
3|create|Ritningar|Tekniska kontoret|K–R–T–S–
4|create|Vattenkartan|Tekniska kontoret|K–R–T–S–
5|create|Biblioteket|Kulturkontoret|K–R–T–S–
`,
		},
		{
			name: "a row number beside an id, and a system beside the information",
			sheet: sheetOf("Lista", `
Nr|Objekt-ID|Informationsmängd|System|Informationsägare|Skyddsnivå
[1]|INF-01|Elevakter|Procapita|Skolchef|[3]
[2]|INF-02|Betyg|Procapita|Skolchef|[2]
[3]|INF-03|Scheman|Skola24|Rektor|[1]`),
			fields: "custom asset_id name linked_systems information_owner class_overall",
			want: `2|create|Elevakter||K–R–T–S–
3|create|Betyg||K–R–T–S–
4|create|Scheman||K–R–T–S–
`,
		},
		{
			name: "an id that says nothing, persons in two columns, dates in several ways",
			sheet: sheetOf("Systemförteckning", `
Id|Applikation|Systemägare|Systemägare|Avtal t.o.m.|Senast klassad|Antal användare
-|Treserva|Socialchef|Avdelningschef|2026-12-31|1 mars 2024|1 200
A2|Vklass|Skolchef||Tills vidare|2024.03.02|35
A3|Castor|Miljöchef||31.12.2027|2024|7`),
			fields: "asset_id name system_owner system_owner contract_end class_date users_count",
			want: `2|create|Treserva||K–R–T–S–
3|create|Vklass||K–R–T–S–
4|create|Castor||K–R–T–S–
`,
		},
		{
			name: "a class without letters in its header, words only, and a note below",
			sheet: sheetOf("IT-system", `
Kommunens IT-system, uppdaterad 2023-01-09
IT-system|Ägare|Informationsägare|Klass
Treserva|Socialchef|Socialnämnden|K3 R3 T2
Vklass|Skolchef|Utbildningsnämnden|k2r2t1
Hemsida|Kommunikationschef|Kommunstyrelsen|oklassad

* K3 betyder att uppgifterna inte får spridas`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "name system_owner information_owner class_combined",
			want: `3|create|Treserva||K3R3T2S–
4|create|Vklass||K2R2T1S–
5|create|Hemsida||K–R–T–S–
`,
			asks: "column:Ägare=system_owner",
		},
		{
			name: "a scale that goes from one to four, stated in the title",
			sheet: sheetOf("Blad1", `
Klassade tillgångar (skala 1-4)
Informationstillgång|Enhet|Konfidentialitet|Riktighet|Tillgänglighet
Elevakter|Elevhälsan|[3]|[3]|[2]
Menyer|Kostenheten|[1]|[2]|[2]`),
			fields: "name org_department class_k class_r class_t",
			want: `3|create|Elevakter|Elevhälsan|K–R–T–S–
4|create|Menyer|Kostenheten|K–R–T–S–
`,
			asks: "scale:1, 2, 3=1-4",
		},
		{
			name: "levels beside words, a level above the scale",
			sheet: sheetOf("Blad1", `
Informationstillgång|Konfidentialitet|Riktighet|Tillgänglighet
Elevakter|3 (allvarlig)|Klass 2 - Betydande|Måttlig konsekvens
Menyer|0 = försumbar|1. Måttlig|Nivå 1 (måttlig)
Larmplanen|Synnerligen allvarlig|3 - Allvarlig|3 - Allvarlig`),
			fields: "name class_k class_r class_t",
			want: `2|create|Elevakter||K3R2T1S–
3|create|Menyer||K0R1T1S–
4|stop|||K–R–T–S–
`,
		},
		{
			name: "misspelt and abbreviated headers",
			sheet: sheetOf("Blad1", `
Verksamhetsystem|Förvaltn|Konfidentialtet|Riktigthet|Tillgänglighet|Systemförvaltre|Leverantörer
Treserva|Socialförvaltningen|[3]|[3]|[0]|Anna|Leverantör A AB
Vklass|Skolförvaltningen|[2]|[3]|[1]|Bo|Leverantör B AB`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "name org_department class_k class_r class_t system_manager supplier",
			want: `2|create|Treserva|Socialförvaltningen|K3R3T0S–
3|create|Vklass|Skolförvaltningen|K2R3T1S–
`,
		},
		{
			name: "sections of förvaltningar under nämnder",
			sheet: sheetOf("Lista", `
Informationstillgång|Informationsägare|K|R|T|S
SOCIALNÄMNDEN
Socialförvaltningen
Elevakter|Skolchef|[2]|[2]|[1]|[0]
Journaler|Socialchef|[3]|[3]|[3]|[3]
Miljö- och byggnämnden
Bygglov|Byggchef|[1]|[2]|[1]|[2]`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "name information_owner class_k class_r class_t class_s",
			want: `4|create|Elevakter|Socialnämnden / Socialförvaltningen|K2R2T1S0
5|create|Journaler|Socialnämnden / Socialförvaltningen|K3R3T3S3
7|create|Bygglov|Miljö- och byggnämnden|K1R2T1S2
`,
			asks: "unit:SOCIALNÄMNDEN / Socialförvaltningen=Socialnämnden / Socialförvaltningen",
		},
		{
			name: "a legend beside the table and a gap of blank rows before a note",
			sheet: sheetOf("Lista", `
System|K|R|T||Nivå|Betydelse
Kartan|[1]|[2]|[2]||[1]|Försumbar
Skolan|[2]|[3]|[2]||[2]|Måttlig
Badet|[1]|[1]|[1]||[3]|Betydande
Larmet|[4]|[4]|[4]||[4]|Allvarlig




Listan fastställdes av kommundirektören`),
			fields: "name class_k class_r class_t",
			want: `2|create|Kartan||K–R–T–S–
3|create|Skolan||K–R–T–S–
4|create|Badet||K–R–T–S–
5|create|Larmet||K–R–T–S–
`,
			asks: "scale:1, 2, 3, 4=1-4",
		},
		{
			name: "headers of several lines with brackets and numbers",
			sheet: sheetOf("Blad1", `
1. Systemnamn¶(det namn som används)|2. Förvaltning / kontor|3. Konfidentialitet¶Nivå 0-3|4. Riktighet¶Nivå 0-3|5. Tillgänglighet¶Nivå 0-3|6. Personuppgifter (J/N)
Kartan|Tekniska kontoret|[1]|[2]|[2]|Nej
Skolan|Skolkontoret|[2]|[3]|[0]|Ja`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "name org_department class_k class_r class_t personal_data",
			want: `2|create|Kartan|Tekniska kontoret|K1R2T2S–
3|create|Skolan|Skolkontoret|K2R3T0S–
`,
		},
		{
			name: "letters of confidentiality, integrity and availability in English",
			sheet: sheetOf("Assets", `
Ref|Asset|C|I|A|Department
A1|Intranet|[1]|[2]|[3]|IT
A2|Payroll|[3]|[3]|[0]|HR`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "asset_id name class_k class_r class_t org_department",
			want: `2|create|Intranet|IT|K1R2T3S–
3|create|Payroll|HR|K3R3T0S–
`,
		},
		{
			name: "letters that are no classes",
			sheet: sheetOf("Lista", `
System|A|T|Anmärkning
Kartan|Anna|Torsdag|x
Skolan|Bo|Tisdag|y`),
			fields: "name custom custom note",
			want: `2|create|Kartan||K–R–T–S–
3|create|Skolan||K–R–T–S–
`,
		},
		{
			name: "an example row, an asset with a name alone, a row without a name",
			sheet: sheetOf("Lista", `
Systemnamn|Systemägare|Leverantör|Kommentar
Exempel: Journalsystem|Socialchef|Bolaget AB|Så här fyller du i
Kartan|GIS-chef|Kartbolaget AB|
Badet
|Okänd chef|Firman AB|Namn saknas`),
			fields: "name system_owner supplier note",
			want: `2|skip|Exempel: Journalsystem||K–R–T–S–
3|create|Kartan||K–R–T–S–
4|create|Badet||K–R–T–S–
5|doubt|||K–R–T–S–
`,
		},
		{
			name: "doubtful levels, and headers that offer two words",
			sheet: sheetOf("Lista", `
System/tillgång|Förvaltning/avdelning|Konfidentialitet/sekretess|Riktighet|Tillgänglighet|Systemägare/systemförvaltare
Kartan|Tekniska kontoret|2?|[2]|3 (prel.)|GIS-chef
Skolan|Skolkontoret|[3]|[1]|[0]|Rektor`),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "name org_department class_k class_r class_t system_owner",
			want: `2|create|Kartan|Tekniska kontoret|K–R2T–S–
3|create|Skolan|Skolkontoret|K3R1T0S–
`,
			asks: "level:2?=2; level:3 (prel.)=3",
		},
		{
			name: "labels above the table, a two-row header, and a total in the column of names",
			sheet: sheetOf("Blad1", `
Kommun:|Åsmarks kommun
Förvaltning:|Kulturförvaltningen

Nr|Informationstillgång|Informationsägare|Klassning
|||K|R|T
[1]|Bokningar|Chef|[1]|[2]|[0]
[2]|Arkivet|Arkivarie|[2]|[3]|[1]
|Totalt 2 tillgångar`, intake.Area{Row: 4, Column: 4, LastRow: 4, LastColumn: 6}),
			answers: intake.Answers{"scale": "0-3"},
			fields:  "asset_id name information_owner class_k class_r class_t",
			want: `6|create|Bokningar|Kulturförvaltningen|K1R2T0S–
7|create|Arkivet|Kulturförvaltningen|K2R3T1S–
`,
		},
		{
			name: "a unit on the first of its rows only, and a ditto mark",
			sheet: sheetOf("Register", `
Förvaltning|System|Leverantör
Socialförvaltningen|Treserva|A AB
|Phoniro|B AB
"|Life Care|C AB
Tekniska kontoret|Kartan|D AB
|Ritning|E AB
|Ledningar|F AB`),
			fields: "org_department name supplier",
			want: `2|create|Treserva|Socialförvaltningen|K–R–T–S–
3|create|Phoniro|Socialförvaltningen|K–R–T–S–
4|create|Life Care|Socialförvaltningen|K–R–T–S–
5|create|Kartan|Tekniska kontoret|K–R–T–S–
6|create|Ritning|Tekniska kontoret|K–R–T–S–
7|create|Ledningar|Tekniska kontoret|K–R–T–S–
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := understand(t, bookOf(test.sheet), test.answers)
			if len(p.Tables) != 1 {
				t.Fatalf("%d tables; %v", len(p.Tables), p.Skipped)
			}
			if got := fieldsOf(p); got != test.fields {
				t.Errorf("fields\n%s\nwant\n%s", got, test.fields)
			}
			if got := summary(p); got != test.want {
				t.Errorf("rows\n%swant\n%s", got, test.want)
			}
			if got := questionsOf(p); got != test.asks {
				t.Errorf("asks %s\nwant %s", got, test.asks)
			}
		})
	}
}

// TestSeveralTablesOnOneSheet reads a second table below the first, with a
// header of its own.
func TestSeveralTablesOnOneSheet(t *testing.T) {
	p := understand(t, bookOf(sheetOf("Förteckning", `
Verksamhetssystem
System|Systemägare|K|R|T
Kartan|GIS-chef|[1]|[2]|[0]
Skolan|Rektor|[2]|[3]|[1]

Informationsmängder
Informationsmängd|Informationsägare|Lagras i system|Konfidentialitet
Betyg|Rektor|Skolan|[2]
Ritningar|Byggchef|Kartan|[1]`)), intake.Answers{"scale": "0-3"})
	want := `3|create|Kartan||K1R2T0S–
4|create|Skolan||K2R3T1S–
8|create|Betyg||K2R–T–S–
9|create|Ritningar||K1R–T–S–
`
	if got := summary(p); got != want {
		t.Errorf("rows\n%swant\n%s", got, want)
	}
	if len(p.Tables) != 2 || p.Tables[1].HeaderRow() != 7 || p.Tables[1].Kind != intake.KindInformation {
		t.Errorf("%d tables", len(p.Tables))
	}
}

// TestOneRoundOfAnswersIsEnough asks for everything at once: what is beyond the
// scale together with the scale itself.
func TestOneRoundOfAnswersIsEnough(t *testing.T) {
	list := sheetOf("Blad1", "System|K|R|T\nKartan|[0]|[3]|[2]\nSkolan|[1]|1-2|[3]\nLarmet|[4]|[2]|Hög\nBadet|[1]|[2]|[2]")
	first := understand(t, bookOf(list), nil)
	if got := questionsOf(first); got != "scale:0, 1, 2, 3, 4=0-3; level:1-2=2; level:4=none; level:Hög=3" {
		t.Fatalf("asks %s", got)
	}
	answers := intake.Answers{}
	for _, q := range first.Questions {
		answers[q.ID] = q.Suggestion
	}
	if p := understand(t, bookOf(list), answers); len(p.Questions) > 0 || p.Tables[0].Rows[2].Levels.String() != "K– R2 T3 S–" {
		t.Errorf("asks again %s; %s", questionsOf(p), summary(p))
	}
}

// TestNotRegisters holds sheets that are no lists of assets against what they
// are told to be.
func TestNotRegisters(t *testing.T) {
	for _, test := range []struct{ code, lines string }{
		{"risks", `
Risk|Orsak|Sannolikhet|Konsekvens|Riskvärde|Riskägare
Stöld av dator|Olåst|[2]|[3]|[6]|IT-chef
Brand i serverhall|Elfel|[1]|[4]|[4]|IT-chef`},
		{"controls", `
Krav-ID|Krav|Uppfyllt|Bevis|Ansvarig
5.1|Policy finns|Ja|Dnr 1|Säkerhetschef
5.2|Roller är utsedda|Delvis||Säkerhetschef`},
		{"questionnaire", `
Fråga|Svar|Kommentar
Finns en policy för informationssäkerhet?|Ja|
Har personalen utbildats under året?|Nej|Planeras`},
		{"form", `
Klassningsprotokoll
Systemnamn:|Treserva
Systemägare:|Socialchef
Förvaltning:|Socialförvaltningen
Leverantör:|Leverantör A AB
Konfidentialitet:|3`},
		{"cards", `
Systemnamn|Treserva
Systemägare|Socialchef
Leverantör|Leverantör A AB
Beskrivning|Journal
Systemnamn|Vklass
Systemägare|Skolchef
Leverantör|Leverantör B AB
Beskrivning|Lärplattform`},
		{"legend", `
Nivå|Benämning
[0]|Försumbar
[1]|Måttlig
[2]|Betydande
[3]|Allvarlig`},
		{"no table", `
Så här fyller du i listan
1. Fyll i en rad per system.
2. Fråga samordnaren.`},
	} {
		t.Run(test.code, func(t *testing.T) {
			p := understand(t, bookOf(sheetOf("Blad1", test.lines)), nil)
			if len(p.Tables) > 0 || len(p.Skipped) != 1 || p.Skipped[0].Code != test.code {
				t.Fatalf("%d tables, %+v", len(p.Tables), p.Skipped)
			}
		})
	}
}
