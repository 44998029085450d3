package wire

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// tell lets the guest answer, by a file that the organizer reads at once, and gives what that does there.
func (c *conversation) tell(t *testing.T, id core.ID, method core.Method, how planner.Sending) (*core.Dispatch, planner.ReplyStep) {
	t.Helper()
	c.clock.now = c.clock.now.Add(time.Minute)
	path := filepath.Join(c.dir, "answer.ics")
	all, err := c.guest.Invitations.SendAs(t.Context(), id, method, path, how)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	if found, err := ical.Lint(t.Context(), bytes.NewReader(data)); err != nil || len(found) > 0 {
		t.Fatalf("%v, %+v in\n%s", err, found, data)
	}
	c.clock.now = c.clock.now.Add(time.Minute)
	plan, err := c.organizer.CalendarFiles.Read(t.Context(), "answer.ics", bytes.NewReader(data), planner.CalendarAsBoth)
	ok(t, err)
	if len(plan.Replies) != 1 {
		t.Fatalf("%+v of\n%s", plan, data)
	}
	ok(t, c.organizer.CalendarFiles.Import(t.Context(), plan, nil))
	return all[0], plan.Replies[0]
}

// guestsSeries gives the guest's copy of a series.
func (c *conversation) guestsSeries(t *testing.T, s *core.Series) *core.Series {
	t.Helper()
	rels, err := c.guest.Relationships.All(t.Context())
	ok(t, err)
	for _, rel := range rels {
		all, err := c.guest.Series.Of(t.Context(), rel.ID)
		ok(t, err)
		for _, mine := range all {
			if mine.UID == s.UID {
				return mine
			}
		}
	}
	t.Fatal("the guest has no such series")
	return nil
}

// guestsOne gives the id of the guest's copy of one meeting of a series.
func (c *conversation) guestsOne(t *testing.T, s *core.Series, original string) core.ID {
	t.Helper()
	m, err := c.guest.Series.Occurrence(t.Context(), c.guestsSeries(t, s).ID, civil(original))
	ok(t, err)
	return m.ID
}

// heard gives what the organizer knows of the guest's answer to a meeting.
func (c *conversation) heard(t *testing.T, s *core.Series, original string) core.Answer {
	t.Helper()
	m, err := c.organizer.Series.Occurrence(t.Context(), s.ID, civil(original))
	ok(t, err)
	all, err := c.organizer.Replies.To(t.Context(), m.ID)
	ok(t, err)
	if len(all) != 1 {
		t.Fatalf("%s: %+v", original, all)
	}
	return all[0].Answer
}

// A guest declines all of a series and comes to one of its meetings after all; later they come to all of it again. What went by
// meanwhile was declined, and is nobody's to close.
func TestASeriesIsDeclinedAndOneOfItAccepted(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	mine := c.guestsSeries(t, s)
	hears := func(want ...core.Answer) {
		t.Helper()
		for i, original := range []string{"2026-12-04T16:00", "2026-12-11T16:00", "2026-12-18T16:00"} {
			if got := c.heard(t, s, original); got != want[i] {
				t.Errorf("to %s the organizer has %s, not %s", original, got, want[i])
			}
		}
	}
	has := func(want string) {
		t.Helper()
		if got := takesPlace(t, c.guest, s.UID); got != want {
			t.Errorf("the guest has %q, not %q", got, want)
		}
	}
	no, yes := planner.Sending{Answer: core.AnswerDeclined}, planner.Sending{Answer: core.AnswerAccepted}
	c.tell(t, mine.ID, core.MethodReply, no)
	hears("declined", "declined", "declined")
	has("")
	if d, step := c.tell(t, c.guestsOne(t, s, "2026-12-18T16:00"), core.MethodReply, yes); d.Occurrence != civil("2026-12-18T16:00") || step.Of != d.Occurrence || step.Err != nil {
		t.Errorf("%+v, %+v", d, step)
	}
	hears("declined", "declined", "accepted")
	has("12-18T16:00")
	_, err := c.guest.Undo(t.Context())
	ok(t, err)
	has("")
	_, err = c.guest.Redo(t.Context())
	ok(t, err)

	c.send(t, s.ID, core.MethodRequest) // once more, and nothing new
	c.deliver(t)
	has("12-18T16:00")
	c.clock.now = time.Date(2026, 12, 14, 12, 0, 0, 0, time.UTC)
	c.tell(t, mine.ID, core.MethodReply, yes)
	hears("accepted", "accepted", "accepted")
	has("01-01T16:00 01-08T16:00 12-18T16:00 12-25T16:00")
	today, err := c.guest.Today(t.Context())
	ok(t, err)
	for _, need := range today.Needs {
		if need.Kind == planner.NeedToClose {
			t.Errorf("to be closed: %+v", need)
		}
	}
}

// What a guest put on the agenda of a meeting goes with it when its series was moved by a message that was read late, after the
// time at which it was not to take place any more.
func TestAnAgendaGoesAlongWithALateMessage(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	_, err := c.guest.Agendas.Add(t.Context(), c.guestsOne(t, s, "2026-12-11T16:00"), core.AgendaItem{Text: "Promotion"})
	ok(t, err)
	note, err := c.guest.Notes.Write(t.Context(), core.Note{About: core.Ref{Kind: core.KindMeeting, ID: c.guestsOne(t, s, "2026-12-11T16:00")}, Text: "Ask about the raise"})
	ok(t, err)
	ok(t, c.organizer.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: civil("2026-12-06T10:00"), Rule: "FREQ=WEEKLY;COUNT=6"}))
	c.send(t, s.ID, core.MethodRequest)
	for _, c2 := range []struct{ read, at string }{{"2026-12-12", "2026-12-13T10:00"}} {
		c.clock.now, err = time.Parse(time.DateOnly, c2.read)
		ok(t, err)
		c.deliver(t)
		c.agree(t, s.UID, "read late")
		m, err := c.guest.Meetings.Get(t.Context(), c.guestsOne(t, s, c2.at))
		ok(t, err)
		if len(m.Agenda) != 1 || m.Agenda[0].Text != "Promotion" {
			t.Errorf("its agenda is %+v", m.Agenda)
		}
		if notes, err := c.guest.Notes.About(t.Context(), m.ID); err != nil || len(notes) != 1 || notes[0].ID != note.ID {
			t.Errorf("its notes are %+v, %v", notes, err)
		}
	}
}

// What a guest proposes, for one meeting of a series or for all of it, also where they have it at other times themselves, is what
// the organizer reads, takes and sends: with the UID that it always had, and a count above the one that was answered.
func TestAProposalIsTakenAndSent(t *testing.T) {
	for _, c := range []struct {
		name    string
		move    string // where the guest has moved all of it; "": nowhere
		whole   bool
		one, to string
		keep    bool // the organizer declines it
		then    string
	}{
		{"one", "", false, "2026-12-11T16:00", "2026-12-12T11:00", false, "01-01T16:00 01-08T16:00 12-04T16:00 12-12T11:00 12-18T16:00 12-25T16:00"},
		{"one, which the organizer keeps", "", false, "2026-12-11T16:00", "2026-12-12T11:00", true, ""},
		{"one of what was moved here", "2026-12-05T09:00", false, "2026-12-12T09:00", "2026-12-12T11:00", false, "01-02T09:00 01-09T09:00 12-05T09:00 12-12T11:00 12-19T09:00 12-26T09:00"},
		{"all", "", true, "", "2026-12-05T11:00", false, "01-02T11:00 01-09T11:00 12-05T11:00 12-12T11:00 12-19T11:00 12-26T11:00"},
		{"all, which the organizer keeps", "", true, "", "2026-12-05T11:00", true, ""},
		{"all of what was moved here", "2026-12-06T09:00", true, "", "2026-12-05T11:00", false, "01-02T11:00 01-09T11:00 12-05T11:00 12-12T11:00 12-19T11:00 12-26T11:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, talk := t.Context(), converse(t)
			s := talk.plan(t)
			talk.send(t, s.ID, core.MethodRequest)
			talk.deliver(t)
			mine := talk.guestsSeries(t, s)
			if c.move != "" {
				asBefore(t, talk.guest, func() {
					ok(t, talk.guest.Series.Move(ctx, mine.ID, planner.SeriesTime{Start: civil(c.move), Rule: "FREQ=WEEKLY;COUNT=6"}))
				})
			}
			about, method := mine.ID, core.MethodCounter
			if !c.whole {
				about = talk.guestsOne(t, s, c.one)
			}
			before := takesPlace(t, talk.guest, s.UID)
			d, step := talk.tell(t, about, method, planner.Sending{Start: civil(c.to), Zone: "Europe/Berlin"})
			if d.UID != s.UID || d.Sequence != 0 || step.Err != nil || step.Start != civil(c.to) || step.Whole != c.whole || !c.whole && step.Of != civil("2026-12-11T16:00") {
				t.Fatalf("%+v\n%+v", d, step)
			}
			original := core.OccurrenceID(s.ID, civil("2026-12-11T16:00"))
			all, err := talk.organizer.Replies.To(ctx, original)
			ok(t, err)
			reply := all[0].Reply
			sends := original
			if c.whole {
				sends = s.ID
			}
			switch {
			case c.keep:
				ok(t, talk.organizer.Replies.Keep(ctx, reply.ID))
				if d := talk.send(t, sends, core.MethodDeclineCounter); d.UID != s.UID || d.Sequence != 0 {
					t.Errorf("declined: %+v", d)
				}
				talk.deliver(t)
				talk.agree(t, s.UID, "declined")
				room, err := talk.guest.Meetings.Room(ctx, talk.guestsOne(t, s, "2026-12-11T16:00"))
				ok(t, err)
				if !room.Own.Kept || takesPlace(t, talk.guest, s.UID) != before {
					t.Errorf("the guest does not know: %+v", room.Own)
				}
				return
			case c.whole:
				ok(t, talk.organizer.Replies.TakeAll(ctx, reply.ID))
			default:
				ok(t, talk.organizer.Replies.Take(ctx, reply.ID))
			}
			if d := talk.send(t, sends, core.MethodRequest); d.UID != s.UID || d.Sequence != 1 || c.whole != d.Occurrence.IsZero() {
				t.Errorf("taken and sent: %+v", d)
			}
			talk.deliver(t)
			if got := takesPlace(t, talk.guest, s.UID); got != c.then {
				t.Errorf("the guest has %s, not %s", got, c.then)
			}
		})
	}
}

// Whatever the organizer does and tells, and the guest answers, proposes and moves in their own calendar: when all was read in its
// order, the guest has the organizer's meetings, each as they said or as they moved it here, and the organizer knows of each what
// the guest said last.
func TestBothSidesEndInAgreement(t *testing.T) {
	c := converse(t)
	var b *bothSides
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("%q", b.log)
		}
	})
	for seed := range uint64(20) {
		c.dice = rand.New(rand.NewPCG(seed, 11))
		c.clock.now = noon()
		b = &bothSides{conversation: c, said: map[string]core.Answer{}, series: c.plan(t)}
		c.send(t, b.series.ID, core.MethodRequest)
		c.deliver(t)
		for range 8 {
			b.log = append(b.log, b.turn(t))
			b.compare(t, fmt.Sprintf("%d: %q", seed, b.log))
		}
	}
}

// bothSides is what a conversation of two came to.
type bothSides struct {
	*conversation
	series *core.Series
	said   map[string]core.Answer // by original start; of all under ""
	log    []string
}

// originals are the meetings that are talked about, as the organizer plans them.
func (b *bothSides) original() string {
	return pick(b.dice, "2026-12-11T16:00", "2026-12-18T16:00")
}

// here gives the guest's copy of a meeting; false where they have none.
func (b *bothSides) here(t *testing.T, original string) (*core.Meeting, bool) {
	t.Helper()
	m, err := b.theirs(t, original)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil, false
	}
	ok(t, err)
	return m, true
}

// theirs finds what the guest has for a meeting of the organizer's, by the order in which the series has them.
func (b *bothSides) theirs(t *testing.T, original string) (*core.Meeting, error) {
	t.Helper()
	mine := b.guestsSeries(t, b.series)
	weeks := civil(original).Date.DaysSince(b.series.Start.Date) / 7
	return b.guest.Series.Occurrence(t.Context(), mine.ID, mine.Start.AddMinutes(weeks*7*24*60))
}

// turn does one thing on one of the two sides, and lets the other read what comes of it.
func (b *bothSides) turn(t *testing.T) string {
	t.Helper()
	ctx := t.Context()
	b.clock.now = b.clock.now.Add(time.Minute)
	original := b.original()
	one := occurrence(b.series, original)
	switch pick(b.dice, "says", "says", "says all", "moves", "moves all", "one moves", "one is off", "all again", "proposes") {
	case "says":
		m, here := b.here(t, original)
		if !here || m.Off() && !m.Declined() {
			return "nothing"
		}
		answer := pick(b.dice, core.Answers()...)
		if _, step := b.tell(t, m.ID, core.MethodReply, planner.Sending{Answer: answer}); step.Err != nil || step.Of != civil(original) {
			t.Fatalf("%q: %+v", b.log, step)
		}
		b.said[original] = answer
		return fmt.Sprintf("says %s to %s", answer, original)
	case "says all":
		answer := pick(b.dice, core.Answers()...)
		if _, step := b.tell(t, b.guestsSeries(t, b.series).ID, core.MethodReply, planner.Sending{Answer: answer}); step.Err != nil {
			t.Fatalf("%q: %+v", b.log, step)
		}
		b.said[""] = answer
		return fmt.Sprintf("says %s to all", answer)
	case "moves":
		m, here := b.here(t, original)
		if !here || !m.Planned() {
			return "nothing"
		}
		asBefore(t, b.guest, func() { ok(t, b.guest.Meetings.Move(ctx, m.ID, m.Start.AddMinutes(90), core.Civil{}, "")) })
		return "moves " + original + " here"
	case "moves all":
		mine := b.guestsSeries(t, b.series)
		if mine.Declined() || planner.CalledOff(mine) {
			return "nothing"
		}
		at := pick(b.dice, "2026-12-05T09:00", "2026-12-03T18:00", "2026-12-04T16:00")
		if mine.Start == civil(at) {
			return "nothing"
		}
		asBefore(t, b.guest, func() {
			ok(t, b.guest.Series.Move(ctx, mine.ID, planner.SeriesTime{Start: civil(at), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=6"}))
		})
		return "moves all here to " + at
	case "one moves":
		m, err := b.organizer.Meetings.Get(ctx, b.ofOrganizer(t, original))
		if core.CodeOf(err) == core.CodeNotFound || !m.Planned() {
			return "nothing"
		}
		ok(t, err)
		ok(t, b.organizer.Meetings.Move(ctx, m.ID, m.Start.AddMinutes(60), core.Civil{}, ""))
		b.send(t, m.ID, core.MethodRequest)
		b.deliver(t)
		delete(b.said, original)
		b.unsayOne(original)
		return "the organizer moves " + original
	case "one is off":
		m, err := b.organizer.Meetings.Get(ctx, b.ofOrganizer(t, original))
		if core.CodeOf(err) == core.CodeNotFound || !m.Planned() {
			return "nothing"
		}
		ok(t, err)
		ok(t, b.organizer.Meetings.Cancel(ctx, m.ID, ""))
		b.send(t, m.ID, core.MethodCancel)
		b.deliver(t)
		return "the organizer calls off " + original
	case "proposes":
		m, here := b.here(t, original)
		if !here || !m.Planned() {
			return "nothing"
		}
		if _, step := b.tell(t, m.ID, core.MethodCounter, planner.Sending{Start: civil("2027-01-20T10:00"), Zone: "Europe/Berlin"}); step.Err != nil || step.Of != civil(original) {
			t.Fatalf("%q: %+v", b.log, step)
		}
		b.said[original] = core.AnswerTentative
		return "proposes another time for " + original
	}
	b.send(t, b.series.ID, core.MethodRequest)
	b.deliver(t)
	_ = one
	return "the organizer sends all again"
}

// unsayOne notes that an answer to all is none to a meeting that was asked about anew.
func (b *bothSides) unsayOne(original string) { b.said[original] = core.AnswerNone }

func (b *bothSides) ofOrganizer(t *testing.T, original string) core.ID {
	t.Helper()
	m, err := b.organizer.Series.Occurrence(t.Context(), b.series.ID, civil(original))
	ok(t, err)
	return m.ID
}

// compare holds that the two know the same.
func (b *bothSides) compare(t *testing.T, when string) {
	t.Helper()
	b.compareCount(t, when)
	for _, original := range []string{"2026-12-04T16:00", "2026-12-11T16:00", "2026-12-18T16:00", "2026-12-25T16:00"} {
		theirs, err := b.organizer.Meetings.Get(t.Context(), b.ofOrganizer(t, original))
		ok(t, err)
		m, here := b.here(t, original)
		if !here && theirs.Off() {
			continue
		}
		if !here {
			t.Fatalf("%s: %s is not with the guest", when, original)
		}
		if theirs.Off() != (m.Off() && !m.Declined()) && theirs.Off() {
			t.Fatalf("%s: %s is off with the organizer, and %s with the guest", when, original, m.Status)
		}
		if m.Off() && !m.Declined() && !theirs.Off() {
			t.Fatalf("%s: %s is off with the guest, and takes place", when, original)
		}
		if theirs.Off() {
			continue
		}
		b.compareAnswers(t, when, original, m)
		b.compareTimes(t, when, theirs, m)
	}
}

// compareCount holds that the guest has no meeting more and none less than the organizer.
func (b *bothSides) compareCount(t *testing.T, when string) {
	t.Helper()
	all, err := b.guest.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 4, 1)})
	ok(t, err)
	n := 0
	for _, m := range all {
		if m.UID == b.series.UID && m.Planned() {
			n++
		}
	}
	want := len(strings.Fields(takesPlace(t, b.organizer, b.series.UID)))
	if mine := b.guestsSeries(t, b.series); n != want && !mine.Declined() && !b.declined() {
		t.Fatalf("%s: the guest has %d meetings, the organizer %d", when, n, want)
	}
}

// declined tells whether the guest has declined one of them at some time.
func (b *bothSides) declined() bool { return strings.Contains(strings.Join(b.log, " "), "declined") }

// compareAnswers holds that the organizer knows what the guest said, and so does the guest.
func (b *bothSides) compareAnswers(t *testing.T, when, original string, m *core.Meeting) {
	t.Helper()
	heard := b.heard(t, b.series, original)
	room, err := b.guest.Meetings.Room(t.Context(), m.ID)
	ok(t, err)
	said := room.Own.Said()
	if room.Own.Again {
		said = core.AnswerNone
	}
	if room.Own.Differs && m.Declined() && heard != core.AnswerDeclined {
		return // the guest is told that the organizer has not heard it: they had asked anew about that one
	}
	if room.Own.Again && heard == b.said[""] {
		// An answer to all counts for a moved meeting too, of which a message about all had told before. The guest keeps no
		// message that says nothing new, so they can't know that, and are asked for a word on that one: more than is needed, but
		// neither believes what is wrong.
		return
	}
	if heard != said {
		t.Fatalf("%s: to %s the guest said %s, and the organizer heard %s", when, original, said, heard)
	}
	if m.Declined() != (said == core.AnswerDeclined) {
		t.Fatalf("%s: %s is %s with the guest, who said %s", when, original, m.Status, said)
	}
}

// compareTimes holds that the guest knows when the organizer has it, wherever they have it themselves.
func (b *bothSides) compareTimes(t *testing.T, when string, theirs, m *core.Meeting) {
	t.Helper()
	v, err := b.guest.Invitations.PrepareAs(t.Context(), m.ID, core.MethodReply, planner.Sending{Answer: core.AnswerAccepted})
	ok(t, err)
	start, err := theirs.StartAt()
	ok(t, err)
	if !v.Start.Equal(start) || v.Series.Original != theirs.Recurrence || v.UID != theirs.UID {
		t.Fatalf("%s: the guest answers to %v of %v, and it is %v of %v", when, v.Start, v.Series.Original, start, theirs.Recurrence)
	}
}

// A proposal for a whole series has the dates beside its rule, as much later as that begins, and those of one that has nothing
// else: taken, they are the series'.
func TestAProposalKeepsTheDatesBesideItsRule(t *testing.T) {
	for name, c := range map[string]struct{ rule, then string }{
		"beside a rule": {"FREQ=WEEKLY;COUNT=2;RDATE=20261209T120000", "12-04T17:00 12-09T13:00 12-11T17:00"},
		"single dates":  {"FREQ=DAILY;COUNT=1;RDATE=20261209T120000", "12-04T17:00 12-09T13:00"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, talk := t.Context(), converse(t)
			s, err := talk.organizer.Series.Plan(ctx, core.Series{Relationship: talk.rel, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin", Rule: c.rule})
			ok(t, err)
			talk.send(t, s.ID, core.MethodRequest)
			talk.deliver(t)
			path := filepath.Join(t.TempDir(), "c.ics")
			_, err = talk.guest.Invitations.SendAs(ctx, talk.guestsSeries(t, s).ID, core.MethodCounter, path, planner.Sending{Start: civil("2026-12-04T17:00"), Zone: "Europe/Berlin"})
			ok(t, err)
			data, err := os.ReadFile(path)
			ok(t, err)
			plan, err := talk.organizer.CalendarFiles.Read(ctx, "c.ics", bytes.NewReader(data), planner.CalendarAsBoth)
			ok(t, err)
			ok(t, talk.organizer.CalendarFiles.Import(ctx, plan, nil))
			all, err := talk.organizer.Replies.To(ctx, core.OccurrenceID(s.ID, s.Start))
			ok(t, err)
			if len(all) != 1 || !all[0].Proposes() {
				t.Fatalf("%+v, %+v", plan.Replies, all)
			}
			ok(t, talk.organizer.Replies.TakeAll(ctx, all[0].Reply.ID))
			if got := takesPlace(t, talk.organizer, s.UID); got != c.then {
				t.Errorf("taken: %s, not %s", got, c.then)
			}
			talk.send(t, s.ID, core.MethodRequest)
			talk.deliver(t)
			talk.agree(t, s.UID, "taken and sent")
		})
	}
}
