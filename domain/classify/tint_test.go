package classify_test

import (
	"math"
	"testing"

	"infoklass/domain/classify"
)

// luminance is the relative luminance of a colour as WCAG 2 defines it.
func luminance(c uint32) float64 {
	part := func(shift uint) float64 {
		v := float64(c>>shift&0xFF) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

func TestLevelsCanBeRead(t *testing.T) {
	seen := map[uint32]bool{}
	for rank, tint := range classify.Tints {
		a, b := luminance(tint.Fill), luminance(tint.Ink)
		if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
			t.Errorf("rank %d: contrast %.1f", rank, ratio)
		}
		if seen[tint.Fill] || seen[tint.Bar] && tint.Bar != tint.Fill {
			t.Errorf("rank %d looks like another", rank)
		}
		seen[tint.Fill], seen[tint.Bar] = true, true
	}
}
