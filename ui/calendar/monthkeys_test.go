package calendar_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// In a month, a meeting is chosen among those of its day and moved by days and weeks, all by keys, and what is in the way is said
// meanwhile; the key sheet and the meeting's menu lead there.
func TestAMeetingOfTheMonthIsMovedByKeys(t *testing.T) {
	h := open(t, "month", uitest.Options{})
	grid := find[*kit.MonthGrid](t, h)
	amina := next(t, h)
	day := amina.Start.Date
	h.Canvas().Focus(grid)
	h.Run("shell.keys")
	h.Wants("Go to the meetings of the day (Esc: back to the days)", "Move the meeting to the next week")
	h.Keys("Escape")
	grid.SetDate(day)
	key := "meeting:" + amina.ID.String()
	h.Keys("Space")
	for i := 0; grid.Entry() != key; i++ {
		if h.Keys("Down"); i == 9 {
			t.Fatalf("the keys are at %q", grid.Entry())
		}
	}
	h.Keys("Ctrl+Down")
	h.Wants("14:00–14:45", "Enter keeps it, Esc puts it back")
	h.Keys("Right")
	h.Shot("month-keys")
	h.Keys("Enter")
	moved := meeting(t, h, amina.ID)
	if moved.Start != day.AddDays(8).At(amina.Start.Hour, amina.Start.Minute) || moved.Length() != amina.Length() {
		t.Errorf("is at %v", moved.Start)
	}
	if grid.Entry() != key || grid.Date() != day.AddDays(8) {
		t.Errorf("the keys are at %q of %v", grid.Entry(), grid.Date())
	}
	h.Keys("Ctrl+Z")
	if got := meeting(t, h, amina.ID); got.Start != amina.Start {
		t.Errorf("undo leaves it at %v", got.Start)
	}
	grid.SetDate(day)
	grid.Select(key)
	h.Keys("F10")
	h.Tap("Move or resize by keyboard")
	h.Keys("Left", "Enter")
	if got := meeting(t, h, amina.ID); got.Start.Date != day.AddDays(-1) {
		t.Errorf("the menu moves it to %v", got.Start)
	}
}

// The keys stay at what they were at where something else changes the days.
func TestTheKeysOfAMonthStay(t *testing.T) {
	h := open(t, "month", uitest.Options{})
	grid := find[*kit.MonthGrid](t, h)
	day := next(t, h).Start.Date.AddDays(3)
	grid.SetDate(day)
	if err := h.Planner.People.Change(t.Context(), h.Person("Amina").ID, func(p *core.Person) error {
		p.Organisation = "Elsewhere"
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if h.Settle(); grid.Date() != day {
		t.Errorf("they are on %v, not on %v", grid.Date(), day)
	}
	if h.Keys("Alt+0"); grid.Date() == day {
		t.Error("they do not go to today")
	}
}
