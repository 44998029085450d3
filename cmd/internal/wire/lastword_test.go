package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// asked gives a conversation about a series of which the guest knows, and that series.
func asked(t *testing.T) (*conversation, *core.Series) {
	t.Helper()
	c := converse(t)
	s := c.plan(t)
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	return c, s
}

// moveOne lets the organizer move the second meeting by an hour and tell of it: of that one alone, or with all.
func (c *conversation) moveOne(t *testing.T, s *core.Series, alone bool) {
	t.Helper()
	id := occurrence(s, "2026-12-11T16:00")
	ok(t, c.organizer.Meetings.Move(t.Context(), id, civil("2026-12-11T17:00"), core.Civil{}, ""))
	if !alone {
		id = s.ID
	}
	c.send(t, id, core.MethodRequest)
	c.deliver(t)
}

// says lets the guest answer to one meeting; to all with "".
func (c *conversation) says(t *testing.T, s *core.Series, original string, answer core.Answer) {
	t.Helper()
	id := c.guestsSeries(t, s).ID
	if original != "" {
		id = c.guestsOne(t, s, original)
	}
	if _, step := c.tell(t, id, core.MethodReply, planner.Sending{Answer: answer}); step.Err != nil {
		t.Fatalf("%s to %q: %v", answer, original, step.Err)
	}
}

// own gives what the guest knows of their own answer to a meeting.
func (c *conversation) own(t *testing.T, s *core.Series, original string) *planner.OwnAnswer {
	t.Helper()
	room, err := c.guest.Meetings.Room(t.Context(), c.guestsOne(t, s, original))
	ok(t, err)
	return room.Own
}

// A meeting that a message about the whole left out, and that took place after all, as guests were told of it alone, is off
// once more: the whole is not as they know it, and the next message about it is a new version of it.
func TestWhatIsCalledOffOnceMoreIsToldWithTheWhole(t *testing.T) {
	c, s := asked(t)
	one := occurrence(s, "2026-12-11T16:00")
	ok(t, c.organizer.Meetings.Cancel(t.Context(), one, ""))
	c.send(t, s.ID, core.MethodRequest)
	_, err := c.organizer.Undo(t.Context())
	ok(t, err)
	back := c.send(t, one, core.MethodRequest)
	c.deliver(t)
	c.agree(t, s.UID, "on again")
	if all := c.state(t, s.ID); all != planner.VersionCurrent {
		t.Errorf("on again: the whole is %s", all)
	}
	ok(t, c.organizer.Meetings.Cancel(t.Context(), one, ""))
	if one, all := c.state(t, one), c.state(t, s.ID); one != planner.VersionStillOn || all != planner.VersionOldTime {
		t.Errorf("off once more: %s, of the whole %s", one, all)
	}
	d := c.send(t, s.ID, core.MethodRequest)
	if d.Sequence < back.Sequence {
		t.Errorf("the whole has the count %d, and what it leaves out %d", d.Sequence, back.Sequence)
	}
	c.deliver(t)
	c.agree(t, s.UID, "told with the whole")
	if one, all := c.state(t, one), c.state(t, s.ID); one != planner.VersionCurrent || all != planner.VersionCurrent {
		t.Errorf("told with the whole: %s, of the whole %s", one, all)
	}
	if again := c.send(t, s.ID, core.MethodRequest); again.Sequence != d.Sequence {
		t.Errorf("once more: %d after %d", again.Sequence, d.Sequence)
	}
}

// Who has answered to a meeting where it was moved knows of that when they answer to all later: that is their last word on it,
// on both sides, whether all was sent again between or not.
func TestAnAnswerToAllIsTheLastWordOnWhatWasAnswered(t *testing.T) {
	for _, last := range core.Answers() {
		for sends := range 3 {
			c, s := asked(t)
			c.moveOne(t, s, true)
			c.says(t, s, "2026-12-11T16:00", core.AnswerAccepted)
			for range sends {
				c.send(t, s.ID, core.MethodRequest)
			}
			c.deliver(t)
			c.says(t, s, "", last)
			own := c.own(t, s, "2026-12-11T16:00")
			if heard := c.heard(t, s, "2026-12-11T16:00"); heard != last || own.Said() != last || own.Owed() {
				t.Errorf("%s, sent %d times: the organizer has heard %s, and the guest said %s, and owes %v", last, sends, heard, own.Said(), own.Owed())
			}
		}
	}
}

// What is said to all under the count that it had before one of it moved is said to that one as the guest was shown it. Nothing that
// says so again takes it back.
func TestAnAnswerToAllIsToWhatMovedUnderItsCount(t *testing.T) {
	c, s := asked(t)
	c.moveOne(t, s, false)
	c.says(t, s, "", core.AnswerAccepted)
	if heard, own := c.heard(t, s, "2026-12-11T16:00"), c.own(t, s, "2026-12-11T16:00"); heard != core.AnswerAccepted || own.Owed() {
		t.Errorf("heard %s, and the guest owes %v", heard, own.Owed())
	}
	c.says(t, s, "2026-12-11T16:00", core.AnswerAccepted)
	for _, id := range []core.ID{s.ID, occurrence(s, "2026-12-11T16:00")} {
		if heard := c.heard(t, s, "2026-12-11T16:00"); heard != core.AnswerAccepted {
			t.Errorf("heard %s", heard)
		}
		c.send(t, id, core.MethodRequest)
		c.deliver(t)
	}
	if heard, own := c.heard(t, s, "2026-12-11T16:00"), c.own(t, s, "2026-12-11T16:00"); heard != core.AnswerAccepted || own.Said() != heard || own.Owed() {
		t.Errorf("at last heard %s, and the guest said %s, and owes %v", heard, own.Said(), own.Owed())
	}
}

// Who has declined one meeting, and is asked anew about all at another hour, still does not come to that one; that the organizer
// waits for an answer to it, they are told.
func TestADeclineIsOwedAnewWhereAllIsAskedAnew(t *testing.T) {
	c, s := asked(t)
	c.says(t, s, "2026-12-18T16:00", core.AnswerDeclined)
	if own := c.own(t, s, "2026-12-18T16:00"); own.Owed() {
		t.Errorf("declined: %+v", own)
	}
	ok(t, c.organizer.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: civil("2026-12-04T17:00")}))
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	own := c.own(t, s, "2026-12-18T17:00")
	if heard := c.heard(t, s, "2026-12-18T17:00"); heard != core.AnswerNone || !own.Owed() {
		t.Errorf("asked anew: the organizer has %s, and the guest is told %+v", heard, own)
	}
	c.says(t, s, "2026-12-18T17:00", core.AnswerDeclined)
	own = c.own(t, s, "2026-12-18T17:00")
	if heard := c.heard(t, s, "2026-12-18T17:00"); heard != core.AnswerDeclined || own.Owed() {
		t.Errorf("said again: the organizer has %s, and the guest is told %+v", heard, own)
	}
}

// What was said to dates that stay as they are stands where others are left out, at either end, on both sides; an answer to the
// version before, which comes late, is taken.
func TestWhatWasSaidStandsWhereOtherDatesAreLeftOut(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, c *conversation, s *core.Series){
		"one is cancelled": func(t *testing.T, c *conversation, s *core.Series) {
			ok(t, c.organizer.Meetings.Cancel(t.Context(), occurrence(s, "2026-12-25T16:00"), ""))
		},
		"it ends earlier": func(t *testing.T, c *conversation, s *core.Series) {
			ok(t, c.organizer.Series.End(t.Context(), s.ID, core.NewDate(2026, 12, 24)))
		},
		"it goes on at another time": func(t *testing.T, c *conversation, s *core.Series) {
			_, err := c.organizer.Series.MoveFrom(t.Context(), s.ID, civil("2026-12-25T16:00"), planner.SeriesTime{Start: civil("2026-12-26T10:00")}, 0)
			ok(t, err)
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, s := asked(t)
			c.says(t, s, "", core.AnswerAccepted)
			c.says(t, s, "2026-12-18T16:00", core.AnswerDeclined)
			change(t, c, s)
			if d := c.send(t, s.ID, core.MethodRequest); d.Sequence != 1 {
				t.Fatalf("version %d", d.Sequence)
			}
			c.standsOnBoth(t, s, "sent")
			c.deliver(t)
			c.standsOnBoth(t, s, "read")
			c.says(t, s, "2026-12-11T16:00", core.AnswerTentative)
			if heard := c.heard(t, s, "2026-12-11T16:00"); heard != core.AnswerTentative {
				t.Errorf("said since: heard %s", heard)
			}
		})
	}
}

// standsOnBoth checks that all but the third meeting is accepted and nothing owed.
func (c *conversation) standsOnBoth(t *testing.T, s *core.Series, when string) {
	t.Helper()
	for original, want := range map[string]core.Answer{"2026-12-11T16:00": core.AnswerAccepted, "2026-12-18T16:00": core.AnswerDeclined} {
		own := c.own(t, s, original)
		if heard := c.heard(t, s, original); heard != want || own.Said() != want || own.Owed() {
			t.Errorf("%s, %s: the organizer has %s, and the guest is told %+v", when, original, heard, own)
		}
	}
	now, err := c.organizer.Series.Get(t.Context(), s.ID)
	ok(t, err)
	all, err := c.organizer.Replies.Standings(t.Context(), []core.Record{now})
	ok(t, err)
	if len(all[0]) != 1 || all[0][0].Answer != core.AnswerAccepted {
		t.Errorf("%s: of all %+v", when, all[0])
	}
}

// An answer to the version before is one to what stays as it was, and none to what has another time since.
func TestALateAnswerCountsForWhatStaysAsItWas(t *testing.T) {
	for moved, want := range map[bool]core.Code{false: "", true: core.CodeOutdated} {
		c, s := asked(t)
		path := filepath.Join(c.dir, "late.ics")
		_, err := c.guest.Invitations.SendAs(t.Context(), c.guestsSeries(t, s).ID, core.MethodReply, path, planner.Sending{Answer: core.AnswerAccepted})
		ok(t, err)
		answer, err := os.ReadFile(path)
		ok(t, err)
		ok(t, c.organizer.Meetings.Cancel(t.Context(), occurrence(s, "2026-12-25T16:00"), ""))
		if moved {
			ok(t, c.organizer.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: civil("2026-12-04T17:00")}))
		}
		c.send(t, s.ID, core.MethodRequest)
		plan, err := c.organizer.CalendarFiles.Read(t.Context(), "answer.ics", bytes.NewReader(answer), planner.CalendarAsBoth)
		ok(t, err)
		if len(plan.Replies) != 1 || core.CodeOf(plan.Replies[0].Err) != want {
			t.Errorf("moved %v: %+v", moved, plan.Replies)
		}
	}
}

// Who has declined all, and then one of it by itself, does not come to that one either when they come to all after all.
func TestWhatIsDeclinedByItselfStaysSoWhenTheRestComesBack(t *testing.T) {
	c, s := asked(t)
	c.says(t, s, "", core.AnswerDeclined)
	c.says(t, s, "2026-12-04T16:00", core.AnswerDeclined) // the next one has a place in the calendar
	c.says(t, s, "", core.AnswerTentative)
	if heard := c.heard(t, s, "2026-12-04T16:00"); heard != core.AnswerDeclined {
		t.Errorf("the organizer has %s", heard)
	}
	if got := takesPlace(t, c.guest, s.UID); got != "01-01T16:00 01-08T16:00 12-11T16:00 12-18T16:00 12-25T16:00" {
		t.Errorf("the guest has %s", got)
	}
	for range 2 {
		_, err := c.guest.Undo(t.Context())
		ok(t, err)
	}
	c.says(t, s, "", core.AnswerTentative)
	c.agree(t, s.UID, "all comes back where the word on the one was taken back")
}

// Who had moved all of another's series here, declined one of it and comes to it after all comes when its organizer has it, who
// has said anew when all of it takes place.
func TestWhatWasDeclinedComesBackAtTheOrganizersTime(t *testing.T) {
	c, s := asked(t)
	asBefore(t, c.guest, func() {
		ok(t, c.guest.Series.Move(t.Context(), c.guestsSeries(t, s).ID, planner.SeriesTime{Start: civil("2026-12-03T18:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=6"}))
	})
	c.says(t, s, "2026-12-17T18:00", core.AnswerDeclined)
	ok(t, c.organizer.Meetings.Cancel(t.Context(), occurrence(s, "2026-12-11T16:00"), ""))
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	c.says(t, s, "2026-12-18T16:00", core.AnswerAccepted)
	c.agree(t, s.UID, "after all")
}

// Who had moved all of another's series here and declines it knows when its organizer has it, and is asked anew with any version
// of it.
func TestADeclinedSeriesKeepsItsOrganizersTimes(t *testing.T) {
	c, s := asked(t)
	asBefore(t, c.guest, func() {
		ok(t, c.guest.Series.Move(t.Context(), c.guestsSeries(t, s).ID, planner.SeriesTime{Start: civil("2026-12-03T18:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=6"}))
	})
	c.says(t, s, "", core.AnswerDeclined)
	ok(t, c.organizer.Meetings.Cancel(t.Context(), occurrence(s, "2026-12-18T16:00"), ""))
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	run := c.guestsSeries(t, s)
	v, err := c.guest.Invitations.PrepareAs(t.Context(), run.ID, core.MethodReply, planner.Sending{Answer: core.AnswerAccepted})
	ok(t, err)
	if start := core.CivilOf(v.Start); start != civil("2026-12-04T16:00") {
		t.Errorf("the answer is to %s", start)
	}
	c.says(t, s, "", core.AnswerAccepted)
	if heard := c.heard(t, s, "2026-12-11T16:00"); heard != core.AnswerAccepted {
		t.Errorf("after all: heard %s", heard)
	}
}
