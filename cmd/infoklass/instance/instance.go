// Package instance makes sure that a register has one window. The program
// that has a register open listens under a name made from the register's
// path, in a place that only its user reaches: a named pipe of the session on
// Windows, a socket in the user's own runtime folder elsewhere, never the
// network. Started again with that register, the program asks the first one
// to come to the front, and ends.
package instance

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// ErrHeld is returned when another program of the same user has the register already.
var ErrHeld = errors.New("the register has a window already")

// patience is how long the one that listens has to answer: it does so at
// once, whatever its window is doing, unless it hangs.
const patience = 2 * time.Second

// The two messages: come to the front, and yes.
const (
	front = 'F'
	yes   = 'Y'
)

// conn is one connection.
type conn interface {
	Read([]byte) (int, error)
	Write([]byte) (int, error)
	Close() error
}

// key is the name that a register goes under: the same for every way to write
// its path that can be told without touching a network drive.
func key(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if !strings.HasPrefix(path, `\\`) {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
	}
	if runtime.GOOS == "windows" {
		path = strings.ToLower(path)
	}
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:16])
}

// Raise asks the program that has the register at path open to come to the
// front, and reports whether there is one that answered.
func Raise(path string) bool {
	answered := make(chan bool, 1)
	go func() { answered <- ask(key(path)) }()
	select {
	case ok := <-answered:
		return ok
	case <-time.After(patience):
		return false // it hangs; opening the register then says who has it open
	}
}

func ask(name string) bool {
	c, err := dial(name)
	if err != nil {
		return false
	}
	defer c.Close()
	if _, err := c.Write([]byte{front}); err != nil {
		return false
	}
	answer := make([]byte, 1)
	n, err := c.Read(answer)
	return err == nil && n == 1 && answer[0] == yes
}

// Holder listens for the register that this program has open. It is safe for
// concurrent use; the zero value is not usable.
type Holder struct {
	front func()

	mu   sync.Mutex // guards what follows
	name string
	stop func()
}

// NewHolder returns a holder that listens for nothing yet. Front is called on
// a goroutine of its own when somebody asks for the window.
func NewHolder(front func()) *Holder { return &Holder{front: front} }

// Hold listens for the register at path from now on, instead of the one before. It
// returns ErrHeld when another program holds the register.
func (h *Holder) Hold(path string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	name := key(path)
	if name == h.name {
		return nil
	}
	h.release()
	stop, err := listen(name, h.answer)
	if err != nil {
		return err
	}
	h.name, h.stop = name, stop
	return nil
}

// Raise is the function of that name, but does not ask this program itself.
func (h *Holder) Raise(path string) bool {
	h.mu.Lock()
	own := key(path) == h.name
	h.mu.Unlock()
	return !own && Raise(path)
}

// Release stops listening.
func (h *Holder) Release() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.release()
}

func (h *Holder) release() {
	if h.stop != nil {
		h.stop()
	}
	h.name, h.stop = "", nil
}

// answer answers one connection.
func (h *Holder) answer(c conn) {
	word := make([]byte, 1)
	if n, err := c.Read(word); err != nil || n != 1 || word[0] != front {
		return
	}
	if _, err := c.Write([]byte{yes}); err == nil {
		h.front()
	}
}
