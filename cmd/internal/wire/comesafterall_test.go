package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A meeting that is off since the owner declined it elsewhere is planned again once they accept it from here: one step,
// which can be taken back. Neither another refusal nor an answer to what the organizer called off does that.
func TestWhoComesAfterAllHasTheMeetingAgain(t *testing.T) {
	p, ctx := open(t), t.Context()
	event := func(part, stamp, more string) string {
		text := eventText("m", "SEQUENCE:1\nDTSTART:20261203T090000Z\nDURATION:PT1H\n"+strings.TrimSpace(withAmina)+more)
		text = strings.Replace(text, "ATTENDEE:", "ATTENDEE;PARTSTAT="+part+":", 1)
		return strings.Replace(text, "DTSTAMP:20261101", "DTSTAMP:"+stamp, 1)
	}
	status := func() core.MeetingStatus { return meetingByUID(t, p, "m").Status }
	answer := func(a core.Answer) {
		t.Helper()
		_, err := p.Invitations.SendAs(ctx, meetingByUID(t, p, "m").ID, core.MethodReply, filepath.Join(t.TempDir(), "a.ics"), planner.Sending{Answer: a})
		ok(t, err)
	}
	take(t, p, itip("REQUEST", event("NEEDS-ACTION", "20261101", "")))
	take(t, p, calendarText(event("DECLINED", "20261110", "")))
	if m := meetingByUID(t, p, "m"); !m.Declined() {
		t.Fatalf("%s", m.Status)
	}
	if answer(core.AnswerDeclined); status() == core.MeetingPlanned {
		t.Error("planned by a refusal")
	}
	if answer(core.AnswerAccepted); status() != core.MeetingPlanned {
		t.Error("accepted, and not planned")
	}
	if take(t, p, calendarText(event("DECLINED", "20261110", ""))); status() != core.MeetingPlanned {
		t.Error("the former file calls it off again")
	}
	_, err := p.Undo(ctx)
	ok(t, err)
	if status() == core.MeetingPlanned {
		t.Error("not taken back")
	}
	_, err = p.Redo(ctx)
	ok(t, err)
	sent, err := p.Invitations.Sent(ctx, meetingByUID(t, p, "m").ID)
	ok(t, err)
	if len(sent) != 2 || status() != core.MeetingPlanned {
		t.Errorf("%d answers, %s", len(sent), status())
	}
	take(t, p, itip("CANCEL", strings.Replace(event("ACCEPTED", "20261122", ""), "SEQUENCE:1", "SEQUENCE:2\r\nSTATUS:CANCELLED", 1)))
	if status() == core.MeetingPlanned {
		t.Fatal("not called off")
	}
	how := planner.Sending{Answer: core.AnswerAccepted}
	if _, err := p.Invitations.SendAs(ctx, meetingByUID(t, p, "m").ID, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), how); core.CodeOf(err) != core.CodeState || status() == core.MeetingPlanned {
		t.Errorf("accepted though the organizer called it off: %v", err)
	}
}

// The same of a series: what the owner declined elsewhere comes back with all that was changed in it, also by a message
// that came meanwhile, when they accept it from here.
func TestWhoComesAfterAllHasTheSeriesAgain(t *testing.T) {
	const moved = "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H\nSEQUENCE:1"
	declined := func(part, stamp string) string {
		text := strings.Replace(runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Africa/Nairobi:20261215T100000"), "ATTENDEE:", "ATTENDEE;PARTSTAT="+part+":", 1)
		return strings.Replace(text, "DTSTAMP:20261101", "DTSTAMP:"+stamp, 1)
	}
	const back = "12-01T10:00 12-09T12:00* 12-22T10:00"
	for _, c := range []struct{ name, before, after string }{
		{"changed before", moved, ""}, {"changed after", "", moved},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, ctx := open(t), t.Context()
			answer := func(a core.Answer) string {
				t.Helper()
				return sentText(t, p, seriesByUID(t, p, "run").ID, planner.Sending{Answer: a})
			}
			take(t, p, itip("REQUEST", declined("NEEDS-ACTION", "20261101")))
			if c.before != "" {
				take(t, p, itip("REQUEST", eventText("run", withAmina+c.before)))
			}
			if got := take(t, p, calendarText(declined("DECLINED", "20261110"))); got != changedOne {
				t.Fatal(got)
			}
			if c.after != "" {
				if got := take(t, p, itip("REQUEST", eventText("run", withAmina+c.after))); got != newOne {
					t.Fatal(got)
				}
			}
			off := starts(t, p, seriesByUID(t, p, "run").ID)
			if strings.Contains(off, "12-22") || !strings.Contains(off, "12-01T10:00*cancelled") || !strings.Contains(off, "12-09T12:00*cancelled") {
				t.Fatal(off)
			}
			answer(core.AnswerDeclined)
			if got := starts(t, p, seriesByUID(t, p, "run").ID); got != off {
				t.Errorf("a refusal: %s", got)
			}
			if text := answer(core.AnswerAccepted); !strings.Contains(text, "RRULE:FREQ=WEEKLY;COUNT=4") {
				t.Errorf("the answer is to another rule:\n%s", text)
			}
			if got := starts(t, p, seriesByUID(t, p, "run").ID); strings.ReplaceAll(got, "12-01T10:00*", "12-01T10:00") != back {
				t.Errorf("accepted: %s", got)
			}
			take(t, p, calendarText(declined("DECLINED", "20261110")))
			if got := starts(t, p, seriesByUID(t, p, "run").ID); strings.Contains(got, "cancelled") {
				t.Errorf("the former file calls it off again: %s", got)
			}
			_, err := p.Undo(ctx)
			ok(t, err)
			if got := starts(t, p, seriesByUID(t, p, "run").ID); got != off {
				t.Errorf("taken back: %s", got)
			}
		})
	}
}

// What the organizer calls off after the owner had declined it is off by their word: it says so, and accepting it brings
// nothing back.
func TestTheOrganizerCallsOffWhatWasDeclined(t *testing.T) {
	for name, event := range map[string]string{
		"a meeting": "DTSTART:20261203T090000Z\nDURATION:PT1H\n", "a series": "DTSTART;TZID=Africa/Nairobi:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\n",
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			version := func(n, part string) string {
				return strings.Replace(eventText("run", event+"SEQUENCE:"+n+"\n"+strings.TrimSpace(withAmina)), "ATTENDEE:", "ATTENDEE;PARTSTAT="+part+":", 1)
			}
			take(t, p, itip("REQUEST", version("0", "NEEDS-ACTION")))
			take(t, p, calendarText(strings.Replace(version("0", "DECLINED"), "20261101", "20261110", 1)))
			text := itip("CANCEL", strings.Replace(version("1", "DECLINED"), "SEQUENCE:1", "SEQUENCE:1\r\nSTATUS:CANCELLED", 1))
			plan := readCalendar(t, p, text, planner.CalendarAsBoth)
			if s := plan.Steps[0]; s.Does != planner.CalendarChanged || !s.Off || s.Declined {
				t.Fatalf("%+v", s)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			if got := take(t, p, text); got != same {
				t.Errorf("a second time: %s", got)
			}
			m := meetingByUID(t, p, "run")
			if !m.Off() || m.Declined() {
				t.Errorf("%+v", m)
			}
			id := m.ID
			if !m.Series.IsZero() {
				id = m.Series
			}
			how := planner.Sending{Answer: core.AnswerAccepted}
			if _, err := p.Invitations.SendAs(t.Context(), id, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), how); core.CodeOf(err) != core.CodeState {
				t.Errorf("accepted though the organizer called it off: %v", err)
			}
			if got := meetingByUID(t, p, "run"); !got.Off() {
				t.Error("planned though the organizer called it off")
			}
		})
	}
}

// The owner may hand an invitation on to another address of theirs (RFC 5545 3.2.5): that address answers for them.
func TestTheOwnerHandsItOnToThemselves(t *testing.T) {
	p := open(t)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	ok(t, p.People.Change(t.Context(), owner.ID, func(who *core.Person) error {
		who.Emails = append(who.Emails, "maja@home.example")
		return nil
	}))
	event := func(uid, to, second string) string {
		return eventText(uid, "DTSTART:20261203T100000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:amina.yusuf@kijani.example\n"+
			"ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:"+to+"\":mailto:maja@lindqvist.example\n"+second)
	}
	for _, c := range []struct {
		name, text, does string
		answer           core.Answer
	}{
		{"and has not answered", event("a", "maja@home.example", "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:Maja@Home.example"), newOne, ""},
		{"and accepted", event("b", "maja@home.example", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:maja@home.example"), newOne, core.AnswerAccepted},
		{"and declined", event("c", "maja@home.example", "ATTENDEE;PARTSTAT=DECLINED:mailto:maja@home.example"), notTaken, ""},
		{"to somebody else", event("d", "juma@kijani.example", "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:juma@kijani.example"), notTaken, ""},
	} {
		text := itip("REQUEST", c.text)
		if got := take(t, p, text); got != c.does {
			t.Errorf("%s: %s", c.name, got)
			continue
		}
		if c.does != newOne {
			continue
		}
		m := meetingByUID(t, p, strings.TrimSpace(strings.Split(strings.Split(text, "UID:")[1], "\r")[0]))
		if m.Origin.Answer != c.answer || !strings.EqualFold(m.Origin.Invited, "maja@home.example") {
			t.Errorf("%s: %+v", c.name, m.Origin)
		}
	}
}
