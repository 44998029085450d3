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

// A calendar knows of each of its meetings what the caps say wherever it is moved on the days on show, also where their weeks and
// months begin before them or end behind; of a new one too.
func TestACalendarKnowsTheCapsOfItsDays(t *testing.T) {
	p, ctx := open(t), t.Context()
	today, err := p.TodayDate(ctx)
	ok(t, err)
	for _, caps := range [][2]int{{0, 0}, {2, 0}, {0, 4}, {2, 4}} {
		ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.WeeklyHours, w.MonthlyHours = caps[0], caps[1]; return nil }))
		over, days := 0, 0
		for _, period := range []core.Period{{From: today, To: today.AddDays(1)}, {From: today.Monday(), To: today.Monday().AddDays(7)}, {From: today.AddDays(-20), To: today.AddDays(20)}} {
			c, err := p.Calendar(ctx, planner.CalendarWish{Period: period, Limit: 2})
			ok(t, err)
			all := []core.Meeting{{Relationship: named(t, p, "Amina").ID, Zone: "Europe/Berlin", End: core.Civil{Hour: 1}}}
			for _, x := range c.Meetings {
				all = append(all, *x.Meeting)
			}
			for _, m := range all {
				length := m.Length()
				for day := period.From; day.Before(period.To); day = day.AddDays(1) {
					m.Start = core.Civil{Date: day, Hour: 12}
					m.End, m.Zone = m.Start.AddMinutes(length), "Europe/Berlin"
					want, err := p.Meetings.OverCaps(ctx, m)
					ok(t, err)
					if got := c.Caps.Over(m.ID, day, length); !slices.Equal(got, want) {
						t.Errorf("caps %v, %v, a meeting on %v: %+v, not %+v", caps, period, day, got, want)
					}
					over, days = over+len(want), days+1
				}
			}
		}
		if caps != [2]int{} && (over == 0 || over == 2*days) {
			t.Errorf("caps %v: %d of %d tell nothing", caps, over, days)
		}
	}
}
