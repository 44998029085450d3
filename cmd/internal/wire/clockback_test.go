package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// nightly plans a series on Sundays at 2:30 in Berlin, and gives its meeting of 31 October 2027, when the clock goes from
// 3:00 back to 2:00: it ends when the clock shows 2:15 for the second time.
func nightly(t *testing.T, p *planner.Planner) (*core.Series, core.ID) {
	t.Helper()
	s, err := p.Series.Plan(t.Context(), core.Series{
		Relationship: named(t, p, "Amina").ID, Title: "Promotion", Start: civil("2027-10-24T02:30"), End: civil("2027-10-24T03:15"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=4",
	})
	ok(t, err)
	return s, occurrence(s, "2027-10-31T02:30")
}

func TestAMeetingInARepeatedHourIsLikeAnyOther(t *testing.T) {
	p, ctx := open(t), t.Context()
	s, one := nightly(t, p)
	path := filepath.Join(t.TempDir(), "i.ics")
	d, err := p.Invitations.Send(ctx, one, core.MethodRequest, path)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	if findings, err := ical.Lint(ctx, bytes.NewReader(data)); err != nil || len(findings) > 0 {
		t.Errorf("%v %v in\n%s", findings, err, data)
	}
	for _, line := range []string{"DTSTART;TZID=Europe/Berlin:20271031T023000", "DURATION:PT45M"} {
		if !strings.Contains(string(data), line+"\r\n") || strings.Contains(string(data), "DTEND") {
			t.Errorf("no %s in\n%s", line, data)
		}
	}
	if got := states(t, p, one); got != "current" {
		t.Errorf("who has what: %s", got)
	}
	step := answer(t, p, "r.ics", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("DECLINED"), "\r\nRECURRENCE-ID:20271031T003000Z"))
	if got := said(t, p, occurrence(s, "2027-10-31T02:30")); step.Err != nil || got.Answer != core.AnswerDeclined {
		t.Errorf("%+v %+v", step, got)
	}
	ok(t, p.Meetings.Move(ctx, one, civil("2027-10-31T15:00"), core.Civil{}, ""))
	if m, err := p.Meetings.Get(ctx, one); err != nil || m.End != civil("2027-10-31T15:45") {
		t.Errorf("moved: %+v %v", m, err)
	}
	ok(t, p.Meetings.Move(ctx, one, civil("2027-10-31T02:30"), core.Civil{}, ""))
	if m, err := p.Meetings.Get(ctx, one); err != nil || m.End != civil("2027-10-31T02:15") || m.Length() != 45 {
		t.Errorf("moved back: %+v %v", m, err)
	}
	ok(t, p.Meetings.Cancel(ctx, one, ""))
}

// What a file says of such a time is taken, as a meeting and as a busy time, and is the same when it comes again.
func TestAFileWithARepeatedHour(t *testing.T) {
	p := open(t)
	const times = "DTSTART;TZID=Europe/Berlin:20271031T023000\nDURATION:PT"
	text := itip("REQUEST", eventText("quarters", withAmina+times+"45M"), eventText("hour", withAmina+times+"1H"))
	busy := calendarText(eventText("busy", "SUMMARY:Night\n"+times+"45M"))
	if got := take(t, p, text); got != "new 2, changed 0, same 0, refused 0" {
		t.Fatal(got)
	}
	if got := take(t, p, busy); got != newOne {
		t.Fatal(got)
	}
	for uid, minutes := range map[string]int{"quarters": 45, "hour": 60} {
		if m := meetingByUID(t, p, uid); m.Length() != minutes {
			t.Errorf("%s: %v to %v", uid, m.Start, m.End)
		}
	}
	if got := take(t, p, text); got != "new 0, changed 0, same 2, refused 0" {
		t.Error(got)
	}
	if got := take(t, p, busy); got != same {
		t.Error(got)
	}
}

// A meeting takes the minutes that are asked for, whatever the clock does meanwhile.
func TestAMeetingTakesTheMinutesAskedFor(t *testing.T) {
	p, ctx := open(t), t.Context()
	plan := core.Meeting{Relationship: named(t, p, "Amina").ID, Start: civil("2027-03-28T01:30"), Zone: "Europe/Berlin"}
	m, err := p.Meetings.PlanFor(ctx, plan, 120)
	ok(t, err)
	if m.Start != plan.Start || m.End != civil("2027-03-28T04:30") || m.Length() != 120 {
		t.Errorf("planned: %v to %v", m.Start, m.End)
	}
	for start, want := range map[string]string{"2027-03-27T01:30": "2027-03-27T03:00", "2027-03-28T01:30": "2027-03-28T04:00", "2027-10-31T02:30": "2027-10-31T03:00"} {
		ok(t, p.Meetings.MoveFor(ctx, m.ID, civil(start), 90, ""))
		if m, err := p.Meetings.Get(ctx, m.ID); err != nil || m.End != civil(want) || m.Length() != 90 {
			t.Errorf("moved to %s: %+v %v", start, m, err)
		}
		ok(t, p.Meetings.MoveFor(ctx, m.ID, civil("2027-05-01T10:00"), 0, ""))
		if m, err := p.Meetings.Get(ctx, m.ID); err != nil || m.End != civil("2027-05-01T11:30") {
			t.Errorf("moved on from %s: %+v %v", start, m, err)
		}
	}
}
