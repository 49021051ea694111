package bolt

import "golang.org/x/sys/windows"

var (
	fullErrors     = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_FILE_TOO_LARGE}
	readOnlyErrors = []error{windows.ERROR_WRITE_PROTECT}
)

// syncFolder does nothing: Windows writes the names of a folder itself.
func syncFolder(string) error { return nil }

// initialMap leaves it to bbolt to begin small: on Windows the file would grow to what is mapped.
const initialMap = 0
