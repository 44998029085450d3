package uitest

import (
	"bytes"
	"context"
	"runtime"
	"sync"
	"syscall"
	"testing"
	"time"

	"mentorbook/core/planner"
)

// Stopwatch is told of all that happens on the window's goroutine, which in tests is the test's own: how long each
// stretch keeps the processor busy, and whether it waits for the file. Make it on that goroutine.
type Stopwatch struct {
	mu      sync.Mutex
	window  string        // the goroutine
	stores  []string      // where it called the store
	longest time.Duration // that one call kept the window's processor busy
}

// NewStopwatch makes a stopwatch, and ties the test to its thread, whose processor time is what counts.
func NewStopwatch(t testing.TB) *Stopwatch {
	runtime.LockOSThread()
	t.Cleanup(runtime.UnlockOSThread)
	return &Stopwatch{window: goroutine()}
}

// goroutine names the one that calls.
func goroutine() string {
	buf := make([]byte, 64)
	return string(bytes.Fields(buf[:runtime.Stack(buf, false)])[1])
}

// busy gives the processor time of this thread: unlike the clock's, it does not grow while others work.
func busy() time.Duration {
	const thread = 1 // RUSAGE_THREAD of getrusage(2)
	var u syscall.Rusage
	if err := syscall.Getrusage(thread, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Dispatch wraps the window's queue.
func (w *Stopwatch) Dispatch(inner func(func())) func(func()) {
	return func(f func()) {
		inner(func() {
			start := busy()
			f()
			w.mu.Lock()
			defer w.mu.Unlock()
			w.longest = max(w.longest, busy()-start)
		})
	}
}

// AtOnce measures what the window's goroutine does by itself, as on a key or a click.
func (w *Stopwatch) AtOnce(f func()) { w.Dispatch(func(g func()) { g() })(f) }

// Store wraps the window's store.
func (w *Stopwatch) Store(inner planner.Store) planner.Store { return watchedStore{inner, w} }

// Noticed tells whether the window's goroutine asked the store for something since the last step.
func (w *Stopwatch) Noticed() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.stores) > 0
}

// Smooth runs a step, what the window's goroutine does at once as well as what it is given to do later, and fails where
// one stretch is longer than a person notices, or waits for the file. slower is how much longer things may take here.
func (w *Stopwatch) Smooth(t testing.TB, name string, slower int, step func()) {
	t.Helper()
	w.mu.Lock()
	w.longest, w.stores = 0, nil
	w.mu.Unlock()
	step()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, stack := range w.stores {
		t.Errorf("%s: the window's goroutine waits for the file:\n%s", name, stack)
	}
	if limit := 100 * time.Millisecond * time.Duration(slower); w.longest > limit {
		t.Errorf("%s: the window was busy for %v at a stretch, %v is the most", name, w.longest, limit)
	}
	t.Logf("%s: longest stretch %v", name, w.longest)
}

// call notes where the window's goroutine asks the store for something and would wait for the disk.
func (w *Stopwatch) call() {
	if goroutine() != w.window {
		return
	}
	buf := make([]byte, 4096)
	stack := string(buf[:runtime.Stack(buf, false)])
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.stores) < 3 {
		w.stores = append(w.stores, stack)
	}
}

type watchedStore struct {
	planner.Store

	w *Stopwatch
}

func (s watchedStore) View(ctx context.Context, read func(planner.Reader) error) error {
	s.w.call()
	return s.Store.View(ctx, read)
}

func (s watchedStore) Update(ctx context.Context, write func(planner.Writer) error) error {
	s.w.call()
	return s.Store.Update(ctx, write)
}
