package intake

import (
	"context"
	"slices"
	"strings"

	"github.com/agext/levenshtein"

	"infoklass/domain/text"
)

// unitReader turns what a list says about organisation into paths of units:
// registered ones where it can, new ones otherwise.
type unitReader struct {
	known  map[string][]string     // full path, caseless, to the path as registered
	leaves map[string][][]string   // last step, caseless, to paths
	former map[string][]FormerUnit // last step of an older path, caseless
	find   func([]string) ([]string, bool)
	seen   map[string]*unitUse // by path as written
	order  []*unitUse

	misspelt int // units asked about because another one is spelt nearly the same
}

// maxMisspelt is how many spellings of new units are asked about; they all
// stand in the list of new units, where they are seen and approved.
const maxMisspelt = 3

// unitUse is one distinct path in the file.
type unitUse struct {
	written []string
	key     string   // pathKey of written
	leaf    string   // its last step, compacted
	path    []string // what it is taken for
	rows    int
	sheet   string
	guess   []string // better than what is written: asked about
	why     string   // key of the question
	fresh   bool
	open    string
}

func newUnitReader(k *Knowledge) *unitReader {
	r := &unitReader{known: map[string][]string{}, leaves: map[string][][]string{}, former: map[string][]FormerUnit{}, find: k.Unit, seen: map[string]*unitUse{}}
	for _, f := range k.FormerUnits {
		if n := len(f.Was); n > 0 {
			leaf := caseless(f.Was[n-1])
			r.former[leaf] = append(r.former[leaf], f)
		}
	}
	for _, path := range k.Units {
		r.known[pathKey(path)] = path
		if len(path) > 0 {
			leaf := caseless(path[len(path)-1])
			r.leaves[leaf] = append(r.leaves[leaf], path)
		}
	}
	return r
}

func pathKey(path []string) string {
	var b strings.Builder
	for _, step := range path {
		b.WriteString(caseless(step))
		b.WriteByte('\x1f')
	}
	return b.String()
}

// use notes that rows name a path and returns its entry.
func (r *unitReader) use(path []string, sheet string, rows int) *unitUse {
	key := strings.Join(path, "\x1f")
	use, ok := r.seen[key]
	if !ok {
		use = &unitUse{written: path, key: pathKey(path), leaf: compact(path[len(path)-1]), path: path, sheet: sheet}
		r.seen[key] = use
		r.order = append(r.order, use)
	}
	use.rows += rows
	return use
}

// settleUnits gathers the units of all tables and settles each once.
func (u *understanding) settleUnits(context.Context) {
	u.units = newUnitReader(u.know)
	for _, t := range u.tables {
		u.tableUnit(t)
	}
	for _, t := range u.tables {
		reader := t.unitColumns()
		for i := range t.rows {
			row := &t.rows[i]
			if row.kind == rowStopped || row.kind == rowExample || row.kind == rowIDOnly || row.kind == rowTorn {
				continue
			}
			path := reader.path(t, row)
			if len(path) == 0 {
				continue
			}
			row.use = u.units.use(path, t.sheet.Name, 1)
		}
	}
	u.units.settle(u.ask)
}

// unitColumns are the columns that tell the organisation, from the top.
type unitColumns []*draftColumn

func (t *tableDraft) unitColumns() unitColumns {
	var out unitColumns
	for i := range t.columns {
		if c := &t.columns[i]; isOrganisation(c.Field) && c.Certainty != Ignored {
			out = append(out, c)
		}
	}
	sortBy(out, func(a, b *draftColumn) bool { return a.organisationPlace() < b.organisationPlace() })
	if len(out) == 0 {
		if i := t.find("controller"); i >= 0 {
			out = append(out, &t.columns[i])
		}
	}
	for _, c := range out {
		if c.fillDown = t.fillsDown(c); c.fillDown {
			t.unitFrom = text.Msg("inventory.unit.fill-down")
		} else if t.unitFrom.Key == "" {
			t.unitFrom = text.Msg("inventory.unit.columns")
		}
	}
	return out
}

// organisationPlace orders columns from the top of the organisation down, by
// what they mean and then by the word that heads them.
func (c *draftColumn) organisationPlace() int {
	place := organisationRank[c.Field] * 10
	for _, w := range strings.Fields(fold(c.text)) {
		switch w {
		case "förvaltning", "sektor", "kontor", "department":
			return place + 1
		case "verksamhet", "verksamhetsområde":
			return place + 2
		case "avdelning", "division", "agency", "bureau":
			return place + 3
		case "enhet", "sektion", "unit", "office", "component":
			return place + 4
		}
	}
	return place + 2
}

// dittos stand for what is written above.
var dittos = set(`"`, `”`, `''`, `-"-`, `-”-`, `–"–`, `- " -`, "dito", "d:o", "ditto", "samma", "do.")

// fillsDown reports whether a column names each unit once, on the first of its
// rows, so that an empty cell means the one above.
func (t *tableDraft) fillsDown(c *draftColumn) bool {
	filled, rows, first := 0, 0, false
	seen := map[string]bool{}
	for _, row := range t.rows {
		if row.kind != rowAsset {
			continue
		}
		s := caseless(t.cellOf(t.sheet.Rows[row.place], c.column))
		if rows++; rows == 1 {
			first = s != ""
		}
		if s == "" {
			continue
		}
		if seen[s] {
			return false
		}
		seen[s] = true
		filled++
	}
	return first && filled >= 2 && filled*2 <= rows
}

// path reads the unit of a row: the sections above it, then its columns, then
// what the whole table is said to concern.
func (cs unitColumns) path(t *tableDraft, row *draftRow) []string {
	path := append([]string(nil), row.unit...)
	r := t.sheet.Rows[row.place]
	for _, c := range cs {
		s := tidy(t.cellOf(r, c.column))
		if dittos[strings.ToLower(s)] || s == "" && c.fillDown {
			s = c.above
		}
		c.above = s
		if dots(s) || placeholder(s) {
			continue
		}
		steps := []string{s}
		if c.Field == "org_path" || c.profile.share(c.profile.paths) > 0.5 {
			steps = splitPath(s)
		}
		for _, step := range steps {
			if !slices.ContainsFunc(path, func(above string) bool { return caseless(above) == caseless(step) }) {
				path = append(path, step)
			}
		}
	}
	if len(path) == 0 {
		return t.ownUnit
	}
	return path
}

// cellOf returns a cell's text, through merged areas that span several rows.
func (t *tableDraft) cellOf(r Row, column int) string {
	if c, ok := r.At(column); ok {
		return c.Text
	}
	if a, ok := t.verticalMerge(r.Number, column); ok {
		return t.sheet.textAt(a.Row, a.Column)
	}
	return ""
}

func (d *draft) verticalMerge(row, column int) (Area, bool) {
	for _, a := range d.spans[row] {
		if column >= a.Column && column <= a.LastColumn {
			return a, true
		}
	}
	return Area{}, false
}

// genericSheets are names of sheets that name no unit.
var genericSheets = set("blad", "sheet", "ark", "tabelle", "lista", "listan", "system", "systemlista", "systemförteckning", "förteckning", "information", "informationstillgångar", "tillgångar", "tillgång", "register", "systemregister", "klassning", "informationsklassning", "inventering", "export", "data", "tabell", "huvudlista", "alla", "samtliga", "total", "import", "mall", "applikationer", "applications", "assets", "inventory", "asset", "it", "itsystem", "verksamhetssystem", "etjänster", "tjänster", "resultat", "underlag")

// tableUnit finds what a table without columns for it says about its unit: a
// title above it, or the sheet's name.
func (u *understanding) tableUnit(t *tableDraft) {
	if t.has("org_legal_entity", "org_board", "org_department", "org_path", "controller") > 0 || t.hasSections() {
		if t.hasSections() {
			t.unitFrom = text.Msg("inventory.unit.sections")
		}
		return
	}
	if unit := t.titleUnit(); unit != "" {
		t.ownUnit, t.unitFrom = []string{unit}, text.Msg("inventory.unit.title")
		return
	}
	name := tidy(t.sheet.Name)
	switch {
	case !t.namedSheet():
	case unitLike(name):
		t.ownUnit, t.unitFrom = []string{name}, text.Msg("inventory.unit.sheet")
	case u.namedSheets() > 1:
		t.ownUnit, t.unitFrom = []string{name}, text.Msg("inventory.unit.sheet")
		use := u.units.use(t.ownUnit, t.sheet.Name, 0)
		use.guess, use.why = []string{u.likeSiblings(name)}, "inventory.ask.unit.sheet"
	}
}

// namedSheet reports whether the sheet's name can be that of a unit.
func (t *tableDraft) namedSheet() bool {
	key := strings.TrimRight(compact(t.sheet.Name), "0123456789")
	return t.sheet.Name != SingleSheet && key != "" && !genericSheets[key]
}

// namedSheets counts the tables that only their sheet's name can give a unit.
func (u *understanding) namedSheets() int {
	n := 0
	for _, t := range u.tables {
		if t.namedSheet() && t.has("org_legal_entity", "org_board", "org_department", "org_path", "controller") == 0 {
			n++
		}
	}
	return n
}

func (t *tableDraft) hasSections() bool {
	for _, r := range t.rows {
		if len(r.unit) > 0 {
			return true
		}
	}
	return false
}

// titleUnit reads the unit from the rows above the header: the smallest one
// that they name.
func (t *tableDraft) titleUnit() string {
	best, rank := "", 0
	for i := max(0, t.head.first-8); i < t.head.first; i++ {
		cells := t.sheet.Rows[i].Cells
		for j, c := range cells {
			unit := unitHeading(c.Text)
			label := strings.TrimRight(tidy(c.Text), ": ")
			if f, _ := words().find(label, ""); isOrganisation(f) && j+1 < len(cells) && letters(cells[j+1].Text) < 80 {
				unit = tidy(cells[j+1].Text)
			}
			if unit == "" {
				continue
			}
			if r := unitRank(unit); r > rank {
				best, rank = unit, r
			}
			break
		}
	}
	return best
}

// likeSiblings completes the short name of a sheet to a unit's name the way
// the sheets beside it are written: Samhällsbyggnad beside Socialförvaltningen.
func (u *understanding) likeSiblings(name string) string {
	for _, t := range u.tables {
		sibling := strings.ToLower(tidy(t.sheet.Name))
		for _, end := range []string{"förvaltningen", "nämnden", "sektorn", "avdelningen", "kontoret", "enheten"} {
			if strings.HasSuffix(sibling, end) && sibling != strings.ToLower(name) {
				return compound(name, end)
			}
		}
	}
	return name
}

// compound joins a Swedish word and an ending the way compounds are made.
func compound(word, end string) string {
	if strings.HasSuffix(word, "s") {
		return word + end
	}
	switch last := word[len(word)-1]; {
	case strings.HasSuffix(word, "ing"), strings.HasSuffix(word, "nad"), strings.HasSuffix(word, "tet"), strings.HasSuffix(word, "het"), strings.HasSuffix(word, "ion"), strings.HasSuffix(word, "skap"), strings.HasSuffix(word, "omsorg"), strings.HasSuffix(word, "fritid"):
		return word + "s" + end
	case last == 'e' || last == 'a':
		return word + end
	}
	return word + end
}

// settle decides what each path is taken for, and asks where it is not certain.
func (r *unitReader) settle(ask *asker) {
	for _, use := range r.order {
		if use.rows == 0 {
			continue
		}
		r.meet(use)
		if use.guess == nil {
			continue
		}
		r.askUnit(use, ask)
	}
}

// meet finds the registered unit that a path means.
func (r *unitReader) meet(use *unitUse) {
	if path, ok := r.known[use.key]; ok {
		use.path, use.guess = path, nil
		return
	}
	leaf := use.written[len(use.written)-1]
	var fits [][]string
	for _, path := range r.leaves[caseless(leaf)] {
		if sameUnit(path, use.written) {
			fits = append(fits, path)
		}
	}
	if len(fits) == 1 {
		use.path, use.guess = fits[0], nil
		return
	}
	if path, ok := r.renamed(use.written); ok && len(fits) == 0 {
		use.path, use.guess = path, nil
		return
	}
	use.fresh = true
	if use.guess != nil {
		if near := r.nearest(use.guess[len(use.guess)-1]); near != nil {
			use.guess = near
		}
		return
	}
	if len(fits) > 1 {
		use.guess, use.why = fits[0], "inventory.ask.unit.several"
		return
	}
	if near := r.nearest(leaf); near != nil {
		use.guess, use.why = near, "inventory.ask.unit.near"
		return
	}
	r.meetOwn(use)
}

// renamed finds the unit that a path named before it was renamed, moved, merged
// or retired.
func (r *unitReader) renamed(path []string) ([]string, bool) {
	if r.find != nil {
		if now, ok := r.find(path); ok {
			return now, true
		}
	}
	var found []string
	for _, f := range r.former[caseless(path[len(path)-1])] {
		if !sameUnit(f.Was, path) {
			continue
		}
		if found != nil && pathKey(found) != pathKey(f.Now) {
			return nil, false
		}
		found = f.Now
	}
	return found, found != nil
}

// nearest finds a registered unit whose name is nearly the same.
func (r *unitReader) nearest(leaf string) []string {
	key := compact(leaf)
	n := letters(key)
	if n < 6 {
		return nil
	}
	var best []string
	least := 1 + n/8
	for name, paths := range r.leaves {
		other := compact(name)
		if d := abs(letters(other) - n); d > least {
			continue
		}
		if d := levenshtein.Distance(key, other, nil); d <= least && (best == nil || d < least) && len(paths) == 1 {
			best, least = paths[0], d
		}
	}
	return best
}

// meetOwn compares a new unit with the others of the file: one written in
// capitals, or once with a letter wrong.
func (r *unitReader) meetOwn(use *unitUse) {
	if guess, ok := unshouted(use.written); ok {
		for _, other := range r.order {
			if other != use && other.key == use.key {
				if _, also := unshouted(other.written); !also {
					guess = other.written
				}
			}
		}
		use.guess, use.why = guess, "inventory.ask.unit.capitals"
		return
	}
	if len(r.order) > 500 {
		return
	}
	for _, other := range r.order {
		if other == use || len(other.written) != len(use.written) {
			continue
		}
		if other.key == use.key {
			if other.rows > use.rows || other.rows == use.rows && UnitPath(other.written) < UnitPath(use.written) {
				use.path, use.fresh = other.path, other.fresh // case alone differs
			}
			return
		}
		a, b := use.leaf, other.leaf
		if n := letters(a); n >= 10 && r.misspelt < maxMisspelt && other.rows >= 3*use.rows && abs(letters(b)-n) <= 1 && digitsOf(a) == digitsOf(b) &&
			endsWith(other.written[:len(other.written)-1], use.written[:len(use.written)-1]) && levenshtein.Distance(a, b, nil) == 1 {
			r.misspelt++
			use.guess, use.why = other.path, "inventory.ask.unit.near"
			return
		}
	}
}

// unshouted writes the steps of a path that stand in capitals the way names are written.
func unshouted(path []string) ([]string, bool) {
	out, shouted := slices.Clone(path), false
	for i, step := range path {
		if looksShouted(step) && unitLike(step) {
			out[i], shouted = unshout(step), true
		}
	}
	return out, shouted
}

func (r *unitReader) askUnit(use *unitUse, ask *asker) {
	written, guess := UnitPath(use.written), UnitPath(use.guess)
	choices := []string{guess}
	if written != guess {
		choices = append(choices, written)
	}
	choices = append(choices, answerNew)
	q := Question{
		ID: "unit:" + questionKey(written), Kind: AskUnit, Sheet: use.sheet, Field: "unit", Value: written, Rows: use.rows,
		Suggestion: guess, Choices: choices, Labels: make([]text.Message, len(choices)), Message: text.Msg(use.why, "value", written, "suggestion", guess),
	}
	q.Labels[len(choices)-1] = text.Msg("inventory.unit.new", "value", written)
	answer := ask.ask(q)
	switch answer {
	case "":
		use.open, use.path = q.ID, use.guess
	case answerNew:
		use.path = use.written
	default:
		use.path = splitPath(tidy(answer))
	}
	if path, ok := r.known[pathKey(use.path)]; ok {
		use.path, use.fresh = path, false
	} else if path, ok := r.renamed(use.path); ok && answer != answerNew {
		use.path, use.fresh = path, false // an answer of last month speaks of the unit as it was called
	} else {
		use.fresh = true
	}
}

// answerNew answers a unit or a match: it is a new one.
const answerNew = "new"

// created lists the paths that would be new units.
func (r *unitReader) created() [][]string {
	var out [][]string
	seen := map[string]bool{}
	for _, use := range r.order {
		if key := pathKey(use.path); use.fresh && use.rows > 0 && !seen[key] {
			if _, ok := r.known[key]; !ok {
				seen[key] = true
				out = append(out, use.path)
			}
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }
