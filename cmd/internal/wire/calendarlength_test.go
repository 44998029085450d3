package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A meeting whose file does not say when it ends (RFC 5545 3.6.1) takes as long as meetings do here, and the plan says so; one that is
// here, or is of a series, as long as that. What is busy time takes none, and neither does what ends as it begins.
func TestAMeetingWithoutAnEndTakesTheUsualTime(t *testing.T) {
	p := open(t)
	change := func(minutes int) {
		ok(t, p.Workspace.Change(t.Context(), func(ws *core.Workspace) error { ws.Length = minutes; return nil }))
	}
	change(50)
	single := calendarText(eventText("talk", "DTSTART:20261203T100000Z\n"+withAmina))
	weekly := calendarText(eventText("run", "DTSTART;TZID=Africa/Nairobi:20261201T100000\nRRULE:FREQ=WEEKLY;COUNT=3\n"+withAmina),
		eventText("run", "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\n"+withAmina))
	for _, c := range []struct {
		text  string
		lasts []int
	}{{single, []int{50}}, {weekly, []int{50, 50}}} {
		plan := readCalendar(t, p, c.text, planner.CalendarAsBoth)
		for i, s := range plan.Steps {
			if s.Does != planner.CalendarNew || s.Lasts != c.lasts[i] || s.As == core.KindBusy {
				t.Errorf("%s: %s as %s, %d minutes, %v", s.UID, s.Does, s.As, s.Lasts, s.Err)
			}
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	}
	if m := meetingByUID(t, p, "talk"); m.Length() != 50 {
		t.Errorf("%d minutes", m.Length())
	}
	s := seriesByUID(t, p, "run")
	if got := starts(t, p, s.ID); s.Length() != 50 || got != "12-01T10:00 12-09T12:00* 12-15T10:00" {
		t.Errorf("%d minutes: %s", s.Length(), got)
	}
	change(30)
	for _, text := range []string{single, weekly} {
		if again := readCalendar(t, p, text, planner.CalendarAsBoth); again.New+again.Changed+again.Refused > 0 {
			t.Errorf("a second time: %s", sums(again))
		}
	}
	moved := take(t, p, calendarText(eventText("talk", "SEQUENCE:1\nDTSTART:20261204T110000Z\n"+withAmina)))
	if m := meetingByUID(t, p, "talk"); moved != changedOne || m.Length() != 50 {
		t.Errorf("moved: %s, %d minutes", moved, m.Length())
	}
	for name, c := range map[string]struct {
		text string
		as   planner.CalendarAs
	}{
		"of nobody known":      {calendarText(eventText("moment", "DTSTART:20261203T100000Z\nSUMMARY:Tea")), planner.CalendarAsBoth},
		"as busy time":         {calendarText(eventText("moment", "DTSTART:20261203T100000Z\n"+withAmina)), planner.CalendarAsBusy},
		"ends as it begins":    {calendarText(eventText("moment", "DTSTART:20261203T100000Z\nDTEND:20261203T100000Z\n"+withAmina)), planner.CalendarAsBoth},
		"takes no time at all": {calendarText(eventText("moment", "DTSTART:20261203T100000Z\nDURATION:PT0S\n"+withAmina)), planner.CalendarAsBoth},
	} {
		if s := readCalendar(t, p, c.text, c.as).Steps[0]; core.CodeOf(s.Err) != core.CodeNoLength || s.Lasts != 0 || !s.End.IsZero() {
			t.Errorf("%s: %s, %v", name, s.Does, s.Err)
		}
	}
}
