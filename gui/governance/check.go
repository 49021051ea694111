package governance

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// checkForm is the dialog that a yearly check is recorded in.
type checkForm struct {
	stage.Stage
	check   governance.Check
	base    ledger.Revision
	dialog  *widgets.Dialog
	rows    *fyne.Container
	trouble *widgets.FormRow // where a refusal is told: at who made it

	by, outcome *widgets.Entry
	on          *widgets.DateEntry
	counts      [3]*widgets.Entry // staff, trained, external; nil but for training
	answers     []*answerRow
}

// answerRow is one question of a compliance check.
type answerRow struct {
	question string
	reply    governance.Reply
	chip     *widgets.Chip
	finding  *widgets.Entry
}

// editCheck opens the form for a check, a new one where it has no id.
func editCheck(s stage.Stage, row present.CheckRow, c governance.Check) {
	p := s.Text
	f := &checkForm{Stage: s, check: c.Clone(), base: s.Register.RevisionOf(register.KindCheck.Ref(c.ID))}
	unit, _ := s.Register.Organisation().Unit(c.Unit)
	f.by, f.outcome = widgets.NewEntry(c.By), widgets.NewLongEntry(c.Outcome, 2)
	f.outcome.OnNext = f.save // Ctrl+Enter: Enter begins a new line
	f.on = widgets.NewDateEntry(p, parseDay(c.On), true, s.Register.Today)
	f.trouble = widgets.NewFormRow(p.T("governance.column.by"), "", f.by)
	day := widgets.NewFormRow(p.T("governance.column.made"), "", f.on)
	f.on.OnFault = day.Fault
	f.rows = widgets.Column(10, widgets.NewWrapped(p.T("governance.check.of", "check", row.What, "unit", unit.Name), widgets.Strong, widgets.Plain),
		widgets.NewWrapped(text.Msg(checkWords[c.Kind]).In(p), widgets.Small, widgets.Muted),
		widgets.Columns(widgets.Apart, nil, f.trouble, day))
	first := f.fields()
	f.rows.Add(widgets.NewFormRow(p.T(outcomeLabels[c.Kind]), "", f.outcome))
	f.dialog = widgets.NewDialog(s.Window.Canvas(), p.T("governance.check.title"), formWidth, f.rows,
		widgets.NewButton(p.T("governance.form.cancel"), func() { f.dialog.Close() }), widgets.NewPrimary(p.T("governance.form.save"), f.save))
	f.dialog.Show(first)
}

// checkWords explain a check, outcomeLabels name the field of what came out of it.
var (
	checkWords = map[governance.CheckKind]string{
		governance.Needs: "governance.words.needs", governance.Training: "governance.words.training", governance.Compliance: "governance.words.compliance",
	}
	outcomeLabels = map[governance.CheckKind]string{
		governance.Needs: "governance.outcome.needs", governance.Training: "governance.outcome.training", governance.Compliance: "governance.outcome.compliance",
	}
)

// fields adds what only one kind of check has, and returns where the keyboard begins.
func (f *checkForm) fields() fyne.Focusable {
	switch f.check.Kind {
	case governance.Training:
		var columns []fyne.CanvasObject
		for i, n := range []*int{f.check.Staff, f.check.Trained, f.check.External} {
			f.counts[i] = widgets.NewEntry(written(n))
			columns = append(columns, widgets.NewFormRow(f.Text.T([]string{"governance.count.staff", "governance.count.trained", "governance.count.external"}[i]), "", f.counts[i]))
		}
		f.rows.Add(widgets.Columns(widgets.Apart, nil, columns...))
		return f.counts[0]
	case governance.Compliance:
		for _, a := range f.check.Answers {
			f.rows.Add(f.question(a))
		}
		return f.answers[0].chip
	}
	return f.outcome
}

func written(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func (f *checkForm) question(a governance.Answer) fyne.CanvasObject {
	row := &answerRow{question: a.Question, reply: a.Reply, finding: widgets.NewEntry(a.Finding)}
	row.chip = widgets.NewChoice("", func() []*fyne.MenuItem {
		return items(append([]governance.Reply{""}, governance.Replies...), row.reply, f.replyWords, func(r governance.Reply) {
			row.reply = r
			row.chip.Set(f.replyWords(r), false)
		})
	})
	row.chip.Set(f.replyWords(row.reply), false)
	f.answers = append(f.answers, row)
	return widgets.NewFormRow(a.Question, "", widgets.Border(nil, nil, widgets.Inset(0, 4, row.chip), nil, row.finding))
}

func (f *checkForm) replyWords(r governance.Reply) string {
	if r == "" {
		return f.Text.T("governance.reply.none")
	}
	return r.Label().In(f.Text)
}

func (f *checkForm) save() {
	if badDay(f.Stage, f.on) {
		return
	}
	c := f.check.Clone()
	c.By, c.Outcome, c.On = f.by.Text, f.outcome.Text, text.Date(f.on.Date())
	if c.Kind == governance.Training {
		for i, to := range []**int{&c.Staff, &c.Trained, &c.External} {
			n, ok := number(f.counts[i].Text)
			if !ok {
				f.refuse(text.Fail(nil, "governance.problem.count"))
				f.Window.Canvas().Focus(f.counts[i])
				return
			}
			*to = n
		}
	}
	c.Answers = nil
	for _, a := range f.answers {
		c.Answers = append(c.Answers, governance.Answer{Question: a.question, Reply: a.reply, Finding: a.finding.Text})
	}
	stage.SaveOr(f.Stage, func(ctx context.Context) (governance.Check, error) {
		return f.Register.Governance().SaveCheck(ctx, c, f.base)
	}, f.saved)
}

// number reads a whole number; nothing written is none.
func number(s string) (*int, bool) {
	s = strings.Join(strings.Fields(s), "")
	if s == "" {
		return nil, true
	}
	n, err := strconv.Atoi(s)
	return &n, err == nil
}

func (f *checkForm) refuse(err error) {
	f.trouble.Fault(text.Explain(f.Text, err))
	f.rows.Refresh()
}

// saved closes the form; a refusal is told and what was written stays.
func (f *checkForm) saved(c governance.Check, err error) {
	if err != nil {
		f.refuse(err)
		f.Window.Canvas().Focus(f.by)
		return
	}
	f.dialog.Close()
	f.Tell(stage.Receipt{Message: text.Msg("governance.recorded", "check", c.Kind.Label()), Undo: true})
}
