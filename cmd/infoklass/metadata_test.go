package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// The name, identity and version stand in FyneApp.toml for packaging, in the
// code for the running program, and the version in the change log for people.
func TestMetadataAgree(t *testing.T) {
	var app struct {
		Details struct {
			Icon, Name, ID, Version string
			Build                   int
		}
	}
	if _, err := toml.DecodeFile("../../FyneApp.toml", &app); err != nil {
		t.Fatal(err)
	}
	changes, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	newest := regexp.MustCompile(`(?m)^## (\S+)`).FindSubmatch(changes)
	if newest == nil {
		t.Fatal("the change log names no version")
	}
	code := values(t, "main.go")
	for _, c := range []struct{ what, got, want string }{
		{"the identity in the code", code["appID"], app.Details.ID},
		{"the name in the code", code["appName"], app.Details.Name},
		{"the build in the code", code["build"], strconv.Itoa(app.Details.Build)},
		{"the version in the code", code["version"], app.Details.Version},
		{"the newest version in the change log", string(newest[1]), app.Details.Version},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, FyneApp.toml says %q", c.what, c.got, c.want)
		}
	}
	if _, err := os.Stat("../../" + app.Details.Icon); err != nil {
		t.Error(err)
	}
}

// values reads the constants and variables that a file gives a literal.
func values(t *testing.T, file string) map[string]string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for i, name := range spec.Names {
			if i < len(spec.Values) {
				if lit, ok := spec.Values[i].(*ast.BasicLit); ok {
					out[name.Name] = strings.Trim(lit.Value, `"`)
				}
			}
		}
		return true
	})
	return out
}
