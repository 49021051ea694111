// Package domain_test asserts the arrows between the rooms of the house: cmd
// knows gui, storage and domain; gui and storage know domain; domain knows
// nothing of ours, does no input or output and has no clock of its own.
package domain_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// source is one Go file of the program that is not a test.
type source struct {
	dir     string // slash-separated, from the root: "gui/assets"
	name    string
	file    *ast.File
	fset    *token.FileSet
	imports []string
}

func (s source) at(n ast.Node) string {
	return s.dir + "/" + s.name + ":" + strconv.Itoa(s.fset.Position(n.Pos()).Line)
}

// in reports whether s lies in the folder or below it.
func (s source) in(folder string) bool { return under(s.dir, folder) }

func under(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func underAny(path string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return under(path, f) })
}

// sources reads every room.
func sources(t *testing.T) []source {
	t.Helper()
	root := ".."
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Fatal(err)
	}
	var out []source
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "build" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		s := source{dir: filepath.ToSlash(rel), name: d.Name(), file: f, fset: fset}
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			s.imports = append(s.imports, p)
		}
		out = append(out, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 10 {
		t.Fatalf("only %d files were found: the rooms are read from the wrong place", len(out))
	}
	return out
}

// local returns the path of an import within the house, "" for a foreign one.
func local(path string) string {
	rest, ours := strings.CutPrefix(path, "infoklass/")
	if !ours {
		return ""
	}
	return rest
}

// foreign reports whether an import is neither ours nor of the standard library.
func foreign(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return local(path) == "" && strings.Contains(first, ".")
}

// room is a folder and the folders of the house that it may know.
type room struct {
	folder string
	knows  []string
}

// rooms is the house. The first row that a file lies under decides.
var rooms = []room{
	{"domain", []string{"domain"}},
	{"storage", []string{"storage", "domain"}},
	{"gui/widgets", []string{"gui/widgets", "gui/theme", "domain/text", "icons"}},
	{"gui/present", []string{"gui/present", "domain"}},
	{"gui", []string{"gui", "domain", "icons"}},
	{"cmd/infoklassctl", []string{"cmd/infoklassctl", "cmd/person", "storage", "domain"}},
	{"cmd", []string{"cmd", "gui", "storage", "domain", "icons"}},
	{"icons", []string{"icons"}},
}

func TestArrowsBetweenTheRooms(t *testing.T) {
	for _, s := range sources(t) {
		i := slices.IndexFunc(rooms, func(r room) bool { return s.in(r.folder) })
		if i < 0 {
			t.Errorf("%s/%s lies in no room of the house", s.dir, s.name)
			continue
		}
		for _, path := range s.imports {
			if p := local(path); p != "" && !underAny(p, rooms[i].knows) {
				t.Errorf("%s/%s knows %s, but %s knows only %v", s.dir, s.name, p, rooms[i].folder, rooms[i].knows)
			}
		}
	}
}

// A store keeps a ledger, whatever it is about.
func TestStoresKnowTheLedgerOnly(t *testing.T) {
	for _, s := range sources(t) {
		for _, path := range s.imports {
			if s.in("storage") && local(path) == "domain/register" {
				t.Errorf("%s/%s knows the register: what stores and changes have in common is domain/ledger", s.dir, s.name)
			}
			if s.in("domain/ledger") && local(path) != "" && local(path) != "domain/text" {
				t.Errorf("%s/%s knows %s: the ledger knows no kind of entity", s.dir, s.name, local(path))
			}
		}
	}
}

// mostMethods is how many methods a type may declare before it knows everything,
// and mostNames how many names a package of domain or gui may export.
const (
	mostMethods = 89
	mostNames   = 120
)

func TestNoTypeKnowsEverything(t *testing.T) {
	methods := map[string]int{}
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				methods[s.dir+"."+receiver(f.Recv.List[0].Type)]++
			}
		}
	}
	for name, n := range methods {
		if n > mostMethods {
			t.Errorf("%s has %d methods", name, n)
		}
	}
}

// receiver is the name of the type that a method is declared on.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

func TestNoPackageOffersEverything(t *testing.T) {
	names := map[string]int{}
	for _, s := range sources(t) {
		if s.in("domain") || s.in("gui") {
			names[s.dir] += exported(s.file)
		}
	}
	for dir, n := range names {
		if n > mostNames {
			t.Errorf("%s exports %d names", dir, n)
		}
	}
}

// exported counts the functions, types, variables and constants that a file offers.
func exported(f *ast.File) int {
	n := 0
	count := func(id *ast.Ident) {
		if id.IsExported() {
			n++
		}
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				count(d.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					count(spec.Name)
				case *ast.ValueSpec:
					for _, id := range spec.Names {
						count(id)
					}
				}
			}
		}
	}
	return n
}

// topLevel is what the client named, and the files that stand beside it.
var topLevel = []string{
	"cmd", "gui", "domain", "storage", "icons", "FyneApp.toml", "go.mod", "go.sum", "README.md",
	"Makefile", "LICENSE", "CHANGELOG.md", "build",
}

func TestTheTopLevelHoldsWhatTheClientNamed(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(topLevel, e.Name()) {
			t.Errorf("%s lies at the top level", e.Name())
		}
	}
}

// shared are the folders of gui that every feature may use. What else lies in
// gui is a feature, and features are put together by gui itself.
var shared = []string{"gui/present", "gui/widgets", "gui/jobs", "gui/theme", "gui/stage", "gui/listing", "gui/forms"}

// composers put features together: the shell, the pictures of its screens, and
// the scaffolding of the tests.
var composers = []string{"gui", "gui/shots", "gui/trial"}

func TestFeaturesDoNotKnowEachOther(t *testing.T) {
	for _, s := range sources(t) {
		if !s.in("gui") || slices.Contains(composers, s.dir) {
			continue
		}
		for _, path := range s.imports {
			p := local(path)
			if under(p, "gui") && !under(p, feature(s.dir)) && !underAny(p, shared) {
				t.Errorf("%s/%s knows the feature %s", s.dir, s.name, p)
			}
			if underAny(s.dir, shared) && under(p, "gui") && !underAny(p, shared) {
				t.Errorf("%s/%s is shared and knows the feature %s", s.dir, s.name, p)
			}
		}
	}
}

// feature is the folder directly below gui that dir lies in.
func feature(dir string) string {
	parts := strings.SplitN(dir, "/", 3)
	if len(parts) < 2 {
		return dir
	}
	return parts[0] + "/" + parts[1]
}

// helpers are the modules that the domain may use: text, languages, likeness
// and stems of words, identities and bounded concurrency; nothing that reads or writes.
var helpers = []string{
	"golang.org/x/text", "golang.org/x/sync", "github.com/nicksnyder/go-i18n/v2",
	"github.com/agext/levenshtein", "github.com/kljensen/snowball", "github.com/oklog/ulid/v2",
}

// outside are the parts of the standard library that reach out of the process.
var outside = []string{"os", "net", "syscall", "io/ioutil", "log", "database", "plugin", "testing"}

func TestDomainKnowsNothingOutsideItself(t *testing.T) {
	for _, s := range sources(t) {
		if !s.in("domain") {
			continue
		}
		for _, path := range s.imports {
			if foreign(path) && !underAny(path, helpers) {
				t.Errorf("%s/%s imports %s", s.dir, s.name, path)
			}
			if local(path) == "" && underAny(path, outside) {
				t.Errorf("%s/%s imports %s, which reaches out of the process", s.dir, s.name, path)
			}
		}
	}
}

// ticking are the functions of package time that look at the clock.
var ticking = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}

func TestDomainHasNoClock(t *testing.T) {
	for _, s := range sources(t) {
		if !s.in("domain") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			switch pkg, _ := sel.X.(*ast.Ident); {
			case pkg == nil:
			case pkg.Name == "time" && slices.Contains(ticking, sel.Sel.Name):
				t.Errorf("%s calls time.%s: the time is passed in", s.at(n), sel.Sel.Name)
			case pkg.Name == "ulid" && (sel.Sel.Name == "Make" || sel.Sel.Name == "Now"):
				t.Errorf("%s calls ulid.%s, which looks at the clock: the time is passed in", s.at(n), sel.Sel.Name)
			}
			return true
		})
	}
}

func TestFyneStaysInTheWindow(t *testing.T) {
	for _, s := range sources(t) {
		for _, path := range s.imports {
			if !under(path, "fyne.io/fyne/v2") {
				continue
			}
			if !s.in("gui") && !s.in("icons") && !s.in("cmd/infoklass") || s.in("gui/present") {
				t.Errorf("%s/%s imports %s", s.dir, s.name, path)
			}
			if path == "fyne.io/fyne/v2/app" && s.dir != "cmd/infoklass" {
				t.Errorf("%s/%s imports %s: the window is opened by cmd/infoklass alone", s.dir, s.name, path)
			}
		}
	}
}

// What a page shows is plain Go: a file gui/<feature>/model*.go is the feature's
// view model, and may be read and tested without a window.
func TestViewModelsKnowNoWindow(t *testing.T) {
	models := 0
	for _, s := range sources(t) {
		if !s.in("gui") || !strings.HasPrefix(s.name, "model") {
			continue
		}
		models++
		for _, path := range s.imports {
			if under(path, "fyne.io/fyne/v2") || under(local(path), "gui") && local(path) != "gui/present" {
				t.Errorf("%s/%s is a view model and knows %s", s.dir, s.name, path)
			}
		}
	}
	if models == 0 {
		t.Error("there is no view model")
	}
}

func TestOnlyTheJobRunnerSaysGo(t *testing.T) {
	for _, s := range sources(t) {
		if !s.in("gui") && !s.in("domain") || s.in("gui/jobs") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine: long work goes through gui/jobs", s.at(n))
			}
			return true
		})
	}
}

// strangers are Fyne's own ways out of the program: on Windows they start
// rundll32 and PowerShell, which many municipalities forbid. Files are opened
// by cmd/infoklass through the shell, and there are no notifications.
var strangers = []string{"OpenURL", "SendNotification", "NewNotification", "NewHyperlink", "NewHyperlinkWithStyle", "NewRichTextFromMarkdown"}

func TestNothingLeavesThroughFyne(t *testing.T) {
	for _, s := range sources(t) {
		if !s.in("gui") && !s.in("cmd/infoklass") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && slices.Contains(strangers, sel.Sel.Name) {
				t.Errorf("%s calls %s", s.at(n), sel.Sel.Name)
			}
			return true
		})
	}
}
