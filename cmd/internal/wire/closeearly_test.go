package wire

import (
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A meeting that was begun a little early can be closed before its planned start, a quarter of an hour at most.
func TestAMeetingBegunEarlyIsClosed(t *testing.T) {
	w := &watch{at: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)}
	p := openAt(t, w)
	rel := named(t, p, "Amina Yusuf").ID
	for ahead, closes := range map[time.Duration]bool{10 * time.Minute: true, 15 * time.Minute: true, 16 * time.Minute: false, 24 * time.Hour: false} {
		start := core.NewDate(2026, 11, 23).At(13, 20).AddMinutes(int(ahead / time.Minute))
		m, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Start: start, End: start.AddMinutes(30), Zone: "Europe/Berlin"})
		ok(t, err)
		done, err := p.Meetings.Close(t.Context(), m.ID, planner.Closing{})
		switch {
		case !closes && core.CodeOf(err) != core.CodeState:
			t.Errorf("%v ahead: %v", ahead, err)
		case closes && (err != nil || done.Meeting.Status != core.MeetingHeld):
			t.Errorf("%v ahead: %v", ahead, err)
		}
	}
}

// A meeting that was closed as held before its end keeps its time until then: nothing else is offered there, and what is
// planned there clashes with it.
func TestAMeetingClosedBeforeItsEndTakesItsTime(t *testing.T) {
	w := &watch{at: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)}
	p, ctx := openAt(t, w), t.Context()
	rel := named(t, p, "Amina Yusuf")
	start := core.NewDate(2026, 11, 23).At(13, 30)
	plan := core.Meeting{Relationship: rel.ID, Start: start, End: start.AddMinutes(60), Zone: "Europe/Berlin"}
	m, err := p.Meetings.Plan(ctx, plan)
	ok(t, err)
	_, err = p.Meetings.Close(ctx, m.ID, planner.Closing{})
	ok(t, err)
	for at, takes := range map[time.Duration]bool{0: true, 60 * time.Minute: true, 75 * time.Minute: false} {
		w.at = time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC).Add(at)
		found, err := p.Meetings.ClashesOf(ctx, plan)
		ok(t, err)
		with := slices.ContainsFunc(found, func(c planner.MeetingClash) bool { return c.With.ID == m.ID && !c.Near })
		if with != takes {
			t.Errorf("%v later: clashes with it: %t", at, with)
		}
		free, err := p.Free(ctx, planner.FreeWish{People: rel.Mentees(), Minutes: 15, Days: 1, Limit: 100})
		ok(t, err)
		for _, s := range free.Slots {
			if takes && s.Start.Before(time.Date(2026, 11, 23, 13, 30, 0, 0, time.UTC)) {
				t.Errorf("%v later: %s is offered", at, s.Start)
			}
		}
	}
}

// A meeting that was closed before its start is the last one from then on: the next with the same people is not their first.
func TestAMeetingClosedBeforeItsStartIsTheLast(t *testing.T) {
	for _, ahead := range []int{5, 15} {
		w := &watch{at: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)}
		p, ctx := openAt(t, w), t.Context()
		vera, err := p.People.Add(ctx, core.Person{Name: "Vera Lang"})
		ok(t, err)
		owner, err := p.Workspace.Owner(ctx)
		ok(t, err)
		rel, err := p.Relationships.Add(ctx, core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecCareer,
			Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: vera.ID, Role: core.RoleMentee}},
		})
		ok(t, err)
		var first *core.Meeting
		for i, start := range []core.Civil{core.NewDate(2026, 11, 23).At(13, 20+ahead), core.NewDate(2026, 11, 23).At(13, 50)} {
			m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: start, End: start.AddMinutes(10), Zone: "Europe/Berlin"})
			ok(t, err)
			if i == 0 {
				first = m
			}
		}
		_, err = p.Meetings.Close(ctx, first.ID, planner.Closing{})
		ok(t, err)
		today, err := p.Today(ctx)
		ok(t, err)
		if today.Next == nil || today.Next.Meeting.Relationship != rel.ID || today.Next.Last != core.NewDate(2026, 11, 23) {
			t.Errorf("%d minutes ahead: next is %+v", ahead, today.Next)
		}
	}
}
