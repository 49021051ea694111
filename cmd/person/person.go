// Package person finds out who uses the computer.
package person

import (
	"cmp"
	"os"
	"os/user"
)

// Name is whom the log of a register names for what is done here: the person's
// full name where the computer has one, otherwise the account, which Windows
// writes DOMAIN\account. The window and the terminal write the same, because
// one may undo only what was done under one's own name.
func Name() string { return name(user.Current, os.Getenv) }

func name(current func() (*user.User, error), getenv func(string) string) string {
	u, err := current()
	if err != nil { // an account that no directory knows
		return cmp.Or(getenv("USER"), getenv("USERNAME"))
	}
	return cmp.Or(u.Name, u.Username)
}
