package bolt

import "golang.org/x/sys/unix"

// readAhead asks the system to fetch the whole file now. bbolt tells it to
// expect jumps, so otherwise every page would be waited for by itself.
func (s *Store) readAhead() {
	_ = unix.Fadvise(int(s.file.Fd()), 0, 0, unix.FADV_WILLNEED)
}
