package importing_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"infoklass/domain/intake"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/importing"
	"infoklass/gui/jobs"
	"infoklass/gui/shots"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
	"infoklass/storage/sheet"
)

// lists holds lists of an invented municipality.
const lists = "../../storage/sheet/testdata/lists"

func list(name string) string { return filepath.Join(lists, name) }

func newRegister(t testing.TB) *register.Register { return trial.Register(t, memory.New()) }

// desk is a wizard in a window, and what it has told the shell.
type desk struct {
	*trial.Desk
	t      testing.TB
	wizard *importing.Wizard
	closed int
	shown  int
	undone int
	other  int
	unread *intake.Proposal
}

// begin starts the import of a file.
func begin(t testing.TB, r *register.Register, path string) *desk {
	t.Helper()
	return beginWith(t, r, path, jobs.AtOnce(), sheet.Open)
}

type reader func(ctx context.Context, path string, progress func(int)) (*intake.Book, error)

func beginWith(t testing.TB, r *register.Register, path string, runner jobs.Runner, read reader) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, r), t: t}
	d.Size.Width, d.Stage.Jobs = shots.Width, runner
	d.wizard = importing.New(d.Stage, path, importing.Options{
		Read: read, OnClose: func() { d.closed++ }, OnShow: func() { d.shown++ }, OnOther: func() { d.other++ },
		OnUndo: func() {
			d.undone++
			if _, err := r.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
		},
		OnUnread:  func(_ string, p *intake.Proposal) { d.unread = p },
		OnWorking: func(string, text.Message) {}, OnIdle: func(string) {},
	})
	d.Enter(d.wizard)
	return d
}

type reviewTable = *widgets.Table[importing.ReviewRow]

// reviewing reports whether the wizard has come to the review.
func reviewing(d *trial.Desk) bool { return len(trial.All[reviewTable](d.Root())) > 0 }

// toReview goes on to the review, with every suggestion accepted.
func toReview(d *trial.Desk) {
	for range 8 {
		if reviewing(d) {
			return
		}
		if accept := d.T("importing.values.accept"); d.Offers(accept) {
			d.Press(accept)
		}
		d.Press(d.T("importing.next"))
	}
}

// importAll goes on to the review and saves what is there.
func importAll(d *trial.Desk) {
	toReview(d)
	d.Press(doIt(d))
}

// doIt is what the button that saves is called, with the number of rows; empty where it cannot be pressed.
func doIt(d *trial.Desk) string {
	verb, _, _ := strings.Cut(d.Stage.Text.N("importing.do", 2), "2")
	i := slices.IndexFunc(d.Names(), func(name string) bool { return strings.HasPrefix(name, verb) })
	if i < 0 {
		return ""
	}
	return d.Names()[i]
}

// decideOne selects the first row that has to be decided.
func decideOne(d *trial.Desk) {
	toReview(d)
	table := trial.The[reviewTable](d)
	if i := slices.IndexFunc(table.Rows(), toDecide); i >= 0 {
		table.SelectKeys(table.Rows()[i].Key)
		d.Settle()
	}
}

func toDecide(row importing.ReviewRow) bool {
	return importing.GroupOf(row.Entry) == importing.ReviewDecide
}
