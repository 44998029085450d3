package wire

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// splitInvited invites to a series, and lets it go on at another time from its third meeting.
func splitInvited(t *testing.T) (c *conversation, before, after *core.Series) {
	t.Helper()
	c = converse(t)
	before = c.plan(t)
	c.send(t, before.ID, core.MethodRequest)
	after, err := c.organizer.Series.MoveFrom(t.Context(), before.ID, civil("2026-12-18T16:00"), planner.SeriesTime{Start: civil("2026-12-19T10:00")}, 0)
	ok(t, err)
	return c, before, after
}

// Guests have the dates of the series before where another goes on in its stead: wherever the later one stands they are said to
// have the old time, and one step tells them of both, each under its own UID.
func TestASeriesThatGoesOnIsToldWithTheEndOfTheFormer(t *testing.T) {
	c, before, after := splitInvited(t)
	ctx := t.Context()
	one := core.OccurrenceID(after.ID, after.Start)
	for _, id := range []core.ID{after.ID, one} {
		if got := c.state(t, id); got != planner.VersionOldTime {
			t.Errorf("%s", got)
		}
	}
	m, err := c.organizer.Meetings.Get(ctx, one)
	ok(t, err)
	said, err := c.organizer.Replies.Standings(ctx, []core.Record{m, after})
	ok(t, err)
	for i, all := range said {
		if len(all) != 1 || !all[0].OldTime || all[0].Version != 1 || all[0].Email != "gus@gst.example" {
			t.Errorf("%d: %+v", i, all)
		}
	}
	for _, refs := range [][]core.Ref{{core.RefOf(before)}, {core.RefOf(after)}, {core.RefOf(before), core.RefOf(after)}, {core.RefOf(m)}} {
		owed, err := c.organizer.Invitations.Owed(ctx, refs)
		if err != nil || len(owed) != 1 || owed[0].Of != after.ID || owed[0].Ends != before.ID || owed[0].Method != core.MethodRequest {
			t.Errorf("%v: %+v, %v", refs, owed, err)
		}
	}
	path := filepath.Join(t.TempDir(), "both.ics")
	if _, err := c.organizer.Invitations.Send(ctx, one, core.MethodRequest, path); core.CodeOf(err) != core.CodeSeriesFirst {
		t.Errorf("of one by itself: %v", err)
	}
	sent, err := c.organizer.Invitations.SendAs(ctx, after.ID, core.MethodRequest, path, planner.Sending{})
	ok(t, err)
	if len(sent) != 2 || sent[0].Series != after.ID || sent[1].Series != before.ID || sent[1].Sequence != 1 || !strings.Contains(sent[1].Rule, "UNTIL") {
		t.Fatalf("%+v", sent)
	}
	for i := range sent {
		data, err := os.ReadFile(planner.ManyFile(path, i, 2))
		ok(t, err)
		c.waiting = append(c.waiting, string(data))
	}
	c.deliver(t)
	c.agree(t, before.UID, "the former")
	c.agree(t, after.UID, "the later")
	if one, all := c.state(t, one), c.state(t, before.ID); one != planner.VersionCurrent || all != planner.VersionCurrent {
		t.Errorf("%s, of the former %s", one, all)
	}
	if owed, err := c.organizer.Invitations.Owed(ctx, []core.Ref{core.RefOf(before), core.RefOf(after)}); err != nil || len(owed) > 0 {
		t.Errorf("%+v, %v", owed, err)
	}
}

// Whoever was told of the end alone is still to be invited to what goes on.
func TestTheEndAloneLeavesTheLaterSeriesOwed(t *testing.T) {
	c, before, after := splitInvited(t)
	c.send(t, before.ID, core.MethodRequest)
	if got := c.state(t, after.ID); got != planner.VersionUnheard {
		t.Errorf("%s", got)
	}
	owed, err := c.organizer.Invitations.Owed(t.Context(), []core.Ref{core.RefOf(after), core.RefOf(before)})
	if err != nil || len(owed) != 1 || owed[0].Of != after.ID || !owed[0].Ends.IsZero() || owed[0].State != planner.VersionUnheard {
		t.Errorf("%+v, %v", owed, err)
	}
	sent, err := c.organizer.Invitations.SendAs(t.Context(), after.ID, core.MethodRequest, filepath.Join(t.TempDir(), "x.ics"), planner.Sending{})
	if err != nil || len(sent) != 1 {
		t.Errorf("%+v, %v", sent, err)
	}
}

// A series that has ended by now is owed as long as guests have later dates of it.
func TestAnEndThatNobodyWasToldIsOwed(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	c.send(t, s.ID, core.MethodRequest)
	ok(t, c.organizer.Series.EndBefore(t.Context(), s.ID, civil("2026-12-11T16:00"), ""))
	c.clock.now = civil("2026-12-10T12:00").InLocation(c.clock.now.Location())
	refs := []core.Ref{core.RefOf(s)}
	if owed, err := c.organizer.Invitations.Owed(t.Context(), refs); err != nil || len(owed) != 1 || owed[0].Method != core.MethodRequest {
		t.Errorf("%+v, %v", owed, err)
	}
	c.clock.now = c.clock.now.AddDate(0, 3, 0)
	if owed, err := c.organizer.Invitations.Owed(t.Context(), refs); err != nil || len(owed) > 0 {
		t.Errorf("once nothing is to come: %+v, %v", owed, err)
	}
}

// One meeting of a series that has a title of its own is known by that, however it was told: also by a record that kept no
// title, once it was told anew.
func TestATitleOfOneMeetingIsKeptWithTheWhole(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	one := occurrence(s, "2026-12-11T16:00")
	ok(t, c.organizer.Meetings.Change(t.Context(), one, func(m *core.Meeting) error { m.Title = "A walk"; m.Place = "Park"; return nil }))
	d := c.send(t, s.ID, core.MethodRequest)
	if len(d.Moved) != 1 || d.Moved[0].Title != "A walk" || d.Moved[0].Place != "Park" || d.Moved[0].Sequence != 0 {
		t.Errorf("%+v", d.Moved)
	}
	states := func(when string, want planner.VersionState) {
		t.Helper()
		if got, all := c.state(t, one), c.state(t, s.ID); got != want || all != want {
			t.Errorf("%s: %s, of the whole %s", when, got, all)
		}
	}
	marked := func(want bool) { // lists go on saying so
		t.Helper()
		m, err := c.organizer.Meetings.Get(t.Context(), one)
		ok(t, err)
		all, err := c.organizer.Series.Get(t.Context(), s.ID)
		ok(t, err)
		said, err := c.organizer.Replies.Standings(t.Context(), []core.Record{m, all})
		ok(t, err)
		if len(said[0]) != 1 || len(said[1]) != 1 || said[0][0].OldText != want || said[1][0].OldText != want {
			t.Errorf("%+v", said)
		}
	}
	states("told", planner.VersionCurrent)
	ok(t, c.organizer.Meetings.Change(t.Context(), one, func(m *core.Meeting) error { m.Title = ""; m.Place = ""; return nil }))
	states("renamed", planner.VersionOldText)
	marked(true)
	if d := c.send(t, s.ID, core.MethodRequest); d.Sequence != 0 || len(d.Moved) != 1 || d.Moved[0].Place != "" {
		t.Errorf("told anew: %+v", d)
	}
	states("told anew", planner.VersionCurrent)
	marked(false)
}

// Days off on a series that was moved, or goes on in another's stead, and of which guests were not told yet, write what they
// can be told: all of it, once.
func TestDaysOffOnASeriesNobodyHasHeardOf(t *testing.T) {
	for name, change := range map[string]func(c *conversation, s *core.Series) error{
		"moved": func(c *conversation, s *core.Series) error {
			return c.organizer.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: civil("2026-12-04T17:00")})
		},
		"split": func(c *conversation, s *core.Series) error {
			_, err := c.organizer.Series.MoveFrom(t.Context(), s.ID, civil("2026-12-11T16:00"), planner.SeriesTime{Start: civil("2026-12-11T17:00")}, 0)
			return err
		},
	} {
		for _, days := range []int{0, 1} {
			c := converse(t)
			s := c.plan(t)
			c.send(t, s.ID, core.MethodRequest)
			ok(t, change(c, s))
			off := planner.TimeOff{Period: core.Period{From: core.NewDate(2026, 12, 11), To: core.NewDate(2026, 12, 19)}, MoveDays: days}
			told, err := c.organizer.Meetings.TakeOff(t.Context(), off)
			ok(t, err)
			told = slices.DeleteFunc(told, func(m planner.Message) bool { return m.Method == "" })
			if len(told) != 1 || told[0].Method != core.MethodRequest {
				t.Fatalf("%s, %d: %+v", name, days, told)
			}
			_, err = c.organizer.Invitations.Send(t.Context(), told[0].Of, told[0].Method, filepath.Join(t.TempDir(), "x.eml"))
			ok(t, err)
			all, err := c.organizer.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 2, 1)})
			ok(t, err)
			for _, m := range all {
				if got := c.state(t, m.ID); got != planner.VersionCurrent && !m.Off() {
					t.Errorf("%s, %d: %s is %s", name, days, m.Start, got)
				}
			}
		}
	}
}

// What a guest says to the dates that they have, before they hear that the series goes on at another time, is shown beside the
// dates that come in their stead, as said to the old time; and is asked anew with the new ones.
func TestAnAnswerToTheOldDatesIsShownBesideTheNewOnes(t *testing.T) {
	c, before, after := splitInvited(t)
	c.deliver(t)
	c.says(t, before, "", core.AnswerAccepted)
	c.says(t, before, "2026-12-25T16:00", core.AnswerDeclined)
	for original, want := range map[string]core.Answer{"2026-12-19T10:00": core.AnswerAccepted, "2026-12-26T10:00": core.AnswerDeclined, "2027-01-02T10:00": core.AnswerAccepted} {
		all, err := c.organizer.Replies.To(t.Context(), occurrence(after, original))
		ok(t, err)
		if len(all) != 1 || all[0].Answer != want || !all[0].OldTime || !planner.NeedCare(all) {
			t.Errorf("%s: %+v", original, all)
		}
	}
	c.send(t, before.ID, core.MethodRequest)
	c.send(t, after.ID, core.MethodRequest)
	c.deliver(t)
	all, err := c.organizer.Replies.To(t.Context(), occurrence(after, "2026-12-26T10:00"))
	ok(t, err)
	if len(all) != 1 || all[0].Answer != core.AnswerNone || all[0].OldTime {
		t.Errorf("asked anew: %+v", all)
	}
}
