package report

import (
	"slices"
	"strings"

	"infoklass/domain/action"
	"infoklass/domain/duty"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// Format is a kind of file that a document is written as.
type Format string

// The formats, by the extension of their files.
const (
	PDF   Format = ".pdf"
	Excel Format = ".xlsx"
)

// Name is the extension without its dot: pdf.
func (f Format) Name() string { return strings.TrimPrefix(string(f), ".") }

// Formats lists the formats there are.
var Formats = []Format{PDF, Excel}

// ID names a kind of document, in the terminal too.
type ID string

// The kinds of documents.
const (
	KindOverview     ID = "overview"
	KindActions      ID = "actions"
	KindUnit         ID = "unit"
	KindProtocol     ID = "protocol"
	KindWorksheet    ID = "worksheet"
	KindRequirements ID = "requirements"
	KindProcurement  ID = "procurement"
)

// Scope is what a document is made of, and so what a request for it names.
type Scope string

// The scopes.
const (
	OfAssets  Scope = "assets"  // a selection of the assets
	OfActions Scope = "actions" // a selection of the actions
	OfUnit    Scope = "unit"    // a unit and all below it
	OfAsset   Scope = "asset"   // one asset
)

// Kind is a kind of document: what the page of reports, the menu, the terminal
// and its help know of it.
type Kind struct {
	ID      ID
	Scope   Scope
	Formats []Format
	// Whole offers it without anything named: over the register, or blank. One
	// offers it of the asset named. A card that is nil is not offered.
	Whole, One *Card
	// Drafts is true where the draft of a classification can be asked for.
	Drafts bool
	// Has reports whether an asset has such a document; nil: all have.
	Has func(*register.Record) bool
	// Build makes the document, or returns an error with a sentence for the
	// user: what it is about is gone, or has no such document.
	Build func(Request) (Document, error)
}

// Card is how a document is offered, as keys of the message catalogue.
type Card struct {
	Title, What string
	Note        string // how to have it over a part, or what is said where no asset has it
}

// Request is what a document is asked for with. What its scope does not use is ignored.
type Request struct {
	Register *register.Register
	Printer  *text.Printer
	Judge    *duty.Judge
	Assets   *Selection[*register.Record] // nil for all, by name
	Actions  *Selection[action.Action]    // nil for all, in the order of the plan
	Unit     string                       // id of a unit; empty for every one
	Asset    string                       // id of an asset; empty for a document without one
	Draft    bool                         // of the draft, where there is one
}

// Selection is a part of a register, in the order shown, and the words for how it was chosen.
type Selection[T any] struct {
	Found []T
	Words string
}

// Catalogue lists the kinds of documents in the order they are offered.
var Catalogue = []Kind{
	{
		ID: KindOverview, Scope: OfAssets, Formats: Formats, Build: buildOverview,
		Whole: &Card{"report.overview.title", "reports.overview.what", "reports.overview.tip"},
	},
	{
		ID: KindActions, Scope: OfActions, Formats: Formats, Build: buildActions,
		Whole: &Card{"report.actions.title", "reports.actions.what", "reports.actions.tip"},
	},
	{
		ID: KindUnit, Scope: OfUnit, Formats: Formats, Build: buildUnit,
		Whole: &Card{"report.unit.title", "reports.unit.what", "reports.unit.tip"},
	},
	{
		ID: KindProtocol, Scope: OfAsset, Formats: Formats, Drafts: true,
		One: &Card{"report.protocol.title", "reports.protocol.what", "reports.protocol.empty"},
		Has: func(rec *register.Record) bool { return rec.State() != "" },
		Build: ofAsset(func(q Request, rec *register.Record) (Document, error) {
			return ProtocolOf(q.Register, q.Printer, rec, q.Draft)
		}),
	},
	{
		ID: KindWorksheet, Scope: OfAsset, Formats: Formats, Build: buildWorksheet,
		Whole: &Card{"report.worksheet.blank", "reports.worksheet.blank.what", ""},
		One:   &Card{"reports.worksheet", "reports.worksheet.what", "reports.empty"},
	},
	{
		ID: KindRequirements, Scope: OfAsset, Formats: Formats,
		One: &Card{"report.requirements.title", "reports.requirements.what", "reports.requirements.empty"},
		Build: ofAsset(func(q Request, rec *register.Record) (Document, error) {
			return RequirementsOf(q.Register, q.Printer, rec), nil
		}),
	},
	{
		ID: KindProcurement, Scope: OfAsset, Formats: Formats,
		One: &Card{"report.procurement.title", "reports.procurement.what", "reports.procurement.empty"},
		Has: func(rec *register.Record) bool { return Procurable(rec) == nil },
		Build: ofAsset(func(q Request, rec *register.Record) (Document, error) {
			return ProcurementOf(q.Register, q.Printer, rec)
		}),
	},
}

// Find returns the kind of document with an id, and false for an unknown one.
func Find(id ID) (Kind, bool) {
	i := slices.IndexFunc(Catalogue, func(k Kind) bool { return k.ID == id })
	if i < 0 {
		return Kind{}, false
	}
	return Catalogue[i], true
}

// FileName is what a file of the document is called: its title, what it is about, the day.
func (k Kind) FileName(q Request) string {
	card := k.Whole
	if card == nil || k.One != nil && q.Asset != "" {
		card = k.One
	}
	parts := []string{q.Printer.T(card.Title), k.about(q), text.Date(q.Register.Today())}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}

// about is the name of what a request names, empty for nothing.
func (k Kind) about(q Request) string {
	switch k.Scope {
	case OfUnit:
		u, _ := q.Register.Organisation().Unit(q.Unit)
		return u.Name
	case OfAsset:
		if rec, ok := q.Register.Record(q.Asset); ok {
			return rec.Asset.Name
		}
	}
	return ""
}

// ofAsset builds a document about an asset that must be there.
func ofAsset(build func(Request, *register.Record) (Document, error)) func(Request) (Document, error) {
	return func(q Request) (Document, error) {
		rec, ok := q.Register.Record(q.Asset)
		if !ok {
			return Document{}, text.Fail(nil, "register.problem.gone")
		}
		return build(q, rec)
	}
}

func buildOverview(q Request) (Document, error) {
	chosen := q.Assets
	if chosen == nil {
		chosen = &Selection[*register.Record]{Found: slices.Clone(q.Register.Records())}
		text.SortBy(chosen.Found, func(rec *register.Record) string { return rec.Asset.Name }, false)
	}
	return OverviewOf(q.Register, q.Printer, q.judgement(), chosen.Found, chosen.Words), nil
}

func buildActions(q Request) (Document, error) {
	chosen := q.Actions
	if chosen == nil {
		chosen = &Selection[action.Action]{Found: q.Register.Plan().Actions()}
	}
	return ActionsOf(q.Register, q.Printer, chosen.Found, chosen.Words), nil
}

func buildUnit(q Request) (Document, error) {
	if q.Unit == "" {
		return UnitSheets(q.Register, q.Printer, q.judgement()), nil
	}
	u, ok := q.Register.Organisation().Unit(q.Unit)
	if !ok {
		return Document{}, text.Fail(nil, "unit.problem.gone")
	}
	return UnitSheet(q.Register, q.Printer, q.judgement(), u), nil
}

// buildWorksheet makes an empty sheet where no asset is named.
func buildWorksheet(q Request) (Document, error) {
	if q.Asset == "" {
		return WorksheetOf(q.Register, q.Printer, nil), nil
	}
	return ofAsset(func(q Request, rec *register.Record) (Document, error) {
		return WorksheetOf(q.Register, q.Printer, rec), nil
	})(q)
}

func (q Request) judgement() *duty.Judgement { return q.Judge.Register(q.Register, q.Register.Today()) }
