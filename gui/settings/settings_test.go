package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/settings"
	"infoklass/gui/shots"
	"infoklass/gui/stage"
	"infoklass/gui/theme"
	"infoklass/gui/trial"
	"infoklass/gui/widgets"
	"infoklass/storage/memory"
)

// desk is a window with the page.
type desk struct {
	*trial.Desk
	t *testing.T
	r *register.Register
}

func newDesk(t *testing.T, r *register.Register) *desk {
	t.Helper()
	return newDeskWith(t, r, settings.Options{Lang: text.Swedish, Variant: theme.Light, Scale: 1})
}

func newDeskWith(t *testing.T, r *register.Register, o settings.Options) *desk {
	t.Helper()
	d := &desk{Desk: trial.NewDesk(t, r), t: t, r: r}
	d.Size.Height = tall
	d.Enter(settings.New(d.Stage, o))
	return d
}

// tall is a window high enough for the whole page.
const tall = 2400

func TestMatrixIsEditedCellByCell(t *testing.T) {
	p := text.In(text.Swedish)
	d := newDesk(t, trial.Sample(t, memory.New()))
	if d.Offers("Återställ hela matrisen") {
		t.Error("what is as shipped can be restored")
	}
	d.Press("Ekonomi")
	d.Fill(p.T("matrix.economy.2"), "Mer än 500 000 kronor")
	d.Fill("Ekonomi", "Ekonomi och tid")
	m := d.r.Classifications().Matrix()
	if m.Text(p, "economy", 2) != "Mer än 500 000 kronor" || m.Text(p, "economy", classify.NameCell) != "Ekonomi och tid" {
		t.Fatalf("%+v", m)
	}
	d.Fill("Mer än 500 000 kronor", p.T("matrix.economy.2")) // the shipped words are no words of one's own
	if d.r.Classifications().Matrix().Replaced("economy", 2) {
		t.Error("the shipped text is kept as if it were changed")
	}
	d.Press("Återställ hela matrisen")
	d.Press("Återställ")
	if d.r.Classifications().Matrix().Own() || len(d.Receipts) != 1 {
		t.Errorf("%+v, %d receipts", d.r.Classifications().Matrix(), len(d.Receipts))
	}
}

func TestWhatIsTypedBelongsToTheCategoryShown(t *testing.T) {
	p := text.In(text.Swedish)
	d := newDesk(t, trial.Sample(t, memory.New()))
	label := d.T("settings.matrix.rank", "rank", 2)
	d.Window.Canvas().Focus(trial.All[*widgets.Entry](d.Row(label))[0])
	d.Rewrite("Tydlig skada")
	d.Press("Ekonomi")
	if m := d.r.Classifications().Matrix(); m.Text(p, classify.Categories[0], 2) != "Tydlig skada" || m.Replaced("economy", 2) {
		t.Errorf("stored %+v", m)
	}
	if d.ReadOff(label) != p.T("matrix.economy.2") {
		t.Errorf("the field says %q", d.ReadOff(label))
	}
	if d.Window.Canvas().Focused() == nil {
		t.Error("the keyboard is nowhere")
	}
}

func TestARefusedCellSaysWhy(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	d.FillIn(d.T("settings.matrix.name"), strings.Repeat("långt ", 200))
	if d.r.Classifications().Matrix().Own() || !d.Shows(d.T("matrix.problem.long", "count", 240)) {
		t.Errorf("it says %q", d.Says())
	}
}

func TestAScaleHasFewerLevelsThanFour(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	d.Press(d.T("settings.scales.add"))
	d.Write("Tre nivåer")
	d.Press("3")
	d.Choose(d.T("settings.scale.none"))
	d.Press(d.T("settings.scale.save"))
	if !d.Shows(d.T("scale.problem.levels")) {
		t.Fatalf("a scale without the strongest level is not refused: %q", d.Says())
	}
	d.Press(d.T("settings.scale.none"))
	d.Choose("3")
	d.Press("2")
	d.Choose(d.T("settings.scale.none"))
	d.Press(d.T("settings.scale.save"))
	scales := d.r.Classifications().Scales()
	if last := scales[len(scales)-1]; d.Asking() || last.Name != "Tre nivåer" || len(last.Levels) != 3 || last.Levels[2].Level != classify.Level3 {
		t.Errorf("made %+v; it says %q", last, d.Says())
	}
}

func TestOwnScaleIsMade(t *testing.T) {
	d := newDesk(t, trial.Sample(t, memory.New()))
	d.Press("Lägg till egen skala …")
	d.Press("Lägg till skalan")
	if !d.Shows("Skalan behöver ett namn. Inget har sparats.") {
		t.Error("a name is asked for")
	}
	d.Fill("", "Vår skala")
	d.Fill("1", "A")
	d.Press("Lägg till skalan")
	s, ok := d.r.Classifications().Scale("vår-skala")
	if !ok {
		s, ok = d.r.Classifications().Scale("var-skala")
	}
	if !ok || s.Code(classify.Level0) != "A" || s.Code(classify.Level3) != "4" || !d.Shows("Vår skala") {
		t.Errorf("%+v, %v", d.r.Classifications().Scales(), ok)
	}
}

func TestPicturesAreWhole(t *testing.T) {
	own := trial.Sample(t, memory.New())
	ctx := t.Context()
	if err := own.Classifications().ChangeMatrix(ctx, own.Classifications().Matrix().With("individual", 2, "Tydlig skada för en person, till exempel att bostaden måste bytas eller att en behandling avbryts")); err != nil {
		t.Fatal(err)
	}
	if err := own.Classifications().AddScale(ctx, classify.OwnScale("Kommunens egen", classify.ScaleLevel{Code: "L", Swedish: "Låg", Level: classify.Level0}, classify.ScaleLevel{Code: "H", Swedish: "Hög", Level: classify.Level3})); err != nil {
		t.Fatal(err)
	}
	for _, rec := range own.Records() {
		if rec.Classified() {
			if _, err := own.Classifications().Share(ctx, rec.Asset.ID, "Personalhandlingar i allmänhet"); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	screen := func(name string, then func(*trial.Desk, *settings.Page)) shots.Screen {
		build := func(s stage.Stage) *settings.Page {
			return settings.New(s, settings.Options{Lang: s.Text.Lang(), Variant: theme.Light, Scale: 1})
		}
		return trial.Screen(t, "settings-"+name, own, build, then)
	}
	all := screen("all", nil)
	all.Window = fyne.NewSize(shots.Width, tall)
	add := screen("scale", func(d *trial.Desk, _ *settings.Page) { d.Press(d.T("settings.scales.add")) })
	shots.Prove(t, []shots.Screen{all, add})
}
