package wire

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// calendarText wraps events into a calendar.
func calendarText(events ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nX-WR-CALNAME:Work\r\n" + strings.Join(events, "") + "END:VCALENDAR\r\n"
}

func eventText(uid, more string) string {
	return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20261101T000000Z\r\n" + strings.ReplaceAll(more, "\n", "\r\n") + "\r\nEND:VEVENT\r\n"
}

func readCalendar(t *testing.T, p *planner.Planner, text string, as planner.CalendarAs) *planner.CalendarPlan {
	t.Helper()
	plan, err := p.CalendarFiles.Read(t.Context(), "work.ics", strings.NewReader(text), as)
	ok(t, err)
	return plan
}

func sums(plan *planner.CalendarPlan) string {
	return fmt.Sprintf("new %d, changed %d, same %d, refused %d", plan.New, plan.Changed, plan.Same, plan.Refused)
}

const amina = "ATTENDEE;CN=Somebody else:mailto:AMINA.YUSUF@kijani.example"

func mixedCalendar() string {
	return calendarText(
		eventText("with-amina", "DTSTART;TZID=Europe/Berlin:20261201T100000\nDTEND;TZID=Europe/Berlin:20261201T110000\nSUMMARY:Offer\nORGANIZER:mailto:amina.yusuf@kijani.example\n"+amina+"\nLOCATION:Room 4\nURL:https://meet.example.org/x"),
		eventText("team", "DTSTART;TZID=W. Europe Standard Time:20261202T100000\nDURATION:PT1H\nSUMMARY:Team\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=W. Europe Standard Time:20261209T100000"),
		eventText("team", "RECURRENCE-ID;TZID=W. Europe Standard Time:20261216T100000\nDTSTART;TZID=W. Europe Standard Time:20261217T100000\nDURATION:PT1H\nSUMMARY:Team, moved"),
		eventText("team", "RECURRENCE-ID;TZID=W. Europe Standard Time:20261223T100000\nDTSTART;TZID=W. Europe Standard Time:20261223T100000\nDURATION:PT1H\nSTATUS:CANCELLED"),
		eventText("leave", "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Away"),
		eventText("off", "DTSTART:20261203T100000Z\nDTEND:20261203T110000Z\nSTATUS:CANCELLED"),
		eventText("broken", "DTSTART:soon\nSUMMARY:Broken"),
		eventText("no time", "DTSTART:20261203T100000Z\nSUMMARY:A reminder"),
	)
}

func TestCalendarImport(t *testing.T) {
	p := open(t)
	before := contents(t, p)
	plan := readCalendar(t, p, mixedCalendar(), planner.CalendarAsBoth)
	if got := sums(plan); got != "new 4, changed 0, same 1, refused 3" || plan.Name != "Work" {
		t.Errorf("%s of %q: %+v", got, plan.Name, plan.Steps)
	}
	if contents(t, p) != before {
		t.Error("reading wrote")
	}
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	after := contents(t, p)

	m := meetingByUID(t, p, "with-amina")
	rel, err := p.Relationships.Get(t.Context(), m.Relationship)
	ok(t, err)
	if m.Title != "Offer" || m.Place != "Room 4" || m.Link != "https://meet.example.org/x" || m.Zone != "Europe/Berlin" ||
		m.Start.String() != "2026-12-01T10:00" || m.Status != core.MeetingPlanned || rel.ID != named(t, p, "Amina Yusuf").ID {
		t.Errorf("%+v", m)
	}
	busy := busyByUID(t, p)
	team := busy["team"]
	if team.Zone != "Europe/Berlin" || team.Rule != "FREQ=WEEKLY" || len(team.Except) != 3 || team.End.String() != "2026-12-02T11:00" || team.Calendar != "Work" {
		t.Errorf("%+v", team)
	}
	if moved := busy["team 2026-12-16T10:00"]; moved.Start.String() != "2026-12-17T10:00" || moved.Rule != "" {
		t.Errorf("%+v", moved)
	}
	if leave := busy["leave"]; !leave.AllDay || leave.Zone != "" || leave.End.String() != "2026-12-27T00:00" {
		t.Errorf("%+v", leave)
	}

	// Twice changes nothing, and one undo takes all of it back.
	again := readCalendar(t, p, mixedCalendar(), planner.CalendarAsBoth)
	if again.New+again.Changed != 0 {
		t.Errorf("a second time: %s", sums(again))
	}
	ok(t, p.CalendarFiles.Import(t.Context(), again, nil))
	if contents(t, p) != after {
		t.Error("the second import changed something")
	}
	if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
		t.Errorf("one undo does not take the import back: %v", err)
	}
	if _, err := p.Redo(t.Context()); err != nil || contents(t, p) != after {
		t.Errorf("redo does not bring it again: %v", err)
	}
}

func TestCalendarImportFollowsChanges(t *testing.T) {
	p := open(t)
	ok(t, p.CalendarFiles.Import(t.Context(), readCalendar(t, p, mixedCalendar(), planner.CalendarAsBoth), nil))
	changed := strings.NewReplacer(
		"DTSTAMP:20261101T000000Z", "DTSTAMP:20261102T000000Z", // renewed by every export
		"20261201T1", "20261204T1", "SUMMARY:Away\r\n", "SUMMARY:Away\r\nSTATUS:CANCELLED\r\n", "DURATION:PT1H\r\nSUMMARY:Team\r\n", "DURATION:PT2H\r\nSUMMARY:Team\r\n",
	).Replace(mixedCalendar())
	plan := readCalendar(t, p, changed, planner.CalendarAsBoth)
	if got := sums(plan); got != "new 0, changed 3, same 2, refused 3" {
		t.Errorf("%s", got)
	}
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	if m := meetingByUID(t, p, "with-amina"); m.Start.String() != "2026-12-04T10:00" {
		t.Errorf("%+v", m)
	}
	busy := busyByUID(t, p)
	if !busy["leave"].Never() || busy["team"].End.String() != "2026-12-02T12:00" {
		t.Errorf("%+v", busy)
	}
}

func TestCalendarImportAsAsked(t *testing.T) {
	p := open(t)
	for as, want := range map[planner.CalendarAs]string{
		planner.CalendarAsMeetings: "new 1, changed 0, same 0, refused 7",
		planner.CalendarAsBusy:     "new 4, changed 0, same 1, refused 3",
	} {
		plan := readCalendar(t, p, mixedCalendar(), as)
		if got := sums(plan); got != want {
			t.Errorf("%s: %s", as, got)
		}
		for _, s := range plan.Steps {
			if s.Does == planner.CalendarRefused && s.Err == nil {
				t.Errorf("%s: %+v is refused without a reason", as, s)
			}
		}
	}
	if _, err := p.CalendarFiles.Read(t.Context(), "x.ics", strings.NewReader(mixedCalendar()), "tasks"); core.CodeOf(err) != core.CodeBadChoice {
		t.Error(err)
	}
	if _, err := p.CalendarFiles.Read(t.Context(), "x.ics", strings.NewReader("hello"), ""); core.CodeOf(err) != core.CodeNotImport {
		t.Error(err)
	}
}

// A cancel in the middle leaves nothing, not even what was written before it.
func TestCalendarImportCancelled(t *testing.T) {
	p := open(t)
	before := contents(t, p)
	var events []string
	for i := range 2500 {
		events = append(events, eventText(fmt.Sprint("many-", i), "DTSTART:20270101T100000Z\nDTEND:20270101T110000Z\nSUMMARY:Busy"))
	}
	plan := readCalendar(t, p, calendarText(events...), planner.CalendarAsBoth)
	if plan.New != 2500 {
		t.Fatal(sums(plan))
	}
	ctx, cancel := context.WithCancel(t.Context())
	err := p.CalendarFiles.Import(ctx, plan, func(done int) {
		if done >= 1000 {
			cancel()
		}
	})
	if core.CodeOf(err) != core.CodeCancelled || contents(t, p) != before {
		t.Errorf("%v; something stayed", err)
	}
}

func meetingOf(t *testing.T, p *planner.Planner) *core.Meeting {
	t.Helper()
	all, err := p.Meetings.Of(t.Context(), named(t, p, "Amina Yusuf").ID)
	ok(t, err)
	for _, m := range all {
		if m.Planned() {
			return m
		}
	}
	t.Fatal("no planned meeting in the sample")
	return nil
}

func meetingByUID(t *testing.T, p *planner.Planner, uid string) *core.Meeting {
	t.Helper()
	var found *core.Meeting
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for rec, err := range r.All(core.KindMeeting) {
			if err != nil {
				return err
			}
			if m := rec.(*core.Meeting); m.UID == uid {
				found = m
			}
		}
		return nil
	}))
	if found == nil {
		t.Fatalf("no meeting with the UID %s", uid)
	}
	return found
}

func busyByUID(t *testing.T, p *planner.Planner) map[string]*core.Busy {
	t.Helper()
	out := map[string]*core.Busy{}
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for rec, err := range r.All(core.KindBusy) {
			if err != nil {
				return err
			}
			b := rec.(*core.Busy)
			out[strings.TrimSpace(b.UID+" "+b.Recurrence.String())] = b
		}
		return nil
	}))
	return out
}

// What recurs with somebody of a relationship is a series, its changed occurrences are meetings of it.
func TestCalendarImportOfASeries(t *testing.T) {
	p := open(t)
	before := contents(t, p)
	const people = "ORGANIZER:mailto:amina.yusuf@kijani.example\n" + amina
	text := calendarText(
		eventText("run", "DTSTART;TZID=Africa/Nairobi:20261201T100000\nDTEND;TZID=Africa/Nairobi:20261201T110000\nRRULE:FREQ=WEEKLY;COUNT=6\nEXDATE;TZID=Africa/Nairobi:20261208T100000\nSUMMARY:Weekly\n"+people),
		eventText("run", "RECURRENCE-ID;TZID=Africa/Nairobi:20261215T100000\nDTSTART;TZID=Africa/Nairobi:20261216T120000\nDTEND;TZID=Africa/Nairobi:20261216T130000\nSUMMARY:Moved\n"+people),
		eventText("run", "RECURRENCE-ID;TZID=Africa/Nairobi:20261222T100000\nDTSTART;TZID=Africa/Nairobi:20261222T100000\nDTEND;TZID=Africa/Nairobi:20261222T110000\nSTATUS:CANCELLED\nSUMMARY:Weekly\n"+people),
	)
	plan := readCalendar(t, p, text, planner.CalendarAsBoth)
	if got := sums(plan); got != "new 2, changed 0, same 1, refused 0" {
		t.Fatalf("%s: %+v", got, plan.Steps)
	}
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	after := contents(t, p)
	all, err := p.Series.Of(t.Context(), named(t, p, "Amina Yusuf").ID)
	ok(t, err)
	var run *core.Series
	for _, s := range all {
		if s.UID == "run" {
			run = s
		}
	}
	if run == nil {
		t.Fatal("no series")
	}
	list, err := p.Series.Occurrences(t.Context(), run.ID, core.Period{From: core.Date{Year: 2026, Month: 12, Day: 1}, To: core.Date{Year: 2027, Month: 2, Day: 1}})
	ok(t, err)
	var starts []string
	for _, m := range list {
		starts = append(starts, m.Start.String()+" "+m.Title)
	}
	if got := strings.Join(starts, ", "); got != "2026-12-01T10:00 Weekly, 2026-12-16T12:00 Moved, 2026-12-29T10:00 Weekly, 2027-01-05T10:00 Weekly" {
		t.Error(got)
	}
	again := readCalendar(t, p, text, planner.CalendarAsBoth)
	if again.New+again.Changed+again.Refused != 0 {
		t.Errorf("a second time: %s: %+v", sums(again), again.Steps)
	}
	later := readCalendar(t, p, strings.ReplaceAll(text, "COUNT=6", "COUNT=7"), planner.CalendarAsBoth)
	if later.Changed != 1 || later.New != 0 {
		t.Errorf("a longer one: %s", sums(later))
	}
	ok(t, p.CalendarFiles.Import(t.Context(), later, nil))
	for range 2 {
		if _, err := p.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if contents(t, p) != before || after == before {
		t.Error("two undos do not take both imports back")
	}
}
