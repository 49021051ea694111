// Package person says who sits at the computer, as the log of a register names
// them: the same in the window and in the terminal, so that what was done in
// one can be undone in the other.
package person

import (
	"cmp"
	"os"
	"os/user"
)

// Name is the full name of whoever is logged in, otherwise the account
// (on Windows DOMAIN\account), empty where the computer does not say.
func Name() string { return name(user.Current, os.Getenv) }

func name(current func() (*user.User, error), env func(string) string) string {
	u, err := current()
	if err != nil {
		return cmp.Or(env("USER"), env("USERNAME"))
	}
	return cmp.Or(u.Name, u.Username)
}
