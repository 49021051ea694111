package main

import (
	"os"
	"time"
)

// endLimit is how long Fyne may take from the closed window to the end.
const endLimit = 3 * time.Second

// endLate ends the program by force when Fyne does not. Fyne's loop can stop
// listening while its queue of events waits for an answer; the program would
// then stay for ever without a window. Everything is stored before this runs.
func (p *program) endLate() {
	time.AfterFunc(endLimit, func() {
		p.log.Warn("end", "by", "force")
		p.crashes.End()
		os.Exit(0)
	})
}
