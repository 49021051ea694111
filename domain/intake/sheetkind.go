package intake

import (
	"strings"

	"infoklass/domain/text"
)

// Why a sheet is left out, for programs; the words are in the catalogue.
const (
	codeHidden        = "hidden"
	codeNoTable       = "no table"
	codeEmpty         = "empty"
	codeLegend        = "legend"
	codeSummary       = "summary"
	codeRisks         = "risks"
	codeControls      = "controls"
	codeQuestionnaire = "questionnaire"
	codeForm          = "form"
	codeCards         = "cards"
	codeDetails       = "details"
	codeAbout         = "about"
	codeLeft          = "left"
	codeRepeats       = "repeats"
	codeSuppliers     = "suppliers"
	codeOther         = "other"
)

var skipMessages = map[string]text.Message{
	codeHidden: text.Msg("inventory.skip.hidden"), codeNoTable: text.Msg("inventory.skip.no-table"), codeEmpty: text.Msg("inventory.skip.empty"),
	codeLegend: text.Msg("inventory.skip.legend"), codeSummary: text.Msg("inventory.skip.summary"), codeRisks: text.Msg("inventory.skip.risks"),
	codeControls: text.Msg("inventory.skip.controls"), codeQuestionnaire: text.Msg("inventory.skip.questionnaire"), codeForm: text.Msg("inventory.skip.form"),
	codeCards: text.Msg("inventory.skip.cards"), codeDetails: text.Msg("inventory.skip.details"), codeAbout: text.Msg("inventory.skip.about"), codeLeft: text.Msg("inventory.skip.left"),
	codeRepeats: text.Msg("inventory.skip.repeats"), codeSuppliers: text.Msg("inventory.skip.suppliers"), codeOther: text.Msg("inventory.skip.other"),
}

func skipped(s *Sheet, code string) SkippedSheet {
	return SkippedSheet{Sheet: s.Name, Code: code, Reason: skipMessages[code]}
}

// leastHeader is the score below which a row heads no register: a name and
// something more.
const leastHeader = 3.5

// notRegister tells what a sheet is when it is no list of assets; empty when
// it may be one. d is nil where no header was found.
func notRegister(s *Sheet, d *draft) string {
	switch {
	case len(s.Rows) == 0:
		return codeEmpty
	case isLegendSheet(s):
		return codeLegend
	}
	if code := labels(s, d); code != "" {
		return code
	}
	if d == nil || d.head.score < leastHeader {
		if isSummary(s) {
			return codeSummary
		}
		return codeNoTable
	}
	return d.notRegister()
}

// isLegendSheet knows a short sheet whose rows explain levels: a level and a
// known word side by side, or digits in order under a header that says level.
func isLegendSheet(s *Sheet) bool {
	if len(s.Rows) > 25 {
		return false
	}
	known, ordered, rows, wide, last := 0, 0, 0, 0, -1
	headed := false
	for i, r := range s.Rows {
		if len(r.Cells) < 2 {
			continue
		}
		rows++
		wide = max(wide, len(r.Cells))
		if i < 3 {
			for _, w := range strings.Fields(fold(r.Cells[0].Text)) {
				headed = headed || scaleHeaders[w]
			}
		}
		p, ok := readPair(r.Cells[0].Text, r.Cells[1].Text)
		level, isLevel := levelWords[p.word]
		switch {
		case ok && (isLevel && level != 0 || vague[p.word] != nil || grave[p.word]):
			known++
		case !ok && readLevel(r.Cells[0]).notation >= levelWord && readLevel(r.Cells[0]).notation != levelDate && len(r.Cells) <= 3:
			known++
		}
		if ok && (last < 0 || p.digit == last+1 || p.digit == last-1) {
			ordered++
			last = p.digit
		}
	}
	return known >= 3 && known >= rows-2 || headed && wide <= 4 && ordered >= 3 && ordered >= rows-1
}

// scaleHeaders head the column of levels in an explanation of them.
var scaleHeaders = set("nivå", "nivåer", "klass", "skala", "grad", "level", "class", "konsekvensnivå", "skyddsnivå", "värde", "poäng")

// isSummary knows few columns of which the last holds numbers.
func isSummary(s *Sheet) bool {
	numbers, rows := 0, 0
	for _, r := range s.Rows {
		if len(r.Cells) == 2 {
			rows++
			if isNumber(tidy(r.Cells[1].Text)) {
				numbers++
			}
		}
	}
	return rows >= 2 && numbers*10 >= rows*6
}

// labels knows forms, which have a label and a field beside it on every row,
// and cards, which are several such forms.
func labels(s *Sheet, d *draft) string {
	known, repeated := map[string]int{}, 0
	rows := 0
	for i, r := range s.Rows {
		if i >= 200 || len(r.Cells) == 0 {
			break
		}
		rows++
		c := r.Cells[0]
		if c.Kind != Text || len(r.Cells) > 4 {
			continue
		}
		if f, how := words().find(strings.TrimRight(tidy(c.Text), ":"), ""); f != "" && how <= spelledInPart && f != FieldCustom {
			if known[f]++; known[f] > 1 {
				repeated++
			}
		}
	}
	headed := 0
	if d != nil {
		for _, c := range d.head.cells {
			if c.field != "" {
				headed++
			}
		}
	}
	switch {
	case len(known) < 4 || len(known) <= headed || (len(known)+repeated)*2 < rows:
		return ""
	case repeated >= 3:
		return codeCards
	}
	return codeForm
}

var (
	controlHeaders  = set("kontroll", "kontroller", "kontrollid", "kontrollmål", "krav", "kravid", "kravtext", "control", "controlid", "controltitle", "controls", "requirement", "requirements", "iso27001", "iso27002", "annexa", "bilagaa", "uppfyllt", "uppfylls", "uppfyllnad", "uppfyllnadsgrad", "efterlevnad", "compliance", "implementerad", "implementerat", "implemented", "bevis", "evidence", "tillämplig", "tillämpligt", "applicable", "applicability", "mognad", "mognadsnivå", "maturity", "clause", "kapitel", "säkerhetsåtgärd", "skyddsåtgärd")
	questionHeaders = set("fråga", "frågor", "question", "questions", "frågeställning", "påstående", "svar", "svaret", "answer", "answers", "response", "svarsalternativ", "ja", "nej", "poäng", "score", "yes", "no")
	riskFields      = []string{"risk_title", "risk_cause", "risk_consequence_text", "risk_likelihood", "risk_impact", "risk_value", "risk_owner", "risk_treatment", "risk_residual"}
	assetFields     = []string{"name", "supplier", "hosting", "system_owner", "information_owner", "system_manager", "technical_manager", "product", "lifecycle_status", "class_combined", "class_overall", "class_k", "class_r", "class_t", "class_s"}
)

// notRegister looks at what the columns are about.
func (d *draft) notRegister() string {
	risks := d.has(riskFields...)
	assets := d.has(assetFields...)
	controls, questions := 0, 0
	for _, key := range d.headerKeys() {
		if controlHeaders[key] {
			controls++
		}
		if questionHeaders[key] {
			questions++
		}
	}
	named := d.find("name") >= 0
	switch {
	case risks >= 3 && d.has("risk_likelihood", "risk_impact", "risk_value") >= 1 && risks >= assets:
		return codeRisks
	case controls >= 2 && controls+d.has("action_title", "action_owner", "action_due", "action_status") >= 3 && assets <= 2 && d.has(aspectFields[:]...) == 0:
		return codeControls
	case d.has("action_title", "action_owner", "action_due", "action_status") >= 3 && !named:
		return codeControls
	case questions >= 2 && assets <= 1, d.asks() && assets <= 2:
		return codeQuestionnaire
	case d.isAbout():
		return codeAbout
	case !d.forced && !named && d.headsSuppliers():
		return codeSuppliers
	case !d.forced && d.listsOthers():
		return codeOther
	case !named && d.name < 0 && assets == 0:
		return codeNoTable
	}
	return ""
}

// asks tells that most rows put a question.
func (d *draft) asks() bool {
	for _, c := range d.columns {
		n := 0
		for t, times := range c.profile.distinct {
			if strings.HasSuffix(t, "?") && letters(t) > 15 {
				n += times
			}
		}
		if c.profile.seen >= 3 && c.profile.share(n) > 0.6 {
			return true
		}
	}
	return false
}

// isAbout knows the sheet about the file that our own export writes.
func (d *draft) isAbout() bool {
	switch fold(d.sheet.Name) {
	case "om filen", "about the file", "about this file":
		return true
	}
	return false
}

// isDetails tells that a table without names repeats the ids of another one:
// it says more about the same assets.
func (d *draft) isDetails(others []*draft) bool {
	if d.find("name") >= 0 {
		return false
	}
	own := d.ids()
	if len(own) == 0 {
		return false
	}
	for _, o := range others {
		if o == d || o.find("name") < 0 {
			continue
		}
		theirs, shared := o.ids(), 0
		for id := range own {
			if theirs[id] {
				shared++
			}
		}
		if shared*10 >= len(own)*8 {
			return true
		}
	}
	return false
}

func (d *draft) ids() map[string]bool {
	i := d.find("asset_id")
	if i < 0 {
		return nil
	}
	out := map[string]bool{}
	for p := d.head.last + 1; p < d.end && len(out) < 5000; p++ {
		if c, ok := d.sheet.Rows[p].At(d.columns[i].column); ok {
			out[caseless(c.Text)] = true
		}
	}
	return out
}

// headsSuppliers knows a list of suppliers, contacts or licences: one of them
// heads the first column of texts and nothing names an asset or its class.
func (d *draft) headsSuppliers() bool {
	if d.has(aspectFields[:]...)+d.has("class_combined", "class_overall", "information_owner", "system_owner", "processing_id") > 0 {
		return false
	}
	for i := range d.columns {
		c := &d.columns[i]
		if c.Certainty == Ignored || c.Field == "asset_id" || c.profile.seen == 0 {
			continue
		}
		switch c.Field {
		case "supplier", "contact_email", "contact_phone", "system_manager", "contract_end", "users_count", "link":
			return c.profile.variety() > 0.6
		}
		return false
	}
	return false
}

// otherLists are words for what heads lists of something else than assets, in
// the first columns.
var otherLists = []string{"rekommendation", "källa", "käll", "revision", "iakttagelse", "policy", "riktlinje", "mötesdatum", "ändringslogg", "versionshistorik", "recommendation", "finding", "source", "anbefaling", "kilde"}

// listsOthers knows lists of recommendations, sources and versions of documents:
// the id and another of the first columns say so, and nothing is a class.
func (d *draft) listsOthers() bool {
	if d.has(aspectFields[:]...)+d.has("class_combined", "information_owner", "system_owner", "supplier", "hosting") > 0 {
		return false
	}
	hits := 0
	for i := range d.columns {
		key := compact(d.columns[i].text)
		for _, w := range otherLists {
			if strings.HasPrefix(key, w) {
				hits++
				break
			}
		}
	}
	return hits >= 2
}

// repeats tells that nearly all names of a sheet stand on other sheets that say
// more about them: it sums those up.
func (d *draft) repeats(others []*draft) bool {
	own := d.assetNames()
	if len(own) < 3 || d.forced {
		return false
	}
	theirs, wider := map[string]bool{}, false
	for _, o := range others {
		if o.sheet == d.sheet || len(o.columns) <= len(d.columns) {
			continue
		}
		wider = true
		for name := range o.assetNames() {
			theirs[name] = true
		}
	}
	shared := 0
	for name := range own {
		if theirs[name] {
			shared++
		}
	}
	return wider && shared*10 >= len(own)*9
}

// assetNames are the texts in the column of names, folded.
func (d *draft) assetNames() map[string]bool {
	out := map[string]bool{}
	if d.name < 0 {
		return out
	}
	for p := d.head.last + 1; p < d.end && len(out) < 20_000; p++ {
		if c, ok := d.sheet.Rows[p].At(d.columns[d.name].column); ok {
			out[caseless(c.Text)] = true
		}
	}
	return out
}
