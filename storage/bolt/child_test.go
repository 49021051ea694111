package bolt_test

import (
	"context"
	"os"
	"os/exec"
	"testing"
)

// The environment variable that makes the test program play a part in a test
// instead of running tests: what cannot be done to oneself is done to a child.
const partVariable = "INFOKLASS_BOLT_TEST_PART"

var parts = map[string]func(path string) error{}

func TestMain(m *testing.M) {
	part, ok := parts[os.Getenv(partVariable)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := part(os.Args[1]); err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
	os.Exit(0)
}

// child prepares this program to play a part on path.
func child(ctx context.Context, t testing.TB, part, path string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(ctx, self, path)
	cmd.Env = append(os.Environ(), partVariable+"="+part)
	return cmd
}
