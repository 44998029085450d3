package calendar_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
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

// Who comes back to the days, the month or the list is where they were: on the meeting that they opened, on their day.
func TestGoingBackIsToWhereTheKeysWere(t *testing.T) {
	today := core.DateOf(uitest.Now())
	for view, where := range map[string]func(h *uitest.House) any{
		"day":    func(h *uitest.House) any { return find[*kit.TimeGrid](t, h).Selected() },
		"week":   func(h *uitest.House) any { return find[*kit.TimeGrid](t, h).Selected() },
		"month":  func(h *uitest.House) any { return find[*kit.MonthGrid](t, h).Date() },
		"agenda": func(h *uitest.House) any { return find[*kit.List](t, h).Current() },
	} {
		h := open(t, view, uitest.Options{})
		switch view {
		case "month":
			find[*kit.MonthGrid](t, h).SetDate(today.AddDays(2))
		case "agenda":
			find[*kit.List](t, h).SetCurrent(4)
		default:
			if view == "week" { // other days than those that the calendar begins with
				h.Keys("PageDown")
			}
			grid := find[*kit.TimeGrid](t, h)
			for _, b := range grid.Spec().Blocks {
				grid.Select(b.Key)
			}
		}
		was := where(h)
		if was == "" {
			t.Fatalf("%s: nothing to be at", view)
		}
		h.Go(shell.Route{Screen: "today"})
		h.Keys("Alt+Left")
		if got := where(h); got != was || h.Shell.Router.Route().Screen != "calendar" {
			t.Errorf("%s: at %v, and before at %v", view, got, was)
		}
	}
}

// A meeting whose end alone is moved has not been moved: the step says what became of it.
func TestAStretchedMeetingIsCalledLongerOrShorter(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	id := next(t, h).ID
	stretch := func(key fyne.KeyName) {
		grid := find[*kit.TimeGrid](t, h)
		grid.Select("meeting:" + id.String())
		h.Canvas().Focus(grid.Focusable())
		grid.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
		h.Keys("Enter")
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want planner.Title
		said string
	}{{fyne.KeyDown, planner.TitleMeetingLonger, "Meeting extended"}, {fyne.KeyUp, planner.TitleMeetingShorter, "Meeting shortened"}} {
		stretch(c.key)
		h.Wants(c.said)
		if s, err := h.Planner.Undoable(t.Context()); err != nil || s.Title != c.want {
			t.Errorf("%v: %+v, %v", c.key, s, err)
		}
	}
	h.Lacks("Meeting moved")
}
