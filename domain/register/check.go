package register

import (
	"fmt"

	"infoklass/domain/asset"
	"infoklass/domain/ledger"
	"infoklass/domain/text"
)

// checking is what edits are held against: the register as it will be with them.
// The register's mu is held.
type checking struct {
	r       *Register
	edits   []Edit
	after   map[ledger.Ref]any // what becomes of each entity that the edits touch; nil for one that goes
	undoing bool
}

// check returns an error for edits that would make the register invalid. The caller holds writing.
func (r *Register) check(edits []Edit, undoing bool) error {
	r.mu.RLock()
	defer r.mu.RUnlock()
	c := &checking{r: r, edits: edits, after: make(map[ledger.Ref]any, len(edits)), undoing: undoing}
	met := map[ledger.Kind]bool{}
	for _, e := range edits {
		if have := r.revisionOf(e.ref); have != e.base {
			return text.Fail(fmt.Errorf("register: %s %s is at %d, not %d: %w", e.ref.Kind, e.ref.ID, have, e.base, ledger.ErrConflict), "register.conflict")
		}
		c.after[e.ref] = e.value
		met[e.ref.Kind] = true
	}
	for _, e := range edits {
		k, ok := kindNamed(e.ref.Kind)
		if !ok {
			return fmt.Errorf("register: unknown kind %q", e.ref.Kind)
		}
		if err := k.check(c, e); err != nil {
			return err
		}
	}
	for _, k := range table {
		if !met[k.called()] {
			continue
		}
		if err := k.checkAll(c); err != nil {
			return err
		}
	}
	return nil
}

func (k *kindOf[T]) check(c *checking, e Edit) error {
	if e.value == nil {
		if k.leaves == nil {
			return nil
		}
		return k.leaves(c, e.ref.ID)
	}
	v, ok := e.value.(T)
	if !ok {
		return fmt.Errorf("register: %s %s is a %T", e.ref.Kind, e.ref.ID, e.value)
	}
	if k.valid != nil {
		if err := k.valid(v); err != nil {
			return err
		}
	}
	if k.fits != nil {
		if err := k.fits(c, e, v); err != nil {
			return err
		}
	}
	return k.checkOwners(c, v)
}

// checkOwners returns an error for a value whose asset or unit will not exist.
func (k *kindOf[T]) checkOwners(c *checking, v T) error {
	if k.assets != nil {
		for _, id := range k.assets(v) {
			if !c.there(KindAsset.Ref(id)) {
				return text.Fail(nil, "register.problem.gone")
			}
		}
	}
	if k.unit != nil {
		if unit := *k.unit(&v); unit != "" && !c.there(KindUnit.Ref(unit)) {
			return text.Fail(nil, "governance.problem.unit")
		}
	}
	return nil
}

func (k *kindOf[T]) checkAll(c *checking) error {
	if k.together == nil {
		return nil
	}
	return k.together(c)
}

// there reports whether an entity will be there.
func (c *checking) there(ref ledger.Ref) bool {
	if value, touched := c.after[ref]; touched {
		return value != nil
	}
	return c.r.revisionOf(ref) != 0
}

// stays reports whether an entity that is there now is not taken away.
func (c *checking) stays(ref ledger.Ref) bool {
	value, touched := c.after[ref]
	return !touched || value != nil
}

func (c *checking) asset(id string) (asset.Asset, bool) {
	if value, touched := c.after[KindAsset.Ref(id)]; touched {
		a, ok := value.(asset.Asset)
		return a, ok
	}
	if rec, ok := c.r.records[id]; ok {
		return rec.Asset, true
	}
	return asset.Asset{}, false
}

// assetName is what an asset will be called, its id where it will not be there.
func (c *checking) assetName(id string) string {
	if a, ok := c.asset(id); ok {
		return a.Name
	}
	return id
}

func (c *checking) unit(id string) (asset.Unit, bool) {
	if value, touched := c.after[KindUnit.Ref(id)]; touched {
		u, ok := value.(asset.Unit)
		return u, ok
	}
	u, ok := c.r.organisation.units[id]
	return u, ok
}
