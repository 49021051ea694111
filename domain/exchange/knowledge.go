// Package exchange is where the register meets the lists of a municipality:
// what an import may know of the register, and how a proposal becomes one commit.
package exchange

import (
	"context"
	"maps"
	"slices"
	"time"

	"infoklass/domain/asset"
	"infoklass/domain/classify"
	"infoklass/domain/holding"
	"infoklass/domain/intake"
	"infoklass/domain/ledger"
	"infoklass/domain/register"
)

// Knowledge tells an import what the register holds.
func Knowledge(ctx context.Context, r *register.Register) (intake.Knowledge, error) {
	times, err := r.CommitTimes(ctx)
	if err != nil {
		return intake.Knowledge{}, err
	}
	records := r.Records()
	k := intake.Knowledge{Assets: make([]intake.Known, 0, len(records))}
	for _, rec := range records {
		k.Assets = append(k.Assets, known(r, rec, times))
	}
	for _, u := range r.Organisation().Units() {
		if u.Retired == "" || u.Successor == "" { // otherwise it stands for its successor
			k.Units = append(k.Units, r.Organisation().UnitPath(u.ID))
		}
	}
	for _, f := range r.Organisation().FormerPaths() {
		k.FormerUnits = append(k.FormerUnits, intake.FormerUnit{Was: f.Was, Now: f.Now})
	}
	k.Unit = func(path []string) ([]string, bool) {
		u, ok := r.Organisation().ResolveUnit(path)
		return r.Organisation().UnitPath(u.ID), ok
	}
	k.Scales = slices.DeleteFunc(r.Classifications().Scales(), classify.Scale.Shipped)
	for fingerprint, m := range r.Mappings() {
		k.Mappings = append(k.Mappings, intake.Mapping{Fingerprint: fingerprint, Columns: m.Columns, Answers: m.Answers})
	}
	// The knowledge outlives the job that gathered it: a list is understood again
	// after every answer. With that job's context the log would say nothing, and a
	// conflict would pass unnoticed.
	lasting := context.WithoutCancel(ctx)
	k.ChangedSince = func(id string, since time.Time) []string { return changedSince(lasting, r, id, since) }
	return k, nil
}

func known(r *register.Register, rec *register.Record, times map[ledger.Revision]time.Time) intake.Known {
	a := rec.Asset
	fields := make(map[string]string, len(a.Fields)+4)
	for f, v := range a.Fields {
		fields[string(f)] = v
	}
	for _, f := range asset.ClassFields {
		if v := rec.Value(f); v != "" {
			fields[string(f)] = v
		}
	}
	fields[string(linkField(a.Kind))] = heldWords(r, rec)
	if fields[string(linkField(a.Kind))] == "" {
		delete(fields, string(linkField(a.Kind)))
	}
	// A list's words for kind and status are compared with those that an export would write.
	fields[string(asset.ListKind)] = kindWord(a)
	if w := statusWord(a); w != "" {
		fields[string(asset.ListStatus)] = w
	}
	return intake.Known{
		ID: a.ID, ListID: a.Fields[asset.ListID], Name: a.Name, Kind: string(a.Kind), Unit: r.Organisation().UnitPath(a.Unit),
		Levels: rec.Profile(), Fields: fields, Custom: maps.Clone(a.Custom), Changed: changedAt(r, rec, times), Listed: listed(r, rec), Decided: rec.Classified(),
	}
}

// listed is what the newest list said of an asset's class where it has been
// decided here since, or where a system's information demands more, so that the same list coming in again does not take the
// decision's place.
func listed(r *register.Register, rec *register.Record) *intake.Listed {
	if !rec.Classified() && rec.Holding == nil {
		return nil
	}
	for _, c := range r.Classifications().Versions(rec.Asset.ID) {
		if c.State != classify.Imported {
			continue
		}
		was := register.Record{Class: &c}
		fields := map[string]string{}
		for _, f := range asset.ClassFields {
			if v := was.Value(f); v != "" {
				fields[string(f)] = v
			}
		}
		return &intake.Listed{Levels: c.Profile, Fields: fields}
	}
	return nil
}

// changedAt is when an asset or its classification in force was changed last.
func changedAt(r *register.Register, rec *register.Record, times map[ledger.Revision]time.Time) time.Time {
	changed := rec.Revision
	if rec.Class != nil {
		changed = max(changed, r.RevisionOf(register.KindClassification.Ref(rec.Class.ID)))
	}
	for _, held := range rec.Holding.Held() {
		l := holding.Link{System: rec.Asset.ID, Set: held.Set}
		changed = max(changed, r.RevisionOf(register.KindLink.Ref(l.ID())))
	}
	return times[changed]
}

// changedSince lists the columns of an asset whose values have changed after a
// moment, by canonical name. Where the log cannot be read, every column may
// have: asking too much is better than writing over a newer value.
func changedSince(ctx context.Context, r *register.Register, id string, since time.Time) []string {
	set := map[string]bool{}
	err := r.History(ctx, id, func(e ledger.Entry) error {
		if !e.When.After(since) {
			return ledger.ErrStop
		}
		for _, ch := range e.Changes {
			for _, c := range columnsChanged(ch) {
				set[c] = true
			}
		}
		return nil
	})
	if err != nil {
		return allColumns()
	}
	return slices.Collect(maps.Keys(set))
}

// allColumns are the canonical columns that a change can concern.
func allColumns() []string {
	all := slices.Concat([]string{"name", "org_path"}, levelColumns[:])
	for _, d := range asset.Definitions {
		all = append(all, string(d.Field))
	}
	return all
}

// columnsChanged names the columns in which the two documents of a change differ.
func columnsChanged(ch ledger.Change) []string {
	old, now := columns(ch.Kind, ch.Old), columns(ch.Kind, ch.New)
	var out []string
	for c, v := range now {
		if old[c] != v {
			out = append(out, c)
		}
	}
	for c := range old {
		if _, ok := now[c]; !ok {
			out = append(out, c)
		}
	}
	return out
}

// columns writes a document as a row of a list, by canonical column.
func columns(kind ledger.Kind, data []byte) map[string]string {
	m := map[string]string{}
	switch kind {
	case register.KindLink:
		m[string(setsField)] = string(data)
	case register.KindAsset:
		a, err := register.Decode[asset.Asset](data)
		if err != nil {
			return m
		}
		m["name"], m["org_path"] = a.Name, a.Unit
		for f, v := range a.Fields {
			m[string(f)] = v
		}
		for header, v := range a.Custom {
			m["custom:"+header] = v
		}
	case register.KindClassification:
		c, err := register.Decode[classify.Classification](data)
		if err != nil {
			return m
		}
		for i, a := range classify.Aspects {
			m[levelColumns[i]] = c.Profile.Of(a).String()
			m[string(asset.Reasons[i])] = string(c.Reasons[a])
		}
		m[string(asset.ClassDate)], m[string(asset.ApprovedBy)], m[string(asset.ReviewDate)] = c.DecidedOn, c.DecidedBy, c.NextReview
	}
	return m
}

var levelColumns = [4]string{"class_k", "class_r", "class_t", "class_s"}
