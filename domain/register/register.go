// Package register is the whole register of information assets in memory and
// the one mechanism that writes it. History, undo, audit trail and import
// receipts all come from the ledger's log.
package register

import (
	"cmp"
	"context"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"

	"infoklass/domain/ledger"
	"infoklass/domain/requirement"
	"infoklass/domain/text"
)

// MemoryGoal is the soft limit, in bytes, that a program which holds a register
// gives the Go runtime. With it, importing 100,000 rows takes 0.6 GB instead of
// 0.75, and the largest import twice the time; smaller imports never reach it.
const MemoryGoal = 480 << 20

// Options are what a register needs from the world outside.
type Options struct {
	// Who makes the changes, as the log shows it.
	Who string
	// Now is the clock; the domain has none of its own.
	Now func() time.Time
	// Entropy makes ids unique, crypto/rand.Reader in production.
	Entropy io.Reader
	// Shipped is the program's own catalogue of requirements; nil for the one that it is built with.
	Shipped *requirement.Catalogue
}

// Register is a register of information assets, whole in memory. It is safe
// for concurrent use: readers get records that never change, writers wait for
// one another.
type Register struct {
	store ledger.Store
	opt   Options

	idMu   sync.Mutex // guards the two below
	ids    *ulid.MonotonicEntropy
	lastID uint64 // the newest time in an id made here, in milliseconds since 1970

	writing sync.Mutex // held while a commit is checked, stored and applied
	trail   trail

	mu       sync.RWMutex // guards everything below, and what the parts hold
	rev      ledger.Revision
	records  map[string]*Record
	order    roll
	flat     []*Record                      // order in one piece, nil until it is asked for
	shelves  map[ledger.Kind]any            // values of kinds that no part keeps, by kind and id
	revs     map[ledger.Ref]ledger.Revision // of entities other than records
	watchers []func(ledger.Revision)

	organisation    *Organisation
	classifications *Classifications
	holdings        *Holdings
	requirements    *Requirements
	plan            *Plan
	governance      *Governance
}

// Open loads the whole register from store and keeps store until Close.
func Open(ctx context.Context, store ledger.Store, opt Options) (*Register, error) {
	r := &Register{
		store: store, opt: opt, ids: ulid.Monotonic(opt.Entropy, 0),
		records: map[string]*Record{}, shelves: map[ledger.Kind]any{}, revs: map[ledger.Ref]ledger.Revision{},
	}
	r.trail.who = opt.Who
	r.addParts()
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	return r, nil
}

// Close closes the store. The register can still be read, not written.
func (r *Register) Close() error { return r.store.Close() }

// Store returns the store behind the register, for checks and backups.
func (r *Register) Store() ledger.Store { return r.store }

// Now is the time by the register's clock.
func (r *Register) Now() time.Time { return r.opt.Now() }

// Today is the register's day, at midnight UTC, as ISO dates are compared.
func (r *Register) Today() time.Time {
	y, m, d := r.opt.Now().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Who makes the changes here, as the log shows it.
func (r *Register) Who() string { return r.opt.Who }

// NewID makes an id that sorts after every earlier one made here.
func (r *Register) NewID() string {
	r.idMu.Lock()
	defer r.idMu.Unlock()
	r.lastID = max(r.lastID, ulid.Timestamp(r.opt.Now()))
	return ulid.MustNew(r.lastID, r.ids).String()
}

// Watch calls f after every commit, on the goroutine that committed. f may read the register and commit.
func (r *Register) Watch(f func(ledger.Revision)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.watchers = append(r.watchers, f)
}

// Revision is the newest commit.
func (r *Register) Revision() ledger.Revision {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.rev
}

// Settings returns what the municipality has decided.
func (r *Register) Settings() Settings {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.settingsNow()
}

// Records returns every asset by id. The slice is not to be changed.
func (r *Register) Records() []*Record {
	r.mu.RLock()
	flat := r.flat
	r.mu.RUnlock()
	if flat != nil {
		return flat
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.flat == nil {
		r.flat = slices.AppendSeq(make([]*Record, 0, r.order.len()), r.order.all())
	}
	return r.flat
}

// Len returns the number of assets.
func (r *Register) Len() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return len(r.records)
}

// roll returns the assets as they are now.
func (r *Register) roll() roll {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.order
}

// Record returns one asset.
func (r *Register) Record(id string) (*Record, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	rec, ok := r.records[id]
	return rec, ok
}

// CustomHeaders returns, in Swedish order, the headers of the municipality's own
// columns in which any asset has a value.
func (r *Register) CustomHeaders() []string {
	seen := map[string]bool{}
	for _, rec := range r.Records() {
		for header := range rec.Asset.Custom {
			seen[header] = true
		}
	}
	headers := slices.Collect(maps.Keys(seen))
	text.SortStrings(headers)
	return headers
}

// revisionOf returns the revision of an entity, 0 where it does not exist. The caller holds mu.
func (r *Register) revisionOf(ref ledger.Ref) ledger.Revision {
	if ref.Kind == KindAsset {
		if rec, ok := r.records[ref.ID]; ok {
			return rec.Revision
		}
		return 0
	}
	return r.revs[ref]
}

func byID(a, b *Record) int { return cmp.Compare(a.Asset.ID, b.Asset.ID) }
