package assets

import (
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// offer makes the table of some columns, of which those chosen are shown.
func (l *List) offer(columns []assetColumn) {
	l.offered = columns
	cols := make([]widgets.TableColumn[*register.Record], len(columns))
	for i, c := range columns {
		cols[i] = l.column(c)
	}
	l.SetColumns(cols)
	l.showColumns(chosenColumns(columns, l.Memory.StringList(memoryColumns)))
}

func (l *List) showColumns(keys []present.AssetKey) {
	ids := make([]string, len(keys))
	for i, k := range keys {
		ids[i] = string(k)
	}
	l.Table.ShowColumns(ids...)
}

// column says how a column is drawn. The words are looked up at drawing: they
// change with the register.
func (l *List) column(c assetColumn) widgets.TableColumn[*register.Record] {
	key := c.Key
	out := widgets.TableColumn[*register.Record]{
		ID: string(key), Title: key.Label(l.Text), Width: c.Width, Sortable: true, Grow: key == present.KeyName,
		Text: func(rec *register.Record) string { return l.words.Text(key, rec) },
	}
	switch key {
	case present.KeyKind:
		out.Tone = muted
	case present.KeyClass:
		out.Badges = l.badges
	case present.KeyState:
		out.Tone = stateTone
	case present.KeyDuties:
		out.Tone, out.Mark = l.dutyTone, l.dutyMark
	case present.KeyReview:
		out.Tone, out.Mark = l.reviewTone, l.reviewMark
	}
	return out
}

func muted(*register.Record) widgets.Tone { return widgets.Muted }

func (l *List) badges(rec *register.Record) []widgets.Badge {
	return listing.Levels(present.ScaleOf(rec), rec.Profile())
}

var stateTones = map[classify.State]widgets.Tone{
	"": widgets.Warning, classify.Draft: widgets.Accent, classify.Imported: widgets.Muted, classify.Decided: widgets.Plain,
}

func stateTone(rec *register.Record) widgets.Tone { return stateTones[rec.State()] }

func (l *List) dutyTone(rec *register.Record) widgets.Tone {
	if mood := l.words.DutyMood(rec); mood != present.MoodGood {
		return moodTones[mood]
	}
	return widgets.Muted
}

func (l *List) dutyMark(rec *register.Record) (mark.Sign, widgets.Tone) {
	if rec.Asset.Status == asset.Retired {
		return mark.None, widgets.Muted
	}
	mood := l.words.DutyMood(rec)
	return moodMarks[mood], moodTones[mood]
}

func (l *List) reviewTone(rec *register.Record) widgets.Tone {
	if l.words.Late(rec) {
		return widgets.Bad
	}
	return widgets.Plain
}

func (l *List) reviewMark(rec *register.Record) (mark.Sign, widgets.Tone) {
	if l.words.Late(rec) {
		return mark.Alert, widgets.Bad
	}
	return mark.None, widgets.Plain
}

func (l *List) open(rec *register.Record) {
	if l.opt.OnOpen != nil {
		l.opt.OnOpen(rec.Asset.ID)
	}
}
