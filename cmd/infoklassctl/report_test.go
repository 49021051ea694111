package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"infoklass/domain/report"
	"infoklass/domain/report/reporttest"
)

func TestTerminalShowsEveryBlock(t *testing.T) {
	t.Setenv("COLUMNS", "200")
	var out bytes.Buffer
	d := reporttest.Everything()
	newSession(t.Context(), &out, &out).show(d)
	for _, want := range append(reporttest.Words(d), d.Title, d.Subtitle, d.Meta.Municipality, d.Meta.Marking) {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is lost:\n%s", want, out.String())
		}
	}
}

// TestEveryDocumentIsInTheTerminal: what the catalogue has, help names, and it
// is asked for in the way that help says.
func TestEveryDocumentIsInTheTerminal(t *testing.T) {
	for _, k := range report.Catalogue {
		if !slices.Contains(strings.Fields(reportCommand.usage), string(k.ID)) {
			t.Errorf("the usage leaves out %s: %s", k.ID, reportCommand.usage)
		}
	}
	for _, f := range report.Formats {
		if !strings.Contains(reportCommand.usage, "[--"+f.Name()+" FILE]") {
			t.Errorf("the usage leaves out %s", f)
		}
	}
}
