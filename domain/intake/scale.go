package intake

import (
	"slices"
	"strconv"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// How the scale of a table was decided, as the terminal prints it.
const (
	byLegend = "legend"
	byValues = "values"
	byAsking = "asked"
	byNone   = "none"
)

// digitsSeen counts the bare digits in the columns of levels of one table.
type digitsSeen struct {
	count  [10]int
	both   map[string]bool // scales that "3 - Allvarlig" proves
	header string          // scale stated in a header's bracket
	beside *digitsSeen     // of all tables, where they share a scale

	direction direction
	reversed  bool // the lowest digit is, or may be, the highest level
}

// scaleFor decides the scale of one table from what was seen, empty when
// neither legend nor values decide.
func (n *digitsSeen) decide(l *legend) (scale, by string) {
	if n.header != "" {
		return n.header, byLegend
	}
	if id := l.scale(); id != "" {
		return id, byLegend
	}
	if len(n.both) == 1 {
		for id := range n.both {
			return id, byLegend
		}
	}
	switch {
	case n.count[0] > 0 && n.count[3] > 0:
		return classify.Scale03.ID, byValues
	case n.count[0] == 0 && n.count[4] > 0 && n.count[4]*50 >= n.total():
		return classify.Scale14.ID, byValues
	}
	return "", byNone
}

func (n *digitsSeen) total() int {
	t := 0
	for _, c := range n.count {
		t += c
	}
	return t
}

// suggest is the scale to put first in the question.
func (n *digitsSeen) suggest() string {
	return classify.Scale03.ID
}

// addBoth notes what a digit with a word beside it proves.
func (n *digitsSeen) addBoth(digit int, level classify.Level) {
	fits := map[string]bool{}
	for _, s := range classify.Scales {
		if got, ok := s.Read(strconv.Itoa(digit)); ok && got == level {
			fits[s.ID] = true
		}
	}
	if n.both == nil {
		n.both = fits
		return
	}
	for id := range n.both {
		if !fits[id] {
			delete(n.both, id)
		}
	}
}

// scales decides the scale of every table and asks for it, once for the whole
// file where the tables agree.
func (u *understanding) scales() {
	type decided struct{ scale, by string }
	var all []decided
	agree := true
	firstAsked := -1
	for i, t := range u.tables {
		d := decided{}
		if t.digits.total() > 0 {
			d.scale, d.by = t.digits.decide(u.legend)
			if firstAsked < 0 {
				firstAsked = i
			} else if all[firstAsked].scale != d.scale && all[firstAsked].scale != "" && d.scale != "" {
				agree = false
			}
		} else if len(t.digits.both) > 0 {
			d.scale, d.by = t.digits.decide(u.legend)
		}
		all = append(all, d)
	}
	if firstAsked < 0 {
		for i, t := range u.tables {
			t.scale, t.scaleBy = all[i].scale, all[i].by
		}
		return
	}
	if agree { // what one table knows holds for its siblings too
		best := decided{by: byNone}
		best.scale, best.by = u.together()
		for i, t := range u.tables {
			if t.digits.total() > 0 && (all[i].by == byLegend && best.by != byLegend || all[i].scale != "" && best.scale == "") {
				best = all[i]
			}
		}
		for i, t := range u.tables {
			if t.digits.total() > 0 {
				all[i] = best
			}
		}
	}
	for i, t := range u.tables {
		t.scale, t.scaleBy = all[i].scale, all[i].by
		if t.digits.total() > 0 {
			u.askScale(t, agree, i == firstAsked)
		}
	}
}

// together decides by the digits of all tables, as if they were one.
func (u *understanding) together() (scale, by string) {
	all := digitsSeen{}
	for _, t := range u.tables {
		for d, n := range t.digits.count {
			all.count[d] += n
		}
	}
	for _, t := range u.tables {
		if t.digits.total() > 0 {
			t.digits.beside = &all
		}
	}
	return all.decide(u.legend)
}

// askScale asks for the scale of a table, unless the list is our own export,
// which states it.
func (u *understanding) askScale(t *tableDraft, agree, first bool) {
	for d, word := range u.legend.digits {
		t.digits.direction.add(d, word)
	}
	if t.digits.direction.down() {
		t.digits.reversed, t.scale, t.scaleBy = true, "", byNone // each digit is asked about
		return
	}
	if t.find(FieldRegisterID) >= 0 && t.scaleBy == byLegend {
		return
	}
	id := "scale"
	if !agree {
		id += ":" + questionKey(t.sheet.Name)
	}
	if u.options.Scale != "" {
		t.scale, t.scaleBy = u.options.Scale, byAsking
		return
	}
	suggestion := t.scale
	if suggestion == "" {
		suggestion = t.digits.suggest()
	}
	rows := t.levelRows
	choices, labels := u.know.scaleChoices()
	answer := u.ask.ask(Question{
		ID: id, Kind: AskScale, Sheet: t.sheet.Name, Field: t.levelField(), Rows: rows,
		Value: t.digits.written(), Suggestion: suggestion, Choices: choices, Labels: labels,
		Message: text.Msg(scaleMessages[t.scaleBy], "values", t.digits.written()),
	})
	if answer == "" {
		t.scaleOpen = id
		return
	}
	if answer != t.scale || t.scaleBy == byNone {
		t.scaleBy = byAsking
	}
	t.scale = answer
}

var scaleMessages = map[string]string{byLegend: "inventory.ask.scale.legend", byValues: "inventory.ask.scale.values", byNone: "inventory.ask.scale.none"}

// scaleChoices are the scales that a list may be written in, shipped ones first.
func (k *Knowledge) scaleChoices() (ids []string, labels []text.Message) {
	for _, s := range append(slices.Clone(classify.Scales), k.Scales...) {
		ids, labels = append(ids, s.ID), append(labels, s.Label())
	}
	return ids, labels
}

// written lists the digits that occur: "0, 1, 2, 3".
func (n *digitsSeen) written() string {
	if n.beside != nil {
		n = n.beside
	}
	var out []string
	for d, c := range n.count {
		if c > 0 {
			out = append(out, strconv.Itoa(d))
		}
	}
	return strings.Join(out, ", ")
}

func (t *tableDraft) levelField() string {
	for _, f := range append(slices.Clone(aspectFields[:]), "class_combined") {
		if t.find(f) >= 0 {
			return aspectKeyOf(f)
		}
	}
	return ""
}

// aspectKeyOf names an aspect's field as answers and questions do.
func aspectKeyOf(field string) string {
	if a, ok := AspectOf(field); ok {
		return a.Key()
	}
	return field
}
