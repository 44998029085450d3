package shell_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

type outcome struct {
	value string
	err   error
}

func newRunner(shown *[]shell.Busy) (*shell.Runner, *shelltest.Clock, *shelltest.Queue) {
	clock, queue := &shelltest.Clock{}, shelltest.NewQueue()
	return shell.NewRunner(queue.Do, clock.After, func(b []shell.Busy) { *shown = b }), clock, queue
}

func TestRunnerGivesTheResult(t *testing.T) {
	var shown []shell.Busy
	r, _, q := newRunner(&shown)
	var got []outcome
	shell.Start(r, "load", "Loading", func(context.Context, shell.Report) (string, error) { return "data", nil },
		func(v string, err error) { got = append(got, outcome{v, err}) })
	q.Until(t, "the result", func() bool { return len(got) > 0 })
	if got[0] != (outcome{"data", nil}) || r.Running("load") || len(shown) != 0 {
		t.Errorf("got %v, shown %v", got, shown)
	}
}

// A new job cancels the one before it with its key, and a result that comes all the same is dropped.
func TestRunnerDropsLateResults(t *testing.T) {
	var shown []shell.Busy
	r, _, q := newRunner(&shown)
	var got []outcome
	cancelled, release := make(chan struct{}), make(chan struct{})
	done := func(v string, err error) { got = append(got, outcome{v, err}) }
	shell.Start(r, "find", "", func(ctx context.Context, _ shell.Report) (string, error) {
		<-ctx.Done()
		close(cancelled)
		<-release
		return "old", nil
	}, done)
	shell.Start(r, "find", "", func(context.Context, shell.Report) (string, error) { return "new", nil }, done)
	<-cancelled
	q.Until(t, "the new result", func() bool { return len(got) > 0 })
	close(release)
	if err := r.Wait(10 * time.Second); err != nil {
		t.Fatal(err)
	}
	q.Run()
	if len(got) != 1 || got[0].value != "new" {
		t.Errorf("got %v", got)
	}
}

func TestRunnerCatchesPanics(t *testing.T) {
	var shown []shell.Busy
	r, _, q := newRunner(&shown)
	var got error
	shell.Start(r, "x", "", func(context.Context, shell.Report) (int, error) { panic(context.DeadlineExceeded) },
		func(_ int, err error) { got = err })
	q.Until(t, "the error", func() bool { return got != nil })
	var p *shell.PanicError
	if !errors.As(got, &p) || len(p.Stack) == 0 || !errors.Is(got, context.DeadlineExceeded) {
		t.Errorf("got %v", got)
	}
}

func TestRunnerShowsWhatTakesLong(t *testing.T) {
	var shown []shell.Busy
	r, clock, q := newRunner(&shown)
	step, stop := make(chan int), make(chan struct{})
	var got []error
	shell.Start(r, "import", "Importing", func(ctx context.Context, report shell.Report) (int, error) {
		for n := range step {
			report(n, 10)
			step <- n
		}
		<-ctx.Done()
		close(stop)
		return 0, ctx.Err()
	}, func(_ int, err error) { got = append(got, err) })
	say := func(n int) {
		step <- n
		<-step
		q.Run()
	}
	say(1)
	if len(shown) != 0 {
		t.Error("shown at once")
	}
	clock.Move(500 * time.Millisecond)
	if len(shown) != 1 || shown[0] != (shell.Busy{Key: "import", Title: "Importing", Done: 1, Total: 10}) {
		t.Errorf("shown %v", shown)
	}
	say(7)
	if len(shown) != 1 || shown[0].Done != 7 {
		t.Errorf("shown %v", shown)
	}
	close(step)
	r.Cancel("import")
	if len(shown) != 0 || len(got) != 1 || !errors.Is(got[0], context.Canceled) {
		t.Errorf("shown %v, told %v", shown, got)
	}
	<-stop
	if err := r.Wait(10 * time.Second); err != nil {
		t.Fatal(err)
	}
	q.Run()
	if len(got) != 1 {
		t.Errorf("told twice: %v", got)
	}
}

func TestRunnerStops(t *testing.T) {
	var shown []shell.Busy
	r, _, q := newRunner(&shown)
	told := 0
	for _, key := range []string{"a", "b", "c"} {
		shell.Start(r, key, "", func(ctx context.Context, _ shell.Report) (int, error) {
			<-ctx.Done()
			return 0, ctx.Err()
		}, func(int, error) { told++ })
	}
	r.Stop()
	if err := r.Wait(10 * time.Second); err != nil {
		t.Fatal(err)
	}
	shell.Start(r, "late", "", func(context.Context, shell.Report) (int, error) { told++; return 0, nil }, func(int, error) { told++ })
	q.Run()
	if told != 0 {
		t.Errorf("told %d", told)
	}
}
