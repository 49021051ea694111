//go:build unix

package bolt

import (
	"math/bits"
	"os"
	"syscall"
)

var (
	fullErrors     = []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	readOnlyErrors = []error{syscall.EROFS}
)

// syncFolder makes a new name in folder last.
func syncFolder(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// initialMap is how much room is mapped at once, in bytes. It costs addresses,
// not memory or disk. Without it bbolt starts with 32 kB and doubles, copying
// a commit in the making each time; a commit of 200,000 then takes three times as long.
const initialMap = (bits.UintSize / 64) << 30
