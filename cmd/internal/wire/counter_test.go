package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// inviteAll invites Amina to a series of the owner's: Thursdays at 16:00 in Berlin.
func inviteAll(t *testing.T, p *planner.Planner, rule string) (*core.Series, *core.Dispatch) {
	t.Helper()
	s := weekly(t, p, rule)
	d, err := p.Invitations.Send(t.Context(), s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
	ok(t, err)
	return s, d
}

// counter is what a guest asks for instead of a whole series.
func counter(d *core.Dispatch, start, more string) string {
	text := replyText("COUNTER", d.UID, d.Sequence, "20261123T130000Z", says("TENTATIVE"), "")
	return strings.NewReplacer("DTSTART:20270101T100000Z", "DTSTART;TZID=Europe/Berlin:"+start, "DTEND:20270101T110000Z", "DURATION:PT30M"+more).Replace(text)
}

// proposal gives Amina's answer to the series.
func proposal(t *testing.T, p *planner.Planner, meeting core.ID) *core.Reply {
	t.Helper()
	g := said(t, p, meeting)
	if g.Reply == nil || !g.Reply.Proposes() {
		t.Fatalf("%+v", g)
	}
	return g.Reply
}

func TestACounterProposalForAWholeSeries(t *testing.T) {
	for _, c := range []struct {
		name, rule, start, more, want, then string
	}{
		{"another hour", "FREQ=WEEKLY;COUNT=3", "20261203T170000", "", "12-03T17:00 12-10T17:00 12-17T17:00", "FREQ=WEEKLY;COUNT=3"},
		{"another day", "FREQ=WEEKLY;BYDAY=TH;COUNT=3", "20261204T160000", "", "12-04 12-11 12-18", "FREQ=WEEKLY;COUNT=3;BYDAY=FR"},
		{"another rule", "FREQ=WEEKLY;COUNT=3", "20261203T160000", "\r\nRRULE:FREQ=WEEKLY;COUNT=3;INTERVAL=2", "12-03 12-17 12-31", "FREQ=WEEKLY;COUNT=3;INTERVAL=2"},
		{"another day of the month", "FREQ=MONTHLY;BYMONTHDAY=3;COUNT=2", "20261205T160000", "", "12-05 01-05", "FREQ=MONTHLY;COUNT=2;BYMONTHDAY=5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			s, d := inviteAll(t, p, c.rule)
			if step := answer(t, p, "counter.ics", counter(d, c.start, c.more)); step.Does != planner.CalendarNew {
				t.Fatalf("%+v", step)
			}
			first := occurrence(s, "2026-12-03T16:00")
			reply := proposal(t, p, first)
			before := contents(t, p)
			if err := p.Replies.Take(t.Context(), reply.ID); core.CodeOf(err) != core.CodeRequired {
				t.Errorf("taken for nobody knows what: %v", err)
			}
			ok(t, p.Replies.TakeAll(t.Context(), reply.ID))
			if got := starts(t, p, s.ID); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
			v, err := p.Invitations.Prepare(t.Context(), s.ID, core.MethodRequest)
			ok(t, err)
			if v.Sequence != d.Sequence+1 || v.UID != d.UID || v.Series == nil || v.Series.Rule.String() != c.then || v.Series.End.MinutesSince(v.Series.Start) != 30 {
				t.Errorf("the next message: %+v, %+v", v, v.Series)
			}
			if got := states(t, p, s.ID); got != "old_time" {
				t.Errorf("who has what: %s", got)
			}
			if err := p.Replies.TakeAll(t.Context(), reply.ID); core.CodeOf(err) != core.CodeNotFound {
				t.Errorf("taken twice: %v", err)
			}
			if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
				t.Errorf("one undo does not take it back: %v", err)
			}
		})
	}
}

func TestACounterProposalForASeriesIsTakenForOneMeeting(t *testing.T) {
	p := open(t)
	s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
	answer(t, p, "counter.ics", counter(d, "20261204T170000", ""))
	second := occurrence(s, "2026-12-10T16:00")
	reply := proposal(t, p, second)
	ok(t, p.Replies.TakeAt(t.Context(), reply.ID, second))
	if got := starts(t, p, s.ID); got != "12-03 12-11T17:00* 12-17" {
		t.Error(got)
	}
	v, err := p.Invitations.Prepare(t.Context(), second, core.MethodRequest)
	ok(t, err)
	if v.Sequence != d.Sequence+1 || v.Series == nil || v.Series.Original != civil("2026-12-10T16:00") || v.Series.Start != civil("2026-12-11T17:00") {
		t.Errorf("the next message: %+v, %+v", v, v.Series)
	}
	list, err := p.Invitations.Guests(t.Context(), second)
	ok(t, err)
	if list.Guests[0].State != planner.VersionOldTime || list.Guests[0].Sent.Start != civil("2026-12-10T16:00") || list.Whole[0].State != planner.VersionOldTime {
		t.Errorf("who has what: %+v, %+v", list.Guests[0], list.Whole[0])
	}
	other, err := p.Invitations.Guests(t.Context(), occurrence(s, "2026-12-17T16:00"))
	ok(t, err)
	if other.Guests[0].State != planner.VersionCurrent {
		t.Errorf("who has what of another: %+v", other.Guests[0])
	}
	if err := p.Replies.TakeAt(t.Context(), reply.ID, meetingOf(t, p).ID); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("for a meeting of no series: %v", err)
	}
	if proposal(t, p, occurrence(s, "2026-12-17T16:00")).ID != reply.ID {
		t.Error("the proposal is gone for the others")
	}
}

// A proposal that no rule of the series can follow is said to be so.
func TestACounterProposalThatNoRuleFollows(t *testing.T) {
	p := open(t)
	s, d := inviteAll(t, p, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3,4;COUNT=3")
	answer(t, p, "counter.ics", counter(d, "20261120T160000", ""))
	before := contents(t, p)
	reply := proposal(t, p, occurrence(s, "2026-12-03T16:00"))
	if err := p.Replies.TakeAll(t.Context(), reply.ID); core.CodeOf(err) != core.CodeOffRule || contents(t, p) != before {
		t.Errorf("%v", err)
	}
}

// An answer to one occurrence is kept for it; one to an occurrence that the series does not have is refused.
func TestAnAnswerToOneOccurrence(t *testing.T) {
	p := open(t)
	s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
	one := func(original string) string {
		return replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("DECLINED"), "\r\nRECURRENCE-ID;TZID=Europe/Berlin:"+original)
	}
	if step := answer(t, p, "reply.ics", one("20261211T160000")); core.CodeOf(step.Err) != core.CodeNoOccurrence {
		t.Errorf("an occurrence that is none: %+v", step)
	}
	if step := answer(t, p, "reply.ics", one("20261210T160000")); step.Does != planner.CalendarNew {
		t.Errorf("%+v", step)
	}
	if got := said(t, p, occurrence(s, "2026-12-10T16:00")); got.Answer != core.AnswerDeclined {
		t.Errorf("%+v", got)
	}
	if got := said(t, p, occurrence(s, "2026-12-17T16:00")); got.Answer != core.AnswerNone {
		t.Errorf("an answer to another occurrence counts: %+v", got)
	}
}

// What a guest asks for a whole series stands among what needs the owner, for its next meeting, until it is taken or declined;
// what was declined can be taken back.
func TestAProposalNeedsTheOwner(t *testing.T) {
	p := open(t)
	s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
	answer(t, p, "counter.ics", counter(d, "20261203T170000", ""))
	needs := func() []planner.Need { return needsOf(t, p, planner.NeedProposal) }
	got := needs()
	if len(got) != 1 || got[0].Ref.ID != occurrence(s, "2026-12-03T16:00") || got[0].At != civil("2026-12-03T17:00") || got[0].Was != civil("2026-12-03T16:00") || got[0].Name != "Amina" ||
		got[0].To.Minutes != 30 || got[0].To.Was != 45 {
		t.Fatalf("%+v", got)
	}
	reply := proposal(t, p, got[0].Ref.ID)
	before := contents(t, p)
	ok(t, p.Replies.Keep(t.Context(), reply.ID))
	if got := needs(); len(got) != 0 {
		t.Errorf("declined: %+v", got)
	}
	if g := said(t, p, got[0].Ref.ID); g.Proposes() || g.Answer != core.AnswerTentative {
		t.Errorf("declined: %+v", g)
	}
	if err := p.Replies.Keep(t.Context(), reply.ID); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("declined twice: %v", err)
	}
	_, err := p.Undo(t.Context())
	ok(t, err)
	if len(needs()) != 1 || contents(t, p) != before {
		t.Error("undo is not identity")
	}
}
