package wire

import (
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/schedule"
	"mentorbook/storage"
)

// A meeting to which the owner does not come leaves its hour free, uses up no cap of hours and reminds of nothing; so does one
// of a series, declined by itself or with all of it. Where they come after all, it does again.
func TestADeclinedMeetingIsInNobodysWay(t *testing.T) {
	for _, c := range []struct {
		name, text string
		about, id  func(p *planner.Planner) core.ID // what is answered, and the meeting on 3 December
	}{
		{
			"a meeting", eventText("m", "DTSTART:20261203T090000Z\nDURATION:PT1H\n"+withAmina),
			func(p *planner.Planner) core.ID { return meetingByUID(t, p, "m").ID },
			func(p *planner.Planner) core.ID { return meetingByUID(t, p, "m").ID },
		},
		{
			"one of a series", eventText("run", "DTSTART:20261203T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"+withAmina),
			func(p *planner.Planner) core.ID { return occurrence(seriesByUID(t, p, "run"), "2026-12-03T09:00") },
			func(p *planner.Planner) core.ID { return occurrence(seriesByUID(t, p, "run"), "2026-12-03T09:00") },
		},
		{
			"all of a series", eventText("run", "DTSTART:20261203T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"+withAmina),
			func(p *planner.Planner) core.ID { return seriesByUID(t, p, "run").ID },
			func(p *planner.Planner) core.ID { return occurrence(seriesByUID(t, p, "run"), "2026-12-03T09:00") },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openWith(t, core.KindWorkspace, core.KindPerson, core.KindRelationship)
			take(t, p, itip("REQUEST", c.text))
			for _, said := range []struct {
				answer core.Answer
				on     bool
			}{{"", true}, {core.AnswerDeclined, false}, {core.AnswerAccepted, true}} {
				if said.answer != "" {
					sentText(t, p, c.about(p), planner.Sending{Answer: said.answer})
				}
				if got := hourTaken(t, p); got == !said.on {
					t.Errorf("%q: its hour is taken: %v", said.answer, got)
				}
				if got := weekIsFull(t, p); got != said.on {
					t.Errorf("%q: its week is full: %v", said.answer, got)
				}
				if got := reminds(t, p, c.id(p)); got != said.on {
					t.Errorf("%q: is reminded of: %v", said.answer, got)
				}
			}
		})
	}
}

// tenOnThursday is the hour of the meetings above.
func tenOnThursday() (from, to time.Time) {
	from = time.Date(2026, 12, 3, 9, 0, 0, 0, time.UTC)
	return from, from.Add(time.Hour)
}

// hourTaken tells whether the hour is not among those in which the owner can meet Amina on that day.
func hourTaken(t *testing.T, p *planner.Planner) bool {
	t.Helper()
	found, err := p.Free(t.Context(), planner.FreeWish{People: named(t, p, "Amina").Mentees(), Minutes: 60, From: core.NewDate(2026, 12, 3), Days: 1})
	ok(t, err)
	if len(found.Slots) == 0 {
		t.Fatal("that day has no room at all")
	}
	from, to := tenOnThursday()
	return !slices.ContainsFunc(found.Slots, func(s schedule.Slot) bool { return s.Start.Before(to) && s.End.After(from) })
}

// weekIsFull tells whether an hour a week is used up in that week.
func weekIsFull(t *testing.T, p *planner.Planner) bool {
	t.Helper()
	hours := func(n int) {
		ok(t, p.Workspace.Change(t.Context(), func(w *core.Workspace) error { w.WeeklyHours = n; return nil }))
	}
	hours(1)
	defer hours(0)
	found, err := p.Free(t.Context(), planner.FreeWish{People: named(t, p, "Amina").Mentees(), Minutes: 60, From: core.NewDate(2026, 12, 1), Days: 4})
	ok(t, err)
	if found.Full != (len(found.Slots) == 0) {
		t.Errorf("full: %v, with %d slots", found.Full, len(found.Slots))
	}
	return found.Full
}

// reminds tells whether the owner is told of a meeting just before its hour, and would be after they have put that off.
func reminds(t *testing.T, p *planner.Planner, id core.ID) bool {
	t.Helper()
	from, _ := tenOnThursday()
	later, err := Planner(t.Context(), p.Store.(*storage.Store), Clock{Fixed: from.Add(-2 * time.Minute)}, "test", core.English)
	ok(t, err)
	all, err := later.Reminders(t.Context())
	ok(t, err)
	told := slices.ContainsFunc(all.Due, func(r planner.Reminder) bool { return r.Meeting.ID == id })
	m, err := later.Meetings.Get(t.Context(), id)
	ok(t, err)
	if m.Created.IsZero() { // what has no record yet can't be put off
		return told
	}
	again, err := later.RemindAgain(t.Context(), id)
	ok(t, err)
	if told != (again != nil) {
		t.Errorf("told: %v, again: %v", told, again)
	}
	return told
}
