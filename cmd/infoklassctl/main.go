// Infoklassctl is the register from a terminal or a scheduled task: everything
// that the window can do to a register, without a display. What its help says,
// the JSON it prints and its exit codes are a contract with those who call it.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"infoklass/domain/register"
)

// version is set when the program is built; a build without it says "dev".
var version = "dev"

func main() {
	debug.SetMemoryLimit(register.MemoryGoal)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run does what args say and returns the exit code. Results go to out, words
// to the person who asked go to tell.
func run(ctx context.Context, args []string, out, tell io.Writer) int {
	s := newSession(ctx, out, tell)
	defer s.close()
	err := s.do(args)
	if closing := s.close(); err == nil {
		err = closing
	}
	return s.finish(err)
}
