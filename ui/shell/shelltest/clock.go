package shelltest

import (
	"sync"
	"testing"
	"time"
)

// Clock runs timers when a test moves it.
type Clock struct {
	now  time.Duration
	jobs []*timer
}

type timer struct {
	at   time.Duration
	f    func()
	done bool
}

// After is the clock as a kit.After.
func (c *Clock) After(d time.Duration, f func()) (stop func()) {
	t := &timer{at: c.now + d, f: f}
	c.jobs = append(c.jobs, t)
	return func() { t.done = true }
}

// Move lets time pass and runs what is due, in the order of the times.
func (c *Clock) Move(d time.Duration) {
	end := c.now + d
	for {
		var next *timer
		for _, t := range c.jobs {
			if !t.done && t.at <= end && (next == nil || t.at < next.at) {
				next = t
			}
		}
		if next == nil {
			break
		}
		c.now = next.at
		next.done = true
		next.f()
	}
	c.now = end
}

// Queue keeps calls to the window's goroutine until the test, which is that goroutine, runs them.
type Queue struct {
	mu    sync.Mutex
	calls []func()
	more  chan struct{}
}

// NewQueue makes an empty queue.
func NewQueue() *Queue { return &Queue{more: make(chan struct{}, 1)} }

// Do is the queue as a shell.Dispatch.
func (q *Queue) Do(f func()) {
	q.mu.Lock()
	q.calls = append(q.calls, f)
	q.mu.Unlock()
	select {
	case q.more <- struct{}{}:
	default:
	}
}

// Run runs what has come, and what that brings.
func (q *Queue) Run() {
	for {
		q.mu.Lock()
		calls := q.calls
		q.calls = nil
		q.mu.Unlock()
		if len(calls) == 0 {
			return
		}
		for _, f := range calls {
			f()
		}
	}
}

// Until runs what comes until ready is true, and fails the test after a minute: a busy machine takes its time.
func (q *Queue) Until(t testing.TB, what string, ready func() bool) {
	t.Helper()
	limit := time.After(time.Minute)
	for {
		q.Run()
		if ready() {
			return
		}
		select {
		case <-q.more:
		case <-limit:
			t.Fatalf("waited in vain for %s", what)
		}
	}
}
