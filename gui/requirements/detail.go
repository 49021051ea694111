package requirements

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/action"
	"infoklass/domain/requirement"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// detail shows the requirement that the list is at, with buttons to answer by;
// with several selected they are answered alike.
type detail struct {
	tab *Tab
	id  string // of the requirement shown, empty for none or several

	title, facts, words *widgets.Text
	notes               *fyne.Container
	answers             map[requirement.Answer]*widgets.ChoiceCard
	comment             *widgets.Entry
	evidence, by        *widgets.Entry
	commentRow          *widgets.FormRow
	evidenceRow         *widgets.FormRow
	shared              *widgets.Chip
	exception           *widgets.Text
	except, action      *widgets.Button
	asking              bool // for the reason why the requirement is not applicable
	goOn                bool // after that reason
	body                *fyne.Container
	object              *widgets.Scroller
}

func newDetail(t *Tab) *detail {
	p := t.Text
	d := &detail{tab: t, notes: widgets.Column(widgets.Tight), answers: map[requirement.Answer]*widgets.ChoiceCard{}}
	d.title = widgets.NewWrapped("", widgets.Section, widgets.Plain)
	d.facts = widgets.NewWrapped("", widgets.Small, widgets.Muted)
	d.words = widgets.NewWrapped("", widgets.Body, widgets.Plain)
	d.exception = widgets.NewWrapped("", widgets.Small, widgets.Plain)
	d.comment, d.evidence, d.by = widgets.NewLongEntry("", 2), widgets.NewEntry(""), widgets.NewEntry(t.Memory.StringWithFallback(keyBy, ""))
	d.commentRow = widgets.NewFormRow(p.T("requirements.comment"), "", d.comment)
	d.evidenceRow = widgets.NewFormRow(p.T("requirements.evidence"), p.T("requirements.evidence.hint"), d.evidence)
	d.comment.OnCommit = d.commented
	d.comment.OnNext = d.noted
	d.evidence.OnCommit = func(s string) { d.store(func(a *requirement.Assessment) { a.Evidence = strings.TrimSpace(s) }) }
	d.evidence.OnNext = d.noted
	d.by.OnCommit = d.assessedBy
	d.by.OnNext = d.noted
	for _, e := range []*widgets.Entry{d.comment, d.evidence, d.by} {
		e.OnEscape = func() { t.list.Table.Focus() }
	}
	d.shared = widgets.NewChip(p.T("requirements.shared"), d.share)
	d.except = widgets.NewButton("", func() { t.askException(d.id) }).Compact()
	d.action = widgets.NewButton(p.T("requirements.action"), func() { t.opt.OnAction(t.id, d.id) }).Compact()
	d.body = widgets.Column(widgets.Near,
		d.title, d.facts, d.words, d.notes, d.buttons(), d.commentRow, d.evidenceRow,
		widgets.NewFormRow(p.T("requirements.by"), "", d.by), d.shared, d.exception,
		widgets.Flow(widgets.Near, d.except, d.action),
		widgets.NewWrapped(p.T("requirements.keys"), widgets.Caption, widgets.Muted))
	d.object = widgets.Scrolled(widgets.NewCard("", d.body))
	return d
}

// buttons are the answers, in the order of their digits.
func (d *detail) buttons() fyne.CanvasObject {
	p := d.tab.Text
	row := widgets.Flow(widgets.Near)
	for i, a := range requirement.Answers {
		digit := i + 1
		if a == requirement.Unassessed {
			digit = 0
		}
		b := widgets.NewChoiceLine(p.T("requirements.answer", "digit", p.Int(digit), "answer", a.Label().In(p)), func() { d.tab.answer(a, false) })
		b.OnAgain = d.tab.goOn
		b.OnArrow = func(step int) { d.step(i + step) }
		d.answers[a] = b
		row.Add(widgets.Sized(b.Wanted(), 0, b))
	}
	return row
}

// step moves the keyboard to another answer.
func (d *detail) step(to int) {
	if to >= 0 && to < len(requirement.Answers) {
		d.answers[requirement.Answers[to]].Focus()
	}
}

// apply shows what is selected in the list.
func (d *detail) apply() {
	rows := d.tab.chosen()
	d.body.Hidden = len(rows) == 0
	switch len(rows) {
	case 0:
		d.id = ""
	case 1:
		d.one(rows[0])
	default:
		d.several(rows)
	}
	d.object.Refresh()
}

func (d *detail) one(row row) {
	p := d.tab.Text
	if d.id != row.ID {
		d.asking = false
		d.commentRow.Fault("")
		d.id = row.ID
		d.object.ScrollToTop()
	}
	d.title.SetText(row.Title.In(p.Lang()))
	d.facts.SetText(rowFacts(p, row))
	d.words.SetText(row.Text.In(p.Lang()))
	d.notes.Objects = nil
	for _, note := range rowNotes(p, row) {
		d.notes.Add(widgets.NewMarked(mark.Info, widgets.Accent, widgets.NewWrapped(note, widgets.Small, widgets.Plain)))
	}
	doing := present.ActionNotes(p, d.tab.Register, d.tab.Register.Plan().ActionsOf(d.tab.id))
	if note := doing[present.ActionKey{About: d.tab.id, Kind: action.Requirement, ID: row.ID}]; note != "" {
		d.notes.Add(widgets.NewMarked(mark.Calendar, widgets.Accent, widgets.NewWrapped(note, widgets.Small, widgets.Plain)))
	}
	d.notes.Hidden = len(d.notes.Objects) == 0
	d.choose(row.Given.Answer)
	own := d.tab.own(row)
	d.fill(d.comment, own.Comment)
	d.fill(d.evidence, own.Evidence)
	d.fill(d.by, cmp.Or(own.By, d.tab.Memory.StringWithFallback(keyBy, "")))
	d.evidenceRow.Show()
	users := len(d.tab.Register.Requirements().PlatformUsers(d.tab.id)) > 0
	d.shared.Hidden = !users && !own.Shared
	d.shared.Set(p.T("requirements.shared"), own.Shared)
	d.exception.SetText(exceptionWords(p, row))
	d.exception.Hidden = row.Exception == nil
	d.except.Hidden = false
	d.except.SetText(exceptLabel(p, row))
	d.action.Hidden = d.tab.opt.OnAction == nil
}

// fill shows a stored value, unless something else is being written there.
func (d *detail) fill(e *widgets.Entry, value string) {
	if d.asking && e == d.comment || d.tab.Window.Canvas() != nil && d.tab.Window.Canvas().Focused() == e && e.Text != value {
		return
	}
	if e.Text != value {
		e.SetValue(value)
	}
}

func (d *detail) several(rows []row) {
	p := d.tab.Text
	if d.id != "" {
		d.comment.SetValue("")
	}
	d.id = ""
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	d.title.SetText(p.N("requirements.several", len(rows)))
	d.facts.SetText(strings.Join(ids, ", "))
	d.words.SetText(p.T("requirements.several.words"))
	d.notes.Hidden, d.exception.Hidden, d.except.Hidden, d.action.Hidden = true, true, true, true
	d.evidenceRow.Hide()
	users := len(d.tab.Register.Requirements().PlatformUsers(d.tab.id)) > 0
	d.shared.Hidden = !users
	all := true
	for _, row := range rows {
		all = all && d.tab.own(row).Shared
	}
	d.shared.Set(p.T("requirements.shared"), all)
	d.choose("")
}

func (d *detail) choose(answer requirement.Answer) {
	for a, b := range d.answers {
		b.SetChosen(a == answer)
	}
}

// askWhy asks for the reason why a requirement is not applicable.
func (d *detail) askWhy(goOn bool) {
	d.asking, d.goOn = true, goOn
	d.choose(requirement.Inapplicable)
	d.commentRow.Fault(d.tab.Text.T("requirements.why"))
	d.object.Refresh()
	d.tab.Window.Canvas().Focus(d.comment)
}

// commented stores a comment; where it was asked for, the answer with it.
func (d *detail) commented(s string) {
	if d.asking {
		if strings.TrimSpace(s) != "" {
			d.tab.answer(requirement.Inapplicable, false)
		}
		return
	}
	d.store(func(a *requirement.Assessment) { a.Comment = strings.TrimSpace(s) })
}

func (d *detail) answered() {
	d.asking = false
	d.commentRow.Fault("")
}

// noted goes on to the next requirement after something was written.
func (d *detail) noted() {
	if d.asking {
		return
	}
	d.tab.goOn()
}

// goOn moves the list to the next requirement and the keyboard to the list.
func (t *Tab) goOn() {
	rows := t.chosen()
	if len(rows) > 0 {
		if next, ok := nextOpen(t.list.Table.Rows(), rows[len(rows)-1].ID); ok {
			t.list.Table.SelectKeys(next)
		}
	}
	t.list.Table.Focus()
}

// write moves the keyboard to the comment.
func (d *detail) write() {
	if !d.body.Hidden {
		d.tab.Window.Canvas().Focus(d.comment)
	}
}

func (d *detail) assessedBy(s string) {
	s = strings.TrimSpace(s)
	d.tab.Memory.SetString(keyBy, s)
	rows := d.tab.chosen()
	if len(rows) == 1 && rows[0].Given.Answer != requirement.Unassessed && !rows[0].Inherited {
		d.store(func(a *requirement.Assessment) { a.By = s })
	}
}

func (d *detail) store(change func(*requirement.Assessment)) {
	if d.id != "" {
		d.tab.note(d.id, change)
	}
}

// share says that the answers hold for every asset that uses the platform, or takes it back.
func (d *detail) share() {
	on := !d.shared.Active()
	var answers []requirement.Assessment
	for _, row := range d.tab.chosen() {
		one := d.tab.own(row)
		one.Shared = on
		answers = append(answers, one)
	}
	d.tab.store(answers)
}
