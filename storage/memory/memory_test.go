package memory_test

import (
	"testing"

	"infoklass/domain/ledger"
	"infoklass/storage/memory"
	"infoklass/storage/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(*testing.T) (ledger.Store, func() ledger.Store) {
		s := memory.New()
		return s, func() ledger.Store { s = s.Reopen(); return s }
	})
}
