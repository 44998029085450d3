package wire

import (
	"testing"

	"mentorbook/core"
)

// Each meeting of a series behind its first is held against other meetings and busy times of everybody in it, for a year: what only
// comes close, days off, and the series itself are no clashes.
func TestASeriesIsHeldAgainstWhatIsPlanned(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	guest, err := p.People.Get(ctx, rel.Mentees()[0])
	ok(t, err)
	series := func(start, rule string) core.Series {
		return core.Series{Relationship: rel.ID, Start: civil(start), End: civil(start).AddMinutes(30), Zone: "Europe/Berlin", Rule: rule}
	}
	check := func(name string, s core.Series, dates int, first, with, whose string) {
		t.Helper()
		got, err := p.Series.ClashesOf(ctx, s)
		ok(t, err)
		day := ""
		if got.Dates > 0 {
			day = got.First.String()
		}
		if got.Dates != dates || day != first || got.Clash.Title != with || got.Clash.Name != whose {
			t.Errorf("%s: %+v", name, got)
		}
	}
	block := func(who core.ID, title, start string, minutes int, days bool) {
		t.Helper()
		b := core.Busy{Person: who, Title: title, Start: civil(start), End: civil(start).AddMinutes(minutes), Zone: "Europe/Berlin", AllDay: days}
		if days {
			b.Zone = ""
		}
		_, err := p.Busy.Block(ctx, b)
		ok(t, err)
	}
	weekly := series("2027-01-07T06:00", "FREQ=WEEKLY")
	check("nothing else", weekly, 0, "", "", "")
	block(guest.ID, "Dentist", "2027-01-07T06:00", 60, false)
	check("the first alone", weekly, 0, "", "", "")
	block(owner.ID, "Leave", "2027-01-14T00:00", 24*60, true)
	block(owner.ID, "Right before", "2027-01-14T05:00", 60, false)
	check("a day off, and what ends as it begins", weekly, 0, "", "", "")
	block(guest.ID, "Dentist", "2027-02-11T06:15", 60, false)
	_, err = p.Meetings.Plan(ctx, core.Meeting{Relationship: named(t, p, "Sara").ID, Title: "Talk", Start: civil("2027-01-28T05:45"), End: civil("2027-01-28T06:15"), Zone: "Europe/Berlin"})
	ok(t, err)
	check("two", weekly, 2, "2027-01-28", "Talk", "")
	check("it ends before", series("2027-01-07T06:00", "FREQ=WEEKLY;COUNT=3"), 0, "", "", "")
	check("one", series("2027-02-04T06:00", "FREQ=WEEKLY"), 1, "2027-02-11", "Dentist", guest.Name)
	check("a rule that can't be", series("2027-01-07T06:00", "FREQ=NEVER"), 0, "", "", "")
	made, err := p.Series.Plan(ctx, weekly)
	ok(t, err)
	check("itself", *made, 2, "2027-01-28", "Talk", "")
	later := *made
	later.Start, later.End = later.Start.AddMinutes(15), later.End.AddMinutes(15)
	check("itself, a little later", later, 1, "2027-02-11", "Dentist", guest.Name)
	if _, err := p.Series.Plan(ctx, series("2027-01-07T06:10", "FREQ=DAILY;INTERVAL=14;COUNT=4")); err != nil {
		t.Fatal(err)
	}
	moved, err := p.Series.Occurrence(ctx, made.ID, civil("2027-01-28T06:00"))
	ok(t, err)
	ok(t, p.Meetings.Move(ctx, moved.ID, civil("2027-01-29T06:00"), civil("2027-01-29T06:30"), ""))
	check("one that was moved by itself", *made, 4, "2027-01-21", guest.Name, "")
}
