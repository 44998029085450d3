package wire

import (
	"testing"

	"mentorbook/core"
)

// Who meets in a rhythm is proposed the next date of it at the usual hour, wherever a meeting is planned: as many days after the
// last one that was not called off, and not before today. Where that is not to be it is another hour of that day.
func TestAMeetingIsProposedInTheRhythmOfThoseBefore(t *testing.T) {
	for name, c := range map[string]struct {
		now     string
		cadence int
		prepare func(*testing.T, *conversation, *core.Meeting)
		want    string
	}{
		"two weeks later":       {"2026-12-03T12:00", 14, nil, "2026-12-17T16:30"},
		"after a long silence":  {"2026-12-29T12:00", 14, nil, "2026-12-31T16:30"},
		"every week":            {"2026-12-03T12:00", 7, nil, "2026-12-10T16:30"},
		"after the one to come": {"2026-12-02T12:00", 14, nil, "2026-12-17T16:30"},
		"the last one is off": {"2026-12-02T12:00", 14, func(t *testing.T, h *conversation, m *core.Meeting) {
			ok(t, h.organizer.Meetings.Cancel(t.Context(), m.ID, ""))
		}, "2026-12-03T15:00"},
		"in quiet hours by now": {"2026-12-03T12:00", 14, func(t *testing.T, h *conversation, _ *core.Meeting) {
			owner, err := h.organizer.Workspace.Owner(t.Context())
			ok(t, err)
			ok(t, h.organizer.People.Change(t.Context(), owner.ID, func(p *core.Person) error { p.Quiet = core.Hours{From: 16 * 60, To: 22 * 60}; return nil }))
		}, "2026-12-17T15:00"},
	} {
		t.Run(name, func(t *testing.T) {
			h := converse(t)
			h.at(t, "2026-12-01T12:00")
			ok(t, h.organizer.Relationships.Change(t.Context(), h.rel, func(r *core.Relationship) error { r.Cadence = c.cadence; return nil }))
			m, err := h.organizer.Meetings.Plan(t.Context(), core.Meeting{
				Relationship: h.rel, Title: "Talk", Start: civil("2026-12-03T16:30"), End: civil("2026-12-03T17:15"), Zone: "Europe/Berlin",
			})
			ok(t, err)
			h.at(t, c.now)
			if c.prepare != nil {
				c.prepare(t, h, m)
			}
			got, err := h.organizer.Meetings.ProposedStart(t.Context(), h.rel)
			ok(t, err)
			if got != civil(c.want) {
				t.Errorf("%s", got)
			}
		})
	}
}
