package ui_test

import (
	"testing"
	"time"

	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/uitest"
)

// watch is a clock that a test sets.
type watch struct{ at time.Time }

func (w *watch) Now() time.Time { return w.at }

// A quarter of an hour before a meeting the window and the desktop tell of it, once; it comes back when it was
// asked to, and leads to the meeting.
func TestAReminderComesInTime(t *testing.T) {
	clock := &watch{uitest.Now()}
	var desktop []string
	h := uitest.Open(t, uitest.Options{
		Before: func(p *planner.Planner) { p.Clock = clock },
		Change: func(c *ui.Config) {
			c.Desktop.Notify = func(title, _ string) { desktop = append(desktop, title) }
		},
	})
	h.Lacks("Amina Yusuf in 15 min")
	clock.at = clock.at.Add(25 * time.Minute)
	h.Clock.Move(25 * time.Minute)
	h.Settle()
	h.Wants("Amina Yusuf in 15 min")
	if len(desktop) != 1 || desktop[0] != "Amina Yusuf in 15 min" {
		t.Errorf("the desktop was told %q", desktop)
	}
	h.Tap("In 10 min")
	h.Lacks("Amina Yusuf in 15 min")
	clock.at = clock.at.Add(10 * time.Minute)
	h.Clock.Move(10 * time.Minute)
	h.Settle()
	h.Wants("Amina Yusuf in 5 min")
	h.Tap("Open")
	if at := h.Shell.Router.Route().Screen; at == "today" {
		t.Error("leads nowhere")
	}
}

// What was put off comes back also if the window was closed meanwhile: in the next one, at its time or at once, and once.
func TestAPutOffReminderOutlivesItsWindow(t *testing.T) {
	for _, away := range []time.Duration{time.Minute, 12 * time.Minute} {
		clock := &watch{uitest.Now()}
		h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = clock }})
		clock.at = clock.at.Add(25 * time.Minute)
		h.Clock.Move(25 * time.Minute)
		h.Settle()
		h.Tap("In 10 min")
		clock.at = clock.at.Add(away)
		next := h.Again()
		rest := max(10*time.Minute-away, time.Second)
		if away < 10*time.Minute {
			next.Clock.Move(rest - time.Second)
			next.Settle()
			next.Lacks("Amina Yusuf in ")
			next.Clock.Move(time.Second)
			clock.at = clock.at.Add(rest)
		} else {
			next.Clock.Move(rest)
		}
		next.Settle()
		next.Wants("Amina Yusuf in ")
		if all, err := next.Planner.PutOffs(t.Context()); err != nil || len(all) != 0 {
			t.Errorf("still put off: %v, %v", all, err)
		}
	}
}

// A reminder is never put off beyond the beginning of its meeting, from where it would not come back.
func TestPuttingOffEndsBeforeTheMeeting(t *testing.T) {
	clock := &watch{uitest.Now()}
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = clock }})
	pass := func(d time.Duration) {
		clock.at = clock.at.Add(d)
		h.Clock.Move(d)
		h.Settle()
	}
	pass(25 * time.Minute)
	for _, c := range []struct {
		away time.Duration
		says string
		then string
	}{{10 * time.Minute, "In 10 min", "in 5 min"}, {2 * time.Minute, "In 2 min", "in 3 min"}, {2 * time.Minute, "In 2 min", "in 1 min"}} {
		h.Tap(c.says)
		pass(c.away)
		h.Wants("Amina Yusuf " + c.then)
	}
	if h.CanClick("In 2 min") || h.CanClick("In 10 min") {
		t.Error("it can be put off beyond the beginning")
	}
}
