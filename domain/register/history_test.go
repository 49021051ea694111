package register_test

import (
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// told is a field change as a person reads it.
type told struct{ Field, Old, New string }

func historyOf(t *testing.T, r *register.Register, id string) [][]told {
	t.Helper()
	p := text.In(text.Swedish)
	var out [][]told
	err := r.History(ctx, id, func(e ledger.Entry) error {
		var entry []told
		for _, ch := range e.Changes {
			fields, err := r.Describe(p, ch)
			if err != nil {
				return err
			}
			for _, f := range fields {
				entry = append(entry, told{f.Field.In(p), f.Old, f.New})
			}
		}
		out = append(out, entry)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestHistoryTellsFieldByField(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Journalsystem")
	add(t, r, "Ett annat")
	rec := record(t, r, a.ID)
	edited := rec.Asset.With(asset.Supplier, "Alfa AB").WithCustom("Avtal 2", "ja").With(asset.ListStatus, "aktiv")
	edited.Status, edited.Name = asset.InOperation, "Journalen"
	if _, err := r.ChangeAsset(ctx, edited, rec.Revision); err != nil {
		t.Fatal(err)
	}
	decide(t, r, a.ID, "2031")
	undo(t, r)
	class := []told{
		{"Klassningens läge", "", "Beslutad"},
		{"Konfidentialitet", "", "2 Betydande"}, {"Motivering Konfidentialitet", "", "skäl"},
		{"Riktighet", "", "0 Försumbar"}, {"Motivering Riktighet", "", "skäl"},
		{"Tillgänglighet", "", "3 Allvarlig"}, {"Motivering Tillgänglighet", "", "skäl"},
		{"Spårbarhet", "", "1 Måttlig"}, {"Motivering Spårbarhet", "", "skäl"},
		{"Beslutad av", "", "Förvaltningschef"}, {"Beslutsdatum", "", "2026-11-01"}, {"Nästa översyn", "", "2027-11-01"},
	}
	var taken []told
	for _, c := range class {
		taken = append(taken, told{c.Field, c.New, c.Old})
	}
	equal(t, "the history", historyOf(t, r, a.ID), [][]told{
		taken,
		class,
		{{"Namn", "Journalsystem", "Journalen"}, {"Status", "", "I drift"}, {"Leverantör", "", "Alfa AB"}, {"Status enligt listan", "", "aktiv"}, {"Avtal 2", "", "ja"}},
		{{"Namn", "", "Journalsystem"}, {"Typ", "", "Verksamhetssystem"}},
	})
}

func TestHistoryOfTheWholeLogSaysWhy(t *testing.T) {
	r := fresh(t)
	add(t, r, "Ett")
	undo(t, r)
	redo(t, r)
	var why []string
	err := r.History(ctx, "", func(e ledger.Entry) error {
		why = append(why, e.Why.In(text.In(text.English)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "the log", why, []string{"Done again: New asset: Ett", "Undone: New asset: Ett", "New asset: Ett"})
}
