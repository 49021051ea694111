package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/duty"
	"infoklass/domain/governance"
	"infoklass/domain/holding"
	"infoklass/domain/report"
	"infoklass/domain/requirement"
)

// built are the beginnings of keys that the program puts together from a
// value, with every end that the value can give; nil where only the window
// knows them. A key built from a beginning that is not listed here fails the
// test, and so does a line here that nothing uses.
var built = map[string][]string{
	"month.": {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"},
	"aspect.": each(classify.Aspects[:], func(a classify.Aspect) []string {
		return []string{a.Key(), a.Key() + ".letter", a.Key() + ".help", a.Key() + ".ask"}
	}),
	"question.": append([]string{"confidentiality.stop"}, each(classify.Aspects[:], func(a classify.Aspect) []string {
		return []string{a.Key() + ".0", a.Key() + ".1", a.Key() + ".2", a.Key() + ".3"}
	})...),
	"terminal.":                   {"undone", "redone"},
	"scale.":                      each(classify.Scales, func(s classify.Scale) []string { return []string{s.ID} }),
	"state.":                      {string(classify.Draft), string(classify.Imported), string(classify.Decided)},
	"kind.":                       each(asset.Kinds, func(k asset.Kind) []string { return []string{string(k)} }),
	"status.":                     each(asset.Statuses, func(s asset.Status) []string { return []string{string(s)} }),
	"field.":                      slices.Concat(listOnly, each(asset.Definitions, func(d asset.Definition) []string { return []string{string(d.Field)} })),
	"report.requirements.column.": {"share", "met", "partly", "unmet", "inapplicable", "unassessed", "excepted", "inherited"},
	"report.procurement.on.":      {string(requirement.OnSystem), string(requirement.InProcurement)},
	"report.procurement.shown.":   each(requirement.Categories[1:], func(c requirement.Category) []string { return []string{string(c)} }),
	"report.status.":              {string(report.Draft), string(report.Imported), string(report.Decided)},
	"reports.save.":               each(report.Formats, func(f report.Format) []string { return []string{f.Name()} }),
	"window.place.":               nil,
	"unit.":                       each(asset.UnitKinds, func(k asset.UnitKind) []string { return []string{string(k)} }),
	"terminal.certainty.":         {"certain", "likely", "custom", "ignored"},
	"group.":                      each(asset.Groups, func(g asset.Group) []string { return []string{string(g)} }),
	"lang.":                       {"sv", "en"},
	"theme.":                      nil,
	"drawing.":                    {"auto", "opengl", "angle"},
	"duty.severity.":              {duty.Low.Key(), duty.Medium.Key(), duty.High.Key()},
	"trait.":                      each(asset.Traits, func(t asset.Trait) []string { return []string{string(t)} }),
	"demand.":                     append([]string{"problem.number"}, each(classify.DemandList, func(d classify.Demand) []string { return []string{d.Key} })...),
	"duty.short.":                 nil,
	"duty.remedy.":                each(duty.Remedies, func(r duty.Remedy) []string { return []string{string(r)} }),
	"requirement.category.":       each(requirement.Categories, func(c requirement.Category) []string { return []string{string(c)} }),
	"requirement.target.":         each(requirement.Targets, func(t requirement.Target) []string { return []string{string(t)} }),
	"requirement.condition.":      each(requirement.Conditions, func(c requirement.Condition) []string { return []string{string(c)} }),
	"catalogue.rank.":             {"0", "1", "2", "3"},
	"catalogue.state.":            each(requirement.States, func(s requirement.State) []string { return []string{string(s)} }),
	"requirement.answer.":         each(requirement.Answers, func(a requirement.Answer) []string { return []string{string(a)} }),
	"action.status.":              each(action.Statuses, func(s action.Status) []string { return []string{string(s)} }),
	"action.suggest.":             nil,
	"action.cause.":               {string(action.Requirement), string(action.Duty), string(action.Risk)},
	"governance.kind.":            each(governance.Kinds, func(k governance.Kind) []string { return []string{string(k)} }),
	"governance.body.":            each(governance.Bodies, func(b governance.Body) []string { return []string{string(b)} }),
	"governance.check.":           each(governance.CheckKinds, func(k governance.CheckKind) []string { return []string{string(k)} }),
	"governance.reply.":           each(governance.Replies, func(r governance.Reply) []string { return []string{string(r)} }),
	"holding.source.":             each(holding.Sources, func(s holding.Source) []string { return []string{string(s)} }),
	"holding.why.":                each(holding.Raises, func(w holding.Way) []string { return []string{string(w)} }),
	"holding.way.":                append(each(holding.Raises, func(w holding.Way) []string { return []string{string(w)} }), string(holding.Deviation)),
	"matrix.":                     nil,
	"quick.":                      nil,
	"help.key.":                   nil,
	"importing.action.":           nil,
	"importing.certainty.":        nil,
	"importing.review.":           nil,
	"importing.take.":             nil,
	"export.column.":              nil,
	"inventory.field.":            nil,
}

// listOnly are fields that a list can have and an asset holds in another way.
var listOnly = []string{"class_k", "class_r", "class_t", "class_s", "class_combined", "org_board", "org_department"}

// each gathers the ends of keys over the values of a kind.
func each[T any](values []T, ends func(T) []string) []string {
	var out []string
	for _, v := range values {
		out = append(out, ends(v)...)
	}
	return out
}

// recognisers hold Swedish words as data: what foreign lists and people write,
// never what the program says. Each folder or file was read and found so.
var recognisers = map[string]string{
	"domain/action":          "the words that lists use for how far an action has come",
	"domain/asset":           "the words that lists use for a status, and endings that tell what a unit is",
	"domain/classify":        "the words of the scales, recognised in lists and kept with a classification",
	"domain/intake":          "header spellings and values that foreign lists hold",
	"domain/example":         "the invented municipality: its name, roles and reasons, which are content and not the program's words",
	"gui/widgets/advance.go": "letters whose height is measured",
}

// use is a call in the program that names a message by its key.
type use struct {
	at     string
	verb   string // T, N, Msg or Fail
	key    string
	prefix bool     // the key is only the beginning of one
	names  []string // of the arguments
	known  bool     // whether names is all of them
}

// code is what the program's source says about texts.
type code struct {
	uses     []use
	literals map[string][]string // every string literal, and where it stands
	names    map[string]bool     // those that name what the window remembers, and its jobs
}

// apart are the folders that hold no part of the program: what is built, and what only tests use.
var apart = []string{"build", "testdata", "storetest"}

func readCode(t *testing.T) code {
	t.Helper()
	const root = "../.."
	out := code{literals: map[string][]string{}, names: map[string]bool{}}
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || slices.Contains(apart, d.Name())) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		out.read(fset, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.uses) == 0 {
		t.Fatal("no use of a message was found: the source is read from the wrong place")
	}
	return out
}

func (c *code) read(fset *token.FileSet, f *ast.File) {
	at := func(n ast.Node) string {
		p := fset.Position(n.Pos())
		return strings.TrimPrefix(filepath.ToSlash(p.Filename), "../../") + ":" + strconv.Itoa(p.Line)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			c.heading(n, at(n))
			n.Tag = nil // the rest of a struct tag is no text
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if memoryName.MatchString(name.Name) && i < len(n.Values) {
					c.name(n.Values[i])
				}
			}
		case *ast.BasicLit:
			if s, ok := literal(n); ok {
				c.literals[s] = append(c.literals[s], at(n))
			}
		case *ast.CallExpr:
			c.nameIn(n)
			if u, ok := messageCall(n, f.Name.Name == "text"); ok {
				u.at = at(n)
				c.uses = append(c.uses, u)
			}
		}
		return true
	})
}

// heading takes the message out of a field's tag that a table of the terminal has as its heading.
func (c *code) heading(f *ast.Field, at string) {
	if f.Tag == nil {
		return
	}
	tag, _ := literal(f.Tag)
	if key, ok := reflect.StructTag(tag).Lookup("column"); ok {
		key, _, _ = strings.Cut(key, ",")
		c.literals[key] = append(c.literals[key], at)
		c.uses = append(c.uses, use{at: at, verb: "T", key: key, known: true})
	}
}

// memoryName is how constants are called that name what the window remembers or works on.
var memoryName = regexp.MustCompile(`^(key|memory|slot)([A-Z]|$)`)

// naming are the methods of a memory and of a job runner whose first argument is a name.
var naming = regexp.MustCompile(`^(Set)?(String|Float|Int|Bool)(List)?(WithFallback)?$|^RemoveValue$|^After$|^Cancel$`)

// nameIn takes the name out of a call that has one.
func (c *code) nameIn(call *ast.CallExpr) {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	if naming.MatchString(f.Sel.Name) && len(call.Args) > 0 {
		c.name(call.Args[0])
	}
	if x, ok := f.X.(*ast.Ident); ok && x.Name == "jobs" && f.Sel.Name == "Start" && len(call.Args) > 1 {
		c.name(call.Args[1])
	}
}

func (c *code) name(e ast.Expr) {
	if s, ok := literal(e); ok {
		c.names[s] = true
	}
}

// messageCall recognises p.T(key, …), p.N(key, n, …), text.Msg(key, …) and
// text.Fail(err, key, …) where the key is written out, whole or its beginning.
func messageCall(call *ast.CallExpr, inText bool) (use, bool) {
	u := use{}
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		u.verb = f.Sel.Name
		if x, ok := f.X.(*ast.Ident); (u.verb == "Msg" || u.verb == "Fail") && (!ok || x.Name != "text") {
			return use{}, false
		}
	case *ast.Ident:
		if u.verb = f.Name; !inText || u.verb == "T" || u.verb == "N" {
			return use{}, false
		}
	}
	key, args := map[string]int{"T": 0, "N": 0, "Msg": 0, "Fail": 1}, map[string]int{"T": 1, "N": 2, "Msg": 1, "Fail": 2}
	i, ok := key[u.verb]
	if !ok || len(call.Args) <= i {
		return use{}, false
	}
	if u.key, u.prefix = beginning(call.Args[i]); u.key == "" {
		return use{}, false
	}
	u.known = call.Ellipsis == token.NoPos
	for j := args[u.verb]; j < len(call.Args); j += 2 {
		name, ok := literal(call.Args[j])
		u.known = u.known && ok
		u.names = append(u.names, name)
	}
	if u.verb == "N" {
		u.names = append(u.names, "n")
	}
	return u, true
}

// beginning returns the text of a literal, or the literal a sum begins with.
func beginning(e ast.Expr) (s string, prefix bool) {
	if sum, ok := e.(*ast.BinaryExpr); ok {
		s, _ = beginning(sum.X)
		return s, true
	}
	s, _ = literal(e)
	return s, false
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func TestEveryMessageUsedExists(t *testing.T) {
	messages, c := catalogue(t, "sv"), readCode(t)
	for _, u := range c.uses {
		m, ok := messages[u.key]
		switch {
		case u.prefix:
			if _, listed := built[u.key]; !listed {
				t.Errorf("%s: keys beginning with %q are built here: write them out, or list the beginning in this test", u.at, u.key)
			}
			continue
		case !ok:
			t.Errorf("%s: the catalogue has no message %q", u.at, u.key)
			continue
		}
		counted := u.verb == "N" || u.verb != "T" && slices.Contains(u.names, "n")
		if u.known && m.plural != counted {
			t.Errorf("%s: %s(%q): a message with a plural, and only that, is given its number n", u.at, u.verb, u.key)
		}
		for _, name := range m.names() {
			if u.known && !slices.Contains(u.names, name) {
				t.Errorf("%s: %q shows {{.%s}}, which it is not given", u.at, u.key, name)
			}
		}
	}
}

func TestBuiltKeysExist(t *testing.T) {
	messages, c := catalogue(t, "sv"), readCode(t)
	for prefix, ends := range built {
		if !slices.ContainsFunc(c.uses, func(u use) bool { return u.prefix && u.key == prefix }) && len(c.literals[prefix]) == 0 {
			t.Errorf("nothing builds keys that begin with %q any longer", prefix)
		}
		for _, end := range ends {
			if _, ok := messages[prefix+end]; !ok {
				t.Errorf("the catalogue has no message %q", prefix+end)
			}
		}
	}
}

// keyLike is what a key of the catalogue looks like; whether it is one, its area decides.
var keyLike = regexp.MustCompile(`^[a-z][a-zA-Z]*(\.[a-zA-Z0-9_-]+)+$`)

// A key in a table of the program, away from the call that writes it, is checked too.
func TestLiteralsThatLookLikeKeysAreKeys(t *testing.T) {
	messages, c := catalogue(t, "sv"), readCode(t)
	areas := map[string]bool{}
	for key := range messages {
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
	}
	for s, at := range c.literals {
		area, _, _ := strings.Cut(s, ".")
		_, ok := messages[s]
		if ext := filepath.Ext(s); ok || c.names[s] || !areas[area] || !keyLike.MatchString(s) || slices.Contains([]string{".json", ".xlsx", ".tsv", ".csv", ".pdf"}, ext) {
			continue
		}
		t.Errorf("%s: %q looks like a message that the catalogue lacks", at[0], s)
	}
}

func TestEveryMessageIsUsed(t *testing.T) {
	messages, c := catalogue(t, "sv"), readCode(t)
	for key, m := range messages {
		if len(c.literals[key]) > 0 || builtFrom(key) {
			continue
		}
		t.Errorf("%s: nothing says %q", m.file, key)
	}
}

// builtFrom reports whether key is among those that the program puts together.
func builtFrom(key string) bool {
	for prefix, ends := range built {
		if end, ok := strings.CutPrefix(key, prefix); ok && (ends == nil || slices.Contains(ends, end)) {
			return true
		}
	}
	return false
}

var swedish = regexp.MustCompile(`[åäöÅÄÖ]`)

func TestSwedishIsSpokenByTheCatalogueAlone(t *testing.T) {
	needed := map[string]bool{}
	for s, places := range readCode(t).literals {
		if !swedish.MatchString(s) {
			continue
		}
		for _, at := range places {
			if path := recogniser(at); path != "" {
				needed[path] = true
				continue
			}
			t.Errorf("%s: %q is Swedish: texts lie in the catalogue", at, s)
		}
	}
	for path := range recognisers {
		if !needed[path] {
			t.Logf("%s holds no Swedish words any longer", path)
		}
	}
}

// recogniser returns the listed folder or file that a place lies in.
func recogniser(at string) string {
	file, _, _ := strings.Cut(at, ":")
	for path := range recognisers {
		if file == path || strings.HasPrefix(file, path+"/") {
			return path
		}
	}
	return ""
}
