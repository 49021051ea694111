package assets

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"infoklass/domain/asset"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/jobs"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
)

// pause is how long typing must rest before a namesake is looked for.
const pause = 80 * time.Millisecond

// newDialog is the form for a new asset: what is needed to find it again. The
// rest is filled in on its page.
type newDialog struct {
	stage.Stage
	made   func(asset.Asset)
	dialog *widgets.Dialog
	fields []*field
	same   *widgets.Text // warns of the same name in the same unit
	rows   *fyne.Container
}

// newKeys are the values asked for.
var newKeys = []present.AssetKey{
	present.KeyName, present.KeyKind, present.KeyUnit, present.AssetKey(asset.InformationOwner), present.AssetKey(asset.Description),
}

// New opens the form for a new asset, in a unit if one is given. Made is
// called with the asset once it is stored; it may be nil.
func New(s stage.Stage, unit string, made func(asset.Asset)) {
	p := s.Text
	d := &newDialog{Stage: s, made: made}
	blank := asset.Asset{Kind: asset.System, Unit: unit}
	for _, k := range newKeys {
		f := newField(s, newFormField(p, k, blank), d.edited)
		f.onFault = func() { d.rows.Refresh() }
		d.fields = append(d.fields, f)
	}
	rows := arrange(d.fields)
	name := d.fields[0].entry
	name.OnChanged = func(string) { s.Jobs.After("assets.same", pause, d.lookForSame) }
	d.same = widgets.NewWrapped("", widgets.Small, widgets.Warning)
	d.same.Hide()
	d.rows = widgets.Column(10, append(rows, d.same)...)
	d.dialog = widgets.NewDialog(s.Window.Canvas(), p.T("assets.new.title"), 560, d.rows,
		widgets.NewButton(p.T("assets.cancel"), func() { d.dialog.Close() }),
		widgets.NewPrimary(p.T("assets.new.save"), d.save))
	d.dialog.Show(name)
}

// startNew adds an asset in the unit that the list is narrowed to.
func (l *List) startNew() {
	New(l.Stage, l.Query().Unit, func(a asset.Asset) {
		if l.opt.OnOpen != nil {
			l.opt.OnOpen(a.ID)
		}
	})
}

// draft returns the asset as the form describes it now.
func (d *newDialog) draft() (a asset.Asset, path []string) {
	for _, f := range d.fields {
		e := f.edit()
		a = e.Key.Set(a, e.Value)
		if len(e.Path) > 0 {
			path = e.Path
		}
	}
	return a, path
}

func (d *newDialog) edited(AssetEdit) { d.lookForSame() }

// lookForSame warns when the unit has an asset of that name already.
func (d *newDialog) lookForSame() {
	a, path := d.draft()
	jobs.Start(d.Jobs, "assets.same", func(context.Context, *jobs.Progress) (*register.Record, error) {
		if len(path) > 0 {
			return nil, nil
		}
		rec, _ := sameName(d.Register, a.Name, a.Unit, "")
		return rec, nil
	}, d.warn)
}

func (d *newDialog) warn(rec *register.Record, _ error) {
	listing.Visible(d.same, rec != nil)
	if rec != nil {
		where := present.UnitBelow(d.Register, rec.Asset.Unit)
		if where == "" {
			where = d.Text.T("assets.filter.noUnit")
		}
		d.same.SetText(d.Text.T("assets.new.same", "name", rec.Asset.Name, "unit", where))
	}
	d.rows.Refresh()
}

func (d *newDialog) save() {
	a, path := d.draft()
	for _, f := range d.fields {
		problem := valueProblem(d.Text, f.spec.Key, f.edit().Value)
		f.fault(problem)
		if problem != "" {
			d.Window.Canvas().Focus(f.focus())
			return
		}
	}
	stage.SaveOr(d.Stage, func(ctx context.Context) (asset.Asset, error) {
		return addAsset(ctx, d.Register, a, path)
	}, d.saved)
}

// saved closes the form; a refusal is shown, and what was written stays.
func (d *newDialog) saved(a asset.Asset, err error) {
	if err != nil {
		d.fields[0].fault(text.Explain(d.Text, err))
		return
	}
	d.dialog.Close()
	d.Tell(stage.Receipt{Message: text.Msg("assets.added", "name", a.Name), Undo: true})
	if d.made != nil {
		d.made(a)
	}
}
