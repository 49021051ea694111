package example

import (
	"context"
	"slices"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/register"
	"infoklass/domain/text"
)

// set is an information set of the example with its levels K R T S.
type set struct {
	name, levels, about string
}

var sets = []set{
	{"Patientjournaler", "3333", "Journaler för hälso- och sjukvård i hemmet och på boenden."},
	{"Läkemedelslistor", "3332", "Ordinationer och signering av läkemedel."},
	{"Bemanning i vården", "1121", "Vem som arbetar när och var."},
	{"Elevhälsojournaler", "3333", "Skolläkarens, skolsköterskans och skolpsykologens journaler."},
	{"Elevuppgifter", "2222", "Elever, vårdnadshavare och placering."},
	{"Skyddade elevuppgifter", "3222", "Elever med skyddade personuppgifter."},
	{"Leverantörsfakturor", "1312", "Fakturor, attester och utbetalningar."},
	{"Bokföring", "1322", "Verifikationer, huvudbok och bokslut."},
	{"Löneuppgifter", "2322", "Löner, skatter och utbetalningar till anställda."},
	{"Rehabilitering", "3211", "Rehabiliteringsärenden för anställda."},
}

// held is what a system of the example holds.
type held struct {
	system string
	sets   []string
	// decide is true where the system is decided after it got its sets, so that
	// nothing asks for a new look.
	decide bool
	raise  *holding.Adjustment
	// lower is the reason for a deviation in confidentiality, to level 2; empty for none.
	lower classify.Justification
}

var holdings = []held{
	{system: "Journalsystem HSL", sets: []string{"Patientjournaler", "Läkemedelslistor", "Bemanning i vården"}, decide: true},
	{system: "Elevhälsojournal", sets: []string{"Elevhälsojournaler", "Elevuppgifter"}}, // classified before its sets were known
	{system: "Elevregister", sets: []string{"Elevuppgifter", "Skyddade elevuppgifter"}},
	{system: "Lärplattform", sets: []string{"Elevuppgifter", "Skyddade elevuppgifter"}, decide: true,
		lower: "Elever med skyddade personuppgifter läggs in med täcknamn, och inget i lärplattformen leder tillbaka till dem."},
	{system: "Ekonomisystem", sets: []string{"Leverantörsfakturor", "Bokföring"}, decide: true,
		raise: &holding.Adjustment{Aspect: classify.Availability.Key(), Way: holding.Integration, Level: classify.Level3, Reason: "Lön, bidrag och fakturor betalas ut härifrån, och fem andra system stannar om det inte svarar."}},
	{system: "Personalsystem", sets: []string{"Löneuppgifter", "Rehabilitering"}},
	{system: "Lönesystem", sets: []string{"Löneuppgifter", "Rehabilitering"}},
}

// Information adds the information sets that some systems hold. One system is
// raised, one deviates, and some ask for a new look.
func Information(ctx context.Context, r *register.Register) error {
	b := &holder{r: r, ids: map[string]string{}}
	for _, rec := range r.Records() {
		if rec.Asset.Kind == asset.System {
			b.ids[rec.Asset.Name] = rec.Asset.ID
		}
	}
	b.links()
	if len(b.edits) == 0 {
		return nil
	}
	if _, err := r.Commit(ctx, text.Msg("why.example.information"), b.edits...); err != nil {
		return err
	}
	for _, h := range holdings {
		if err := b.settle(ctx, h); err != nil {
			return err
		}
	}
	return nil
}

type holder struct {
	r     *register.Register
	ids   map[string]string // by name
	edits []register.Edit
}

func (b *holder) links() {
	since := text.Date(b.r.Today().AddDate(0, 0, -2))
	for _, h := range holdings {
		system, ok := b.r.Record(b.ids[h.system])
		if !ok {
			continue
		}
		for _, name := range h.sets {
			id := b.set(name, system.Asset)
			b.edits = append(b.edits, register.PutLink(holding.Link{System: system.Asset.ID, Set: id, Since: since}, 0))
		}
	}
}

// set returns the id of an information set. It adds the set, in the unit of the
// first system that holds it, and decides its levels.
func (b *holder) set(name string, in asset.Asset) string {
	if id, ok := b.ids[name]; ok {
		return id
	}
	s := sets[slices.IndexFunc(sets, func(s set) bool { return s.name == name })]
	a := asset.Asset{ID: b.r.NewID(), Name: name, Kind: asset.InformationSet, Unit: in.Unit, Status: asset.InOperation}
	a = a.With(asset.Description, s.about).With(asset.InformationOwner, in.Fields[asset.InformationOwner])
	c := classify.Classification{ID: b.r.NewID(), Asset: a.ID, Scale: classify.Scale03.ID}
	for i, digit := range s.levels {
		c.Profile[i], _ = classify.Scale03.Read(string(digit))
	}
	decide(&c, b.r, len(b.ids)%6)
	b.edits = append(b.edits, register.PutAsset(a, 0), register.PutClassification(c))
	b.ids[name] = a.ID
	return a.ID
}

// settle raises and decides a system that is to be decided.
func (b *holder) settle(ctx context.Context, h held) error {
	id, ok := b.ids[h.system]
	if !ok || !h.decide {
		return nil
	}
	if h.raise != nil {
		raise := *h.raise
		raise.System = id
		if _, err := b.r.Holdings().Adjust(ctx, raise); err != nil {
			return err
		}
	}
	c, err := b.r.Classifications().StartDraft(id)
	if err != nil {
		return err
	}
	reasons := c.Reasons
	decide(&c, b.r, 0)
	c.ID = ""
	for i := range reasons {
		if reasons[i] != "" {
			c.Reasons[i] = reasons[i]
		}
	}
	if h.lower != "" {
		c.Profile[classify.Confidentiality], c.Deviations[classify.Confidentiality] = classify.Level2, h.lower
		c.Reasons[classify.Confidentiality] = h.lower
	}
	_, err = b.r.Classifications().Decide(ctx, c)
	return err
}
