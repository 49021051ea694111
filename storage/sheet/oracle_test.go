package sheet_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"infoklass/domain/intake"
	"infoklass/domain/text"
	"infoklass/storage/sheet"
)

// oracle is what a list beside it is expected to be understood as.
type oracle struct {
	File          string        `json:"file"`
	ForbiddenText []string      `json:"forbiddenText"`
	Sheets        []oracleSheet `json:"sheets"`
}

type oracleSheet struct {
	Sheet       string           `json:"sheet"`
	State       string           `json:"state"`
	HeaderRow   *int             `json:"headerRow"`
	Columns     []oracleColumn   `json:"columns"`
	Answers     oracleAnswers    `json:"answers"`
	Assets      int              `json:"assets"`
	NotAssets   []int            `json:"notAssets"`
	Stopped     []oracleStop     `json:"stopped"`
	MustNotStop []int            `json:"mustNotStop"`
	Sample      []oracleSample   `json:"sample"`
	Questions   []oracleQuestion `json:"questions"`
}

type oracleColumn struct {
	Column     string   `json:"column"`
	Header     string   `json:"header"`
	Field      string   `json:"field"`
	AlsoAccept []string `json:"alsoAccept"`
}

type oracleAnswers struct {
	Scale    string                     `json:"scale"`
	Order    string                     `json:"order"`
	ValueMap map[string]json.RawMessage `json:"valueMap"`
}

type oracleStop struct {
	Row int `json:"row"`
}

type oracleSample struct {
	Row             int               `json:"row"`
	Name            string            `json:"name"`
	Unit            *string           `json:"unit"`
	UnitPath        []string          `json:"unitPath"`
	Confidentiality *int              `json:"confidentiality"`
	Integrity       *int              `json:"integrity"`
	Availability    *int              `json:"availability"`
	Traceability    *int              `json:"traceability"`
	Fields          map[string]string `json:"fields"`
}

type oracleQuestion struct {
	About  string            `json:"about"`
	Text   string            `json:"text"`
	Values []json.RawMessage `json:"values"`
	Rows   []int             `json:"rows"`
	Column string            `json:"column"`
}

// TestListsAreUnderstood holds every list that has an answer beside it against
// what is proposed once its questions have been answered.
func TestListsAreUnderstood(t *testing.T) {
	t.Parallel()
	lists := oracleFiles(t)
	if len(lists) < 17 {
		t.Fatalf("only %d lists found", len(lists))
	}
	for _, path := range lists {
		t.Run(filepath.Base(strings.TrimSuffix(path, ".expected.json")), func(t *testing.T) {
			judge(t, path)
		})
	}
}

// TestNothingIsReadWrongSilently holds levels and names as they are read before
// any question has been answered, and when every suggestion is accepted
// unseen, against the answers: a level is right or it is not there. The median
// list asks at most three questions.
func TestNothingIsReadWrongSilently(t *testing.T) {
	t.Parallel()
	var asked []int
	for _, path := range oracleFiles(t) {
		var want oracle
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		book, err := sheet.Open(context.Background(), strings.TrimSuffix(path, ".expected.json"), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, accept := range []bool{false, true} {
			p, err := intake.Understand(context.Background(), book, intake.Knowledge{}, nil, intake.Options{AcceptSuggestions: accept})
			if err != nil {
				t.Fatal(err)
			}
			if !accept {
				asked = append(asked, len(p.Questions))
			}
			v := verdict{T: t, want: want, got: p.JSON(text.In(text.Swedish))}
			for _, s := range want.Sheets {
				v.neverWrong(s)
			}
		}
	}
	slices.Sort(asked)
	if m := asked[len(asked)/2]; m > 3 {
		t.Errorf("the median list asks %d questions: %v", m, asked)
	}
	t.Logf("questions: %v", asked)
}

func (v verdict) neverWrong(want oracleSheet) {
	table := v.table(want.Sheet)
	if table == nil {
		return
	}
	for _, s := range want.Sample {
		for _, r := range table.Rows {
			if r.Row != s.Row {
				continue
			}
			if r.Name != s.Name {
				v.Errorf("%s %s row %d: name %q, want %q", v.want.File, want.Sheet, r.Row, r.Name, s.Name)
			}
			for i, l := range []*int{s.Confidentiality, s.Integrity, s.Availability, s.Traceability} {
				got := []fmt.Stringer{r.Confidentiality, r.Integrity, r.Availability, r.Traceability}[i].String()
				if got != "–" && (l == nil || got != strconv.Itoa(*l)) {
					v.Errorf("%s %s row %d: aspect %d is read as %s", v.want.File, want.Sheet, r.Row, i, got)
				}
			}
		}
	}
}

// oracleFiles are the project's own lists, and others beside the project.
func oracleFiles(t *testing.T) []string {
	t.Helper()
	lists, err := filepath.Glob("testdata/lists/*.expected.json")
	if err != nil {
		t.Fatal(err)
	}
	if beside := besideProject("inventories"); beside != "" {
		more, err := filepath.Glob(filepath.Join(beside, "public", "*.expected.json"))
		if err != nil {
			t.Fatal(err)
		}
		lists = append(lists, more...)
	}
	return lists
}

// besideProject finds a folder of optional test material next to the
// repository; empty where there is none.
func besideProject(name string) string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			found := filepath.Join(filepath.Dir(dir), "shared", name)
			if _, err := os.Stat(found); err == nil {
				return found
			}
			return ""
		}
	}
	return ""
}

func judge(t *testing.T, path string) {
	var want oracle
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Open(context.Background(), strings.TrimSuffix(path, ".expected.json"), nil)
	if err != nil {
		t.Fatal(err)
	}
	got, asked := understand(t, book, want)
	j := verdict{T: t, want: want, got: got, asked: asked}
	j.forbidden()
	right, all := 0, 0
	for _, s := range want.Sheets {
		r, a := j.sheet(s)
		right, all = right+r, all+a
	}
	least := 95
	if !j.own() {
		least = 90
	}
	if right*100 < all*least {
		t.Errorf("%d of %d columns recognised", right, all)
	}
	t.Logf("%d questions, columns %d/%d", len(asked), right, all)
}

// understand answers every question as the oracle says, until none is open.
func understand(t *testing.T, book *intake.Book, want oracle) (intake.DryRun, []intake.Question) {
	t.Helper()
	answers := intake.Answers{}
	var asked []intake.Question
	for range 4 {
		p, err := intake.Understand(context.Background(), book, intake.Knowledge{}, answers, intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Questions) == 0 {
			return p.JSON(text.In(text.Swedish)), asked
		}
		for _, q := range p.Questions {
			asked = append(asked, q)
			answers[q.ID] = want.answer(q)
		}
	}
	t.Fatalf("questions never end: %v", asked[len(asked)-1])
	return intake.DryRun{}, nil
}

func (o oracle) answer(q intake.Question) string {
	for _, s := range o.Sheets {
		if s.Sheet != q.Sheet && strings.TrimSpace(s.Sheet) != q.Sheet {
			continue
		}
		switch q.Kind {
		case intake.AskScale:
			if slices.Contains(q.Choices, s.Answers.Scale) {
				return s.Answers.Scale
			}
		case intake.AskOrder:
			return strings.ReplaceAll(s.Answers.Order, "/", "")
		case intake.AskLevel:
			return levelAnswer(s.Answers.ValueMap, q.Value)
		case intake.AskColumn:
			for _, c := range s.Columns {
				if strings.Join(strings.Fields(c.Header), " ") == q.Value {
					return c.Field
				}
			}
		}
	}
	if q.Suggestion != "" {
		return q.Suggestion
	}
	return "new"
}

func levelAnswer(values map[string]json.RawMessage, value string) string {
	raw, ok := values[value]
	if !ok {
		return "none"
	}
	var one *int
	if json.Unmarshal(raw, &one) == nil {
		if one == nil {
			return "none"
		}
		return strconv.Itoa(*one)
	}
	var four [4]*int
	if json.Unmarshal(raw, &four) != nil {
		return "none"
	}
	out := ""
	for i, l := range four {
		if l != nil {
			out += "KRTS"[i:i+1] + strconv.Itoa(*l)
		}
	}
	if out == "" {
		return "none"
	}
	return out
}

// verdict compares a dry run with what was expected.
type verdict struct {
	*testing.T
	want  oracle
	got   intake.DryRun
	asked []intake.Question
}

func (v verdict) forbidden() {
	all, err := json.Marshal(v.got)
	if err != nil {
		v.Fatal(err)
	}
	questions, _ := json.Marshal(v.asked)
	for _, word := range v.want.ForbiddenText {
		if strings.Contains(string(all)+string(questions), word) {
			v.Errorf("the content of a stopped row is repeated")
		}
	}
}

func (v verdict) table(name string) *intake.DryTable {
	for i := range v.got.Tables {
		if v.got.Tables[i].Sheet == name {
			return &v.got.Tables[i]
		}
	}
	return nil
}

func (v verdict) sheet(want oracleSheet) (right, all int) {
	table := v.table(want.Sheet)
	if table == nil {
		if want.Assets > 0 {
			v.Errorf("%s: no table found; %v", want.Sheet, v.got.SkippedSheets)
		}
		return 0, len(want.Columns)
	}
	if want.HeaderRow != nil && table.HeaderRow != *want.HeaderRow {
		v.Errorf("%s: header row %d, want %d", want.Sheet, table.HeaderRow, *want.HeaderRow)
	}
	rows := map[int]intake.DryRow{}
	assets := 0
	var stopped []int
	for _, r := range table.Rows {
		rows[r.Row] = r
		switch r.Action {
		case intake.Stop:
			stopped = append(stopped, r.Row)
		case intake.Skip:
		default:
			assets++
		}
	}
	if assets != want.Assets {
		v.Errorf("%s: %d assets, want %d", want.Sheet, assets, want.Assets)
	}
	for _, n := range want.NotAssets {
		if r, ok := rows[n]; ok && r.Action != intake.Skip {
			v.Errorf("%s: row %d taken for an asset: %q", want.Sheet, n, r.Name)
		}
	}
	for _, s := range want.Stopped {
		if !slices.Contains(stopped, s.Row) {
			v.Errorf("%s: row %d not stopped", want.Sheet, s.Row)
		}
	}
	if len(stopped) > len(want.Stopped) {
		v.Errorf("%s: rows %v stopped", want.Sheet, stopped)
	}
	for _, s := range want.Sample {
		v.sample(want, s, rows)
	}
	v.questions(want, table)
	return v.columns(want, table), len(want.Columns)
}

func (v verdict) columns(want oracleSheet, table *intake.DryTable) int {
	right := 0
	for _, c := range want.Columns {
		i := slices.IndexFunc(table.Columns, func(g intake.DryColumn) bool { return g.Column == c.Column })
		if i < 0 {
			v.Logf("%s: column %s missing", want.Sheet, c.Column)
			continue
		}
		field := table.Columns[i].Field
		if field == c.Field || slices.Contains(c.AlsoAccept, field) {
			right++
			continue
		}
		v.Logf("%s: column %s %q is %s (%s), want %s", want.Sheet, c.Column, c.Header, field, table.Columns[i].Certainty, c.Field)
	}
	return right
}

func (v verdict) sample(sheet oracleSheet, want oracleSample, rows map[int]intake.DryRow) {
	got, ok := rows[want.Row]
	if !ok {
		v.Errorf("%s: row %d missing", sheet.Sheet, want.Row)
		return
	}
	at := fmt.Sprintf("%s row %d", sheet.Sheet, want.Row)
	if got.Name != want.Name {
		v.Errorf("%s: name %q, want %q", at, got.Name, want.Name)
	}
	if want.Unit != nil && !v.own() {
		if !strings.Contains(got.Unit, *want.Unit) {
			v.Errorf("%s: unit %q, want %q", at, got.Unit, *want.Unit)
		}
	} else if want.Unit != nil && !strings.HasSuffix(" / "+got.Unit, " / "+*want.Unit) {
		v.Errorf("%s: unit %q, want %q", at, got.Unit, *want.Unit)
	}
	if len(want.UnitPath) > 0 && got.Unit != strings.Join(want.UnitPath, " / ") {
		v.Errorf("%s: unit %q, want %q", at, got.Unit, want.UnitPath)
	}
	for i, l := range []*int{want.Confidentiality, want.Integrity, want.Availability, want.Traceability} {
		level := []fmt.Stringer{got.Confidentiality, got.Integrity, got.Availability, got.Traceability}[i].String()
		w := "–"
		if l != nil {
			w = strconv.Itoa(*l)
		}
		if level != w {
			v.Errorf("%s: aspect %d is %s, want %s", at, i, level, w)
		}
	}
	for f, w := range want.Fields {
		if g := got.Values[f]; g != w && !v.elsewhere(sheet, f) {
			v.Errorf("%s: %s is %q, want %q", at, f, g, w)
		}
	}
}

// own reports whether a list is the project's own. Others leave open which of
// several columns of organisation is meant.
func (v verdict) own() bool { return v.want.File[0] >= '0' && v.want.File[0] <= '9' }

// elsewhere reports whether a field's column may also be taken for another field.
func (v verdict) elsewhere(s oracleSheet, field string) bool {
	return slices.ContainsFunc(s.Columns, func(c oracleColumn) bool { return c.Field == field && len(c.AlsoAccept) > 0 })
}

// questions holds the kinds of questions that a list must raise against those asked.
func (v verdict) questions(want oracleSheet, table *intake.DryTable) {
	has := func(kinds ...string) bool {
		return slices.ContainsFunc(v.asked, func(q intake.Question) bool { return slices.Contains(kinds, q.Kind) })
	}
	for _, q := range want.Questions {
		switch q.About {
		case "scale":
			if !has(intake.AskScale, intake.AskLevel) {
				v.Errorf("%s: not asked: %s", want.Sheet, q.Text)
			}
		case "order":
			if !has(intake.AskOrder) {
				v.Errorf("%s: not asked: %s", want.Sheet, q.Text)
			}
		case "unit":
			if !has(intake.AskUnit) {
				v.Errorf("%s: not asked: %s", want.Sheet, q.Text)
			}
		case "kind":
			if !has(intake.AskKind) && want.Assets > 0 {
				v.Logf("%s: not asked: %s", want.Sheet, q.Text)
			}
		case "header":
			if strings.Contains(q.Text, "?") && !has(intake.AskColumn) {
				v.Errorf("%s: not asked: %s", want.Sheet, q.Text)
			}
		}
	}
}
