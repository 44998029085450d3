package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What was off before anybody here heard of it is no meeting that was planned: neither the relationship's figures nor a
// report counts it, late or in time. One that was known counts.
func TestWhatWasNeverKnownIsNotCounted(t *testing.T) {
	for _, c := range []struct {
		name, before, off string
		counts            bool
	}{
		{"a meeting, late", "", itip("CANCEL", eventText("one", "DTSTART:20261123T200000Z\nDURATION:PT1H\n"+withAmina+"SEQUENCE:1\nSTATUS:CANCELLED")), false},
		{"one of a series", "", itip("CANCEL", eventText("run", "RECURRENCE-ID:20261201T070000Z\nDTSTART:20261201T070000Z\nDURATION:PT1H\n"+withAmina+"SEQUENCE:1\nSTATUS:CANCELLED")), false},
		{"a series", "", itip("CANCEL", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=4\nSTATUS:CANCELLED")), false},
		{
			"a meeting that was known", itip("REQUEST", eventText("one", "DTSTART:20261202T100000Z\nDURATION:PT1H\n"+withAmina+"SEQUENCE:0")),
			itip("CANCEL", eventText("one", "DTSTART:20261202T100000Z\nDURATION:PT1H\n"+withAmina+"SEQUENCE:1\nSTATUS:CANCELLED")), true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			rel := named(t, p, "Amina")
			off := func() (n int, counted int) {
				all, err := p.List(t.Context(), planner.Filter{Kind: core.KindMeeting, Relationship: rel.ID})
				ok(t, err)
				for _, rec := range all {
					if m := rec.(*core.Meeting); m.Off() {
						n++
						if m.Counts() {
							counted++
						}
					}
				}
				return n, counted
			}
			before, known := off()
			if c.before != "" {
				take(t, p, c.before)
			}
			take(t, p, c.off)
			if n, counted := off(); n != before+1 || (counted == known+1) != c.counts {
				t.Errorf("%d off, %d before; %d counted, %d before", n, before, counted, known)
			}
		})
	}
}

// An invitation that comes after all makes a meeting of it, whose next cancellation counts.
func TestWhatIsPlannedAfterAllCounts(t *testing.T) {
	p := open(t)
	version := func(method, n, more string) string {
		return itip(method, eventText("one", "DTSTART:20261202T100000Z\nDURATION:PT1H\n"+withAmina+"SEQUENCE:"+n+more))
	}
	take(t, p, version("CANCEL", "1", "\nSTATUS:CANCELLED"))
	if m := meetingByUID(t, p, "one"); m.Counts() {
		t.Fatalf("%+v", m.Origin)
	}
	take(t, p, version("REQUEST", "2", ""))
	ok(t, p.Meetings.Cancel(t.Context(), meetingByUID(t, p, "one").ID, ""))
	if m := meetingByUID(t, p, "one"); !m.Off() || !m.Counts() {
		t.Errorf("%+v", m)
	}
}
