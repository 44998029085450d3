package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A file of holidays taken in for one person: they can't meet then, whatever the file says of its days; it shows in
// the calendar under their name, nobody else is touched, twice changes nothing, and one undo takes it back.
func TestDaysOffOfOnePerson(t *testing.T) {
	p := open(t)
	today, err := p.Today(t.Context())
	ok(t, err)
	next := today.Next.Meeting // today, with Amina
	amina := today.Next.Others[0]
	day := next.Start.Date
	file := calendarText(
		eventText("holiday", "DTSTART;VALUE=DATE:"+strings.ReplaceAll(day.String(), "-", "")+"\nSUMMARY:Mashujaa\nTRANSP:TRANSPARENT"),
		eventText("call", "DTSTART:20261125T100000Z\nDTEND:20261125T110000Z\nSUMMARY:Perhaps\nTRANSP:TRANSPARENT\n"+amina0),
		eventText("remembered", "DTSTART;VALUE=DATE:"+strings.ReplaceAll(day.String(), "-", "")+"\nSUMMARY:Valentine\nTRANSP:TRANSPARENT\nDESCRIPTION:Observance\\nTo hide observances, go to Settings"),
		eventText("dentist", "DTSTART:20261125T120000Z\nDTEND:20261125T130000Z\nSUMMARY:Dentist\n"+amina0),
	)
	before := contents(t, p)
	plan := func(who core.ID) *planner.CalendarPlan {
		plan, err := p.CalendarFiles.ReadAway(t.Context(), "holidays.ics", strings.NewReader(file), who)
		ok(t, err)
		return plan
	}
	first := plan(amina.ID)
	if got := sums(first); got != "new 4, changed 0, same 0, refused 0" || first.Away() != amina.ID {
		t.Errorf("%s: %+v", got, first.Steps)
	}
	ok(t, p.CalendarFiles.Import(t.Context(), first, nil))
	if got := sums(plan(amina.ID)); got != "new 0, changed 0, same 4, refused 0" {
		t.Errorf("again: %s", got)
	}
	if got := sums(plan(today.Owner.ID)); got != "new 4, changed 0, same 0, refused 0" {
		t.Errorf("for another: %s", got)
	}
	c, err := p.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: day, To: day.AddDays(7)}})
	ok(t, err)
	shown := map[string]bool{}
	for _, b := range c.Busy {
		if b.Name == "Amina Yusuf" {
			shown[b.Busy.Title] = b.Busy.Transparent
		}
	}
	if len(shown) != 4 || !shown["Valentine"] || shown["Mashujaa"] || !shown["Perhaps"] || shown["Dentist"] {
		t.Errorf("%v", shown)
	}
	now, err := p.Today(t.Context())
	ok(t, err)
	var clashes []planner.MeetingClash
	for _, row := range now.Week {
		if row.Meeting.ID == next.ID {
			clashes = row.Clashes
		}
	}
	if len(clashes) != 1 || clashes[0].Title != "Mashujaa" || clashes[0].Name != "Amina Yusuf" {
		t.Errorf("the meeting of today: %+v", clashes)
	}
	free, err := p.Free(t.Context(), planner.FreeWish{People: []core.ID{amina.ID}, Days: 1})
	ok(t, err)
	if len(free.Slots) > 0 {
		t.Errorf("free on a holiday: %v", free.Slots)
	}
	_, err = p.Undo(t.Context())
	ok(t, err)
	if contents(t, p) != before {
		t.Error("undo leaves something")
	}
	if _, err := p.CalendarFiles.ReadAway(t.Context(), "x.ics", strings.NewReader(file), core.ID{15: 7}); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("for nobody: %v", err)
	}
}

const amina0 = "ORGANIZER:mailto:amina.yusuf@kijani.example\n" + amina

// The days off of one are no versions of another's, though one file named both.
func TestDaysOffOfTwoPeopleFromOneFile(t *testing.T) {
	p := open(t)
	today, err := p.Today(t.Context())
	ok(t, err)
	whole := eventText("shift", "DTSTART;TZID=Africa/Nairobi:20261201T090000\nDURATION:PT2H\nRRULE:FREQ=DAILY;COUNT=5\nSUMMARY:Shift")
	moved := eventText("shift", "RECURRENCE-ID;TZID=Africa/Nairobi:20261203T090000\nDTSTART;TZID=Africa/Nairobi:20261203T120000\nDURATION:PT2H\nSUMMARY:Shift")
	read := func(who core.ID, events ...string) {
		t.Helper()
		plan, err := p.CalendarFiles.ReadAway(t.Context(), "shifts.ics", strings.NewReader(calendarText(events...)), who)
		ok(t, err)
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	}
	read(today.Owner.ID, whole, moved)
	before := contents(t, p)
	read(today.Next.Others[0].ID, whole)
	read(today.Next.Others[0].ID, strings.Replace(whole, "PT2H", "PT3H", 1))
	for range 2 {
		_, err := p.Undo(t.Context())
		ok(t, err)
	}
	if contents(t, p) != before {
		t.Fatal("undo leaves something")
	}
	read(today.Next.Others[0].ID, whole)
	n := 0
	for _, b := range busyByUID(t, p) {
		if b.UID == "shift" && b.Person == today.Owner.ID && !b.Recurrence.IsZero() {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d changed shifts of the owner are left", n)
	}
}
