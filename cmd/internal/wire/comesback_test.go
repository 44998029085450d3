package wire

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A message about the whole of a series names the meetings that take place after all to those who were told that they are off: by
// themselves, or as the whole left them out. Once told, it does not do so again.
func TestAMessageAboutAllNamesWhatTakesPlaceAfterAll(t *testing.T) {
	back := func(c *conversation, s *core.Series) []core.Civil {
		t.Helper()
		v, err := c.organizer.Invitations.PrepareAs(t.Context(), s.ID, core.MethodRequest, planner.Sending{})
		ok(t, err)
		return v.Series.Back
	}
	for _, byWhole := range []bool{false, true} {
		c, s := asked(t)
		dates := []core.Civil{civil("2026-12-11T16:00"), civil("2026-12-18T16:00")}
		for _, date := range dates {
			ok(t, c.organizer.Meetings.Cancel(t.Context(), occurrence(s, date.String()), ""))
		}
		if byWhole {
			c.send(t, s.ID, core.MethodRequest)
		} else {
			for _, date := range dates {
				c.send(t, occurrence(s, date.String()), core.MethodCancel)
			}
		}
		if got := back(c, s); len(got) != 0 {
			t.Errorf("off still: %v", got)
		}
		for n := range dates {
			_, err := c.organizer.Undo(t.Context())
			ok(t, err)
			if got := back(c, s); !slices.Equal(got, dates[len(dates)-1-n:]) {
				t.Errorf("told by the whole: %v: %v", byWhole, got)
			}
		}
		c.send(t, s.ID, core.MethodRequest)
		if got := back(c, s); len(got) != 0 {
			t.Errorf("told already: %v", got)
		}
		c.deliver(t)
		c.agree(t, s.UID, "told with the whole")
	}
}
