// Package cmd_test checks what is true of all the programs together.
package cmd_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// permitted are the licences whose code may be part of the programs, which
// are licensed under EUPL-1.2: permissive ones, and MPL-2.0, which EUPL-1.2
// names as compatible. A licence is recognised by phrases of its text; the
// first row whose phrases all occur decides.
var permitted = []struct {
	name    string
	phrases []string
}{
	{"Apache-2.0", []string{"apache license", "version 2.0"}},
	{"MPL-2.0", []string{"mozilla public license", "version 2.0"}},
	{"MIT", []string{"permission is hereby granted, free of charge, to any person obtaining a copy"}},
	{"BSD-3-Clause", []string{"redistribution and use in source and binary forms", "neither the name"}},
	{"BSD-2-Clause", []string{"redistribution and use in source and binary forms"}},
	{"ISC", []string{"permission to use, copy, modify, and/or distribute this software for any purpose"}},
	{"OFL-1.1", []string{"sil open font license", "version 1.1"}},
}

// module is a module that is linked into a program, and the folder it lies in.
type module struct{ path, version, dir string }

// linked lists the modules of the programs, on any system they are built for, and not those of the tests alone.
func linked(t *testing.T) []module {
	t.Helper()
	const format = `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}`
	var lines []string
	for _, system := range []string{"linux", "windows", "darwin"} {
		list := exec.Command("go", "list", "-deps", "-f", format, "./...")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
		out, err := list.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		lines = append(lines, strings.Split(strings.TrimSpace(string(out)), "\n")...)
	}
	slices.Sort(lines)
	var modules []module
	for _, line := range slices.Compact(lines) {
		if f := strings.SplitN(line, " ", 3); len(f) == 3 {
			modules = append(modules, module{f[0], f[1], f[2]})
		}
	}
	return modules
}

// licence returns the name of a licence text, "" for one that is not permitted.
func licence(text string) string {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, l := range permitted {
		if !slices.ContainsFunc(l.phrases, func(p string) bool { return !strings.Contains(text, p) }) {
			return l.name
		}
	}
	return ""
}

// texts returns the licence files at the root of a module.
func texts(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(upper, "LICENSE") && !strings.HasPrefix(upper, "LICENCE") && !strings.HasPrefix(upper, "COPYING") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(data)
	}
	return out
}

func TestEveryLinkedModuleHasAPermittedLicence(t *testing.T) {
	modules := linked(t)
	if len(modules) < 5 {
		t.Fatalf("only %d linked modules were found", len(modules))
	}
	var notices strings.Builder
	for _, m := range modules {
		found := texts(t, m.dir)
		if len(found) == 0 {
			t.Errorf("%s %s holds no licence", m.path, m.version)
		}
		for file, text := range found {
			name := licence(text)
			if name == "" {
				t.Errorf("%s %s: %s is none of the permitted licences", m.path, m.version, file)
			}
			t.Logf("%-14s %s %s", name, m.path, m.version)
			notices.WriteString(m.path + " " + m.version + "\n\n" + strings.TrimSpace(text) + "\n\n" + strings.Repeat("─", 72) + "\n\n")
		}
	}
	// Their texts go with the programs when these are handed on.
	if build := os.Getenv("INFOKLASS_BUILD"); build != "" {
		if err := os.WriteFile(filepath.Join(build, "licences.txt"), []byte(notices.String()), 0o644); err != nil {
			t.Error(err)
		}
	}
}

func TestForeignLicencesAreNotRecognised(t *testing.T) {
	for _, text := range []string{
		"GNU GENERAL PUBLIC LICENSE Version 3, 29 June 2007",
		"GNU LESSER GENERAL PUBLIC LICENSE Version 2.1",
		"This software is proprietary. All rights reserved.",
		"",
	} {
		if name := licence(text); name != "" {
			t.Errorf("%q was taken for %s", text, name)
		}
	}
}
