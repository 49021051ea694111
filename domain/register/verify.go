package register

import (
	"context"

	"infoklass/domain/ledger"
)

// Verify examines a stored register as ledger.Verify does, and that every
// document can be read as one of its kind.
func Verify(ctx context.Context, store ledger.Store) (ledger.Examined, error) {
	return ledger.Verify(ctx, store, func(e ledger.Entity) error {
		_, err := decode(e.Kind, e.Data)
		return err
	})
}
