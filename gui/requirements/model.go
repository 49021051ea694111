package requirements

import (
	"maps"
	"slices"
	"strings"
	"time"

	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
	"infoklass/gui/present"
)

// row is one line of the list of an asset's requirements: a
// requirement, or the heading of those that follow.
type row struct {
	Heading string // the words of a heading, empty for a requirement
	Count   string // of a heading: how many of its requirements are answered
	requirement.Selected
	Given     requirement.Assessment // the answer in force
	Inherited bool
	From      string // the platform that the answer comes from
	Exception *requirement.Exception
	Holds     bool // the exception is in force
	Lapsed    bool // it has run out and the requirement is back, as the policy says
}

// Key identifies a row, also after it has changed.
func (r row) Key() string {
	if r.Selected.Requirement == nil {
		return "heading " + r.Heading
	}
	return r.ID
}

// IsHeading reports whether a line is a heading, not a requirement.
func (r row) IsHeading() bool { return r.Selected.Requirement == nil }

// Words is the answer as the list writes it.
func (r row) Words(p *text.Printer) string {
	said := r.Given.Answer.Label().In(p)
	switch {
	case r.IsHeading():
		return r.Count
	case r.Lapsed:
		return p.T("requirements.row.lapsed")
	case r.Holds && r.Given.Answer != requirement.Met:
		return p.T("requirements.row.excepted", "answer", said)
	case r.Inherited:
		return p.T("requirements.row.inherited", "answer", said)
	}
	return said
}

// rowQuery chooses which requirements of an asset are listed.
type rowQuery struct {
	// Open keeps the unassessed; Gaps keeps the partly met and unmet, with or
	// without an exception. Both together keep either.
	Open, Gaps bool
	Aspect     *classify.Aspect
	Target     requirement.Target
	ByTarget   bool // grouped by what they are set on instead of by category
}

// sheet is an asset's requirements and how far they are met.
type sheet struct {
	Rows      []row // the requirements, without headings
	Undecided []classify.Aspect
	Figures   requirement.Figures
}

// readSheet reads an asset's requirements. Given holds answers that are on
// their way to the register and count already, by requirement.
func readSheet(p *text.Printer, r *register.Register, rec *register.Record, given map[string]requirement.Assessment) sheet {
	standing := rec.Standing
	if len(given) > 0 {
		standing.Assessments = maps.Clone(standing.Assessments)
		if standing.Assessments == nil {
			standing.Assessments = map[string]requirement.Assessment{}
		}
		maps.Copy(standing.Assessments, given)
	}
	list := r.Requirements().ListOf(rec)
	sheet := sheet{Undecided: list.Undecided, Figures: list.Fulfil(standing, r.Today())}
	for _, s := range list.Requirements {
		sheet.Rows = append(sheet.Rows, requirementRow(p, r, standing, s, r.Today()))
	}
	return sheet
}

func requirementRow(p *text.Printer, r *register.Register, st requirement.Standing, s requirement.Selected, today time.Time) row {
	row := row{Selected: s}
	row.Given, row.Inherited = st.Of(s.ID)
	if row.Inherited {
		row.From = r.NameOf(p, row.Given.Asset)
	}
	if x, ok := st.Exceptions[s.ID]; ok {
		row.Exception, row.Holds = &x, x.Holds(today)
		row.Lapsed = duty.LapsedException(r.Settings().Policy, x, row.Given.Answer, today)
	}
	return row
}

// Shown are the rows that are asked for, under headings.
func (s sheet) Shown(p *text.Printer, show rowQuery) []row {
	groups := map[string][]row{}
	var order []string
	if show.ByTarget {
		for _, t := range requirement.Targets {
			order = append(order, t.Label().In(p))
		}
	} else {
		for _, c := range requirement.Categories {
			order = append(order, c.Label().In(p))
		}
	}
	for _, row := range s.Rows {
		if !show.keeps(row) {
			continue
		}
		heading := row.Category.Label().In(p)
		if show.ByTarget {
			heading = row.Target.Label().In(p)
		}
		groups[heading] = append(groups[heading], row)
	}
	var out []row
	for _, heading := range order {
		rows := groups[heading]
		if len(rows) == 0 {
			continue
		}
		answered := 0
		for _, row := range rows {
			if row.Given.Answer != requirement.Unassessed {
				answered++
			}
		}
		count := p.T("requirements.heading.count", "answered", p.Int(answered), "all", p.Int(len(rows)))
		out = append(append(out, row{Heading: heading, Count: count}), rows...)
	}
	return out
}

func (f rowQuery) keeps(row row) bool {
	if f.Aspect != nil && !slices.Contains(row.Because, *f.Aspect) {
		return false
	}
	if f.Target != "" && row.Target != f.Target {
		return false
	}
	open := row.Given.Answer == requirement.Unassessed
	gap := row.Given.Answer == requirement.Unmet || row.Given.Answer == requirement.Partly
	return !f.Open && !f.Gaps || f.Open && open || f.Gaps && gap
}

// nextOpen is the requirement to go on to after one of the rows shown: the one
// below it, or the last.
func nextOpen(rows []row, after string) (string, bool) {
	at := slices.IndexFunc(rows, func(r row) bool { return r.Key() == after })
	for _, row := range rows[at+1:] {
		if !row.IsHeading() {
			return row.ID, true
		}
	}
	return "", false
}

// tabTitle is the title of the tab: how many are met or do not apply, of how many.
func tabTitle(p *text.Printer, f requirement.Figures) string {
	n := f.All.Applying() + f.All.Inapplicable
	if n == 0 {
		return p.T("requirements.tab.none")
	}
	return p.T("requirements.tab", "met", p.Int(f.All.Met+f.All.Inapplicable), "all", p.Int(n))
}

// shareFigure is the share met of one aspect, or of all, with what is beside it.
type shareFigure struct {
	Name  string // the aspect's letter, or a word for all
	Share string // "45 %", or a dash where nothing applies
	Part  float32
	Open  string // "3 ej bedömda", empty for none
}

// shareFigures are the share met as a whole and per aspect.
func shareFigures(p *text.Printer, f requirement.Figures) []shareFigure {
	out := []shareFigure{newShareFigure(p, p.T("requirements.all"), f.All)}
	for _, a := range classify.Aspects {
		out = append(out, newShareFigure(p, p.T("aspect."+a.Key()+".letter"), f.ByAspect[a]))
	}
	return out
}

func newShareFigure(p *text.Printer, name string, f requirement.Fulfilment) shareFigure {
	out := shareFigure{Name: name, Share: "–"}
	if share, ok := f.Share(); ok {
		out.Share, out.Part = sharePercent(p, share), float32(share)
	}
	if f.Unassessed > 0 {
		out.Open = p.N("requirements.open", f.Unassessed)
	}
	return out
}

// sharePercent writes a share from 0 to 1. It is rounded down: what is not all met is never 100 %.
func sharePercent(p *text.Printer, share float64) string {
	return p.T("requirements.percent", "n", p.Int(int(share*100+1e-9)))
}

// rowFacts are the particulars above a requirement's text.
func rowFacts(p *text.Printer, row row) string {
	parts := []string{row.ID, row.Category.Label().In(p), p.T("requirements.on", "target", strings.ToLower(row.Target.Label().In(p)))}
	if row.Baseline() {
		parts = append(parts, p.T("requirements.baseline"))
	} else {
		var letters []string
		for _, a := range row.Because {
			letters = append(letters, p.T("aspect."+a.Key()+".letter"))
		}
		parts = append(parts, p.T("requirements.from", "rank", p.Int(row.Rank), "aspects", strings.Join(letters, " ")))
	}
	return present.Joined(" · ", append(parts, control(row.Requirement))...)
}

// control is the number of ISO's control, kept on one line.
func control(r *requirement.Requirement) string {
	return strings.ReplaceAll(r.Control(), " ", "\u00a0")
}

// rowNotes are the sentences beneath a requirement's text: what it replaces,
// what is not known, where the answer comes from.
func rowNotes(p *text.Printer, row row) []string {
	var out []string
	if len(row.Instead) > 0 {
		out = append(out, p.T("requirements.instead", "ids", strings.Join(row.Instead, ", ")))
	}
	if row.Perhaps {
		out = append(out, row.Condition.Label().In(p))
	}
	if row.Inherited {
		key := "requirements.inherited"
		if row.Given.Requirement != row.ID {
			key = "requirements.inherited.stronger"
		}
		out = append(out, p.T(key, "platform", row.From, "requirement", row.Given.Requirement))
	}
	return out
}

// exceptionWords says until when an exception is or was in force, empty without one.
func exceptionWords(p *text.Printer, row row) string {
	switch {
	case row.Exception == nil:
		return ""
	case row.Holds:
		return p.T("requirements.exception.holds", "ends", row.Exception.Ends, "by", row.Exception.DecidedBy)
	case !row.Lapsed:
		return p.T("requirements.exception.over", "ends", row.Exception.Ends)
	}
	return p.T("requirements.exception.lapsed", "ends", row.Exception.Ends)
}
