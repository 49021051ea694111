package importing_test

import (
	"bytes"
	"context"
	"crypto/rand"
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
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
	"infoklass/storage/sheet"
)

// exported is a register whose list was exported, edited in Excel and is now
// to come back, while the register went on.
type exported struct {
	register *register.Register
	path     string
	now      time.Time
}

func export(t testing.TB) *exported {
	t.Helper()
	x := &exported{now: day, path: filepath.Join(t.TempDir(), "register.xlsx")}
	ctx := context.Background()
	r, err := register.Open(ctx, memory.New(), register.Options{Who: "Maria Holm", Entropy: rand.Reader, Now: func() time.Time { return x.now }})
	if err != nil {
		t.Fatal(err)
	}
	x.register = r
	for _, name := range []string{"Kartdatabas", "Lönesystem", "Elevregister"} {
		a := asset.Asset{ID: r.NewID(), Name: name, Kind: asset.System}
		if _, err := r.Commit(ctx, text.Msg("why.test"), register.PutAsset(a.With(asset.Supplier, "Före AB"), 0)); err != nil {
			t.Fatal(err)
		}
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
	x.now = x.now.Add(48 * time.Hour)
	return x
}

// supplier changes an asset's supplier in the register.
func (x *exported) supplier(t testing.TB, name, supplier string) {
	t.Helper()
	for _, rec := range x.register.Records() {
		if rec.Asset.Name == name {
			if _, err := x.register.Commit(context.Background(), text.Msg("why.test"), register.PutAsset(rec.Asset.With(asset.Supplier, supplier), rec.Revision)); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("no asset %q", name)
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
	d.press("Nästa ›")
	d.press("Nästa ›")
	if b := d.button(text.In(text.Swedish).N("importing.do", 0)); !b.Disabled() {
		t.Error("there is something to import")
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
		d.toReview()
		table, _ := find(d, func(*widgets.Table[importing.ReviewRow]) bool { return true })
		if g := importing.GroupOf(table.Rows()[0].Entry); g != importing.ReviewDecide {
			t.Fatalf("the first row is %q, not one to decide", g)
		}
		table.SelectKeys(table.Rows()[0].Key)
		d.settle()
		switch tc.take {
		case "file":
			d.answer(d.text("inventory.conflict.file", "value", "Filen AB"))
		case "register":
			d.answer(d.text("inventory.conflict.register", "value", "Registret AB"))
		}
		d.press(d.next())
		got := x.suppliers()
		if got["Kartdatabas"] != tc.want || got["Lönesystem"] != "Lön AB" {
			t.Errorf("%q taken: %v", tc.take, got)
		}
	}
}
