package memory_test

import (
	"testing"

	"infoklass/domain/register"
	"infoklass/storage/memory"
	"infoklass/storage/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(*testing.T) (register.Store, func() register.Store) {
		s := memory.New()
		return s, func() register.Store { s = s.Reopen(); return s }
	})
}
