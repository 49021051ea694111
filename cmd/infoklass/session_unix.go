//go:build !windows

package main

import (
	"os"
	"os/signal"
	"syscall"

	"fyne.io/fyne/v2"
)

// endWithSession closes the window as a person does when the session ends or
// the system asks the program to.
func (p *program) endWithSession() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT)
	go func() {
		for s := range asked {
			p.log.Info("asked to end", "signal", s.String())
			fyne.Do(p.window.Quit)
		}
	}()
}
