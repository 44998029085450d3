package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A guest who asks for another place at the same time has it shown as what they propose, taken by one step and declined by
// another; the place that they were sent, with its link or without, is none.
func TestAGuestProposesAnotherPlace(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	ok(t, p.Meetings.Change(ctx, m.ID, func(m *core.Meeting) error {
		m.Place, m.Link = "Room 4", "https://meet.example/four"
		return nil
	}))
	d := invite(t, p, m)
	start, err := m.StartAt()
	ok(t, err)
	end, err := m.EndAt()
	ok(t, err)
	counter := func(place string) string {
		text := replyText("COUNTER", d.UID, d.Sequence, "20261123T130000Z", says("TENTATIVE"), "\r\nLOCATION:"+place)
		const form = "20060102T150405Z"
		return strings.NewReplacer("DTSTART:20270101T100000Z", "DTSTART:"+start.UTC().Format(form), "DTEND:20270101T110000Z", "DTEND:"+end.UTC().Format(form)).Replace(text)
	}
	for _, place := range []string{"Room 4", "Room 4\\, https://meet.example/four", "https://meet.example/four", ""} {
		if step := answer(t, p, "counter.ics", counter(place)); core.CodeOf(step.Err) != core.CodeNoProposal {
			t.Errorf("%q: %+v", place, step)
		}
	}
	step := answer(t, p, "counter.ics", counter("Café Krone\\, https://meet.example/four"))
	if step.Err != nil || step.Place != "Café Krone" || step.Does != planner.CalendarNew {
		t.Fatalf("%+v", step)
	}
	reply := proposal(t, p, m.ID)
	needs := needsOf(t, p, planner.NeedProposal)
	if len(needs) != 1 || needs[0].Place != "Café Krone" {
		t.Errorf("%+v", needs)
	}
	before := contents(t, p)
	ok(t, p.Replies.Keep(ctx, reply.ID))
	if g := said(t, p, m.ID); g.Proposes() {
		t.Errorf("declined: %+v", g)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	ok(t, p.Replies.Take(ctx, reply.ID))
	now, err := p.Meetings.Get(ctx, m.ID)
	ok(t, err)
	if now.Place != "Café Krone" || now.Start != m.Start || now.End != m.End {
		t.Errorf("%+v", now)
	}
	if g := said(t, p, m.ID); g.Proposes() || !g.OldText {
		t.Errorf("taken: %+v", g)
	}
	if v, err := p.Invitations.Prepare(ctx, m.ID, core.MethodRequest); err != nil || v.Place != "Café Krone" || v.Sequence != d.Sequence {
		t.Errorf("the next message: %+v, %v", v, err)
	}
	if _, err := p.Undo(ctx); err != nil || contents(t, p) != before {
		t.Errorf("one undo does not take it back: %v", err)
	}
	ok(t, p.Meetings.Change(ctx, m.ID, func(m *core.Meeting) error { m.Place = "Café Krone"; return nil }))
	if needs := needsOf(t, p, planner.NeedProposal); len(needs) != 0 {
		t.Errorf("they have it: %+v", needs)
	}
}

// A guest who asks for another place for a whole series, at its own times, has it shown as what they propose; taken, all of it has
// that place, which goes to the guests under the count that it had.
func TestAGuestProposesAnotherPlaceForASeries(t *testing.T) {
	for name, rule := range map[string]string{"with its rule": "\r\nRRULE:FREQ=WEEKLY;COUNT=6", "without": ""} {
		t.Run(name, func(t *testing.T) {
			ctx, talk := t.Context(), converse(t)
			s := talk.plan(t)
			ok(t, talk.organizer.Series.Change(ctx, s.ID, func(s *core.Series) error { s.Place = "Room 4"; return nil }))
			talk.send(t, s.ID, core.MethodRequest)
			talk.deliver(t)
			counter := func(place string) planner.ReplyStep {
				text := replyText("COUNTER", s.UID, 0, "20261123T130000Z", "ATTENDEE;PARTSTAT=TENTATIVE:mailto:gus@gst.example", "\r\nLOCATION:"+place+rule)
				return answer(t, talk.organizer, "c.ics", inBerlin(text, "20261204T160000", "20261204T164500"))
			}
			if step := counter("Room 4"); core.CodeOf(step.Err) != core.CodeNoProposal {
				t.Errorf("the place that it has: %+v", step)
			}
			if step := counter("Café Krone"); step.Err != nil || step.Place != "Café Krone" || !step.Whole || step.Does != planner.CalendarNew {
				t.Fatalf("%+v", step)
			}
			all, err := talk.organizer.Replies.To(ctx, occurrence(s, "2026-12-11T16:00"))
			ok(t, err)
			reply := all[0].Reply
			if needs := needsOf(t, talk.organizer, planner.NeedProposal); len(needs) != 1 || needs[0].Place != "Café Krone" || !needs[0].Whole {
				t.Errorf("%+v", needs)
			}
			before := contents(t, talk.organizer)
			ok(t, talk.organizer.Replies.TakeAt(ctx, reply.ID, occurrence(s, "2026-12-11T16:00")))
			if m, err := talk.organizer.Meetings.Get(ctx, occurrence(s, "2026-12-11T16:00")); err != nil || m.Place != "Café Krone" || m.Start != civil("2026-12-11T16:00") {
				t.Errorf("one: %+v, %v", m, err)
			}
			_, err = talk.organizer.Undo(ctx)
			ok(t, err)
			ok(t, talk.organizer.Replies.TakeAll(ctx, reply.ID))
			now, err := talk.organizer.Series.Get(ctx, s.ID)
			ok(t, err)
			if now.Place != "Café Krone" || now.Start != s.Start || now.Rule != s.Rule {
				t.Errorf("%+v", now)
			}
			if needs := needsOf(t, talk.organizer, planner.NeedProposal); len(needs) != 0 {
				t.Errorf("taken: %+v", needs)
			}
			if got := talk.state(t, s.ID); got != planner.VersionOldText {
				t.Errorf("before it is sent: %s", got)
			}
			_, err = talk.organizer.Undo(ctx)
			ok(t, err)
			if contents(t, talk.organizer) != before {
				t.Error("one undo does not take it back")
			}
			_, err = talk.organizer.Redo(ctx)
			ok(t, err)
			if d := talk.send(t, s.ID, core.MethodRequest); d.Sequence != 0 || d.Place != "Café Krone" {
				t.Errorf("%+v", d)
			}
			talk.deliver(t)
			if mine := talk.guestsSeries(t, s); mine.Place != "Café Krone" {
				t.Errorf("the guest has %q", mine.Place)
			}
		})
	}
}

// One that the organizer keeps where it is is declined with the place that it has.
func TestAPlaceForASeriesIsDeclined(t *testing.T) {
	ctx, talk := t.Context(), converse(t)
	s := talk.plan(t)
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	text := replyText("COUNTER", s.UID, 0, "20261123T130000Z", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@gst.example", "\r\nLOCATION:Café Krone")
	answer(t, talk.organizer, "c.ics", inBerlin(text, "20261204T160000", "20261204T164500"))
	all, err := talk.organizer.Replies.To(ctx, occurrence(s, "2026-12-04T16:00"))
	ok(t, err)
	ok(t, talk.organizer.Replies.Keep(ctx, all[0].Reply.ID))
	if d := talk.send(t, s.ID, core.MethodDeclineCounter); d.Sequence != 0 {
		t.Errorf("%+v", d)
	}
	if now, err := talk.organizer.Series.Get(ctx, s.ID); err != nil || now.Place != "" || talk.heard(t, s, "2026-12-11T16:00") != core.AnswerAccepted {
		t.Errorf("%+v, %v", now, err)
	}
}
