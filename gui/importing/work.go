package importing

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"infoklass/domain/exchange"
	"infoklass/domain/intake"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// slot is the job that reads and understands: one at a time, the newest
// decision overtakes. later waits for a pause between decisions.
const (
	slot  = "import"
	later = "import.later"
)

// pause is how long the user must have been quiet before decisions are tried
// on the whole list: several in a row are understood together.
const pause = 350 * time.Millisecond

// understood is what a job has found out. The window only reads it.
type understood struct {
	book      *intake.Book
	knowledge intake.Knowledge
	revision  ledger.Revision // of the register that the list has met
	proposal  *intake.Proposal
	counts    reviewCounts
	rowAsks   map[string]intake.Question
	take      int // rows that would be imported now
	rows      []ReviewRow
}

// decided is what the user has decided so far: a copy, for a job.
type decided struct {
	answers intake.Answers
	options intake.Options
	left    Left
	group   Review
}

func (w *Wizard) decided() decided {
	o := w.options
	o.Sheets, o.Header = maps.Clone(o.Sheets), maps.Clone(o.Header)
	o.Columns, o.Rows = maps.Clone(o.Columns), maps.Clone(o.Rows)
	return decided{maps.Clone(w.answers), o, maps.Clone(w.left), w.views[stepReview].(*review).group}
}

// read reads the file and understands it for the first time.
func (w *Wizard) read() {
	w.begin(text.Msg("importing.reading", "file", filepath.Base(w.path)))
	w.put(w.trouble.waiting(w.Text.T("importing.reading", "file", filepath.Base(w.path))))
	path, read, r, d := w.path, w.opt.Read, w.Register, w.decided()
	jobs.Start(w.Jobs, slot, func(ctx context.Context, progress *jobs.Progress) (understood, error) {
		book, err := read(ctx, path, func(rows int) { progress.Set(rows, 0) })
		if err != nil {
			return understood{}, err
		}
		progress.Set(0, 0)
		progress.Doing(text.Msg("importing.understanding"))
		return understand(ctx, r, understood{book: book}, d)
	}, func(u understood, err error) {
		w.end()
		if err != nil {
			w.put(w.trouble.about(err))
			w.apply()
			w.trouble.focus()
			return
		}
		w.understood = u
		w.show(stepSheets)
	})
}

// understand is the work of a job: the whole list, with what has been decided.
func understand(ctx context.Context, r *register.Register, u understood, d decided) (understood, error) {
	if rev := r.Revision(); u.proposal == nil || rev != u.revision {
		k, err := exchange.Knowledge(ctx, r)
		if err != nil {
			return u, err
		}
		u.knowledge, u.revision = k, rev
	}
	u.book = rowsOfOwn(u.book)
	p, err := intake.Understand(ctx, u.book, u.knowledge, d.answers, d.options)
	if err != nil {
		return u, err
	}
	u.proposal, u.counts, u.rowAsks = p, countReview(p), rowQuestions(p)
	u.take, u.rows = d.left.Count(p), reviewRows(p, d.group)
	return u, nil
}

// rowsOfOwn copies what understanding changes in a book: rows that must not be
// kept lose their cells. The window goes on showing the old one meanwhile.
func rowsOfOwn(b *intake.Book) *intake.Book {
	out := &intake.Book{Name: b.Name, Format: b.Format, Sheets: slices.Clone(b.Sheets), Notices: b.Notices}
	for i := range out.Sheets {
		out.Sheets[i].Rows = slices.Clone(out.Sheets[i].Rows)
	}
	return out
}

// changed is called after a decision whose consequences are to be seen at once.
func (w *Wizard) changed() {
	w.stale = true
	w.Jobs.After(later, pause, func() { w.again(nil) })
}

// settled does something once all that has been decided is understood.
func (w *Wizard) settled(then func()) {
	if !w.stale {
		then()
		return
	}
	w.Jobs.Cancel(later)
	w.again(then)
}

// again understands the list again. Where a newer call overtakes it, then is not called.
func (w *Wizard) again(then func()) {
	w.begin(text.Msg("importing.understanding"))
	r, u, d := w.Register, w.understood, w.decided()
	jobs.Start(w.Jobs, slot, func(ctx context.Context, _ *jobs.Progress) (understood, error) {
		return understand(ctx, r, u, d)
	}, func(u understood, err error) {
		w.end()
		if err != nil {
			w.apply()
			w.interrupted(err)
			return
		}
		w.understood, w.stale = u, false
		if then != nil {
			then()
			return
		}
		w.views[w.step].apply()
		w.apply()
	})
}

// interrupted shows that the list on screen does not yet follow the last decisions.
func (w *Wizard) interrupted(err error) {
	t := w.Text
	if !errors.Is(err, context.Canceled) {
		w.Fail(err)
	}
	w.page.Show(widgets.NewNotice(widgets.Warning, t.T("importing.interrupted"), t.T("importing.interrupted.again"), func() { w.again(nil) }, t.T("importing.closeNotice")))
}

// begin and end are around every job.
func (w *Wizard) begin(doing text.Message) {
	w.working = true
	w.opt.OnWorking(slot, doing)
	w.apply()
}

func (w *Wizard) end() {
	w.working = false
	w.opt.OnIdle(slot)
}

// imported is what saving brings back.
type imported struct {
	receipt exchange.Receipt
	chosen  *intake.Proposal
}

// save stores what the review shows as one change of the register.
func (w *Wizard) save() {
	w.working = true
	w.apply()
	p, r, left := w.proposal, w.Register, maps.Clone(w.left)
	w.opt.OnWorking(stage.SaveSlot, text.Msg("importing.saving"))
	stage.SaveOr(w.Stage, func(ctx context.Context) (imported, error) {
		chosen := left.Chosen(p)
		receipt, err := exchange.Apply(ctx, r, chosen)
		return imported{receipt, chosen}, err
	}, func(i imported, err error) {
		w.working = false
		w.opt.OnIdle(stage.SaveSlot)
		if err != nil {
			w.Fail(err)
			w.apply()
			w.page.Show(widgets.NewNotice(widgets.Bad, text.Explain(w.Text, err), "", nil, w.Text.T("importing.closeNotice")))
			return
		}
		w.receipt, w.saved = i.receipt, i.chosen
		w.show(stepDone)
	})
}

// sheet finds a sheet of the book by name.
func (w *Wizard) sheet(name string) *intake.Sheet {
	for i := range w.book.Sheets {
		if w.book.Sheets[i].Name == name {
			return &w.book.Sheets[i]
		}
	}
	return nil
}

// table finds the table that was found in a sheet, nil for none.
func (w *Wizard) table(sheet string) *intake.Table {
	for i := range w.proposal.Tables {
		if w.proposal.Tables[i].Sheet == sheet {
			return &w.proposal.Tables[i]
		}
	}
	return nil
}
