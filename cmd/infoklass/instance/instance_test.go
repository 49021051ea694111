package instance

import (
	"errors"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// raised waits until a holder has been asked for its window.
func raised(t *testing.T, ch <-chan struct{}) {
	t.Helper()
	select {
	case <-ch:
	case <-time.After(5 * time.Second):
		t.Fatal("the window was not asked for")
	}
}

func holder(t *testing.T) (*Holder, chan struct{}) {
	t.Helper()
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	asked := make(chan struct{}, 10)
	h := NewHolder(func() { asked <- struct{}{} })
	t.Cleanup(h.Release)
	return h, asked
}

func TestTheSecondStartBringsTheFirstToTheFront(t *testing.T) {
	h, asked := holder(t)
	path := filepath.Join(t.TempDir(), "Åsas register.infoklass")
	if Raise(path) {
		t.Fatal("somebody answered before anybody listened")
	}
	if err := h.Hold(path); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if !Raise(path) {
			t.Fatal("nobody answered")
		}
		raised(t, asked)
	}
	if Raise(filepath.Join(t.TempDir(), "another.infoklass")) {
		t.Error("somebody answered for another register")
	}
}

func TestAHolderDoesNotAskItself(t *testing.T) {
	h, asked := holder(t)
	path := filepath.Join(t.TempDir(), "r.infoklass")
	if err := h.Hold(path); err != nil {
		t.Fatal(err)
	}
	if h.Raise(path) || len(asked) != 0 {
		t.Error("it asked itself")
	}
	if other := NewHolder(nil); !other.Raise(path) {
		t.Error("nobody answered another one")
	}
}

func TestARegisterIsHeldOnce(t *testing.T) {
	h, _ := holder(t)
	path := filepath.Join(t.TempDir(), "r.infoklass")
	if err := errors.Join(h.Hold(path), h.Hold(path)); err != nil {
		t.Fatalf("holding it twice oneself is nothing new: %v", err)
	}
	other := NewHolder(func() {})
	if err := other.Hold(path); !errors.Is(err, ErrHeld) {
		t.Errorf("got %v, want ErrHeld", err)
	}
}

func TestAnotherRegisterIsHeldInItsPlace(t *testing.T) {
	h, asked := holder(t)
	a, b := filepath.Join(t.TempDir(), "a.infoklass"), filepath.Join(t.TempDir(), "b.infoklass")
	if err := errors.Join(h.Hold(a), h.Hold(b)); err != nil {
		t.Fatal(err)
	}
	if Raise(a) {
		t.Error("the register that was left is still answered for")
	}
	if !Raise(b) {
		t.Error("the new register is not answered for")
	}
	raised(t, asked)
	h.Release()
	if Raise(b) {
		t.Error("a released register is answered for")
	}
	if err := h.Hold(a); err != nil {
		t.Errorf("it can be held again: %v", err)
	}
}

func TestOneNameForEveryWayToWriteAPath(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	if key("r.infoklass") != key(filepath.Join(folder, "x", "..", "r.infoklass")) {
		t.Error("a relative path has another name")
	}
	if same := key("R.infoklass") == key("r.infoklass"); same != (runtime.GOOS == "windows") {
		t.Errorf("capital letters make the same name: %v", same)
	}
}
