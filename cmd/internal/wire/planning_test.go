package wire

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// On the sample's Thursday the board reviews while the owner meets Chen Wei.
func TestClashesOfTheWeek(t *testing.T) {
	p, ctx := open(t), t.Context()
	today, err := p.Today(ctx)
	ok(t, err)
	var found []planner.MeetingRow
	for _, row := range today.Week {
		if len(row.Clashes) > 0 {
			found = append(found, row)
		}
	}
	if len(found) != 1 || found[0].Name != "Chen Wei ⇄ me" || found[0].Clashes[0].Title != "Board review" || found[0].Clashes[0].Name != "" {
		t.Fatalf("%+v", found)
	}
	week := core.Period{From: core.NewDate(2026, 11, 23), To: core.NewDate(2026, 11, 30)}
	c, err := p.Calendar(ctx, planner.CalendarWish{Period: week})
	ok(t, err)
	if len(c.Busy) != 1 || c.Busy[0].Start != civil("2026-11-26T09:15") || c.Busy[0].Name != "" {
		t.Errorf("%+v", c.Busy)
	}
	ok(t, p.Busy.Delete(ctx, c.Busy[0].Busy.ID))
	today, err = p.Today(ctx)
	ok(t, err)
	for _, row := range today.Week {
		if len(row.Clashes) > 0 {
			t.Errorf("%+v", row)
		}
	}
	_, err = p.Undo(ctx)
	ok(t, err)
}

// A leave of somebody else clashes with what is planned with them, in their own days; what repeats is seen years on.
func TestBusyTimesOfOthers(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	amina := rel.Mentees()[0]
	b, err := p.Busy.Block(ctx, core.Busy{Person: amina, Title: "Leave", AllDay: true, Start: civil("2026-12-01T00:00"), End: civil("2026-12-15T00:00")})
	ok(t, err)
	_, err = p.Busy.Block(ctx, core.Busy{Title: "Lunch", Start: civil("2026-01-05T12:00"), End: civil("2026-01-05T13:00"), Rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"})
	ok(t, err)
	period := core.Period{From: core.NewDate(2026, 12, 7), To: core.NewDate(2026, 12, 8)}
	c, err := p.Calendar(ctx, planner.CalendarWish{Period: period})
	ok(t, err)
	i := slices.IndexFunc(c.Meetings, func(m planner.CalendarMeeting) bool { return m.Meeting.Relationship == rel.ID })
	if i < 0 || len(c.Meetings[i].Clashes) != 1 || c.Meetings[i].Clashes[0].Name != "Amina Yusuf" || c.Meetings[i].Clashes[0].With != core.RefOf(b) {
		t.Errorf("%+v", c.Meetings)
	}
	if len(c.Busy) != 2 {
		t.Errorf("%+v", c.Busy)
	}
	ok(t, p.Busy.Change(ctx, b.ID, func(b *core.Busy) error { b.Transparent = true; return nil }))
	if c, err = p.Calendar(ctx, planner.CalendarWish{Period: period}); err != nil || len(c.Meetings[i].Clashes) != 0 {
		t.Errorf("%+v, %v", c.Meetings[i], err)
	}
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	far, err := p.Busy.Between(ctx, owner.ID, core.Period{From: core.NewDate(2046, 12, 3), To: core.NewDate(2046, 12, 10)})
	if err != nil || len(far) != 5 {
		t.Errorf("%+v, %v", far, err)
	}
	if _, err := p.Busy.Block(ctx, core.Busy{Start: civil("2026-12-01T00:00"), End: civil("2026-12-01T00:00")}); core.CodeOf(err) != core.CodeEndNotAfter {
		t.Error(err)
	}
}

func TestBuffers(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Tomasz")
	for _, at := range []string{"2027-03-01T10:00", "2027-03-01T10:55"} {
		_, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: civil(at), Zone: "Europe/Berlin"})
		ok(t, err)
	}
	day := core.Period{From: core.NewDate(2027, 3, 1), To: core.NewDate(2027, 3, 2)}
	c, err := p.Calendar(ctx, planner.CalendarWish{Period: day})
	if err != nil || len(c.Meetings[0].Clashes) != 0 {
		t.Errorf("%+v, %v", c.Meetings, err)
	}
	ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.BufferAfter = 15; return nil }))
	c, err = p.Calendar(ctx, planner.CalendarWish{Period: day})
	if err != nil || len(c.Meetings[0].Clashes) != 1 || !c.Meetings[0].Clashes[0].Near || len(c.Meetings[1].Clashes) != 1 {
		t.Errorf("%+v, %v", c.Meetings, err)
	}
}

func TestFree(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	wish := planner.FreeWish{People: rel.Mentees(), Minutes: 45, Days: 10}
	got, err := p.Free(ctx, wish)
	ok(t, err)
	if len(got.Slots) != 10 || len(got.People) != 2 || got.Full {
		t.Fatalf("%+v", got)
	}
	for _, s := range got.Slots {
		if s.Start.Before(noon()) || len(s.Reasons) == 0 {
			t.Errorf("%+v", s)
		}
		for _, who := range got.People {
			loc, err := who.Zone.Location()
			ok(t, err)
			if at := s.Start.In(loc); at.Hour() < 9 || at.Hour() > 17 {
				t.Errorf("%s for %s", at, who.Name)
			}
		}
	}
	ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.WeeklyHours, w.MonthlyHours = 1, 1; return nil }))
	if got, err = p.Free(ctx, wish); err != nil || len(got.Slots) != 0 || !got.Full {
		t.Errorf("%d slots beyond the caps, %v", len(got.Slots), err)
	}
	for _, bad := range []planner.FreeWish{{Minutes: 2}, {Days: 1000}, {People: []core.ID{{9}}}} {
		if _, err := p.Free(ctx, bad); err == nil {
			t.Errorf("%+v is taken", bad)
		}
	}
}

// A busy time that is just over as the range begins keeps the buffer behind it, as one in the range does.
func TestFreeKeepsRoomBesideWhatIsJustOver(t *testing.T) {
	p, ctx := open(t), t.Context()
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	ok(t, p.People.Change(ctx, owner.ID, func(x *core.Person) error {
		x.Zone, x.Quiet, x.Work = "Europe/Berlin", core.Hours{}, slices.Repeat([]core.Hours{{From: 0, To: 24 * 60}}, 7)
		return nil
	}))
	for _, span := range [][2]string{{"2026-11-28T23:00", "2026-11-29T00:00"}, {"2026-11-29T01:00", "2026-11-30T00:00"}} {
		_, err = p.Busy.Block(ctx, core.Busy{Person: owner.ID, Title: "Taken", Start: civil(span[0]), End: civil(span[1]), Zone: "Europe/Berlin"})
		ok(t, err)
	}
	for buffer, want := range map[int]int{0: 1, 30: 0} { // from midnight to half past there is room for one, or for the buffers alone
		ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.BufferAfter = buffer; return nil }))
		found, err := p.Free(ctx, planner.FreeWish{People: []core.ID{owner.ID}, Minutes: 30, From: core.NewDate(2026, 11, 29), Days: 1})
		ok(t, err)
		if len(found.Slots) != want {
			t.Errorf("with a buffer of %d minutes %d are free: %v", buffer, len(found.Slots), found.Slots)
		}
	}
}

// What stands in the month of a range, though outside of the range itself, uses up the month's hours.
func TestFreeCountsWholeMonths(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	wish := planner.FreeWish{People: rel.Mentees(), Minutes: 60, From: core.NewDate(2026, 12, 8), Days: 3}
	ok(t, p.Workspace.Change(ctx, func(w *core.Workspace) error { w.WeeklyHours, w.MonthlyHours = 0, 40; return nil }))
	got, err := p.Free(ctx, wish)
	ok(t, err)
	if len(got.Slots) == 0 {
		t.Fatal("the caps leave room, and nothing is free")
	}
	for _, day := range []core.Date{core.NewDate(2026, 12, 1), core.NewDate(2026, 12, 31)} {
		for _, hour := range []int{1, 12} {
			_, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: day.At(hour, 0), End: day.At(hour+10, 0), Zone: "Europe/Berlin"})
			ok(t, err)
		}
	}
	if got, err = p.Free(ctx, wish); err != nil || len(got.Slots) != 0 || !got.Full {
		t.Errorf("%d slots are offered with 40 of 40 hours planned in that month, %v", len(got.Slots), err)
	}
}

// From 29 March, when the clocks in Berlin change, what stays at 14:00 there is an hour earlier in Nairobi. All that comes of this
// one change is told of in one need, however many series it is, and after the meetings that are to be closed.
func TestTodayTellsThatHoursPart(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	_, err := p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Start: civil("2027-03-01T14:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	ok(t, err)
	york, err := p.People.Add(ctx, core.Person{Name: "Dana Reed", Zone: "America/New_York"})
	ok(t, err)
	other, err := p.Relationships.Add(ctx, core.Relationship{Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer, Participants: []core.Participant{{Person: rel.Mentors()[0], Role: core.RoleMentor}, {Person: york.ID, Role: core.RoleMentee}}})
	ok(t, err)
	_, err = p.Series.Plan(ctx, core.Series{Relationship: other.ID, Start: civil("2027-03-04T17:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	ok(t, err)
	later, err := Planner(ctx, p.Store.(*storage.Store), Clock{Fixed: time.Date(2027, 3, 12, 9, 0, 0, 0, time.UTC)}, "test", core.English)
	ok(t, err)
	today, err := later.Today(ctx)
	ok(t, err)
	var found []planner.Need
	closing, at := 0, 0
	for i, n := range today.Needs {
		switch n.Kind {
		case planner.NeedShift:
			found, at = append(found, n), i
		case planner.NeedToClose:
			closing = i
		}
	}
	if closing == 0 || at < closing {
		t.Errorf("what is to be closed stands at %d, a change of hours at %d", closing, at)
	}
	if len(found) != 2 {
		t.Fatalf("%+v", found)
	}
	// New York went first, on 14 March, and is back at the usual distance two weeks later.
	if n := found[0]; n.Name != "Dana Reed" || n.On != core.NewDate(2027, 3, 18) || n.At.Hour != 12 || n.Within != other.ID || len(n.Parts) > 0 {
		t.Errorf("%+v", n)
	}
	parts := found[1].Parts
	if len(parts) != 3 || found[1].On != parts[0].On {
		t.Fatalf("%+v", found[1])
	}
	for i, want := range []struct {
		name string
		on   core.Date
		hour int
	}{{"Amina", core.NewDate(2027, 3, 29), 15}, {"", core.Date{}, 0}, {"Dana Reed", core.NewDate(2027, 4, 1), 11}} {
		if got := parts[i]; want.name != "" && (got.Name != want.name || got.On != want.on || got.At.Hour != want.hour) {
			t.Errorf("%+v", got)
		}
	}
	if len(parts[1].People) != 5 {
		t.Errorf("%+v", parts[1])
	}
}

// Whoever's clock nobody knows counts as one who lives by the owner's, as their meetings are told.
func TestWhoHasNoZoneIsFreeByTheOwnersClock(t *testing.T) {
	p := open(t)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	ok(t, p.People.Change(t.Context(), owner.ID, func(o *core.Person) error {
		o.Zone = "Asia/Tokyo"
		return nil
	}))
	slots := func(zone core.Zone) []string {
		t.Helper()
		who, err := p.People.Add(t.Context(), core.Person{Name: "Somebody " + string(zone), Zone: zone})
		ok(t, err)
		found, err := p.Free(t.Context(), planner.FreeWish{People: []core.ID{who.ID}, Minutes: 45, Days: 5, Limit: 20})
		ok(t, err)
		var out []string
		for _, s := range found.Slots {
			out = append(out, fmt.Sprint(s.Start, s.Score))
		}
		return out
	}
	known, guessed, elsewhere := slots("Asia/Tokyo"), slots(""), slots("UTC")
	if len(known) == 0 || !slices.Equal(known, guessed) || slices.Equal(known, elsewhere) {
		t.Errorf("with their zone %v, without one %v, in UTC %v", known, guessed, elsewhere)
	}
}
