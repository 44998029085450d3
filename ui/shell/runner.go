package shell

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"mentorbook/ui/kit"
)

// Dispatch runs f on the window's goroutine, in the order of the calls: fyne.Do in the program.
type Dispatch func(f func())

// Report tells how far a job has come; total is 0 where nobody knows. It may be called from anywhere, often.
type Report func(done, total int)

// PanicError is what a job that panicked ends with.
type PanicError struct {
	Value any
	Stack []byte
}

// Error gives the cause for the log.
func (e *PanicError) Error() string { return fmt.Sprintf("background work panicked: %v", e.Value) }

// Unwrap gives the error that was thrown, if it was one.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// Busy is a job that has been running long enough to be shown.
type Busy struct {
	Key, Title  string
	Done, Total int
}

// busyAfter is how long a job runs before it is shown.
const busyAfter = 500 * time.Millisecond

// Runner does work beside the window. A job takes the place of the former one with its key; results that come
// too late are dropped. All methods are called on the window's goroutine.
type Runner struct {
	dispatch Dispatch
	after    kit.After
	changed  func([]Busy)
	around   func(func()) // what an outcome is handed over in
	ended    func()       // is told when one has been
	jobs     []*job
	running  sync.WaitGroup
	stopped  bool
}

type job struct {
	key, title  string
	cancel      context.CancelFunc
	shown       bool
	done, total int
	stopTimer   func()
	end         func(err error) // hands the outcome over; the outcome itself is in the closure
}

// NewRunner makes a runner. changed is told the jobs to show whenever they change.
func NewRunner(dispatch Dispatch, after kit.After, changed func([]Busy)) *Runner {
	return &Runner{dispatch: dispatch, after: after, changed: changed, around: func(do func()) { do() }, ended: func() {}}
}

// Start runs work beside the window and gives its outcome to done on the window's goroutine. A running job
// with the same key is cancelled and its done is never called. title is shown while the work goes on.
// done is called once: with the outcome, with context.Canceled when somebody cancelled, or with a
// *PanicError; never after the job was replaced or the runner stopped.
func Start[T any](r *Runner, key, title string, work func(ctx context.Context, report Report) (T, error), done func(T, error)) {
	if r.stopped {
		return
	}
	r.drop(key)
	ctx, cancel := context.WithCancel(context.Background())
	var none T
	j := &job{key: key, title: title, cancel: cancel, end: func(err error) { done(none, err) }}
	r.jobs = append(r.jobs, j)
	j.stopTimer = r.after(busyAfter, func() {
		if r.alive(j) {
			j.shown = true
			r.tell()
		}
	})
	report := r.reporter(j)
	r.running.Add(1)
	go func() {
		defer r.running.Done()
		result, err := guarded(ctx, report, work)
		r.dispatch(func() {
			if r.take(j) {
				r.around(func() { done(result, err) })
				r.ended()
			}
		})
	}()
}

// guarded turns a panic into an error.
func guarded[T any](ctx context.Context, report Report, work func(context.Context, Report) (T, error)) (result T, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	return work(ctx, report)
}

// reporter passes progress on, one message at a time: a job may report each of a million records.
func (r *Runner) reporter(j *job) Report {
	var mu sync.Mutex
	var done, total int
	var pending bool
	return func(d, t int) {
		mu.Lock()
		defer mu.Unlock()
		done, total = d, t
		if pending {
			return
		}
		pending = true
		r.dispatch(func() {
			mu.Lock()
			d, t := done, total
			pending = false
			mu.Unlock()
			if r.alive(j) && (j.done != d || j.total != t) {
				j.done, j.total = d, t
				if j.shown {
					r.tell()
				}
			}
		})
	}
}

// Cancel ends a job for the person who pressed Cancel: its done gets context.Canceled at once.
func (r *Runner) Cancel(key string) {
	for _, j := range r.jobs {
		if j.key == key && r.take(j) {
			j.end(context.Canceled)
			r.ended()
			return
		}
	}
}

// Running tells whether a job with a key goes on.
func (r *Runner) Running(key string) bool {
	for _, j := range r.jobs {
		if j.key == key {
			return true
		}
	}
	return false
}

// Idle tells whether no job goes on.
func (r *Runner) Idle() bool { return len(r.jobs) == 0 }

// Stop cancels everything; no done is called any more. Wait waits until the goroutines have ended.
func (r *Runner) Stop() {
	r.stopped = true
	for len(r.jobs) > 0 {
		r.take(r.jobs[0])
	}
}

// Wait waits until all work has returned, at most so long; an error says that some has not. It is the one
// method to be called from any goroutine.
func (r *Runner) Wait(atMost time.Duration) error {
	all := make(chan struct{})
	go func() {
		r.running.Wait()
		close(all)
	}()
	select {
	case <-all:
		return nil
	case <-time.After(atMost):
		return errors.New("background work did not end in time")
	}
}

func (r *Runner) drop(key string) {
	for _, j := range r.jobs {
		if j.key == key {
			r.take(j)
			return
		}
	}
}

// take ends the life of a job; false where it had ended before, so that its result is late.
func (r *Runner) take(j *job) bool {
	for i, have := range r.jobs {
		if have == j {
			j.cancel()
			j.stopTimer()
			r.jobs = append(r.jobs[:i:i], r.jobs[i+1:]...)
			if j.shown {
				r.tell()
			}
			return true
		}
	}
	return false
}

func (r *Runner) alive(j *job) bool {
	for _, have := range r.jobs {
		if have == j {
			return true
		}
	}
	return false
}

func (r *Runner) tell() {
	var shown []Busy
	for _, j := range r.jobs {
		if j.shown {
			shown = append(shown, Busy{Key: j.key, Title: j.title, Done: j.done, Total: j.total})
		}
	}
	r.changed(shown)
}
