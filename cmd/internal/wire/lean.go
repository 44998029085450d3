package wire

import (
	"runtime/debug"
	"sync"
)

// leanness has the collector run often while a large file is in memory, so that what each record leaves behind
// does not double that. Window and command line import by the same road, so both keep to one bound.
type leanness struct {
	mu    sync.Mutex
	users int
	usual int
}

// leanGC is the growth, in percent of what is in use, after which the collector runs.
const leanGC = 15

// begin makes the program lean until the last of those who began has called what it gives.
func (l *leanness) begin() (end func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.users++; l.users == 1 {
		l.usual = debug.SetGCPercent(leanGC)
	}
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.users--; l.users == 0 {
			debug.SetGCPercent(l.usual)
		}
	}
}
