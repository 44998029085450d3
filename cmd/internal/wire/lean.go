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
	usual int   // the growth in percent that the program has else
	limit int64 // and its limit
}

// leanGC is the growth, in percent of what is in use, after which the collector runs.
const leanGC = 15

// muchHeap is a heap, in octets, that is worth to be given back to the system at once.
const muchHeap = 160 << 20

// begin makes the program lean until the last of those who began has called what it gives. As long as the work takes no
// more octets than it asks room for, freed memory goes back to the system while the work goes on, and not minutes
// later. That is no wall: what is in use beyond it stays, at the cost of time.
func (l *leanness) begin(room int64) (end func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.users++; l.users == 1 {
		l.usual = debug.SetGCPercent(leanGC)
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		l.limit = debug.SetMemoryLimit(int64(now.Sys-now.HeapSys+now.HeapAlloc) + room)
	}
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.users--; l.users > 0 {
			return
		}
		debug.SetGCPercent(l.usual)
		debug.SetMemoryLimit(l.limit)
		var now runtime.MemStats
		if runtime.ReadMemStats(&now); now.HeapSys-now.HeapReleased > muchHeap {
			debug.FreeOSMemory()
		}
	}
}
