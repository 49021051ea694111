package main

import (
	"bytes"
	"fmt"
	"math"
	"strings"
)

// A symbol is drawn with a round pen on a sheet of 24 × 24. Strokes are
// written as filled outlines, because Fyne gives a symbol the theme's colour
// by its fills alone. Angles are degrees, clockwise from three o'clock.

// width is how broad the pen is.
const width = 1.8

// part is the path of one stroke or spot.
type part string

// line goes through points given as x, y, x, y…
func line(xy ...float64) part {
	var b strings.Builder
	for i := 0; i+3 < len(xy); i += 2 {
		b.WriteString(segment(xy[i], xy[i+1], xy[i+2], xy[i+3]))
	}
	return part(b.String())
}

// closed is a line that ends where it began.
func closed(xy ...float64) part { return line(append(xy, xy[0], xy[1])...) }

// segment is a straight stroke with round ends.
func segment(x1, y1, x2, y2 float64) string {
	length := math.Hypot(x2-x1, y2-y1)
	nx, ny := (y2-y1)/length*width/2, -(x2-x1)/length*width/2
	return fmt.Sprintf("M%s %s L%s %s A%[9]s %[9]s 0 0 1 %[5]s %[6]s L%[7]s %[8]s A%[9]s %[9]s 0 0 1 %[1]s %[2]s Z",
		n(x1+nx), n(y1+ny), n(x2+nx), n(y2+ny), n(x2-nx), n(y2-ny), n(x1-nx), n(y1-ny), n(width/2))
}

// circle is a ring.
func circle(x, y, r float64) part {
	return part(round(x, y, r+width/2, 1) + round(x, y, r-width/2, 0))
}

// dot is a filled circle.
func dot(x, y, r float64) part { return part(round(x, y, r, 1)) }

// round is a circle, run clockwise for sweep 1 and the other way for 0.
func round(x, y, r float64, sweep int) string {
	return fmt.Sprintf("M%s %s A%[3]s %[3]s 0 1 %[4]d %[5]s %[2]s A%[3]s %[3]s 0 1 %[4]d %[1]s %[2]s Z", n(x-r), n(y), n(r), sweep, n(x+r))
}

// arc is a part of a ring from one angle clockwise to another.
func arc(x, y, r, from, to float64) part {
	at := func(radius, degrees float64) string {
		rad := degrees * math.Pi / 180
		return n(x+radius*math.Cos(rad)) + " " + n(y+radius*math.Sin(rad))
	}
	large := 0
	if to-from > 180 {
		large = 1
	}
	outer, inner, end := r+width/2, r-width/2, n(width/2)
	return part(fmt.Sprintf("M%s A%[2]s %[2]s 0 %[3]d 1 %[4]s A%[5]s %[5]s 0 0 1 %[6]s A%[7]s %[7]s 0 %[3]d 0 %[8]s A%[5]s %[5]s 0 0 1 %[1]s Z",
		at(outer, from), n(outer), large, at(outer, to), end, at(inner, to), n(inner), at(inner, from)))
}

// box is the outline of a rectangle with rounded corners, given by the middle of its stroke.
func box(x, y, w, h, corner float64) part {
	half := width / 2
	return part(roundedRight(x-half, y-half, w+width, h+width, corner+half) + roundedLeft(x+half, y+half, w-width, h-width, max(corner-half, 0.1)))
}

// block is a filled rectangle with rounded corners.
func block(x, y, w, h, corner float64) part { return part(roundedRight(x, y, w, h, corner)) }

func roundedRight(x, y, w, h, r float64) string {
	turn := "A" + n(r) + " " + n(r) + " 0 0 1 "
	return "M" + n(x+r) + " " + n(y) + " L" + n(x+w-r) + " " + n(y) + turn + n(x+w) + " " + n(y+r) +
		" L" + n(x+w) + " " + n(y+h-r) + turn + n(x+w-r) + " " + n(y+h) +
		" L" + n(x+r) + " " + n(y+h) + turn + n(x) + " " + n(y+h-r) +
		" L" + n(x) + " " + n(y+r) + turn + n(x+r) + " " + n(y) + " Z"
}

// roundedLeft is the same run the other way, which makes it a hole.
func roundedLeft(x, y, w, h, r float64) string {
	turn := "A" + n(r) + " " + n(r) + " 0 0 0 "
	return "M" + n(x+r) + " " + n(y) + turn + n(x) + " " + n(y+r) +
		" L" + n(x) + " " + n(y+h-r) + turn + n(x+r) + " " + n(y+h) +
		" L" + n(x+w-r) + " " + n(y+h) + turn + n(x+w) + " " + n(y+h-r) +
		" L" + n(x+w) + " " + n(y+r) + turn + n(x+w-r) + " " + n(y) + " Z"
}

// n writes a coordinate with at most two decimals.
func n(v float64) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func svg(parts []part) []byte {
	var b bytes.Buffer
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">` + "\n")
	for _, p := range parts {
		fmt.Fprintf(&b, "  <path fill=\"#000000\" d=\"%s\"/>\n", p)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}
