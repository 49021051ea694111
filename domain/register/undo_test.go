package register_test

import (
	"errors"
	"testing"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/storage/memory"
)

func undo(t fataler, r *register.Register) ledger.Entry {
	t.Helper()
	e, err := r.Undo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func redo(t fataler, r *register.Register) ledger.Entry {
	t.Helper()
	e, err := r.Redo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestUndoAndRedoWalkBackAndForth(t *testing.T) {
	store := memory.New()
	r := open(t, store)
	_, err := r.Undo(ctx)
	says(t, err, "register.undo.nothing")

	pictures := []picture{pictureOf(t, r)}
	keep := func() { pictures = append(pictures, pictureOf(t, r)) }
	a := add(t, r, "Journalsystem")
	keep()
	change(t, r, a.ID, asset.Supplier, "Alfa AB")
	keep()
	change(t, r, a.ID, asset.Supplier, "Beta AB")
	keep()
	decide(t, r, a.ID, "2131")
	keep()
	if _, err := r.DeleteAssets(ctx, []string{a.ID}); err != nil {
		t.Fatal(err)
	}
	keep()
	if err := r.ChangeSettings(ctx, register.Settings{Municipality: "Åsmark"}); err != nil {
		t.Fatal(err)
	}
	keep()

	last := len(pictures) - 1
	for round := range 3 {
		if round == 2 { // what was undone is known to a program that starts again
			r = open(t, store.Reopen())
		}
		for i := last - 1; i >= 0; i-- {
			undo(t, r)
			equal(t, "after an undo", pictureOf(t, r), pictures[i])
		}
		_, err := r.Undo(ctx)
		says(t, err, "register.undo.nothing")
		if round == 2 {
			break
		}
		for i := 1; i <= last; i++ {
			redo(t, r)
			equal(t, "after a redo", pictureOf(t, r), pictures[i])
		}
		_, err = r.Redo(ctx)
		says(t, err, "register.redo.nothing")
	}
	whole(t, r.Store())
}

func TestRedoBringsBackInOrderAndEndsWithANewCommit(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Ett")
	add(t, r, "Två")
	undo(t, r)
	undo(t, r)
	equal(t, "the first redo", redo(t, r).Why, text.Msg("why.add", "name", "Ett"))
	equal(t, "the second redo", redo(t, r).Why, text.Msg("why.add", "name", "Två"))
	undo(t, r)
	change(t, r, a.ID, asset.Note, "ny")
	if _, err := r.Redo(ctx); !errors.Is(err, register.ErrNothing) {
		t.Errorf("redo after a new commit: %v", err)
	}
}

func TestUndoOfAnOldCommit(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Ett")
	change(t, r, a.ID, asset.Note, "x")
	toNote := r.Revision()
	b := add(t, r, "Två")
	change(t, r, b.ID, asset.Note, "y")
	if _, err := r.UndoRevision(ctx, toNote); err != nil {
		t.Fatal(err)
	}
	equal(t, "the note", record(t, r, a.ID).Asset.Fields[asset.Note], "")
	equal(t, "the other note", record(t, r, b.ID).Asset.Fields[asset.Note], "y")

	_, err := r.UndoRevision(ctx, toNote)
	says(t, err, "register.undo.conflict")
	_, err = r.UndoRevision(ctx, 99)
	says(t, err, "register.entry.none")
}

func TestUndoRefusesWhatHasChangedSince(t *testing.T) {
	r := fresh(t)
	a := add(t, r, "Ett")
	added := r.Revision()
	decide(t, r, a.ID, "1111")
	before := pictureOf(t, r)
	_, err := r.UndoRevision(ctx, added)
	says(t, err, "register.undo.conflict")
	if !errors.Is(err, ledger.ErrConflict) {
		t.Errorf("%v is no conflict", err)
	}
	equal(t, "the register", pictureOf(t, r), before)
}
