package wire

import (
	"testing"

	"mentorbook/core"
)

// With somebody in particular it is proposed in their hours, too, on their own clock, and in nobody's quiet hours. Where that is
// never, their quiet hours are left out at least.
func TestAMeetingIsProposedWhenItSuitsTheGuest(t *testing.T) {
	week := func(from, to int) []core.Hours {
		out := make([]core.Hours, 7)
		for d := range 5 {
			out[d] = core.Hours{From: from * 60, To: to * 60}
		}
		return out
	}
	for name, c := range map[string]struct {
		owner, guest func(*core.Person)
		want         string
	}{
		"in New York it is nine":         {nil, nil, "2026-12-03T15:00"},
		"who begins early":               {nil, func(p *core.Person) { p.Work = week(7, 16) }, "2026-12-03T13:00"},
		"who is busy on mornings":        {nil, func(p *core.Person) { p.Quiet = core.Hours{From: 9 * 60, To: 10 * 60} }, "2026-12-03T16:00"},
		"no hour in common":              {nil, func(p *core.Person) { p.Work = week(18, 22) }, "2026-12-03T10:00"},
		"no hour in common, quiet hours": {nil, func(p *core.Person) { p.Work, p.Quiet = week(18, 22), core.Hours{From: 0, To: 6 * 60} }, "2026-12-03T12:00"},
		"the owner's own quiet hours":    {func(p *core.Person) { p.Quiet = core.Hours{From: 15 * 60, To: 16 * 60} }, nil, "2026-12-03T16:00"},
	} {
		t.Run(name, func(t *testing.T) {
			h := converse(t)
			h.at(t, "2026-12-02T12:00")
			owner, err := h.organizer.Workspace.Owner(t.Context())
			ok(t, err)
			rel, err := h.organizer.Relationships.Get(t.Context(), h.rel)
			ok(t, err)
			for id, edit := range map[core.ID]func(*core.Person){owner.ID: c.owner, rel.Others(owner.ID)[0]: c.guest} {
				if edit != nil {
					ok(t, h.organizer.People.Change(t.Context(), id, func(p *core.Person) error { edit(p); return nil }))
				}
			}
			got, err := h.organizer.Meetings.ProposedStart(t.Context(), h.rel)
			ok(t, err)
			if got != civil(c.want) {
				t.Errorf("%s", got)
			}
		})
	}
}

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
