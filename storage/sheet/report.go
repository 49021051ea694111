package sheet

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/report"
	"infoklass/domain/text"
)

// Report writes the tables and charts of doc to w as an Excel workbook, one
// sheet each, made to be sorted, filtered and printed; the last sheet says what
// the document is. Texts are never taken for formulas. Progress, which may be
// nil, is called with the rows done and the rows in all.
func Report(ctx context.Context, w io.Writer, doc report.Document, progress func(done, total int)) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	r := &reportBook{ctx: ctx, file: f, doc: doc, p: text.In(doc.Lang), progress: progress, names: map[string]bool{}}
	if err := r.write(); err != nil {
		return fmt.Errorf("sheet: write report: %w", err)
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("sheet: write report: %w", err)
	}
	return nil
}

// reportBook is one workbook being written.
type reportBook struct {
	ctx      context.Context
	file     *excelize.File
	doc      report.Document
	p        *text.Printer
	look     reportStyles
	names    map[string]bool // of the sheets so far, in lower case
	progress func(done, total int)
	done     int
	total    int
}

func (r *reportBook) write() error {
	var err error
	if r.look, err = newReportStyles(r.file); err != nil {
		return err
	}
	var tables []report.Table
	for _, b := range r.doc.Blocks {
		switch b := b.(type) {
		case report.Table:
			tables = append(tables, b)
		case report.Bars:
			tables = append(tables, chartTable(r.p, b))
		}
	}
	for _, t := range tables {
		r.total += len(t.Rows)
	}
	for _, t := range tables {
		if err := r.table(t); err != nil {
			return err
		}
	}
	if err := r.about(); err != nil {
		return err
	}
	r.file.SetActiveSheet(0)
	return r.file.SetDocProps(&excelize.DocProperties{
		Title: r.doc.Title, Subject: r.doc.Subtitle, Creator: r.doc.Meta.Municipality, Language: string(r.doc.Lang),
		Created: r.day(), Modified: r.day(),
	})
}

// day is the document's own day as a moment: the same document gives the same properties.
func (r *reportBook) day() string {
	t, err := time.Parse(time.DateOnly, r.doc.Meta.Date)
	if err != nil {
		return "2000-01-01T00:00:00Z"
	}
	return t.Format(time.RFC3339)
}

// sheet makes a sheet that prints on one page's width, and returns its name. A
// workbook begins with one sheet, which the first table takes over.
func (r *reportBook) sheet(title string, headed bool) (string, error) {
	name := r.sheetName(title)
	var err error
	if len(r.names) == 1 {
		err = r.file.SetSheetName(r.file.GetSheetName(0), name)
	} else {
		_, err = r.file.NewSheet(name)
	}
	if err != nil {
		return "", err
	}
	orientation, a4, width, height := "portrait", 9, 1, 0
	if headed {
		orientation = "landscape"
		quoted := "'" + strings.ReplaceAll(name, "'", "''") + "'!$1:$1"
		if err := r.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted, Scope: name}); err != nil {
			return "", err
		}
	}
	layout := &excelize.PageLayoutOptions{Orientation: &orientation, Size: &a4, FitToWidth: &width, FitToHeight: &height}
	if err := r.file.SetPageLayout(name, layout); err != nil {
		return "", err
	}
	return name, r.file.SetHeaderFooter(name, r.headerFooter())
}

// stream begins the writing of a sheet whose filter, if any, is set: setting
// one forgets the sheet's properties.
func (r *reportBook) stream(name string, widths []float64) (*excelize.StreamWriter, error) {
	fit := true
	if err := r.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return nil, err
	}
	out, err := r.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	// The last column first: each width is written before the ones set earlier,
	// and Excel wants them in order.
	for i, w := range slices.Backward(widths) {
		if err := out.SetColWidth(i+1, i+1, w); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// headerFooter says on every printed page what the document is. An ampersand
// in a text is written twice, for one begins a code.
func (r *reportBook) headerFooter() *excelize.HeaderFooterOptions {
	m := r.doc.Meta
	right := joined(" · ", r.doc.StatusLabel(), m.Marking, m.Date)
	pages := r.p.T("report.pageOf", "page", "&P", "pages", "&N")
	return &excelize.HeaderFooterOptions{
		OddHeader: "&L" + coded(m.Municipality) + "&C" + coded(joined(" – ", r.doc.Title, m.Object)) + "&R" + coded(right),
		OddFooter: "&L" + coded(m.Dnr) + "&R" + pages,
	}
}

// headerLimit keeps header and footer under the 255 characters that Excel allows.
const headerLimit = 70

func coded(s string) string {
	if r := []rune(s); len(r) > headerLimit {
		s = string(r[:headerLimit-1]) + "…"
	}
	s = strings.ReplaceAll(s, "&", "&&")
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		s = " " + s // a digit after a code would be read as a size
	}
	return s
}

func joined(sep string, parts ...string) string {
	var stated []string
	for _, p := range parts {
		if p != "" {
			stated = append(stated, p)
		}
	}
	return strings.Join(stated, sep)
}

// sheetName makes a title into a name that Excel takes and that no sheet has yet.
func (r *reportBook) sheetName(title string) string {
	clean := strings.Trim(strings.Map(func(c rune) rune {
		if strings.ContainsRune(`:\/?*[]`, c) || c < ' ' {
			return ' '
		}
		return c
	}, title), " '")
	if clean == "" {
		clean = r.doc.Title
	}
	const longest = 31
	for n := 1; ; n++ {
		end := ""
		if n > 1 {
			end = fmt.Sprintf(" (%d)", n)
		}
		name := []rune(clean)
		name = name[:min(len(name), longest-len(end))]
		candidate := strings.TrimSpace(string(name)) + end
		if key := strings.ToLower(candidate); !r.names[key] {
			r.names[key] = true
			return candidate
		}
	}
}
