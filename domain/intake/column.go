package intake

import (
	"slices"
	"strings"

	"infoklass/domain/text"
)

// draft is a table while it is being understood.
type draft struct {
	sheet   *Sheet
	head    header
	columns []draftColumn
	name    int // place of the column that names the assets, -1 without one
	rows    []draftRow
	spans   map[int][]Area // areas that join a row of data with ones above, by row
	end     int            // place in the sheet's rows after the last one that belongs to the table
	forced  bool
	further bool         // stands below another table on its sheet
	next    int          // place of the first row of the table below, 0 without one
	places  map[int]int  // column number to its place in columns
	outside map[int]What // rows between the first and the last that are no assets
	above   map[int]What // rows above the header that belong to the table
}

// draftColumn is a column while it is being understood.
type draftColumn struct {
	headerCell
	Column
	profile columnProfile
	ask     []string // fields to choose among, when the column is a question
	suggest string

	fillDown bool   // an empty cell means the one above
	above    string // the last text read, going down
}

// newDraft reads the columns of a table, those without a header included.
func newDraft(s *Sheet, h header) *draft {
	d := &draft{sheet: s, head: h, name: -1}
	d.end = tableEnd(s, &h)
	known := map[int]int{}
	for _, c := range h.cells {
		known[c.column] = len(d.columns)
		d.columns = append(d.columns, draftColumn{headerCell: c})
	}
	limit := 0
	if n := len(h.cells); n > 0 {
		limit = h.cells[n-1].column
	}
	for i := h.last + 1; i < d.end; i++ {
		for _, c := range s.Rows[i].Cells {
			column := int(c.Column)
			at, ok := known[column]
			if !ok {
				if column > limit+1 { // what stands further right is a legend beside
					continue
				}
				at = len(d.columns)
				known[column] = at
				d.columns = append(d.columns, draftColumn{headerCell: headerCell{column: column, how: spelledUnknown, levelOfColumn: -1}})
			}
			d.columns[at].profile.add(c)
		}
	}
	d.gatherSpans()
	slices.SortFunc(d.columns, func(a, b draftColumn) int { return a.column - b.column })
	for i := range d.columns {
		c := &d.columns[i]
		c.Column = Column{Number: c.column, Header: c.text, Group: c.group, Filled: c.profile.filled}
	}
	return d
}

// assign decides what each column means: by its spelling, by its neighbours,
// and by what its cells hold.
func (d *draft) assign() {
	for i := range d.columns {
		d.columns[i].decide(d)
	}
	d.settleLetters()
	d.settleRegister()
	d.settleDoubles()
	d.settleNeighbours()
	d.settleName()
}

// set gives a column its meaning and the sentence that explains it.
func (c *draftColumn) set(field string, certainty Certainty, why text.Message) {
	c.Field, c.Certainty, c.Why = field, certainty, why
}

func (c *draftColumn) custom(why string) {
	c.set(FieldCustom, Custom, text.Msg(why))
	c.ask = nil
}

func (c *draftColumn) question(suggest string, choices ...string) {
	c.suggest = suggest
	c.ask = append(choices, FieldCustom, FieldIgnore)
	c.set(suggest, Likely, text.Msg("inventory.why.ask"))
	if suggest == FieldCustom {
		c.Certainty = Custom
	}
}

// decide reads one column by itself.
func (c *draftColumn) decide(d *draft) {
	if c.field == "" {
		c.decideUnknown(d)
		return
	}
	if c.profile.filled == 0 {
		c.set(c.field, Ignored, text.Msg("inventory.why.empty"))
		return
	}
	c.set(c.field, Certain, text.Msg("inventory.why.exact"))
	switch c.how {
	case spelledInPart:
		c.Why = text.Msg("inventory.why.part")
	case spelledUnderGroup:
		c.Why = text.Msg("inventory.why.group", "group", c.group)
	case spelledWithQualifier, spelledAsQuestion:
		c.Certainty, c.Why = Likely, text.Msg("inventory.why.qualified")
	case spelledNearly:
		c.Certainty, c.Why = Likely, text.Msg("inventory.why.nearly")
	case spelledByMeaning:
		c.Certainty, c.Why = Likely, c.meanings[0].why()
	}
	if c.field == FieldCustom {
		c.custom("inventory.why.own")
		return
	}
	c.weighValues(d)
}

// decideUnknown reads a header that no spelling explains: by what its parts
// mean together with what the cells hold.
func (c *draftColumn) decideUnknown(d *draft) {
	p := &c.profile
	best, ok := c.bestMeaning()
	switch {
	case p.filled == 0 && ok:
		c.set(best.field, Ignored, text.Msg("inventory.why.empty"))
	case p.filled == 0:
		c.set(FieldIgnore, Ignored, text.Msg("inventory.why.empty"))
	case p.seen >= 3 && p.share(p.lettered) >= 0.8:
		c.set("class_combined", Likely, text.Msg("inventory.why.values.profiles"))
	case p.seen >= 3 && p.share(p.profiles) >= 0.8 && p.share(p.codes) < 0.2 && p.share(p.days) < 0.2 && (!ok || best.field != "class_combined"):
		c.question("class_combined", "class_combined")
	case ok:
		c.set(best.field, Likely, best.why())
		c.how = spelledByMeaning
	default:
		c.custom("inventory.why.unknown")
	}
}

// bestMeaning weighs what the header can mean with what the cells hold.
func (c *draftColumn) bestMeaning() (meaning, bool) {
	best := meaning{score: -1}
	for _, m := range c.meanings {
		if m.score < fairMeaning {
			continue
		}
		m.score += c.profile.agrees(m.values)
		if m.score > best.score {
			best = m
		}
	}
	return best, best.score >= fairMeaning
}

// why says which parts of the header gave the meaning.
func (m meaning) why() text.Message {
	return text.Msg("inventory.why.meaning", "parts", strings.Join(m.parts, " + "))
}

// generic headers say too little by themselves: the values decide, or the user.
var genericOwner = set("ansvarig", "ägare", "owner", "assetowner", "currentowner", "ansvarigperson", "kontakt", "kontaktperson", "förvaltare", "responsible", "ansvarigchef")

// weighValues lets what the cells hold confirm or overrule the spelling.
func (c *draftColumn) weighValues(d *draft) {
	p := &c.profile
	key := compact(c.text)
	if p.seen == 0 { // only placeholders
		return
	}
	switch {
	case isAspect(c.field) && c.levelOfColumn < 0:
		c.weighAspect()
	case c.field == "class_combined":
		c.weighCombined()
	case c.field == "class_overall":
		c.weighOverall(d)
	case c.field == "class_date":
		if p.share(p.yesNo) >= 0.5 {
			c.set("class_done_flag", Certain, text.Msg("inventory.why.values.yesno"))
		}
	case c.field == "class_done_flag":
		switch {
		case p.share(p.days) >= 0.5:
			c.set("class_date", Certain, text.Msg("inventory.why.values.days"))
		case p.share(p.profiles) >= 0.5:
			c.set("class_combined", Likely, text.Msg("inventory.why.values.profiles"))
		}
	case genericOwner[key]:
		c.weighOwner(d)
	case key == "status":
		if p.share(p.lifecycle) < 0.4 {
			c.question("lifecycle_status", "lifecycle_status", "action_status")
		}
	case key == "drift":
		switch {
		case p.share(p.hosting) >= 0.3:
		case p.share(p.lifecycle) >= 0.4:
			c.set("lifecycle_status", Likely, text.Msg("inventory.why.values.words"))
		case p.share(p.days) >= 0.5:
			c.set("start_date", Likely, text.Msg("inventory.why.values.days"))
		default:
			c.question("hosting", "hosting", "lifecycle_status", "technical_manager")
		}
	case key == "klassad" || key == "klassat":
	case c.field == "name" && (p.share(p.yesNo) >= 0.8 || p.share(p.days) >= 0.8):
		c.custom("inventory.why.values.other")
	}
}

// fitsLevels is the share of cells that can be levels, however damaged.
func (p *columnProfile) fitsLevels() float64 { return p.share(p.levels + p.days) }

func (c *draftColumn) weighAspect() {
	p := &c.profile
	switch {
	case p.share(p.levels) >= 0.5 && c.Certainty == Certain:
		c.Why = text.Msg("inventory.why.levels")
	case p.share(p.levels) >= 0.5:
		c.set(c.field, Certain, text.Msg("inventory.why.levels"))
	case p.share(p.lettered) >= 0.5:
		c.set("class_combined", Likely, text.Msg("inventory.why.values.profiles"))
	case p.share(p.yesNo) >= 0.5 || p.variety() > 0.6 && p.seen > 5:
		c.question(FieldCustom, c.field)
	case len(p.distinct) <= 12:
		c.Certainty = Likely // few distinct words: each of them is asked about
	default:
		c.question(FieldCustom, c.field)
	}
}

func (c *draftColumn) weighCombined() {
	p := &c.profile
	_, ordered := readOrder(c.text)
	switch {
	case p.share(p.profiles) >= 0.3:
		c.Why = text.Msg("inventory.why.values.profiles")
	case p.share(p.yesNo) >= 0.5:
		c.set("class_done_flag", Certain, text.Msg("inventory.why.values.yesno"))
	case p.share(p.days) >= 0.5:
		c.set("class_date", Certain, text.Msg("inventory.why.values.days"))
	case ordered:
		c.Certainty = Likely
	case p.share(p.levels) >= 0.5:
		c.question("class_overall", "class_overall", "class_k")
	default:
		c.question(FieldCustom, "class_combined", "class_overall", "category", "asset_kind")
	}
}

// weighOverall asks about the words of an overall class when nothing else in
// the list is a class: they may be levels, or kinds of data.
func (c *draftColumn) weighOverall(d *draft) {
	p := &c.profile
	if p.share(p.profiles-p.digits) >= 0.5 && p.share(p.digits) < 0.5 {
		c.set("class_combined", Likely, text.Msg("inventory.why.values.profiles"))
		return
	}
	for i := range d.columns {
		if isAspect(d.columns[i].field) {
			return
		}
	}
	if p.share(p.digits) < 0.5 {
		c.question("class_overall", "class_overall", "class_k", "data_categories")
	}
}

// weighOwner asks which role a column of persons means.
func (c *draftColumn) weighOwner(d *draft) {
	suggest := "information_owner"
	for i := range d.columns {
		if o := &d.columns[i]; o.column != c.column && o.field == "information_owner" && !genericOwner[compact(o.text)] {
			suggest = "system_owner"
		}
	}
	if compact(c.text) == "förvaltare" {
		suggest = "system_manager"
	}
	c.question(suggest, "information_owner", "system_owner", "system_manager", "technical_manager")
}

// settleLetters lets K R T S and C I A alone count only when three stand
// together or the cells are levels.
func (d *draft) settleLetters() {
	letterColumns := 0
	for i := range d.columns {
		if d.columns[i].isLetter() {
			letterColumns++
		}
	}
	for i := range d.columns {
		c := &d.columns[i]
		if !c.isLetter() || c.Certainty == Ignored {
			continue
		}
		fits := c.profile.fitsLevels() >= 0.8
		if letterColumns < 3 && !fits || c.profile.seen > 0 && c.profile.fitsLevels() < 0.5 {
			c.custom("inventory.why.letter")
		}
	}
}

func (c *draftColumn) isLetter() bool {
	return isAspect(c.field) && letters(compact(c.text)) == 1 && c.levelOfColumn < 0
}

// settleRegister knows the columns that our own export writes, and takes them
// for ordinary ones in other lists.
func (d *draft) settleRegister() {
	own := d.find(FieldRegisterID) >= 0
	for i := range d.columns {
		if c := &d.columns[i]; c.Field == FieldRegisterChanged && !own {
			c.set("last_reviewed", c.Certainty, c.Why)
		}
	}
}

// find returns the place of the first column with a field, -1 without one.
func (d *draft) find(field string) int {
	return slices.IndexFunc(d.columns, func(c draftColumn) bool { return c.Field == field && c.Certainty != Ignored })
}

// settleDoubles chooses among columns that claim what only one can be.
func (d *draft) settleDoubles() {
	for _, field := range append(aspectFields[:], "asset_id", FieldRegisterID, FieldRegisterChanged, "class_combined") {
		var same []int
		for i, c := range d.columns {
			if c.Field == field && c.Certainty != Ignored && c.levelOfColumn < 0 {
				same = append(same, i)
			}
		}
		if len(same) < 2 {
			continue
		}
		best := same[0]
		for _, i := range same[1:] {
			if d.betterFor(field, i, best) {
				best = i
			}
		}
		for _, i := range same {
			c := &d.columns[i]
			switch {
			case i == best:
			case isAspect(field) && c.profile.fitsLevels() >= 0.5:
				c.question(FieldCustom, field)
			default:
				c.custom("inventory.why.double")
			}
		}
	}
}

// betterFor reports whether column a suits a field better than column b.
func (d *draft) betterFor(field string, a, b int) bool {
	p, q := &d.columns[a].profile, &d.columns[b].profile
	if isAspect(field) || field == "class_combined" {
		return p.fitsLevels() > q.fitsLevels()+0.2
	}
	if running := d.running(b); running != d.running(a) {
		return running // an id is worth more than a row number
	}
	return p.filled > 2*q.filled
}

// running tells that a column merely counts the rows.
func (d *draft) running(column int) bool {
	p := &d.columns[column].profile
	return p.seen > 0 && p.share(p.numbers) > 0.95 && p.share(p.codes) < 0.2 && p.meanLength() < 5
}

// nameFallbacks name the assets of lists that have no name of their own.
var nameFallbacks = []string{"processing_id", "information_sets", "alt_name", "product", "process", "linked_systems"}

// settleName finds the column that names the assets.
func (d *draft) settleName() {
	var names []int
	for i, c := range d.columns {
		if c.Field == "name" && c.Certainty != Ignored {
			names = append(names, i)
		}
	}
	if len(names) == 1 && d.namesProcessings(names[0]) {
		return
	}
	switch {
	case len(names) == 1 && d.columns[names[0]].how == spelledByMeaning && d.earlierName(names[0]):
		return
	case len(names) == 1:
		d.name = names[0]
	case len(names) > 1:
		d.chooseName(names)
	default:
		if i := d.find("processing_id"); i >= 0 && d.columns[i].profile.variety() > 0.5 {
			d.name = i
			return
		}
		if d.earlierName(len(d.columns)) {
			return
		}
		for _, f := range nameFallbacks {
			if i := d.find(f); i >= 0 && d.columns[i].profile.variety() > 0.5 {
				d.name = i
				return
			}
		}
		d.guessName()
	}
}

// namesProcessings knows a record of processing that names systems beside: the
// processing is the asset, the system where its data lie.
func (d *draft) namesProcessings(name int) bool {
	i := d.find("processing_id")
	if i < 0 || d.columns[i].profile.variety() < 0.8 || !systemHeaders[compact(d.columns[name].text)] && d.columns[name].how != spelledByMeaning {
		return false
	}
	d.columns[name].set("linked_systems", Likely, text.Msg("inventory.why.beside"))
	d.name = i
	return true
}

// earlierName asks about an unknown column of short and differing texts that
// stands before the one that might be the name: names stand first.
func (d *draft) earlierName(before int) bool {
	if d.has(aspectFields[:]...)+d.has("class_combined")+d.has(assetFields...) == 0 && !d.forced && d.knownFields() < 3 {
		return false
	}
	for i := 0; i < min(before, 5, len(d.columns)); i++ {
		c, p := &d.columns[i], &d.columns[i].profile
		if c.Field != FieldCustom || c.text == "" || len(c.ask) > 0 {
			continue
		}
		if p.seen >= 3 && p.variety() > 0.9 && p.filled*10 >= d.tallest()*9 && p.meanLength() >= 3 && p.meanLength() < 60 && p.share(p.numbers) < 0.2 && p.share(p.whens) < 0.2 && p.share(p.people) < 0.5 && p.share(p.yesNo) < 0.3 && p.share(p.levels) < 0.5 {
			if before < len(d.columns) {
				c.question("name", "name", "linked_systems", "information_sets", "alt_name")
				d.columns[before].custom("inventory.why.double")
			} else {
				c.question("name", "name")
			}
			d.name = i
			return true
		}
	}
	return false
}

// knownFields counts the columns that mean something.
func (d *draft) knownFields() int {
	n := 0
	for i := range d.columns {
		if c := &d.columns[i]; c.Certainty == Certain || c.Certainty == Likely {
			n++
		}
	}
	return n
}

// tallest is the number of cells in the fullest column.
func (d *draft) tallest() int {
	n := 0
	for i := range d.columns {
		n = max(n, d.columns[i].profile.filled)
	}
	return n
}

// guessName asks about the first column of short and differing texts in a
// list that has levels or several known particulars but nothing called a name.
func (d *draft) guessName() {
	if !d.forced && d.has(aspectFields[:]...)+d.has("class_combined") == 0 && d.has(assetFields...) < 3 && d.knownFields() < 4 {
		return
	}
	if i := d.find("asset_id"); i >= 0 && !d.forced && d.columns[i].profile.variety() > 0.9 && d.has(aspectFields[:]...) == 0 {
		return // details of assets that another table names
	}
	for i := range d.columns {
		c := &d.columns[i]
		p := &c.profile
		if c.Field == FieldCustom && p.seen > 0 && p.variety() > 0.8 && p.meanLength() >= 3 && p.meanLength() < 60 && p.share(p.numbers) < 0.2 && p.share(p.days) < 0.2 && p.share(p.yesNo) < 0.5 {
			c.question("name", "name")
			d.name = i
			return
		}
	}
}

// systemHeaders name a system and not the information in it.
var systemHeaders = set("system", "itsystem", "verksamhetssystem", "applikation", "application", "tjänst", "systemtjänst", "itstöd", "systemapplikation", "informationssystem")

// chooseName keeps the name that tells rows apart best, the first of equals.
// A system beside it is where the information lies; other names are kept.
func (d *draft) chooseName(names []int) {
	best := names[0]
	for _, i := range names[1:] {
		a, b := &d.columns[i], &d.columns[best]
		distinct := func(c *draftColumn) float64 {
			return float64(len(c.profile.distinct)) * c.profile.share(c.profile.seen)
		}
		exact := a.how < b.how
		if exact && a.profile.filled*2 >= b.profile.filled || distinct(a) > 1.3*distinct(b) && a.how <= b.how {
			best = i
		}
	}
	d.name = best
	for _, i := range names {
		c := &d.columns[i]
		switch {
		case i == best:
		case systemHeaders[compact(c.text)]:
			c.set("linked_systems", Likely, text.Msg("inventory.why.beside"))
		case compact(c.text) == "information" || strings.HasPrefix(compact(c.text), "informations"):
			c.set("information_sets", Likely, text.Msg("inventory.why.beside"))
		case c.profile.variety() > 0.5 && d.find("alt_name") < 0:
			c.set("alt_name", Likely, text.Msg("inventory.why.beside"))
		default:
			c.custom("inventory.why.double")
		}
	}
}

// settleNeighbours asks about columns of levels that no word explains. Three or
// four side by side whose headers begin with K, R, T and S are the class;
// otherwise the missing aspects are offered, the likeliest first.
func (d *draft) settleNeighbours() {
	for from := 0; from < len(d.columns); {
		to := from
		for to < len(d.columns) && d.columns[to].mayBeLevels() {
			to++
		}
		if n := to - from; n == 3 || n == 4 {
			d.settleRun(from, to)
		}
		from = max(to, from+1)
	}
	missing := d.missingAspects()
	if len(missing) == 0 || len(missing) == 4 && d.has("class_combined", "class_overall") > 0 {
		return
	}
	for i := range d.columns {
		c := &d.columns[i]
		if c.Field != FieldCustom || c.how != spelledUnknown || !c.mayBeLevels() || c.profile.seen < 3 || c.profile.share(c.profile.levels) < 0.9 {
			continue
		}
		beside := i > 0 && isAspect(d.columns[i-1].Field) || i+1 < len(d.columns) && isAspect(d.columns[i+1].Field)
		if beside {
			c.question(missing[0], missing...)
		}
	}
}

// missingAspects are the aspects that no column has been found for.
func (d *draft) missingAspects() []string {
	var missing []string
	for _, f := range aspectFields {
		if d.find(f) < 0 {
			missing = append(missing, f)
		}
	}
	return missing
}

// mayBeLevels reports whether a column is a class by its header, or holds levels
// under a header that says nothing.
func (c *draftColumn) mayBeLevels() bool {
	p := &c.profile
	if c.levelOfColumn >= 0 || c.Certainty == Ignored || p.share(p.profiles) > 0.5 {
		return false
	}
	return isAspect(c.Field) && p.seen > 0 || c.Field == FieldCustom && len(c.ask) == 0 && p.seen >= 2 && p.share(p.levels) >= 0.8 && len(p.distinct) <= 8
}

// settleRun settles three or four columns of levels that stand side by side.
func (d *draft) settleRun(from, to int) {
	run := d.columns[from:to]
	letters, distinct := make([]int, len(run)), map[int]bool{}
	unknown := 0
	for i := range run {
		letters[i] = -1
		if a, ok := AspectOf(run[i].Field); ok {
			letters[i] = int(a)
		} else if unknown++; fold(run[i].text) != "" {
			if a, ok := aspectOfLetter([]rune(fold(run[i].text))[0], false); ok {
				letters[i] = int(a)
			}
		}
		distinct[letters[i]] = true
	}
	if unknown == 0 {
		return
	}
	fits := len(distinct) == len(run) && !distinct[-1]
	for i := range run {
		c := &run[i]
		if isAspect(c.Field) {
			continue
		}
		missing := d.missingAspects()
		if len(missing) == 0 {
			return
		}
		switch {
		case fits && slices.Contains(missing, aspectFields[letters[i]]) && len(run) == 4:
			c.set(aspectFields[letters[i]], Likely, text.Msg("inventory.why.values.run"))
		case fits && slices.Contains(missing, aspectFields[letters[i]]):
			c.question(aspectFields[letters[i]], missing...)
		default:
			c.question(missing[0], missing...)
		}
	}
}

// has counts the columns that mean one of some fields and hold something.
func (d *draft) has(fields ...string) int {
	n := 0
	for _, c := range d.columns {
		if c.Certainty != Ignored && slices.Contains(fields, c.Field) {
			n++
		}
	}
	return n
}

// headerKeys returns the headers compacted.
func (d *draft) headerKeys() []string {
	var out []string
	for _, c := range d.columns {
		out = append(out, compact(strings.ToLower(c.text)))
	}
	return out
}
