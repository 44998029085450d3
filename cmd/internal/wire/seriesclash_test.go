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

// A meeting of a series that leaves less room beside something than the owner wants free is told apart from one that overlaps it, and
// from the first, of which more is told. Meetings of the series are not too close to each other.
func TestASeriesTellsWhatItComesTooCloseTo(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.BufferBefore, w.BufferAfter = 15, 0; return nil }))
	for _, start := range []string{"2027-01-07T05:10", "2027-01-14T05:10", "2027-01-21T05:00", "2027-02-04T05:10"} {
		_, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: named(t, p, "Sara").ID, Title: "Tea", Start: civil(start), End: civil(start).AddMinutes(45), Zone: "Europe/Berlin"})
		ok(t, err)
	}
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	_, err = p.Busy.Block(ctx, core.Busy{Person: owner.ID, Title: "Dentist", Start: civil("2027-01-28T05:20"), End: civil("2027-01-28T06:05"), Zone: "Europe/Berlin"})
	ok(t, err)
	s := core.Series{Relationship: rel.ID, Start: civil("2027-01-07T06:00"), End: civil("2027-01-07T06:30"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=5"}
	got, err := p.Series.ClashesOf(ctx, s)
	ok(t, err)
	if got.Dates != 1 || got.First != core.NewDate(2027, 1, 28) || got.Near == nil || got.Near.Dates != 2 || got.Near.First != core.NewDate(2027, 1, 14) || got.Near.Clash.Title != "Tea" || got.Clash.Title != "Dentist" {
		t.Errorf("%+v, %+v", got, got.Near)
	}
	if shown := got.Shown(); shown.Clash.Title != "" || shown.Near == got.Near || got.Clash.Title == "" {
		t.Errorf("while presenting: %+v, %+v", shown, shown.Near)
	}
	ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.BufferBefore = 0; return nil }))
	if got, err = p.Series.ClashesOf(ctx, s); err != nil || got.Near != nil {
		t.Errorf("no room is asked for: %+v, %v", got.Near, err)
	}
}
