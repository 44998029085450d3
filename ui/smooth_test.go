//go:build linux

package ui_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/uitest"
)

// stopwatch is told of all that happens on the window's goroutine, which in these tests is the test's own.
type stopwatch struct {
	mu      sync.Mutex
	window  string        // the goroutine
	stores  []string      // where it called the store
	longest time.Duration // that one call kept the window's processor busy
}

// goroutine names the one that calls.
func goroutine() string {
	buf := make([]byte, 64)
	fields := bytes.Fields(buf[:runtime.Stack(buf, false)])
	return string(fields[1])
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

// dispatch wraps the window's queue.
func (w *stopwatch) dispatch(inner func(func())) func(func()) {
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

// call notes where the window's goroutine asks the store for something and would wait for the disk.
func (w *stopwatch) call() {
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

	w *stopwatch
}

func (s watchedStore) View(ctx context.Context, read func(planner.Reader) error) error {
	s.w.call()
	return s.Store.View(ctx, read)
}

func (s watchedStore) Update(ctx context.Context, write func(planner.Writer) error) error {
	s.w.call()
	return s.Store.Update(ctx, write)
}

// While thousands of people are taken in, the window's goroutine never waits for the file, and nothing that it is
// given to do takes long: it could always paint and answer.
func TestALargeImportNeverStopsTheWindow(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	w := &stopwatch{window: goroutine()}
	watching := false
	h := uitest.Open(t, uitest.Options{Change: func(c *ui.Config) {
		c.Dispatch = w.dispatch(c.Dispatch)
		c.Planner.Store = watchedStore{Store: c.Planner.Store, w: w}
		watching = true
	}})
	if !watching {
		t.Fatal("nobody watches")
	}
	const many = 3000
	var file strings.Builder
	file.WriteString("Name,E-mail,Phone,Organisation\n")
	for i := range many {
		fmt.Fprintf(&file, "Person %d,person%d@import.example,+49 30 %06d,Organisation %d\n", i, i, i, i%50)
	}
	path := filepath.Join(h.Dir, "many.csv")
	if err := os.WriteFile(path, []byte(file.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	w.mu.Lock()
	w.longest, w.stores = 0, nil // the start is another test's business
	w.mu.Unlock()
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Wants("Import from many.csv")
	h.Tap("Import")
	w.mu.Lock()
	stores, longest := w.stores, w.longest
	w.mu.Unlock()
	for _, stack := range stores {
		t.Errorf("the window's goroutine waits for the file:\n%s", stack)
	}
	if limit := 100 * time.Millisecond * slower; longest > limit {
		t.Errorf("the window was busy for %v at a stretch, %v is the most", longest, limit)
	}
	t.Logf("longest stretch %v", longest)
	if n := len(all(t, h)); n < many {
		t.Errorf("%d people", n)
	}
	if len(w.stores) == 0 {
		t.Error("this test's own look into the file was not noticed: the watch sees nothing")
	}
}
