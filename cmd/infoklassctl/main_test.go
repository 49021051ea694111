package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"infoklass/domain/duty"
	"infoklass/domain/text"
	"infoklass/storage/bolt"
	"infoklass/storage/example"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"infoklassctl": main})
}

// The scripts in testdata run the program as a person or a scheduled task would.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("COLUMNS", "140")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode": exitCode, "json": jsonHolds, "keep": keep, "same": same, "hold": hold, "spoil": spoil, "cut": cut, "edit": edit, "list": writeList,
		},
	})
}

// exitCode runs the program and demands an exit code: exitcode 5 undo.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exitcode code argument…")
	}
	code := exitDone
	if err := ts.Exec("infoklassctl", args[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if got := strconv.Itoa(code); got != args[0] {
		ts.Fatalf("the exit code is %s, want %s", got, args[0])
	}
}

// jsonHolds demands that standard output is one JSON value and that a path in
// it has a value: json counts.create 96, json 0.name "Journalsystem", json findings [].
func jsonHolds(ts *testscript.TestScript, neg bool, args []string) {
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &v))
	for i := 0; i+1 < len(args); i += 2 {
		var want any
		if err := json.Unmarshal([]byte(args[i+1]), &want); err != nil {
			want = args[i+1]
		}
		if got, err := walk(v, args[i]); err != nil || reflect.DeepEqual(got, want) == neg {
			ts.Fatalf("%s is %v (%v), want %v", args[i], got, err, want)
		}
	}
}

func walk(v any, path string) (any, error) {
	for step := range strings.SplitSeq(path, ".") {
		switch at := v.(type) {
		case map[string]any:
			next, ok := at[step]
			if !ok {
				return nil, fmt.Errorf("no %s", step)
			}
			v = next
		case []any:
			if step == "#" {
				v = float64(len(at))
				continue
			}
			n, err := strconv.Atoi(step)
			if err != nil || n >= len(at) {
				return nil, fmt.Errorf("no %s", step)
			}
			v = at[n]
		default:
			return nil, fmt.Errorf("no %s in %v", step, v)
		}
	}
	return v, nil
}

// keep remembers what a file holds; same demands that it still does.
func keep(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv("kept", sum(ts, args[0]))
}

func same(ts *testscript.TestScript, neg bool, args []string) {
	if (sum(ts, args[0]) == ts.Getenv("kept")) == neg {
		ts.Fatalf("%s is changed: %v", args[0], !neg)
	}
}

func sum(ts *testscript.TestScript, file string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(ts.ReadFile(file))))
}

// hold keeps a register open, as a window would, until the script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	store, err := bolt.Open(ts.MkAbs(args[0]), bolt.Options{User: "anna", Host: "pc-17"})
	ts.Check(err)
	ts.Defer(func() { _ = store.Close() })
}

// spoil changes a text in a file behind the program's back: spoil FILE OLD NEW, of the same length.
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	if !strings.Contains(data, args[1]) || len(args[1]) != len(args[2]) {
		ts.Fatalf("%s cannot be spoilt", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(data, args[1], args[2])), 0o600))
}

// cut takes the second half of a file away.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data[:len(data)/2]), 0o600))
}

// edit changes a cell as a person would in a spreadsheet: edit FILE SHEET CELL VALUE.
func edit(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(f.SetCellStr(args[1], args[2], args[3]))
	ts.Check(f.Save())
	ts.Check(f.Close())
}

// writeList writes the shipped list into the script's folder.
func writeList(ts *testscript.TestScript, _ bool, _ []string) {
	_, err := example.Write(ts.MkAbs("."))
	ts.Check(err)
}

// The help is the contract: it names every command, every flag of each and the words that it takes.
func TestHelpNamesEveryFlag(t *testing.T) {
	for _, c := range commands() {
		if (c.run == nil) == (c.prepare == nil) {
			t.Errorf("%s: either run or prepare is set", c.name)
		}
		if !strings.HasPrefix(c.usage, strings.Join(c.takes, " ")) {
			t.Errorf("%s: the usage does not begin with %v, which it takes", c.name, c.takes)
		}
		s := newSession(context.Background(), io.Discard, io.Discard)
		f := flag.NewFlagSet(c.name, flag.ContinueOnError)
		c.with(s, f)
		f.VisitAll(func(f *flag.Flag) {
			if !strings.Contains(c.usage, "--"+f.Name+" ") && !strings.Contains(c.usage, "--"+f.Name+"]") {
				t.Errorf("%s: the usage does not name --%s", c.name, f.Name)
			}
		})
		for _, lang := range text.Langs {
			if !text.In(lang).Has(c.help) {
				t.Errorf("%s: no help in %s", c.name, lang)
			}
		}
	}
}

// No command is forgotten: what the table lists is in the help, and a script runs it.
func TestEveryCommandIsInTheHelpAndInAScript(t *testing.T) {
	var help bytes.Buffer
	if code := run(t.Context(), []string{"help"}, &help, io.Discard); code != exitDone {
		t.Fatalf("help: %d", code)
	}
	scripted := scriptedCommands(t)
	for _, c := range commands() {
		if !regexp.MustCompile(`(?m)^` + c.name + `( |$)`).MatchString(help.String()) {
			t.Errorf("the help does not list %s", c.name)
		}
		if !scripted[c.name] {
			t.Errorf("no script in testdata runs %s", c.name)
		}
	}
}

// scriptedCommands are the commands that the scripts run, refused calls left out.
func scriptedCommands(t *testing.T) map[string]bool {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	runs := regexp.MustCompile(`(?m)^(?:exec infoklassctl|exitcode [^2]) (.*)$`)
	scripted := map[string]bool{}
	for _, file := range files {
		script, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range runs.FindAllSubmatch(script, -1) {
			general := flag.NewFlagSet("", flag.ContinueOnError)
			general.SetOutput(io.Discard)
			newSession(t.Context(), io.Discard, io.Discard).generalFlags(general)
			if err := general.Parse(strings.Fields(string(line[1]))); err == nil {
				scripted[general.Arg(0)] = true
			}
		}
	}
	return scripted
}

func TestExitKeysSayEveryCode(t *testing.T) {
	if len(exitKeys) != exitDamaged+1 {
		t.Errorf("%d exit codes are explained, want %d", len(exitKeys), exitDamaged+1)
	}
}

func TestReadProfile(t *testing.T) {
	for in, want := range map[string]string{
		"K2R1T3S1": "K2 R1 T3 S1", "k2 r1 t3 s1": "K2 R1 T3 S1", "K2/R1/T3": "K2 R1 T3 S–", "S3,K0": "K0 R– T– S3", "K–R1T-S0": "K– R1 T– S0",
		"": "", "2131": "", "K4R1T1S1": "", "K1K2": "", "K2R1T3S1 och": "",
	} {
		p, err := readProfile(in)
		if got := p.String(); (err != nil) != (want == "") || err == nil && got != want {
			t.Errorf("readProfile(%q) = %s, %v, want %q", in, got, err, want)
		}
	}
}

func TestTablesFitTheLine(t *testing.T) {
	widths := fit([]string{"Nämnd", "Tillgångar", "Beskrivning"}, [][]string{{"Socialnämnden", "7", strings.Repeat("ord ", 50)}}, 60)
	sum := 2 * len(gap)
	for _, w := range widths {
		sum += w
	}
	if sum != 60 || widths[0] != 13 || widths[1] != 10 {
		t.Errorf("the widths are %v", widths)
	}
	if lines := fold("ett längre stycke", 7); strings.Join(lines, "|") != "ett|längre|stycke" {
		t.Errorf("folded to %q", lines)
	}
	if lines := fold("sammansättning", 5); strings.Join(lines, "|") != "samma|nsätt|ning" {
		t.Errorf("folded to %q", lines)
	}
}

// The example municipality lacks something of every kind, so that a newcomer sees each.
func TestTheExampleHasFindingsOfEveryKind(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.infoklass")
	var out bytes.Buffer
	if code := run(t.Context(), []string{"example", file}, io.Discard, io.Discard); code != 0 {
		t.Fatalf("example: %d", code)
	}
	if code := run(t.Context(), []string{"--register", file, "duties", "--json"}, &out, io.Discard); code != 0 {
		t.Fatalf("duties: %d", code)
	}
	var found []dutyView
	if err := json.Unmarshal(out.Bytes(), &found); err != nil {
		t.Fatal(err)
	}
	seen := map[duty.ID]bool{}
	for _, f := range found {
		seen[f.Duty] = true
	}
	inOrder := map[duty.ID]bool{duty.PolicyDecided: true, duty.PolicyReviewed: true, duty.RulesAdopted: true} // it has a policy and rules
	for _, d := range duty.All {
		if !seen[d.ID] && !inOrder[d.ID] {
			t.Errorf("nothing lacks %s", d.ID)
		}
	}
}
