package files

import "strings"

// FileName makes a text usable as a file's name on every system.
func FileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, s)
	const longest = 120 // bytes; some file systems take 255, a path often 260 in all
	s = s[:min(len(s), longest)]
	return strings.Trim(strings.ToValidUTF8(s, ""), " .")
}
