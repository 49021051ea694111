//go:build !windows

package instance

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// folder is where the sockets lie: the user's runtime folder, or one of the
// user's own below the temporary ones.
func folder() (string, error) {
	dir := filepath.Join(os.TempDir(), "infoklass-"+strconv.Itoa(os.Getuid()))
	if run := os.Getenv("XDG_RUNTIME_DIR"); run != "" {
		dir = filepath.Join(run, "infoklass")
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("make the folder of the socket: %w", err)
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return "", err
	}
	if s, ok := info.Sys().(*syscall.Stat_t); !info.IsDir() || info.Mode().Perm() != 0o700 || ok && int(s.Uid) != os.Getuid() {
		return "", fmt.Errorf("%s is not a folder of one's own", dir)
	}
	return dir, nil
}

func dial(name string) (conn, error) {
	dir, err := folder()
	if err != nil {
		return nil, err
	}
	c, err := net.DialTimeout("unix", filepath.Join(dir, name), patience)
	if err != nil {
		return nil, err
	}
	return c, c.SetDeadline(time.Now().Add(patience))
}

func listen(name string, answer func(conn)) (stop func(), err error) {
	dir, err := folder()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, name)
	l, err := net.Listen("unix", path)
	if errors.Is(err, syscall.EADDRINUSE) {
		if c, held := net.DialTimeout("unix", path, patience); held == nil {
			return nil, errors.Join(ErrHeld, c.Close())
		}
		_ = os.Remove(path) // left behind by a program that was killed
		l, err = net.Listen("unix", path)
	}
	if err != nil {
		return nil, fmt.Errorf("listen for the register: %w", err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_ = c.SetDeadline(time.Now().Add(patience))
			answer(c)
			_ = c.Close()
		}
	}()
	return func() {
		_ = l.Close()
		<-ended
	}, nil
}
