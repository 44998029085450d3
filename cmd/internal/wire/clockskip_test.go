package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// The ways in which a message may name the meeting of 28 March at 2:30 in Berlin, where the clock goes from 2:00 to 3:00.
func skipped() []string {
	return []string{"RECURRENCE-ID;TZID=Europe/Berlin:20270328T023000", "RECURRENCE-ID;TZID=Europe/Berlin:20270328T033000", "RECURRENCE-ID:20270328T013000Z"}
}

// inSpring gives the starts of a series' meetings about the change of the clock, with what became of them.
func inSpring(t *testing.T, p *planner.Planner, series core.ID) string {
	t.Helper()
	all, err := p.Series.Occurrences(t.Context(), series, core.Period{From: core.NewDate(2027, 3, 20), To: core.NewDate(2027, 4, 10)})
	ok(t, err)
	var out []string
	for _, m := range all {
		s := m.Start.String()[5:]
		if !m.Planned() {
			s += string(m.Status)
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// A meeting whose hour the clock skips is found by the original start that its series says.
func TestAMessageAboutAMeetingAtASkippedHour(t *testing.T) {
	for _, id := range skipped() {
		t.Run(id, func(t *testing.T) {
			p := open(t)
			take(t, p, itip("REQUEST", eventText("run", withAmina+"SEQUENCE:1\nDTSTART;TZID=Europe/Berlin:20270307T023000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;COUNT=10")))
			s := seriesByUID(t, p, "run")
			if got := inSpring(t, p, s.ID); got != "03-21T02:30 03-28T03:30 04-04T02:30" {
				t.Fatal(got)
			}
			moved := itip("REQUEST", eventText("run", withAmina+"SEQUENCE:2\n"+id+"\nDTSTART;TZID=Europe/Berlin:20270328T050000\nDURATION:PT45M"))
			if got := take(t, p, moved); got != changedOne || inSpring(t, p, s.ID) != "03-21T02:30 03-28T05:00 04-04T02:30" {
				t.Errorf("moved: %s: %s", got, inSpring(t, p, s.ID))
			}
			off := itip("CANCEL", eventText("run", withAmina+"SEQUENCE:3\n"+id+"\nDTSTART;TZID=Europe/Berlin:20270328T050000\nDURATION:PT45M\nSTATUS:CANCELLED"))
			if got := take(t, p, off); got != changedOne || inSpring(t, p, s.ID) != "03-21T02:30 03-28T05:00cancelled 04-04T02:30" {
				t.Errorf("called off: %s: %s", got, inSpring(t, p, s.ID))
			}
			if got := take(t, p, off); got != same {
				t.Errorf("called off once more: %s", got)
			}
		})
	}
}

func TestAnAnswerToAMeetingAtASkippedHour(t *testing.T) {
	for _, id := range skipped() {
		for _, alone := range []bool{false, true} {
			p := open(t)
			s, err := p.Series.Plan(t.Context(), core.Series{
				Relationship: named(t, p, "Amina").ID, Title: "Promotion", Start: civil("2027-03-07T02:30"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=10",
			})
			ok(t, err)
			about := s.ID
			if alone {
				about = occurrence(s, "2027-03-28T02:30")
			}
			d, err := p.Invitations.Send(t.Context(), about, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
			ok(t, err)
			step := answer(t, p, "r.ics", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("DECLINED"), "\r\n"+id))
			if step.Err != nil || step.Does != planner.CalendarNew {
				t.Errorf("%s, sent alone %v: %+v", id, alone, step)
				continue
			}
			if got := said(t, p, occurrence(s, "2027-03-28T02:30")); got.Answer != core.AnswerDeclined {
				t.Errorf("%s, sent alone %v: %+v", id, alone, got)
			}
		}
	}
}

// The owner is invited to that meeting alone, and its series comes later.
func TestTheSeriesOfAMeetingAtASkippedHourComesLater(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("run", withAmina+"SEQUENCE:1\n"+skipped()[2]+"\nDTSTART;TZID=Europe/Berlin:20270328T050000\nDURATION:PT45M")))
	take(t, p, itip("REQUEST", eventText("run", withAmina+"SEQUENCE:1\nDTSTART;TZID=Europe/Berlin:20270307T023000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;COUNT=10")))
	if got := inSpring(t, p, seriesByUID(t, p, "run").ID); got != "03-21T02:30 03-28T05:00 04-04T02:30" {
		t.Error(got)
	}
}

// One meeting of a series that is here, moved by its organizer, is a change of what is planned, and says from when: it is no
// other meeting.
func TestOneOfAKnownSeriesIsChanged(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("run", withAmina+"SEQUENCE:1\nDTSTART;TZID=Europe/Berlin:20270305T100000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;COUNT=10")))
	moved := itip("REQUEST", eventText("run", withAmina+"SEQUENCE:2\nRECURRENCE-ID;TZID=Europe/Berlin:20270312T100000\nDTSTART;TZID=Europe/Berlin:20270312T150000\nDURATION:PT45M"))
	plan := readCalendar(t, p, moved, planner.CalendarAsBoth)
	if plan.New != 0 || plan.Changed != 1 || plan.Steps[0].Was == nil || plan.Steps[0].Was.Start != civil("2027-03-12T10:00") {
		t.Errorf("%+v", plan.Steps)
	}
	// One that comes with the series is as new as that.
	both := itip("REQUEST", eventText("other", withAmina+"SEQUENCE:2\nDTSTART;TZID=Europe/Berlin:20270305T120000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;COUNT=10")+
		eventText("other", withAmina+"SEQUENCE:2\nRECURRENCE-ID;TZID=Europe/Berlin:20270312T120000\nDTSTART;TZID=Europe/Berlin:20270312T170000\nDURATION:PT45M"))
	if plan = readCalendar(t, p, both, planner.CalendarAsBoth); plan.New != 2 || plan.Changed != 0 {
		t.Errorf("%+v", plan.Steps)
	}
}

// A series whose first start the clock skips comes later on that day alone: on all others it has the hour that its file says.
func TestASeriesThatBeginsAtASkippedHour(t *testing.T) {
	p := open(t)
	text := itip("REQUEST", eventText("run", withAmina+"SEQUENCE:1\nDTSTART;TZID=Europe/Berlin:20270328T023000\nDTEND;TZID=Europe/Berlin:20270328T050000\nRRULE:FREQ=WEEKLY;COUNT=10"))
	if got := take(t, p, text); got != newOne {
		t.Fatal(got)
	}
	s := seriesByUID(t, p, "run")
	if got := inSpring(t, p, s.ID); got != "03-28T03:30 04-04T02:30" || s.Start != civil("2027-03-28T02:30") {
		t.Errorf("from %v: %s", s.Start, got)
	}
	for _, n := range lengths(t, p, s.ID, core.NewDate(2027, 3, 20), core.NewDate(2027, 4, 10)) {
		if n != 90 {
			t.Errorf("%d minutes", n)
		}
	}
	if got := take(t, p, text); got != same {
		t.Errorf("once more: %s", got)
	}
	busy := calendarText(eventText("busy", "SUMMARY:Night\nDTSTART;TZID=Europe/Berlin:20270328T023000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=10"))
	if got := take(t, p, busy); got != newOne {
		t.Fatal(got)
	}
	if got := take(t, p, busy); got != same {
		t.Errorf("busy once more: %s", got)
	}
}
