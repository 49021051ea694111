package requirements

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// standing is how far one asset meets its protection requirements.
type standing struct {
	Record  *register.Record
	Board   string
	Figures requirement.Fulfilment
	Share   float64 // from 0 to 1; 0 where nothing applies
	Lapsed  int     // exceptions that have run out, of what is still not met
	Ends    string  // the day that the next exception in force ends, empty for none
}

// Gaps are the requirements partly or not met.
func (f standing) Gaps() int { return f.Figures.Unmet + f.Figures.Partly }

// standings returns how far each asset that is not retired meets its
// requirements. The worst is first: one with an exception that has run out, then
// the smallest share met, and of equal shares the most requirements unassessed.
func standings(r *register.Register, j *duty.Judgement) []standing {
	today, catalogue := r.Today(), r.Requirements().Catalogue()
	lists := map[requirement.Object]requirement.List{}
	boards := map[string]string{}
	records := r.Records()
	out := make([]standing, 0, len(records))
	for _, rec := range records {
		if rec.Asset.Status == asset.Retired {
			continue
		}
		o := requirement.ObjectOf(rec.Asset, rec.Profile())
		list, known := lists[o]
		if !known {
			list = catalogue.Select(o)
			lists[o] = list
		}
		board, known := boards[rec.Asset.Unit]
		if !known {
			b, _ := r.Organisation().Board(rec.Asset.Unit)
			board = b.Name
			boards[rec.Asset.Unit] = board
		}
		f := fulfilled(rec, list, today)
		f.Board, f.Lapsed = board, j.Lapsed(rec.Asset.ID)
		out = append(out, f)
	}
	slices.SortFunc(out, worseFirst)
	return out
}

func fulfilled(rec *register.Record, list requirement.List, today time.Time) standing {
	f := standing{Record: rec}
	if rec.Standing.Silent() && len(rec.Standing.Exceptions) == 0 {
		f.Figures.Unassessed = len(list.Requirements)
		return f
	}
	f.Figures = list.Fulfil(rec.Standing, today).All
	f.Share, _ = f.Figures.Share()
	for _, s := range list.Requirements {
		x, ok := rec.Standing.Exceptions[s.ID]
		answer := rec.Standing.Answer(s.ID)
		switch {
		case !ok || answer == requirement.Met || answer == requirement.Inapplicable:
		case x.Holds(today) && (f.Ends == "" || x.Ends < f.Ends):
			f.Ends = x.Ends
		}
	}
	return f
}

// sorting is what the columns sort assets by.
var sorting = map[string]present.By[standing]{
	"name":  {Text: func(s standing) string { return s.Record.Asset.Name }},
	"board": {Text: func(s standing) string { return s.Board }},
	"share": {Compare: func(a, b standing) int { return cmp.Compare(a.Share, b.Share) }},
	"open":  {Compare: func(a, b standing) int { return cmp.Compare(a.Figures.Unassessed, b.Figures.Unassessed) }},
	"gaps":  {Compare: func(a, b standing) int { return cmp.Compare(a.Gaps(), b.Gaps()) }},
	"ends":  {Compare: func(a, b standing) int { return cmp.Or(-cmp.Compare(a.Lapsed, b.Lapsed), lastEmpty(a.Ends, b.Ends)) }},
}

// worseFirst orders assets: exceptions that have run out, then the smallest share met,
// and of equal shares the most that nobody has assessed.
func worseFirst(a, b standing) int {
	return cmp.Or(-cmp.Compare(a.Lapsed, b.Lapsed), cmp.Compare(a.Share, b.Share), -cmp.Compare(a.Figures.Unassessed, b.Figures.Unassessed),
		cmp.Compare(a.Record.Asset.ID, b.Record.Asset.ID))
}

func lastEmpty(a, b string) int {
	if (a == "") != (b == "") {
		return strings.Compare(b, a)
	}
	return strings.Compare(a, b)
}

// standingQuery chooses assets of the list.
type standingQuery struct {
	Text               string
	Open, Gaps, Except bool // keep those with requirements not assessed, not met, or with exceptions; together any of them
}

// shownStandings keeps the assets that are asked for.
func shownStandings(rows []standing, show standingQuery) []standing {
	want := text.Fold(show.Text)
	var out []standing
	for _, f := range rows {
		if want != "" && !strings.Contains(text.Fold(f.Record.Asset.Name+" "+f.Board), want) {
			continue
		}
		any := !show.Open && !show.Gaps && !show.Except
		if any || show.Open && f.Figures.Unassessed > 0 || show.Gaps && f.Gaps() > 0 || show.Except && (f.Lapsed > 0 || f.Ends != "") {
			out = append(out, f)
		}
	}
	return out
}

// ExceptionsText says when the exceptions of an asset end.
func (f standing) ExceptionsText(p *text.Printer) string {
	switch {
	case f.Lapsed > 0:
		return p.N("requirements.exceptions.lapsed", f.Lapsed)
	case f.Ends != "":
		return p.N("requirements.exceptions.until", max(1, f.Figures.Excepted), "ends", f.Ends)
	}
	return ""
}

// procurementWords says how many requirements the bidder is set.
func procurementWords(p *text.Printer, r *register.Register, rec *register.Record) string {
	doc, err := report.ProcurementOf(r, p, rec)
	if err != nil {
		return text.Explain(p, err)
	}
	n, wishes := 0, 0
	for _, b := range doc.Blocks {
		if t, ok := b.(report.Table); ok {
			n += len(t.Rows)
			for _, row := range t.Rows {
				if row[5].Number != nil {
					wishes++
				}
			}
		}
	}
	return p.N("requirements.procurement.count", n, "wishes", p.Int(wishes), "profile", rec.Profile().String())
}
