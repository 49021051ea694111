package importing_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"infoklass/domain/asset"
	"infoklass/domain/exchange"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/importing"
	"infoklass/gui/trial"
	"infoklass/storage/memory"
	"infoklass/storage/sheet"
)

// exported is a register whose list was exported, edited in Excel and is now
// to come back, while the register went on.
type exported struct {
	register *register.Register
	path     string
}

func export(t testing.TB) *exported {
	t.Helper()
	ctx := t.Context()
	now := trial.Day
	r := trial.RegisterAt(t, memory.New(), func() time.Time { return now })
	x := &exported{register: r, path: filepath.Join(t.TempDir(), "register.xlsx")}
	for _, name := range []string{"Kartdatabas", "Lönesystem", "Elevregister"} {
		trial.Add(t, r, asset.Asset{Name: name, Fields: map[asset.Field]string{asset.Supplier: "Före AB"}})
	}
	l, err := exchange.Export(ctx, r, text.In(text.Swedish), r.Records(), exchange.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := sheet.Export(ctx, &b, l); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(x.path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	now = now.Add(48 * time.Hour)
	return x
}

// supplier changes an asset's supplier in the register.
func (x *exported) supplier(t testing.TB, name, supplier string) {
	t.Helper()
	rec := trial.Record(t, x.register, name)
	if _, err := x.register.ChangeAsset(t.Context(), rec.Asset.With(asset.Supplier, supplier), rec.Revision); err != nil {
		t.Fatal(err)
	}
}

// edit changes every cell that says one thing into another.
func (x *exported) edit(t testing.TB, name, old, new string) {
	t.Helper()
	f, err := excelize.OpenFile(x.path)
	if err != nil {
		t.Fatal(err)
	}
	first := f.GetSheetName(0)
	rows, err := f.GetRows(first)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, cell := range row {
			if cell != old || row[0] != name && row[1] != name {
				continue
			}
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStr(first, at, new); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func (x *exported) suppliers() map[string]string {
	out := map[string]string{}
	for _, rec := range x.register.Records() {
		out[rec.Asset.Name] = rec.Asset.Fields[asset.Supplier]
	}
	return out
}

func TestUnchangedExportChangesNothing(t *testing.T) {
	x := export(t)
	d := begin(t, x.register, x.path)
	d.Press("Nästa ›")
	d.Press("Nästa ›")
	if name := doIt(d.Desk); !reviewing(d.Desk) || name != "" {
		t.Errorf("there is something to import: %s", name)
	}
}

func TestConflictIsDecided(t *testing.T) {
	for _, tc := range []struct {
		take, want string
	}{{"file", "Filen AB"}, {"register", "Registret AB"}, {"", "Registret AB"}} {
		x := export(t)
		x.edit(t, "Kartdatabas", "Före AB", "Filen AB")
		x.edit(t, "Lönesystem", "Före AB", "Lön AB")
		x.supplier(t, "Kartdatabas", "Registret AB")
		d := begin(t, x.register, x.path)
		toReview(d.Desk)
		if first := trial.The[reviewTable](d.Desk).Rows()[0]; !toDecide(first) {
			t.Fatalf("the first row is %q, not one to decide", importing.GroupOf(first.Entry))
		}
		decideOne(d.Desk)
		switch tc.take {
		case "file":
			d.Press(d.T("inventory.conflict.file", "value", "Filen AB"))
		case "register":
			d.Press(d.T("inventory.conflict.register", "value", "Registret AB"))
		}
		d.Press(doIt(d.Desk))
		got := x.suppliers()
		if got["Kartdatabas"] != tc.want || got["Lönesystem"] != "Lön AB" {
			t.Errorf("%q taken: %v", tc.take, got)
		}
	}
}
