package main

import (
	"cmp"
	"fmt"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/storage/document"
	"infoklass/storage/file"
)

var reportCommand = command{
	name: "report", usage: reportUsage(), help: "terminal.help.report", list: reportList,
	json: `{"title": "…", "subtitle": "…", "date": "…", "files": ["…"], "tables": [{"title": "…", "columns": ["…"], "rows": [["…"]]}]}`,
	prepare: func(s *session, f flagSet) func([]string) error {
		q := &reportFlags{filter: addFilter(f), files: map[report.Format]*string{}}
		f.texts(map[string]*string{"asset": &q.named})
		f.yes(map[string]*bool{"draft": &q.draft, "late": &q.late})
		for _, format := range report.Formats {
			q.files[format] = f.String(format.Name(), "", "")
		}
		q.replace = addForce(f)
		return func(words []string) error {
			if len(words) == 2 && q.named == "" { // what it is about may stand after the report's name
				q.named, words = words[1], words[:1]
			}
			if err := exactly(words, reportNames()); err != nil {
				return err
			}
			return s.report(words[0], q)
		}
	},
}

// reportNames are the documents there are.
func reportNames() string {
	return strings.Join(each(report.Catalogue, func(k report.Kind) string { return string(k.ID) }), "|")
}

// reportUsage says how each document is asked for.
func reportUsage() string {
	var ways, files []string
	for _, k := range report.Catalogue {
		ways = append(ways, strings.TrimSpace(string(k.ID)+" "+argumentsOf(k)))
	}
	for _, f := range report.Formats {
		files = append(files, "[--"+f.Name()+" FILE]")
	}
	return strings.Join(ways, " | ") + "; " + strings.Join(files, " ") + " [--force]"
}

// reportList says what each document is.
func reportList(p *text.Printer) []string {
	var out []string
	for _, k := range report.Catalogue {
		card := cmp.Or(k.One, k.Whole)
		out = append(out, string(k.ID)+": "+p.T(card.Title)+". "+p.T(card.What))
	}
	return out
}

func argumentsOf(k report.Kind) string {
	switch {
	case k.Scope == report.OfAssets:
		return filterUsage
	case k.Scope == report.OfActions:
		return "[--asset ASSET] [--unit PATH|ID] [--query TEXT] [--late]"
	case k.Scope == report.OfUnit:
		return "[PATH|ID]"
	case k.Whole != nil:
		return "[ASSET]"
	case k.Drafts:
		return "ASSET [--draft]"
	}
	return "ASSET"
}

type reportFlags struct {
	filter      *filter
	named       string // the asset or unit that it is about
	draft, late bool
	files       map[report.Format]*string
	replace     *file.Replace
}

func (s *session) report(name string, q *reportFlags) error {
	kind, ok := report.Find(report.ID(name))
	if !ok {
		return wrongUse("terminal.use.report", "name", name, "names", reportNames())
	}
	r, err := s.open(true)
	if err != nil {
		return err
	}
	request := report.Request{Register: r, Printer: s.p, Judge: duty.NewJudge(), Draft: q.draft}
	if err := s.scope(&request, kind, q); err != nil {
		return err
	}
	doc, err := kind.Build(request)
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

// scope puts what the flags name into a request.
func (s *session) scope(to *report.Request, k report.Kind, q *reportFlags) error {
	r := to.Register
	switch {
	case k.Scope == report.OfAssets:
		found, err := q.filter.find(s, r)
		to.Assets = &report.Selection[*register.Record]{Found: found, Words: q.filter.words(s.p)}
		return err
	case k.Scope == report.OfActions:
		only := actionFlags{asset: q.named, unit: q.filter.unit, query: q.filter.query, late: q.late}
		chosen, err := only.find(r)
		to.Actions = &report.Selection[action.Action]{Found: r.Plan().FindActions(chosen, r.Today()), Words: report.ActionFilterWords(r, s.p, chosen)}
		return err
	case k.Scope == report.OfUnit:
		var err error
		to.Unit, err = unitID(r, cmp.Or(q.named, q.filter.unit))
		return err
	case q.named == "" && k.Whole != nil:
		return nil
	case q.named == "":
		return wrongUse("terminal.use.missing", "what", "ASSET")
	}
	var err error
	to.Asset, err = assetID(r, q.named)
	return err
}

func (s *session) writeReport(doc report.Document, q *reportFlags) ([]string, error) {
	files := []string{}
	for _, format := range report.Formats {
		path := *q.files[format]
		switch {
		case path == "":
			continue
		case document.Format(path) != format:
			return nil, text.Fail(document.ErrFormat, "file.notFormat", "file", path, "ending", string(format))
		}
		if err := document.Save(s.ctx, path, doc, *q.replace, nil); err != nil {
			return nil, err
		}
		s.say("terminal.file.written", "file", path)
		files = append(files, path)
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
		v.Rows = append(v.Rows, each(r, report.Cell.String))
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
