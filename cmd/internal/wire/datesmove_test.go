package wire

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// besideItsRule is a series of four Fridays in Berlin with three dates beside that, of which the guest knows.
func besideItsRule(t *testing.T) (*conversation, *core.Series) {
	t.Helper()
	talk := converse(t)
	s, err := talk.organizer.Series.Plan(t.Context(), core.Series{
		Relationship: talk.rel, Title: "Promotion", Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin",
		Rule: "FREQ=WEEKLY;UNTIL=20261225T150000Z;RDATE=20261209T120000,20261215T120000,20261217T120000",
	})
	ok(t, err)
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	talk.agree(t, s.UID, "planned")
	return talk, s
}

// shifts are the ways in which all of a series comes a day and an hour later.
func shifts(t *testing.T, talk *conversation, s *core.Series) map[string]func() error {
	ctx := t.Context()
	start := civil("2026-12-05T17:00")
	return map[string]func() error{
		"moved": func() error { return talk.organizer.Series.Move(ctx, s.ID, planner.SeriesTime{Start: start}) },
		"moved from its first": func() error {
			_, err := talk.organizer.Series.MoveFrom(ctx, s.ID, s.Start, planner.SeriesTime{Start: start}, 0)
			return err
		},
		"as is proposed": func() error {
			talk.tell(t, talk.guestsSeries(t, s).ID, core.MethodCounter, planner.Sending{Start: start, Zone: "Europe/Berlin"})
			return talk.takeAll(t, s)
		},
		"as is proposed without a rule": func() error {
			text := replyText("COUNTER", s.UID, 0, "20261123T130000Z", "ATTENDEE;PARTSTAT=TENTATIVE:mailto:gus@gst.example", "")
			step := answer(t, talk.organizer, "c.ics", inBerlin(text, "20261205T170000", "20261205T174500"))
			if step.Err != nil {
				return step.Err
			}
			return talk.takeAll(t, s)
		},
	}
}

// takeAll moves all of a series as its guest asks.
func (c *conversation) takeAll(t *testing.T, s *core.Series) error {
	t.Helper()
	all, err := c.organizer.Replies.To(t.Context(), core.OccurrenceID(s.ID, s.Start))
	ok(t, err)
	if len(all) != 1 || !all[0].Proposes() {
		t.Fatalf("%+v", all)
	}
	return c.organizer.Replies.TakeAll(t.Context(), all[0].Reply.ID)
}

// inBerlin gives an answer the times of a clock in Berlin.
func inBerlin(text, start, end string) string {
	return strings.NewReplacer("DTSTART:20270101T100000Z", "DTSTART;TZID=Europe/Berlin:"+start, "DTEND:20270101T110000Z", "DTEND;TZID=Europe/Berlin:"+end).Replace(text)
}

// Where all of a series is moved, the dates beside its rule come as much later as the rest, and guests are told of all of it in
// one message; the last by the rule is not lost, and one undo brings it all back.
func TestTheDatesBesideARuleMoveAlong(t *testing.T) {
	const then = "12-05T17:00 12-10T13:00 12-12T17:00 12-16T13:00 12-18T13:00 12-19T17:00 12-26T17:00"
	for _, name := range []string{"moved", "moved from its first", "as is proposed", "as is proposed without a rule"} {
		t.Run(name, func(t *testing.T) {
			talk, s := besideItsRule(t)
			do := shifts(t, talk, s)[name]
			before := takesPlace(t, talk.organizer, s.UID)
			ok(t, do())
			if got := takesPlace(t, talk.organizer, s.UID); got != then {
				t.Errorf("%s, not %s", got, then)
			}
			if d := talk.send(t, s.ID, core.MethodRequest); d.Sequence != 1 {
				t.Errorf("SEQUENCE %d", d.Sequence)
			}
			talk.deliver(t)
			talk.agree(t, s.UID, "moved and sent")
			_, err := talk.organizer.Undo(t.Context())
			ok(t, err)
			if got := takesPlace(t, talk.organizer, s.UID); got != before {
				t.Errorf("undone: %s, not %s", got, before)
			}
			talk.send(t, s.ID, core.MethodRequest)
			talk.deliver(t)
			talk.agree(t, s.UID, "undone and sent")
		})
	}
}

// What was prepared for one of these dates goes along with it, and what was left out stays so; what was moved or called off by
// itself is treated as those of the rule are.
func TestWhatWasDoneToADateBesideTheRuleGoesAlong(t *testing.T) {
	for name, c := range map[string]struct{ then, agenda string }{
		"moved":                {"12-05T17:00 12-12T17:00 12-16T13:00 12-18T13:00 12-19T17:00 12-26T17:00", "2026-12-16T13:00"},
		"moved from its first": {"12-05T17:00 12-12T17:00 12-16T09:00 12-19T17:00 12-26T17:00", "2026-12-16T13:00"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			talk := converse(t)
			s, err := talk.organizer.Series.Plan(ctx, core.Series{
				Relationship: talk.rel, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin",
				Rule:   "FREQ=WEEKLY;COUNT=4;RDATE=20261209T120000,20261215T120000,20261217T120000",
				Except: []core.Civil{civil("2026-12-09T12:00")},
			})
			ok(t, err)
			one, off := occurrence(s, "2026-12-15T12:00"), occurrence(s, "2026-12-17T12:00")
			_, err = talk.organizer.Agendas.Add(ctx, one, core.AgendaItem{Text: "Offer"})
			ok(t, err)
			ok(t, talk.organizer.Meetings.Move(ctx, one, civil("2026-12-16T09:00"), core.Civil{}, ""))
			ok(t, talk.organizer.Meetings.Cancel(ctx, off, ""))
			talk.send(t, s.ID, core.MethodRequest)
			talk.deliver(t)
			talk.agree(t, s.UID, "planned")
			before := contents(t, talk.organizer)
			ok(t, shifts(t, talk, s)[name]())
			if got := takesPlace(t, talk.organizer, s.UID); got != c.then {
				t.Errorf("%s, not %s", got, c.then)
			}
			if m, err := talk.organizer.Series.Occurrence(ctx, s.ID, civil(c.agenda)); err != nil || len(m.Agenda) != 1 {
				t.Errorf("%+v, %v", m, err)
			}
			_, err = talk.organizer.Undo(ctx)
			ok(t, err)
			if contents(t, talk.organizer) != before {
				t.Error("undone, it is another")
			}
			_, err = talk.organizer.Redo(ctx)
			ok(t, err)
			talk.send(t, s.ID, core.MethodRequest)
			talk.deliver(t)
			talk.agree(t, s.UID, "moved and sent")
		})
	}
}

// Of a series that has begun the dates that are over stay where they were, and one that comes before the next by the rule is kept.
func TestTheDatesToComeMoveAlong(t *testing.T) {
	for _, c := range []struct{ now, then string }{
		{"2026-12-10", "12-04T16:00 12-09T12:00 12-12T17:00 12-16T13:00 12-18T13:00 12-19T17:00 12-26T17:00"},
		{"2026-12-14", "12-04T16:00 12-09T12:00 12-11T16:00 12-16T13:00 12-18T13:00 12-19T17:00 12-26T17:00"},
	} {
		for _, name := range []string{"moved", "as is proposed without a rule"} {
			t.Run(c.now+" "+name, func(t *testing.T) {
				talk, s := besideItsRule(t)
				do := shifts(t, talk, s)[name]
				var err error
				talk.clock.now, err = time.Parse(time.DateOnly, c.now)
				ok(t, err)
				ok(t, do())
				if got := takesPlace(t, talk.organizer, s.UID); got != c.then {
					t.Errorf("%s, not %s", got, c.then)
				}
				talk.send(t, s.ID, core.MethodRequest)
				talk.deliver(t)
				talk.agree(t, s.UID, "moved and sent")
			})
		}
	}
}

// What takes place on single dates alone goes on with those to come, and not without end.
func TestSingleDatesMove(t *testing.T) {
	talk := converse(t)
	s, err := talk.organizer.Series.Plan(t.Context(), core.Series{
		Relationship: talk.rel, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin",
		Rule: "FREQ=DAILY;COUNT=1;RDATE=20261209T120000,20261215T120000",
	})
	ok(t, err)
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	talk.clock.now = time.Date(2026, 12, 7, 12, 0, 0, 0, time.UTC)
	ok(t, talk.organizer.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: civil("2026-12-05T17:00")}))
	if got, want := takesPlace(t, talk.organizer, s.UID), "12-04T16:00 12-10T13:00 12-16T13:00"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	talk.agree(t, s.UID, "moved and sent")
}

// manyDates gives the dates of so many days from 2030 on, for an RDATE.
func manyDates(n int) string {
	var out []string
	for i := range n {
		out = append(out, core.NewDate(2030, 1, 1).AddDays(i).String())
	}
	return strings.ReplaceAll(strings.Join(out, "T100000Z,"), "-", "") + "T100000Z"
}

// An organizer's dates may lie before the start of the rule: RFC 5545 3.8.5.2 does not forbid it. The first of them begins the
// series: it is there, answered, called off with all of it, and comes back with it.
func TestDatesBeforeTheStartAreMeetings(t *testing.T) {
	p, ctx := open(t), t.Context()
	text := func(method string, n int) string {
		return itip(method, runText(fmt.Sprintf("SEQUENCE:%d\nRRULE:FREQ=WEEKLY;COUNT=3\nRDATE;TZID=Africa/Nairobi:20261126T090000,%s", n, aFriday)))
	}
	const all = "11-26T09:00 12-01T10:00 12-04T09:00 12-08T10:00 12-15T10:00"
	has := func(when, want string) {
		t.Helper()
		got := meetingsOf(t, p, "run")
		if got != want || busyWith(t, p, "run") != 0 {
			t.Errorf("%s: %s, not %s", when, got, want)
		}
	}
	for _, want := range []string{newOne, same} {
		if got := take(t, p, text("REQUEST", 1)); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	has("new", all)
	s := seriesByUID(t, p, "run")
	_, err := p.Invitations.SendAs(ctx, s.ID, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: core.AnswerDeclined})
	ok(t, err)
	has("declined", "")
	for _, original := range []string{"2026-11-26T09:00", "2026-12-01T10:00", "2026-12-04T09:00"} {
		if m, err := p.Meetings.Get(ctx, occurrence(s, original)); err != nil || !m.Declined() {
			t.Errorf("declined: %s is %+v, %v", original, m, err)
		}
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	has("come to", all)
	take(t, p, text("CANCEL", 2))
	has("called off", "")
	take(t, p, text("REQUEST", 3))
	has("on again", all)
	feed := filepath.Join(t.TempDir(), "feed.ics")
	_, err = p.Invitations.WriteFeed(ctx, planner.FeedWish{}, feed)
	ok(t, err)
	if data, err := os.ReadFile(feed); err != nil || !strings.Contains(string(data), "RDATE;TZID=Africa/Nairobi:20261126T090000") {
		t.Errorf("%s, %v", data, err)
	}
}

// An own one with such a date is called off and deleted as a whole.
func TestADateBeforeTheStartGoesWithTheSeries(t *testing.T) {
	talk := converse(t)
	s, err := talk.organizer.Series.Plan(t.Context(), core.Series{
		Relationship: talk.rel, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin",
		Rule: "FREQ=WEEKLY;COUNT=2;RDATE=20261126T120000,20261209T120000",
	})
	ok(t, err)
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	talk.agree(t, s.UID, "planned")
	ok(t, talk.organizer.Series.CallOff(t.Context(), s.ID, ""))
	if got := takesPlace(t, talk.organizer, s.UID); got != "" {
		t.Errorf("called off: %s", got)
	}
	talk.send(t, s.ID, core.MethodCancel)
	talk.deliver(t)
	talk.agree(t, s.UID, "called off")
	_, err = talk.organizer.Undo(t.Context())
	ok(t, err)
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	talk.agree(t, s.UID, "on again")
	talk.clock.now = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	if err := talk.organizer.Series.CallOff(t.Context(), s.ID, ""); core.CodeOf(err) != core.CodeSeriesBegun {
		t.Errorf("it has begun: %v", err)
	}
}

// A series has as many dates as years of weeks have, and is followed with them as fast as others are.
func TestASeriesHasManyDates(t *testing.T) {
	p := open(t)
	text := itip("REQUEST", runText("SEQUENCE:1\nRDATE:"+manyDates(core.MaxDates)))
	for _, want := range []string{newOne, same} {
		if got := take(t, p, text); got != want || busyWith(t, p, "run") != 0 {
			t.Errorf("%s, not %s", got, want)
		}
	}
	s := seriesByUID(t, p, "run")
	all, err := p.Series.Occurrences(t.Context(), s.ID, core.Period{From: core.NewDate(2029, 1, 1), To: core.NewDate(2034, 1, 1)})
	ok(t, err)
	if len(all) != core.MaxDates {
		t.Errorf("%d meetings", len(all))
	}
}

// meetingsOf gives when the meetings of a UID take place, by their own clock.
func meetingsOf(t *testing.T, p *planner.Planner, uid string) string {
	t.Helper()
	all, err := p.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 4, 1)})
	ok(t, err)
	var out []string
	for _, m := range all {
		if m.UID == uid && !m.Off() {
			out = append(out, m.Start.String()[5:])
		}
	}
	return strings.Join(out, " ")
}
