package gui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/files"
	"infoklass/gui/jobs"
	"infoklass/gui/widgets"
)

func (w exchanging) askNewRegister() {
	asking(w).askSave("register", "window.ask.new", w.p.T("window.new.name"), []string{Extension}, registers(w).createRegister)
}

func (w exchanging) askOpenRegister() {
	asking(w).askOpen("register", "window.ask.register", []string{Extension}, w.Open)
}

// AskImport lets the user choose a list to import.
func (w *Window) AskImport() {
	asking{w}.askOpen("import", "window.ask.import", listExtensions, w.importList)
}

// dropped takes a file that was let go over the window; of several the first.
func (w exchanging) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 {
		return
	}
	path := files[0].Path()
	switch ext := strings.ToLower(filepath.Ext(path)); {
	case ext == Extension:
		w.Open(path)
	case w.reg != nil && slices.Contains(listExtensions, ext):
		w.importList(path)
	default:
		w.fail(text.Fail(nil, "window.dropped", "file", baseName(path)))
	}
}

// AskExport saves the whole register as a list.
func (w *Window) AskExport() {
	exchanging{w}.askExport("", w.reg.Records())
}

// askExport asks whether people's names go along, and then where the list is saved.
func (w exchanging) askExport(filters string, records []*register.Record) {
	t := w.p
	var d *widgets.Dialog
	export := func(noNames bool) func() {
		return func() {
			d.Close()
			w.export(records, exchange.ExportOptions{NoNames: noNames, Filters: filters, Version: w.out.Version})
		}
	}
	d = widgets.NewDialog(w.win.Canvas(), t.T("window.ask.export"), 560, widgets.NewWrapped(t.N("window.export.ask", len(records)), widgets.Body, widgets.Plain),
		widgets.NewButton(t.T("files.cancel"), func() { d.Close() }),
		widgets.NewButton(t.T("window.export.noNames"), export(true)),
		widgets.NewPrimary(t.T("window.export.all"), export(false)))
	d.Show(nil)
}

// export saves a list where the user wants it.
func (w exchanging) export(records []*register.Record, o exchange.ExportOptions) {
	name := files.FileName(w.p.T("window.export.name", "date", text.Date(w.reg.Today())))
	asking(w).askSave("export", "window.ask.export", name, []string{".xlsx", ".csv"}, func(path string) {
		r, p, save := w.reg, w.p, w.out.SaveList
		w.saving("export", text.Msg("window.export.doing"), text.Msg("window.export.done", "n", len(records), "file", path), path, true,
			func(ctx context.Context, _ *jobs.Progress) error {
				list, err := exchange.Export(ctx, r, p, records, o)
				if err != nil {
					return err
				}
				return save(ctx, path, list)
			})
	})
}

// askUnread saves the list with the rows marked that did not come in.
func (w exchanging) askUnread(list string, p *intake.Proposal) {
	name := files.FileName(w.p.T("window.unread.name", "list", trimExtension(list)))
	asking(w).askSave("unread", "window.ask.unread", name, []string{".xlsx"}, func(path string) {
		printer, save := w.p, w.out.SaveUnread
		w.saving("unread", text.Msg("window.export.doing"), text.Msg("window.document.saved", "file", path), path, true,
			func(ctx context.Context, _ *jobs.Progress) error { return save(ctx, list, path, p, printer) })
	})
}
