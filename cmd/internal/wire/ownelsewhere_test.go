package wire

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// ownRun is a series of the owner's own as their other calendar has it, with a meeting that it moved by a version of its own.
const ownRun = "SUMMARY:Own weekly\nORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@gst.example\nSEQUENCE:3\n" +
	"DTSTART;TZID=Europe/Berlin:20261204T160000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=6"

func ownMoved(sequence int, answer string) string {
	return fmt.Sprintf("RECURRENCE-ID;TZID=Europe/Berlin:20261211T160000\nSUMMARY:Own weekly moved\nORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT=%s:mailto:gus@gst.example\n"+
		"SEQUENCE:%d\nDTSTART;TZID=Europe/Berlin:20261212T100000\nDURATION:PT1H", answer, sequence)
}

// ownSeries gives the one that the organizer has.
func ownSeries(t *testing.T, c *conversation) *core.Series {
	t.Helper()
	all, err := c.organizer.Series.Of(t.Context(), c.rel)
	ok(t, err)
	if len(all) != 1 {
		t.Fatalf("%d series", len(all))
	}
	return all[0]
}

// ownMeeting gives the organizer's meeting of a UID.
func ownMeeting(t *testing.T, c *conversation, uid string) *core.Meeting {
	t.Helper()
	all, err := c.organizer.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 4, 1)})
	ok(t, err)
	for _, m := range all {
		if m.UID == uid {
			return m
		}
	}
	t.Fatalf("no meeting %s", uid)
	return nil
}

// Whatever a file had of the owner's own: two messages from here about the same meeting with other times never have one
// SEQUENCE, and each is above all that the file told of that meeting (RFC 5546 2.1.4).
func TestEachMessageAboutAnOwnImportedMeetingIsAboveWhatItsFileHad(t *testing.T) {
	ctx := t.Context()
	move := func(original, to string) func(*testing.T, *conversation, *core.Series) {
		return func(t *testing.T, c *conversation, s *core.Series) {
			ok(t, c.organizer.Meetings.Move(ctx, occurrence(s, original), civil(to), core.Civil{}, ""))
		}
	}
	nothing := func(*testing.T, *conversation, *core.Series) {}
	all := func(t *testing.T, c *conversation, s *core.Series) {
		ok(t, c.organizer.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-04T17:00")}))
	}
	cancel := func(t *testing.T, c *conversation, s *core.Series) {
		ok(t, c.organizer.Meetings.Cancel(ctx, occurrence(s, "2026-12-18T16:00"), ""))
	}
	for name, does := range map[string][]func(*testing.T, *conversation, *core.Series){
		"as it is, then its changed one moves": {nothing, move("2026-12-11T16:00", "2026-12-12T15:00"), move("2026-12-11T16:00", "2026-12-12T10:00")},
		"another one moves first":              {move("2026-12-18T16:00", "2026-12-19T10:00"), nothing, move("2026-12-18T16:00", "2026-12-18T16:00")},
		"all of it moves":                      {all, nothing},
		"all of it moves later":                {nothing, all},
		"one is off":                           {cancel, move("2026-12-11T16:00", "2026-12-13T10:00")},
	} {
		for _, sequence := range []int{3, 4, 7} {
			t.Run(fmt.Sprint(name, sequence), func(t *testing.T) {
				c := converse(t)
				take(t, c.organizer, calendarText(eventText("own", ownRun), eventText("own", ownMoved(sequence, "NEEDS-ACTION"))))
				s := ownSeries(t, c)
				when := map[string]map[int]string{} // by what is told of, by its SEQUENCE: its times
				note := func(of string, n int, at string) {
					if when[of] == nil {
						when[of] = map[int]string{}
					}
					if was, has := when[of][n]; has && was != at {
						t.Errorf("%s: SEQUENCE %d has %s and %s", of, n, was, at)
					}
					when[of][n] = at
				}
				for _, do := range does {
					do(t, c, s)
					d := c.send(t, s.ID, core.MethodRequest)
					// what the message leaves out of its rule is a time of the whole; what it names it gives times by itself
					note("all", d.Sequence, fmt.Sprint(d.Start, d.Rule, d.Except))
					if d.Sequence < 3 || (d.Start != civil("2026-12-04T16:00") || len(d.Except) > 0) && d.Sequence <= 3 {
						t.Errorf("the whole: SEQUENCE %d", d.Sequence)
					}
					for _, o := range d.Moved {
						note(o.Original.String(), o.Sequence, o.Start.String())
						had, at := 3, o.Original.String()
						if o.Original == civil("2026-12-11T16:00") {
							had, at = sequence, "2026-12-12T10:00"
						}
						if o.Sequence < had || o.Sequence == had && o.Start.String() != at {
							t.Errorf("%s at %s: SEQUENCE %d", o.Original, o.Start, o.Sequence)
						}
					}
				}
			})
		}
	}
}

// What the other calendar told guests of it is in the invitation from here, too: of all, and of the one that it moved.
func TestAnInvitationFromHereKeepsWhatTheFileSaidOfIt(t *testing.T) {
	c := converse(t)
	take(t, c.organizer, calendarText(eventText("own", ownRun+"\nDESCRIPTION:Agenda from there"), eventText("own", ownMoved(4, "ACCEPTED")+"\nDESCRIPTION:At my desk")))
	v, err := c.organizer.Invitations.Prepare(t.Context(), ownSeries(t, c).ID, core.MethodRequest)
	ok(t, err)
	if v.Description != "Agenda from there" || len(v.Series.Moved) != 1 || v.Series.Moved[0].Description != "At my desk" || v.Guests[0].Answer != core.AnswerAccepted {
		t.Errorf("%+v", v)
	}
}

// An answer to the version before is none to the one with another time.
func TestAnAnswerToWhatTheFileHadIsNoneToAnotherTime(t *testing.T) {
	c := converse(t)
	take(t, c.organizer, calendarText(eventText("own", ownRun), eventText("own", ownMoved(4, "NEEDS-ACTION"))))
	s := ownSeries(t, c)
	one := occurrence(s, "2026-12-11T16:00")
	c.send(t, s.ID, core.MethodRequest)
	ok(t, c.organizer.Meetings.Move(t.Context(), one, civil("2026-12-12T15:00"), core.Civil{}, ""))
	c.send(t, s.ID, core.MethodRequest)
	reply := "RECURRENCE-ID;TZID=Europe/Berlin:20261211T160000\nORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@gst.example\nSEQUENCE:4"
	plan := readCalendar(t, c.organizer, itip("REPLY", eventText("own", reply)), planner.CalendarAsBoth)
	ok(t, c.organizer.CalendarFiles.Import(t.Context(), plan, nil))
	said, err := c.organizer.Replies.To(t.Context(), one)
	ok(t, err)
	if len(said) != 1 || said[0].Answer != core.AnswerNone {
		t.Errorf("%+v", said)
	}
}

// What guests have and have said by the file is here: who has which version, what they answered; a newer file renews it, and
// their own answers are taken. One undo takes all of it back.
func TestWhatGuestsOfAnOwnMeetingSaidElsewhereIsHere(t *testing.T) {
	single := func(answer, stamp string) string {
		return strings.ReplaceAll(calendarText(eventText("one", "SUMMARY:Own single\nORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT="+answer+":mailto:gus@gst.example\n"+
			"SEQUENCE:0\nDTSTART:20261209T090000Z\nDURATION:PT30M")), "DTSTAMP:20261101T000000Z", "DTSTAMP:"+stamp)
	}
	c := converse(t)
	saidBy := func(id core.ID) core.Answer {
		t.Helper()
		said, err := c.organizer.Replies.To(t.Context(), id)
		ok(t, err)
		if len(said) != 1 {
			t.Fatalf("%+v", said)
		}
		return said[0].Answer
	}
	c.clock.now = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	take(t, c.organizer, single("DECLINED", "20261120T000000Z"))
	m := ownMeeting(t, c, "one")
	if got, state := saidBy(m.ID), c.state(t, m.ID); got != core.AnswerDeclined || state != planner.VersionCurrent {
		t.Errorf("%s, %s", got, state)
	}
	if got := take(t, c.organizer, single("DECLINED", "20261121T000000Z")); got != "new 0, changed 0, same 1, refused 0" {
		t.Errorf("the same: %s", got)
	}
	if got := take(t, c.organizer, single("ACCEPTED", "20261122T000000Z")); got != "new 0, changed 1, same 0, refused 0" || saidBy(m.ID) != core.AnswerAccepted {
		t.Errorf("renewed: %s, %s", got, saidBy(m.ID))
	}
	reply := strings.ReplaceAll(itip("REPLY", eventText("one", "ORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT=TENTATIVE:mailto:gus@gst.example\nSEQUENCE:0")), "20261101T000000Z", "20261123T000000Z")
	if got := take(t, c.organizer, reply); got != "new 0, changed 1, same 0, refused 0" || saidBy(m.ID) != core.AnswerTentative {
		t.Errorf("replied: %s, %s", got, saidBy(m.ID))
	}
	ok(t, c.organizer.Meetings.Move(t.Context(), m.ID, civil("2026-12-09T11:00"), core.Civil{}, ""))
	if d := c.send(t, m.ID, core.MethodRequest); d.Sequence != 1 {
		t.Errorf("moved: SEQUENCE %d", d.Sequence)
	}

	c = converse(t)
	take(t, c.organizer, calendarText(eventText("own", ownRun), eventText("own", ownMoved(4, "NEEDS-ACTION"))))
	s := ownSeries(t, c)
	if first, moved := saidBy(occurrence(s, "2026-12-04T16:00")), saidBy(occurrence(s, "2026-12-11T16:00")); first != core.AnswerAccepted || moved != core.AnswerNone {
		t.Errorf("%s, %s", first, moved)
	}
	if got := take(t, c.organizer, calendarText(eventText("own", ownRun), eventText("own", ownMoved(4, "DECLINED")))); got != "new 0, changed 1, same 1, refused 0" || saidBy(occurrence(s, "2026-12-11T16:00")) != core.AnswerDeclined {
		t.Errorf("one is declined: %s", got)
	}
	for range 2 {
		_, err := c.organizer.Undo(t.Context())
		ok(t, err)
	}
	if all, err := c.organizer.Series.Of(t.Context(), c.rel); err != nil || len(all) > 0 {
		t.Errorf("after undo: %v, %v", all, err)
	}
	if got := take(t, c.organizer, calendarText(eventText("own", ownRun), eventText("own", ownMoved(4, "DECLINED")))); got != "new 2, changed 0, same 0, refused 0" {
		t.Errorf("again: %s", got)
	}
}
