package ui_test

import (
	"sync"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// watch is a clock that a test sets while work beside the window reads it.
type watch struct {
	mu sync.Mutex
	at time.Time
}

func (w *watch) Now() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.at
}

// add lets the clock go on.
func (w *watch) add(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.at = w.at.Add(d)
}

// A quarter of an hour before a meeting the window and the desktop tell of it, once; it comes back when it was
// asked to, and leads to the meeting.
func TestAReminderComesInTime(t *testing.T) {
	clock := &watch{at: uitest.Now()}
	var desktop []string
	h := uitest.Open(t, uitest.Options{
		Before: func(p *planner.Planner) { p.Clock = clock },
		Change: func(c *ui.Config) {
			c.Desktop.Notify = func(title, _ string, _ []kit.MenuEntry) func() { desktop = append(desktop, title); return func() {} }
		},
	})
	h.Lacks("Amina Yusuf in 15 min")
	clock.add(25 * time.Minute)
	h.Clock.Move(25 * time.Minute)
	h.Settle()
	h.Wants("Amina Yusuf in 15 min")
	if len(desktop) != 1 || desktop[0] != "Amina Yusuf in 15 min" {
		t.Errorf("the desktop was told %q", desktop)
	}
	h.Tap("Remind in 10 min")
	h.Lacks("Amina Yusuf in 15 min")
	clock.add(10 * time.Minute)
	h.Clock.Move(10 * time.Minute)
	h.Settle()
	h.Wants("Amina Yusuf in 5 min")
	h.Tap("Open")
	if at := h.Shell.Router.Route().Screen; at == "today" {
		t.Error("leads nowhere")
	}
}

// All that began while the window was closed is told at the next start, in one message, also if no reminder was due while it
// was open.
func TestMissedRemindersAreToldAtTheNextStart(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		clock := &watch{at: uitest.Now()}
		h := uitest.Open(t, uitest.Options{Language: lang, Before: func(p *planner.Planner) { p.Clock = clock }})
		clock.add(6 * time.Hour)
		next := h.Again()
		next.Wants("Amina Yusuf, 14:00–14:45; Иван Петров, 18:00–18:45")
		next.Shot("missed-" + string(lang))
		last := next.Again()
		last.Lacks("Amina Yusuf, 14:00–14:45;")
	}
}

// Two meetings at one time are both told of.
func TestMeetingsAtOneTimeAreBothToldOf(t *testing.T) {
	clock, told := &watch{at: uitest.Now()}, []string{}
	h := uitest.Open(t, uitest.Options{
		Before: func(p *planner.Planner) {
			p.Clock = clock
			day, err := p.Today(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			other := *day.Next.Meeting
			other.Head, other.Title = core.Head{}, "Second look"
			if _, err := p.Meetings.Plan(t.Context(), other); err != nil {
				t.Fatal(err)
			}
		},
		Change: func(c *ui.Config) {
			c.Desktop.Notify = func(title, _ string, _ []kit.MenuEntry) func() { told = append(told, title); return func() {} }
		},
	})
	clock.add(25 * time.Minute)
	h.Clock.Move(25 * time.Minute)
	h.Settle()
	if len(told) != 2 {
		t.Fatalf("the desktop was told %q", told)
	}
	for range told {
		h.Tap("Remind in 10 min")
	}
	h.Lacks("Remind in 10 min")
}

// What was put off comes back also if the window was closed meanwhile: in the next one, at its time or at once, and once.
func TestAPutOffReminderOutlivesItsWindow(t *testing.T) {
	for _, away := range []time.Duration{time.Minute, 12 * time.Minute} {
		clock := &watch{at: uitest.Now()}
		h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = clock }})
		clock.add(25 * time.Minute)
		h.Clock.Move(25 * time.Minute)
		h.Settle()
		h.Tap("Remind in 10 min")
		clock.add(away)
		next := h.Again()
		rest := max(10*time.Minute-away, time.Second)
		if away < 10*time.Minute {
			next.Clock.Move(rest - time.Second)
			next.Settle()
			next.Lacks("Amina Yusuf in ")
			next.Clock.Move(time.Second)
			clock.add(rest)
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
	clock := &watch{at: uitest.Now()}
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = clock }})
	pass := func(d time.Duration) {
		clock.add(d)
		h.Clock.Move(d)
		h.Settle()
	}
	pass(25 * time.Minute)
	for _, c := range []struct {
		away time.Duration
		says string
		then string
	}{{10 * time.Minute, "Remind in 10 min", "in 5 min"}, {2 * time.Minute, "Remind in 2 min", "in 3 min"}, {2 * time.Minute, "Remind in 2 min", "in 1 min"}} {
		h.Tap(c.says)
		pass(c.away)
		h.Wants("Amina Yusuf " + c.then)
	}
	if h.CanClick("Remind in 2 min") || h.CanClick("Remind in 10 min") {
		t.Error("it can be put off beyond the beginning")
	}
}

// A reminder takes no place of the message that takes the last step back, and opens nothing that is open already.
func TestAReminderStandsBesideUndo(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		clock := &watch{at: uitest.Now()}
		h := uitest.Open(t, uitest.Options{Language: lang, Before: func(p *planner.Planner) { p.Clock = clock }})
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "meeting", ID: day.Next.Meeting.ID})
		clock.add(25 * time.Minute)
		h.Clock.Move(25*time.Minute - 3*time.Second)
		h.Run("question.new")
		h.Type("How?")
		h.Tap(h.Words.T("capture.save"))
		h.Wants(h.Words.T("window.undo"))
		h.Clock.Move(3 * time.Second) // the message is there still
		h.Settle()
		remind, undo := h.Words.T("reminder.snooze", "until", h.Words.Hours(10)), h.Words.T("title.question_asked", "count", 1)
		h.Wants(remind, undo)
		if h.CanClick(h.Words.T("reminder.open")) {
			t.Error("it offers to open what is open")
		}
		h.Shot("reminder-" + string(lang))
	}
}

// Nobody is reminded of a meeting whose timer runs; a reminder that stands goes when it is started.
func TestNobodyIsRemindedOfAMeetingThatIsHeld(t *testing.T) {
	for _, before := range []bool{true, false} {
		clock, told := &watch{at: uitest.Now()}, 0
		h := uitest.Open(t, uitest.Options{
			Before: func(p *planner.Planner) { p.Clock = clock },
			Change: func(c *ui.Config) {
				c.Desktop.Notify = func(string, string, []kit.MenuEntry) func() { told++; return func() {} }
			},
		})
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		remind := func() {
			clock.add(25 * time.Minute)
			h.Clock.Move(25 * time.Minute)
			h.Settle()
		}
		h.Go(shell.Route{Screen: "meeting", ID: day.Next.Meeting.ID})
		if before {
			h.Keys("Ctrl+T")
			remind()
			if told > 0 {
				t.Error("the desktop was told of it")
			}
		} else {
			remind()
			h.Wants("Remind in 10 min")
			h.Keys("Ctrl+T")
		}
		h.Lacks("Remind in 10 min")
	}
}
