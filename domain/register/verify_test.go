package register_test

import (
	"context"
	"errors"
	"testing"

	"infoklass/domain/ledger"
	"infoklass/domain/register"
	"infoklass/storage/memory"
)

// spoilt is a store whose documents somebody has changed behind the program's back.
type spoilt struct {
	ledger.Store
	data []byte
}

func (s spoilt) Load(ctx context.Context, each func(ledger.Entity) error) (ledger.Revision, error) {
	return s.Store.Load(ctx, func(e ledger.Entity) error {
		e.Data = s.data
		return each(e)
	})
}

func TestOpenRefusesADamagedDocument(t *testing.T) {
	store := memory.New()
	add(t, open(t, store), "Ett")
	for _, data := range []string{`{"id":`, `[]`, `{"id": 7}`} {
		_, err := register.Open(ctx, spoilt{store, []byte(data)}, options())
		says(t, err, "register.damaged")
		if !errors.Is(err, ledger.ErrDamaged) {
			t.Errorf("%v is no damage", err)
		}
		examined, err := register.Verify(ctx, spoilt{store, []byte(data)})
		if err != nil || len(examined.Flaws) == 0 {
			t.Errorf("verify: %+v, %v", examined, err)
		}
	}
}

func TestOpenRefusesWhatANewerProgramStored(t *testing.T) {
	store := memory.New()
	add(t, open(t, store), "Ett")
	_, err := register.Open(ctx, spoilt{store, []byte(`{"id":"a","name":"Ett","kind":"system","newField":1}`)}, options())
	says(t, err, "register.newer")
	if !errors.Is(err, ledger.ErrNewer) || errors.Is(err, ledger.ErrDamaged) {
		t.Errorf("%v", err)
	}
}
