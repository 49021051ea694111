package jobs

import (
	"sync/atomic"

	"infoklass/domain/text"
)

// Progress counts what a job has done. The job writes it, the window reads it;
// both may do so at any time.
type Progress struct {
	done, total atomic.Int64
	doing       atomic.Pointer[text.Message]
}

// Add counts n more steps as done.
func (p *Progress) Add(n int) { p.done.Add(int64(n)) }

// Set sets how many of all steps are done; a total of 0 means unknown.
func (p *Progress) Set(done, total int) {
	p.total.Store(int64(total))
	p.done.Store(int64(done))
}

// Doing sets what the job does now.
func (p *Progress) Doing(m text.Message) { p.doing.Store(&m) }

// Status is how far a job has come.
type Status struct {
	Done, Total int          // Total is 0 when unknown
	Doing       text.Message // without a key where nothing has been set
}

// Share is the part done, 0 to 1, and false when the total is unknown.
func (s Status) Share() (float32, bool) {
	if s.Total <= 0 {
		return 0, false
	}
	return float32(max(0, min(s.Done, s.Total))) / float32(s.Total), true
}

// Status reads the counter.
func (p *Progress) Status() Status {
	s := Status{Done: int(p.done.Load()), Total: int(p.total.Load())}
	if m := p.doing.Load(); m != nil {
		s.Doing = *m
	}
	return s
}
