package wire

import (
	"bytes"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// An answer that bears a stamp from years to come was written before it was read, and nobody knows when: one with a good stamp that is
// read after it counts, though it was written before that one was read. Of two with such stamps the later stamp counts, and what
// was read already is known.
func TestAnAnswerFromYearsToComeHoldsUpNoOther(t *testing.T) {
	const years = 5 * 365 * 24 * time.Hour
	type said struct {
		answer core.Answer
		stamp  time.Duration // from the moment at which the first is read
		does   planner.CalendarDoes
		one    bool // to the meeting of 11 December alone
	}
	for name, x := range map[string]struct {
		all  []said
		want core.Answer
	}{
		"a good one afterwards":          {[]said{{core.AnswerAccepted, years, planner.CalendarNew, false}, {core.AnswerDeclined, -10 * time.Minute, planner.CalendarChanged, false}}, core.AnswerDeclined},
		"both from then, in order":       {[]said{{core.AnswerAccepted, years, planner.CalendarNew, false}, {core.AnswerDeclined, years + time.Hour, planner.CalendarChanged, false}}, core.AnswerDeclined},
		"both from then, the older last": {[]said{{core.AnswerAccepted, years, planner.CalendarNew, false}, {core.AnswerDeclined, years - time.Hour, planner.CalendarRefused, false}}, core.AnswerAccepted},
		"twice":                          {[]said{{core.AnswerAccepted, years, planner.CalendarNew, false}, {core.AnswerAccepted, years, planner.CalendarSame, false}}, core.AnswerAccepted},
		"a good one before":              {[]said{{core.AnswerAccepted, -10 * time.Minute, planner.CalendarNew, false}, {core.AnswerDeclined, years, planner.CalendarChanged, false}}, core.AnswerDeclined},
		"two good ones, the older last":  {[]said{{core.AnswerAccepted, -5 * time.Minute, planner.CalendarNew, false}, {core.AnswerDeclined, -10 * time.Minute, planner.CalendarRefused, false}}, core.AnswerAccepted},
		"the old one once more":          {[]said{{core.AnswerAccepted, years, planner.CalendarNew, false}, {core.AnswerDeclined, -10 * time.Minute, planner.CalendarChanged, false}, {core.AnswerAccepted, years, planner.CalendarRefused, false}}, core.AnswerDeclined},
		"the good one once more":         {[]said{{core.AnswerDeclined, -10 * time.Minute, planner.CalendarNew, false}, {core.AnswerAccepted, years, planner.CalendarChanged, false}, {core.AnswerDeclined, -10 * time.Minute, planner.CalendarRefused, false}}, core.AnswerAccepted},
		"a newer one from then":          {[]said{{core.AnswerAccepted, years, planner.CalendarNew, false}, {core.AnswerDeclined, -10 * time.Minute, planner.CalendarChanged, false}, {core.AnswerAccepted, years + time.Hour, planner.CalendarChanged, false}}, core.AnswerAccepted},
		"a newer good one, then the old": {[]said{{core.AnswerAccepted, years, planner.CalendarNew, false}, {core.AnswerDeclined, -10 * time.Minute, planner.CalendarChanged, false}, {core.AnswerDeclined, -5 * time.Minute, planner.CalendarChanged, false}, {core.AnswerAccepted, years, planner.CalendarRefused, false}}, core.AnswerDeclined},
		"to one, and a good one to all":  {[]said{{core.AnswerAccepted, years, planner.CalendarNew, true}, {core.AnswerDeclined, -10 * time.Minute, planner.CalendarNew, false}}, core.AnswerDeclined},
		"to all, and a good one to one":  {[]said{{core.AnswerDeclined, years, planner.CalendarNew, false}, {core.AnswerAccepted, -10 * time.Minute, planner.CalendarNew, true}}, core.AnswerAccepted},
	} {
		t.Run(name, func(t *testing.T) {
			c := converse(t)
			s := c.plan(t)
			c.send(t, s.ID, core.MethodRequest)
			c.clock.now = c.clock.now.Add(time.Hour)
			read := c.clock.now
			for i, one := range x.all {
				more := ""
				if one.one {
					more = "\r\nRECURRENCE-ID;TZID=Europe/Berlin:" + stampOf(civil("2026-12-11T16:00"))
				}
				partstat := map[core.Answer]string{core.AnswerAccepted: "ACCEPTED", core.AnswerDeclined: "DECLINED"}[one.answer]
				text := replyText("REPLY", s.UID, 0, read.Add(one.stamp).UTC().Format("20060102T150405Z"), "ATTENDEE;PARTSTAT="+partstat+":mailto:gus@gst.example", more)
				c.clock.now = c.clock.now.Add(time.Minute)
				plan, err := c.organizer.CalendarFiles.Read(t.Context(), "answer.ics", bytes.NewReader([]byte(text)), planner.CalendarAsBoth)
				ok(t, err)
				if len(plan.Replies) != 1 || plan.Replies[0].Does != one.does {
					t.Fatalf("answer %d: %+v", i+1, plan.Replies)
				}
				ok(t, c.organizer.CalendarFiles.Import(t.Context(), plan, nil))
			}
			if heard := c.heard(t, s, "2026-12-11T16:00"); heard != x.want {
				t.Errorf("heard %s, not %s", heard, x.want)
			}
		})
	}
}
