package theme

import "fyne.io/fyne/v2"

// The colours Infoklass needs beyond Fyne's own. Good, warning and bad states
// use Fyne's success, warning and error; the accent is Fyne's primary.
const (
	ColorCard       fyne.ThemeColorName = "infoklassCard"       // surface of a card, a table, a dialog
	ColorMuted      fyne.ThemeColorName = "infoklassMuted"      // second-rank text
	ColorAccentSoft fyne.ThemeColorName = "infoklassAccentSoft" // the chosen row, page, filter
	ColorOutline    fyne.ThemeColorName = "infoklassOutline"    // the border of a button or chip
	ColorTrack      fyne.ThemeColorName = "infoklassTrack"      // the empty part of a bar
	ColorUnset      fyne.ThemeColorName = "infoklassUnset"      // the dashed outline and text of a level not set
	ColorAlert      fyne.ThemeColorName = "infoklassAlert"      // the background of a count badge
	ColorOnAlert    fyne.ThemeColorName = "infoklassOnAlert"    // its text
	ColorPaper      fyne.ThemeColorName = "infoklassPaper"      // the desk a page preview lies on
)

// Ranks is the number of levels that have colours of their own.
const Ranks = 4

var levelBackgrounds = [Ranks]fyne.ThemeColorName{"infoklassLevel0", "infoklassLevel1", "infoklassLevel2", "infoklassLevel3"}
var levelTexts = [Ranks]fyne.ThemeColorName{"infoklassOnLevel0", "infoklassOnLevel1", "infoklassOnLevel2", "infoklassOnLevel3"}
var levelBars = [Ranks]fyne.ThemeColorName{"infoklassBar0", "infoklassBar1", "infoklassBar2", "infoklassBar3"}

// Level names the background and the text colour of a level. A rank outside
// 0–3 takes the nearest.
func Level(rank int) (background, text fyne.ThemeColorName) {
	r := clampRank(rank)
	return levelBackgrounds[r], levelTexts[r]
}

// LevelBar names the colour of a level in a chart, where neighbours must
// be distinct from each other and from the card.
func LevelBar(rank int) fyne.ThemeColorName { return levelBars[clampRank(rank)] }

func clampRank(rank int) int { return max(0, min(Ranks-1, rank)) }
