//go:build !windows

package main

// alert has no box of the system to show a sentence in: it is on standard error already.
func alert(string) {}
