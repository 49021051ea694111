package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/classify"
)

// reportStyles are the styles of a report's workbook. Where there are two, the
// second is for emphasis.
type reportStyles struct {
	head, title, plain, wrapped, date int
	text, number, fraction, percent   [2]int
	prose                             [2]int // wraps
	fill                              int    // may be written in a protected sheet
	levels                            [5]int // by classify.Level
}

// Number formats that Excel has by itself.
const (
	formatWhole   = 3  // #,##0
	formatPercent = 9  // 0%
	formatText    = 49 // @: what is typed later stays text too
)

// hex is a colour as Excel writes it.
func hex(c uint32) string { return fmt.Sprintf("%06X", c) }

func index(strong bool) int {
	if strong {
		return 1
	}
	return 0
}

func newReportStyles(f *excelize.File) (reportStyles, error) {
	var s reportStyles
	var failed error
	style := func(def excelize.Style) int {
		id, err := f.NewStyle(&def)
		if err != nil && failed == nil {
			failed = err
		}
		return id
	}
	top := &excelize.Alignment{Vertical: "top"}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	isoDay, decimals := "yyyy-mm-dd", "#,##0.##"
	for i, bold := range []bool{false, true} {
		font := &excelize.Font{Bold: bold}
		s.text[i] = style(excelize.Style{NumFmt: formatText, Alignment: top, Font: font})
		s.prose[i] = style(excelize.Style{NumFmt: formatText, Alignment: wrap, Font: font})
		s.number[i] = style(excelize.Style{NumFmt: formatWhole, Alignment: top, Font: font})
		s.fraction[i] = style(excelize.Style{CustomNumFmt: &decimals, Alignment: top, Font: font})
		s.percent[i] = style(excelize.Style{NumFmt: formatPercent, Alignment: top, Font: font})
	}
	s.fill = style(excelize.Style{
		NumFmt: formatText, Alignment: wrap, Protection: &excelize.Protection{Locked: false},
		Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFBE6"}},
		Border: []excelize.Border{{Type: "bottom", Color: "C9B458", Style: 1}, {Type: "left", Color: "C9B458", Style: 1}, {Type: "right", Color: "C9B458", Style: 1}},
	})
	s.plain = style(excelize.Style{NumFmt: formatText})
	s.wrapped = style(excelize.Style{NumFmt: formatText, Alignment: wrap})
	s.title = style(excelize.Style{NumFmt: formatText, Font: &excelize.Font{Bold: true, Size: 16}})
	s.date = style(excelize.Style{CustomNumFmt: &isoDay, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}})
	s.head = style(excelize.Style{
		NumFmt: formatText, Alignment: wrap, Font: &excelize.Font{Bold: true},
		Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE4EA"}},
		Border: []excelize.Border{{Type: "bottom", Color: "4A5763", Style: 2}},
	})
	s.levels[classify.Unset] = style(excelize.Style{NumFmt: formatText, Alignment: top, Font: &excelize.Font{Color: "5C6B7A", Italic: true}})
	for rank, tint := range classify.Tints {
		s.levels[classify.Level0+classify.Level(rank)] = style(excelize.Style{
			NumFmt: formatText, Alignment: top, Font: &excelize.Font{Color: hex(tint.Ink), Bold: true},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(tint.Fill)}},
		})
	}
	return s, failed
}
