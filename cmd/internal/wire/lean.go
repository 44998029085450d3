package wire

import (
	"runtime"
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

// muchHeap is a heap, in octets, that is worth to be given back to the system at once.
const muchHeap = 160 << 20

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
		if l.users--; l.users > 0 {
			return
		}
		debug.SetGCPercent(l.usual)
		var now runtime.MemStats
		if runtime.ReadMemStats(&now); now.HeapSys-now.HeapReleased > muchHeap {
			debug.FreeOSMemory()
		}
	}
}
