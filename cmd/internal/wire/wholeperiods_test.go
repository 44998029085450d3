package wire

import (
	"testing"

	"mentorbook/core"
)

// A series that begins some of its own periods earlier, or later, takes along what was changed by itself: the same number of
// meetings is planned, each in its place, and what is sent has no date that the rule has not.
func TestASeriesMovedByWholePeriodsTakesItsChangesAlong(t *testing.T) {
	for name, c := range map[string]struct {
		from, to string // the first one, before and after
		change   func(*testing.T, *conversation, core.ID)
		want     []string
	}{
		"one moved, earlier":      {"2026-12-04T16:00", "2026-11-27T16:00", moved, []string{"2026-11-27T16:00", "2026-12-04T16:00", "2026-12-11T16:00", "2026-12-26T16:00"}},
		"one moved, later":        {"2026-12-04T16:00", "2026-12-11T16:00", moved, []string{"2026-12-11T16:00", "2026-12-18T16:00", "2026-12-25T16:00", "2026-12-26T16:00"}},
		"one off, earlier":        {"2026-12-04T16:00", "2026-11-27T16:00", calledOff, []string{"2026-11-27T16:00", "2026-12-04T16:00", "2026-12-11T16:00"}},
		"one off, later":          {"2026-12-04T16:00", "2026-12-11T16:00", calledOff, []string{"2026-12-11T16:00", "2026-12-18T16:00", "2026-12-25T16:00"}},
		"the later part, earlier": {"2026-12-11T16:00", "2026-12-10T16:00", moved, []string{"2026-12-04T16:00", "2026-12-10T16:00", "2026-12-17T16:00", "2026-12-26T16:00"}},
	} {
		t.Run(name, func(t *testing.T) {
			h := converse(t)
			h.at(t, "2026-11-20T12:00")
			s, err := h.organizer.Series.Plan(t.Context(), core.Series{
				Relationship: h.rel, Title: "Talk", Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=4",
			})
			ok(t, err)
			c.change(t, h, occurrence(s, "2026-12-25T16:00"))
			_, err = h.organizer.Series.From(t.Context(), s.ID, civil(c.from), func(x *core.Series) error {
				x.Start, x.End = civil(c.to), civil(c.to).AddMinutes(45)
				return nil
			})
			ok(t, err)
			var got []string
			all, err := h.organizer.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 3, 1)})
			ok(t, err)
			for _, m := range all {
				if m.Planned() {
					got = append(got, m.Start.String())
				}
			}
			if len(got) != len(c.want) {
				t.Fatalf("%v", got)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("%v", got)
				}
			}
		})
	}
}

func moved(t *testing.T, h *conversation, id core.ID) {
	t.Helper()
	ok(t, h.organizer.Meetings.MoveFor(t.Context(), id, civil("2026-12-26T16:00"), 45, "Europe/Berlin"))
}

func calledOff(t *testing.T, h *conversation, id core.ID) {
	t.Helper()
	ok(t, h.organizer.Meetings.Cancel(t.Context(), id, ""))
}
