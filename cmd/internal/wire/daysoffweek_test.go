package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A week later never comes upon the next meeting of the same series, nor upon the days off themselves, and what else it has
// no room beside is known beforehand; what is done is what was said.
func TestAWeekLaterLeavesTheSeriesRoom(t *testing.T) {
	p := open(t)
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=4") // 3, 10, 17 and 24 December, 16:00
	rel := named(t, p, "Amina Yusuf").ID
	alone, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Title: "Alone", Start: civil("2026-12-02T09:00"), End: civil("2026-12-02T10:00"), Zone: "Europe/Berlin"})
	ok(t, err)
	_, err = p.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Title: "There", Start: civil("2026-12-16T09:30"), End: civil("2026-12-16T10:00"), Zone: "Europe/Berlin"})
	ok(t, err)
	off := planner.TimeOff{Period: core.Period{From: core.NewDate(2026, 12, 2), To: core.NewDate(2026, 12, 11)}, MoveDays: 7, Relationships: []core.ID{rel}}
	plan, err := p.Meetings.TimeOffPlan(t.Context(), off)
	ok(t, err)
	got := map[core.ID]planner.TimeOffStep{}
	for _, step := range plan {
		got[step.Meeting.ID] = step
	}
	for _, at := range []string{"2026-12-03T16:00", "2026-12-10T16:00"} { // a week, and then another
		if step := got[occurrence(s, at)]; step.Own == nil || step.Own.Start != civil("2026-12-17T16:00") || !step.Off() {
			t.Errorf("%s: %+v", at, step)
		}
	}
	if step := got[alone.ID]; step.Own != nil || step.Start != civil("2026-12-16T09:00") || len(step.Clashes) != 1 || step.Clashes[0].Title != "There" {
		t.Errorf("%+v", step)
	}
	told, err := p.Meetings.TakeOff(t.Context(), off)
	ok(t, err)
	if len(told) != len(plan) {
		t.Errorf("%d done, %d said", len(told), len(plan))
	}
	for _, msg := range told {
		step := got[msg.Meeting.ID]
		if msg.Meeting.Off() != step.Off() || !step.Off() && msg.Meeting.Start != step.Start {
			t.Errorf("said %+v, done %+v", step, msg.Meeting)
		}
	}
}

// Two meetings that would come to stand at one time are said to clash, each with the other, though neither does so now.
func TestWhatMovesToOneTimeIsSaidToClash(t *testing.T) {
	p, ctx := open(t), t.Context()
	plan := func(rel, title, start string) core.ID {
		t.Helper()
		m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: named(t, p, rel).ID, Title: title, Start: civil(start), End: civil(start).AddMinutes(60), Zone: "Europe/Berlin"})
		ok(t, err)
		return m.ID
	}
	a, b := plan("Amina Yusuf", "First", "2027-03-02T09:00"), plan("Chen", "Second", "2027-03-09T09:30")
	off := planner.TimeOff{Period: core.Period{From: core.NewDate(2027, 3, 1), To: core.NewDate(2027, 3, 15)}, MoveDays: 7}
	steps, err := p.Meetings.TimeOffPlan(ctx, off)
	ok(t, err)
	got := map[core.ID]planner.TimeOffStep{}
	for _, s := range steps {
		got[s.Meeting.ID] = s
	}
	for id, with := range map[core.ID]core.ID{a: b, b: a} {
		if s := got[id]; s.Start.Date != core.NewDate(2027, 3, 16) || len(s.Clashes) != 1 || s.Clashes[0].With.ID != with || s.Clashes[0].Near {
			t.Errorf("%s to %s: %+v", s.Meeting.Title, s.Start, s.Clashes)
		}
	}
}
