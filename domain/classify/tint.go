package classify

// Tint is the colours of a level, as 0xRRGGBB: the surface, what is written on
// it, and the level's bar in a chart. Letters and figures say the same, so that
// nothing is lost in black and white.
type Tint struct{ Fill, Ink, Bar uint32 }

// Tints are the colours of the levels by rank, on a light ground. Window, PDF
// and Excel take them from here; each contrast of ink on fill is 4.5 or more (WCAG 1.4.3).
var Tints = [4]Tint{
	{0xE7EBEF, 0x3C4A58, 0x9AA5B1},
	{0xCFE3F3, 0x0B3F66, 0x5B9BD5},
	{0xFFE3A3, 0x5A3B00, 0xE0A100},
	{0x8C1D40, 0xFFFFFF, 0x8C1D40},
}
