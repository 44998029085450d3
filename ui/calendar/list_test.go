package calendar_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// The list goes as the day goes, meetings and times that are taken together, and days off are nothing that is due.
func TestTheListGoesAsTheDayGoes(t *testing.T) {
	for lang, whole := range map[core.Language]string{core.English: "all day", core.Russian: "весь день"} {
		w := uitest.WordsOf(t, lang)
		day := core.NewDate(2026, 11, 24)
		busy := func(n byte, from, to core.Civil, all bool) planner.CalendarBusy {
			return planner.CalendarBusy{Busy: &core.Busy{Head: core.Head{ID: uitest.ID(n)}, AllDay: all}, Start: from, End: to}
		}
		c := &planner.Calendar{
			Period: core.Period{From: day, To: day.AddDays(28)}, Now: day.At(8, 0), Owner: &core.Person{Zone: "UTC"},
			Busy: []planner.CalendarBusy{
				busy(1, day.At(0, 0), day.AddDays(1).At(0, 0), true), busy(2, day.At(9, 15), day.At(10, 0), false),
				busy(3, day.At(12, 0), day.At(13, 0), false), busy(6, day.At(15, 0), day.AddDays(2).At(21, 0), false),
			},
			Due: []planner.CalendarDue{{Ref: core.Ref{Kind: core.KindAction, ID: uitest.ID(5)}, On: day, Title: "A"}},
		}
		m := &core.Meeting{Head: core.Head{ID: uitest.ID(4)}, Status: core.MeetingPlanned, Zone: "UTC", Start: day.At(11, 0), End: day.At(12, 0)}
		c.Meetings = []planner.CalendarMeeting{{MeetingRow: planner.MeetingRow{Meeting: m}, Start: m.Start, End: m.End}}
		var got []string
		state := calendar.State{View: calendar.Agenda, Date: day}
		for _, r := range calendar.NewModel(c, state, calendar.Show{Meetings: true, Actions: true}, w).Rows {
			if r.Heading == "" {
				got = append(got, r.Time)
			}
		}
		want := []string{whole, w.T("calendar.due"), "09:15–10:00", "11:00–12:00", "12:00–13:00", "15:00–00:00", whole, "00:00–21:00"}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", lang, got, want)
		}
	}
}

// The small month beside the list marks the days that lie before those of the list, too.
func TestTheSmallMonthMarksPastDaysBesideTheList(t *testing.T) {
	s := calendar.State{View: calendar.Agenda, Date: core.NewDate(2026, 11, 23)}
	if got := s.Glance(); !got.Contains(core.NewDate(2026, 11, 2)) {
		t.Errorf("of %v it is known when meetings begin", got)
	}
}

// Today brings the hours of now back, wherever somebody has scrolled to.
func TestTodayGoesToNow(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	grid := find[*kit.TimeGrid](t, h)
	at := grid.At()
	grid.To(0)
	h.Keys("Alt+0")
	if now := grid.At(); now != at || at == 0 {
		t.Errorf("the hours begin at %v, not at %v", now, at)
	}
}
