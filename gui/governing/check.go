package governing

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/governance"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/forms"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// checkForm is the dialog that a yearly check is recorded in.
type checkForm struct {
	stage.Stage
	*forms.Form
	check  governance.Check
	base   ledger.Revision
	by     *forms.Field   // where a refusal is shown: at who made it
	counts []*forms.Field // of staff, trained and external; only for training
	number [3]string      // as they are written
}

// editCheck opens the form for a check, a new one where it has no id.
func editCheck(s stage.Stage, row checkRow, c governance.Check) {
	p := s.Text
	f := &checkForm{Stage: s, Form: forms.New(s), check: c.Clone(), base: s.Register.RevisionOf(register.KindCheck.Ref(c.ID))}
	f.OnSave = f.save
	unit, _ := s.Register.Organisation().Unit(c.Unit)
	f.Put(widgets.NewWrapped(p.T("governance.check.of", "check", row.What, "unit", unit.Name), widgets.Strong, widgets.Plain),
		widgets.NewWrapped(text.Msg(checkWords[c.Kind]).In(p), widgets.Small, widgets.Muted))
	f.by = f.Line(p.T("governance.column.by"), "", &f.check.By)
	f.Row(f.by, f.Day(p.T("governance.column.made"), &f.check.On, true))
	first := f.own()
	outcome := f.Long(p.T(outcomeLabels[c.Kind]), "", 2, &f.check.Outcome)
	f.Row(outcome)
	if first == nil {
		first = outcome
	}
	f.Open(forms.Dialog{Title: p.T("governance.check.title"), Width: formWidth, Cancel: p.T("governance.form.cancel"), Save: p.T("governance.form.save")}, first)
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

// own adds the fields that only this kind of check has, and returns the first; nil for none.
func (f *checkForm) own() *forms.Field {
	switch f.check.Kind {
	case governance.Training:
		for i, n := range []*int{f.check.Staff, f.check.Trained, f.check.External} {
			f.number[i] = written(n)
			label := f.Text.T([]string{"governance.count.staff", "governance.count.trained", "governance.count.external"}[i])
			f.counts = append(f.counts, f.Line(label, "", &f.number[i]))
		}
		f.Row(f.counts...)
		return f.counts[0]
	case governance.Compliance:
		var first *forms.Field
		for i := range f.check.Answers {
			field := f.question(&f.check.Answers[i])
			f.Row(field)
			if first == nil {
				first = field
			}
		}
		return first
	}
	return nil
}

func written(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// question is a field for a reply, with what was found beside it.
func (f *checkForm) question(a *governance.Answer) *forms.Field {
	chip := forms.Menu(&a.Reply, forms.Choice[governance.Reply]{Values: forms.Among(append([]governance.Reply{""}, governance.Replies...)...), Words: f.replyWords})
	finding := widgets.NewEntry(a.Finding)
	finding.OnChanged = func(s string) { a.Finding = s }
	return f.Custom(a.Question, "", widgets.Border(nil, nil, widgets.Inset(0, 4, fyne.CanvasObject(chip)), nil, finding), chip)
}

func (f *checkForm) replyWords(r governance.Reply) string {
	if r == "" {
		return f.Text.T("governance.reply.none")
	}
	return r.Label().In(f.Text)
}

func (f *checkForm) save() {
	c := f.check.Clone()
	for i, field := range f.counts {
		n, ok := number(f.number[i])
		if !ok {
			f.Fault(f.by, f.Text.T("governance.problem.count"))
			f.Focus(field)
			return
		}
		*[]**int{&c.Staff, &c.Trained, &c.External}[i] = n
	}
	forms.Store(f.Form, f.by, func(ctx context.Context) (governance.Check, error) {
		return f.Register.Governance().SaveCheck(ctx, c, f.base)
	}, func(c governance.Check) {
		f.Tell(stage.Receipt{Message: text.Msg("governance.recorded", "check", c.Kind.Label()), Undo: true})
	})
}

// number reads a whole number, nil where nothing is written.
func number(s string) (*int, bool) {
	s = strings.Join(strings.Fields(s), "")
	if s == "" {
		return nil, true
	}
	n, err := strconv.Atoi(s)
	return &n, err == nil
}
