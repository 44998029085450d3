package wire

import (
	"maps"
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Week by week the calendar shows what the lists know: each meeting that touches the week, once a week, on the
// owner's clock, and everything open that is due.
func TestCalendarShowsWhatTheListsKnow(t *testing.T) {
	p := open(t)
	first := core.NewDate(2026, time.October, 26)
	meetings, due := map[core.ID]int{}, map[core.ID]int{}
	for week := range 8 {
		from := first.AddDays(7 * week)
		c, err := p.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: from, To: from.AddDays(7)}})
		ok(t, err)
		var last core.Civil
		for _, m := range c.Meetings {
			meetings[m.Meeting.ID]++
			if m.Start.Compare(last) < 0 {
				t.Errorf("%v comes after %v", m.Start, last)
			}
			last = m.Start
			if m.Start.Date.Before(from) && m.End.Date.Before(from) || !m.Start.Date.Before(from.AddDays(7)) {
				t.Errorf("%v is not in the week of %v", m.Start, from)
			}
		}
		for _, d := range c.Due {
			if !d.Milestone {
				due[d.Ref.ID]++
			}
			if d.Name == "" || d.Title == "" || d.On.Before(from) || !d.On.Before(from.AddDays(7)) {
				t.Errorf("%v in the week of %v", d, from)
			}
		}
	}
	period := core.Period{From: first, To: first.AddDays(56)}
	listed, err := p.List(t.Context(), planner.Filter{Kind: core.KindMeeting, Period: period})
	ok(t, err)
	if len(listed) == 0 || len(listed) != len(meetings) {
		t.Errorf("%d meetings in the weeks, %d in the list", len(meetings), len(listed))
	}
	actions, err := p.List(t.Context(), planner.Filter{Kind: core.KindAction, Period: period})
	ok(t, err)
	for _, rec := range actions {
		if a := rec.(*core.Action); a.Open() != (due[a.ID] == 1) {
			t.Errorf("%s, open %v, stands %d times in the calendar", a.Title, a.Open(), due[a.ID])
		}
	}
}

// A meeting across midnight of the owner's clock stands in both weeks, whatever zone it was planned in.
func TestCalendarAcrossZonesAndMidnight(t *testing.T) {
	p := open(t)
	rel := named(t, p, "Amina")
	day := core.NewDate(2027, time.March, 15) // a Monday
	_, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel.ID, Start: day.At(1, 30), End: day.At(3, 0), Zone: "Africa/Nairobi"})
	ok(t, err)
	for _, from := range []core.Date{day.AddDays(-7), day} {
		c, err := p.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: from, To: from.AddDays(7)}})
		ok(t, err)
		c.Meetings = slices.DeleteFunc(c.Meetings, func(m planner.CalendarMeeting) bool { return m.Meeting.Relationship != rel.ID })
		if len(c.Meetings) != 1 || c.Meetings[0].Start != day.AddDays(-1).At(23, 30) || c.Meetings[0].End != day.At(1, 0) {
			t.Errorf("week of %v: %+v", from, c.Meetings)
		}
	}
}

// With a limit each day gives its first entries, and counts the rest.
func TestCalendarWithALimit(t *testing.T) {
	p := open(t)
	first := core.NewDate(2026, time.October, 26)
	period := core.Period{From: first, To: first.AddDays(56)}
	whole, err := p.Calendar(t.Context(), planner.CalendarWish{Period: period})
	ok(t, err)
	if len(whole.More) > 0 {
		t.Errorf("left out without a limit: %v", whole.More)
	}
	some, err := p.Calendar(t.Context(), planner.CalendarWish{Period: period, Limit: 1})
	ok(t, err)
	counts := func(c *planner.Calendar) map[core.Date]planner.CalendarMore {
		out := map[core.Date]planner.CalendarMore{}
		for _, m := range c.Meetings {
			x := out[m.Start.Date]
			x.Meetings++
			out[m.Start.Date] = x
		}
		for _, d := range c.Due {
			x := out[d.On]
			if d.Milestone {
				x.Milestones++
			} else {
				x.Actions++
			}
			out[d.On] = x
		}
		return out
	}
	all, given, left := counts(whole), counts(some), 0
	for day, want := range all {
		have, more := given[day], some.More[day]
		if max(have.Meetings, have.Actions, have.Milestones) > 1 {
			t.Errorf("%v: %+v is beyond the limit", day, have)
		}
		if sum := (planner.CalendarMore{Meetings: have.Meetings + more.Meetings, Actions: have.Actions + more.Actions, Milestones: have.Milestones + more.Milestones}); sum != want {
			t.Errorf("%v: %+v and %+v more, not %+v", day, have, more, want)
		}
		left += more.Meetings + more.Actions
	}
	if left == 0 {
		t.Error("no day has more than one of a kind: the test shows nothing")
	}
}

// Of what is due a day can give fewer than of its meetings; the rest is counted all the same.
func TestCalendarWithFewerDue(t *testing.T) {
	p := open(t)
	day := core.NewDate(2026, time.November, 23)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	for _, title := range []string{"One", "Two", "Three", "Four", "Five"} {
		_, err := p.Actions.Add(t.Context(), core.Action{Title: title, Owner: owner.ID, Due: day})
		ok(t, err)
	}
	wish := planner.CalendarWish{Period: core.Period{From: day, To: day.AddDays(1)}}
	whole, err := p.Calendar(t.Context(), wish)
	ok(t, err)
	wish.Limit, wish.DueLimit = 60, 2
	some, err := p.Calendar(t.Context(), wish)
	ok(t, err)
	actions := func(c *planner.Calendar) (n int) {
		for _, d := range c.Due {
			if !d.Milestone {
				n++
			}
		}
		return n
	}
	if len(some.Meetings) != len(whole.Meetings) || actions(some) != 2 || some.More[day].Actions != actions(whole)-2 {
		t.Errorf("%d meetings and %d actions with %+v more, of %d and %d", len(some.Meetings), actions(some), some.More[day], len(whole.Meetings), actions(whole))
	}
}

// While others look, what only the owner reads is neither given nor counted, and takes no other's room.
func TestCalendarForOthersCountsNothingPrivate(t *testing.T) {
	p := open(t)
	first := core.NewDate(2026, time.October, 26)
	period := core.Period{From: first, To: first.AddDays(56)}
	whole, err := p.Calendar(t.Context(), planner.CalendarWish{Period: period})
	ok(t, err)
	var on core.Date
	for _, d := range whole.Due {
		if !d.Milestone && !d.Private {
			on = d.On
		}
	}
	for _, title := range []string{"A worry", "Another worry", "A third worry"} {
		_, err := p.Actions.Add(t.Context(), core.Action{Title: title, Owner: whole.Owner.ID, Due: on})
		ok(t, err)
	}
	for _, limit := range []int{0, 1, 2} {
		all, err := p.Calendar(t.Context(), planner.CalendarWish{Period: period, Limit: limit})
		ok(t, err)
		some, err := p.Calendar(t.Context(), planner.CalendarWish{Period: period, Limit: limit, Shared: true})
		ok(t, err)
		count := func(c *planner.Calendar) (n, private int) {
			for _, d := range c.Due {
				if d.On == on && !d.Milestone {
					if n++; d.Private {
						private++
					}
				}
			}
			return n + c.More[on].Actions, private
		}
		before, _ := count(whole)
		if n, _ := count(all); n != before+3 {
			t.Errorf("limit %d: %d promises on %v, not %d", limit, n, on, before+3)
		}
		open := 0
		for _, d := range whole.Due {
			if d.On == on && !d.Milestone && !d.Private {
				open++
			}
		}
		if n, private := count(some); n != open || private != 0 {
			t.Errorf("limit %d: others see %d promises on %v and %d private ones, not %d", limit, n, on, private, open)
		}
	}
}

// Whom the next meeting is with is what Today says.
func TestNextMeeting(t *testing.T) {
	p := open(t)
	today, err := p.Today(t.Context())
	ok(t, err)
	next, err := p.NextMeeting(t.Context())
	ok(t, err)
	if today.Next == nil || next == nil || next.Relationship != today.Next.Meeting.Relationship {
		t.Errorf("%+v, Today says %+v", next, today.Next)
	}
}

// The days of a month at a glance are those on which its meetings begin.
func TestMeetingDays(t *testing.T) {
	p := open(t)
	marked := 0
	for month := core.NewDate(2026, 1, 1); month.Year < 2028; {
		next := month.AddDays(32)
		next = core.NewDate(next.Year, next.Month, 1)
		period := core.Period{From: month, To: next}
		days, err := p.MeetingDays(t.Context(), period)
		ok(t, err)
		c, err := p.Calendar(t.Context(), planner.CalendarWish{Period: period})
		ok(t, err)
		want := map[core.Date]bool{}
		for _, m := range c.Meetings {
			want[m.Start.Date] = true
		}
		if !maps.Equal(days, want) {
			t.Errorf("%v: %v, not %v", month, days, want)
		}
		marked, month = marked+len(days), next
	}
	if marked < 50 {
		t.Errorf("%d days in two years", marked)
	}
}
