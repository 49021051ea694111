package help_test

import (
	"slices"
	"strings"
	"testing"

	"infoklass/domain/text"
	"infoklass/gui/help"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/trial"
)

func show(t *testing.T, f help.Facts) *trial.Desk {
	t.Helper()
	d := trial.NewDesk(t, nil)
	d.Enter(help.New(d.Stage.Text, f))
	return d
}

var facts = help.Facts{
	Version: "1.2.3", Register: "/home/eva/Dokument/Åsmark.infoklass", Log: "/home/eva/infoklass.log",
	Places: []string{"Översikt", "Informationstillgångar", "Klassning"},
}

func TestThePageSaysWhereTheFilesLie(t *testing.T) {
	d := show(t, facts)
	for _, want := range []string{facts.Version, facts.Register, facts.Log} {
		if !slices.Contains(d.Says(), want) {
			t.Errorf("%q is not told", want)
		}
	}
	if d := show(t, help.Facts{Version: "1.2.3", Log: "x.log"}); d.Shows(d.T("help.register")) {
		t.Error("a register is spoken of although none is open")
	}
}

func TestThePageNamesThePlacesThatHaveAKey(t *testing.T) {
	said := show(t, facts).Says()
	at := slices.Index(said, "Ctrl+1 … 3")
	if at < 0 || said[at+1] != "Gå till Översikt, Informationstillgångar, Klassning" {
		t.Errorf("it says %q", said)
	}
	for _, line := range show(t, help.Facts{}).Says() {
		if strings.HasPrefix(line, "Ctrl+1") {
			t.Error("keys lead to places that are not there")
		}
	}
}

// What is missing in the catalogue shows as its key in brackets.
func TestEverySentenceIsInTheCatalogue(t *testing.T) {
	for _, lang := range text.Langs {
		d := trial.NewDesk(t, nil)
		d.Enter(help.New(text.In(lang), facts))
		for _, line := range d.Says() {
			if line == "" || strings.HasPrefix(line, "[") {
				t.Errorf("%s: %q", lang, line)
			}
		}
	}
}

func TestThePageIsWhole(t *testing.T) {
	shots.Prove(t, []shots.Screen{trial.Screen(t, "help", nil, func(s stage.Stage) *help.Page { return help.New(s.Text, facts) }, nil)})
}
