package person

import (
	"errors"
	"os/user"
	"testing"
)

func TestName(t *testing.T) {
	for _, c := range []struct {
		about string
		user  *user.User // nil: the lookup fails
		env   map[string]string
		want  string
	}{
		{"Linux, with a full name", &user.User{Username: "anna", Name: "Anna Åkesson"}, nil, "Anna Åkesson"},
		{"Linux, an account alone", &user.User{Username: "backup"}, nil, "backup"},
		{"Windows, with a full name", &user.User{Username: `KOMMUN\anna`, Name: "Anna Åkesson"}, nil, "Anna Åkesson"},
		{"Windows, the domain does not answer", &user.User{Username: `KOMMUN\anna`, Name: `KOMMUN\anna`}, nil, `KOMMUN\anna`},
		{"Windows, an account alone", &user.User{Username: `PC-17\anna`}, nil, `PC-17\anna`},
		{"the environment is not asked", &user.User{Username: "anna"}, map[string]string{"USER": "bo"}, "anna"},
		{"Linux, an unknown account", nil, map[string]string{"USER": "anna"}, "anna"},
		{"Windows, an unknown account", nil, map[string]string{"USERNAME": "anna"}, "anna"},
		{"nobody", nil, nil, ""},
	} {
		current := func() (*user.User, error) {
			if c.user == nil {
				return nil, errors.New("unknown user")
			}
			return c.user, nil
		}
		if got := name(current, func(key string) string { return c.env[key] }); got != c.want {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}
