package gui

import (
	"context"
	"slices"

	"infoklass/domain/action"
	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/files"
	"infoklass/gui/jobs"
	"infoklass/gui/reports"
	"infoklass/gui/stage"
)

// reports is the page where documents are chosen.
func (w *Window) reports() stage.Page {
	return reports.New(w.stage(), func(k report.Kind, asset string, f report.Format) {
		w.document(k.ID, report.Request{Asset: asset}, f)
	})
}

// document makes a document: saved in a format, or without one shown in the viewer.
func (w *Window) document(id report.ID, q report.Request, f report.Format) {
	kind, _ := report.Find(id)
	q.Register, q.Printer, q.Judge = w.reg, w.p, w.judge
	d := ordered{kind: kind, request: q, name: files.FileName(kind.FileName(q))}
	if f == "" {
		w.view(d)
	} else {
		w.save(d, f)
	}
}

// ordered is a document that somebody has asked for.
type ordered struct {
	kind    report.Kind
	request report.Request
	name    string // of its file, without extension
}

// print shows a document in the viewer, to be printed from there.
func (w *Window) print(id report.ID, q report.Request) { w.document(id, q, "") }

// PrintAll shows the overview of the whole register.
func (w *Window) PrintAll() { w.print(report.KindOverview, report.Request{}) }

// printShown shows the overview of what a list shows.
func (w *Window) printShown(words string, records []*register.Record) {
	w.print(report.KindOverview, report.Request{Assets: &report.Selection[*register.Record]{Found: records, Words: words}})
}

func (w *Window) printProtocol(asset string) {
	w.print(report.KindProtocol, report.Request{Asset: asset})
}

// printWorksheet shows the worksheet of an asset, a blank one for no asset.
func (w *Window) printWorksheet(asset string) {
	w.print(report.KindWorksheet, report.Request{Asset: asset})
}

func (w *Window) printRequirements(asset string) {
	w.print(report.KindRequirements, report.Request{Asset: asset})
}

// printProcurement makes the procurement requirements, as Excel for the bidder
// to fill in or to be shown and printed.
func (w *Window) printProcurement(asset string, excel bool) {
	f := report.Format("")
	if excel {
		f = report.Excel
	}
	w.document(report.KindProcurement, report.Request{Asset: asset}, f)
}

// printUnit shows the sheet of a unit's manager, of every one for the empty id.
func (w *Window) printUnit(unit string) { w.print(report.KindUnit, report.Request{Unit: unit}) }

// printPlan shows the action plan of some actions; words say how they were chosen.
func (w *Window) printPlan(words string, shown []action.Action) {
	w.print(report.KindActions, report.Request{Actions: &report.Selection[action.Action]{Found: shown, Words: words}})
}

// view writes a document and opens it in the computer's viewer, from where it is printed.
func (w *Window) view(d ordered) {
	during(w, "document", text.Msg("window.document.doing"), func(ctx context.Context, p *jobs.Progress) (string, error) {
		path, err := w.out.Scratch(d.name + string(report.PDF))
		if err != nil {
			return "", err
		}
		if err := w.write(ctx, path, d, p); err != nil {
			return "", err
		}
		return path, w.out.View(path)
	}, func(path string) {
		receipt := stage.Receipt{Message: text.Msg("window.document.shown", "file", baseName(path))}
		if slices.Contains(d.kind.Formats, report.Excel) {
			receipt.ActionLabel, receipt.Action = text.Msg("reports.save.xlsx"), func() { w.save(d, report.Excel) }
		}
		w.tell(receipt)
	})
}

// save writes a document where the user wants it.
func (w *Window) save(d ordered, f report.Format) {
	asking{w}.askSave("document", "window.ask.document", d.name, []string{string(f)}, func(path string) {
		w.saving("document", text.Msg("window.document.doing"), text.Msg("window.document.saved", "file", path), path, true,
			func(ctx context.Context, p *jobs.Progress) error { return w.write(ctx, path, d, p) })
	})
}

func (w *Window) write(ctx context.Context, path string, d ordered, p *jobs.Progress) error {
	doc, err := d.kind.Build(d.request)
	if err != nil {
		return err
	}
	return w.out.SaveDocument(ctx, path, doc, func(done, total int) { p.Set(done, total) })
}

func (w *Window) viewFile(path string) {
	jobs.Start(w.runner, "view", func(context.Context, *jobs.Progress) (struct{}, error) {
		return struct{}{}, w.out.View(path)
	}, func(_ struct{}, err error) { w.fail(err) })
}
