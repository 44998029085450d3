package today_test

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/today"
)

// What was planned on another clock is told on the owner's: the day and the time of the next meeting, and the day of the
// last one. An owner whose zone is not known lives by UTC here as everywhere.
func TestTimesAreToldOnTheOwnersClock(t *testing.T) {
	w := words(t, core.English)
	for zone, want := range map[core.Zone][2]string{
		"Asia/Tokyo":      {"Wed 01:00–01:45", "last meeting: Sara, 21 Nov"},
		"America/Chicago": {"tomorrow 10:00–10:45", "last meeting: Sara, 20 Nov"},
		"":                {"tomorrow 16:00–16:45", "last meeting: Sara, 20 Nov"},
	} {
		d := menteeDay()
		d.People[d.Owner].Zone = zone
		d.People[core.ID{0: 9, 15: 2}].Zone = zone
		if got := today.NewMenteeModel(&planner.Today{}, d, false, w).Mentors[0].Caption; got != want[0] {
			t.Errorf("in %q the next meeting is %q, not %q", zone, got, want[0])
		}
		day := day()
		day.Owner.Zone = zone
		day.Last.Meeting.Start = day.Date.AddDays(-3).At(20, 0)
		day.Last.Meeting.End = day.Date.AddDays(-3).At(20, 45)
		if got := today.NewModel(day, w, false).Capture.Caption; got != want[1] {
			t.Errorf("in %q: %q, not %q", zone, got, want[1])
		}
	}
}

// A meeting in the hour that the clock shows twice says which of both it begins and ends in, on every card: its hour read as none.
func TestAnHourThatTheClockShowsTwiceIsToldApart(t *testing.T) {
	w, zone := words(t, core.English), core.Zone("Europe/Berlin")
	start := core.NewDate(2026, time.October, 25).At(2, 30)
	m := &core.Meeting{Start: start, Zone: zone}
	m.Last(start, 60, zone)
	want := "25 Oct 02:30 (UTC+2)–02:30 (UTC+1)"
	d := menteeDay()
	d.People[d.Owner].Zone = zone
	d.Mentors[0].Next = m
	if got := today.NewMenteeModel(&planner.Today{}, d, false, w).Mentors[0].Caption; !strings.Contains(got, want) {
		t.Errorf("a mentee reads %q", got)
	}
	mentor := day()
	mentor.Owner.Zone = zone
	mentor.Next.Meeting = m
	if got := today.NewModel(mentor, w, false).Next.Caption; !strings.Contains(got, want) {
		t.Errorf("a mentor reads %q", got)
	}
}

// The lines of the hours add up to what stands above them, however many relationships there are.
func TestTheLinesOfHoursAddUp(t *testing.T) {
	w := words(t, core.English)
	for n := range 9 {
		d, sum := day(), 0
		d.Hours.By = nil
		for i := range n {
			d.Hours.By = append(d.Hours.By, planner.HoursRow{Name: "Somebody", Minutes: 60 * (9 - i)})
			sum += 9 - i
		}
		got, lines := 0, today.NewModel(d, w, false).Hours
		for _, line := range lines {
			for hours := range 60 {
				if line.Text == w.Hours(60*hours) {
					got += hours
				}
			}
			if line.Part > 1 {
				t.Errorf("%d of %d: a bar is longer than its line", len(lines), n)
			}
		}
		if got != sum || len(lines) > 5 {
			t.Errorf("%d lines of %d add up to %d h of %d", len(lines), n, got, sum)
		}
		if n > 5 && lines[4].Name != w.T("today.hours_others", "count", n-4) {
			t.Errorf("the last line is called %q", lines[4].Name)
		}
	}
}
