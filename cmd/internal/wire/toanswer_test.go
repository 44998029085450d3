package wire

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What an import brings in from others waits for the owner's answer, the next of them first, until it is given; what is over or
// off, and the owner's own, does not.
func TestWhatAnImportAsksToAnswer(t *testing.T) {
	p := open(t)
	text := itip("REQUEST",
		eventText("later", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+withAmina),
		eventText("first", "DTSTART:20261130T090000Z\nDURATION:PT1H\n"+withAmina),
		eventText("over", "DTSTART:20261102T090000Z\nDURATION:PT1H\n"+withAmina),
		eventText("off", "DTSTART:20261130T120000Z\nDURATION:PT1H\nSTATUS:CANCELLED\n"+withAmina),
		eventText("mine", "DTSTART:20261130T150000Z\nDURATION:PT1H\nSUMMARY:Walk\n"+amina),
		runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY"))
	plan := readCalendar(t, p, text, planner.CalendarAsBoth)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	owed := func(want int, uid string) core.ID {
		t.Helper()
		first, n, err := p.CalendarFiles.ToAnswer(t.Context(), plan)
		ok(t, err)
		if n != want {
			t.Errorf("%d wait for an answer, not %d", n, want)
		}
		if m := meetingByUID(t, p, "first"); uid == "first" && first != m.ID {
			t.Errorf("the first is %v, not %v", first, m.ID)
		}
		return first
	}
	answer := func(id core.ID) {
		t.Helper()
		_, err := p.Invitations.SendAs(t.Context(), id, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: core.AnswerAccepted})
		ok(t, err)
	}
	answer(owed(3, "first"))
	answer(meetingByUID(t, p, "later").ID)
	owed(1, "")
	answer(seriesByUID(t, p, "run").ID)
	if first := owed(0, ""); !first.IsZero() {
		t.Errorf("%v waits for an answer", first)
	}
}

// An invitation of this week is among what needs the owner on Today until it is answered, a series once.
func TestTodayAsksForAnAnswer(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("run", "DTSTART;TZID=Africa/Nairobi:20261124T190000\nDURATION:PT30M\nRRULE:FREQ=DAILY\n"+withAmina)))
	needs := func() []planner.Need { return needsOf(t, p, planner.NeedToAnswer) }
	all := needs()
	if len(all) != 1 || all[0].Name != "Amina Yusuf" || all[0].Ref.Kind != core.KindMeeting || all[0].On != core.NewDate(2026, 11, 24) {
		t.Fatalf("%+v", all)
	}
	_, err := p.Invitations.SendAs(t.Context(), seriesByUID(t, p, "run").ID, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: core.AnswerAccepted})
	ok(t, err)
	if left := needs(); len(left) > 0 {
		t.Errorf("answered, and still asked for: %+v", left)
	}
}

// needsOf gives what needs the owner today, of one kind.
func needsOf(t *testing.T, p *planner.Planner, kind planner.NeedKind) (out []planner.Need) {
	t.Helper()
	day, err := p.Today(t.Context())
	ok(t, err)
	for _, n := range day.Needs {
		if n.Kind == kind {
			out = append(out, n)
		}
	}
	return out
}

// One of a later week is among them too.
func TestTodayAsksForAnAnswerHoweverFarOff(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("far", "DTSTART:20270301T100000Z\nDURATION:PT1H\n"+withAmina)))
	if all := needsOf(t, p, planner.NeedToAnswer); len(all) != 1 || all[0].On != core.NewDate(2027, 3, 1) {
		t.Errorf("%+v", all)
	}
}
