package register

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// KindAssessment is an answer to a protection requirement; its id names the asset and the requirement.
// KindException is a decision not to meet a requirement; it has the id of the assessment.
const (
	KindAssessment ledger.Kind = "assessment"
	KindException  ledger.Kind = "exception"
)

var (
	assessmentKind *kindOf[requirement.Assessment]
	exceptionKind  *kindOf[requirement.Exception]
)

func init() {
	assessmentKind = declare(kindOf[requirement.Assessment]{
		name: KindAssessment,
		id:   requirement.Assessment.ID, owner: func(a requirement.Assessment) string { return a.Asset },
		valid:  func(a requirement.Assessment) error { return a.Validate() },
		home:   answers[requirement.Assessment]{func(rec *Record) *map[string]requirement.Assessment { return &rec.Standing.Assessments }},
		assets: func(a requirement.Assessment) []string { return []string{a.Asset} }, describe: assessmentLines,
	})
	exceptionKind = declare(kindOf[requirement.Exception]{
		name: KindException,
		id:   requirement.Exception.ID, owner: func(x requirement.Exception) string { return x.Asset },
		valid:  func(x requirement.Exception) error { return x.Validate() },
		home:   answers[requirement.Exception]{func(rec *Record) *map[string]requirement.Exception { return &rec.Standing.Exceptions }},
		assets: func(x requirement.Exception) []string { return []string{x.Asset} }, describe: exceptionLines,
	})
}

// PutAssessment stores an asset's answer to a requirement.
func PutAssessment(a requirement.Assessment, base ledger.Revision) Edit {
	return assessmentKind.put(a, base)
}

// PutException stores an exception from a requirement.
func PutException(x requirement.Exception, base ledger.Revision) Edit {
	return exceptionKind.put(x, base)
}

// answers is the home of what is said of an asset's requirements: on its record, by requirement.
type answers[T any] struct {
	of func(*Record) *map[string]T
}

func (h answers[T]) put(r *Register, t *touched, ch change, v T) {
	assetID, id, _ := strings.Cut(ch.ID, "/")
	if rec := t.record(r, assetID); rec != nil {
		put(h.of(rec), id, v)
	}
}

func (h answers[T]) drop(r *Register, t *touched, entity string) {
	assetID, id, _ := strings.Cut(entity, "/")
	rec := t.record(r, assetID)
	if rec == nil {
		return
	}
	m := h.of(rec)
	if delete(*m, id); len(*m) == 0 {
		*m = nil
	}
}

func (h answers[T]) get(r *Register, entity string) (v T, ok bool) {
	assetID, id, _ := strings.Cut(entity, "/")
	rec, ok := r.records[assetID]
	if !ok {
		return v, false
	}
	v, ok = (*h.of(rec))[id]
	return v, ok
}

func (h answers[T]) all(r *Register) iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		for rec := range r.order.all() {
			for id, v := range *h.of(rec) {
				if !yield(requirement.EntityID(rec.Asset.ID, id), v) {
					return
				}
			}
		}
	}
}

func (h answers[T]) ofAsset(r *Register, assetID string) []string {
	rec, ok := r.records[assetID]
	if !ok {
		return nil
	}
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(*h.of(rec))) {
		ids = append(ids, requirement.EntityID(assetID, id))
	}
	return ids
}

func assessmentLines(_ *Register, p *text.Printer, a requirement.Assessment) lines {
	of := func(key, value string) line { return sayOf(key, "requirement", a.Requirement, value) }
	return lines{
		of("requirement.field.answer", a.Answer.Label().In(p)),
		of("requirement.field.comment", a.Comment),
		of("requirement.field.evidence", a.Evidence),
		of("requirement.field.by", a.By),
		of("requirement.field.on", a.On),
		of("requirement.field.shared", yes(p, a.Shared)),
	}
}

func exceptionLines(_ *Register, _ *text.Printer, x requirement.Exception) lines {
	of := func(key, value string) line { return sayOf(key, "requirement", x.Requirement, value) }
	return lines{
		of("requirement.field.reason", x.Reason),
		of("requirement.field.measure", x.Measure),
		of("requirement.field.decidedBy", x.DecidedBy),
		of("requirement.field.decidedOn", x.DecidedOn),
		of("requirement.field.ends", x.Ends),
	}
}
