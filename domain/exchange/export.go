package exchange

import (
	"context"
	"maps"
	"slices"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/intake"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// ExportOptions say what an exported list holds.
type ExportOptions struct {
	// NoNames leaves out every particular that may name people.
	NoNames bool
	// Filters describes in words what was chosen; empty means everything.
	Filters string
	// Version of the program, for the sheet about the file.
	Version string
}

// List is a register, or what was chosen of it, as rows: it can be changed in
// a spreadsheet and imported again, and unchanged it changes nothing.
type List struct {
	Title   string
	Columns []ListColumn
	Rows    [][]string
	// About says what the file is, and what each column means and allows.
	AboutTitle string
	About      []Line
}

// ListColumn is one column of a List.
type ListColumn struct {
	Header  string
	Field   string   // canonical field, as an import takes it
	Choices []string // the values offered; others may be written too
	Strict  bool     // no other value than the choices is understood
	Width   float64  // in characters
	Hidden  bool     // for the import, not for people
}

// Line is one line about the file: a label and what is said.
type Line struct{ Label, Value string }

// Export writes records, in the order given, as a list.
func Export(ctx context.Context, r *register.Register, p *text.Printer, records []*register.Record, o ExportOptions) (List, error) {
	times, err := r.CommitTimes(ctx)
	if err != nil {
		return List{}, err
	}
	e := exporter{register: r, p: p, options: o, times: times, scale: scaleFor(r.Classifications().ScaleInForce(), records)}
	e.choose(records)
	list := List{Title: p.T("export.title"), AboutTitle: p.T("export.about")}
	for _, c := range e.columns {
		list.Columns = append(list.Columns, c.ListColumn)
	}
	for i, rec := range records {
		if i%1000 == 0 && ctx.Err() != nil {
			return List{}, ctx.Err()
		}
		row := make([]string, len(e.columns))
		for j, c := range e.columns {
			row[j] = c.value(rec)
		}
		list.Rows = append(list.Rows, row)
	}
	list.About = e.about(len(records))
	return list, nil
}

type exporter struct {
	register *register.Register
	p        *text.Printer
	options  ExportOptions
	times    map[ledger.Revision]time.Time
	scale    classify.Scale
	columns  []exportColumn
}

type exportColumn struct {
	ListColumn
	value func(*register.Record) string
}

// moment is how the time of the last change is written, in UTC.
const moment = "2006-01-02 15:04:05"

// data is the printer of the words in cells. They are Swedish whatever the
// language of the headers: an import compares them with the register's.
var data = text.In(text.Swedish)

func (e *exporter) add(c ListColumn, value func(*register.Record) string) {
	e.columns = append(e.columns, exportColumn{c, value})
}

// header is the field's label, or a spelling that an import knows.
func (e *exporter) header(field string) string {
	return intake.Header(field, e.p.T("field."+field), string(e.p.Lang()))
}

// always are the particulars that a list has a column for although no asset
// has a value: they are the first to be filled in.
var always = []asset.Field{asset.Description, asset.InformationOwner, asset.SystemOwner, asset.SystemManager, asset.Supplier, asset.ReviewDate, asset.ClassDate}

// choose decides which columns the list has: the fixed ones, every particular
// and own column with a value, and those that an import needs.
func (e *exporter) choose(records []*register.Record) {
	used, custom := e.used(records)
	e.add(ListColumn{Header: e.p.T("field.name"), Field: "name", Width: 34}, func(rec *register.Record) string { return rec.Asset.Name })
	e.add(ListColumn{Header: e.p.T("export.kind"), Field: string(asset.ListKind), Width: 18, Choices: kindWords()}, func(rec *register.Record) string { return kindWord(rec.Asset) })
	e.add(ListColumn{Header: e.p.T("field.org_path"), Field: "org_path", Width: 40, Choices: e.paths()}, func(rec *register.Record) string {
		return asset.Path(e.register.Organisation().UnitPath(rec.Asset.Unit))
	})
	e.add(ListColumn{Header: e.p.T("field.status"), Field: string(asset.ListStatus), Width: 16, Choices: statusWords()}, func(rec *register.Record) string { return statusWord(rec.Asset) })
	for i, a := range classify.Aspects {
		e.add(ListColumn{Header: e.p.T("aspect." + a.Key()), Field: levelColumns[i], Width: 16, Choices: e.levels(), Strict: true}, func(rec *register.Record) string {
			return e.level(rec.Profile().Of(a))
		})
	}
	for _, d := range asset.Definitions {
		if d.Field == asset.ListKind || d.Field == asset.ListStatus || !used[d.Field] || e.options.NoNames && d.Person {
			continue
		}
		e.add(ListColumn{Header: e.header(string(d.Field)), Field: string(d.Field), Width: width(d.Form), Choices: choices(d.Form)}, func(rec *register.Record) string { return e.particular(rec, d.Field) })
	}
	for _, header := range custom {
		e.add(ListColumn{Header: header, Field: intake.FieldCustom, Width: 20}, func(rec *register.Record) string { return rec.Asset.Custom[header] })
	}
	e.add(ListColumn{Header: e.p.T("export.changed"), Field: intake.FieldRegisterChanged, Width: 20}, e.changed)
	e.add(ListColumn{Header: e.p.T("export.id"), Field: intake.FieldRegisterID, Width: 28, Hidden: true}, func(rec *register.Record) string { return rec.Asset.ID })
}

// particular is the value of a field, for what an asset is linked to the names.
func (e *exporter) particular(rec *register.Record, f asset.Field) string {
	if f == linkField(rec.Asset.Kind) {
		return heldWords(e.register, rec)
	}
	return rec.Value(f)
}

// used returns the particulars and own columns in which any of the records has a value.
func (e *exporter) used(records []*register.Record) (map[asset.Field]bool, []string) {
	used, custom := map[asset.Field]bool{}, map[string]bool{}
	for _, f := range always {
		used[f] = true
	}
	for _, rec := range records {
		if rec.Holding != nil {
			used[setsField] = true
		}
		if !used[systemsField] && rec.Asset.Kind == asset.InformationSet && len(e.register.Holdings().Systems(rec.Asset.ID)) > 0 {
			used[systemsField] = true
		}
		for f := range rec.Asset.Fields {
			used[f] = true
		}
		for header := range rec.Asset.Custom {
			custom[header] = true
		}
		for _, f := range asset.ClassFields {
			used[f] = used[f] || rec.Value(f) != ""
		}
	}
	headers := slices.Collect(maps.Keys(custom))
	text.SortStrings(headers)
	return used, headers
}

func (e *exporter) paths() []string {
	var out []string
	for _, u := range e.register.Organisation().Units() {
		out = append(out, asset.Path(e.register.Organisation().UnitPath(u.ID)))
	}
	return out
}

func (e *exporter) levels() []string {
	var out []string
	for _, step := range e.scale.Levels {
		out = append(out, e.level(step.Level))
	}
	return out
}

// level is a level's code in the municipality's scale with its word after it.
func (e *exporter) level(l classify.Level) string {
	step, ok := e.scale.Step(l)
	if !ok {
		return ""
	}
	return step.Code + " - " + step.Label(string(e.p.Lang()))
}

// scaleFor is the municipality's scale, or 0–3 where that scale is its own, which
// another register would not know, or has no step for a level that an asset has:
// a level must come back as it was.
func scaleFor(scale classify.Scale, records []*register.Record) classify.Scale {
	if !scale.Shipped() {
		return classify.Scale03
	}
	for _, rec := range records {
		for _, l := range rec.Profile() {
			if step, ok := scale.Step(l); ok && step.Level != l {
				return classify.Scale03
			}
		}
	}
	return scale
}

func (e *exporter) changed(rec *register.Record) string {
	return changedAt(e.register, rec, e.times).UTC().Format(moment)
}

func (e *exporter) about(count int) []Line {
	p, settings := e.p, e.register.Settings()
	lines := []Line{
		{p.T("settings.municipality"), settings.Municipality},
		{p.T("export.made"), text.DateTime(e.register.Now())},
		{p.T("export.holds"), p.N("export.count", count)},
		{p.T("export.chosen"), e.options.Filters},
		{p.T("export.program"), e.options.Version},
		{p.T("settings.scale"), p.T("export.scale", "scale", e.scale.ID)},
		{p.T("export.how"), p.T("export.instruction")},
	}
	if e.options.NoNames {
		lines = append(lines, Line{p.T("export.names"), p.T("export.noNames")})
	}
	lines = slices.DeleteFunc(lines, func(l Line) bool { return l.Value == "" })
	for _, c := range e.columns {
		says := p.T("export.column." + kindOfColumn(c.ListColumn))
		lines = append(lines, Line{c.Header, says})
	}
	return lines
}

// kindOfColumn returns the name of the sentence that explains a column.
func kindOfColumn(c ListColumn) string {
	switch {
	case c.Field == intake.FieldRegisterID, c.Field == intake.FieldRegisterChanged:
		return "register"
	case c.Strict:
		return "strict"
	case len(c.Choices) > 0:
		return "choices"
	case c.Field == intake.FieldCustom:
		return "custom"
	}
	return "free"
}

func width(f asset.Form) float64 {
	switch f {
	case asset.Prose:
		return 44
	case asset.Day, asset.Choice:
		return 14
	}
	return 24
}

func choices(f asset.Form) []string {
	if f == asset.Choice {
		return []string{data.T("export.yes"), data.T("export.no")}
	}
	return nil
}

func kindWords() []string {
	var out []string
	for _, k := range asset.Kinds {
		out = append(out, data.T("kind."+string(k)))
	}
	return out
}

func statusWords() []string {
	var out []string
	for _, s := range asset.Statuses {
		out = append(out, data.T("status."+string(s)))
	}
	return out
}

// kindWord is what a list says an asset is: its own word where it agrees with
// the register, otherwise the register's.
func kindWord(a asset.Asset) string {
	if w := a.Fields[asset.ListKind]; w != "" {
		return w
	}
	return data.T("kind." + string(a.Kind))
}

// statusWord is the list's own word for a status where it means the status
// that the register has, otherwise the register's word.
func statusWord(a asset.Asset) string {
	w := a.Fields[asset.ListStatus]
	if s, ok := asset.ReadStatus(w); a.Status == "" || ok && s == a.Status {
		return w
	}
	return data.T("status." + string(a.Status))
}
