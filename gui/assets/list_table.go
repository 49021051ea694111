package assets

import (
	"slices"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/present"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// assetTable is the table with the columns it was made of.
type assetTable struct {
	*widgets.Table[*register.Record]
	columns []assetColumn
}

// fillTable shows the list; the table is made again when a column of the
// municipality's own has come or gone.
func (l *List) fillTable() {
	columns := l.list.Order.Columns()
	if l.table == nil || !slices.Equal(columns, l.table.columns) {
		l.makeTable(columns)
	}
	l.table.SetSort(string(l.sort.Key), l.sort.Descending)
	l.table.SetRows(l.list.Records)
}

func (l *List) makeTable(columns []assetColumn) {
	cols := make([]widgets.TableColumn[*register.Record], len(columns))
	for i, c := range columns {
		cols[i] = l.column(c)
	}
	t := widgets.NewTable(func(rec *register.Record) string { return rec.Asset.ID }, cols...).WithChecks()
	t.OnOpen = l.open
	t.OnSort = l.sortBy
	t.OnSelect = l.commands.apply
	t.OnMenu = l.menu
	t.OnDelete = l.askDelete
	t.OnWidth = func(id string, width float32) { l.Memory.SetFloat(memoryWidth+id, float64(width)) }
	t.SetEmpty(l.nothing)
	l.table = &assetTable{t, columns}
	l.showColumns(chosenColumns(columns, l.Memory.StringList(memoryColumns)))
	l.plate.Objects = []fyne.CanvasObject{widgets.NewPlate(t)}
	l.plate.Refresh()
}

func (l *List) showColumns(keys []present.AssetKey) {
	ids := make([]string, len(keys))
	for i, k := range keys {
		ids[i] = string(k)
	}
	l.table.ShowColumns(ids...)
}

// column says how a column is drawn. The words are looked up at drawing: they
// change with the register.
func (l *List) column(c assetColumn) widgets.TableColumn[*register.Record] {
	key := c.Key
	width := float32(l.Memory.FloatWithFallback(memoryWidth+string(key), float64(c.Width)))
	out := widgets.TableColumn[*register.Record]{
		ID: string(key), Title: key.Label(l.Text), Width: width, Sortable: true, Grow: key == present.KeyName,
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
	return levelBadges(l.Text, present.ScaleOf(rec), rec.Profile())
}

// levelBadges are the four levels, written as their scale writes them.
func levelBadges(p *text.Printer, s classify.Scale, profile classify.Profile) []widgets.Badge {
	out := make([]widgets.Badge, len(classify.Aspects))
	for i, a := range classify.Aspects {
		out[i] = levelBadge(p, s, a, profile.Of(a))
	}
	return out
}

func levelBadge(p *text.Printer, s classify.Scale, a classify.Aspect, l classify.Level) widgets.Badge {
	rank, set := l.Rank()
	return widgets.Badge{Letter: p.T("aspect." + a.Key() + ".letter"), Rank: max(0, rank), Set: set, Code: s.Code(l)}
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
