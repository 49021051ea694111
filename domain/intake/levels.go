package intake

import (
	"context"
	"strconv"
	"strings"

	"infoklass/domain/classify"
	"infoklass/domain/text"
)

// levelValue is one distinct text in the columns of levels of a table.
type levelValue struct {
	reading
	profile profile
	whole   bool // stands in a column for all aspects
	text    string
	field   string // where it was seen first
	rows    int
	sample  []int

	level  classify.Level
	levels classify.Profile // of a whole one
	keep   bool             // not written plainly: the text is kept beside the level
	stop   bool             // beyond the register
	open   string           // id of the question that is open
}

// levelKey tells a day from a text that reads the same.
func levelKey(c Cell, whole bool) string {
	k := c.Text
	if c.Kind == Date {
		k = "\x00" + k
	}
	if whole {
		k = "\x01" + k
	}
	return k
}

// readLevels reads every distinct text in the columns of levels, decides the
// scales, and settles each text once.
func (u *understanding) readLevels(context.Context) {
	for _, t := range u.tables {
		u.gatherLevels(t)
	}
	u.scales()
	for _, t := range u.tables {
		u.settleLevels(t)
	}
}

func (u *understanding) gatherLevels(t *tableDraft) {
	fields := map[int]*draftColumn{}
	for i := range t.columns {
		c := &t.columns[i]
		if c.levelOfColumn >= 0 && c.Certainty != Ignored && isAspect(c.Field) {
			t.digits.count[c.levelOfColumn]++
			t.levelRows = max(t.levelRows, c.profile.filled)
		}
		if c.Certainty != Ignored && c.levelOfColumn < 0 && (isAspect(c.Field) || c.Field == "class_combined") {
			fields[c.column] = c
			t.digits.direction.addText(c.text)
			if id, ok := bracketScale(c.text); ok {
				t.digits.header = id
			}
		}
	}
	if len(fields) == 0 {
		return
	}
	for _, row := range t.rows {
		if row.kind == rowStopped || row.kind == rowExample || row.kind == rowTorn {
			continue
		}
		r := t.sheet.Rows[row.place]
		any := false
		for _, cell := range r.Cells {
			c := fields[int(cell.Column)]
			if c == nil {
				continue
			}
			v := t.levelValue(cell, c.Field)
			v.rows++
			if len(v.sample) < 5 {
				v.sample = append(v.sample, r.Number)
			}
			t.count(v)
			any = any || v.notation != levelBlank
		}
		if any {
			t.levelRows++
		}
	}
}

func (t *tableDraft) levelValue(cell Cell, field string) *levelValue {
	whole := field == "class_combined"
	key := levelKey(cell, whole)
	v, ok := t.values[key]
	if !ok {
		v = &levelValue{text: tidy(cell.Text), field: field, whole: whole, reading: readLevel(cell)}
		if whole {
			v.profile = readProfile(v.text)
			if v.profile.blank {
				v.notation = levelBlank
			}
		}
		t.values[key] = v
	}
	return v
}

// count notes which digits occur, one cell at a time.
func (t *tableDraft) count(v *levelValue) {
	switch {
	case v.whole && v.profile.ok:
		for _, d := range v.profile.digits {
			if d >= 0 {
				t.digits.count[d]++
			}
		}
	case v.whole:
	case v.notation == levelDigit:
		t.digits.count[v.digit]++
		t.digits.direction.add(v.digit, v.word)
	case v.notation == levelBoth:
		t.digits.addBoth(v.digit, v.reading.level)
		t.digits.direction.addRank(v.digit, int(v.reading.level)-1)
	}
}

// settleLevels says what each text means, or asks.
func (u *understanding) settleLevels(t *tableDraft) {
	occurring := map[string]bool{}
	for _, v := range t.values {
		if v.notation == levelVague {
			occurring[v.word] = true
		}
	}
	u.settleOrder(t)
	for _, v := range t.valuesInOrder() {
		if v.whole {
			u.settleProfile(t, v)
		} else {
			u.settleLevel(t, v, occurring)
		}
	}
}

// valuesInOrder sorts the texts by the row they were seen in first.
func (t *tableDraft) valuesInOrder() []*levelValue {
	out := make([]*levelValue, 0, len(t.values))
	for _, v := range t.values {
		out = append(out, v)
	}
	sortBy(out, func(a, b *levelValue) bool {
		if a.sample[0] != b.sample[0] {
			return a.sample[0] < b.sample[0]
		}
		if a.field != b.field {
			return a.field < b.field
		}
		return a.text < b.text
	})
	return out
}

func (u *understanding) settleLevel(t *tableDraft, v *levelValue, occurring map[string]bool) {
	scale := t.likelyScale()
	known := t.scaleOpen == "" && t.scale != ""
	switch v.notation {
	case levelBlank:
	case levelWord:
		v.level = v.reading.level
	case levelGrave:
		v.stop = true
	case levelDigit:
		if v.digit == 4 && grave[u.legend.digits[4]] {
			v.stop = true
			return
		}
		if t.digits.reversed {
			v.keep = true
			u.askLevel(t, v, t.digits.direction.turned(v.digit), "inventory.ask.level.reversed")
			return
		}
		level, ok := scale.Read(strconv.Itoa(v.digit))
		if !ok { // asked with the scale, so that one round of answers is enough
			u.askLevel(t, v, answerNone, "inventory.ask.level.outside")
		}
		if !known {
			v.level, v.open = classify.Unset, t.scaleOpen
			return
		}
		if ok {
			v.level = level
		}
	case levelBoth:
		if level, ok := scale.Read(strconv.Itoa(v.digit)); ok && level == v.reading.level || t.scale == "" {
			v.level = v.reading.level
			return
		}
		u.askLevel(t, v, v.reading.level.String(), "inventory.ask.level.disagree")
	case levelRange:
		v.keep = true
		suggestion := ""
		if level, ok := scale.Read(strconv.Itoa(v.digit)); ok {
			suggestion = level.String()
		}
		u.askLevel(t, v, suggestion, "inventory.ask.level.range")
	case levelDate:
		v.keep = true
		u.askLevel(t, v, answerNone, "inventory.ask.level.date")
	case levelVague:
		v.keep = true
		u.askLevel(t, v, u.suggestWord(v.word, occurring, scale), "inventory.ask.level.word")
	default:
		v.keep = true
		suggestion := answerNone
		if level, ok := scale.Read(strconv.Itoa(v.digit)); ok && v.digit < 9 {
			suggestion = level.String()
		}
		u.askLevel(t, v, suggestion, "inventory.ask.level.unknown")
	}
}

// suggestWord proposes a level for a vague word: what the workbook's own
// legend says, or what such words mean most often.
func (u *understanding) suggestWord(word string, occurring map[string]bool, scale classify.Scale) string {
	if level, ok := u.legend.words[word]; ok {
		return level.String()
	}
	for d, w := range u.legend.digits {
		if w == word {
			if level, ok := scale.Read(strconv.Itoa(d)); ok {
				return level.String()
			}
		}
	}
	if level := suggestVague(word, occurring); level != classify.Unset {
		return level.String()
	}
	return answerNone
}

var levelChoices = []string{"0", "1", "2", "3", answerNone}

func levelLabels() []text.Message {
	return []text.Message{text.Msg("inventory.level.0"), text.Msg("inventory.level.1"), text.Msg("inventory.level.2"), text.Msg("inventory.level.3"), text.Msg("inventory.level.none")}
}

// askLevel asks what a text means, once for the whole file.
func (u *understanding) askLevel(t *tableDraft, v *levelValue, suggestion, key string) {
	id := "level:" + levelID(v.text)
	answer := u.ask.ask(Question{
		ID: id, Kind: AskLevel, Sheet: t.sheet.Name, Field: aspectKeyOf(v.field), Value: v.text, Rows: v.rows, Sample: v.sample,
		Suggestion: suggestion, Choices: levelChoices, Labels: levelLabels(), Message: text.Msg(key, "value", v.text),
	})
	switch {
	case answer == "":
		v.open = id
	case answer == answerNone:
	default:
		if rank, err := strconv.Atoi(answer); err == nil {
			v.level, _ = classify.LevelOf(rank)
		}
	}
}

// levelID keeps the signs that tell 1-2 from 12.
func levelID(s string) string {
	return strings.ToLower(strings.ReplaceAll(s, " ", "-"))
}

// settleOrder asks for the order of the aspects where profiles have no letters.
func (u *understanding) settleOrder(t *tableDraft) {
	i := t.find("class_combined")
	if i < 0 {
		return
	}
	bare, lettered, longest, rows := 0, 0, 0, 0
	for _, v := range t.values {
		if !v.whole || !v.profile.ok || v.profile.blank {
			continue
		}
		if v.profile.lettered {
			lettered += v.rows
		} else {
			bare += v.rows
			rows += v.rows
			longest = max(longest, v.profile.order)
		}
	}
	if bare == 0 {
		return
	}
	header := t.columns[i].text
	order, stated := readOrder(header)
	suggestion := "KRTS"[:longest]
	if stated && len(order) >= longest {
		suggestion = orderText(order)
	}
	if stated && len(order) >= longest && lettered > bare {
		t.setOrder(order)
		return
	}
	id := "order:" + questionKey(header)
	answer := u.ask.ask(Question{
		ID: id, Kind: AskOrder, Sheet: t.sheet.Name, Field: "class_combined", Value: tidy(header), Rows: rows,
		Suggestion: suggestion, Choices: orderChoices(longest), Message: text.Msg("inventory.ask.order", "header", tidy(header)),
	})
	if answer == "" {
		t.orderOpen = id
		return
	}
	if order, ok := orderIn(answer); ok {
		t.setOrder(order)
	}
}

func orderText(order []classify.Aspect) string {
	var b strings.Builder
	for _, a := range order {
		b.WriteString(a.Letter())
	}
	return b.String()
}

func orderChoices(n int) []string {
	if n <= 3 {
		return []string{"KRT", "RKT", "TRK", "KTR", "RTK", "TKR"}
	}
	return []string{"KRTS", "TRKS", "KTRS", "RKTS", "SKRT", "KRST"}
}

// setOrder puts the digits of bare profiles in the places of their aspects.
func (t *tableDraft) setOrder(order []classify.Aspect) {
	for _, v := range t.values {
		if !v.whole || !v.profile.ok || v.profile.blank || v.profile.lettered {
			continue
		}
		bare := v.profile.digits
		v.profile.digits = [4]int{-1, -1, -1, -1}
		for i, a := range order {
			if i < v.profile.order {
				v.profile.digits[a] = bare[i]
			}
		}
	}
}

// settleProfile reads a text that holds all aspects.
func (u *understanding) settleProfile(t *tableDraft, v *levelValue) {
	switch {
	case v.profile.blank || v.notation == levelBlank:
		return
	case !v.profile.ok:
		v.keep = true
		u.askProfile(t, v)
		return
	}
	scale := t.likelyScale()
	for a, d := range v.profile.digits {
		if d < 0 {
			continue
		}
		level, ok := scale.Read(strconv.Itoa(d))
		if !ok {
			v.levels = classify.Profile{}
			u.askProfile(t, v)
			return
		}
		v.levels[a] = level
	}
	switch {
	case !v.profile.lettered && t.orderOpen != "":
		v.levels, v.open = classify.Profile{}, t.orderOpen
	case t.scaleOpen != "":
		v.levels, v.open = classify.Profile{}, t.scaleOpen
	}
}

// likelyScale is the scale of a table, or the one suggested while it is asked for.
func (t *tableDraft) likelyScale() classify.Scale {
	id := t.scale
	if id == "" && t.scaleOpen != "" {
		id = t.digits.suggest()
	}
	scale, _ := t.know.scale(id)
	return scale
}

var profileChoices = []string{"K0R0T0", "K1R1T1", "K2R2T2", "K3R3T3", answerNone}

func (u *understanding) askProfile(t *tableDraft, v *levelValue) {
	id := "level:" + levelID(v.text)
	answer := u.ask.ask(Question{
		ID: id, Kind: AskLevel, Sheet: t.sheet.Name, Field: "class_combined", Value: v.text, Rows: v.rows, Sample: v.sample,
		Suggestion: answerNone, Choices: profileChoices, Labels: make([]text.Message, len(profileChoices)), Message: text.Msg("inventory.ask.level.profile", "value", v.text),
	})
	if answer == "" {
		v.open = id
		return
	}
	if p, ok := profileAnswer(answer); ok {
		v.levels = p
	} else if rank, err := strconv.Atoi(answer); err == nil {
		if l, err := classify.LevelOf(rank); err == nil {
			v.levels = classify.Profile{l, l, l, classify.Unset}
		}
	}
}
