package calendar_test

import (
	"testing"

	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Who goes from one meeting to another and back before the times of either were found sees those of the one they are at.
func TestGoingThereAndBackShowsWhomOneIsAt(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	h.Settle()
	grid, whose := find[*kit.TimeGrid](t, h), func() string { return find[*kit.Combo](t, h).Text() }
	grid.Select("")
	h.Canvas().Focus(grid.Focusable())
	last, there := "", false
	for range 20 {
		h.Keys("Down")
		if now := whose(); last != "" && now != last {
			there = true
			break
		}
		last = whose()
	}
	if !there {
		t.Fatal("all meetings of the week are with one person")
	}
	at := whose()
	h.Press("Up", "Down") // there and back, and nothing was found meanwhile
	h.Settle()
	if got := whose(); got != at {
		t.Errorf("at a meeting with %q it shows the times of %q", at, got)
	}
	h.Press("Up", "Down", "Up")
	h.Settle()
	if got := whose(); got != last {
		t.Errorf("at a meeting with %q it shows the times of %q", last, got)
	}
}
