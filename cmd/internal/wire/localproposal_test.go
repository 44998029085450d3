package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A proposal that names no zone is by the clock of the meeting, and one of a day alone has no time that could be taken. What the
// guest writes beside it is there in any case.
func TestProposalsWithoutAZoneOrATime(t *testing.T) {
	for name, c := range map[string]struct {
		start, end, want, state string
	}{
		"floating":         {":20261204T150000", "DTEND:20261204T153000", "2026-12-04T15:00", ""},
		"with a length":    {":20261204T150000", "DURATION:PT30M", "2026-12-04T15:00", ""},
		"in UTC":           {":20261204T150000Z", "DTEND:20261204T153000Z", "2026-12-04T16:00", ""},
		"by another clock": {";TZID=Africa/Nairobi:20261204T150000", "DURATION:PT30M", "2026-12-04T13:00", ""},
		"a day":            {";VALUE=DATE:20261204", "DTEND;VALUE=DATE:20261205", "", "day"},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			m := invitedMeeting(t, p)
			text := replyText("COUNTER", m.UID, 0, "20261123T130000Z", says("TENTATIVE"), "\r\nCOMMENT:Over coffee?")
			text = strings.NewReplacer("DTSTART:20270101T100000Z", "DTSTART"+c.start, "DTEND:20270101T110000Z", c.end).Replace(text)
			step := answer(t, p, "counter.ics", text)
			if step.Said != "Over coffee?" {
				t.Errorf("the words: %q", step.Said)
			}
			if c.state != "" {
				if step.Does != planner.CalendarRefused || core.CodeOf(step.Err) != core.CodeNoAnswer || core.Problems(step.Err)[0].Args["state"] != c.state {
					t.Errorf("%+v", step)
				}
				return
			}
			r := proposal(t, p, m.ID)
			if step.Start.OnClock(step.Zone, m.Zone) != civil(c.want) || r.Start != civil(c.want) || r.Zone != m.Zone || r.End.MinutesSince(r.Start) != 30 {
				t.Errorf("%+v, kept as %v to %v in %s", step, r.Start, r.End, r.Zone)
			}
		})
	}
}
