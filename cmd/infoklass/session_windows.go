package main

import (
	"time"

	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var (
	user32         = windows.NewLazySystemDLL("user32.dll")
	setWindowLong  = user32.NewProc("SetWindowLongPtrW")
	callWindowProc = user32.NewProc("CallWindowProcW")
)

// The messages that a session ends with, and the place of a window's function.
const (
	wmQueryEndSession = 0x0011
	wmEndSession      = 0x0016
	gwlpWndProc       = ^uintptr(3) // -4
)

// sessionLimit is how long the end of a session waits for what is being
// stored; Windows itself gives a program five seconds.
const sessionLimit = 4 * time.Second

// endWithSession stores what is being typed when the user logs off or the
// computer shuts down. The window library does not hear of that, so the
// program listens before it. It runs on the window's goroutine.
func (p *program) endWithSession() {
	native, ok := p.window.Handle().(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		c, ok := context.(driver.WindowsWindowContext)
		if !ok || c.HWND == 0 {
			p.log.Warn("the end of the session is not heard")
			return
		}
		var before uintptr
		heard := windows.NewCallback(func(hwnd, message, wParam, lParam uintptr) uintptr {
			switch {
			case message == wmQueryEndSession:
				p.log.Info("the session is about to end")
				p.window.Settle() // nothing is lost should somebody else stop it
				return 1
			case message == wmEndSession && wParam != 0:
				p.window.EndNow(sessionLimit)
				p.log.Info("end: the session ended")
				return 0
			}
			result, _, _ := callWindowProc.Call(before, hwnd, message, wParam, lParam)
			return result
		})
		before, _, _ = setWindowLong.Call(c.HWND, gwlpWndProc, heard)
	})
}
