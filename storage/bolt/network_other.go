//go:build !linux && !windows

package bolt

// OnNetwork tells whether path lies on a network share; here that cannot be seen.
func OnNetwork(string) bool { return false }
