package register

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"infoklass/domain/action"
	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// batch is how many documents are decoded together: enough that handing over
// costs nothing beside the decoding.
const batch = 1000

// load reads every entity, decoding on all processors while the store reads on.
func (r *Register) load(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	var mu sync.Mutex // guards decoded
	var decoded []loaded
	decode := func(entities []ledger.Entity) func() error {
		return func() error {
			l, err := decodeAll(entities)
			mu.Lock()
			defer mu.Unlock()
			decoded = append(decoded, l)
			return err
		}
	}
	var pending []ledger.Entity
	rev, err := r.store.Load(ctx, func(e ledger.Entity) error {
		pending = append(pending, e)
		if len(pending) == batch {
			g.Go(decode(pending))
			pending = nil
		}
		return ctx.Err()
	})
	g.Go(decode(pending))
	if waitErr := g.Wait(); waitErr != nil {
		return waitErr
	}
	if err != nil {
		return fmt.Errorf("register: load: %w", err)
	}
	r.rev = rev
	r.assemble(decoded)
	return nil
}

// loaded is what one batch of documents holds.
type loaded struct {
	records  []*Record
	classes  []classify.Classification
	drafts   []classify.Classification
	units    []asset.Unit
	settings *Settings
	mappings map[string]Mapping
	agreed   map[ledger.Ref]any // conventions, governing documents and checks
	revs     map[ledger.Ref]ledger.Revision
	reader   *reader

	assessments []requirement.Assessment
	exceptions  []requirement.Exception
	actions     []action.Action
	changes     []requirement.Change
	uses        []requirement.Use
	links       []holding.Link
	adjustments []holding.Adjustment
}

func decodeAll(entities []ledger.Entity) (loaded, error) {
	l := loaded{revs: make(map[ledger.Ref]ledger.Revision, len(entities)), mappings: map[string]Mapping{}, agreed: map[ledger.Ref]any{}, reader: newReader()}
	for _, e := range entities {
		if err := l.decode(e); err != nil {
			return l, text.Fail(fmt.Errorf("register: %s %s: %w: %w", e.Kind, e.ID, ledger.ErrDamaged, err), "register.damaged")
		}
	}
	return l, nil
}

func (l *loaded) decode(e ledger.Entity) error {
	if e.Kind != KindAsset {
		l.revs[e.Ref] = e.Revision
	}
	switch e.Kind {
	case KindAsset:
		a, err := l.reader.asset(e.Data)
		if err != nil {
			return err
		}
		l.records = append(l.records, newRecord(a, e.Revision))
	case KindClassification, KindDraft:
		c, err := l.reader.classification(e.Data)
		if err != nil {
			return err
		}
		if e.Kind == KindDraft {
			l.drafts = append(l.drafts, c)
			return nil
		}
		l.classes = append(l.classes, c)
	case KindUnit:
		var u asset.Unit
		if err := json.Unmarshal(e.Data, &u); err != nil {
			return err
		}
		l.units = append(l.units, u)
	case KindSettings:
		l.settings = &Settings{}
		return json.Unmarshal(e.Data, l.settings)
	case KindMapping:
		var m Mapping
		if err := json.Unmarshal(e.Data, &m); err != nil {
			return err
		}
		l.mappings[e.ID] = m
	case KindAssessment:
		var a requirement.Assessment
		if err := json.Unmarshal(e.Data, &a); err != nil {
			return err
		}
		l.assessments = append(l.assessments, a)
	case KindException:
		var x requirement.Exception
		if err := json.Unmarshal(e.Data, &x); err != nil {
			return err
		}
		l.exceptions = append(l.exceptions, x)
	case KindAction:
		var a action.Action
		if err := json.Unmarshal(e.Data, &a); err != nil {
			return err
		}
		l.actions = append(l.actions, a)
	case KindMatrix, KindScale, KindCommon, KindDocument, KindCheck:
		v, err := decodeValue(e.Kind, e.Data)
		l.agreed[e.Ref] = v
		return err
	case KindRequirement:
		var c requirement.Change
		if err := json.Unmarshal(e.Data, &c); err != nil {
			return err
		}
		l.changes = append(l.changes, c)
	case KindPlatform:
		var u requirement.Use
		if err := json.Unmarshal(e.Data, &u); err != nil {
			return err
		}
		l.uses = append(l.uses, u)
	case KindLink:
		link, err := l.reader.link(e.Data)
		if err != nil {
			return err
		}
		l.links = append(l.links, link)
	case KindAdjustment:
		var a holding.Adjustment
		if err := json.Unmarshal(e.Data, &a); err != nil {
			return err
		}
		l.adjustments = append(l.adjustments, a)
	default:
		return fmt.Errorf("unknown kind of entity")
	}
	return nil
}

func (r *Register) assemble(parts []loaded) {
	var classes, drafts []classify.Classification
	var records []*Record
	for _, l := range parts {
		records = append(records, l.records...)
		classes = append(classes, l.classes...)
		drafts = append(drafts, l.drafts...)
		for _, u := range l.units {
			r.organisation.units[u.ID] = u
		}
		if l.settings != nil {
			r.settings = *l.settings
		}
		for _, a := range l.actions {
			r.plan.plan.put(a)
		}
		for id, m := range l.mappings {
			r.mappings[id] = m
		}
		for ref, v := range l.agreed {
			if ref.Kind == KindDocument || ref.Kind == KindCheck {
				r.governance.governed.load(ref, v)
				continue
			}
			r.classifications.agreed.apply(ref, v)
		}
		for ref, rev := range l.revs {
			r.revs[ref] = rev
		}
	}
	slices.SortFunc(records, byID)
	for _, rec := range records {
		r.records[rec.Asset.ID] = rec
	}
	slices.SortFunc(classes, byVersion)
	if n := len(classes); n > 0 {
		r.noteID(classes[n-1].ID)
	}
	for _, c := range classes {
		r.classifications.versions[c.Asset] = append(r.classifications.versions[c.Asset], c)
		r.classifications.byClass[c.ID] = c.Asset
	}
	for id, vs := range r.classifications.versions {
		if rec, ok := r.records[id]; ok {
			rec.Class = &vs[len(vs)-1]
			rec.Renewed, rec.scale = r.classifications.renewed(rec), r.classifications.ownScale(rec)
		}
	}
	for i, d := range drafts {
		if rec, ok := r.records[d.Asset]; ok {
			rec.Draft, rec.DraftRevision = &drafts[i], r.revs[KindDraft.Ref(d.Asset)]
		}
	}
	r.requirements.assembleStandings(parts)
	r.holdings.assembleHoldings(parts)
	r.requirements.assemblePlatforms(parts)
	r.organisation.reindexUnits()
	foldAll(records)
	r.order = newRoll(records)
}

// assembleStandings gives the records their answers; no one else has the records yet.
func (rq *Requirements) assembleStandings(parts []loaded) {
	for _, l := range parts {
		for _, a := range l.assessments {
			if rec, ok := rq.reg.records[a.Asset]; ok {
				put(&rec.Standing.Assessments, a.Requirement, a)
			}
		}
		for _, x := range l.exceptions {
			if rec, ok := rq.reg.records[x.Asset]; ok {
				put(&rec.Standing.Exceptions, x.Requirement, x)
			}
		}
	}
}

// assembleHoldings gives the systems what they hold, once every record has its
// classification; no one else has the records yet.
func (hs *Holdings) assembleHoldings(parts []loaded) {
	for _, l := range parts {
		for _, link := range l.links {
			hs.holdings.link(link)
		}
		for _, a := range l.adjustments {
			hs.holdings.adjust(a.System, a.Of(), &a)
		}
	}
	derive := func(id string) {
		if rec, ok := hs.reg.records[id]; ok {
			hs.hold(rec)
		}
	}
	for id := range hs.holdings.links {
		derive(id)
	}
	for id := range hs.holdings.adjusted {
		if _, linked := hs.holdings.links[id]; !linked {
			derive(id)
		}
	}
}

// foldAll prepares the search on all processors; no one else has the records yet.
func foldAll(records []*Record) {
	var g errgroup.Group
	for part := range slices.Chunk(records, len(records)/runtime.GOMAXPROCS(0)+1) {
		g.Go(func() error {
			for _, rec := range part {
				rec.fold()
			}
			return nil
		})
	}
	g.Wait() //nolint:errcheck // folding cannot fail
}
