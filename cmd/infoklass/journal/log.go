// Package journal is what the program writes about itself: a log that never
// grows without end, and a file about each crash. Neither holds what a
// register holds: an error is written as what kind it is, a crash as where it
// happened.
package journal

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
)

// longest is the size of a log, in bytes, at which a new one is begun. kept is how
// many older ones are kept, as infoklass.log.1 and on, the newest first.
const (
	longest = 1 << 20
	kept    = 3
)

// Open opens the log at path and makes its folder. Without a place to write,
// the log goes to standard error.
func Open(path string) (*slog.Logger, io.Closer) {
	l := &log{path: path, longest: longest}
	if err := l.open(); err != nil {
		return newLogger(os.Stderr), io.NopCloser(nil)
	}
	return newLogger(l), l
}

func newLogger(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if err, ok := a.Value.Any().(error); ok {
			return slog.String(a.Key, Reason(err))
		}
		return a
	}}))
}

// log is a file that turns to a new one when it is full. It is safe for concurrent use.
type log struct {
	path    string
	longest int64

	mu   sync.Mutex // guards what follows
	file *os.File
	size int64
}

func (l *log) open() error {
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return fmt.Errorf("make the folder of the log: %w", err)
	}
	if info, err := os.Stat(l.path); err == nil && info.Size() >= l.longest {
		l.turn()
	}
	f, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("open the log: %w", err)
	}
	l.file, l.size = f, 0
	if info, err := f.Stat(); err == nil {
		l.size = info.Size()
	}
	return nil
}

// turn puts the full log aside. Where it cannot, another window has it open:
// it goes on growing until that one has ended.
func (l *log) turn() {
	_ = os.Remove(l.aside(kept))
	for i := kept; i > 1; i-- {
		_ = os.Rename(l.aside(i-1), l.aside(i))
	}
	_ = os.Rename(l.path, l.aside(1))
}

func (l *log) aside(i int) string { return fmt.Sprintf("%s.%d", l.path, i) }

// Write is part of io.Writer.
func (l *log) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		return 0, os.ErrClosed
	}
	if l.size+int64(len(b)) > l.longest && l.size > 0 {
		l.file.Close() //nolint:errcheck // what was written is written
		l.turn()
		if err := l.open(); err != nil {
			l.file = nil
			return 0, err
		}
	}
	n, err := l.file.Write(b)
	l.size += int64(n)
	return n, err
}

// Close closes the file.
func (l *log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		return nil
	}
	err := l.file.Close()
	l.file = nil
	return err
}
