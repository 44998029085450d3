package wire

import (
	"testing"

	"mentorbook/core"
)

// A new meeting is proposed on the next day on which the owner works, in their hours: on no Saturday after a Friday.
func TestAMeetingIsProposedOnADayOfWork(t *testing.T) {
	work := func(days map[int]core.Hours) []core.Hours {
		out := make([]core.Hours, 7)
		for d, h := range days {
			out[d] = h
		}
		return out
	}
	for name, c := range map[string]struct {
		now  string
		work []core.Hours
		want string
	}{
		"in the week":            {"2026-12-02T12:00", nil, "2026-12-03T10:00"},
		"before a weekend":       {"2026-12-04T12:00", nil, "2026-12-07T10:00"},
		"who works on Saturdays": {"2026-12-04T12:00", work(map[int]core.Hours{5: {From: 8 * 60, To: 12 * 60}}), "2026-12-05T10:00"},
		"who begins late":        {"2026-12-04T12:00", work(map[int]core.Hours{2: {From: 14 * 60, To: 20 * 60}}), "2026-12-09T14:00"},
		"who works on no day":    {"2026-12-04T12:00", make([]core.Hours, 7), "2026-12-05T10:00"},
	} {
		t.Run(name, func(t *testing.T) {
			h := converse(t)
			h.at(t, c.now)
			owner, err := h.organizer.Workspace.Owner(t.Context())
			ok(t, err)
			ok(t, h.organizer.People.Change(t.Context(), owner.ID, func(p *core.Person) error { p.Work = c.work; return nil }))
			got, err := h.organizer.Meetings.Planning(t.Context(), core.ID{})
			ok(t, err)
			if got.Start != civil(c.want) {
				t.Errorf("%s", got.Start)
			}
		})
	}
}
