package history_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/gui/history"
	"infoklass/gui/shots"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
)

// screen draws the log, and the details of one of its lines.
func screen(t testing.TB, name string, line int) shots.Screen {
	r := trial.Sample(t, memory.New())
	rename(t, r, "Intranät", "Insidan")
	rename(t, r, "Kartdatabas", "Kartan")
	if _, err := r.UndoRevision(t.Context(), r.Revision()-1); err != nil {
		t.Fatal(err)
	}
	return trial.Screen(t, "history-"+name, r, history.New, func(d *trial.Desk, _ *history.Page) {
		if line < 0 {
			return
		}
		d.Key(fyne.KeyHome)
		for range line {
			d.Key(fyne.KeyDown)
		}
		d.Key(fyne.KeyReturn)
	})
}

func TestPicturesAreWhole(t *testing.T) {
	shots.Prove(t, []shots.Screen{screen(t, "log", -1), screen(t, "detail", 1), screen(t, "detail-import", 3)})
}
