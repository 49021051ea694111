package requirements

import (
	"context"
	"slices"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/requirement"
	"infoklass/gui/forms"
	"infoklass/gui/widgets"
)

// requirementForm changes a requirement, or adds one of the municipality's own.
type requirementForm struct {
	*forms.Form
	page *Catalogue
	now  requirement.Requirement
	own  bool // everything can be changed, not rank, weight and words alone
	add  bool

	title, words, replaces, reason string // as they are written
	aspects                        [4]bool
	trouble                        *forms.Field
}

// askAdd adds a requirement of the municipality's own.
func (c *Catalogue) askAdd() {
	c.askRequirement(&requirementForm{own: true, add: true, now: requirement.Requirement{
		ID: c.Register.Requirements().Catalogue().NextOwn(), Category: requirement.Categories[0], Target: requirement.OnSystem, Rank: 1, Aspects: classify.Aspects[:],
	}})
}

// askChange changes the requirement that the list is at.
func (c *Catalogue) askChange() {
	if at, ok := c.Current(); ok {
		change, _ := c.Register.Requirements().Catalogue().Change(at.ID)
		c.askRequirement(&requirementForm{own: change.Own != nil, now: *at.Requirement, reason: change.Reason})
	}
}

func (c *Catalogue) askRequirement(f *requirementForm) {
	p := c.Text
	f.Form, f.page = forms.New(c.Stage), c
	f.OnSave = f.save
	f.title, f.words, f.replaces = f.now.Title.In(p.Lang()), f.now.Text.In(p.Lang()), strings.Join(f.now.Replaces, ", ")
	title, id := f.Line(p.T("catalogue.name"), "", &f.title), p.T("catalogue.change.title", "id", f.now.ID)
	f.trouble = f.Trouble(title)
	f.Row(f.trouble)
	if f.add {
		id = p.T("catalogue.add.title")
		f.Row(f.Line(p.T("catalogue.id"), p.T("catalogue.id.hint"), &f.now.ID))
	}
	f.Row(title)
	f.Row(f.Long(p.T("catalogue.words"), "", 3, &f.words))
	if f.own {
		f.place()
	}
	f.Row(numbers(f, "catalogue.rank", 3, &f.now.Rank, func(n int) string { return rankLabel(p, n) }),
		numbers(f, "catalogue.weight", requirement.MaxWeight, &f.now.Weight, func(n int) string { return weightLabel(p, n) }))
	f.Row(f.Line(p.T("catalogue.reason"), p.T("catalogue.reason.hint"), &f.reason))
	f.Open(forms.Dialog{Title: id, Width: 580, Cancel: p.T("requirements.cancel"), Save: p.T("catalogue.save")}, title)
}

// numbers is a choice of the numbers from 0 to most.
func numbers(f *requirementForm, key string, most int, to *int, words func(int) string) *forms.Field {
	values := make([]int, most+1)
	for i := range values {
		values[i] = i
	}
	return among(f, key, to, words, values...)
}

func among[T comparable](f *requirementForm, key string, to *T, words func(T) string, values ...T) *forms.Field {
	return forms.ChoiceOf(f.Form, f.page.Text.T(key), to, forms.Choice[T]{Values: forms.Among(values...), Words: words, Wide: true})
}

// place adds the fields that only a requirement of the municipality's own has.
func (f *requirementForm) place() {
	p := f.page.Text
	aspects := widgets.Flow(widgets.Near)
	for _, a := range classify.Aspects {
		f.aspects[a] = slices.Contains(f.now.Aspects, a)
		chip := widgets.NewChip("", nil)
		chip.OnTapped = func() {
			f.aspects[a] = !f.aspects[a]
			chip.Set(p.T("aspect."+a.Key()), f.aspects[a])
		}
		chip.Set(p.T("aspect."+a.Key()), f.aspects[a])
		aspects.Add(chip)
	}
	f.Row(among(f, "catalogue.category", &f.now.Category, func(c requirement.Category) string { return c.Label().In(p) }, requirement.Categories...),
		among(f, "catalogue.target", &f.now.Target, func(t requirement.Target) string { return t.Label().In(p) }, requirement.Targets...))
	f.Row(f.Custom(p.T("catalogue.aspects"), "", aspects, nil))
	f.Row(among(f, "catalogue.condition", &f.now.Condition, func(c requirement.Condition) string { return conditionLabel(p, c) }, append([]requirement.Condition{""}, requirement.Conditions...)...),
		f.Line(p.T("catalogue.iso"), p.T("catalogue.iso.hint"), &f.now.ISO))
	f.Row(f.Line(p.T("catalogue.replacing"), p.T("catalogue.replacing.hint"), &f.replaces))
}

// save stores the requirement. A refusal is shown in the dialog, and what was written stays.
func (f *requirementForm) save() {
	r, lang, now := f.page.Register.Requirements(), f.page.Text.Lang(), f.now
	now.Title, now.Text = reword(now.Title, lang, f.title), reword(now.Text, lang, f.words)
	if f.own {
		now.ID, now.ISO, now.Replaces = strings.ToUpper(strings.TrimSpace(now.ID)), strings.TrimSpace(now.ISO), nil
		now.Aspects = nil
		for ref := range strings.FieldsFuncSeq(f.replaces, func(c rune) bool { return c == ',' || c == ' ' || c == ';' }) {
			now.Replaces = append(now.Replaces, strings.ToUpper(ref))
		}
		for _, a := range classify.Aspects {
			if f.aspects[a] {
				now.Aspects = append(now.Aspects, a)
			}
		}
	}
	reason, add := f.reason, f.add
	forms.Change(f.Form, f.trouble, func(ctx context.Context) error {
		if add {
			return r.AddRequirement(ctx, now)
		}
		return r.ReviseRequirement(ctx, now, reason)
	}, func() {
		f.page.Refresh()
		f.page.Mark(now.ID)
	})
}
