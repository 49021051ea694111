package exchange_test

import (
	"slices"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

var linkedList = [][]string{
	{"Systemnamn", "Typ av tillgång", "Nämnd", "K", "R", "T", "S", "Informationsmängder", "System där informationen finns"},
	{"Journalsystem", "Verksamhetssystem", "Socialnämnden", "1", "1", "1", "1", "Patientjournaler, Fnord; bemanning", ""},
	{"Schema", "Verksamhetssystem", "Socialnämnden", "1", "1", "1", "1", "", "Journalsystem"},
	{"Patientjournaler", "Informationsmängd", "Socialnämnden", "3", "3", "2", "3", "", ""},
	{"Bemanning", "Informationsmängd", "Socialnämnden", "1", "1", "2", "1", "", "Journalsystem; Schema"},
}

func holds(r *register.Register, id string) []string {
	var names []string
	for _, rec := range r.Holdings().Sets(id) {
		names = append(names, rec.Asset.Name)
	}
	return names
}

func TestAListLinksWhatItNames(t *testing.T) {
	r := fresh(t)
	apply(t, r, book(linkedList...), onScale)
	journal, schema := named(t, r, "Journalsystem"), named(t, r, "Schema")
	equal(t, "what it holds", holds(r, journal.Asset.ID), []string{"Bemanning", "Patientjournaler"})
	equal(t, "what names no asset stays words", journal.Asset.Fields["information_sets"], "Fnord")
	equal(t, "its levels", journal.Profile().String(), "K3 R3 T2 S3")
	equal(t, "named by the set", holds(r, schema.Asset.ID), []string{"Bemanning"})
	equal(t, "systems are not held", schema.Asset.Fields["linked_systems"], "Journalsystem")

	again := apply(t, r, book(linkedList...), onScale)
	equal(t, "the same list again", again, exchange.Receipt{File: "lista.xlsx"})
	if _, err := r.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	equal(t, "undone", len(r.Records()), 0)
}

func TestANameThatSeveralHaveLinksNothing(t *testing.T) {
	r := fresh(t)
	rows := slices.Clone(linkedList)
	rows = append(rows, []string{"Bemanning", "Informationsmängd", "Kommunstyrelsen", "1", "1", "1", "1", "", ""})
	rows[4] = []string{"Bemanning", "Informationsmängd", "Socialnämnden", "1", "1", "2", "1", "", ""}
	apply(t, r, book(rows...), onScale)
	journal := named(t, r, "Journalsystem")
	equal(t, "what it holds", holds(r, journal.Asset.ID), []string{"Patientjournaler"})
	equal(t, "the words", journal.Asset.Fields["information_sets"], "Fnord; bemanning")
}

func TestLinksComeBackIntoAnEmptyRegister(t *testing.T) {
	for _, lang := range text.Langs {
		r := fresh(t)
		apply(t, r, book(linkedList...), onScale)
		l, rows := exported(t, r, lang, exchange.ExportOptions{})
		unchanged := understand(t, r, asFile(l, rows), intake.Options{})
		equal(t, "unchanged", unchanged.Counts.Unchanged, 4)

		empty := fresh(t)
		if _, err := exchange.Apply(ctx, empty, understand(t, empty, asFile(l, rows), onScale)); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Journalsystem", "Schema"} {
			was, is := named(t, r, name), named(t, empty, name)
			equal(t, "what it holds", holds(empty, is.Asset.ID), holds(r, was.Asset.ID))
			equal(t, "the levels", is.Profile(), was.Profile())
			equal(t, "the words", is.Asset.Fields["information_sets"], was.Asset.Fields["information_sets"])
		}
	}
}

func TestAnEditedCellLinksAndUnlinks(t *testing.T) {
	r := fresh(t)
	apply(t, r, book(linkedList...), onScale)
	journal := named(t, r, "Journalsystem")
	set, err := r.AddAsset(ctx, asset.Asset{Name: "Läkemedel, dos", Kind: asset.InformationSet})
	if err != nil {
		t.Fatal(err)
	}
	l, rows := exported(t, r, text.Swedish, exchange.ExportOptions{})
	column := slices.IndexFunc(l.Columns, func(c exchange.ListColumn) bool { return c.Field == "information_sets" })
	for _, row := range rows {
		if row[0] == "Journalsystem" {
			row[column] = "Patientjournaler; Läkemedel, dos; Fnord"
		}
	}
	p := understand(t, r, asFile(l, rows), intake.Options{})
	equal(t, "one row is changed", p.Counts.Update, 1)
	if _, err := exchange.Apply(ctx, r, p); err != nil {
		t.Fatal(err)
	}
	equal(t, "what it holds", holds(r, journal.Asset.ID), []string{set.Name, "Patientjournaler"})
	equal(t, "the words", named(t, r, "Journalsystem").Asset.Fields["information_sets"], "Fnord")
}
