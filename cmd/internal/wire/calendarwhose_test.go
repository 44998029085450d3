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

const (
	evil    = "mailto:evil@x.example"
	refused = "new 0, changed 0, same 0, refused 1"
)

// A UID is known to every guest: who is not the organizer neither calls off nor moves what is here.
func TestAStrangerChangesNothing(t *testing.T) {
	const one = "DTSTART:20261201T100000Z\nDURATION:PT1H\n"
	const later = "DTSTART:20261202T100000Z\nDURATION:PT1H\n"
	run := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY")
	for _, c := range []struct{ name, first, method, text string }{
		{"a meeting called off", eventText("m", one+withAmina), "CANCEL", eventText("m", one+withAmina+"SEQUENCE:2\nSTATUS:CANCELLED")},
		{"a meeting moved", eventText("m", one+withAmina), "REQUEST", eventText("m", later+withAmina+"SEQUENCE:2")},
		{"a series called off", run, "CANCEL", runText("SEQUENCE:2\nSTATUS:CANCELLED")},
		{"one of a series", run, "CANCEL", eventText("run", withAmina+"SEQUENCE:2\nRECURRENCE-ID:20261208T070000Z\nDTSTART:20261208T070000Z\nDURATION:PT1H\nSTATUS:CANCELLED")},
		{"all later ones", run, "CANCEL", eventText("run", withAmina+"SEQUENCE:2\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261208T070000Z\nDTSTART:20261208T070000Z\nDURATION:PT1H\nSTATUS:CANCELLED")},
		{"a busy time", eventText("b", one+"ORGANIZER:mailto:chair@board.example\nSUMMARY:Board"), "CANCEL", eventText("b", one+withAmina+"SEQUENCE:2\nSTATUS:CANCELLED")},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			if got := take(t, p, itip("REQUEST", c.first)); got != newOne {
				t.Fatal(got)
			}
			before := contents(t, p)
			for _, from := range []string{"ORGANIZER:" + evil, "X-NOBODY:1"} {
				text := itip(c.method, strings.ReplaceAll(c.text, "ORGANIZER:mailto:amina.yusuf@kijani.example", from))
				plan := readCalendar(t, p, text, planner.CalendarAsBoth)
				if sums(plan) != refused || core.CodeOf(plan.Steps[0].Err) != core.CodeStranger {
					t.Fatalf("%s: %s, %v", from, sums(plan), plan.Steps)
				}
				ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			}
			if contents(t, p) != before {
				t.Error("something changed")
			}
			// The organizer's own word counts, however the address is written.
			is := "amina.yusuf@kijani.example"
			if strings.Contains(c.first, "chair@") {
				is = "chair@board.example"
			}
			text := itip(c.method, strings.ReplaceAll(c.text, "mailto:amina.yusuf@kijani.example", "MAILTO:"+strings.ToUpper(is)))
			plan := readCalendar(t, p, text, planner.CalendarAsBoth)
			if s := plan.Steps[0]; sums(plan) != changedOne || !strings.EqualFold(s.From, is) || s.Off != (c.method == "CANCEL") {
				t.Errorf("%s: %+v", sums(plan), s)
			}
		})
	}
}

// An invitation without an organizer is anybody's to change: there is nobody to ask.
func TestAnInvitationOfNobody(t *testing.T) {
	p := open(t)
	take(t, p, calendarText(eventText("m", "DTSTART:20261201T100000Z\nDURATION:PT1H\nSUMMARY:Talk\n"+amina)))
	text := itip("CANCEL", eventText("m", "DTSTART:20261201T100000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:"+evil+"\nSTATUS:CANCELLED"))
	if got := take(t, p, text); got != changedOne {
		t.Error(got)
	}
}

// What the owner organizes is theirs to change, and a file that says something else of it is told so.
func TestWhatIsOursIsNotTaken(t *testing.T) {
	p := open(t)
	m, s := meetingOf(t, p), weekly(t, p, "FREQ=WEEKLY;COUNT=4")
	v, err := p.Invitations.Prepare(t.Context(), m.ID, core.MethodRequest)
	ok(t, err)
	run := "DTSTART;TZID=" + string(s.Zone) + ":" + stampOf(s.Start) + "\nDTEND;TZID=" + string(s.Zone) + ":" + stampOf(s.End) + "\nSUMMARY:Promotion\n"
	moved := "DTSTART;TZID=" + string(s.Zone) + ":" + stampOf(s.Start.AddMinutes(30)) + "\nDURATION:PT1H\nSUMMARY:Promotion\n"
	one := "DTSTART;TZID=" + string(m.Zone) + ":" + stampOf(m.Start) + "\nDTEND;TZID=" + string(m.Zone) + ":" + stampOf(m.End) + "\nSUMMARY:" + v.Title + "\n"
	original := "RECURRENCE-ID;TZID=" + string(s.Zone) + ":" + stampOf(s.Start) + "\n"
	before := contents(t, p)
	for _, c := range []struct{ name, text, want string }{
		{"the meeting as it is", eventText(m.UID, one), same},
		{"without a title", eventText(m.UID, strings.Replace(one, "SUMMARY:", "X-A:", 1)), same},
		{"the meeting as a stranger's", eventText(m.UID, one+"ORGANIZER:"+evil), refused},
		{"the meeting by another name", eventText(m.UID, strings.Replace(one, "SUMMARY:", "SUMMARY:No ", 1)), refused},
		{"the meeting at another place", eventText(m.UID, one+"LOCATION:The moon"), refused},
		{"the series as a stranger's", eventText(s.UID, run+"RRULE:"+s.Rule+"\nORGANIZER:"+evil), refused},
		{"the series at another place", eventText(s.UID, run+"RRULE:"+s.Rule+"\nLOCATION:The moon"), refused},
		{"one of it by another name", eventText(s.UID, strings.Replace(original+run, "SUMMARY:", "SUMMARY:No ", 1)), refused},
		{"the meeting at another time", eventText(m.UID, "DTSTART:20270101T100000Z\nDTEND:20270101T110000Z\nSUMMARY:x"), refused},
		{"the meeting called off", eventText(m.UID, one+"STATUS:CANCELLED"), refused},
		{"the series as it is", eventText(s.UID, run+"RRULE:"+s.Rule), same},
		{"the series at another time", eventText(s.UID, moved+"RRULE:"+s.Rule), refused},
		{"the series called off", eventText(s.UID, run+"STATUS:CANCELLED\nRRULE:"+s.Rule), refused},
		{"one of it as it is", eventText(s.UID, original+run), same},
		{"one of it at another time", eventText(s.UID, original+moved), refused},
		{"one of it called off", eventText(s.UID, original+run+"STATUS:CANCELLED"), refused},
	} {
		for _, text := range []string{calendarText(c.text), itip("PUBLISH", c.text), itip("REQUEST", c.text)} {
			plan := readCalendar(t, p, text, planner.CalendarAsBoth)
			if got := sums(plan); got != c.want || c.want == refused && core.CodeOf(plan.Steps[0].Err) != core.CodeOwn {
				t.Errorf("%s: %s, %+v", c.name, got, plan.Steps)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		}
	}
	if contents(t, p) != before {
		t.Error("something changed")
	}
}

func stampOf(c core.Civil) string {
	return strings.NewReplacer("-", "", ":", "").Replace(c.String()) + "00"
}

// Both sides may use this program: its UIDs alone do not tell whose a meeting is.
func TestTheOrganizerUsesThisProgramToo(t *testing.T) {
	p := open(t)
	const uid = "0000-another@mentorbook.app"
	text := func(day, more string) string {
		return itip("REQUEST", eventText(uid, "DTSTART:202612"+day+"T100000Z\nDURATION:PT1H\n"+withAmina+more))
	}
	take(t, p, text("01", "SEQUENCE:0"))
	if m := meetingByUID(t, p, uid); !planner.Theirs(m) {
		t.Errorf("%+v", m)
	}
	if got := take(t, p, text("02", "SEQUENCE:1")); got != changedOne || meetingByUID(t, p, uid).Start.Date.Day != 2 {
		t.Errorf("%s: %+v", got, meetingByUID(t, p, uid))
	}
}

// A published calendar names the true organizer of each meeting, and changes nothing where it comes back.
func TestTheFeedComesBack(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=6")
	ok(t, p.Meetings.Move(ctx, occurrence(s, "2026-12-10T16:00"), civil("2027-01-02T09:00"), core.Civil{}, ""))
	take(t, p, itip("REQUEST",
		runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY\nURL:https://meet.example.org/x\nDESCRIPTION:Secret"),
		eventText("single", "SUMMARY:Talk\nORGANIZER;CN=Amina Y.:mailto:amina.yusuf@kijani.example\n"+amina+"\nDTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H"),
	))
	for name, period := range map[string]core.Period{"all": {}, "december": {From: core.NewDate(2026, 12, 2), To: core.NewDate(2027, 1, 1)}} {
		path := filepath.Join(t.TempDir(), "feed.ics")
		_, err := p.Invitations.WriteFeed(ctx, planner.FeedWish{Period: period}, path)
		ok(t, err)
		data, err := os.ReadFile(path)
		ok(t, err)
		if findings, err := ical.Lint(ctx, bytes.NewReader(data)); err != nil || len(findings) > 0 {
			t.Errorf("%s: %v, %v", name, findings, err)
		}
		for _, event := range strings.Split(strings.ReplaceAll(string(data), "\r\n ", ""), "BEGIN:VEVENT")[1:] {
			another := strings.Contains(event, "UID:run\r") || strings.Contains(event, "UID:single\r")
			if got := strings.Contains(event, "mailto:amina.yusuf@kijani.example"); got != another {
				t.Errorf("%s: the organizer of %s", name, event)
			}
		}
		if !strings.Contains(string(data), `ORGANIZER;CN=Amina Y.:`) || strings.Contains(string(data), "Secret") {
			t.Errorf("%s: %s", name, data)
		}
		before := contents(t, p)
		plan := readCalendar(t, p, string(data), planner.CalendarAsBoth)
		if plan.Same == 0 || plan.Same != len(plan.Steps) || plan.Refused > 0 {
			t.Errorf("%s: %s", name, sums(plan))
		}
		ok(t, p.CalendarFiles.Import(ctx, plan, nil))
		if contents(t, p) != before {
			t.Errorf("%s: the feed changed something", name)
		}
	}
	// Where an organizer is not known, the file is a plain calendar: PUBLISH asks for one (RFC 5546 3.2.1).
	take(t, p, calendarText(eventText("nobody", "SUMMARY:Talk\n"+amina+"\nDTSTART:20261204T100000Z\nDURATION:PT1H")))
	path := filepath.Join(t.TempDir(), "feed.ics")
	_, err := p.Invitations.WriteFeed(ctx, planner.FeedWish{}, path)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	if findings, err := ical.Lint(ctx, bytes.NewReader(data)); err != nil || len(findings) > 0 || bytes.Contains(data, []byte("METHOD")) {
		t.Errorf("%v, %v", findings, err)
	}
}
