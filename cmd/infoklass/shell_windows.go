package main

import (
	"runtime"

	"golang.org/x/sys/windows"

	"infoklass/domain/text"
)

// view opens a file in the computer's program for it, by the shell itself: no
// other program is started. It must be called off the UI goroutine.
func view(path string) error {
	verb, err1 := windows.UTF16PtrFromString("open")
	file, err2 := windows.UTF16PtrFromString(path)
	if err1 != nil || err2 != nil {
		return text.Fail(err2, "file.noViewer", "file", path)
	}
	defer apartment()()
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return text.Fail(err, "file.noViewer", "file", path)
	}
	return nil
}

// apartment makes the goroutine a thread that the shell can talk with: what
// answers for a kind of file, and the file dialogs, want one of their own. The
// function that it returns ends that.
func apartment() (end func()) {
	runtime.LockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE) != nil {
		return runtime.UnlockOSThread
	}
	return func() {
		windows.CoUninitialize()
		runtime.UnlockOSThread()
	}
}

// alert shows a sentence in a box of the system, where there is no window to
// show it in. It returns when the box is closed.
func alert(words string) {
	said, err := windows.UTF16PtrFromString(words)
	if err != nil {
		return
	}
	title, err := windows.UTF16PtrFromString(appName)
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, said, title, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
}
