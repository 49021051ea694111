package instance

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// pipe is the name of the pipe of a register, for this user in this session alone.
func pipe(name string) (*uint16, string, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, "", fmt.Errorf("find who the user is: %w", err)
	}
	sid := user.User.Sid.String()
	var session uint32
	if err := windows.ProcessIdToSessionId(windows.GetCurrentProcessId(), &session); err != nil {
		return nil, "", fmt.Errorf("find the session: %w", err)
	}
	p, err := windows.UTF16PtrFromString(fmt.Sprintf(`\\.\pipe\Infoklass-%s-%d-%s`, sid, session, name))
	return p, sid, err
}

type handle windows.Handle

func (h handle) Read(b []byte) (int, error) {
	var n uint32
	err := windows.ReadFile(windows.Handle(h), b, &n, nil)
	return int(n), err
}

func (h handle) Write(b []byte) (int, error) {
	var n uint32
	err := windows.WriteFile(windows.Handle(h), b, &n, nil)
	return int(n), err
}

func (h handle) Close() error { return windows.CloseHandle(windows.Handle(h)) }

// open connects to a pipe; one that is in another conversation is waited for.
func open(name *uint16) (handle, error) {
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		// The other end may know who we are, and nothing more.
		h, err := windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_EXISTING,
			windows.SECURITY_SQOS_PRESENT|windows.SECURITY_IDENTIFICATION, 0)
		if !errors.Is(err, windows.ERROR_PIPE_BUSY) || time.Since(begun) > patience {
			return handle(h), err
		}
	}
}

var allowForeground = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")

func dial(name string) (conn, error) {
	p, _, err := pipe(name)
	if err != nil {
		return nil, err
	}
	h, err := open(p)
	if err != nil {
		return nil, err
	}
	// Windows lets a program come to the front only with the leave of the one
	// that the user has just started.
	var server uint32
	if windows.GetNamedPipeServerProcessId(windows.Handle(h), &server) == nil && allowForeground.Find() == nil {
		_, _, _ = allowForeground.Call(uintptr(server))
	}
	return h, nil
}

func listen(name string, answer func(conn)) (stop func(), err error) {
	p, sid, err := pipe(name)
	if err != nil {
		return nil, err
	}
	h, err := create(p, sid)
	if err != nil {
		return nil, err
	}
	var stopped atomic.Bool
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer windows.CloseHandle(h)
		for !stopped.Load() {
			err := windows.ConnectNamedPipe(h, nil)
			if err != nil && !errors.Is(err, windows.ERROR_PIPE_CONNECTED) {
				return
			}
			if !stopped.Load() {
				answer(handle(h))
				_ = windows.FlushFileBuffers(h) // until the answer has been read
			}
			_ = disconnect(h)
		}
	}()
	return func() {
		stopped.Store(true)
		if c, err := open(p); err == nil { // ends the waiting
			_ = c.Close()
		}
		select {
		case <-ended:
		case <-time.After(patience):
		}
	}, nil
}

// create makes the pipe, which fails when there is one: the user alone may
// reach it, and nobody from another computer.
func create(name *uint16, sid string) (windows.Handle, error) {
	rights, err := windows.SecurityDescriptorFromString("D:P(A;;GA;;;" + sid + ")")
	if err != nil {
		return 0, fmt.Errorf("describe the rights of the pipe: %w", err)
	}
	const one, small = 1, 16
	h, err := windows.CreateNamedPipe(name, windows.PIPE_ACCESS_DUPLEX|windows.FILE_FLAG_FIRST_PIPE_INSTANCE,
		windows.PIPE_TYPE_BYTE|windows.PIPE_WAIT|windows.PIPE_REJECT_REMOTE_CLIENTS, one, small, small, 0,
		&windows.SecurityAttributes{Length: uint32(unsafe.Sizeof(windows.SecurityAttributes{})), SecurityDescriptor: rights})
	switch {
	case err == nil:
		return h, nil
	case errors.Is(err, windows.ERROR_ACCESS_DENIED), errors.Is(err, windows.ERROR_PIPE_BUSY):
		return 0, fmt.Errorf("%w: %w", ErrHeld, err)
	}
	return 0, fmt.Errorf("listen for the register: %w", err)
}

var disconnectPipe = windows.NewLazySystemDLL("kernel32.dll").NewProc("DisconnectNamedPipe")

func disconnect(h windows.Handle) error {
	if ok, _, err := disconnectPipe.Call(uintptr(h)); ok == 0 {
		return err
	}
	return nil
}
