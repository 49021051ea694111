// Package person names the user of the computer as the log of a register does:
// the same in the window and in the terminal, so that what was done in one can
// be undone in the other.
package person

import (
	"cmp"
	"os"
	"os/user"
)

// Name is the full name of the user who is logged in, or else the account
// (on Windows DOMAIN\account), or empty if neither is known.
func Name() string { return name(user.Current, os.Getenv) }

func name(current func() (*user.User, error), env func(string) string) string {
	u, err := current()
	if err != nil {
		return cmp.Or(env("USER"), env("USERNAME"))
	}
	return cmp.Or(u.Name, u.Username)
}
