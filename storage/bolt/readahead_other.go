//go:build !linux

package bolt

// readAhead leaves it to the system to fetch what is needed.
func (s *Store) readAhead() {}
