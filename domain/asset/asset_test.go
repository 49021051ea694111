package asset_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/text"
)

func says(t *testing.T, err error, key string) {
	t.Helper()
	var told *text.Error
	switch {
	case key == "" && err == nil:
	case !errors.As(err, &told) || told.Message.Key != key:
		t.Errorf("the error is %v, want %q", err, key)
	}
}

func TestValidate(t *testing.T) {
	good := asset.Asset{ID: "1", Name: "Journalsystem", Kind: asset.System, Status: asset.InOperation}
	for name, test := range map[string]struct {
		spoil func(a *asset.Asset)
		key   string
	}{
		"good":             {func(*asset.Asset) {}, ""},
		"no status":        {func(a *asset.Asset) { a.Status = "" }, ""},
		"longest name":     {func(a *asset.Asset) { a.Name = strings.Repeat("å", asset.MaxName) }, ""},
		"no id":            {func(a *asset.Asset) { a.ID = "" }, "asset.problem.id"},
		"blank name":       {func(a *asset.Asset) { a.Name = "\u00a0\t " }, "asset.problem.name"},
		"name too long":    {func(a *asset.Asset) { a.Name = strings.Repeat("å", asset.MaxName+1) }, "asset.problem.nameLong"},
		"no kind":          {func(a *asset.Asset) { a.Kind = "" }, "asset.problem.kind"},
		"unknown status":   {func(a *asset.Asset) { a.Status = "trasig" }, "asset.problem.status"},
		"unknown field":    {func(a *asset.Asset) { *a = a.With("fnord", "1") }, "asset.problem.field"},
		"a level as field": {func(a *asset.Asset) { *a = a.With("class_k", "1") }, "asset.problem.field"},
		"value too long":   {func(a *asset.Asset) { *a = a.With(asset.Note, strings.Repeat("x", asset.MaxValue+1)) }, "asset.problem.valueLong"},
		"column too long":  {func(a *asset.Asset) { *a = a.WithCustom("x", strings.Repeat("x", asset.MaxValue+1)) }, "asset.problem.valueLong"},
		"free text as day": {func(a *asset.Asset) { *a = a.With("contract_end", "Löpande") }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			a := good.Clone()
			test.spoil(&a)
			says(t, a.Validate(), test.key)
		})
	}
}

func TestValidateUnit(t *testing.T) {
	good := asset.Unit{ID: "1", Name: "Socialnämnden", Kind: asset.Committee}
	for key, spoil := range map[string]func(u *asset.Unit){
		"":                       func(*asset.Unit) {},
		"asset.problem.id":       func(u *asset.Unit) { u.ID = "" },
		"unit.problem.name":      func(u *asset.Unit) { u.Name = " " },
		"asset.problem.nameLong": func(u *asset.Unit) { u.Name = strings.Repeat("x", asset.MaxName+1) },
		"unit.problem.kind":      func(u *asset.Unit) { u.Kind = "rymdstation" },
		"unit.problem.cycle":     func(u *asset.Unit) { u.Parent = "1" },
	} {
		u := good
		spoil(&u)
		says(t, u.Validate(), key)
	}
}

func TestWithLeavesTheOriginalAlone(t *testing.T) {
	a := asset.Asset{ID: "1"}.With(asset.Supplier, "Alfa AB").WithCustom("Avtal", "ja")
	b := a.With(asset.Supplier, "Beta AB").WithCustom("Avtal", "nej").With(asset.Note, "n")
	if a.Fields[asset.Supplier] != "Alfa AB" || a.Custom["Avtal"] != "ja" || len(a.Fields) != 1 {
		t.Errorf("the original is changed: %v %v", a.Fields, a.Custom)
	}
	if c := b.With(asset.Supplier, "").WithCustom("Avtal", ""); len(c.Fields) != 1 || len(c.Custom) != 0 {
		t.Errorf("an empty value leaves %v %v", c.Fields, c.Custom)
	}
}

func TestReadStatus(t *testing.T) {
	for words, want := range map[string]asset.Status{
		"I drift": asset.InOperation, " i  DRIFT ": asset.InOperation, "Inför upphandling": asset.InProcurement, "planerad": asset.Planned,
		"Avvecklas": asset.BeingRetired, "avvecklad": asset.Retired, "": "", "kanske": "", "ej i drift": asset.Retired, "drift hos leverantör": "",
	} {
		if got, ok := asset.ReadStatus(words); got != want || ok != (want != "") {
			t.Errorf("ReadStatus(%q) = %q, %v, want %q", words, got, ok, want)
		}
	}
	for _, s := range asset.Statuses {
		for _, lang := range text.Langs {
			if got, _ := asset.ReadStatus(text.In(lang).T("status." + string(s))); got != s {
				t.Errorf("the %s word for %s is read as %q", lang, s, got)
			}
		}
	}
}

func TestGuessKind(t *testing.T) {
	for _, test := range []struct {
		name  string
		depth int
		want  asset.UnitKind
	}{
		{"Åsmarks kommun", 0, asset.Municipality}, {"Socialnämnden", 0, asset.Committee}, {"Barn- och utbildningsnämnden", 1, asset.Committee},
		{"Kommunstyrelsen", 0, asset.Committee}, {"Åsmark Energi AB", 1, asset.Company}, {"Bostadsbolaget", 1, asset.Company},
		{"Socialförvaltningen", 1, asset.Department}, {"Sektor välfärd", 1, asset.Department}, {"Hemtjänsten", 2, asset.Operation}, {"Norra teamet", 3, asset.LocalUnit},
	} {
		if got := asset.GuessKind(test.name, test.depth); got != test.want {
			t.Errorf("GuessKind(%q, %d) = %s, want %s", test.name, test.depth, got, test.want)
		}
	}
}

func TestDefinitionsAreWholeAndWorded(t *testing.T) {
	seen := map[asset.Field]bool{}
	for _, d := range asset.Definitions {
		if seen[d.Field] {
			t.Errorf("%s is defined twice", d.Field)
		}
		seen[d.Field] = true
		if !slices.Contains(asset.Groups, d.Group) {
			t.Errorf("%s stands in no group", d.Field)
		}
		if got, ok := d.Field.Definition(); !ok || got != d {
			t.Errorf("%s is defined as %v", d.Field, got)
		}
		for _, lang := range text.Langs {
			if p := text.In(lang); !p.Has(d.Field.Label().Key) || !p.Has("group."+string(d.Group)) {
				t.Errorf("%s has no label in %s", d.Field, lang)
			}
		}
	}
	for _, f := range asset.Reasons {
		if !seen[f] {
			t.Errorf("the reason %s is not defined", f)
		}
	}
}
