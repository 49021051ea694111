package sheet_test

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"infoklass/domain/intake"
)

// texts are the cells of the only sheet, row by row, a space for an empty one.
func texts(t interface{ Fatal(...any) }, b []byte) [][]string {
	book, err := read(b, "lista.csv")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, r := range book.Sheets[0].Rows {
		var row []string
		for _, c := range r.Cells {
			for len(row)+1 < int(c.Column) {
				row = append(row, " ")
			}
			row = append(row, strings.TrimSpace(c.Text))
		}
		out = append(out, row)
	}
	return out
}

func TestTextFilesAsPeopleHaveThem(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		want [][]string
	}{
		"spaces before quotes":       {"System ; \"Ägare ; vice\" ; K \n \"Beta; del 2\"  ; \"Chef \"\"Ett\"\"\" ;3\n", [][]string{{"System", "Ägare ; vice", "K"}, {"Beta; del 2", `Chef "Ett"`, "3"}}},
		"lines end as on old Macs":   {"System;K\rKartan;1\rDiariet;2\r", [][]string{{"System", "K"}, {"Kartan", "1"}, {"Diariet", "2"}}},
		"tabs in half of the lines":  {"System;Enhet;K\nKartan;Bygg;1\nDiariet\tKansli\t2\nLön;HR;3\nVa\tTeknik\t0\n", [][]string{{"System", "Enhet", "K"}, {"Kartan", "Bygg", "1"}, {"Diariet", "Kansli", "2"}, {"Lön", "HR", "3"}, {"Va", "Teknik", "0"}}},
		"a comma inside a sentence":  {"System,Enhet,Om,K\nKartan,Bygg,Tillsyn, och mat,1\nDiariet,Kansli,Post,2\nLön,HR,Löner,3\n", [][]string{{"System", "Enhet", "Om", "K"}, {"Kartan", "Bygg", "Tillsyn, och mat", "1"}, {"Diariet", "Kansli", "Post", "2"}, {"Lön", "HR", "Löner", "3"}}},
		"delimiters after the last":  {"System;K\nKartan;1;;;\nDiariet;2;\n", [][]string{{"System", "K"}, {"Kartan", "1"}, {"Diariet", "2"}}},
		"letters that went wrong":    {"System;Förvaltning;K\nLÃ¶nesystem;MiljÃ¶;2\nDiariet;Räddning;1\n", [][]string{{"System", "Förvaltning", "K"}, {"Lönesystem", "Miljö", "2"}, {"Diariet", "Räddning", "1"}}},
		"a quotation mark of inches": {"System;Om;K\nSkärm 24\";stor;1\n", [][]string{{"System", "Om", "K"}, {`Skärm 24"`, "stor", "1"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := texts(t, []byte(c.file)); !slices.EqualFunc(got, c.want, slices.Equal) {
				t.Errorf("read %q, want %q", got, c.want)
			}
		})
	}
}

// swedish are texts that lists hold, in letters that every alphabet has.
var swedish = rapid.SampledFrom([]string{
	"Lönesystem", "Åtgärder", "Ärenden", "Överförmyndare", "Räddningstjänst", "VÅRD OCH OMSORG", "E-arkiv", "Miljö- och hälsoskydd",
	"Elevhälsa", "Bygglov", "KÖ", "Caféet", "Hälso- och sjukvård", "Socialförvaltning",
})

// TestLettersComeOutRight: whichever alphabet a list was saved in, it reads the same.
func TestLettersComeOutRight(t *testing.T) {
	wide := func(e unicode.Endianness) encoding.Encoding { return unicode.UTF16(e, unicode.IgnoreBOM) }
	alphabets := []encoding.Encoding{charmap.Windows1252, charmap.CodePage850, charmap.Macintosh, unicode.UTF8, unicode.UTF8BOM, wide(unicode.LittleEndian), wide(unicode.BigEndian)}
	rapid.Check(t, func(t *rapid.T) {
		rows := [][]string{{"System", "Förvaltning", "K"}}
		for range rapid.IntRange(3, 8).Draw(t, "rows") {
			rows = append(rows, []string{swedish.Draw(t, "name"), swedish.Draw(t, "unit"), strconv.Itoa(rapid.IntRange(0, 3).Draw(t, "level"))})
		}
		var file strings.Builder
		for _, r := range rows {
			file.WriteString(strings.Join(r, ";") + "\r\n")
		}
		b, err := rapid.SampledFrom(alphabets).Draw(t, "alphabet").NewEncoder().Bytes([]byte(file.String()))
		if err != nil {
			t.Fatal(err)
		}
		if got := texts(t, b); !slices.EqualFunc(got, rows, slices.Equal) {
			t.Fatalf("read %q, want %q", got, rows)
		}
		twice, err := charmap.Windows1252.NewDecoder().Bytes([]byte(file.String()))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsRune(twice, '\ufffd') {
			return // some bytes stand for nothing in that alphabet, and are lost
		}
		if got := texts(t, twice); !slices.EqualFunc(got, rows, slices.Equal) {
			t.Fatalf("encoded twice: read %q, want %q", got, rows)
		}
	})
}

// TestNoRowIsShifted tears records, by a delimiter without quotes or a field
// that is left out: such a record is read as it was meant, or it is not taken
// for whole.
func TestNoRowIsShifted(t *testing.T) {
	word := rapid.StringMatching(`[A-ZÅÄÖ][a-zåäö]{2,8}`)
	rapid.Check(t, func(t *rapid.T) {
		rows := [][]string{{"System", "Enhet", "Om", "K", "R"}}
		for range rapid.IntRange(8, 14).Draw(t, "rows") {
			level := func() string { return strconv.Itoa(rapid.IntRange(0, 3).Draw(t, "level")) }
			rows = append(rows, []string{word.Draw(t, "name"), word.Draw(t, "unit"), word.Draw(t, "about"), level(), level()})
		}
		torn := rapid.IntRange(1, len(rows)-1).Draw(t, "torn row")
		at := rapid.IntRange(0, 4).Draw(t, "field")
		written := slices.Clone(rows[torn])
		if rapid.Bool().Draw(t, "too many") {
			rows[torn] = slices.Clone(rows[torn])
			rows[torn][at] += rapid.SampledFrom([]string{";", "; "}).Draw(t, "delimiter") + word.Draw(t, "rest")
			written = rows[torn]
		} else {
			written = slices.Delete(written, at, at+1)
		}
		var file strings.Builder
		for i, r := range rows {
			if i == torn {
				r = written
			}
			file.WriteString(strings.Join(r, ";") + "\n")
		}
		book, err := read([]byte(file.String()), "lista.csv")
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range book.Sheets[0].Rows {
			if i != torn && r.Torn {
				t.Fatalf("row %d is whole and is taken for torn", i+1)
			}
			if got := texts(t, []byte(file.String()))[i]; !r.Torn && !slices.Equal(got, rows[i]) {
				t.Fatalf("row %d is read as %q, want %q", i+1, got, rows[i])
			}
		}
	})
}

// A row that is torn is told of and not imported; it can be taken all the same.
func TestTornRowsAreNotImported(t *testing.T) {
	file := "System;Enhet;Om;K;R;T;S\nKartan;Bygg;Kartor;1;1;2;0\nDiariet;Kansli;Post;2;1;1\nLön;HR;Löner;3;2;2;3\nVa;Teknik;Vatten;2;3;3;1\nArkiv;Kansli;Handlingar;2;2;1;1\nKö;Vux;Köer;1;1;1;0\n"
	understood := func(o intake.Options) *intake.Proposal {
		book, err := read([]byte(file), "lista.csv")
		if err != nil {
			t.Fatal(err)
		}
		o.AcceptSuggestions = true
		p, err := intake.Understand(t.Context(), book, intake.Knowledge{}, nil, o)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := understood(intake.Options{})
	if e := p.Tables[0].Rows[1]; e.Action != intake.Skip || e.Reason.Key != "inventory.skip.torn" || p.Counts.Create != 5 {
		t.Errorf("the torn row is %s because of %q, with %d new", e.Action, e.Reason.Key, p.Counts.Create)
	}
	p = understood(intake.Options{Rows: map[intake.RowRef]bool{{Sheet: intake.SingleSheet, Row: 3}: true}})
	if e := p.Tables[0].Rows[1]; e.Action != intake.Create {
		t.Errorf("taken in, the torn row is %s", e.Action)
	}
}
