package wire

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// That a guest does not come stands among what needs the owner, for the next meeting of a series, until that is called off.
func TestADeclineNeedsTheOwner(t *testing.T) {
	p := open(t)
	s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=1")
	if got := needsOf(t, p, planner.NeedDeclined); len(got) != 0 {
		t.Fatalf("nobody has answered: %+v", got)
	}
	answer(t, p, "r.ics", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("DECLINED"), ""))
	got := needsOf(t, p, planner.NeedDeclined)
	if len(got) != 1 || got[0].Ref.ID != occurrence(s, "2026-12-03T16:00") || got[0].At != civil("2026-12-03T16:00") || got[0].Name != "Amina" {
		t.Fatalf("%+v", got)
	}
	ok(t, p.Meetings.Cancel(t.Context(), got[0].Ref.ID, ""))
	if got := needsOf(t, p, planner.NeedDeclined); len(got) != 0 {
		t.Errorf("called off: %+v", got)
	}
}

// Guests who have the cancellation of a meeting that takes place after all are to be invited again.
func TestACancellationTakenBackNeedsTheOwner(t *testing.T) {
	p := open(t)
	m := meetingOf(t, p)
	invite(t, p, m)
	ok(t, p.Meetings.Cancel(t.Context(), m.ID, ""))
	_, err := p.Invitations.Send(t.Context(), m.ID, core.MethodCancel, filepath.Join(t.TempDir(), "c.ics"))
	ok(t, err)
	if got := needsOf(t, p, planner.NeedInvite); len(got) != 0 {
		t.Fatalf("it is off: %+v", got)
	}
	_, err = p.Undo(t.Context())
	ok(t, err)
	if got := needsOf(t, p, planner.NeedInvite); len(got) != 1 || got[0].Ref.ID != m.ID {
		t.Fatalf("on again: %+v", got)
	}
	_, err = p.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "d.ics"))
	ok(t, err)
	if got := needsOf(t, p, planner.NeedInvite); len(got) != 0 {
		t.Errorf("invited again: %+v", got)
	}
}

// So they are however far off the meeting is, and whether it is one or the next of a series.
func TestACancellationTakenBackNeedsTheOwnerHoweverFarOff(t *testing.T) {
	p := open(t)
	rel := meetingOf(t, p).Relationship
	send := func(id core.ID, method core.Method) {
		t.Helper()
		_, err := p.Invitations.Send(t.Context(), id, method, filepath.Join(t.TempDir(), "m.ics"))
		ok(t, err)
	}
	far, err := p.Meetings.Plan(t.Context(), core.Meeting{
		Relationship: rel, Title: "Far off", Start: civil("2027-03-01T10:00"), End: civil("2027-03-01T11:00"), Zone: "Europe/Berlin",
	})
	ok(t, err)
	run, err := p.Series.Plan(t.Context(), core.Series{Relationship: rel, Title: "Rare", Start: civil("2027-01-12T10:00"), End: civil("2027-01-12T11:00"), Zone: "Europe/Berlin", Rule: "FREQ=MONTHLY"})
	ok(t, err)
	first := occurrence(run, "2027-01-12T10:00")
	for _, id := range []core.ID{far.ID, first} {
		send(id, core.MethodRequest)
		ok(t, p.Meetings.Cancel(t.Context(), id, ""))
		send(id, core.MethodCancel)
		_, err := p.Undo(t.Context())
		ok(t, err)
	}
	got := needsOf(t, p, planner.NeedInvite)
	if len(got) != 2 || got[0].Ref.ID != first || got[1].Ref.ID != far.ID {
		t.Fatalf("%+v", got)
	}
	send(far.ID, core.MethodRequest)
	if got := needsOf(t, p, planner.NeedInvite); len(got) != 1 || got[0].Ref.ID != first {
		t.Errorf("invited again: %+v", got)
	}
}
