package wire

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// marked gives an invitation of Amina's on which the owner's answer stands.
func marked(uid, partstat, more string) string {
	return eventText(uid, "DTSTART:20261203T100000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:amina.yusuf@kijani.example\n"+
		"ATTENDEE;PARTSTAT="+partstat+":mailto:Maja@lindqvist.example"+more)
}

const (
	goneOne  = "new 0, changed 1, same 0, refused 0"
	notTaken = "new 0, changed 0, same 0, refused 1"
)

// busyWith counts the owner's busy times of a UID around the day of the tests.
func busyWith(t *testing.T, p *planner.Planner, uid string) (n int) {
	t.Helper()
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	all, err := p.Busy.Between(t.Context(), owner.ID, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 1, 1)})
	ok(t, err)
	for _, b := range all {
		if b.UID == uid && !b.Transparent {
			n++
		}
	}
	return n
}

// What the owner has declined elsewhere is neither a meeting nor busy time, and says so; whatever else they said, it
// takes its time.
func TestWhatTheOwnerDeclinedElsewhere(t *testing.T) {
	p := open(t)
	board := func(partstat string) string {
		return strings.ReplaceAll(marked("board", partstat, ""), "amina.yusuf@kijani.example", "chair@board.example")
	}
	before := contents(t, p)
	for name, text := range map[string]string{
		"a meeting":    marked("m", "DECLINED", ""),
		"a busy time":  board("DECLINED"),
		"a series":     marked("m", "DECLINED", "\nRRULE:FREQ=WEEKLY"),
		"in a message": marked("m", "declined", "\nSEQUENCE:2"),
	} {
		for _, file := range []string{calendarText(text), itip("REQUEST", text)} {
			for _, as := range []planner.CalendarAs{planner.CalendarAsBoth, planner.CalendarAsMeetings, planner.CalendarAsBusy} {
				if name == "a busy time" && as == planner.CalendarAsMeetings {
					continue // there is no relationship to be a meeting of
				}
				plan := readCalendar(t, p, file, as)
				if s := plan.Steps[0]; sums(plan) != notTaken || core.CodeOf(s.Err) != core.CodeDeclined || !s.Declined {
					t.Errorf("%s as %q: %s, %+v", name, as, sums(plan), s)
				}
				ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			}
		}
	}
	if contents(t, p) != before {
		t.Fatal("something was kept")
	}
	for _, partstat := range []string{"TENTATIVE", "NEEDS-ACTION", "ACCEPTED"} {
		uid := "board-" + partstat
		take(t, p, calendarText(strings.ReplaceAll(board(partstat), "UID:board", "UID:"+uid)))
		if busyWith(t, p, uid) != 1 {
			t.Errorf("%s takes no time", partstat)
		}
	}
	take(t, p, calendarText(strings.ReplaceAll(board("ACCEPTED\nTRANSP:TRANSPARENT\nX-A"), "UID:board", "UID:free")))
	take(t, p, calendarText(marked("free-run", "ACCEPTED", "\nTRANSP:TRANSPARENT\nRRULE:FREQ=WEEKLY;COUNT=3")))
	if busyWith(t, p, "free") != 0 || busyWith(t, p, "free-run") != 0 {
		t.Error("what takes nobody's time is busy")
	}
	for _, s := range ofAmina(t, p) {
		if s.UID == "free-run" {
			t.Error("a series of what takes nobody's time")
		}
	}
	// Another guest's answer, and that of a person whose days off are read, are not the owner's.
	if got := take(t, p, calendarText(marked("other", "ACCEPTED", "\nATTENDEE;PARTSTAT=DECLINED:mailto:juma@kijani.example"))); got != newOne {
		t.Errorf("another guest declined: %s", got)
	}
}

func ofAmina(t *testing.T, p *planner.Planner) []*core.Series {
	t.Helper()
	all, err := p.Series.Of(t.Context(), named(t, p, "Amina Yusuf").ID)
	ok(t, err)
	return all
}

// What is here already and was declined elsewhere since is off, once; and on again when it is accepted there.
func TestWhatIsHereAndWasDeclinedElsewhere(t *testing.T) {
	p := open(t)
	later := "\nLAST-MODIFIED:20261102T000000Z\nDTSTAMP:20261104T000000Z\nX-DROP"
	again := func(partstat, more string) string {
		return calendarText(strings.Replace(marked("m", partstat, more), "DTSTAMP:20261101T000000Z\r\n", "", 1))
	}
	take(t, p, calendarText(marked("m", "NEEDS-ACTION", "")))
	if m := meetingByUID(t, p, "m"); !m.Planned() || m.Origin.Answer != "" {
		t.Fatalf("%+v", m)
	}
	later = strings.TrimSuffix(later, "\nX-DROP")
	file := again("DECLINED", later)
	if got := take(t, p, file); got != goneOne {
		t.Errorf("declined: %s", got)
	}
	m := meetingByUID(t, p, "m")
	if !m.Off() || m.Origin.Answer != core.AnswerDeclined || m.Origin.Answered.Day() != 2 {
		t.Errorf("%+v", m)
	}
	if got := take(t, p, file); got != same {
		t.Errorf("a second time: %s", got)
	}
	if got := take(t, p, again("ACCEPTED", strings.ReplaceAll(later, "1102", "1105"))); got != goneOne {
		t.Errorf("accepted: %s", got)
	}
	if m = meetingByUID(t, p, "m"); !m.Planned() || m.Origin.Answer != core.AnswerAccepted {
		t.Errorf("%+v", m)
	}
	board := func(partstat string) string {
		return calendarText(strings.ReplaceAll(marked("board", partstat, ""), "amina.yusuf@kijani.example", "chair@board.example"))
	}
	take(t, p, board("ACCEPTED"))
	if got := take(t, p, board("DECLINED")); got != goneOne || busyWith(t, p, "board") != 0 {
		t.Errorf("a busy time: %s", got)
	}
}

// One meeting of a series that was declined alone is off; the others take place. Of busy times it is left out.
func TestOneOfASeriesDeclinedElsewhere(t *testing.T) {
	p := open(t)
	mine := "\nATTENDEE;PARTSTAT="
	run := func(uid, organizer string) string {
		one := "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261208T100000\nDURATION:PT1H\nSUMMARY:Weekly\n" +
			"ORGANIZER:mailto:" + organizer + mine + "DECLINED:mailto:maja@lindqvist.example"
		all := "DTSTART;TZID=Africa/Nairobi:20261201T100000\nDURATION:PT1H\nSUMMARY:Weekly\nRRULE:FREQ=WEEKLY;COUNT=4\n" +
			"ORGANIZER:mailto:" + organizer + mine + "ACCEPTED:mailto:maja@lindqvist.example"
		return calendarText(eventText(uid, all), eventText(uid, one))
	}
	take(t, p, run("run", "amina.yusuf@kijani.example"))
	s := seriesByUID(t, p, "run")
	if s.Origin.Answer != core.AnswerAccepted {
		t.Errorf("%+v", s.Origin)
	}
	for i, off := range []bool{false, true, false, false} {
		m, err := p.Meetings.Get(t.Context(), core.OccurrenceID(s.ID, s.Start.AddMinutes(i*7*24*60)))
		ok(t, err)
		if m.Off() != off {
			t.Errorf("meeting %d: %s", i+1, m.Status)
		}
		room, err := p.Meetings.Room(t.Context(), m.ID)
		ok(t, err)
		want := core.AnswerAccepted
		if off {
			want = core.AnswerDeclined
		}
		if room.Own.Said() != want || !room.Own.Elsewhere || room.Own.Again {
			t.Errorf("meeting %d: %+v", i+1, room.Own)
		}
	}
	if plan := readCalendar(t, p, run("run", "amina.yusuf@kijani.example"), planner.CalendarAsBoth); plan.New+plan.Changed > 0 {
		t.Errorf("a second time: %s", sums(plan))
	}
	take(t, p, run("board", "chair@board.example"))
	if n := busyWith(t, p, "board"); n != 3 {
		t.Errorf("%d busy times, not 3", n)
	}
	if plan := readCalendar(t, p, run("board", "chair@board.example"), planner.CalendarAsBoth); plan.New+plan.Changed > 0 {
		t.Errorf("a second time: %s", sums(plan))
	}
}

// An answer from here is not taken back by a file that knows less: one from before it, or an organizer's message about
// the version that it answers. A calendar that was changed since tells of a newer one.
func TestANewerAnswerFromHereStands(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", marked("m", "NEEDS-ACTION", "\nSEQUENCE:2")))
	id := meetingByUID(t, p, "m").ID
	sent, err := p.Invitations.SendAs(t.Context(), id, core.MethodReply, filepath.Join(t.TempDir(), "a.ics"), planner.Sending{Answer: core.AnswerAccepted})
	ok(t, err)
	at := func(hours int) string {
		return sent[0].At.Add(time.Duration(hours) * time.Hour).UTC().Format("20060102T150405Z")
	}
	text := func(stamp, more string) string {
		return strings.Replace(marked("m", "DECLINED", more), "20261101T000000Z", stamp, 1)
	}
	answer := func(name string, want core.Answer, off, elsewhere bool) {
		t.Helper()
		room, err := p.Meetings.Room(t.Context(), id)
		ok(t, err)
		if room.Own.Said() != want || room.Own.Elsewhere != elsewhere || room.Meeting.Off() != off {
			t.Errorf("%s: %+v, %s", name, room.Own, room.Meeting.Status)
		}
	}
	take(t, p, calendarText(text(at(-1), "\nSEQUENCE:2")))
	answer("a file from before", core.AnswerAccepted, false, false)
	take(t, p, calendarText(text(at(2), "\nSEQUENCE:2\nLAST-MODIFIED:"+at(-2))))
	answer("an export of what was changed before", core.AnswerAccepted, false, false)
	take(t, p, itip("REQUEST", text(at(3), "\nSEQUENCE:2")))
	answer("the organizer has not heard yet", core.AnswerAccepted, false, false)
	take(t, p, calendarText(text(at(4), "\nSEQUENCE:2\nLAST-MODIFIED:"+at(3))))
	answer("declined elsewhere since", core.AnswerDeclined, true, true)
}

// A series that is here and was declined elsewhere since takes place no more from then on, once, and goes on when it is
// accepted there.
func TestASeriesThatWasDeclinedElsewhere(t *testing.T) {
	p := open(t)
	run := func(stamp, partstat string) string {
		text := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=4\nATTENDEE;PARTSTAT=" + partstat + ":mailto:maja@lindqvist.example")
		return calendarText(strings.Replace(text, "20261101T000000Z", stamp, 1))
	}
	take(t, p, run("20261101T000000Z", "NEEDS-ACTION"))
	id := seriesByUID(t, p, "run").ID
	was := starts(t, p, id)
	for i, want := range []string{goneOne, same} {
		if got := take(t, p, run("20261122T000000Z", "DECLINED")); got != want {
			t.Errorf("declined, %d: %s", i+1, got)
		}
	}
	if got := starts(t, p, id); got == was || strings.Contains(got, "12-22") || seriesByUID(t, p, "run").Origin.Answer != core.AnswerDeclined {
		t.Errorf("declined: %s", got)
	}
	if got := take(t, p, run("20261123T000000Z", "ACCEPTED")); got != goneOne {
		t.Errorf("accepted: %s", got)
	}
	if s := seriesByUID(t, p, "run"); !strings.Contains(starts(t, p, id), "12-22") || s.Origin.Answer != core.AnswerAccepted {
		t.Errorf("accepted: %s, %+v", starts(t, p, id), s.Origin)
	}
}

// In somebody's days off it is their answer that counts, not the owner's.
func TestWhatSomebodyElseDeclined(t *testing.T) {
	p := open(t)
	whose := named(t, p, "Amina Yusuf").Others(ownerOf(t, p))[0]
	text := func(who string) string {
		return calendarText(eventText("leave", "DTSTART:20261203T100000Z\nDURATION:PT1H\nSUMMARY:Fair\nATTENDEE;PARTSTAT=DECLINED:mailto:"+who))
	}
	for who, want := range map[string]string{"amina.yusuf@kijani.example": notTaken, "maja@lindqvist.example": newOne} {
		plan, err := p.CalendarFiles.ReadAway(t.Context(), "leave.ics", strings.NewReader(text(who)), whose)
		ok(t, err)
		if sums(plan) != want {
			t.Errorf("%s declined: %s", who, sums(plan))
		}
	}
}

func ownerOf(t *testing.T, p *planner.Planner) core.ID {
	t.Helper()
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	return owner.ID
}
