//go:build !linux && !windows

package bolt

// OnNetwork reports whether path lies on a network share; here that cannot be seen.
func OnNetwork(string) bool { return false }
