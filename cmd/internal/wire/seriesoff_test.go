package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// The dates of a series are held against the days off of everybody in it, the owner's first: each date counts once.
func TestASeriesIsHeldAgainstDaysOff(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	guest := rel.Mentees()[0]
	series := func(start, rule string) core.Series {
		return core.Series{Relationship: rel.ID, Start: civil(start), End: civil(start).AddMinutes(30), Zone: "Europe/Berlin", Rule: rule}
	}
	block := func(who core.ID, b core.Busy) {
		t.Helper()
		b.Person = who
		_, err := p.Busy.Block(ctx, b)
		ok(t, err)
	}
	days := func(title, from, to string) core.Busy {
		return core.Busy{Title: title, AllDay: true, Start: civil(from + "T00:00"), End: civil(to + "T00:00")}
	}
	weekly := series("2026-12-03T16:00", "FREQ=WEEKLY")
	check := func(name string, s core.Series, want planner.SeriesOff) {
		t.Helper()
		got, err := p.Series.DaysOff(ctx, s)
		if err != nil || *got != want {
			t.Errorf("%s: %+v, %v, want %+v", name, got, err, want)
		}
	}
	check("nobody is off", weekly, planner.SeriesOff{})
	who, err := p.People.Get(ctx, guest)
	ok(t, err)
	block(guest, days("Leave", "2026-12-21", "2027-01-02"))
	check("the guest's leave", weekly, planner.SeriesOff{Dates: 2, First: core.NewDate(2026, 12, 24), Title: "Leave", Name: who.Name})
	block(owner.ID, days("Christmas", "2026-12-24", "2026-12-27"))
	block(owner.ID, days("", "2026-12-10", "2026-12-11"))
	check("the owner's too, one day twice", weekly, planner.SeriesOff{Dates: 3, First: core.NewDate(2026, 12, 10)})
	check("it ends before", series("2026-12-03T16:00", "FREQ=WEEKLY;COUNT=1"), planner.SeriesOff{})
	check("as far as it goes", series("2026-12-03T16:00", "FREQ=WEEKLY;COUNT=2"), planner.SeriesOff{Dates: 1, First: core.NewDate(2026, 12, 10)})
	check("another day", series("2026-12-01T16:00", "FREQ=MONTHLY"), planner.SeriesOff{Dates: 1, First: core.NewDate(2027, 1, 1), Title: "Leave", Name: who.Name})
	block(owner.ID, core.Busy{Title: "Dentist", Start: civil("2026-12-17T16:00"), End: civil("2026-12-17T17:00"), Zone: "Europe/Berlin"})
	block(owner.ID, core.Busy{Title: "Seen only", AllDay: true, Transparent: true, Start: civil("2026-12-17T00:00"), End: civil("2026-12-18T00:00")})
	block(owner.ID, days("In two years", "2028-12-07", "2028-12-08"))
	check("an hour, a note and what is far are no days off", weekly, planner.SeriesOff{Dates: 3, First: core.NewDate(2026, 12, 10)})
	check("a rule that can't be", series("2026-12-03T16:00", "FREQ=NEVER"), planner.SeriesOff{})
}
