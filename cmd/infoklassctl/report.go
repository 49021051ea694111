package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/storage/file"
	"infoklass/storage/page"
	"infoklass/storage/sheet"
)

var reportCommand = command{
	name: "report", usage: "overview " + filterUsage + " | protocol --asset ASSET [--draft] | worksheet [ASSET] | actions [--asset ASSET] [--unit PATH|ID] [--query TEXT] [--late] | requirements ASSET | procurement ASSET | unit [PATH|ID]; [--pdf FILE] [--xlsx FILE]",
	help: "terminal.help.report",
	json: `{"title": "…", "subtitle": "…", "date": "…", "files": ["…"], "tables": [{"title": "…", "columns": ["…"], "rows": [["…"]]}]}`,
	prepare: func(s *session, f *flag.FlagSet) func([]string) error {
		q := &reportFlags{filter: addFilter(f)}
		f.StringVar(&q.asset, "asset", "", "")
		f.BoolVar(&q.draft, "draft", false, "")
		f.BoolVar(&q.late, "late", false, "")
		f.StringVar(&q.pdf, "pdf", "", "")
		f.StringVar(&q.xlsx, "xlsx", "", "")
		return func(words []string) error {
			if len(words) == 2 && q.asset == "" { // the asset may stand after the report's name
				q.asset, words = words[1], words[:1]
			}
			if err := exactly(words, reportNames); err != nil {
				return err
			}
			return s.report(words[0], q)
		}
	},
}

// unitSheet is the sheet of one unit's manager, or of every one where none is named.
func (s *session) unitSheet(r *register.Register, q *reportFlags) (report.Document, error) {
	judgement := duty.NewJudge().Register(r, r.Today())
	name := cmp.Or(q.asset, q.filter.unit) // the word after the report's name
	if name == "" {
		return report.UnitSheets(r, s.p, judgement), nil
	}
	u, err := findUnit(r, name)
	if err != nil {
		return report.Document{}, err
	}
	return report.UnitSheet(r, s.p, judgement, u), nil
}

// reportNames are the documents there are.
const reportNames = "overview|protocol|worksheet|actions|requirements|procurement|unit"

type reportFlags struct {
	filter           *filter
	asset, pdf, xlsx string
	draft, late      bool
}

func (s *session) report(name string, q *reportFlags) error {
	make, ok := map[string]func(*register.Register, *reportFlags) (report.Document, error){
		"overview": s.overview, "protocol": s.protocol, "worksheet": s.worksheet, "actions": s.actionPlan,
		"requirements": s.requirementReport, "procurement": s.procurementReport, "unit": s.unitSheet,
	}[name]
	if !ok {
		return wrongUse("terminal.use.report", "name", name, "names", reportNames)
	}
	r, err := s.open(true)
	if err != nil {
		return err
	}
	doc, err := make(r, q)
	if err != nil {
		return err
	}
	files, err := s.writeReport(doc, q)
	if err != nil {
		return err
	}
	if s.json {
		return s.print(viewReport(doc, files))
	}
	if len(files) == 0 {
		s.show(doc)
	}
	return nil
}

func (s *session) overview(r *register.Register, q *reportFlags) (report.Document, error) {
	records, err := q.filter.find(s, r)
	if err != nil {
		return report.Document{}, err
	}
	return report.OverviewOf(r, s.p, duty.NewJudge().Register(r, r.Today()), records, q.filter.words(s.p)), nil
}

func (s *session) protocol(r *register.Register, q *reportFlags) (report.Document, error) {
	if q.asset == "" {
		return report.Document{}, wrongUse("terminal.use.missing", "what", "--asset")
	}
	rec, err := findAsset(r, q.asset)
	if err != nil {
		return report.Document{}, err
	}
	return report.ProtocolOf(r, s.p, rec, q.draft)
}

// named is the asset that a report is about.
func (q *reportFlags) named(r *register.Register) (*register.Record, error) {
	if q.asset == "" {
		return nil, wrongUse("terminal.use.missing", "what", "ASSET")
	}
	return findAsset(r, q.asset)
}

func (s *session) requirementReport(r *register.Register, q *reportFlags) (report.Document, error) {
	rec, err := q.named(r)
	if err != nil {
		return report.Document{}, err
	}
	return report.RequirementsOf(r, s.p, rec), nil
}

func (s *session) procurementReport(r *register.Register, q *reportFlags) (report.Document, error) {
	rec, err := q.named(r)
	if err != nil {
		return report.Document{}, err
	}
	return report.ProcurementOf(r, s.p, rec)
}

// worksheet is the paper for a classification, empty where no asset is named.
func (s *session) worksheet(r *register.Register, q *reportFlags) (report.Document, error) {
	if q.asset == "" {
		return report.WorksheetOf(r, s.p, nil), nil
	}
	rec, err := findAsset(r, q.asset)
	if err != nil {
		return report.Document{}, err
	}
	return report.WorksheetOf(r, s.p, rec), nil
}

// actionPlan is the plan of the actions that the filters choose.
func (s *session) actionPlan(r *register.Register, q *reportFlags) (report.Document, error) {
	only := actionFlags{asset: q.asset, unit: q.filter.unit, query: q.filter.query, late: q.late}
	chosen, err := only.find(r)
	if err != nil {
		return report.Document{}, err
	}
	return report.ActionsOf(r, s.p, r.Plan().FindActions(chosen, r.Today()), report.ActionFilterWords(r, s.p, chosen)), nil
}

// writer writes a document in one format.
type writer func(ctx context.Context, w io.Writer, doc report.Document, progress func(done, total int)) error

func (s *session) writeReport(doc report.Document, q *reportFlags) ([]string, error) {
	files := []string{}
	for _, f := range []struct {
		name  string
		write writer
	}{{q.pdf, page.PDF}, {q.xlsx, sheet.Report}} {
		if f.name == "" {
			continue
		}
		if err := file.Write(f.name, func(w io.Writer) error { return f.write(s.ctx, w, doc, nil) }); err != nil {
			return nil, err
		}
		s.say("terminal.file.written", "file", f.name)
		files = append(files, f.name)
	}
	return files, nil
}

type reportView struct {
	Title    string      `json:"title"`
	Subtitle string      `json:"subtitle"`
	Date     string      `json:"date"`
	Files    []string    `json:"files"`
	Tables   []tableView `json:"tables"`
}

type tableView struct {
	Title   string     `json:"title"`
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

func viewReport(doc report.Document, files []string) reportView {
	v := reportView{Title: doc.Title, Subtitle: doc.Subtitle, Date: doc.Meta.Date, Files: files, Tables: []tableView{}}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case report.Table:
			v.Tables = append(v.Tables, viewTable(b))
		case report.Bars:
			v.Tables = append(v.Tables, viewBars(b))
		}
	}
	return v
}

func viewTable(t report.Table) tableView {
	v := tableView{Title: t.Title, Rows: make([][]string, 0, len(t.Rows))}
	for _, c := range t.Columns {
		v.Columns = append(v.Columns, c.Header)
	}
	for _, r := range t.Rows {
		row := make([]string, len(r))
		for i, c := range r {
			row[i] = c.String()
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

func viewBars(b report.Bars) tableView {
	v := tableView{Title: b.Title, Columns: []string{b.Head}}
	for _, part := range b.Parts {
		v.Columns = append(v.Columns, part.Label)
	}
	v.Columns = append(v.Columns, b.Sum)
	for _, bar := range b.Rows {
		row := []string{bar.Label}
		for _, n := range bar.Values {
			row = append(row, fmt.Sprint(n))
		}
		v.Rows = append(v.Rows, append(row, fmt.Sprint(bar.Sum())))
	}
	return v
}

// show prints a document as text.
func (s *session) show(doc report.Document) {
	title := doc.Title
	if doc.Meta.Municipality != "" {
		title = doc.Meta.Municipality + " – " + title
	}
	s.heading(title, "=")
	s.paragraph(doc.Subtitle)
	for _, f := range doc.Facts() {
		fmt.Fprintf(s.out, "%s: %s\n", f.Label, f.Value)
	}
	fmt.Fprintln(s.out)
	for _, b := range doc.Blocks {
		s.block(b)
	}
}

func (s *session) block(b report.Block) {
	switch b := b.(type) {
	case report.Heading:
		s.heading(b.Text, "-")
	case report.Paragraph:
		s.paragraph(b.Text)
	case report.Notice:
		s.paragraph("* " + b.Text)
	case report.KeyValues:
		for _, f := range b.Facts {
			s.paragraph(f.Label + ": " + f.Value)
		}
	case report.List:
		for _, item := range b.Items {
			s.paragraph("- " + strings.TrimSpace(item.Text+" "+item.Detail))
		}
	case report.Table:
		t := viewTable(b)
		s.table(t.Columns, t.Rows)
	case report.Bars:
		t := viewBars(b)
		s.table(t.Columns, t.Rows)
	case report.Signatures:
		for _, line := range b.Lines {
			s.paragraph(strings.TrimSpace(line.RoleLabel+": "+line.Role) + "   " + strings.TrimSpace(line.DateLabel+": "+line.Date))
		}
	}
}

func (s *session) heading(title, under string) {
	fmt.Fprintf(s.out, "%s\n%s\n\n", title, strings.Repeat(under, len([]rune(title))))
}

// paragraph prints running text.
func (s *session) paragraph(text string) {
	for _, line := range fold(text, lineWidth()) {
		fmt.Fprintln(s.out, line)
	}
	fmt.Fprintln(s.out)
}
