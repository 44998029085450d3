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
