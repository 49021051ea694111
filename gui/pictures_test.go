package gui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"infoklass/domain/asset"
	"infoklass/domain/example"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
)

// shown builds the window in a setting, on the sample register or on none, and does something in it.
func shown(t testing.TB, name string, path string, do func(*gui.Window)) shots.Screen {
	return shots.Screen{Name: "window-" + name, Open: func(set shots.Setting) fyne.Window {
		app := test.NewApp()
		p := app.Preferences()
		p.SetString("look.lang", string(set.Lang))
		p.SetString("look.theme", string(set.Variant))
		p.SetFloat("look.scale", float64(set.Scale))
		p.SetStringList("register.recent", []string{"/home/eva/Dokument/Infoklass/exempelkommun.infoklass"})
		w := newWorld(t)
		if path == sampled || path == sampledFar {
			r, err := w.create(context.Background(), path)
			if err != nil {
				t.Fatal(err)
			}
			if err := example.Sample(context.Background(), r); err != nil {
				t.Fatal(err)
			}
			if err := example.Requirements(context.Background(), r); err != nil {
				t.Fatal(err)
			}
			if err := example.Actions(context.Background(), r); err != nil {
				t.Fatal(err)
			}
		}
		win := gui.New(app, w.outside(), jobs.AtOnce(), func(f func()) { f() })
		win.Handle().Resize(fyne.NewSize(shots.Width, shots.Height))
		win.Begin(path)
		shots.Settle(win.Handle().Canvas().Content())
		do(win)
		return win.Handle()
	}}
}

const (
	sampled    = "/home/eva/Dokument/Åsmark.infoklass"
	sampledFar = "/net/gemensam/Åsmark.infoklass" // on a network drive
)

func TestPictures(t *testing.T) {
	at := func(place gui.Place) func(*gui.Window) { return func(w *gui.Window) { w.Go(place) } }
	screens := []shots.Screen{
		shown(t, "start", "/gone.infoklass", func(*gui.Window) {}),
		shown(t, "overview", sampled, at(gui.Overview)),
		shown(t, "assets", sampled, at(gui.Assets)),
		shown(t, "classification", sampled, at(gui.Classification)),
		shown(t, "requirements", sampled, at(gui.Requirements)),
		shown(t, "actions", sampled, at(gui.Actions)),
		shown(t, "organisation", sampled, at(gui.Organisation)),
		shown(t, "reports", sampled, at(gui.Reports)),
		shown(t, "settings", sampled, at(gui.Settings)),
		shown(t, "help", sampled, at(gui.Help)),
		shown(t, "receipt", sampled, func(w *gui.Window) {
			_, err := w.Register().AddAsset(context.Background(), asset.Asset{Name: "Intranät för alla förvaltningar och bolag", Kind: asset.System})
			if err != nil {
				t.Fatal(err)
			}
			w.Undo()
		}),
		shown(t, "undo", sampled, func(w *gui.Window) {
			var edits []register.Edit
			for range 30 {
				edits = append(edits, register.PutAsset(asset.Asset{ID: w.Register().NewID(), Name: "x", Kind: asset.System}, 0))
			}
			if _, err := w.Register().Commit(context.Background(), text.Msg("why.import", "file", "systemlista.xlsx", "n", 30), edits...); err != nil {
				t.Fatal(err)
			}
			w.Undo()
		}),
		shown(t, "network", sampledFar, func(*gui.Window) {}),
		shown(t, "files-open", sampled, (*gui.Window).AskImport),
		shown(t, "files-save", sampled, (*gui.Window).AskExport),
	}
	shots.Prove(t, screens)
}
