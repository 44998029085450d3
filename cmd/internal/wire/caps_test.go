package wire

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A meeting that takes more of a week or of a month than the owner allows says which cap, and how much it would be: weeks begin on
// Monday, what is off takes nothing, and a meeting that is moved is counted once.
func TestAMeetingAboveACapSaysSo(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina").ID
	caps := func(week, month int) {
		t.Helper()
		ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.WeeklyHours, w.MonthlyHours = week, month; return nil }))
	}
	meeting := func(start string, minutes int) core.Meeting {
		return core.Meeting{Relationship: rel, Start: civil(start), End: civil(start).AddMinutes(minutes), Zone: "Europe/Berlin"}
	}
	check := func(name string, m core.Meeting, want ...planner.OverCap) {
		t.Helper()
		if got, err := p.Meetings.OverCaps(ctx, m); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %+v, %v, not %+v", name, got, err, want)
		}
	}
	caps(0, 0)
	check("no cap", meeting("2020-03-11T10:00", 23*60))
	caps(2, 5)
	check("as much as there may be", meeting("2020-03-11T10:00", 120))
	check("alone too long", meeting("2020-03-11T10:00", 121), planner.OverCap{Hours: 2, Minutes: 121})
	plan := func(start string, minutes int) core.ID {
		t.Helper()
		m, err := p.Meetings.Plan(ctx, meeting(start, minutes))
		ok(t, err)
		return m.ID
	}
	sunday := plan("2020-03-15T23:00", 60)
	plan("2020-03-16T09:00", 90)
	check("the week before Monday", meeting("2020-03-11T10:00", 60))
	check("more in that week", meeting("2020-03-11T10:00", 75), planner.OverCap{Hours: 2, Minutes: 135})
	check("the week from Monday on", meeting("2020-03-16T11:00", 45), planner.OverCap{Hours: 2, Minutes: 135})
	plan("2020-03-30T09:00", 120)
	check("both", meeting("2020-03-11T10:00", 90), planner.OverCap{Hours: 2, Minutes: 150}, planner.OverCap{Month: true, Hours: 5, Minutes: 360})
	moved := meeting("2020-03-14T23:00", 60)
	moved.ID = sunday
	check("the same, moved", moved)
	ok(t, p.Meetings.Cancel(ctx, sunday, ""))
	check("what is off", meeting("2020-03-11T10:00", 90))
}
