package ledger

import "context"

// What follows is asked of a store by type assertion on the interface: a store
// has it or has it not.

// Checker is a store that can examine its own file for damage.
type Checker interface {
	// Check returns ErrDamaged, wrapped with what was found.
	Check(ctx context.Context) error
}

// Backuper is a store that can copy itself while it is in use.
type Backuper interface {
	// Backup writes a consistent copy to a place of the store's own sort, a path
	// for a file. Nothing may be there before; the copy has been opened once after.
	Backup(to string) error
}

// Follower is a store that others may commit to at the same time.
type Follower interface {
	// Follow calls moved with the newest revision after every commit to the same
	// register, whoever made it, until ctx is done. Calls come one at a time, from
	// the goroutine that committed or from one of the store's own: moved must not
	// wait for the store.
	Follow(ctx context.Context, moved func(Revision))
}

// Facts are what a store says of itself.
type Facts struct {
	ReadOnly bool   // nothing can be committed
	Location string // where the register lies, as a person would name it; empty in memory
}

// Informer is a store that says something of itself.
type Informer interface {
	Facts() Facts
}

// FactsOf returns what a store says of itself, the zero Facts for one that says nothing.
func FactsOf(s Store) Facts {
	if i, ok := s.(Informer); ok {
		return i.Facts()
	}
	return Facts{}
}
