package ui_test

import (
	"slices"
	"testing"
	"time"

	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// message is a message of the desktop, as the window asked for it.
type message struct {
	title   string
	buttons []kit.MenuEntry
	ended   bool
}

func (m *message) texts() (out []string) {
	for _, b := range m.buttons {
		out = append(out, b.Text)
	}
	return out
}

// The desktop's message of a reminder leads to the meeting or puts it off, as the window's does, and goes with it: nobody is told of
// what they have seen to.
func TestTheDesktopsReminderDoesWhatTheWindowsDoes(t *testing.T) {
	clock := &watch{at: uitest.Now()}
	var told []*message
	h := uitest.Open(t, uitest.Options{
		Before: func(p *planner.Planner) { p.Clock = clock },
		Change: func(c *ui.Config) {
			c.Desktop.Notify = func(title, _ string, buttons []kit.MenuEntry) func() {
				m := &message{title: title, buttons: buttons}
				told = append(told, m)
				return func() { m.ended = true }
			}
		},
	})
	pass := func(d time.Duration) {
		clock.add(d)
		h.Clock.Move(d)
		h.Settle()
	}
	pass(25 * time.Minute)
	if len(told) != 1 || !slices.Equal(told[0].texts(), []string{"Open", "Remind in 10 min"}) || told[0].ended {
		t.Fatalf("%+v", told)
	}
	told[0].buttons[1].Run()
	h.Settle()
	h.Lacks("Amina Yusuf in 15 min")
	if !told[0].ended {
		t.Error("put off, the message stays")
	}
	pass(10 * time.Minute)
	h.Wants("Amina Yusuf in 5 min")
	if len(told) != 2 || told[1].title != "Amina Yusuf in 5 min" {
		t.Fatalf("%+v", told)
	}
	told[1].buttons[0].Run()
	h.Settle()
	h.Lacks("Amina Yusuf in 5 min")
	if at := h.Shell.Router.Route().Screen; at != "meeting" || !told[1].ended {
		t.Errorf("on %s, ended: %v", at, told[1].ended)
	}
}

// What is closed in the window goes from the desktop within the minute, and what has begun goes too.
func TestTheDesktopsReminderGoesWithTheWindows(t *testing.T) {
	for name, act := range map[string]func(h *uitest.House, clock *watch){
		"closed": func(h *uitest.House, clock *watch) {
			h.Keys("Escape")
			clock.add(time.Minute)
			h.Clock.Move(time.Minute)
		},
		"begun": func(h *uitest.House, clock *watch) {
			clock.add(16 * time.Minute)
			h.Clock.Move(16 * time.Minute)
		},
	} {
		t.Run(name, func(t *testing.T) {
			clock := &watch{at: uitest.Now()}
			var last *message
			h := uitest.Open(t, uitest.Options{
				Before: func(p *planner.Planner) { p.Clock = clock },
				Change: func(c *ui.Config) {
					c.Desktop.Notify = func(title, _ string, _ []kit.MenuEntry) func() {
						m := &message{title: title}
						last = m
						return func() { m.ended = true }
					}
				},
			})
			clock.add(25 * time.Minute)
			h.Clock.Move(25 * time.Minute)
			h.Settle()
			h.Wants("Amina Yusuf in 15 min")
			act(h, clock)
			h.Settle()
			h.Lacks("Amina Yusuf in 15 min")
			if last == nil || !last.ended {
				t.Errorf("it stays on the desktop: %+v", last)
			}
		})
	}
}
