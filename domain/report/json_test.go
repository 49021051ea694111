package report_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"infoklass/domain/classify"
	"infoklass/domain/report"
	"infoklass/domain/report/reporttest"
	"infoklass/domain/text"
)

// again is a document written as JSON and read.
func again(t interface{ Fatal(...any) }, d report.Document) report.Document {
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var out report.Document
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err, string(data))
	}
	return out
}

func TestDocumentsAreKeptWordForWord(t *testing.T) {
	if d := reporttest.Everything(); !reflect.DeepEqual(again(t, d), d) {
		t.Errorf("%+v came back as %+v", d, again(t, d))
	}
}

// A field added to a block is in the document that every writer is tested
// with, or this test says so.
func TestNothingIsLeftOutOfEverything(t *testing.T) {
	stated, all := map[string]bool{}, map[string]bool{}
	fields(reflect.ValueOf(reporttest.Everything()), stated, all)
	for f := range all {
		if !stated[f] {
			t.Errorf("no block states %s", f)
		}
	}
	kinds := map[reflect.Type]bool{}
	for _, b := range reporttest.Everything().Blocks {
		kinds[reflect.TypeOf(b)] = true
	}
	for _, b := range report.BlockKinds() {
		if !kinds[reflect.TypeOf(b)] {
			t.Errorf("there is no %T", b)
		}
	}
}

// fields notes the fields of every struct in v, and which of them are stated anywhere.
func fields(v reflect.Value, stated, all map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			fields(v.Elem(), stated, all)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fields(v.Index(i), stated, all)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			all[name] = true
			if !v.Field(i).IsZero() {
				stated[name] = true
			}
			fields(v.Field(i), stated, all)
		}
	}
}

func TestUnknownBlocksAreRefused(t *testing.T) {
	for in, want := range map[string]string{
		`{}`: "cannot unmarshal", `[{}]`: "block 1: it is empty", `[{"notice":{"text":"a"}},{"film":{}}]`: `block 2: "film"`,
		`[{"notice":{"text":"a","colour":"red"}}]`: `unknown field "colour"`, `[{"notice":{},"list":{}}]`: "more than one kind",
		`[{"bars":{"parts":[{"level":7}]}}]`: "outside 0–3",
	} {
		var bs report.Blocks
		if err := json.Unmarshal([]byte(in), &bs); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gave %v, want %q", in, err, want)
		}
	}
}

var (
	words = rapid.OneOf(rapid.StringMatching(`[ a-zåäö0-9<>&"\\]{0,12}`), rapid.SampledFrom([]string{"", "\u2028", "rad\nrad", "=1+1"}))
	tones = rapid.SampledFrom([]report.Tone{report.Plain, report.Strong, report.Muted})
)

// anyBlock draws a block of any kind.
func anyBlock(t *rapid.T) report.Block {
	w := func() string { return words.Draw(t, "words") }
	switch rapid.IntRange(0, 7).Draw(t, "kind") {
	case 0:
		return report.Heading{Level: rapid.IntRange(1, 2).Draw(t, "level"), Text: w()}
	case 1:
		return report.Paragraph{Text: w(), Tone: tones.Draw(t, "tone")}
	case 2:
		return report.Notice{Text: w()}
	case 3:
		return report.KeyValues{Facts: []report.Fact{{Label: w(), Value: w()}}}
	case 4:
		return report.List{Items: []report.Item{{Text: w(), Detail: w()}}}
	case 5:
		return report.Signatures{Lines: []report.SignatureLine{{Role: w(), Date: w(), RoleLabel: w(), DateLabel: w(), SignLabel: w()}}}
	case 6:
		return report.Bars{Title: w(), Parts: []report.Part{{Label: w(), Level: classify.Level2}}, Rows: []report.Bar{{Label: w(), Values: []int{rapid.Int().Draw(t, "figure")}}}, Sum: w()}
	}
	figure := rapid.Float64Range(-1e9, 1e9).Draw(t, "figure")
	return report.Table{Title: w(), Columns: []report.Column{{Header: w(), Kind: report.ProseColumn, Width: 1.5, Choices: []string{w()}}},
		Rows: []report.Row{{{Text: w(), Number: &figure, Tone: tones.Draw(t, "tone"), Room: 2}, {Badge: &report.Badge{Letter: w(), Level: classify.Level3}}}}}
}

func TestAnyDocumentIsKeptWordForWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := report.Document{Title: words.Draw(t, "title"), Lang: text.English, Blocks: report.Blocks{}}
		for range rapid.IntRange(0, 6).Draw(t, "blocks") {
			d.Blocks = append(d.Blocks, anyBlock(t))
		}
		if got := again(t, d); !reflect.DeepEqual(got, d) {
			t.Fatalf("%+v came back as %+v", d, got)
		}
	})
}
