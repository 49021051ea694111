package person

import (
	"errors"
	"os/user"
	"testing"
)

func TestName(t *testing.T) {
	for want, of := range map[string]struct {
		user *user.User
		env  map[string]string
	}{
		"Maria Holm":     {&user.User{Name: "Maria Holm", Username: `KOMMUN\mahol`}, nil},
		`KOMMUN\mahol`:   {&user.User{Username: `KOMMUN\mahol`}, nil},
		"mahol":          {nil, map[string]string{"USER": "mahol", "USERNAME": "other"}},
		"mahol, Windows": {nil, map[string]string{"USERNAME": "mahol, Windows"}},
		"":               {nil, nil},
	} {
		current := func() (*user.User, error) {
			if of.user == nil {
				return nil, errors.New("unknown user")
			}
			return of.user, nil
		}
		if got := name(current, func(key string) string { return of.env[key] }); got != want {
			t.Errorf("the name is %q, want %q", got, want)
		}
	}
}
