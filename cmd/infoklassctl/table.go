package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Widths of printed tables, in characters.
const (
	defaultWidth = 120
	longestWord  = 24 // a column is made as wide as its longest word up to this; longer ones are broken
	gap          = "  "
)

// lineWidth is how long a printed line may be.
func lineWidth() int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n >= 40 {
		return n
	}
	return defaultWidth
}

// table prints rows under a header, columns side by side, long texts folded.
func (s *session) table(header []string, rows [][]string) {
	widths := fit(header, rows, lineWidth())
	s.row(header, widths)
	rule := make([]string, len(widths))
	for i, w := range widths {
		rule[i] = strings.Repeat("-", w)
	}
	fmt.Fprintln(s.out, strings.Join(rule, gap))
	for _, r := range rows {
		s.row(r, widths)
	}
	fmt.Fprintln(s.out)
}

// fit gives each column the room that it needs. Where a line would become
// longer than total it narrows the widest columns, but leaves words whole: a line
// that is too long is easier to read than broken words.
func fit(header []string, rows [][]string, total int) []int {
	widths, words := make([]int, len(header)), make([]int, len(header))
	sum := len(gap) * (len(widths) - 1)
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row {
			for line := range strings.SplitSeq(cell, "\n") {
				widths[i] = max(widths[i], utf8.RuneCountInString(line))
			}
			for word := range strings.FieldsSeq(cell) {
				words[i] = max(words[i], min(longestWord, utf8.RuneCountInString(word)))
			}
		}
	}
	for _, w := range widths {
		sum += w
	}
	narrow(widths, words, sum, total)
	return widths
}

// narrow makes the widest columns narrower, none below its least width, until their
// sum is total.
func narrow(widths, least []int, sum, total int) {
	for ; sum > total; sum-- {
		widest := -1
		for i, w := range widths {
			if w > least[i] && (widest < 0 || w > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		widths[widest]--
	}
}

func (s *session) row(cells []string, widths []int) {
	folded := make([][]string, len(cells))
	height := 1
	for i, c := range cells {
		folded[i] = fold(c, widths[i])
		height = max(height, len(folded[i]))
	}
	for n := range height {
		var b strings.Builder
		for i, lines := range folded {
			line := ""
			if n < len(lines) {
				line = lines[n]
			}
			b.WriteString(line)
			b.WriteString(strings.Repeat(" ", widths[i]-utf8.RuneCountInString(line)))
			b.WriteString(gap)
		}
		fmt.Fprintln(s.out, strings.TrimRight(b.String(), " "))
	}
}

// fold breaks a text into lines of at most width characters, between words where it can.
func fold(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line := []rune{}
		for word := range strings.FieldsSeq(paragraph) {
			w := []rune(word)
			if len(line) > 0 && len(line)+1+len(w) > width {
				lines, line = append(lines, string(line)), nil
			}
			if len(line) > 0 {
				line = append(line, ' ')
			}
			line = append(line, w...)
			for len(line) > width {
				lines, line = append(lines, string(line[:width])), line[width:]
			}
		}
		lines = append(lines, string(line))
	}
	return lines
}
