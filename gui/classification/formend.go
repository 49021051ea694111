package classification

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"infoklass/domain/classify"
	"infoklass/domain/register"
	"infoklass/domain/text"
	"infoklass/gui/listing"
	"infoklass/gui/present"
	"infoklass/gui/stage"
	"infoklass/gui/widgets"
	"infoklass/gui/widgets/mark"
)

// end shows what came of the form instead of a step.
func (f *Form) end(content fyne.CanvasObject) {
	if f.projecting {
		f.projecting = false
		f.opt.OnProject(nil)
	}
	f.over = true
	f.page.Show(nil)
	f.steps.Hide()
	for _, b := range []*widgets.Button{f.large, f.close, f.back, f.next} {
		b.Offer(false)
	}
	f.body.Objects = []fyne.CanvasObject{besideBar(widgets.Column(widgets.Apart, content))}
	f.scroll.ScrollToTop()
	f.page.Object().Refresh()
}

// begin takes back what end hid.
func (f *Form) begin() {
	f.steps.Show()
	f.close.Offer(true)
	f.next.Offer(true)
}

func (f *Form) leaveButton(label string) *widgets.Button {
	return widgets.NewButton(label, f.leaveForm)
}

// headline is what came of the form, with its mark.
func headline(m mark.Sign, tone widgets.Tone, words string) fyne.CanvasObject {
	mark := widgets.Row(widgets.Near, widgets.NewIcon(m, tone), widgets.Column(0))
	return container.NewBorder(nil, nil, mark, nil, widgets.NewWrapped(words, widgets.Section, widgets.Plain))
}

// stop ends the form because Sweden's security may be affected. The answer is
// stored nowhere, and a draft begun for this goes away.
func (f *Form) stop() {
	p := f.stage.Text
	if f.begun {
		f.discardStored(nil)
	}
	out := widgets.NewPrimary(p.T("classification.stop.leave"), f.leaveForm)
	f.end(widgets.NewCard("", widgets.Column(widgets.Apart,
		headline(mark.Alert, widgets.Bad, p.T("classification.stop.title")),
		widgets.NewWrapped(p.T("securityprotection.stop"), widgets.Body, widgets.Plain),
		widgets.Row(widgets.Near, out))))
	f.page.SetSubtitle("")
	f.stage.Window.Canvas().Focus(out)
}

// discardStored throws the stored draft away, if there is one.
func (f *Form) discardStored(done func()) {
	r, id := f.stage.Register, f.opt.Asset
	stage.Save(f.stage, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, r.Classifications().DiscardDraft(ctx, id)
	}, func(struct{}) {
		if done != nil {
			done()
		}
	})
}

// askDiscard throws the draft away when the user is sure.
func (f *Form) askDiscard() {
	p := f.stage.Text
	widgets.Confirm(f.stage.Window.Canvas(), widgets.Question{
		Title: p.T("classification.discard"), Words: p.T("classification.discard.ask", "name", f.name()),
		Yes: p.T("classification.discard.yes"), No: p.T("classification.discard.no"), Danger: true,
	}, f.discard)
}

func (f *Form) discard(yes bool) {
	if !yes {
		return
	}
	f.over = true
	stored := f.stored()
	f.discardStored(func() {
		if stored {
			f.stage.Tell(stage.Receipt{Message: f.message("classification.discarded"), Undo: true})
		}
	})
	f.leaveForm()
}

// stored reports whether the register holds a draft.
func (f *Form) stored() bool {
	rec, found := f.stage.Register.Record(f.opt.Asset)
	return found && rec.Draft != nil
}

// decide makes a version of the classification.
func (f *Form) decide() {
	c := f.form.Snapshot()
	r := f.stage.Register
	f.next.Disable()
	f.saving++
	stage.SaveOr(f.stage, func(ctx context.Context) (classify.Classification, error) {
		return r.Classifications().Decide(ctx, c)
	}, func(made classify.Classification, err error) {
		f.next.Enable()
		f.saving--
		if err != nil {
			f.stage.Fail(err)
			return
		}
		f.showDecided(made)
		f.stage.Tell(stage.Receipt{Message: f.message("classification.decided.receipt"), Undo: true})
	})
}

// showDecided is the receipt: what holds now, and what can be done with it.
func (f *Form) showDecided(c classify.Classification) {
	p := f.stage.Text
	f.decided = &c
	printing := widgets.NewPrimary(p.T("classification.print"), f.print)
	words := p.T("classification.decided.words", "by", c.DecidedBy, "day", c.DecidedOn, "review", c.NextReview)
	buttons := widgets.Flow(widgets.Near, printing, widgets.NewButton(p.T("classification.openAsset"), f.openAsset),
		widgets.NewButton(p.T("common.share"), func() { AskShare(f.stage, f.opt.Asset, nil) }), f.leaveButton(p.T("classification.finish")))
	card := widgets.NewCard("", widgets.Column(widgets.Apart,
		headline(mark.Tick, widgets.Good, p.T("classification.decided.title")),
		widgets.Row(0, widgets.NewProfileBadges(listing.Levels(f.form.Scale, c.Profile)...)),
		widgets.NewWrapped(words, widgets.Body, widgets.Plain),
		widgets.NewWrapped(p.T("classification.decided.kept"), widgets.Small, widgets.Muted),
		buttons))
	parts := []fyne.CanvasObject{card}
	parts = append(parts, widgets.NewCard(p.T("classification.decided.brings"),
		consequenceList(p, bringsOf(p, f.stage.Register.Requirements().Catalogue(), f.form, f.record))))
	f.end(widgets.Column(widgets.Apart, parts...))
	f.tellDecided()
	f.stage.Window.Canvas().Focus(printing)
}

func (f *Form) tellDecided() {
	f.page.SetSubtitle(present.KindLabel(f.stage.Text, f.record.Asset.Kind))
}

func (f *Form) print() {
	if f.opt.OnPrint != nil {
		f.opt.OnPrint(f.opt.Asset, f.decided.ID)
	}
}

func (f *Form) openAsset() {
	if f.opt.OnOpen != nil {
		f.opt.OnOpen(f.opt.Asset)
	}
}

// showGone shows that the asset is no longer there.
func (f *Form) showGone() {
	p := f.stage.Text
	f.form, f.decided = nil, nil
	f.page.SetTitle(p.T("classification.gone"))
	f.page.SetSubtitle("")
	words := widgets.NewWrapped(text.Explain(p, text.Fail(register.ErrNothing, "register.problem.gone")), widgets.Body, widgets.Plain)
	f.end(widgets.NewCard("", widgets.Column(widgets.Apart, words, widgets.Row(0, f.leaveButton(p.T("classification.finish"))))))
}
