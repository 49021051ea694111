package gui

import (
	"context"
	"slices"

	"infoklass/domain/register"
	"infoklass/domain/report"
	"infoklass/domain/text"
	"infoklass/gui/files"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
)

// Format is a kind of file that a document is written as.
type Format string

// The formats, by their extension.
const (
	PDF   Format = ".pdf"
	Excel Format = ".xlsx"
)

// build makes a document off the UI goroutine.
type build func(ctx context.Context) (report.Document, error)

func (w *Window) overviewOf(records []*register.Record, filters string) build {
	r, p, judge := w.reg, w.p, w.judge
	return func(context.Context) (report.Document, error) {
		return report.OverviewOf(r, p, judge.Register(r, r.Today()), records, filters), nil
	}
}

func (w *Window) protocolOf(id string) build {
	r, p := w.reg, w.p
	return func(context.Context) (report.Document, error) {
		rec, ok := r.Record(id)
		if !ok {
			return report.Document{}, text.Fail(nil, "register.problem.gone")
		}
		return report.ProtocolOf(r, p, rec, false)
	}
}

// view writes a document and opens it in the computer's viewer, from where it is printed.
//
// The document can then be saved as Excel where excel says so.
func (w *Window) view(name string, b build, excel bool) {
	w.working("document", text.Msg("window.document.doing"))
	jobs.Start(w.runner, "document", func(ctx context.Context, p *jobs.Progress) (string, error) {
		path, err := w.out.Scratch(name + string(PDF))
		if err != nil {
			return "", err
		}
		if err := w.write(ctx, path, b, p); err != nil {
			return "", err
		}
		return path, w.out.View(path)
	}, func(path string, err error) {
		w.idle("document")
		if err != nil {
			w.fail(err)
			return
		}
		receipt := stage.Receipt{Message: text.Msg("window.document.shown", "file", baseName(path))}
		if excel {
			receipt.ActionLabel, receipt.Action = text.Msg("reports.excel"), func() { w.save(name, b, Excel) }
		}
		w.tell(receipt)
	})
}

// save writes a document where the user wants it.
func (w *Window) save(name string, b build, f Format) {
	asking{w}.askSave("document", "window.ask.document", name, []string{string(f)}, func(path string) {
		w.saving("document", text.Msg("window.document.doing"), text.Msg("window.document.saved", "file", path), path, true,
			func(ctx context.Context, p *jobs.Progress) error { return w.write(ctx, path, b, p) })
	})
}

func (w *Window) write(ctx context.Context, path string, b build, p *jobs.Progress) error {
	doc, err := b(ctx)
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

// printOverview is the overview of what a list shows.
func (w *Window) printOverview(records []*register.Record, filters string) {
	w.view(w.documentName("report.overview.title", ""), w.overviewOf(records, filters), true)
}

// wholeOverview is the overview of the whole register, by name.
func (w *Window) wholeOverview() build {
	r, p, judge := w.reg, w.p, w.judge
	return func(context.Context) (report.Document, error) {
		records := slices.Clone(r.Records())
		text.SortBy(records, func(rec *register.Record) string { return rec.Asset.Name }, false)
		return report.OverviewOf(r, p, judge.Register(r, r.Today()), records, ""), nil
	}
}

// PrintAll shows the overview of the whole register in the viewer, to be printed from there.
func (w *Window) PrintAll() {
	w.view(w.documentName("report.overview.title", ""), w.wholeOverview(), true)
}

func (w *Window) printProtocol(id string) {
	w.view(w.protocolName(id), w.protocolOf(id), false)
}

func (w *Window) protocolName(id string) string {
	name := ""
	if rec, ok := w.reg.Record(id); ok {
		name = rec.Asset.Name
	}
	return w.documentName("report.protocol.title", name)
}

// documentName is a file name: the document's title, what it is about, the day.
func (w *Window) documentName(titleKey, about string) string {
	name := w.p.T(titleKey)
	if about != "" {
		name += " " + about
	}
	return files.FileName(name + " " + text.Date(w.reg.Today()))
}
