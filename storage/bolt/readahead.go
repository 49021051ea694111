package bolt

import (
	"context"
	"os"
)

// readAheadMax is how much of a file is read ahead, in bytes. A larger file
// is mostly history, which Load does not need.
const readAheadMax = 512 << 20

// readAhead reads the file from its beginning, so that the system has it in
// memory. bbolt tells the system to expect jumps, and then every page that is
// not in memory is waited for by itself: ten times as long. What goes wrong
// here goes wrong again where it matters.
func readAhead(ctx context.Context, f *os.File) error {
	buffer := make([]byte, 1<<20)
	for at := int64(0); at < readAheadMax; at += int64(len(buffer)) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := f.ReadAt(buffer, at); err != nil {
			return nil // the end, as a rule
		}
	}
	return nil
}
