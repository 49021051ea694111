package intake

import (
	"strings"

	"infoklass/domain/classify"
)

// placeholders are what people write in a cell to say that they have nothing to say.
var placeholders = set("-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "??", "???", "x?", "n/a", "na", "n.a.", "#n/a", "none", "null", "nil", "tbd", "tba", "unknown",
	"not classified", "unclassified", "not assessed", "not set", "pending", "not applicable",
	"vet ej", "vet inte", "okänt", "okänd", "saknas", "ej klassad", "ej klassat", "ej klassade", "inte klassad", "inte klassat", "oklassad", "oklassat",
	"ej bedömd", "ej bedömt", "inte bedömd", "inte bedömt", "ej satt", "ej ifyllt", "ej angivet", "ej angiven", "ej aktuellt", "ej aktuell", "ej tillämpligt", "ej tillämplig", "e/t", "e.t.", "et",
	"pågår", "pågående", "under arbete", "kommer", "inväntar", "väntar", "ej klar", "ej klart", "ej genomförd", "ej genomfört", "ej gjord", "inte gjord", "återstår", "att göra", "ska klassas", "klassas senare", "ej relevant",
	"inga", "ingen uppgift", "uppgift saknas", "i.u.", "ska bedömas", "bedöms senare", "tom", "blank", "_", "*", "/")

// placeholder reports whether a tidy text stands for nothing in a cell of levels.
func placeholder(s string) bool {
	if s == "" {
		return true
	}
	if len(s) > 24 {
		return false
	}
	return placeholders[strings.ToLower(strings.TrimSpace(s))]
}

// dots are the placeholders that stand for an empty cell in any column.
func dots(s string) bool {
	switch s {
	case "", "-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "??", "???", "_":
		return true
	}
	return false
}

// levelNouns may stand beside a level without saying anything.
var levelNouns = set("nivå", "niva", "klass", "klassning", "level", "class", "grad", "konsekvens", "konsekvenser", "konsekvensnivå", "skada", "skyddsnivå", "skyddsklass", "steg", "värde", "impact", "är", "st", "nr")

// levelWords are the words of the register's own scale, with the forms that
// lists bend them into.
var levelWords = map[string]classify.Level{
	"försumbar": classify.Level0, "försumbart": classify.Level0, "försumbara": classify.Level0, "ingen eller försumbar": classify.Level0, "negligible": classify.Level0,
	"måttlig": classify.Level1, "måttligt": classify.Level1, "måttliga": classify.Level1,
	"betydande": classify.Level2, "significant": classify.Level2,
	"allvarlig": classify.Level3, "allvarligt": classify.Level3, "allvarliga": classify.Level3, "serious": classify.Level3,
}

// grave is what stands above the scale: such information is handled outside the register.
var grave = set("synnerligen allvarlig", "synnerligen allvarligt", "synnerligen allvarliga", "exceptionally grave")

// vague holds the words whose order or distance differs between organisations.
// A rank of -1 is never suggested.
var vague = map[string]*vagueLevel{}

// fourthStep is the rank of the word that makes a family a four-step scale.
var fourthStep = map[string]int{"amount": 3, "colour": 2}

func init() {
	for family, ranks := range map[string][][]string{
		"amount": {
			{"låg", "lågt", "låga", "low", "liten", "lägst", "lägsta", "minor", "minimal", "bas", "basnivå", "grundläggande", "basic", "grundnivå"},
			{"medel", "mellan", "medium", "moderate", "normal", "medelhög", "måttligt hög", "medelnivå", "medium high"},
			{"hög", "högt", "höga", "high", "stor", "förhöjd", "utökad", "major"},
			{"mycket hög", "mycket högt", "mkt hög", "very high", "critical", "kritisk", "kritiskt", "högst", "högsta", "särskilt hög", "särskild", "extreme", "mycket stor", "severe"},
		},
		"colour": {
			{"grön", "grönt", "green"}, {"gul", "gult", "yellow"}, {"orange", "amber"}, {"röd", "rött", "red"},
		},
		"secrecy": {
			{"öppen", "öppet", "öppna", "publik", "publikt", "offentlig", "offentligt", "public", "open"},
			{"intern", "internt", "internal", "internal use only", "internal use", "begränsad", "begränsat"},
			{"konfidentiell", "konfidentiellt", "confidential", "känslig", "känsligt", "sensitive", "skyddsvärd", "skyddsvärt"},
		},
	} {
		for rank, spellings := range ranks {
			for _, s := range spellings {
				vague[s] = &vagueLevel{family, rank}
			}
		}
	}
	for _, s := range []string{"restricted", "strikt konfidentiell", "strikt konfidentiellt", "strictly confidential", "highly confidential", "sekretess", "sekretessbelagd", "sekretessbelagt", "secret", "top secret", "classified", "private", "privat"} {
		vague[s] = &vagueLevel{"state", -1}
	}
}

// yesNo are the answers of a column that asks whether something is so.
var yesNo = map[string]bool{
	"ja": true, "nej": false, "j": true, "n": false, "yes": true, "no": false, "y": true, "true": true, "false": false, "sant": true, "falskt": false,
	"delvis": true, "partly": true, "finns": true, "finns ej": false, "finns inte": false, "genomförd": true, "ej genomförd": false,
}

// marks are what people put in the column of the right level.
var marks = set("x", "xx", "1", "ja", "yes", "true", "✓", "✔", "•", "●", "v", "*", "☒", "☑")

// lifecycles are the words for where in its life a system is.
var lifecycles = set("i drift", "drift", "drift och förvaltning", "i produktion", "produktion", "driftsatt", "aktiv", "aktivt", "i bruk", "används", "under införande", "införs", "införande", "pågående införande",
	"planerad", "planerat", "planeras", "inför upphandling", "upphandling", "upphandlas", "under upphandling", "utveckling", "under utveckling", "test", "pilot", "avvecklas", "under avveckling", "avveckling", "avvecklad", "avvecklat",
	"ur drift", "nedlagd", "vilande", "passiv", "inaktiv", "ny", "nytt", "förvaltning", "i förvaltning", "befintlig", "befintligt",
	"active", "inactive", "in use", "live", "in operation", "in production", "production", "operational", "planned", "proposed", "retired", "retiring", "decommissioned", "decommissioning", "deprecated", "in development", "development", "under review", "end of life", "phase out", "disposed", "in procurement", "initiation", "implementation", "approved", "acquisition")

// hostings are the words for where a system is run.
var hostings = set("molntjänst", "moln", "molnet", "saas", "paas", "iaas", "egen drift", "egen", "intern", "internt", "extern", "externt", "extern drift", "intern drift", "egen server", "lokal", "lokalt", "lokal installation", "on prem", "on-prem", "onprem", "on premise", "on premises", "cloud", "hosted", "hybrid", "leverantör", "leverantören", "driftas externt", "driftas internt", "kommunen", "it-avdelningen", "egen regi", "outsourcad")

// totals begin a row that sums others up.
var totals = set("summa", "totalt", "total", "totalsumma", "summering", "antal", "sum", "delsumma", "subtotal", "grand total", "medel", "medelvärde", "genomsnitt", "average", "summa totalt", "totalt antal", "antal totalt", "antal tillgångar", "antal system", "total assets")

// legendTitles head an explanation beside or below a table.
var legendTitles = set("förklaring", "förklaringar", "teckenförklaring", "legend", "skala", "klassningsskala", "nivåer", "konsekvensnivåer", "not", "noter", "anm", "obs", "notes", "note", "key", "källa", "version", "information", "instruktion", "instruktioner", "upprättad av", "senast ändrad", "senast uppdaterad", "datum", "fotnot")

// hints begin the cells of a row that tells how to fill in the others.
var hints = []string{"t.ex.", "t.ex", "t ex", "tex.", "ex.", "ex:", "exempel", "exempelvis", "ange", "skriv", "fyll i", "välj", "beskriv", "namn på", "vem", "vilken", "vilket", "vilka", "vad ", "hur ", "när ", "e.g.", "example", "enter ", "select ", "choose ", "describe ", "fritext", "ja/nej", "(ja/nej)", "åååå-mm-dd", "yyyy-mm-dd", "datum", "1-4", "0-3", "siffra"}

// firstWords returns the lower-case beginning of a text for a look in hints.
func hinting(s string) bool {
	l := strings.ToLower(strings.TrimLeft(s, "(<[\"”'"))
	for _, h := range hints {
		if strings.HasPrefix(l, h) && (len(l) == len(h) || !isLetterAt(l, len(h)) || strings.HasSuffix(h, " ")) {
			return true
		}
	}
	return false
}

func isLetterAt(s string, i int) bool {
	for _, r := range s[i:] {
		return r >= 'a' && r <= 'z' || r >= 0x80
	}
	return false
}
