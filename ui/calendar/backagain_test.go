package calendar_test

import (
	"slices"
	"testing"

	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Who goes from one meeting to another and back before the times of either were found sees those of the one they are at.
func TestGoingThereAndBackShowsWhomOneIsAt(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	h.Settle()
	grid, whose := find[*kit.TimeGrid](t, h), func() string { return find[*kit.Combo](t, h).Text() }
	first := next(t, h)
	if !grid.Select("meeting:" + first.ID.String()) {
		t.Fatal("the next meeting is not in the week")
	}
	h.Canvas().Focus(grid.Focusable())
	last, steps := whose(), 0
	for whose() == last && steps < 40 {
		h.Keys("Down")
		steps++
	}
	at := whose()
	if at == last {
		t.Fatal("the day has meetings with one person alone")
	}
	up, down := slices.Repeat([]string{"Up"}, steps), slices.Repeat([]string{"Down"}, steps)
	h.Press(slices.Concat(up, down)...) // there and back, and nothing was found meanwhile
	h.Settle()
	if got := whose(); got != at {
		t.Errorf("at a meeting with %q it shows the times of %q", at, got)
	}
	h.Press(slices.Concat(up, down, up)...)
	h.Settle()
	if got := whose(); got != last {
		t.Errorf("at a meeting with %q it shows the times of %q", last, got)
	}
}
