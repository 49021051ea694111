package text_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"infoklass/domain/text"
)

var sv, en = text.In(text.Swedish), text.In(text.English)

func TestAnUnknownLanguageIsSwedish(t *testing.T) {
	if got := text.In("fi").Lang(); got != text.Swedish {
		t.Errorf("fi is written in %s", got)
	}
	if got := en.Lang(); got != text.English {
		t.Errorf("en is written in %s", got)
	}
}

func TestAMissingMessageIsSeen(t *testing.T) {
	if got := sv.T("no.such.key"); got != "[no.such.key]" {
		t.Errorf("T writes %q", got)
	}
	if got := sv.N("no.such.key", 2); got != "[no.such.key]" {
		t.Errorf("N writes %q", got)
	}
	if sv.Has("no.such.key") || !sv.Has("aspect.integrity") || !sv.Has("importing.sum.create") {
		t.Error("Has is wrong about a message")
	}
}

// The number decides the grammatical form, and is written by the language.
func TestTheNumberDecidesTheForm(t *testing.T) {
	for _, test := range []struct {
		p    *text.Printer
		n    int
		want string
	}{
		{sv, 0, "0 nya tillgångar"}, {sv, 1, "1 ny tillgång"}, {sv, 2000, "2\u00a0000 nya tillgångar"},
		{en, 0, "0 new assets"}, {en, 1, "1 new asset"}, {en, 2000, "2,000 new assets"},
	} {
		if got := test.p.N("importing.sum.create", test.n); got != test.want {
			t.Errorf("%d in %s: %q, want %q", test.n, test.p.Lang(), got, test.want)
		}
	}
}

// A message says the same after it has been through the log, which is JSON.
func TestAMessageSurvivesTheLog(t *testing.T) {
	for _, m := range []text.Message{
		text.Msg("aspect.integrity"),
		text.Msg("importing.sum.create", "n", 1),
		text.Msg("holding.origin.sets", "n", 3, "names", "A, B"),
		text.Msg("classify.problem.level", "aspect", text.Msg("aspect.integrity")),
		text.Msg("holding.origin.raised", "level", "1", "way", text.Msg("holding.way.integration"), "reason", "Lön"),
	} {
		data, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		var back text.Message
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		for _, p := range []*text.Printer{sv, en} {
			if before, after := m.In(p), back.In(p); before != after || before == "" || before[0] == '[' {
				t.Errorf("%s says %q, and from the log %q", m.Key, before, after)
			}
		}
	}
	if got := text.Msg("importing.sum.create", "n", 1).In(sv); got != "1 ny tillgång" {
		t.Errorf("a count among the arguments gives %q", got)
	}
}

// Explain returns the outermost sentence of an error's chain, and one that points
// to the log where there is none. errors.Is still finds the cause.
func TestExplain(t *testing.T) {
	inner := text.Fail(fs.ErrPermission, "error.date", "value", "i går")
	outer := text.Fail(fmt.Errorf("reading: %w", inner), "holding.problem.self")
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"a sentence":             {inner, sv.T("error.date", "value", "i går")},
		"wrapped by others":      {fmt.Errorf("reading: %w", inner), sv.T("error.date", "value", "i går")},
		"the outermost sentence": {outer, sv.T("holding.problem.self")},
		"no sentence":            {fs.ErrPermission, sv.T("error.unexpected")},
	} {
		if got := text.Explain(sv, test.err); got != test.want || got == "" {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	if !errors.Is(outer, fs.ErrPermission) {
		t.Error("the cause is lost")
	}
	if got := inner.Error(); got != "error.date: permission denied" {
		t.Errorf("the log says %q", got)
	}
	if got := text.Fail(nil, "error.date").Error(); got != "error.date" {
		t.Errorf("without a cause the log says %q", got)
	}
}
