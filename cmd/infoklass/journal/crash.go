package journal

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// Crashes keeps a file about each time that the program ended by a fault.
type Crashes struct {
	folder  string
	version string
	now     func() time.Time
	pending *os.File
}

const (
	pendingPrefix = "pending-"
	crashPrefix   = "crash-"
	crashFiles    = 10                 // the newest are kept
	forgotten     = 7 * 24 * time.Hour // after which an empty one belongs to nobody that runs
)

// NewCrashes keeps the files in a folder.
func NewCrashes(folder, version string, now func() time.Time) *Crashes {
	return &Crashes{folder: folder, version: version, now: now}
}

// Watch has the Go runtime write into the folder when the program ends by a
// fault that nobody caught. End is to be called when it ends well.
func (c *Crashes) Watch() error {
	if err := os.MkdirAll(c.folder, 0o700); err != nil {
		return fmt.Errorf("make the folder for crashes: %w", err)
	}
	f, err := os.CreateTemp(c.folder, pendingPrefix+"*.txt") // readable by its owner alone
	if err != nil {
		return fmt.Errorf("make the file for a crash: %w", err)
	}
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return fmt.Errorf("watch for a crash: %w", err)
	}
	c.pending = f
	return nil
}

// End records that the program ends well, so that nothing is reported.
func (c *Crashes) End() {
	if c.pending == nil {
		return
	}
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	_ = c.pending.Close()
	_ = os.Remove(c.pending.Name())
	c.pending = nil
}

// Collect looks for crashes since the last time: what the runtime wrote is
// stripped of every value and kept under its own name. It returns the newest
// file, "" when the program ended well.
func (c *Crashes) Collect() string {
	entries, err := os.ReadDir(c.folder)
	if err != nil {
		return ""
	}
	newest := ""
	var newestAt time.Time
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !strings.HasPrefix(e.Name(), pendingPrefix) {
			continue
		}
		path := filepath.Join(c.folder, e.Name())
		if info.Size() == 0 {
			if c.now().Sub(info.ModTime()) > forgotten {
				_ = os.Remove(path)
			}
			continue
		}
		kept, err := c.take(path, info.ModTime())
		if err == nil && info.ModTime().After(newestAt) {
			newest, newestAt = kept, info.ModTime()
		}
	}
	c.thin()
	return newest
}

func (c *Crashes) take(path string, at time.Time) (string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	kept, err := c.write(at, Strip(raw))
	if err != nil {
		return "", err
	}
	return kept, os.Remove(path)
}

// Keep writes a file about a panic that was caught, and returns its path. The
// program reports it at its next start only where it ended by it: see Note.
func (c *Crashes) Keep(value any, stack []byte) string {
	path, err := c.write(c.now(), append([]byte("panic "+kind(value)+"\n"), Strip(stack)...))
	if err != nil {
		return ""
	}
	return path
}

// Note leaves a panic that ends the program to be told of at the next start.
func (c *Crashes) Note(value any, stack []byte) {
	if c.pending == nil {
		return
	}
	_, _ = c.pending.Write(append([]byte("panic: "+kind(value)+"\n"), stack...))
	_ = c.pending.Close()
	c.pending = nil
}

func (c *Crashes) write(at time.Time, what []byte) (string, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Infoklass %s, %s/%s, %s\n\n", c.version, runtime.GOOS, runtime.GOARCH, at.Format(time.RFC3339))
	b.Write(what)
	if err := os.MkdirAll(c.folder, 0o700); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(c.folder, crashPrefix+at.Format("2006-01-02-150405")+"-*.txt")
	if err != nil {
		return "", err
	}
	_, err = f.Write(b.Bytes())
	if closed := f.Close(); err == nil {
		err = closed
	}
	return f.Name(), err
}

// thin removes all but the newest files; their names begin with their time.
func (c *Crashes) thin() {
	files, err := filepath.Glob(filepath.Join(c.folder, crashPrefix+"*.txt"))
	if err != nil {
		return
	}
	slices.Sort(files)
	for _, old := range files[:max(0, len(files)-crashFiles)] {
		_ = os.Remove(old)
	}
}
